/** How rent can be paid, in plain words: the list, then one at a time. */
import './payment-methods.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedPaymentMethod } from '../../../preload/information-contract.ts';
import type { PaymentMethodName } from '../../../preload/payment-methods.ts';
import { useArrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { useAccess } from '../../app/surroundings.ts';
import { EmailProgress } from '../../components/email-progress/email-progress.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { PrintProgress } from '../../components/print-progress/print-progress.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { useInformation } from '../information/use-information.ts';
import { METHOD_ICONS } from './methods.ts';
import { PaymentMethod } from './payment-method.tsx';

export interface PaymentMethodsProps {
  onBack(): void;
  /** Null when there is no address to send to, or nobody is signed in. */
  maskedEmail: string | null;
  /** For whoever is signed in: set it up here. Null for others. */
  onDirectDebit: (() => void) | null;
  /** For whoever is signed in and has a lease: a slip for the post office. Null for others. */
  onCashSlip: (() => void) | null;
}

type Step =
  | { name: 'list' }
  | { name: 'method'; method: PaymentMethodName }
  | { name: 'printing' }
  | { name: 'emailing' };

const printForm = () => ask('paymentMethods.printForm', undefined);
const emailForm = () => ask('paymentMethods.emailForm', undefined);

export function PaymentMethods(props: PaymentMethodsProps) {
  const { maskedEmail, onBack, onDirectDebit, onCashSlip } = props;
  const { t } = useTranslation();
  const { printJobs, deliveries } = useArrivals();
  const [step, setStep] = useState<Step>({ name: 'list' });
  const offered = useInformation()?.paymentMethods ?? [];
  const goToList = () => setStep({ name: 'list' });
  const goToDirectDebit = () => setStep({ name: 'method', method: 'directDebit' });
  const email = maskedEmail === null ? null : () => setStep({ name: 'emailing' });

  switch (step.name) {
    case 'list':
      return (
        <MethodList
          offered={offered}
          onChoose={(method) => setStep({ name: 'method', method })}
          onBack={onBack}
        />
      );
    case 'method':
      return (
        <PaymentMethod
          key={step.method}
          method={step.method}
          offered={offered.find(({ method }) => method === step.method)}
          onBack={goToList}
          onPrintForm={step.method === 'directDebit' ? () => setStep({ name: 'printing' }) : null}
          onEmailForm={step.method === 'directDebit' ? email : null}
          setUp={setUpOf(step.method)}
        />
      );
    case 'printing':
      return (
        <PrintProgress
          request={printForm}
          jobs={printJobs}
          words={{
            title: t('paymentMethods.form.title'),
            preparing: t('paymentMethods.form.preparing'),
            nothingCame: t('paymentMethods.form.nothingCame'),
            back: t('paymentMethods.form.back'),
            home: t('paymentMethods.form.home'),
          }}
          onBack={goToDirectDebit}
          onHome={goToList}
          onSendInstead={email}
        />
      );
    case 'emailing':
      return (
        <EmailProgress
          maskedEmail={maskedEmail ?? ''}
          request={emailForm}
          deliveries={deliveries}
          words={{
            title: t('paymentMethods.form.emailTitle'),
            asking: t('paymentMethods.form.preparing'),
            home: t('paymentMethods.form.home'),
          }}
          onBack={goToDirectDebit}
          onHome={goToList}
          onPrintInstead={() => setStep({ name: 'printing' })}
        />
      );
    default:
      return step satisfies never;
  }

  function setUpOf(method: PaymentMethodName) {
    if (method === 'directDebit' && onDirectDebit) {
      return { word: t('paymentMethods.setUp'), onPress: onDirectDebit };
    }
    if (method === 'efficash' && onCashSlip) return { word: t('cashSlip.open'), onPress: onCashSlip };
    return null;
  }
}

function MethodList(props: {
  offered: readonly OfferedPaymentMethod[];
  onChoose(method: PaymentMethodName): void;
  onBack(): void;
}) {
  const { offered, onChoose, onBack } = props;
  const { t } = useTranslation();
  const { locale } = useAccess();
  return (
    <Frame
      screen="paymentMethods"
      title={t('paymentMethods.title')}
      lead={t('paymentMethods.lead')}
      onBack={onBack}
    >
      <div className="payment-methods">
        {offered.map(({ method, inShort }) => (
          <Tile
            key={method}
            icon={METHOD_ICONS[method]}
            word={t(`paymentMethods.methods.${method}.name`)}
            text={inShort?.[locale] ?? t(`paymentMethods.methods.${method}.short`)}
            onPress={() => onChoose(method)}
          />
        ))}
      </div>
    </Frame>
  );
}
