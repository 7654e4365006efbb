/** How rent can be paid, in plain words: the list, then one at a time. */
import './payment-methods.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useArrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { PrintProgress } from '../../components/print-progress/print-progress.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { METHOD_ICONS, METHODS, type Method } from './methods.ts';
import { PaymentMethod } from './payment-method.tsx';

export interface PaymentMethodsProps {
  onBack(): void;
  /** For whoever is signed in: set it up here. Null for others. */
  onDirectDebit: (() => void) | null;
}

type Step = { name: 'list' } | { name: 'method'; method: Method } | { name: 'printing' };

const printForm = () => ask('paymentMethods.printForm', undefined);

export function PaymentMethods({ onBack, onDirectDebit }: PaymentMethodsProps) {
  const { t } = useTranslation();
  const { printJobs } = useArrivals();
  const [step, setStep] = useState<Step>({ name: 'list' });
  const goToList = () => setStep({ name: 'list' });

  switch (step.name) {
    case 'list':
      return <MethodList onChoose={(method) => setStep({ name: 'method', method })} onBack={onBack} />;
    case 'method':
      return (
        <PaymentMethod
          key={step.method}
          method={step.method}
          onBack={goToList}
          onPrintForm={step.method === 'directDebit' ? () => setStep({ name: 'printing' }) : null}
          onSetUp={step.method === 'directDebit' ? onDirectDebit : null}
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
          onBack={() => setStep({ name: 'method', method: 'directDebit' })}
          onHome={goToList}
          onSendInstead={null}
        />
      );
    default:
      return step satisfies never;
  }
}

function MethodList({ onChoose, onBack }: { onChoose(method: Method): void; onBack(): void }) {
  const { t } = useTranslation();
  return (
    <Frame title={t('paymentMethods.title')} lead={t('paymentMethods.lead')} onBack={onBack}>
      <div className="payment-methods">
        {METHODS.map((method) => (
          <Tile
            key={method}
            icon={METHOD_ICONS[method]}
            word={t(`paymentMethods.methods.${method}.name`)}
            text={t(`paymentMethods.methods.${method}.short`)}
            onPress={() => onChoose(method)}
          />
        ))}
      </div>
    </Frame>
  );
}
