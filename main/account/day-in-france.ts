/** The day on the wall calendar of the agency, whatever the machine's own time zone: `2018-07-11`. */
export function dayInFrance(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(instant);
}
