/** What somebody may hand to a channel who wants to break it: anything, and what is nearly right. */
import fc from 'fast-check';
import type * as z from 'zod';
import { valuesOf } from './values-of-schema.ts';

/** Stands in every text that is made here. Cannot be in a log by chance. */
export const MARKER = 'Quetzalcoatl';

/** Names by which objects are reached that nobody handed over. */
const TREACHEROUS_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'then',
  'toJSON',
  'length',
];

const treacherousTexts = fc.constantFrom(
  ...[
    '',
    ' ',
    '\0',
    '../../etc/passwd',
    '%00',
    '{{7*7}}',
    '#{process.env}',
    "' or 1=1 --",
    '\u202e',
    '\ud800',
  ],
  ...['2018-02-30', '0000-00-00', '+275760-09-13', 'NaN', 'null', 'undefined', '[object Object]', '1e999'],
  ...['<img src=x onerror=alert(1)>', `${MARKER}@exemple.fr`, 'x'.repeat(5_000)],
);

/** What a message can carry and nobody expects. */
const oddities = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    0,
    -0,
    NaN,
    Infinity,
    -Infinity,
    2 ** 53,
    1.5,
    10n ** 40n,
    [],
    {},
  ),
  treacherousTexts,
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
  }),
  fc.constant(null).map(cyclic),
  fc.constant(null).map(deep),
  fc.constant(null).map(() => new Error(MARKER)),
  fc.constant(null).map(() => /x/g),
  fc.constant(null).map(() => Array.from({ length: 500 }, () => MARKER)),
  fc.dictionary(fc.constantFrom(...TREACHEROUS_KEYS), fc.jsonValue()),
);

/** Anything at all, for a channel with this schema; now and then it is right after all. */
export function inputsFor(schema: z.ZodType): fc.Arbitrary<unknown> {
  const right = valuesOf(schema);
  return fc.oneof(
    { weight: 1, arbitrary: right },
    { weight: 2, arbitrary: oddities },
    { weight: 4, arbitrary: nearMisses(right) },
  );
}

/** A value of the right shape with one thing wrong. Not every change makes it wrong. */
function nearMisses(right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const key = fc.oneof(fc.constantFrom(...TREACHEROUS_KEYS, 'admin', 'staff', 'limit'), fc.string());
  return fc
    .tuple(right, fc.nat(), key, oddities, fc.constantFrom(...SPOILINGS))
    .map(([value, at, name, oddity, spoil]) => spoil(value, at, name, oddity));
}

type Spoiling = (value: unknown, at: number, name: string, oddity: unknown) => unknown;

const SPOILINGS: readonly Spoiling[] = [
  // One part left out.
  (value, at) => Object.fromEntries(partsOf(value).filter((_, index, { length }) => index !== at % length)),
  // One part that is something else.
  (value, at, _, oddity) =>
    Object.fromEntries(
      partsOf(value).map(([key, part], index, { length }) => [key, index === at % length ? oddity : part]),
    ),
  // One part more.
  (value, _, name, oddity) => withOwn(Object.fromEntries(partsOf(value)), name, oddity),
  // Parts in lists, parts as text.
  (value, at) =>
    Object.fromEntries(
      partsOf(value).map(([key, part], index, { length }) => [key, index === at % length ? [part] : part]),
    ),
  (value, at) =>
    Object.fromEntries(
      partsOf(value).map(([key, part], index, { length }) => [
        key,
        index === at % length ? `${String(part)} ${MARKER}` : part,
      ]),
    ),
  // The whole in another guise.
  (value) => [value],
  (value) => JSON.stringify(value) ?? MARKER,
  (value) => ({ value }),
  (value) => new Map(partsOf(value)),
  (value) => Object.assign([], value),
  (value, _, name) => withOwn({}, name, value),
];

function partsOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** As JSON.parse and a message do it, not as an assignment does: `__proto__` is then a key like any other. */
function withOwn(target: object, key: string, value: unknown): object {
  return Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

function cyclic(): unknown {
  const ring: Record<string, unknown> = { email: MARKER, accountId: 'a' };
  ring.self = ring;
  return ring;
}

function deep(): unknown {
  let within: unknown = MARKER;
  for (let level = 0; level < 100; level += 1) within = { within };
  return within;
}
