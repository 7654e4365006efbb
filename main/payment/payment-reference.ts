/** Short enough to be said aloud and copied by hand, and random enough to name one payment of a kiosk: `7F3A-21C9`. */
export function referenceOf(attemptId: string): string {
  const lastDigits = attemptId.replaceAll('-', '').slice(-8).toUpperCase();
  return `${lastDigits.slice(0, 4)}-${lastDigits.slice(4)}`;
}
