/** What somebody who has not signed in can walk between. */
import { useState } from 'react';
import { PartnerSites } from '../partner-sites/partner-sites.tsx';
import { usePartnerSites } from '../partner-sites/use-partner.ts';
import { SignIn } from './sign-in.tsx';

export function SignedOutScreens() {
  const [step, setStep] = useState<'signIn' | 'partnerSites'>('signIn');
  const hasSites = (usePartnerSites() ?? []).length > 0;

  if (step === 'partnerSites') return <PartnerSites onBack={() => setStep('signIn')} />;
  return <SignIn onPartnerSites={hasSites ? () => setStep('partnerSites') : null} />;
}
