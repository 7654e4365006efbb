/** The one locale that writes a moment as ISO 8601 does. */
const inFrance = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** What the wall clock of the agency shows at an instant: `2018-07-11` and `09:05`. */
export function momentInFrance(instant: string): { day: string; time: string } {
  const [day = '', time = ''] = inFrance.format(new Date(instant)).split(' ');
  return { day, time };
}
