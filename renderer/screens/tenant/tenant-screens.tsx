/** What a signed-in tenant can walk between. Where they stand is known here only, and goes with the session. */
import { useMemo, useState } from 'react';
import type { Account, Tenant } from '../../../preload/contract.ts';
import { useArrivals } from '../../app/arrivals.ts';
import { quickPayDoor } from '../../app/quick-pay-door.ts';
import { currentSelection, type Selection } from '../../app/selection.ts';
import { LeasePicker } from '../../components/selection-bar/lease-picker.tsx';
import { AccountScreen } from '../account/account-screen.tsx';
import { DirectDebitScreen } from '../direct-debit/direct-debit-screen.tsx';
import { EMPTY_DRAFT } from '../direct-debit/draft.ts';
import { HandInScreen } from '../hand-in/hand-in-screen.tsx';
import { Home } from '../home/home.tsx';
import { PartnerSites } from '../partner-sites/partner-sites.tsx';
import { PayScreen } from '../pay/pay-screen.tsx';
import { usePaymentUnderWay } from '../pay/use-payment-under-way.ts';
import { PaymentMethods } from '../payment-methods/payment-methods.tsx';
import { PaymentsScreen } from '../payments/payments-screen.tsx';
import { StatementScreen } from '../statement/statement-screen.tsx';
import { ScannedNotice } from './scanned-notice.tsx';
import { useAccounts } from './use-accounts.ts';
import { useScannedNotice } from './use-scanned-notice.ts';

const NO_ACCOUNTS: readonly Account[] = [];

type Step =
  | { name: 'home' }
  /** The lease, where it is known already. */
  | { name: 'pay'; accountId: string | null }
  | { name: 'payments' }
  | { name: 'account' }
  | { name: 'paymentMethods' }
  | { name: 'partnerSites' }
  | { name: 'directDebit' }
  | { name: 'handIn' }
  | { name: 'statement'; cameFrom: Step };

/** Where people pay, sign or print, a scan takes them nowhere else. */
const AT_WORK: readonly Step['name'][] = ['pay', 'directDebit', 'statement'];

export function TenantScreens({ tenant }: { tenant: Tenant }) {
  const { accounts, readAgain } = useAccounts();
  const arrivals = useArrivals();
  const [step, setStep] = useState<Step>({ name: 'home' });
  const [chosen, setChosen] = useState<Selection | null>(null);
  usePaymentUnderWay((payable) => {
    if (payable.kind === 'account') setStep({ name: 'pay', accountId: payable.accountId });
  });

  const scanned = useScannedNotice(AT_WORK.includes(step.name));

  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const list = accounts.name === 'ready' ? accounts.accounts : NO_ACCOUNTS;
  // The same one from one drawing to the next, or each would be read anew.
  const selection = useMemo(() => currentSelection(list, chosen), [list, chosen]);
  const goHome = () => setStep({ name: 'home' });
  const chooseForDebit = (other: Selection) => {
    setChosen(other);
    // What was signed was signed for one lease.
    setDraft((before) => ({ ...before, strokes: [] }));
  };

  const pay = (accountId: string | null) => {
    quickPayDoor.close();
    setStep({ name: 'pay', accountId });
  };

  if (scanned) {
    return (
      <ScannedNotice wish={scanned} onOwn={pay} onPay={() => pay(null)} onBack={() => quickPayDoor.close()} />
    );
  }
  if (step.name === 'paymentMethods') {
    return (
      <PaymentMethods
        maskedEmail={tenant.maskedEmail}
        onBack={goHome}
        onDirectDebit={() => setStep({ name: 'directDebit' })}
      />
    );
  }
  if (step.name === 'partnerSites') return <PartnerSites onBack={goHome} />;
  if (!selection || step.name === 'home') {
    return (
      <Home
        tenant={tenant}
        accounts={accounts}
        onRetry={readAgain}
        onPay={() => pay(null)}
        onPayments={() => setStep({ name: 'payments' })}
        onAccount={() => setStep({ name: 'account' })}
        onStatement={() => setStep({ name: 'statement', cameFrom: step })}
        onDirectDebit={() => setStep({ name: 'directDebit' })}
        onHandIn={() => setStep({ name: 'handIn' })}
        onPaymentMethods={() => setStep({ name: 'paymentMethods' })}
        onPartnerSites={() => setStep({ name: 'partnerSites' })}
      />
    );
  }
  switch (step.name) {
    case 'pay':
      return (
        <PayScreen
          tenant={tenant}
          accounts={list}
          accountId={step.accountId}
          onBack={goHome}
          onDone={() => {
            // What was paid stands beside the balance from now on.
            readAgain();
            goHome();
          }}
        />
      );
    case 'payments':
      return (
        <PaymentsScreen
          tenant={tenant}
          accounts={list}
          selection={selection}
          onSelect={setChosen}
          arrivals={arrivals}
          onBack={goHome}
        />
      );
    case 'account':
      return (
        <AccountScreen
          accounts={list}
          selection={selection}
          onSelect={setChosen}
          onBack={goHome}
          onStatement={() => setStep({ name: 'statement', cameFrom: step })}
        />
      );
    case 'statement':
      return (
        <StatementScreen
          tenant={tenant}
          accounts={list}
          selection={selection}
          onSelect={setChosen}
          arrivals={arrivals}
          onBack={() => setStep(step.cameFrom)}
          onHome={goHome}
        />
      );
    case 'directDebit':
      return (
        <DirectDebitScreen
          tenant={tenant}
          account={selection.account}
          lease={<LeasePicker accounts={list} selection={selection} onSelect={chooseForDebit} />}
          arrivals={arrivals}
          draft={draft}
          onDraft={setDraft}
          onBack={goHome}
          onHome={goHome}
        />
      );
    case 'handIn':
      return (
        <HandInScreen
          accountId={selection.account.id}
          lease={<LeasePicker accounts={list} selection={selection} onSelect={setChosen} />}
          arrivals={arrivals}
          onHome={goHome}
        />
      );
    default:
      return step satisfies never;
  }
}
