/** My direct debit: how it stands, a mandate to sign, a day to change, one debit to leave out, an end. */
import './direct-debit.css';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Delivery, Failure, Result, Tenant } from '../../../preload/contract.ts';
import type { Arrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { useReading } from '../../app/use-reading.ts';
import { EmailProgress } from '../../components/email-progress/email-progress.tsx';
import { PrintProgress } from '../../components/print-progress/print-progress.tsx';
import { ConfirmStep, type WantedChange } from './confirm-step.tsx';
import { DayStep } from './day-step.tsx';
import { amended, type Draft, EMPTY_DRAFT } from './draft.ts';
import { HolderStep } from './holder-step.tsx';
import { BicStep, IbanStep } from './iban-step.tsx';
import { Overview } from './overview.tsx';
import { type SentKind, SentStep } from './sent-step.tsx';
import { SignatureStep } from './signature-step.tsx';
import { SummaryStep } from './summary-step.tsx';

export interface DirectDebitScreenProps {
  tenant: Tenant;
  account: Account;
  /** Which lease it is about, where there are several. */
  lease: ReactNode;
  arrivals: Arrivals;
  /** Kept by whoever keeps this screen: nothing that was typed is lost by a look at another one. */
  draft: Draft;
  onDraft(amend: (before: Draft) => Draft): void;
  onBack(): void;
  onHome(): void;
}

type PlainStep =
  | 'overview'
  | 'iban'
  | 'bic'
  | 'holder'
  | 'day'
  | 'summary'
  | 'signature'
  | 'newDay'
  | 'printing';

type Step =
  | { name: PlainStep }
  | { name: 'emailing'; canBePrinted: boolean }
  | { name: 'confirm'; change: WantedChange; cameFrom: 'overview' | 'newDay' }
  | { name: 'sent'; kind: SentKind; delivery: Delivery; copyByEmail: boolean };

export function DirectDebitScreen(props: DirectDebitScreenProps) {
  const { t } = useTranslation();
  const { tenant, account, lease, arrivals, draft, onDraft, onBack, onHome } = props;
  const accountId = account.id;
  const { state, readAgain } = useReading('directDebit.read', { accountId });
  const [step, setStep] = useState<Step>({ name: 'overview' });
  const print = useCallback(() => ask('directDebit.printMandate', { accountId }), [accountId]);
  const send = useCallback(() => ask('directDebit.emailMandate', { accountId }), [accountId]);

  const go = (name: PlainStep) => setStep({ name });
  const amend = (change: Partial<Draft>) => onDraft((before) => amended(before, change));
  const toOverview = () => {
    readAgain();
    go('overview');
  };
  const email = (canBePrinted: boolean) =>
    tenant.maskedEmail === null ? null : () => setStep({ name: 'emailing', canBePrinted });
  const holder = draft.holder ?? tenant.displayName;
  const directDebit = state.name === 'ready' ? state.value : null;

  /** Answers null when it is on its way. */
  function sentAs(kind: SentKind, answer: Result<Delivery>, copyByEmail = false): Failure | null {
    if (!answer.ok) return answer.error;
    setStep({ name: 'sent', kind, delivery: answer.value, copyByEmail });
    return null;
  }

  async function sign(day: number, signature: string): Promise<Failure | null> {
    const { iban, needsBic } = draft;
    const bic = needsBic ? draft.bic : null;
    const copyByEmail = draft.copyByEmail && tenant.maskedEmail !== null;
    const answer = await ask('directDebit.sign', {
      ...{ accountId, iban, bic, holder, day, signature, copyByEmail },
    });
    if (answer.ok) onDraft(() => EMPTY_DRAFT);
    return sentAs('mandate', answer, copyByEmail);
  }

  async function handIn(change: WantedChange): Promise<Failure | null> {
    switch (change.kind) {
      case 'day':
        return sentAs('day', await ask('directDebit.changeDay', { accountId, day: change.day }));
      case 'leaveOut':
        return sentAs('leaveOut', await ask('directDebit.leaveOut', { accountId, debitId: change.debit.id }));
      case 'end':
        return sentAs('end', await ask('directDebit.end', { accountId }));
      default:
        return change satisfies never;
    }
  }

  if (step.name === 'sent') {
    const { kind, delivery, copyByEmail } = step;
    return (
      <SentStep
        kind={kind}
        state={arrivals.deliveries.get(delivery.deliveryId) ?? delivery.state}
        copyByEmail={copyByEmail}
        onOverview={toOverview}
        onPrint={() => go('printing')}
        onEmail={email(true)}
      />
    );
  }
  if (step.name === 'emailing') {
    return (
      <EmailProgress
        maskedEmail={tenant.maskedEmail ?? ''}
        request={send}
        deliveries={arrivals.deliveries}
        words={{
          title: t('directDebit.emailTitle'),
          asking: t('directDebit.printing.preparing'),
          home: t('statement.backHome'),
        }}
        onBack={toOverview}
        onHome={onHome}
        onPrintInstead={step.canBePrinted ? () => go('printing') : null}
      />
    );
  }
  if (step.name === 'printing') {
    return (
      <PrintProgress
        request={print}
        jobs={arrivals.printJobs}
        words={{
          title: t('directDebit.printing.title'),
          preparing: t('directDebit.printing.preparing'),
          nothingCame: t('directDebit.printing.nothingCame'),
          back: t('directDebit.toOverview'),
          home: t('statement.backHome'),
        }}
        onBack={toOverview}
        onHome={onHome}
        onSendInstead={email(true)}
      />
    );
  }
  if (!directDebit || step.name === 'overview') {
    return (
      <Overview
        state={state}
        lease={lease}
        onRetry={readAgain}
        onBack={onBack}
        onSign={() => go('iban')}
        onChangeDay={() => go('newDay')}
        onLeaveOut={(debit) =>
          setStep({ name: 'confirm', change: { kind: 'leaveOut', debit }, cameFrom: 'overview' })
        }
        onEnd={() => setStep({ name: 'confirm', change: { kind: 'end' }, cameFrom: 'overview' })}
        onPrint={() => go('printing')}
        onEmail={email(directDebit?.mandate?.canBePrinted === true)}
      />
    );
  }
  switch (step.name) {
    case 'iban':
      return (
        <IbanStep
          draft={draft}
          onAmend={amend}
          onBack={() => go('overview')}
          onRight={(needsBic) => {
            amend({ needsBic });
            go(needsBic ? 'bic' : 'holder');
          }}
        />
      );
    case 'bic':
      return <BicStep draft={draft} onAmend={amend} onBack={() => go('iban')} onRight={() => go('holder')} />;
    case 'holder':
      return (
        <HolderStep
          holder={holder}
          onChange={(written) => amend({ holder: written })}
          onBack={() => go(draft.needsBic ? 'bic' : 'iban')}
          onNext={() => go('day')}
        />
      );
    case 'day':
      return (
        <DayStep
          title={t('directDebit.chooseDay.title')}
          lead={t('directDebit.chooseDay.lead')}
          days={directDebit.days}
          chosen={draft.day}
          onChoose={(day) => {
            amend({ day });
            go('summary');
          }}
          onBack={() => go('holder')}
        />
      );
    case 'summary':
    case 'signature': {
      const { day } = draft;
      if (day === null) throw new Error('a mandate without a day was to be signed');
      return step.name === 'summary' ? (
        <SummaryStep
          {...{ tenant, account, directDebit, holder }}
          draft={{ ...draft, day }}
          onAmend={amend}
          onBack={() => go('day')}
          onNext={() => go('signature')}
        />
      ) : (
        <SignatureStep
          strokes={draft.strokes}
          onStrokes={(strokes) => amend({ strokes })}
          onSend={(signature) => sign(day, signature)}
          onBack={() => go('summary')}
        />
      );
    }
    case 'newDay':
      return (
        <DayStep
          title={t('directDebit.newDay.title')}
          lead={t('directDebit.newDay.lead')}
          days={directDebit.days}
          chosen={directDebit.mandate?.day ?? null}
          onChoose={(day) =>
            day === directDebit.mandate?.day
              ? go('overview')
              : setStep({ name: 'confirm', change: { kind: 'day', day }, cameFrom: 'newDay' })
          }
          onBack={() => go('overview')}
        />
      );
    case 'confirm': {
      if (!directDebit.mandate) throw new Error('a mandate that is not there was to be changed');
      return (
        <ConfirmStep
          change={step.change}
          mandate={directDebit.mandate}
          onConfirm={() => handIn(step.change)}
          onBack={() => go(step.cameFrom)}
        />
      );
    }
    default:
      return step.name satisfies never;
  }
}
