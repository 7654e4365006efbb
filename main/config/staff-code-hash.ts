/** Hashes of staff codes as the configuration holds them: argon2id, in the PHC string format of RFC 9106's reference code. */

export interface Argon2Cost {
  readonly memoryKibibytes: number;
  readonly iterations: number;
  readonly lanes: number;
}

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. */
const LEAST: Argon2Cost = { memoryKibibytes: 19_456, iterations: 2, lanes: 1 };
/** One try looks at every hash: more than this would keep staff waiting, or the kiosk out of memory. */
const MOST: Argon2Cost = { memoryKibibytes: 131_072, iterations: 6, lanes: 4 };
/** RFC 9106, section 3.1: 16 bytes of salt; a tag of 32 bytes. In base64 without padding. */
const LEAST_SALT_CHARACTERS = 22;
const LEAST_TAG_CHARACTERS = 43;

const PHC =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{1,86})\$([A-Za-z0-9+/]{1,86})$/;

export const EXPECTED_CODE_HASH =
  '$argon2id$v=19$m=…,t=…,p=…$salt$hash as `npm run doctor -- staff-code` prints it ' +
  `(m ${LEAST.memoryKibibytes}–${MOST.memoryKibibytes}, t ${LEAST.iterations}–${MOST.iterations}, p 1–${MOST.lanes})`;

/** Whether a hash would hold somebody up who stole it, and not the kiosk that has to look at it. */
export function isStrongCodeHash(text: string): boolean {
  const [, memory, iterations, lanes, salt = '', tag = ''] = PHC.exec(text) ?? [];
  if (memory === undefined) return false;
  return (
    isWithin(Number(memory), 'memoryKibibytes') &&
    isWithin(Number(iterations), 'iterations') &&
    isWithin(Number(lanes), 'lanes') &&
    salt.length >= LEAST_SALT_CHARACTERS &&
    tag.length >= LEAST_TAG_CHARACTERS
  );
}

function isWithin(value: number, cost: keyof Argon2Cost): boolean {
  return value >= LEAST[cost] && value <= MOST[cost];
}
