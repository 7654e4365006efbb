import { describe, expect, test } from 'vitest';
import { isStrongCodeHash } from './staff-code-hash.ts';

const SALT = 'BwcHBwcHBwcHBwcHBwcHBw';
const TAG = 'Yfl3rtvrLqLQA0k5KI1oKFledNhh/nd9f0tHgpMLh2I';

test('what our own command makes is accepted', () => {
  expect(isStrongCodeHash(`$argon2id$v=19$m=32768,t=3,p=1$${SALT}$${TAG}`)).toBe(true);
});

test('the least that OWASP asks for is accepted', () => {
  expect(isStrongCodeHash(`$argon2id$v=19$m=19456,t=2,p=1$${SALT}$${TAG}`)).toBe(true);
});

describe('refused', () => {
  test.each([
    ['a code in clear', '246810'],
    ['nothing', ''],
    ['argon2i', `$argon2i$v=19$m=32768,t=3,p=1$${SALT}$${TAG}`],
    ['bcrypt', '$2b$12$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234'],
    ['an old version', `$argon2id$v=16$m=32768,t=3,p=1$${SALT}$${TAG}`],
    ['too little memory', `$argon2id$v=19$m=4096,t=3,p=1$${SALT}$${TAG}`],
    ['a single pass', `$argon2id$v=19$m=32768,t=1,p=1$${SALT}$${TAG}`],
    ['no lane', `$argon2id$v=19$m=32768,t=3,p=0$${SALT}$${TAG}`],
    ['memory that the kiosk does not have', `$argon2id$v=19$m=4194304,t=3,p=1$${SALT}$${TAG}`],
    ['passes that never end', `$argon2id$v=19$m=32768,t=400,p=1$${SALT}$${TAG}`],
    ['a short salt', `$argon2id$v=19$m=32768,t=3,p=1$c2FsdA$${TAG}`],
    ['a short tag', `$argon2id$v=19$m=32768,t=3,p=1$${SALT}$c2FsdA`],
    ['something behind it', `$argon2id$v=19$m=32768,t=3,p=1$${SALT}$${TAG}\n`],
  ])('%s', (_what, text) => {
    expect(isStrongCodeHash(text)).toBe(false);
  });
});
