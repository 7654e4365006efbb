import '../../styles/card.css';
import { CalendarCheck, CircleX, Mail, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Mandate } from '../../../preload/direct-debit-contract.ts';
import { dayInText } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Facts } from '../../components/facts/facts.tsx';
import { dayOfMonth } from './day-of-month.ts';

export interface MandateCardProps {
  mandate: Mandate;
  onChangeDay(): void;
  onEnd(): void;
  onPrint(): void;
  /** Null when there is no address to send to. */
  onEmail: (() => void) | null;
}

/** The mandate, with no more of the IBAN than tells it from another. */
export function MandateCard({ mandate, onChangeDay, onEnd, onPrint, onEmail }: MandateCardProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { ibanLast4, bankName, holder, day, reference, signedOn } = mandate;
  const isEnding = mandate.state === 'ending';
  return (
    <section className="card" aria-labelledby="my-account">
      <h2 id="my-account">{t('directDebit.myAccount')}</h2>
      <Facts
        facts={[
          {
            name: t('directDebit.account'),
            value: (
              <>
                <span className="code" aria-hidden data-private>
                  {t('directDebit.masked', { last4: ibanLast4 })}
                </span>
                <span className="only-heard">
                  {t('directDebit.maskedHeard', { last4: [...ibanLast4].join(' ') })}
                </span>
                {bankName && (
                  <>
                    {' '}
                    <bdi>({bankName})</bdi>
                  </>
                )}
              </>
            ),
          },
          { name: t('directDebit.holder.label'), value: <bdi>{holder}</bdi> },
          ...(isEnding
            ? []
            : [
                {
                  name: t('directDebit.day'),
                  value: t('directDebit.dayChoice', { day: dayOfMonth(day, locale) }),
                },
              ]),
          {
            name: t('directDebit.reference'),
            value: t('directDebit.referenceSigned', { reference, day: dayInText(signedOn, locale) }),
          },
        ]}
      />
      <div className="direct-debit__actions">
        {!isEnding && (
          <>
            <Button icon={CalendarCheck} onPress={onChangeDay}>
              {t('directDebit.changeDay')}
            </Button>
            <Button icon={CircleX} onPress={onEnd}>
              {t('directDebit.end')}
            </Button>
          </>
        )}
        {mandate.canBePrinted && (
          <Button icon={Printer} onPress={onPrint}>
            {t('directDebit.printCopy')}
          </Button>
        )}
        {onEmail && (
          <Button icon={Mail} onPress={onEmail}>
            {t(mandate.canBePrinted ? 'directDebit.emailCopy' : 'directDebit.emailMandate')}
          </Button>
        )}
      </div>
    </section>
  );
}
