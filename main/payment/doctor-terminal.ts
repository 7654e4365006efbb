/**
 * The doctor's `terminal`: a technician tries the payment terminal on site, with one payment or, with `--dry`, without.
 * Tells one JSON line, `{"outcome":"APPROVED"|"NOT_PERFORMED"|"NOT_SENT"|"UNKNOWN", …}`, in which nothing is the card's.
 */
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { silentLog } from '../log/log.ts';
import { openPaymentTerminal } from './terminal/open-payment-terminal.ts';
import type { PaymentTerminal } from './terminal/payment-terminal.ts';
import { TERMINAL_DRIVERS } from './terminal/terminal-drivers.ts';

export const TERMINAL_USAGE =
  'terminal         tries the payment terminal: --amount CENTS makes a payment, --dry none; --driver, --host, --port …';

const EXIT_FIT = 0;
const EXIT_UNFIT = 1;
const EXIT_USAGE = 2;

export interface TerminalDoctorWorld {
  /** What was asked for; a program may read it. */
  tell(text: string): Promise<void>;
  /** What a person should know besides. */
  tellAside(text: string): Promise<void>;
  /** `paymentTerminal` of the configuration, where it can be read: what the words do not say is taken from it. */
  readonly configured?: () => object | undefined;
  /** See `TerminalSurroundings`. */
  readonly readTerminalKey?: () => Promise<string | null>;
}

type Driver = (typeof TERMINAL_DRIVERS)[number];
type Wish =
  | {
      readonly ok: true;
      readonly settings: object;
      readonly driver: Driver;
      readonly amountCents: number | null;
    }
  | { readonly ok: false; readonly problem: string };

/** @returns the exit code: 0 approved or reachable, 1 anything else, 2 the words were not understood */
export async function tryTerminal(words: readonly string[], world: TerminalDoctorWorld): Promise<number> {
  const wish = wishIn(words, world.configured ?? (() => undefined));
  if (!wish.ok) {
    await world.tellAside(`${wish.problem}\n${TERMINAL_USAGE}\n`);
    return EXIT_USAGE;
  }
  const { driver, amountCents } = wish;
  const terminal = await openPaymentTerminal(
    { ...wish.settings, driver: driver.name },
    { log: silentLog, ...(world.readTerminalKey ? { readTerminalKey: world.readTerminalKey } : {}) },
  );
  try {
    const startedAt = performance.now();
    const { isFit, ...answer } =
      amountCents === null ? await reach(terminal) : await pay(terminal, amountCents, world);
    const durationMs = Math.round(performance.now() - startedAt);
    await world.tell(`${JSON.stringify({ ...answer, driver: driver.name, durationMs })}\n`);
    return isFit ? EXIT_FIT : EXIT_UNFIT;
  } finally {
    await terminal.close();
  }
}

async function reach(terminal: PaymentTerminal) {
  const check = await terminal.test();
  return { isFit: check.reachable, outcome: 'NOT_SENT', ...check, dry: true };
}

async function pay(terminal: PaymentTerminal, amountCents: number, world: TerminalDoctorWorld) {
  const attemptId = uuidv7();
  const payment = terminal.start({ attemptId, amountCents, currency: 'EUR', wantsTicket: false });
  payment.follow((state) => {
    if (state === 'waitingForCard') void world.tellAside('The terminal waits for a card.\n');
  });
  const outcome = await payment.outcome;
  const isFit = outcome.outcome === 'APPROVED';
  if (outcome.outcome !== 'APPROVED') return { isFit, ...outcome, attemptId, amountCents };
  return { isFit, outcome: outcome.outcome, facts: outcome.facts, attemptId, amountCents };
}

function wishIn(words: readonly string[], readConfigured: () => object | undefined): Wish {
  const options = {
    dry: { type: 'boolean' },
    amount: { type: 'string' },
    ...Object.fromEntries(settingNames().map((name) => [optionOf(name), { type: 'string' }] as const)),
  } as const;
  let values: Readonly<Record<string, string | boolean | undefined>>;
  try {
    ({ values } = parseArgs({ args: [...words], options, strict: true, allowPositionals: false }));
  } catch (error) {
    return problem((error as Error).message);
  }

  const configured = readConfigured() ?? {};
  const name = values.driver ?? ('driver' in configured ? configured.driver : undefined);
  const driver = TERMINAL_DRIVERS.find((other) => other.name === name);
  const names = TERMINAL_DRIVERS.map((other) => other.name).join(', ');
  if (!driver) return problem(`--driver is one of: ${names}.`);
  if (!values.dry && !/^[1-9]\d{0,11}$/.test(String(values.amount ?? '')))
    return problem('--amount is what to pay, in cents; --dry pays nothing.');

  const isConfigured = 'driver' in configured && configured.driver === driver.name;
  const candidate = { ...(isConfigured ? configured : {}), ...settingsOf(driver, values) };
  const parsed = driver.settings.safeParse(candidate);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      (issue) => `--${optionOf(issue.path.join('.'))}: ${issue.message}`,
    );
    return problem(faults.join('\n'));
  }
  return { ok: true, driver, settings: parsed.data, amountCents: values.dry ? null : Number(values.amount) };
}

/** What is said on the command line, as text; where a setting is a number, the number. */
function settingsOf(driver: Driver, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const settings: Record<string, unknown> = { driver: driver.name };
  for (const [name, setting] of Object.entries(driver.settings.shape)) {
    const said = values[optionOf(name)];
    if (typeof said === 'string')
      settings[name] = setting.safeParse(said).success || !/^\d+$/.test(said) ? said : Number(said);
  }
  return settings;
}

function settingNames(): string[] {
  return [...new Set(TERMINAL_DRIVERS.flatMap(({ settings }) => Object.keys(settings.shape)))];
}

/** `applicationId` is said `--application-id`. */
function optionOf(settingName: string): string {
  return settingName.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

function problem(text: string): Wish {
  return { ok: false, problem: text };
}
