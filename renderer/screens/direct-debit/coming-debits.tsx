import { CirclePause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ComingDebit, Mandate } from '../../../preload/direct-debit-contract.ts';
import { dayInText, money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';

export interface ComingDebitsProps {
  mandate: Mandate;
  debits: readonly ComingDebit[];
  onLeaveOut(debit: ComingDebit): void;
}

export function ComingDebits({ mandate, debits, onLeaveOut }: ComingDebitsProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  if (debits.length === 0) {
    const nothing = mandate.state === 'beingRecorded' ? 'noneYet' : 'none';
    return <p className="direct-debit__quiet">{t(`directDebit.coming.${nothing}`)}</p>;
  }
  return (
    <section aria-labelledby="coming-debits">
      <h2 id="coming-debits">{t('directDebit.coming.title')}</h2>
      <table className="coming-debits" aria-labelledby="coming-debits">
        <thead>
          <tr>
            <th scope="col">{t('directDebit.coming.day')}</th>
            <th scope="col" className="coming-debits__amount">
              {t('directDebit.coming.amount')}
            </th>
            <th scope="col">{t('directDebit.coming.state')}</th>
          </tr>
        </thead>
        <tbody>
          {debits.map((debit) => {
            const date = dayInText(debit.dueOn, locale);
            return (
              <tr key={debit.id}>
                <th scope="row">{date}</th>
                <td className="coming-debits__amount">{money(debit.amountCents, locale)}</td>
                <td>
                  <div className="coming-debits__state">
                    <span>{t(`directDebit.coming.states.${debit.state}`)}</span>
                    {debit.state === 'planned' && mandate.state !== 'ending' && (
                      <Button
                        icon={CirclePause}
                        label={t('directDebit.coming.leaveOutLabel', { date })}
                        onPress={() => onLeaveOut(debit)}
                      >
                        {t('directDebit.coming.leaveOut')}
                      </Button>
                    )}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
