import { mkdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { RefusedInput } from '../refused-input.ts';
import type { Card, DeskState } from './desk.ts';
import { type JournalEntry, readJournal } from './journal.ts';
import { customerSchema, type NewCustomer, type NewPlan, type Plan } from './plan.ts';
import { switchOn } from './switch-on.ts';
import { journalFile, type TerminalSettings } from './terminal-files.ts';

export type { JournalEntry } from './journal.ts';
export type { NewCustomer, NewPlan, Outcome } from './plan.ts';

export type TerminalState = (DeskState | { state: 'off' }) & { plans: readonly Plan[] };

/** A payment terminal with a program, a memory and an off switch of its own, driven from outside. */
export interface SandboxTerminal {
  readonly port: number;
  /** Another after `restart`. */
  readonly pid: number;
  readonly controlUrl: string;
  /** Its own books: every transaction that truly took place. Can be read while it is off, too. */
  journal(): JournalEntry[];
  state(): Promise<TerminalState>;
  /** What happens to coming requests, one plan after the other. @throws RefusedInput when it makes no sense */
  plan(plan: NewPlan): Promise<void>;
  clearPlans(): Promise<void>;
  setCustomer(customer: NewCustomer): Promise<void>;
  /** Waits until the terminal asks for one. @returns false when it did not, within that time */
  presentCard(card?: Partial<Card>, withinMs?: number): Promise<boolean>;
  /** Waits for a payment that can be abandoned. @returns false when there was none, within that time */
  pressRedButton(withinMs?: number): Promise<boolean>;
  /** Pulls the network cable, or puts it back: connections are refused. */
  setReachable(isReachable: boolean): Promise<void>;
  /** As it was started: with no plans, an empty journal, its first customer, and the network. */
  reset(): Promise<void>;
  /** At once, in the middle of whatever it does. */
  powerCut(): Promise<void>;
  /** After a power cut that was planned: resolves when it is off. */
  hasGoneOff(): Promise<void>;
  /** On again, after a power cut or without one: at the same address, with its journal, without its plans. */
  restart(): Promise<void>;
  /** May be called again. */
  stop(): Promise<void>;
}

export interface SandboxTerminalOptions {
  /** All that the terminal writes stands in here; its journal outlives it. */
  folder: string;
  /** A free one when absent. */
  port?: number;
  /** `instant` when absent. */
  customer?: NewCustomer;
}

const POLL_MS = 10;
const USUAL_PATIENCE_MS = 5_000;
/** Longer than the longest wait that can be asked for. */
const ANSWER_PATIENCE_MS = 65_000;

/** Starts a simulator's program and waits until it answers. */
export async function startTerminalProgram(
  program: string,
  { folder, port = 0, customer = { kind: 'instant' } }: SandboxTerminalOptions,
  own: Readonly<Record<string, string>> = {},
): Promise<SandboxTerminal> {
  await mkdir(folder, { recursive: true });
  const firstCustomer = customerSchema.parse(customer);
  const settings: TerminalSettings = {
    folder,
    port,
    customer: firstCustomer,
    parentPid: process.pid,
    own: { ...own },
  };
  let { process: running, announcement } = await switchOn(program, settings);

  async function ask(method: string, path: string, body?: unknown): Promise<Response> {
    if (running.hasExited()) throw new RefusedInput('The terminal is off.');
    const answer = await fetch(new URL(path, announcement.controlUrl), {
      method,
      signal: AbortSignal.timeout(ANSWER_PATIENCE_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status === 400) throw new RefusedInput(await answer.text());
    if (answer.status >= 500) throw new Error(`The terminal failed. ${running.complaints()}`);
    return answer;
  }

  async function done(method: string, path: string, body?: unknown): Promise<boolean> {
    const answer = await ask(method, path, body);
    await answer.text();
    return answer.status !== 409;
  }

  return {
    port: announcement.port,
    get pid() {
      return announcement.pid;
    },
    get controlUrl() {
      return announcement.controlUrl;
    },
    journal: () => readJournal(journalFile(folder)),
    async state() {
      if (running.hasExited()) return { state: 'off', plans: [] };
      return (await ask('GET', '/state')).json() as Promise<TerminalState>;
    },
    async plan(plan) {
      await done('POST', '/plans', plan);
    },
    async clearPlans() {
      await done('DELETE', '/plans');
    },
    async setCustomer(next) {
      await done('PUT', '/customer', next);
      settings.customer = customerSchema.parse(next);
    },
    presentCard: (card = {}, withinMs = USUAL_PATIENCE_MS) => done('POST', '/card', { ...card, withinMs }),
    pressRedButton: (withinMs = USUAL_PATIENCE_MS) => done('POST', '/red-button', { withinMs }),
    async setReachable(isReachable) {
      await done('PUT', '/network', { isReachable });
    },
    async reset() {
      await done('DELETE', '/plans');
      await done('DELETE', '/journal');
      await done('PUT', '/customer', firstCustomer);
      await done('PUT', '/network', { isReachable: true });
      settings.customer = firstCustomer;
    },
    powerCut: () => running.kill(),
    async hasGoneOff() {
      const deadline = performance.now() + ANSWER_PATIENCE_MS;
      while (!running.hasExited()) {
        if (performance.now() > deadline) throw new Error('The terminal has not gone off.');
        await delay(POLL_MS);
      }
    },
    async restart() {
      await running.kill();
      ({ process: running, announcement } = await switchOn(program, {
        ...settings,
        port: announcement.port,
      }));
    },
    stop: () => running.stop(),
  };
}
