/** What stands in the place of the site's page while that is not there to be seen. */
import { ArrowLeft, RotateCcw, ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PartnerVisit } from '../../../preload/partner-contract.ts';
import { tell } from '../../app/kiosk.ts';
import { Button } from '../../components/button/button.tsx';
import { ScrollArea } from '../../components/scroll-area/scroll-area.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';

export interface PageStateProps {
  page: PartnerVisit['page'];
  siteId: string;
  name: string;
}

export function PageState({ page, siteId, name }: PageStateProps) {
  const { t } = useTranslation();
  switch (page.name) {
    case 'shown':
      return null;
    case 'opening':
      return (
        <div className="partner-visit__message">
          <Waiting
            text={t('partner.opening', { name })}
            explanation={t('partner.openingExplained')}
            longText={t('partner.openingLong')}
          />
        </div>
      );
    case 'trouble':
      return (
        <ScrollArea>
          <div className="partner-visit__message">
            <ShieldAlert className="partner-visit__picture" aria-hidden />
            <div role="alert">
              <h2>{t(`partner.troubleTitles.${page.trouble}`)}</h2>
              <p>{t(`partner.troubles.${page.trouble}`)}</p>
              {page.host && (
                <p className="partner-visit__host">{t('partner.askedHost', { host: page.host })}</p>
              )}
            </div>
            {page.canReturn ? (
              <Button look="main" icon={ArrowLeft} onPress={() => void tell('partner.back', undefined)}>
                {t('partner.return')}
              </Button>
            ) : (
              <Button look="main" icon={RotateCcw} onPress={() => void tell('partner.open', { siteId })}>
                {t('partner.again')}
              </Button>
            )}
          </div>
        </ScrollArea>
      );
    default:
      return page satisfies never;
  }
}
