/** What a request is known by until the landlord has given it a reference: short enough to be said aloud. */
export function depositNumberOf(requestId: string): string {
  const lastDigits = requestId.replaceAll('-', '').slice(-8).toUpperCase();
  return `${lastDigits.slice(0, 4)}-${lastDigits.slice(4)}`;
}
