/** What somebody who has not signed in can walk between. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { RequestNature } from '../../../preload/request-contract.ts';
import { REQUEST_NATURES } from '../../../preload/request-subjects.ts';
import { alertsDoor } from '../../app/alerts-door.ts';
import { assistanceDoor } from '../../app/assistance-door.ts';
import { pageDoor } from '../../app/page-door.ts';
import { quickPayDoor } from '../../app/quick-pay-door.ts';
import { ScreenNameContext } from '../../app/screen-name.ts';
import { useQuickPayWish } from '../../app/use-quick-pay-wish.ts';
import { useStep } from '../../app/use-step.ts';
import { usePublicAlerts } from '../alerts/use-alerts.ts';
import { EMPTY_DRAFT } from '../joining/draft.ts';
import { LOST_PASSWORD_BEGINS } from '../joining/lost-password-step.ts';
import { EMPTY_DRAFT as EMPTY_REQUEST } from '../request-form/draft.ts';
import {
  Agencies,
  AlertsScreen,
  CreateAccount,
  GoodToKnow,
  LostPassword,
  PartnerSites,
  PaymentMethods,
  QuickPay,
  UnsignedDeposit,
  UnsignedRequest,
  UsefulNumbers,
} from '../service-screens.ts';
import { EMPTY_DEPOSIT_DRAFT } from '../unsigned-deposit/draft.ts';
import { SignIn } from './sign-in.tsx';
import { WithoutSigningIn } from './without-signing-in.tsx';

const STEPS = [
  'signIn',
  'withoutSigningIn',
  'paymentMethods',
  'partnerSites',
  'usefulNumbers',
  'agencies',
  'goodToKnow',
  'alerts',
  'createAccount',
  'lostPassword',
  'writeRequest',
  'handIn',
  'sendCertificate',
] as const;

type Step = (typeof STEPS)[number];

/** Where people fill something in: a scan takes them nowhere else. */
const FORMS: readonly Step[] = ['createAccount', 'lostPassword', 'writeRequest', 'handIn', 'sendCertificate'];

function isStep(name: string): name is Step {
  return (STEPS as readonly string[]).includes(name);
}

const ASSISTANCE: readonly RequestNature[] = ['onlineAccount'];
const ANY_BUT_ASSISTANCE = REQUEST_NATURES.filter((nature) => nature !== 'onlineAccount');

export function SignedOutScreens() {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [email, setEmail] = useState('');
  const [lostPassword, setLostPassword] = useState(LOST_PASSWORD_BEGINS);
  const [isChanged, setIsChanged] = useState(false);
  const [step, setStep] = useStep<Step>(() => (alertsDoor.wish() ? 'alerts' : 'signIn'));
  const alerts = usePublicAlerts();
  useEffect(alertsDoor.close, []);
  const wantsAssistance = useSyncExternalStore(assistanceDoor.subscribe, assistanceDoor.wish);
  const isFillingIn = wantsAssistance || FORMS.includes(step);
  const quickPayWish = useQuickPayWish(({ code }) => code === null || !isFillingIn);
  const [assistance, setAssistance] = useState(EMPTY_REQUEST);
  const [request, setRequest] = useState(EMPTY_REQUEST);
  const [deposit, setDeposit] = useState(EMPTY_DEPOSIT_DRAFT);
  const goBack = () => setStep('withoutSigningIn');
  const payQuickly = () => quickPayDoor.knock(null);

  const signIn = () => setStep('signIn');

  useEffect(() =>
    pageDoor.keepOpen((page) => {
      if (!isStep(page)) return false;
      quickPayDoor.close();
      assistanceDoor.close();
      setStep(page);
      return true;
    }),
  );

  if (quickPayWish) return <QuickPay wish={quickPayWish} onBack={quickPayDoor.close} />;
  if (wantsAssistance) {
    return (
      <UnsignedRequest
        key="assistance"
        natures={ASSISTANCE}
        draft={assistance}
        onDraft={setAssistance}
        onSent={() => setAssistance(EMPTY_REQUEST)}
        onBack={assistanceDoor.close}
      />
    );
  }
  switch (step) {
    case 'signIn':
      return (
        <SignIn
          email={email}
          onEmail={setEmail}
          isChanged={isChanged}
          onQuickPay={payQuickly}
          onCreateAccount={() => setStep('createAccount')}
          onLostPassword={() => setStep('lostPassword')}
          onWithoutSigningIn={() => setStep('withoutSigningIn')}
        />
      );
    case 'createAccount':
      return (
        <ScreenNameContext value="createAccount">
          <CreateAccount
            draft={draft}
            onDraft={setDraft}
            onSignIn={signIn}
            onLostPassword={() => setStep('lostPassword')}
            onWithout={() => setStep('withoutSigningIn')}
          />
        </ScreenNameContext>
      );
    case 'lostPassword':
      return (
        <ScreenNameContext value="lostPassword">
          <LostPassword
            email={email}
            onEmail={setEmail}
            step={lostPassword}
            onStep={setLostPassword}
            onBack={signIn}
            onChanged={(changedFor) => {
              setLostPassword(LOST_PASSWORD_BEGINS);
              setEmail(changedFor);
              setIsChanged(true);
              signIn();
            }}
          />
        </ScreenNameContext>
      );
    case 'withoutSigningIn':
      return (
        <WithoutSigningIn
          onBack={() => setStep('signIn')}
          onQuickPay={payQuickly}
          onAssistance={assistanceDoor.knock}
          onWriteRequest={() => setStep('writeRequest')}
          onHandIn={() => setStep('handIn')}
          onSendCertificate={() => setStep('sendCertificate')}
          onPaymentMethods={() => setStep('paymentMethods')}
          onPartnerSites={() => setStep('partnerSites')}
          onUsefulNumbers={() => setStep('usefulNumbers')}
          onAgencies={() => setStep('agencies')}
          onGoodToKnow={() => setStep('goodToKnow')}
          onAlerts={() => setStep('alerts')}
        />
      );
    case 'writeRequest':
      return (
        <ScreenNameContext value="newRequest">
          <UnsignedRequest
            natures={ANY_BUT_ASSISTANCE}
            draft={request}
            onDraft={setRequest}
            onSent={() => setRequest(EMPTY_REQUEST)}
            onBack={goBack}
          />
        </ScreenNameContext>
      );
    case 'handIn':
    case 'sendCertificate':
      return (
        <ScreenNameContext value="documents">
          <UnsignedDeposit
            kind={step === 'handIn' ? null : 'insuranceCertificate'}
            draft={deposit}
            onDraft={setDeposit}
            onSent={() => setDeposit(EMPTY_DEPOSIT_DRAFT)}
            onBack={goBack}
          />
        </ScreenNameContext>
      );
    case 'paymentMethods':
      return <PaymentMethods maskedEmail={null} onBack={goBack} onDirectDebit={null} onCashSlip={null} />;
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
