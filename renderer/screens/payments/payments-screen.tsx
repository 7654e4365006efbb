/** "Mes paiements": what was paid, by what means, and where it stands; and a receipt again. */
import './payments.css';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Tenant } from '../../../preload/contract.ts';
import type { PastPayment } from '../../../preload/payment-contract.ts';
import type { Arrivals } from '../../app/arrivals.ts';
import type { Selection } from '../../app/selection.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { PagesEnd } from '../../components/pages-end/pages-end.tsx';
import { ScrollArea } from '../../components/scroll-area/scroll-area.tsx';
import { LeasePicker } from '../../components/selection-bar/lease-picker.tsx';
import { PastReceipt } from './past-receipt.tsx';
import { PaymentsTable } from './payments-table.tsx';
import { usePayments } from './use-payments.ts';

export interface PaymentsScreenProps {
  tenant: Tenant;
  accounts: readonly Account[];
  selection: Selection;
  onSelect(selection: Selection): void;
  arrivals: Arrivals;
  onBack(): void;
  onHome(): void;
  onStatement(): void;
}

export function PaymentsScreen(props: PaymentsScreenProps) {
  const { t } = useTranslation();
  const { tenant, accounts, selection, onSelect, arrivals, onBack, onHome, onStatement } = props;
  const { payments, loadMore } = usePayments(selection.account.id);
  const [receiptOf, setReceiptOf] = useState<PastPayment | null>(null);
  const hasLines = payments.entries.length > 0;

  if (receiptOf) {
    return (
      <PastReceipt
        payment={receiptOf}
        maskedEmail={tenant.maskedEmail}
        arrivals={arrivals}
        onBack={() => setReceiptOf(null)}
        onHome={onHome}
      />
    );
  }
  return (
    <Frame
      screen="payments"
      title={t('payments.title')}
      lead={t('payments.lead')}
      fills
      onBack={onBack}
      mainAction={
        <Button look="main" icon={FileText} onPress={onStatement}>
          {t('account.getStatement')}
        </Button>
      }
    >
      <div className="payments">
        <LeasePicker accounts={accounts} selection={selection} onSelect={onSelect} />
        <ScrollArea
          key={selection.account.id}
          label={t('payments.table')}
          upWord={t('account.newer')}
          downWord={t('account.older')}
          growing={payments.phase.name === 'partial' || payments.phase.name === 'loading'}
        >
          {hasLines && <PaymentsTable payments={payments.entries} onReceipt={setReceiptOf} />}
          <PagesEnd
            phase={payments.phase}
            hasLines={hasLines}
            words={{
              loading: t('payments.loading'),
              empty: t('payments.empty'),
              emptyText: t('payments.emptyText'),
              tooMany: (shown) => t('payments.tooMany', { shown }),
            }}
            onNearEnd={loadMore}
          />
        </ScrollArea>
      </div>
    </Frame>
  );
}
