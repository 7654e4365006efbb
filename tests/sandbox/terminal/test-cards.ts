/**
 * The card numbers that a simulator gives away when it is told to misbehave. They are nobody's: card schemes
 * publish them for tests. Whoever proves that card data never enters looks for `CARD_TRACES` everywhere.
 */
export const TEST_CARDS = [
  { number: '4111111111111111', expiry: '2812' },
  { number: '5555555555554444', expiry: '2711' },
  { number: '378282246310005', expiry: '2906' },
  { number: '4012888888881881', expiry: '3001' },
  { number: '6011111111111117', expiry: '2809' },
] as const;

export type TestCard = (typeof TEST_CARDS)[number];

/** The one that a customer holds unless a plan names another. */
export const USUAL_CARD: TestCard = TEST_CARDS[0];

/** ISO/IEC 7813: format code, number, name, expiry and service code, discretionary data. */
export function track1Of({ number, expiry }: TestCard): string {
  return `%B${number}^MARTIN/JEANNE^${expiry}2010000000000000?`;
}

export function track2Of({ number, expiry }: TestCard): string {
  return `;${number}=${expiry}2010000000000?`;
}

/** As terminals print it: the first six and the last four. */
export function maskedNumberOf({ number }: TestCard): string {
  return `${number.slice(0, 6)}${'#'.repeat(number.length - 10)}${number.slice(-4)}`;
}

/** As it stands embossed on the card. */
function groupedNumberOf({ number }: TestCard, separator: string): string {
  return (number.match(/.{1,4}/g) ?? []).join(separator);
}

/** Every string that must be found nowhere in what the kiosk keeps, says or shows. */
export const CARD_TRACES: readonly string[] = TEST_CARDS.flatMap((card) => [
  card.number,
  groupedNumberOf(card, ' '),
  groupedNumberOf(card, '-'),
  Buffer.from(card.number, 'latin1').toString('hex'),
  ...base64TracesOf(card),
]);

/** Base64 looks different depending on what stands before: the part that stays, for each of the three places. */
function base64TracesOf({ number }: TestCard): string[] {
  return [0, 1, 2].map((before) => {
    const firstWhole = (3 - before) % 3;
    const wholeBytes = Math.floor((number.length - firstWhole) / 3) * 3;
    return Buffer.from(number.slice(firstWhole, firstWhole + wholeBytes), 'latin1').toString('base64');
  });
}
