import { expect, test } from 'vitest';
import { ATTEMPT_STATES, type PaymentAttemptRow } from '../store/payment-attempts-repository.ts';
import { type AttemptEvent, advance, afterRestart, blocksItsAccount, nextState } from './attempt-life.ts';

const EVENTS = ['sent', 'approved', 'notPerformed', 'unknown', 'acknowledged'] as const;

const row: PaymentAttemptRow = {
  attemptId: '0197a0a0-0000-7000-8000-000000000001',
  state: 'CREATED',
  account: 'fingerprint',
  amountCents: 27_74,
  currency: 'EUR',
  terminal: 'caisse-ap',
  isWhole: true,
  sealed: Buffer.of(1),
  createdAt: 1,
  sentAt: null,
  approvedAt: null,
  endedAt: null,
  reason: null,
  authorisationNumber: null,
};

test('nothing can happen to an attempt but what stands in the table', () => {
  const possible = ATTEMPT_STATES.flatMap((state) =>
    EVENTS.map((event) => [state, event, nextState(state, event)] as const),
  ).filter(([, , next]) => next !== null);

  expect(possible).toEqual([
    ['CREATED', 'sent', 'SENT'],
    ['CREATED', 'notPerformed', 'NOT_PERFORMED'],
    ['SENT', 'approved', 'APPROVED'],
    ['SENT', 'notPerformed', 'NOT_PERFORMED'],
    ['SENT', 'unknown', 'UNKNOWN'],
    ['APPROVED', 'acknowledged', 'SETTLED'],
    ['UNKNOWN', 'approved', 'APPROVED'],
    ['UNKNOWN', 'notPerformed', 'NOT_PERFORMED'],
  ]);
});

test('an approval that is found out afterwards is dated from when the terminal was asked', () => {
  const unknown: PaymentAttemptRow = { ...row, state: 'UNKNOWN', sentAt: 5, reason: 'NO_ANSWER' };
  const approved: AttemptEvent = { type: 'approved', authorisationNumber: '240891' };

  expect(advance(unknown, approved, 99)).toMatchObject({
    state: 'APPROVED',
    approvedAt: 5,
    reason: null,
    authorisationNumber: '240891',
  });
  expect(advance({ ...unknown, state: 'SENT', reason: null }, approved, 99)).toMatchObject({
    approvedAt: 99,
  });
});

test('what was paid by whom is forgotten once nothing more can happen', () => {
  const ended = [
    advance(row, { type: 'notPerformed', reason: 'REFUSED' }, 9),
    advance({ ...row, state: 'APPROVED', approvedAt: 5 }, { type: 'acknowledged', by: 'api' }, 9),
  ];

  expect(ended).toMatchObject([
    { state: 'NOT_PERFORMED', sealed: null, endedAt: 9 },
    { state: 'SETTLED', sealed: null, endedAt: 9 },
  ]);
});

test('after a restart nothing is on its way any more', () => {
  expect(ATTEMPT_STATES.map((state) => [state, afterRestart(state)?.type ?? null])).toEqual([
    ['CREATED', 'notPerformed'],
    ['SENT', 'unknown'],
    ['APPROVED', null],
    ['NOT_PERFORMED', null],
    ['UNKNOWN', null],
    ['SETTLED', null],
  ]);
});

test('an account is not charged as long as money may be moving', () => {
  expect(ATTEMPT_STATES.filter(blocksItsAccount)).toEqual(['SENT', 'UNKNOWN']);
});
