/**
 * The amount as nexo writes it: 11245 cents are 112.45. Made from its digits, so that no arithmetic rounds it; JSON
 * then writes the shortest number that reads the same, which is just these digits.
 */
export function majorUnits(amountCents: number): number {
  const digits = String(amountCents).padStart(3, '0');
  return Number(`${digits.slice(0, -2)}.${digits.slice(-2)}`);
}
