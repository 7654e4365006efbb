import type { Locale } from '../../../preload/contract.ts';
import { formatDayInWords, momentInFrance } from '../formats/dates.ts';
import { messagesIn } from '../messages/messages.ts';

/** What the wall clock of the agency shows at an instant: `11 juillet 2018 à 09 h 05`. */
export function momentInWords(instant: string, locale: Locale): string {
  const { day, time } = momentInFrance(instant);
  return messagesIn(locale).moment(formatDayInWords(day, locale), time);
}
