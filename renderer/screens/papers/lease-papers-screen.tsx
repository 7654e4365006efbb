/** "Mon bail et mes attestations": the papers of the lease. */
import './papers.css';
import { ClipboardList, FileText, type LucideIcon, ScrollText, Stamp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract.ts';
import type { LeasePaper } from '../../../preload/dwelling-contract.ts';
import { dayInText } from '../../app/formats.ts';
import { ask } from '../../app/kiosk.ts';
import { noPages, type Pages, withPage } from '../../app/pages.ts';
import { useAccess } from '../../app/surroundings.ts';
import { usePages } from '../../app/use-pages.ts';
import { Tile } from '../../components/tile/tile.tsx';
import { PaperList } from './paper-list.tsx';
import { PaperShelf } from './paper-shelf.tsx';
import type { PapersScreenProps } from './rent-papers-screen.tsx';

type LeasePage = Extract<CallOutput<'paper.listLease'>, { ok: true }>['value'];

const NO_PAPERS: Pages<LeasePaper> = noPages();

const ICONS: Readonly<Record<LeasePaper['kind'], LucideIcon>> = {
  lease: ScrollText,
  leaseAmendment: ScrollText,
  entryInventory: ClipboardList,
  exitInventory: ClipboardList,
  rentCertificate: Stamp,
  other: FileText,
};

export function LeasePapersScreen({ tenant, accountId, lease, arrivals, onBack }: PapersScreenProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { pages, loadMore } = usePages<Pages<LeasePaper>, LeasePage>({
    key: accountId,
    empty: NO_PAPERS,
    read: (cursor) => ask('paper.listLease', { accountId, cursor }),
    add: (before, { papers, nextCursor }) => withPage(before, { entries: papers, nextCursor }),
  });

  return (
    <PaperShelf
      accountId={accountId}
      maskedEmail={tenant.maskedEmail}
      arrivals={arrivals}
      list={(take) => (
        <PaperList
          title={t('papers.leaseTitle')}
          lead={t('papers.leaseLead')}
          label={t('papers.leaseList')}
          empty={t('papers.emptyLease')}
          emptyText={t('papers.emptyLeaseText')}
          lease={lease}
          accountId={accountId}
          phase={pages.phase}
          hasLines={pages.entries.length > 0}
          onMore={loadMore}
          onBack={onBack}
        >
          {pages.entries.map(({ id, kind, issuedOn, pageCount }) => {
            const title = t(`papers.lease.${kind}`);
            const lead = t('papers.issuedOn', { day: dayInText(issuedOn, locale) });
            return (
              <li key={id} className="papers__paper">
                <Tile
                  icon={ICONS[kind]}
                  word={title}
                  text={`${lead} · ${t('papers.pages', { count: pageCount })}`}
                  onPress={() => take({ paperId: id, title, lead })}
                />
              </li>
            );
          })}
        </PaperList>
      )}
    />
  );
}
