/** The picture in sentences: what was used, and whether that is more or less. */
import type { TFunction } from 'i18next';
import type { Locale } from '../../../preload/contract.ts';
import type { Meter } from '../../../preload/dwelling-contract.ts';
import { monthInText, percent, quantity } from '../../app/formats.ts';
import { type Comparison, comparison, type Row, total } from './series.ts';

export type View = 'byMonth' | 'byYear';

/** Less than that, one way or the other, is "as much". */
const SAME_SHARE = 0.005;

/** @param rows what the picture shows, at least one */
export function sentencesOf(
  meter: Meter,
  rows: readonly Row[],
  view: View,
  words: { t: TFunction; locale: Locale },
): string[] {
  const { t, locale } = words;
  const last = rows.at(-1);
  const first = rows[0];
  if (!last || !first) return [];
  const shown = view === 'byMonth' ? rows : [last];
  const used = total(shown);
  if (used === null) return [];

  const amount = quantity(used, meter.unit, locale);
  const before = comparison(shown, 'before');
  const similar = comparison(shown, 'similar');
  const isPart = view === 'byMonth' && before !== null && before.count < shown.length;
  return [
    view === 'byMonth'
      ? t('consumption.total', {
          amount,
          from: monthInText(first.name, locale),
          to: monthInText(last.name, locale),
        })
      : t(last.monthsRead < 12 ? 'consumption.totalYearSoFar' : 'consumption.totalYear', {
          amount,
          year: last.name,
          count: last.monthsRead,
        }),
    ...(before ? [sentence('before', before)] : []),
    ...(isPart ? [t('consumption.beforePart', { count: before.count })] : []),
    ...(similar ? [sentence('similar', similar)] : []),
  ];

  function sentence(other: 'before' | 'similar', compared: Comparison): string {
    const share = compared.other === 0 ? 0 : (compared.used - compared.other) / compared.other;
    const facts = {
      percent: percent(Math.abs(share), locale),
      amount: quantity(compared.other, meter.unit, locale),
    };
    if (Math.abs(share) < SAME_SHARE) return t(`consumption.${other}Same`, facts);
    return share < 0 ? t(`consumption.${other}Less`, facts) : t(`consumption.${other}More`, facts);
  }
}
