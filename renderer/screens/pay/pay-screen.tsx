/** "Payer mon loyer": for which lease, then the payment itself. */
import './pay.css';
import { House } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Tenant } from '../../../preload/contract.ts';
import { useBalanceWords } from '../../components/balance/balance-words.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { PayFlow } from './pay-flow.tsx';

export interface PayScreenProps {
  tenant: Tenant;
  accounts: readonly Account[];
  /** The lease that a payment is under way for already. */
  accountId: string | null;
  onBack(): void;
  onDone(): void;
}

export function PayScreen({ tenant, accounts, accountId, onBack, onDone }: PayScreenProps) {
  const { t } = useTranslation();
  const only = accounts.length === 1 ? (accounts[0] ?? null) : null;
  const [chosenId, setChosenId] = useState(accountId ?? only?.id ?? null);
  const chosen = accounts.find(({ id }) => id === chosenId);

  if (!chosen) return <LeaseChoice accounts={accounts} onBack={onBack} onChoose={setChosenId} />;
  return (
    <PayFlow
      key={chosen.id}
      payable={{ kind: 'account', accountId: chosen.id }}
      subject={{
        title: t('payment.title'),
        lines: [t('balance.lease', { number: chosen.leaseNumber }), chosen.addressLines.join(', ')],
      }}
      maskedEmail={tenant.maskedEmail}
      doneWord={t('statement.backHome')}
      onBack={only ? onBack : () => setChosenId(null)}
      onDone={onDone}
    />
  );
}

interface LeaseChoiceProps {
  accounts: readonly Account[];
  onBack(): void;
  onChoose(accountId: string): void;
}

function LeaseChoice({ accounts, onBack, onChoose }: LeaseChoiceProps) {
  const { t } = useTranslation();
  const { balance, recording } = useBalanceWords();
  return (
    <Frame screen="payment" title={t('payment.title')} lead={t('payment.whichLease')} onBack={onBack}>
      <div className="pay-page pay-page--leases">
        {accounts.map((account) => (
          <Tile
            key={account.id}
            icon={House}
            word={balance(account.balanceCents)}
            text={[
              recording(account.beingRecorded),
              t('balance.lease', { number: account.leaseNumber }),
              account.addressLines.join(', '),
            ]
              .filter((line) => line !== null)
              .join('\n')}
            onPress={() => onChoose(account.id)}
          />
        ))}
      </div>
    </Frame>
  );
}
