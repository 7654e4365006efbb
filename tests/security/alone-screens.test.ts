/**
 * What is the person's alone, call by call: from which screen it is made, and why that screen is dark for whoever guides
 * from the desk. Where staff stand beside the person main refuses each of them (main/assist/rights.ts), and the screen
 * is covered by the same step, by the covered field, or at the latest by that refusal (renderer/app/kiosk.ts).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { assistedRights } from '../../main/assist/rights.ts';
import type { Channel } from '../../preload/contract.ts';
import { ALONE } from '../../renderer/app/mirror/alone.ts';

const RENDERER = resolve(import.meta.dirname, '../../renderer');

/** The step says of itself that nobody looks on, and staff hand the screen over before it. */
const STEP = 'usePersonAlone(';
/** A password field that stands open to staff as a cover only, and whose screen the desk never sees. */
const PASSWORD = 'hidden={';

interface Screen {
  /** Where the call is made. */
  readonly from: string;
  /** What makes it dark: words of a file, or a selector that is dark whatever its screen says. */
  readonly darkBy: { readonly file: string; readonly has: string } | { readonly selector: string };
}

const CODE_STEP = { file: 'screens/joining/code-step.tsx', has: STEP };
const NEW_PASSWORD = { file: 'screens/joining/new-password.tsx', has: STEP };
const DIRECT_DEBIT = { selector: '[data-screen="directDebit"]' };

/** Of these the desk sees that it happens, and nothing of what is in it: no field and no text of a person's is sent. */
const MASKED: Readonly<Partial<Record<Channel, string>>> = {
  // The address is typed into a field, and read in dots.
  'registration.sendAgain': 'screens/joining/create-account.tsx',
  // What is withdrawn is read in dots.
  'profile.withdraw': 'screens/situation/overview.tsx',
};

const DARK: Readonly<Partial<Record<Channel, Screen>>> = {
  'session.signIn': {
    from: 'screens/sign-in/use-sign-in.ts',
    darkBy: { file: 'screens/sign-in/sign-in.tsx', has: PASSWORD },
  },
  'partner.type': {
    from: 'screens/partner-sites/partner-visit.tsx',
    darkBy: { selector: '.partner-visit__keyboard' },
  },
  'payment.start': {
    from: 'screens/pay/payment-in-hand.ts',
    darkBy: { file: 'screens/pay/summary.tsx', has: STEP },
  },
  'directDebit.checkIban': { from: 'screens/direct-debit/iban-step.tsx', darkBy: DIRECT_DEBIT },
  'directDebit.checkBic': { from: 'screens/direct-debit/iban-step.tsx', darkBy: DIRECT_DEBIT },
  'directDebit.sign': { from: 'screens/direct-debit/direct-debit-screen.tsx', darkBy: DIRECT_DEBIT },
  'directDebit.changeDay': { from: 'screens/direct-debit/direct-debit-screen.tsx', darkBy: DIRECT_DEBIT },
  'directDebit.leaveOut': { from: 'screens/direct-debit/direct-debit-screen.tsx', darkBy: DIRECT_DEBIT },
  'directDebit.end': { from: 'screens/direct-debit/direct-debit-screen.tsx', darkBy: DIRECT_DEBIT },
  // While the question stands, there is no mirror at all.
  'guide.answer': {
    from: 'screens/guide/consent.tsx',
    darkBy: { file: 'screens/guide/use-mirror.ts', has: 'isOver || isDark' },
  },
  'registration.choose': { from: 'screens/joining/create-account.tsx', darkBy: NEW_PASSWORD },
  'passwordReset.prove': { from: 'screens/joining/code-step.tsx', darkBy: CODE_STEP },
  'passwordReset.choose': { from: 'screens/joining/lost-password.tsx', darkBy: NEW_PASSWORD },
  'profile.request': {
    from: 'screens/situation/situation-screen.tsx',
    darkBy: { file: 'screens/situation/confirm-step.tsx', has: STEP },
  },
  'assist.createAccount': { from: 'screens/walk-in-account/walk-in-account.tsx', darkBy: NEW_PASSWORD },
};

const alone = (Object.keys(assistedRights) as Channel[]).filter(
  (channel) => assistedRights[channel] === 'personAlone',
);

test('each call that is the person’s alone has its line here, and no other', () => {
  expect([...Object.keys(DARK), ...Object.keys(MASKED)].toSorted()).toEqual(alone.toSorted());
});

test.each(alone)('%s is called from its own screen and from nowhere else', (channel) => {
  const callers = sources().filter((file) => /[.]call[(]|ask[(]|tell[(]/.test(textOf(file)));
  const own = callers.filter((file) => calls(textOf(file), channel));

  expect(own).toEqual([DARK[channel]?.from ?? MASKED[channel]]);
});

test.each(Object.entries(DARK))('%s: its screen is dark for the desk', (_channel, { darkBy }) => {
  if ('selector' in darkBy) expect(ALONE.split(', ')).toContain(darkBy.selector);
  else expect(textOf(darkBy.file)).toContain(darkBy.has);
});

function calls(text: string, channel: string): boolean {
  return ['ask', 'tell', '.call'].some((way) => text.includes(`${way}('${channel}'`));
}

function sources(): string[] {
  return readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /[.]tsx?$/.test(file) && !/[.]test[.]/.test(file),
  );
}

function textOf(file: string): string {
  return readFileSync(join(RENDERER, file), 'utf8');
}
