/** Of the contract: what SEPA lets a name have. Main judges again. */
const MOST_CHARACTERS = 70;
const WRITTEN = /^[\p{L}\p{M}\p{N}\p{Zs}.,'’&/()+-]+$/u;

export function holderFault(holder: string): 'missing' | 'tooLong' | 'characters' | null {
  const name = holder.trim();
  if (name.length < 2 || !/\p{L}/u.test(name)) return 'missing';
  if (name.length > MOST_CHARACTERS) return 'tooLong';
  return WRITTEN.test(name) ? null : 'characters';
}
