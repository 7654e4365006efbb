/** One year of charges: its result in a sentence, then heading by heading. */
import '../../styles/ledger-table.css';
import { useTranslation } from 'react-i18next';
import type { ChargeYear } from '../../../preload/dwelling-contract.ts';
import { dayInText, money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';

export function ChargeYearCard({ year }: { year: ChargeYear }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { from, to, provisionsCents, headings, settlement } = year;
  const days = { from: dayInText(from, locale), to: dayInText(to, locale) };
  const cost = (cents: number | null) => (cents === null ? t('charges.toCome') : money(cents, locale));
  return (
    <section className="card charges__year">
      <h2>{t('charges.year', days)}</h2>
      {settlement ? (
        <div>
          <p className="charges__result">{resultOf(settlement.balanceCents)}</p>
          <p>{t('charges.settledOn', { day: dayInText(settlement.settledOn, locale) })}</p>
        </div>
      ) : (
        <p>{t('charges.notSettled')}</p>
      )}
      <table className="ledger">
        <caption className="only-heard">{t('charges.caption', days)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('charges.heading')}</th>
            <th scope="col" className="ledger__amount charges__column">
              {t('charges.provisions')}
            </th>
            <th scope="col" className="ledger__amount charges__column">
              {t('charges.costs')}
            </th>
          </tr>
        </thead>
        <tbody>
          {headings.map((heading) => (
            <tr key={heading.label}>
              <th scope="row" className="charges__heading">
                {/* The landlord's own words, whatever language the screen speaks. */}
                <bdi lang="fr">{heading.label}</bdi>
              </th>
              <td className="ledger__amount">{money(heading.provisionsCents, locale)}</td>
              <td className="ledger__amount">{cost(heading.costCents)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('charges.total')}</th>
            <td className="ledger__amount">{money(provisionsCents, locale)}</td>
            <td className="ledger__amount">{cost(settlement?.costsCents ?? null)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );

  function resultOf(balanceCents: number): string {
    if (balanceCents === 0) return t('charges.even');
    const amount = money(Math.abs(balanceCents), locale);
    return balanceCents > 0 ? t('charges.owed', { amount }) : t('charges.returned', { amount });
  }
}
