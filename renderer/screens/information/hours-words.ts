/** Opening hours in the person's words. */
import { useTranslation } from 'react-i18next';
import type { AgencyCard } from '../../../preload/information-contract.ts';
import { useAccess } from '../../app/surroundings.ts';
import { openStateAt, weekInLines } from './opening-hours.ts';

const NO_BREAK_SPACE = '\u00a0';

/** A Monday, to name the days by. */
const SOME_MONDAY_MS = Date.UTC(2018, 0, 1);
const DAY_MS = 86_400_000;

export function useHoursWords() {
  const { t } = useTranslation();
  const { locale } = useAccess();

  /** `17 h`, `12 h 30`; `17:00` in English. */
  const time = (text: string) => {
    if (locale !== 'fr') return text;
    const [hours = '', minutes = ''] = text.split(':');
    return [String(Number(hours)), 'h', ...(minutes === '00' ? [] : [minutes])].join(NO_BREAK_SPACE);
  };
  const weekday = (number: number) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
      SOME_MONDAY_MS + (number - 1) * DAY_MS,
    );

  return {
    /** `Ouvert jusqu’à 17 h` */
    now(agency: AgencyCard, at: Date): string {
      const state = openStateAt(agency, at);
      switch (state.name) {
        case 'open':
          return t('information.hours.openUntil', { time: time(state.until) });
        case 'opensToday':
          return t('information.hours.opensAt', { time: time(state.at) });
        case 'opensOn':
          return t('information.hours.opensOn', { day: weekday(state.weekday), time: time(state.at) });
        case 'closedToday':
          return state.reason
            ? t('information.hours.closedFor', { reason: state.reason[locale] })
            : t('information.hours.closed');
        case 'closed':
          return t('information.hours.closed');
        default:
          return state satisfies never;
      }
    },
    /** `lundi – jeudi`, `9 h – 12 h 30 et 13 h 30 – 17 h` */
    week: ({ openingHours }: AgencyCard): { days: string; times: string }[] =>
      weekInLines(openingHours).map(({ first, last, times }) => ({
        days:
          first === last
            ? weekday(first)
            : t('information.hours.days', { first: weekday(first), last: weekday(last) }),
        times: times
          .map(({ from, to }) => t('information.hours.range', { from: time(from), to: time(to) }))
          .reduce((before, next) => t('information.hours.and', { first: before, second: next })),
      })),
  };
}
