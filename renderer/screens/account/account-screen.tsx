/** The ledger as the leaflet shows it: date, label, debit, credit, balance, the newest first. */
import './account-screen.css';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../preload/contract.ts';
import type { Selection } from '../../app/selection.ts';
import { SituationSentences } from '../../components/balance/balance-sentence.tsx';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { SelectionBar } from '../../components/selection-bar/selection-bar.tsx';
import { LedgerView } from './ledger-view.tsx';
import { useLedger } from './use-ledger.ts';

export interface AccountScreenProps {
  accounts: readonly Account[];
  selection: Selection;
  onSelect(selection: Selection): void;
  onBack(): void;
  onStatement(): void;
}

export function AccountScreen({ accounts, selection, onSelect, onBack, onStatement }: AccountScreenProps) {
  const { t } = useTranslation();
  const { ledger, loadMore } = useLedger(selection);
  return (
    <Frame
      screen="account"
      title={t('account.title')}
      lead={<SituationSentences account={selection.account} />}
      fills
      onBack={onBack}
      mainAction={
        <Button look="main" icon={FileText} onPress={onStatement}>
          {t('account.getStatement')}
        </Button>
      }
    >
      <div className="account-screen">
        <SelectionBar accounts={accounts} selection={selection} onSelect={onSelect} />
        <LedgerView ledger={ledger} period={selection.period} onNearEnd={loadMore} />
      </div>
    </Frame>
  );
}
