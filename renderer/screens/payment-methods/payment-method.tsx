/** One way to pay: what it is, what one needs for it, how long it takes. */
import '../../styles/card.css';
import './payment-methods.css';
import { CircleCheck, Clock, Info, ListChecks, type LucideIcon, Mail, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedPaymentMethod } from '../../../preload/information-contract.ts';
import type { PaymentMethodName } from '../../../preload/payment-methods.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { METHOD_ICONS } from './methods.ts';

export interface PaymentMethodProps {
  method: PaymentMethodName;
  /** What the landlord says of it, where it does. */
  offered: OfferedPaymentMethod | undefined;
  onBack(): void;
  /** Null where there is no form. */
  onPrintForm: (() => void) | null;
  /** Null where there is no form, or no address to send it to. */
  onEmailForm: (() => void) | null;
  /** Null where nothing more can be done about it here. */
  setUp: { word: string; onPress(): void } | null;
}

export function PaymentMethod(props: PaymentMethodProps) {
  const { method, offered, onBack, onPrintForm, onEmailForm, setUp } = props;
  const { t } = useTranslation();
  const { locale } = useAccess();
  const note = offered?.note?.[locale];
  return (
    <Frame
      screen="paymentMethods"
      title={t(`paymentMethods.methods.${method}.name`)}
      lead={offered?.inShort?.[locale] ?? t(`paymentMethods.methods.${method}.short`)}
      onBack={onBack}
      mainAction={
        setUp ? (
          <Button look="main" icon={METHOD_ICONS[method]} onPress={setUp.onPress}>
            {setUp.word}
          </Button>
        ) : (
          onPrintForm && (
            <Button look="main" icon={Printer} onPress={onPrintForm}>
              {t('paymentMethods.form.print')}
            </Button>
          )
        )
      }
    >
      <div className="payment-method">
        <Part icon={METHOD_ICONS[method]} title={t('paymentMethods.what')}>
          <p>{t(`paymentMethods.methods.${method}.what`)}</p>
        </Part>
        <Part icon={ListChecks} title={t('paymentMethods.needs')}>
          <ul className="payment-method__needs">
            {(['first', 'second'] as const).map((place) => (
              <li key={place}>
                <CircleCheck className="payment-method__mark" aria-hidden />
                {t(`paymentMethods.methods.${method}.needs.${place}`)}
              </li>
            ))}
          </ul>
        </Part>
        <Part icon={Clock} title={t('paymentMethods.time')}>
          <p>{t(`paymentMethods.methods.${method}.time`)}</p>
        </Part>
        {note && (
          <Part icon={Info} title={t('paymentMethods.note')}>
            <p>{note}</p>
          </Part>
        )}
        {setUp && onPrintForm && (
          <Button icon={Printer} onPress={onPrintForm}>
            {t('paymentMethods.form.print')}
          </Button>
        )}
        {onEmailForm && (
          <Button icon={Mail} onPress={onEmailForm}>
            {t('paymentMethods.form.email')}
          </Button>
        )}
      </div>
    </Frame>
  );
}

function Part({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children: ReactNode }) {
  return (
    <section className="card payment-method__part">
      <h2>
        <Icon className="payment-method__icon" aria-hidden />
        {title}
      </h2>
      {children}
    </section>
  );
}
