/** What a signed-in tenant can walk between. Where they stand is known here only, and goes with the session. */
import { useState } from 'react';
import type { Tenant } from '../../../preload/contract.ts';
import { useArrivals } from '../../app/arrivals.ts';
import { firstSelection, type Selection } from '../../app/selection.ts';
import { AccountScreen } from '../account/account-screen.tsx';
import { Home } from '../home/home.tsx';
import { PartnerSites } from '../partner-sites/partner-sites.tsx';
import { StatementScreen } from '../statement/statement-screen.tsx';
import { useAccounts } from './use-accounts.ts';

type Step =
  | { name: 'home' }
  | { name: 'account' }
  | { name: 'partnerSites' }
  | { name: 'statement'; cameFrom: Step };

export function TenantScreens({ tenant }: { tenant: Tenant }) {
  const { accounts, retry } = useAccounts();
  const arrivals = useArrivals();
  const [step, setStep] = useState<Step>({ name: 'home' });
  const [chosen, setChosen] = useState<Selection | null>(null);

  const list = accounts.name === 'ready' ? accounts.accounts : [];
  const selection = chosen ?? firstSelection(list);
  const goHome = () => setStep({ name: 'home' });

  if (step.name === 'partnerSites') return <PartnerSites onBack={goHome} />;
  if (!selection || step.name === 'home') {
    return (
      <Home
        tenant={tenant}
        accounts={accounts}
        onRetry={retry}
        onAccount={() => setStep({ name: 'account' })}
        onStatement={() => setStep({ name: 'statement', cameFrom: step })}
        onPartnerSites={() => setStep({ name: 'partnerSites' })}
      />
    );
  }
  if (step.name === 'account') {
    return (
      <AccountScreen
        accounts={list}
        selection={selection}
        onSelect={setChosen}
        onBack={goHome}
        onStatement={() => setStep({ name: 'statement', cameFrom: step })}
      />
    );
  }
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
}
