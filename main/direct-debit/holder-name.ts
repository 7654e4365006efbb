const WRITTEN = /^[\p{L}\p{M}\p{N}\p{Zs}.,'’&/()+-]+$/u;

/** A name as banks write it: something to read, nothing that draws lines or turns the direction of others. */
export function isHolderName(name: string): boolean {
  return WRITTEN.test(name) && /\p{L}/u.test(name);
}
