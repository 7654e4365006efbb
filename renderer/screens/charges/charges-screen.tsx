/** "Mes charges": what was paid in advance, what it really cost, and what was left of it, year by year. */
import '../../styles/card.css';
import './charges.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract.ts';
import type { ChargeYear } from '../../../preload/dwelling-contract.ts';
import { ask } from '../../app/kiosk.ts';
import { noPages, type Pages, withPage } from '../../app/pages.ts';
import { usePages } from '../../app/use-pages.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { PagesEnd } from '../../components/pages-end/pages-end.tsx';
import { ScrollArea } from '../../components/scroll-area/scroll-area.tsx';
import { ChargeYearCard } from './charge-year-card.tsx';

type ChargePage = Extract<CallOutput<'charges.list'>, { ok: true }>['value'];

const NO_YEARS: Pages<ChargeYear> = noPages();

export interface ChargesScreenProps {
  accountId: string;
  lease: ReactNode;
  onBack(): void;
}

export function ChargesScreen({ accountId, lease, onBack }: ChargesScreenProps) {
  const { t } = useTranslation();
  const { pages, loadMore } = usePages<Pages<ChargeYear>, ChargePage>({
    key: accountId,
    empty: NO_YEARS,
    read: (cursor) => ask('charges.list', { accountId, cursor }),
    add: (before, { years, nextCursor }) => withPage(before, { entries: years, nextCursor }),
  });
  return (
    <Frame title={t('charges.title')} lead={t('charges.lead')} fills onBack={onBack}>
      <div className="charges">
        {lease}
        <ScrollArea
          key={accountId}
          label={t('charges.list')}
          growing={pages.phase.name === 'partial' || pages.phase.name === 'loading'}
        >
          <div className="charges__years">
            {pages.entries.map((year) => (
              <ChargeYearCard key={year.id} year={year} />
            ))}
          </div>
          <PagesEnd
            phase={pages.phase}
            hasLines={pages.entries.length > 0}
            words={{
              loading: t('charges.loading'),
              empty: t('charges.empty'),
              emptyText: t('charges.emptyText'),
              tooMany: (shown) => t('charges.tooMany', { shown }),
            }}
            onNearEnd={loadMore}
          />
        </ScrollArea>
      </div>
    </Frame>
  );
}
