import { randomBytes } from 'node:crypto';

/** Without i, l, o and u: nobody takes one for another who has to type it. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const TOKEN_LETTERS = 26;

/** What finds a page in the open: 130 bits of chance, five a letter. */
export function newLinkToken(): string {
  return [...randomBytes(TOKEN_LETTERS)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}
