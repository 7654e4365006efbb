/** What somebody who has not signed in can walk between. */
import { useState } from 'react';
import { PartnerSites } from '../partner-sites/partner-sites.tsx';
import { PaymentMethods } from '../payment-methods/payment-methods.tsx';
import { SignIn } from './sign-in.tsx';
import { WithoutSigningIn } from './without-signing-in.tsx';

type Step = 'signIn' | 'withoutSigningIn' | 'paymentMethods' | 'partnerSites';

export function SignedOutScreens() {
  const [step, setStep] = useState<Step>('signIn');
  const goBack = () => setStep('withoutSigningIn');

  switch (step) {
    case 'signIn':
      return <SignIn onWithoutSigningIn={() => setStep('withoutSigningIn')} />;
    case 'withoutSigningIn':
      return (
        <WithoutSigningIn
          onBack={() => setStep('signIn')}
          onPaymentMethods={() => setStep('paymentMethods')}
          onPartnerSites={() => setStep('partnerSites')}
        />
      );
    case 'paymentMethods':
      return <PaymentMethods onBack={goBack} />;
    case 'partnerSites':
      return <PartnerSites onBack={goBack} />;
    default:
      return step satisfies never;
  }
}
