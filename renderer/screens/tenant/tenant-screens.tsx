/** What a signed-in tenant can walk between. Where they stand is known here only, and goes with the session. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Account, Tenant } from '../../../preload/contract.ts';
import type { ResidenceAlert } from '../../../preload/information-contract.ts';
import { useArrivals } from '../../app/arrivals.ts';
import { assistanceDoor } from '../../app/assistance-door.ts';
import { pageDoor } from '../../app/page-door.ts';
import { quickPayDoor } from '../../app/quick-pay-door.ts';
import { ScreenNameContext } from '../../app/screen-name.ts';
import { currentSelection, type Selection, selectionOf } from '../../app/selection.ts';
import { useQuickPayWish } from '../../app/use-quick-pay-wish.ts';
import { type Reading, useReading } from '../../app/use-reading.ts';
import { useStep } from '../../app/use-step.ts';
import { LeasePicker } from '../../components/selection-bar/lease-picker.tsx';
import { useOwnAlerts } from '../alerts/use-alerts.ts';
import { EMPTY_DRAFT } from '../direct-debit/draft.ts';
import { Home } from '../home/home.tsx';
import { EMPTY_INSURANCE_DRAFT } from '../insurance/draft.ts';
import { useInsuranceReminder } from '../insurance/use-insurance-reminder.ts';
import { MenuScreen } from '../menu/menu-screen.tsx';
import { usePaymentUnderWay } from '../pay/use-payment-under-way.ts';
import { EMPTY_DRAFT as EMPTY_REQUEST, type Draft as RequestDraft } from '../request-form/draft.ts';
import {
  AccountScreen,
  Agencies,
  AlertsScreen,
  AppointmentScreen,
  CashSlipScreen,
  ChargesScreen,
  ConsumptionScreen,
  DirectDebitScreen,
  FollowUpsScreen,
  GoodToKnow,
  HandInScreen,
  InsuranceScreen,
  LeasePapersScreen,
  PartnerSites,
  PaymentMethods,
  PaymentsScreen,
  PayScreen,
  RentPapersScreen,
  RequestsScreen,
  ScannedNotice,
  SituationScreen,
  StatementScreen,
  UsefulNumbers,
} from '../service-screens.ts';
import { EMPTY_PROFILE_DRAFT } from '../situation/draft.ts';
import { screenOfStep } from './screen-of-step.ts';
import {
  accountsFor,
  canBePaid,
  isOffered,
  isService,
  type MenuName,
  MenuTiles,
  type ServiceName,
} from './services.tsx';

const NO_ACCOUNTS: readonly Account[] = [];
const NO_ALERTS: readonly ResidenceAlert[] = [];

type Place = { name: 'home' } | { name: 'menu'; menu: MenuName };

type Step =
  | Place
  /** The lease, where it is known already. */
  | { name: 'pay'; accountId: string | null }
  | { name: ServiceName | 'cashSlip'; cameFrom: Step };

const HOME: Place = { name: 'home' };

/** The services that are about requests, and where each begins. */
const BEGIN_OF = { writeRequest: 'write', requests: 'list', assistance: 'assistance' } as const;

/** Where people pay, sign, print or fill something in, a scan takes them nowhere else. */
const AT_WORK: readonly Step['name'][] = [
  'appointment',
  'assistance',
  'cashSlip',
  'contact',
  'directDebit',
  'family',
  'handIn',
  'insurance',
  'pay',
  'requests',
  'statement',
  'work',
  'writeRequest',
];

export function TenantScreens({ tenant }: { tenant: Tenant }) {
  const [step, setStep] = useStep<Step>(HOME);
  return (
    <ScreenNameContext value={screenOfStep(step.name)}>
      <TenantScreen tenant={tenant} step={step} setStep={setStep} />
    </ScreenNameContext>
  );
}

interface TenantScreenProps {
  tenant: Tenant;
  step: Step;
  setStep(step: Step): void;
}

function TenantScreen({ tenant, step, setStep }: TenantScreenProps) {
  const { state: accounts, readAgain } = useReading('account.list', undefined);
  const arrivals = useArrivals();
  const [chosen, setChosen] = useState<Selection | null>(null);
  usePaymentUnderWay((payable) => {
    if (payable.kind === 'account') setStep({ name: 'pay', accountId: payable.accountId });
  });

  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [requestDrafts, setRequestDrafts] = useState<ReadonlyMap<string, RequestDraft>>(new Map());
  const wantsAssistance = useSyncExternalStore(assistanceDoor.subscribe, assistanceDoor.wish);
  const isAtWork = wantsAssistance || AT_WORK.includes(step.name);
  const scanned = useQuickPayWish(({ code }) => code !== null && !isAtWork);
  const [profileDraft, setProfileDraft] = useState(EMPTY_PROFILE_DRAFT);
  const [insuranceDraft, setInsuranceDraft] = useState(EMPTY_INSURANCE_DRAFT);
  const list = accounts.name === 'ready' ? accounts.value : NO_ACCOUNTS;
  // The same one from one drawing to the next, or each would be read anew.
  const served = useMemo(() => accountsAt(step.name, list), [step.name, list]);
  const selection = useMemo(() => currentSelection(served, chosen), [served, chosen]);
  const alerts = useOwnAlerts(list);
  // Drawn at once with what is owed: what came above it a moment later would move it away from under a finger.
  const shownAccounts: Reading<readonly Account[]> = alerts === null ? { name: 'loading' } : accounts;
  const insured = useMemo(() => accountsFor('insurance', list), [list]);
  const uninsured = useInsuranceReminder(insured, step.name === 'insurance');
  const goHome = () => setStep(HOME);
  const chooseForDebit = (other: Selection) => {
    setChosen(other);
    // What was signed was signed for one lease.
    setDraft((before) => ({ ...before, strokes: [] }));
  };

  const pay = (accountId: string | null) => {
    quickPayDoor.close();
    setStep({ name: 'pay', accountId });
  };

  useEffect(() =>
    pageDoor.keepOpen((page) => {
      const isThere = page === 'home' || (isService(page) && isOffered(page, list));
      if (!isThere || step.name === 'pay') return false;
      assistanceDoor.close();
      setStep(page === 'home' ? HOME : { name: page, cameFrom: HOME });
      return true;
    }),
  );

  if (scanned) {
    return (
      <ScannedNotice wish={scanned} onOwn={pay} onPay={() => pay(null)} onBack={() => quickPayDoor.close()} />
    );
  }
  const lives = list.map(({ life }) => life);
  if (wantsAssistance && selection) return requestsScreen('assistance', selection, assistanceDoor.close);
  const home = (
    <Home
      tenant={tenant}
      accounts={shownAccounts}
      alerts={alerts ?? NO_ALERTS}
      uninsured={uninsured}
      onRetry={readAgain}
      onPay={() => pay(null)}
      onService={(name) => setStep({ name, cameFrom: HOME })}
      onMenu={(menu) => setStep({ name: 'menu', menu })}
      onInsurance={(account) => {
        setChosen(selectionOf(account));
        setStep({ name: 'insurance', cameFrom: HOME });
      }}
    />
  );
  if (step.name === 'home') return home;
  if (step.name === 'menu') {
    return (
      <MenuScreen menu={step.menu} onBack={goHome}>
        <MenuTiles menu={step.menu} lives={lives} onService={(name) => setStep({ name, cameFrom: step })} />
      </MenuScreen>
    );
  }
  if (step.name === 'paymentMethods') {
    return (
      <PaymentMethods
        maskedEmail={tenant.maskedEmail}
        onBack={() => setStep(step.cameFrom)}
        onDirectDebit={
          accountsFor('directDebit', list).length > 0
            ? () => setStep({ name: 'directDebit', cameFrom: HOME })
            : null
        }
        onCashSlip={list.some(canBePaid) ? () => setStep({ name: 'cashSlip', cameFrom: step }) : null}
      />
    );
  }
  if (step.name === 'followUps') return <FollowUpsScreen onBack={() => setStep(step.cameFrom)} />;
  if (step.name === 'appointment') {
    return (
      <AppointmentScreen
        tenant={tenant}
        arrivals={arrivals}
        onBack={() => setStep(step.cameFrom)}
        onHome={goHome}
      />
    );
  }
  if (step.name === 'partnerSites') return <PartnerSites onBack={() => setStep(step.cameFrom)} />;
  if (step.name === 'usefulNumbers') return <UsefulNumbers onBack={() => setStep(step.cameFrom)} />;
  if (step.name === 'agencies') return <Agencies onBack={() => setStep(step.cameFrom)} />;
  if (step.name === 'goodToKnow') return <GoodToKnow onBack={() => setStep(step.cameFrom)} />;
  if (step.name === 'alerts') {
    return <AlertsScreen alerts={alerts ?? NO_ALERTS} onBack={() => setStep(step.cameFrom)} />;
  }
  // Who has no lease any more, or none yet, is written to all the same.
  if (step.name === 'contact') return situationScreen(step.name, selection, () => setStep(step.cameFrom));
  // What remains is about a lease.
  if (!selection) return home;
  if (step.name === 'pay') {
    return (
      <PayScreen
        tenant={tenant}
        accounts={served}
        accountId={step.accountId}
        onBack={goHome}
        onDone={() => {
          // What was paid stands beside the balance from now on.
          readAgain();
          goHome();
        }}
      />
    );
  }
  const goBack = () => setStep(step.cameFrom);
  const lease = <LeasePicker accounts={served} selection={selection} onSelect={setChosen} />;
  switch (step.name) {
    case 'payments':
      return (
        <PaymentsScreen
          tenant={tenant}
          accounts={served}
          selection={selection}
          onSelect={setChosen}
          arrivals={arrivals}
          onBack={goBack}
          onHome={goHome}
          onStatement={() => setStep({ name: 'statement', cameFrom: step })}
        />
      );
    case 'account':
      return (
        <AccountScreen
          accounts={served}
          selection={selection}
          onSelect={setChosen}
          onBack={goBack}
          onStatement={() => setStep({ name: 'statement', cameFrom: step })}
        />
      );
    case 'statement':
      return (
        <StatementScreen
          tenant={tenant}
          accounts={served}
          selection={selection}
          onSelect={setChosen}
          arrivals={arrivals}
          onBack={goBack}
          onHome={goHome}
        />
      );
    case 'directDebit':
      return (
        <DirectDebitScreen
          tenant={tenant}
          account={selection.account}
          lease={<LeasePicker accounts={served} selection={selection} onSelect={chooseForDebit} />}
          arrivals={arrivals}
          draft={draft}
          onDraft={setDraft}
          onBack={goBack}
          onHome={goHome}
        />
      );
    case 'rentPapers':
    case 'leasePapers': {
      const PapersScreen = step.name === 'rentPapers' ? RentPapersScreen : LeasePapersScreen;
      return (
        <PapersScreen
          tenant={tenant}
          accountId={selection.account.id}
          lease={lease}
          arrivals={arrivals}
          onBack={goBack}
        />
      );
    }
    case 'consumption':
      return <ConsumptionScreen accountId={selection.account.id} lease={lease} onBack={goBack} />;
    case 'charges':
      return <ChargesScreen accountId={selection.account.id} lease={lease} onBack={goBack} />;
    case 'cashSlip':
      return <CashSlipScreen account={selection.account} lease={lease} arrivals={arrivals} onBack={goBack} />;
    case 'writeRequest':
    case 'requests':
    case 'assistance':
      return requestsScreen(BEGIN_OF[step.name], selection, goBack);
    case 'handIn':
      return (
        <HandInScreen
          accountId={selection.account.id}
          lease={lease}
          arrivals={arrivals}
          onBack={goBack}
          onHome={goHome}
        />
      );
    case 'insurance':
      return (
        <InsuranceScreen
          account={selection.account}
          lease={<LeasePicker accounts={served} selection={selection} onSelect={setChosen} />}
          arrivals={arrivals}
          draft={insuranceDraft}
          onDraft={setInsuranceDraft}
          onBack={goBack}
          onHome={goHome}
        />
      );
    case 'family':
    case 'work':
      return situationScreen(step.name, selection, goBack);
    default:
      return step.name satisfies never;
  }

  function situationScreen(
    section: 'contact' | 'family' | 'work',
    about: Selection | null,
    onBack: () => void,
  ) {
    return (
      <SituationScreen
        section={section}
        account={about?.account ?? null}
        hasLeft={list.length > 0 && list.every(({ life }) => life === 'former')}
        arrivals={arrivals}
        draft={profileDraft}
        onDraft={setProfileDraft}
        onBack={onBack}
      />
    );
  }

  function requestsScreen(
    begin: (typeof BEGIN_OF)[keyof typeof BEGIN_OF],
    about: Selection,
    onBack: () => void,
  ) {
    return (
      <RequestsScreen
        key={begin}
        tenant={tenant}
        account={about.account}
        lease={<LeasePicker accounts={served} selection={about} onSelect={setChosen} />}
        arrivals={arrivals}
        begin={begin}
        drafts={requestDrafts}
        onDraft={(of, amend) =>
          setRequestDrafts((before) => new Map(before).set(of, amend(before.get(of) ?? EMPTY_REQUEST)))
        }
        onBack={onBack}
        onHome={() => {
          assistanceDoor.close();
          goHome();
        }}
      />
    );
  }
}

/** The accounts that can be chosen from where somebody stands. */
function accountsAt(name: Step['name'], list: readonly Account[]): readonly Account[] {
  switch (name) {
    case 'home':
    case 'menu':
      return list;
    case 'pay':
    case 'cashSlip':
      return list.filter(canBePaid);
    default:
      return accountsFor(name, list);
  }
}
