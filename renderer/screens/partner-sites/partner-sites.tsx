/** The sites of other organisations that can be visited from here, and what is different there. */
import './partner-sites.css';
import { Globe } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { tell } from '../../app/kiosk.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { usePartnerSites } from './use-partner.ts';

export function PartnerSites({ onBack }: { onBack(): void }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const sites = usePartnerSites();
  return (
    <Frame screen="partnerSites" title={t('partner.title')} lead={t('partner.lead')} onBack={onBack}>
      {sites?.length === 0 && <Notice kind="information">{t('partner.none')}</Notice>}
      <div className="partner-sites">
        {sites?.map(({ id, name, description }) => (
          <Tile
            key={id}
            icon={Globe}
            word={name[locale]}
            text={description[locale]}
            // The visit shows as soon as main tells of it.
            onPress={() => void tell('partner.open', { siteId: id })}
          />
        ))}
      </div>
    </Frame>
  );
}
