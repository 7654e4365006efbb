/** "Payer en espèces à La Poste": how much, then the slip with its code. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LEAST_CASH_CENTS, MOST_CASH_CENTS } from '../../../preload/cash-limits.ts';
import type { Account } from '../../../preload/contract.ts';
import type { Arrivals } from '../../app/arrivals.ts';
import { AmountPad } from '../pay/amount-pad.tsx';
import { CashAmount } from './cash-amount.tsx';
import { SlipDesk } from './slip-desk.tsx';

export interface CashSlipScreenProps {
  account: Account;
  lease: ReactNode;
  arrivals: Arrivals;
  onBack(): void;
}

type Step = { name: 'amount' } | { name: 'part' } | { name: 'slip'; amountCents: number };

export function CashSlipScreen({ account, lease, arrivals, onBack }: CashSlipScreenProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ name: 'amount' });
  const goToAmount = () => setStep({ name: 'amount' });
  const choose = (amountCents: number) => setStep({ name: 'slip', amountCents });
  const owedCents = owedOf(account);

  switch (step.name) {
    case 'amount':
      return (
        <CashAmount
          owedCents={owedCents}
          lease={lease}
          onChoose={choose}
          onPart={() => setStep({ name: 'part' })}
          onBack={onBack}
        />
      );
    case 'part':
      return (
        <AmountPad
          range={{ minimumCents: LEAST_CASH_CENTS, maximumCents: Math.min(owedCents, MOST_CASH_CENTS) }}
          subject={{
            title: t('cashSlip.title'),
            lines: [t('balance.lease', { number: account.leaseNumber }), account.addressLines.join(', ')],
          }}
          onBack={goToAmount}
          onChoose={choose}
        />
      );
    case 'slip':
      return (
        <SlipDesk
          accountId={account.id}
          amountCents={step.amountCents}
          arrivals={arrivals}
          onBack={goToAmount}
          onHome={onBack}
        />
      );
    default:
      return step satisfies never;
  }
}

/** What was paid by card a moment ago need not be paid in cash, too. */
function owedOf({ balanceCents, beingRecorded }: Account): number {
  return balanceCents - beingRecorded.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
