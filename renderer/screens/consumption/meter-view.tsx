/** One meter: in sentences, as a picture, as a table. */
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meter } from '../../../preload/dwelling-contract.ts';
import { dayInText, monthInText, monthOnAxis, quantityFigure } from '../../app/formats.ts';
import { lazyScreen } from '../../app/lazy-screen.tsx';
import { useAccess } from '../../app/surroundings.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { ConsumptionTable } from './consumption-table.tsx';
import { Legend } from './legend.tsx';
import { monthRows, yearRows } from './series.ts';
import { sentencesOf, type View } from './summary.ts';

/** What draws it is fetched when somebody looks at it, and not before. */
const Chart = lazyScreen(async () => (await import('./chart.tsx')).Chart);

export function MeterView({ meter, view }: { meter: Meter; view: View }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { energy, unit, replacedOn } = meter;
  const rows = view === 'byMonth' ? monthRows(meter) : yearRows(meter);
  const sentences = sentencesOf(meter, rows, view, { t, locale });
  if (sentences.length === 0) {
    return (
      <Notice kind="information">
        <p>
          <strong>{t('consumption.noReading')}</strong>
        </p>
        <p>{t('consumption.noReadingText')}</p>
      </Notice>
    );
  }
  const names = { energy: t(`consumption.energies.${energy}`), unit: t(`consumption.units.${unit}`) };
  const missing = view === 'byMonth' ? rows.filter(({ used }) => used === null) : [];
  const firstShown = meter.months.at(view === 'byMonth' ? -rows.length : 0)?.month ?? '';
  return (
    <>
      <div className="consumption__sentences">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <section className="card consumption__picture">
        <h2>{t(view === 'byMonth' ? 'consumption.pictureMonths' : 'consumption.pictureYears', names)}</h2>
        <Suspense
          fallback={
            <Waiting
              text={t('consumption.drawing')}
              explanation={t('consumption.drawingExplained')}
              longText={t('consumption.drawingLong')}
            />
          }
        >
          <Chart.Screen
            rows={rows}
            summary={sentences.join(' ')}
            labelOf={(name) => (view === 'byMonth' ? monthOnAxis(name, locale) : name)}
            figureOf={(thousandths) => quantityFigure(thousandths, unit, locale)}
          />
        </Suspense>
        <Legend
          rows={rows}
          nowWord={t(view === 'byMonth' ? 'consumption.legendNowMonths' : 'consumption.legendNow')}
        />
      </section>
      {missing.length > 0 && (
        <Notice kind="information">
          {t('consumption.missing', {
            months: missing.map(({ name }) => monthInText(name, locale)).join(', '),
          })}
        </Notice>
      )}
      {replacedOn
        .filter((day) => day >= firstShown)
        .map((day) => (
          <Notice key={day} kind="information">
            {t('consumption.replaced', { day: dayInText(day, locale) })}
          </Notice>
        ))}
      <h2>{t('consumption.table', names)}</h2>
      <ConsumptionTable meter={meter} rows={rows} view={view} />
    </>
  );
}
