/** Which lease, where there are several. */
import { House } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../preload/contract.ts';
import { type Selection, selectionOf } from '../../app/selection.ts';
import { SituationSentences } from '../balance/balance-sentence.tsx';
import { Picker } from './picker.tsx';

export interface LeasePickerProps {
  accounts: readonly Account[];
  selection: Selection;
  onSelect(selection: Selection): void;
}

export function LeasePicker({ accounts, selection, onSelect }: LeasePickerProps) {
  const { t } = useTranslation();
  const { account, period } = selection;
  if (accounts.length < 2) return null;
  return (
    <Picker
      icon={House}
      name={t('account.lease')}
      value={<LeaseWords account={account} />}
      change={t('account.changeLease')}
      question={t('account.chooseLease')}
      options={accounts.map((each) => ({
        key: each.id,
        words: (
          <>
            <LeaseWords account={each} />
            <span>
              <SituationSentences account={each} />
            </span>
          </>
        ),
        chosen: each.id === account.id,
        choose: () => onSelect(selectionOf(each, period)),
      }))}
    />
  );
}

function LeaseWords({ account }: { account: Account }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="words__first">{t('balance.lease', { number: account.leaseNumber })}</span>
      <span>
        <bdi>{account.addressLines.join(', ')}</bdi>
      </span>
    </>
  );
}
