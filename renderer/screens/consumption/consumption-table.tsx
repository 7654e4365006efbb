/** The figures of the picture, for whoever would rather read or hear them. */
import '../../styles/ledger-table.css';
import { useTranslation } from 'react-i18next';
import type { Meter } from '../../../preload/dwelling-contract.ts';
import { monthInText, quantityFigure } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import type { Row } from './series.ts';
import type { View } from './summary.ts';

export function ConsumptionTable({ meter, rows, view }: { meter: Meter; rows: readonly Row[]; view: View }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const unit = t(`consumption.units.${meter.unit}`);
  const figure = (thousandths: number | null) =>
    thousandths === null ? t('consumption.notKnown') : quantityFigure(thousandths, meter.unit, locale);
  const used = ({ used: thousandths, isEstimated, monthsRead }: Row) => {
    if (thousandths === null)
      return t(view === 'byMonth' ? 'consumption.notRead' : 'consumption.notReadYear');
    const amount = quantityFigure(thousandths, meter.unit, locale);
    if (view === 'byYear') {
      return monthsRead < 12 ? t('consumption.soFar', { amount, count: monthsRead }) : amount;
    }
    return isEstimated ? t('consumption.estimated', { amount }) : amount;
  };
  return (
    <table className="ledger">
      <caption className="only-heard">
        {t('consumption.caption', { energy: t(`consumption.energies.${meter.energy}`), unit })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t(view === 'byMonth' ? 'consumption.month' : 'consumption.year')}</th>
          {(['used', 'before', 'similar'] as const).map((column) => (
            <th key={column} scope="col" className="ledger__amount consumption__column">
              {t(`consumption.${column}`)} ({unit})
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.toReversed().map((row) => (
          <tr key={row.name}>
            <th scope="row">{view === 'byMonth' ? monthInText(row.name, locale) : row.name}</th>
            <td className="ledger__amount consumption__column">{used(row)}</td>
            <td className="ledger__amount consumption__column">{figure(row.before)}</td>
            <td className="ledger__amount consumption__column">{figure(row.similar)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
