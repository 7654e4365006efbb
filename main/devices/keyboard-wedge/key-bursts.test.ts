import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TypedBadge } from '../badge-reader/typed-badge.ts';
import { keyOfUsage, RECORDED_BADGE, RECORDED_KEYS } from '../testing/recorded-frames.ts';
import { BURST_GAP_MS, createKeyBursts } from './key-bursts.ts';

const CODE = 'EKI100447320180736000000277468';
const REFERENCE = '00447320180736';
/** A number for tests, that no bank has given to anybody. */
const TRACKS =
  '%B4970101234567890^MARTIN/JEANNE^25121010000000000000?;4970101234567890=25121010000012300000?';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what a scanner types', () => {
  test.each([
    ['the whole code of a notice', CODE, CODE],
    ['a reference', REFERENCE, REFERENCE],
    ['a code, as a keyboard with CapsLock has it', CODE.toLowerCase(), CODE.toLowerCase()],
    ['a code that means an American keyboard, on a French one', `EKI&àà''è"éà&_àè"-`, 'EKI100447320180736'],
    ['some other bar code', '3017620422003', '3017620422003'],
  ])('never reaches the page: %s', (_, typed, scanned) => {
    const page = open();

    page.type(typed, 8);
    page.press('Enter');
    vi.runAllTimers();

    expect(page.scanned).toEqual([scanned]);
    expect(page.got).toEqual([]);
  });

  test('is taken with the Shift key that makes its capitals', () => {
    const page = open();

    for (const sign of CODE) {
      if (/[A-Z]/.test(sign)) page.press('Shift');
      vi.advanceTimersByTime(4);
      page.press(sign);
    }
    page.press('Enter');

    expect(page.scanned).toEqual([CODE]);
    expect(page.got).toEqual(['Shift', 'Shift', 'Shift']);
  });

  test('is taken though the scanner takes a breath', () => {
    const page = open();

    page.type(CODE.slice(0, 12), 8);
    vi.advanceTimersByTime(70);
    page.type(CODE.slice(12), 8);
    page.press('Enter');

    expect(page.scanned).toEqual([CODE]);
    expect(page.got).toEqual([]);
  });

  test('is taken without Enter, when it bears the mark', () => {
    const page = open();

    page.type(CODE, 8);
    vi.runAllTimers();

    expect(page.scanned).toEqual([CODE]);
    expect(page.got).toEqual([]);
  });

  test('is taken in one piece though the machine was busy in the middle of it', () => {
    const page = open();

    page.type(CODE.slice(0, 10), 8);
    // The clock has gone on and nothing has run: the timer and the next keys are waiting side by side.
    vi.setSystemTime(Date.now() + 500);
    const now = performance.now();
    vi.spyOn(performance, 'now').mockImplementation(() => now + 500);
    vi.advanceTimersByTime(BURST_GAP_MS);
    vi.mocked(performance.now).mockRestore();
    page.type(CODE.slice(10), 8);
    page.press('Enter');

    expect(page.scanned).toEqual([CODE]);
    expect(page.got).toEqual([]);
  });

  test('is taken twice when it is scanned twice', () => {
    const page = open();

    for (const code of [CODE, REFERENCE]) {
      page.type(code, 3);
      page.press('Enter');
    }

    expect(page.scanned).toEqual([CODE, REFERENCE]);
  });
});

describe('what a badge reader types', () => {
  const DECIMAL = { signs: 10, figures: 'decimal' } as const;
  const WITH_PREFIX = { prefix: 'BG', signs: 14, figures: 'decimal' } as const;
  const HEXADECIMAL = { signs: 8, figures: 'hexadecimal' } as const;

  test.each([
    ['ten figures', DECIMAL, '0461851553', '0461851553'],
    ['ten figures, on a French keyboard', DECIMAL, 'à\'-&_(&(("', '0461851553'],
    ['a prefix and as many figures as a barcode has', WITH_PREFIX, 'BG00447320180736', '00447320180736'],
    ['hexadecimal figures', HEXADECIMAL, 'e7fade26', 'E7FADE26'],
    ['hexadecimal figures, on a French keyboard', HEXADECIMAL, 'QDBEèFQé', 'ADBE7FA2'],
  ])('is told and never reaches the page: %s', (_, badge, typed, number) => {
    const page = open([badge]);

    page.type(typed, 8);
    page.press('Enter');
    vi.runAllTimers();

    expect(page.badges).toEqual([number]);
    expect(page.scanned).toEqual([]);
    expect(page.got).toEqual([]);
  });

  test('is told as a reader was recorded, and not when a key was lost', () => {
    const page = open([DECIMAL]);
    const short = RECORDED_KEYS.map(keyOfUsage);

    for (const key of [...RECORDED_BADGE, 'Enter']) page.press(key);
    for (const key of short) page.press(key);
    vi.runAllTimers();

    expect(page.badges).toEqual([RECORDED_BADGE]);
    expect(page.got.join('')).toBe(short.join(''));
  });

  test.each([
    ['no Enter', '0461851553', false],
    ['a figure less', '046185155', true],
    ['nothing but zeros', '0000000000', true],
  ])('is none with %s', (_, typed, isEnded) => {
    const page = open([DECIMAL]);

    page.type(typed, 8);
    if (isEnded) page.press('Enter');
    vi.runAllTimers();

    expect(page.badges).toEqual([]);
  });

  test('is told apart from a notice, whichever comes first', () => {
    const page = open([DECIMAL, WITH_PREFIX]);

    for (const typed of ['0461851553', CODE, 'BG00447320180736', REFERENCE]) {
      page.type(typed, 4);
      page.press('Enter');
    }

    expect(page.badges).toEqual(['0461851553', REFERENCE]);
    expect(page.scanned).toEqual([CODE, REFERENCE]);
  });

  test('goes to the page, like anything else, where no badge is typed', () => {
    const page = open();

    page.type('0461851553', 8);
    page.press('Enter');

    expect(page.badges).toEqual([]);
    expect(page.got.join('')).toBe('0461851553Enter');
  });

  test('is no person’s typing of the same figures', () => {
    const page = open([DECIMAL]);

    page.type('0461851553', 90);
    page.press('Enter');
    vi.runAllTimers();

    expect(page.badges).toEqual([]);
    expect(page.got.join('')).toBe('0461851553Enter');
  });
});

describe('what a person types', () => {
  test.each([
    ['an e-mail address', 'elise.kim3@exemple.fr'],
    ['a staff code', '246810'],
    ['a reference, by hand', REFERENCE],
    ['a sentence', "L'eau est coupée ; 3 jours (bâtiment B) à 50 % !"],
    ['Arabic', 'السيد'],
  ])('reaches the page, in its order: %s', (_, typed) => {
    const page = open();

    page.type(typed, 90);
    page.press('Enter');
    vi.runAllTimers();

    expect(page.got.join('')).toBe(`${typed}Enter`);
    expect(page.scanned).toEqual([]);
  });

  test.each([
    ['a name, by ten fast fingers', 'ekimmelbe', 20],
    ['six figures', '246810', 20],
    ['a long number without Enter', '0549371000123456', 20],
  ])('reaches the page though it was fast: %s', (_, typed, gapMs) => {
    const page = open();

    page.type(typed, gapMs);
    vi.runAllTimers();

    expect(page.got.join('')).toBe(typed);
  });

  test('is held back for no longer than nobody notices, and most of it not at all', () => {
    const page = open();

    page.type('a7', 90);
    expect(page.got).toEqual(['a']);
    vi.advanceTimersByTime(BURST_GAP_MS);

    expect(page.got).toEqual(['a', '7']);
  });

  test('comes before the key that follows it', () => {
    const page = open();

    page.type('123', 10);
    page.press('Backspace');

    expect(page.got).toEqual(['1', '2', '3', 'Backspace']);
  });

  test('may be a key that is held down', () => {
    const page = open();

    page.press('7');
    for (let times = 0; times < 20; times++) {
      vi.advanceTimersByTime(30);
      page.press('7', { isRepeat: true });
    }

    expect(page.got).toEqual(Array(21).fill('7'));
    expect(page.scanned).toEqual([]);
  });
});

describe('what a card reader types', () => {
  test.each([
    ['two tracks', TRACKS],
    ['the second track', TRACKS.slice(TRACKS.indexOf(';'))],
    ['the first track, on a French keyboard', '5B\'ç(à&é"\'(è_çà&é"6MARTIN!JEANNE6é(&é'],
    ['tracks after a sign of its own', `0${TRACKS}`],
    ['far more than a card holds', TRACKS.repeat(20)],
  ])('reaches nobody: %s', (_, typed) => {
    const page = open();

    page.type(typed, 4);
    page.press('Enter');
    vi.runAllTimers();

    expect(page.got).toEqual([]);
    expect(page.scanned).toEqual([]);
    expect(page.onTrack).toHaveBeenCalledOnce();
  });

  test.each([
    ['in the middle of it', TRACKS.slice(0, 30), 400, TRACKS.slice(30)],
    ['in the middle of the number', TRACKS.slice(0, 8), 400, TRACKS.slice(8)],
    ['after its first signs', TRACKS.slice(0, 2), 60, TRACKS.slice(2)],
  ])('reaches nobody though the reader halted %s', (_, before, haltMs, after) => {
    const page = open();

    page.type(before, 4);
    vi.advanceTimersByTime(haltMs);
    page.type(after, 4);
    page.press('Enter');
    vi.runAllTimers();

    expect(page.got.join('')).not.toMatch(/\d/);
    expect(page.got.length).toBeLessThanOrEqual(2);
    expect(page.onTrack).toHaveBeenCalledOnce();
  });

  test('hinders nobody who types after it', () => {
    const page = open();
    page.type(TRACKS, 4);
    page.press('Enter');

    page.type('merci', 90);
    vi.runAllTimers();

    expect(page.got.join('')).toBe('merci');
  });
});

test('no keys, in whatever order and at whatever pace, make it stumble, and none is lost but to a scan, a badge or a track', () => {
  const anyKey = fc.oneof(
    fc.string({ minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      'Enter',
      'Tab',
      'Shift',
      'Backspace',
      'Dead',
      '',
      'E',
      'K',
      'I',
      '%',
      ';',
      '=',
      '^',
      '5',
      'é',
    ),
  );
  const anyBurst = fc.array(fc.tuple(anyKey, fc.constantFrom(1, 10, 34, 50), fc.boolean()), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(anyBurst, (keys) => {
      const page = open([{ signs: 6, figures: 'hexadecimal' }]);

      for (const [key, gapMs, isRepeat] of keys) {
        vi.advanceTimersByTime(gapMs);
        page.press(key, { isRepeat });
      }
      vi.runAllTimers();

      if ([...page.scanned, ...page.badges, ...page.onTrack.mock.calls].length === 0) {
        const typed = keys.map(([key]) => key);
        // Shift goes on at once: it changes nothing of what was typed before it.
        expect(page.got.filter(isNoShift)).toEqual(typed.filter(isNoShift));
      }
    }),
    { numRuns: 10_000 },
  );
});

const isNoShift = (key: string) => key !== 'Shift';

/** A page, and the keyboard before it. */
function open(typedBadges: readonly TypedBadge[] = []) {
  const got: string[] = [];
  const scanned: string[] = [];
  const badges: string[] = [];
  const onTrack = vi.fn();
  const bursts = createKeyBursts({
    mark: 'EKI',
    giveBack: (signs) => got.push(...signs),
    onScan: (text) => scanned.push(text),
    badges: () => typedBadges,
    onBadge: (number) => badges.push(number),
    onTrack,
  });
  const press = (key: string, { isRepeat = false } = {}) => {
    if (!bursts.takes({ key, isRepeat })) got.push(key);
  };
  return {
    got,
    scanned,
    badges,
    onTrack,
    press,
    type(text: string, gapMs: number) {
      for (const sign of text) {
        vi.advanceTimersByTime(gapMs);
        press(sign);
      }
    },
  };
}
