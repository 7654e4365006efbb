/** What somebody who has not signed in can walk between. */
import { useState, useSyncExternalStore } from 'react';
import { quickPayDoor } from '../../app/quick-pay-door.ts';
import { PartnerSites } from '../partner-sites/partner-sites.tsx';
import { PaymentMethods } from '../payment-methods/payment-methods.tsx';
import { QuickPay } from '../quick-pay/quick-pay.tsx';
import { SignIn } from './sign-in.tsx';
import { WithoutSigningIn } from './without-signing-in.tsx';

type Step = 'signIn' | 'withoutSigningIn' | 'paymentMethods' | 'partnerSites';

export function SignedOutScreens() {
  const [step, setStep] = useState<Step>('signIn');
  const quickPayWish = useSyncExternalStore(quickPayDoor.subscribe, quickPayDoor.wish);
  const goBack = () => setStep('withoutSigningIn');
  const payQuickly = () => quickPayDoor.knock(null);

  if (quickPayWish) return <QuickPay wish={quickPayWish} onBack={quickPayDoor.close} />;
  switch (step) {
    case 'signIn':
      return <SignIn onQuickPay={payQuickly} onWithoutSigningIn={() => setStep('withoutSigningIn')} />;
    case 'withoutSigningIn':
      return (
        <WithoutSigningIn
          onBack={() => setStep('signIn')}
          onQuickPay={payQuickly}
          onPaymentMethods={() => setStep('paymentMethods')}
          onPartnerSites={() => setStep('partnerSites')}
        />
      );
    case 'paymentMethods':
      return <PaymentMethods maskedEmail={null} onBack={goBack} onDirectDebit={null} />;
    case 'partnerSites':
      return <PartnerSites onBack={goBack} />;
    default:
      return step satisfies never;
  }
}
