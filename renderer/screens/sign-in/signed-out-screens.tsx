/** What somebody who has not signed in can walk between. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { alertsDoor } from '../../app/alerts-door.ts';
import { quickPayDoor } from '../../app/quick-pay-door.ts';
import { AlertsScreen } from '../alerts/alerts-screen.tsx';
import { usePublicAlerts } from '../alerts/use-alerts.ts';
import { Agencies } from '../information/agencies.tsx';
import { GoodToKnow } from '../information/good-to-know.tsx';
import { UsefulNumbers } from '../information/useful-numbers.tsx';
import { PartnerSites } from '../partner-sites/partner-sites.tsx';
import { PaymentMethods } from '../payment-methods/payment-methods.tsx';
import { QuickPay } from '../quick-pay/quick-pay.tsx';
import { SignIn } from './sign-in.tsx';
import { WithoutSigningIn } from './without-signing-in.tsx';

type Step =
  | 'signIn'
  | 'withoutSigningIn'
  | 'paymentMethods'
  | 'partnerSites'
  | 'usefulNumbers'
  | 'agencies'
  | 'goodToKnow'
  | 'alerts';

export function SignedOutScreens() {
  const [step, setStep] = useState<Step>(() => (alertsDoor.isWanted() ? 'alerts' : 'signIn'));
  const alerts = usePublicAlerts();
  useEffect(alertsDoor.close, []);
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
          onUsefulNumbers={() => setStep('usefulNumbers')}
          onAgencies={() => setStep('agencies')}
          onGoodToKnow={() => setStep('goodToKnow')}
          onAlerts={() => setStep('alerts')}
        />
      );
    case 'paymentMethods':
      return <PaymentMethods maskedEmail={null} onBack={goBack} onDirectDebit={null} />;
    case 'partnerSites':
      return <PartnerSites onBack={goBack} />;
    case 'usefulNumbers':
      return <UsefulNumbers onBack={goBack} />;
    case 'agencies':
      return <Agencies onBack={goBack} />;
    case 'goodToKnow':
      return <GoodToKnow onBack={goBack} />;
    case 'alerts':
      return <AlertsScreen alerts={alerts} onBack={goBack} />;
    default:
      return step satisfies never;
  }
}
