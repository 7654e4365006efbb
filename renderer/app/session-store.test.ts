import { expect, test, vi } from 'vitest';
import type { KioskBridge, SessionSnapshot } from '../../preload/contract.ts';
import { createSessionStore } from './session-store.ts';

const access = { locale: 'fr', textSize: 'normal', contrast: 'standard' } as const;
const attract: SessionSnapshot = { state: 'attract', access, ended: null };
const signedOut: SessionSnapshot = {
  state: 'signedOut',
  access,
  idleWarningSeconds: null,
  limitWarningSeconds: null,
  leavingAfter: null,
  assistance: null,
  assistanceEnded: null,
};

test('nothing is known before main has answered', () => {
  const store = createSessionStore(bridge({ answer: new Promise(() => {}) }).kiosk);

  expect(store.read()).toBeNull();
});

test('the first answer is the session', async () => {
  const store = createSessionStore(bridge({ answer: Promise.resolve(attract) }).kiosk);

  await vi.waitFor(() => expect(store.read()).toEqual(attract));
});

test('an event is the session from then on, and is told', async () => {
  const { kiosk, emit } = bridge({ answer: Promise.resolve(attract) });
  const store = createSessionStore(kiosk);
  const told = vi.fn();
  await vi.waitFor(() => expect(store.read()).toEqual(attract));
  store.subscribe(told);

  emit(signedOut);

  expect(store.read()).toEqual(signedOut);
  expect(told).toHaveBeenCalledTimes(1);
});

test('an answer that an event has overtaken is forgotten', async () => {
  let answerNow: (snapshot: SessionSnapshot) => void = () => {};
  const answer = new Promise<SessionSnapshot>((resolve) => {
    answerNow = resolve;
  });
  const { kiosk, emit } = bridge({ answer });
  const store = createSessionStore(kiosk);

  emit(signedOut);
  answerNow(attract);
  await answer;

  expect(store.read()).toEqual(signedOut);
});

test('who came first is told first: the language stands before the screen is drawn', () => {
  const { kiosk, emit } = bridge({ answer: new Promise(() => {}) });
  const order: string[] = [];
  const store = createSessionStore(kiosk);
  store.subscribe(({ state }) => order.push(`language of ${state}`));
  store.subscribe(({ state }) => order.push(`screen of ${state}`));

  emit(attract);

  expect(order).toEqual(['language of attract', 'screen of attract']);
});

test('who stopped listening is told nothing more', () => {
  const { kiosk, emit } = bridge({ answer: new Promise(() => {}) });
  const store = createSessionStore(kiosk);
  const told = vi.fn();

  const stop = store.subscribe(told);
  stop();
  emit(attract);

  expect(told).not.toHaveBeenCalled();
});

test('a session that cannot be read is shown as out of service, with the code', async () => {
  const store = createSessionStore(bridge({ answer: Promise.reject(new Error('SENDER_REFUSED')) }).kiosk);

  await vi.waitFor(() =>
    expect(store.read()).toMatchObject({ state: 'outOfService', code: 'SENDER_REFUSED' }),
  );
});

function bridge({ answer }: { answer: Promise<SessionSnapshot> }) {
  const listeners = new Set<(snapshot: SessionSnapshot) => void>();
  const kiosk = {
    call: () => answer,
    on: (_event: string, listen: (snapshot: SessionSnapshot) => void) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  } as unknown as KioskBridge;
  return {
    kiosk,
    emit: (snapshot: SessionSnapshot) => {
      for (const listen of listeners) listen(snapshot);
    },
  };
}
