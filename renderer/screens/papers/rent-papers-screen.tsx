/** "Avis d'échéance et quittances": the papers of each month's rent, the newest month first. */
import '../../styles/card.css';
import './papers.css';
import { FileCheck, FileText, type LucideIcon, Receipt } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput, Tenant } from '../../../preload/contract.ts';
import type { RentMonth, RentPaper } from '../../../preload/dwelling-contract.ts';
import type { Arrivals } from '../../app/arrivals.ts';
import { dayInText, money, monthInText } from '../../app/formats.ts';
import { ask } from '../../app/kiosk.ts';
import { noPages, type Pages, withPage } from '../../app/pages.ts';
import { useAccess } from '../../app/surroundings.ts';
import { usePages } from '../../app/use-pages.ts';
import { Button } from '../../components/button/button.tsx';
import type { PaperInHand } from './paper-desk.tsx';
import { PaperList } from './paper-list.tsx';
import { PaperShelf } from './paper-shelf.tsx';

type RentPage = Extract<CallOutput<'paper.listRent'>, { ok: true }>['value'];
type Entry = RentMonth & { id: string };

const NO_MONTHS: Pages<Entry> = noPages();

const ICONS: Readonly<Record<RentPaper['kind'], LucideIcon>> = {
  rentNotice: FileText,
  quittance: FileCheck,
  receipt: Receipt,
};

export interface PapersScreenProps {
  tenant: Tenant;
  accountId: string;
  lease: ReactNode;
  arrivals: Arrivals;
  onBack(): void;
}

export function RentPapersScreen({ tenant, accountId, lease, arrivals, onBack }: PapersScreenProps) {
  const { t } = useTranslation();
  const { pages, loadMore } = usePages<Pages<Entry>, RentPage>({
    key: accountId,
    empty: NO_MONTHS,
    read: (cursor) => ask('paper.listRent', { accountId, cursor }),
    add: (before, { months, nextCursor }) =>
      withPage(before, { entries: months.map((month) => ({ ...month, id: month.month })), nextCursor }),
  });

  return (
    <PaperShelf
      accountId={accountId}
      maskedEmail={tenant.maskedEmail}
      arrivals={arrivals}
      list={(take) => (
        <PaperList
          title={t('papers.rentTitle')}
          lead={t('papers.rentLead')}
          label={t('papers.rentList')}
          empty={t('papers.emptyRent')}
          emptyText={t('papers.emptyRentText')}
          lease={lease}
          accountId={accountId}
          phase={pages.phase}
          hasLines={pages.entries.length > 0}
          onMore={loadMore}
          onBack={onBack}
        >
          {pages.entries.map((month) => (
            <MonthCard key={month.month} month={month} onChoose={take} />
          ))}
        </PaperList>
      )}
    />
  );
}

function MonthCard({ month, onChoose }: { month: RentMonth; onChoose(paper: PaperInHand): void }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const name = monthInText(month.month, locale);
  const hasReceipt = month.papers.some(({ kind }) => kind === 'receipt');
  return (
    <li className="card papers__month">
      <div>
        <h2>{name}</h2>
        <p>{stateOf(month)}</p>
        {month.leftToPayCents > 0 && (
          <p className="papers__hint">{t(hasReceipt ? 'papers.noQuittanceReceipt' : 'papers.noQuittance')}</p>
        )}
      </div>
      <div className="papers__buttons">
        {month.papers.map(({ id, kind, issuedOn }) => {
          const title = t('papers.of', { kind: t(`papers.rent.${kind}`), month: name });
          const lead = t('papers.issuedOn', { day: dayInText(issuedOn, locale) });
          return (
            <Button
              key={id}
              icon={ICONS[kind]}
              label={title}
              onPress={() => onChoose({ paperId: id, title, lead })}
            >
              {t(`papers.rent.${kind}`)}
            </Button>
          );
        })}
      </div>
    </li>
  );

  function stateOf({ dueCents, leftToPayCents }: RentMonth): string {
    const amount = money(dueCents, locale);
    if (leftToPayCents === 0) return t('papers.paid', { amount });
    return leftToPayCents < dueCents
      ? t('papers.leftToPay', { left: money(leftToPayCents, locale), amount })
      : t('papers.toPay', { amount });
  }
}
