/** Whatever happens to attempts, in whatever order, and however often the program ends: the journal is the table. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttemptState } from '../store/payment-attempts-repository.ts';
import { afterRestart, nextState } from './attempt-life.ts';
import type { Happening } from './payment-journal.ts';
import { APPROVED, attemptNumber, type JournalScene, journalScene } from './testing/journal-scene.ts';

const ATTEMPTS = 3;

type Step =
  | { kind: 'begin'; attempt: number }
  | { kind: 'happens'; attempt: number; happening: Happening }
  | { kind: 'restart' };

const attempt = fc.integer({ min: 0, max: ATTEMPTS - 1 });
const happening = fc.constantFrom<Happening>(
  { type: 'sent' },
  APPROVED,
  { ...APPROVED, settledByStaff: true },
  { type: 'notPerformed', reason: 'REFUSED' },
  { type: 'unknown', reason: 'NO_ANSWER' },
  { type: 'acknowledged', by: 'api' },
);
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('begin' as const), attempt }) },
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('happens' as const), attempt, happening }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
);

test('the journal follows the table and no report is lost or made up', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let scene = journalScene();
      const model = new Map<number, AttemptState>();

      for (const each of steps) scene = take(scene, model, each);

      for (let number = 0; number < ATTEMPTS; number++) {
        const { attemptId } = attemptNumber(number);
        const state = model.get(number) ?? null;
        expect(scene.stateOf(attemptId)).toBe(state);
        const isReported = state === 'APPROVED' || state === 'SETTLED';
        const report = scene.journal.reportOf(attemptId);
        expect(report.ok && report.value !== null).toBe(isReported);
      }
    }),
    { numRuns: 60 },
  );
});

function take(scene: JournalScene, model: Map<number, AttemptState>, step: Step): JournalScene {
  switch (step.kind) {
    case 'begin': {
      if (model.has(step.attempt)) return scene;
      scene.journal.begin(attemptNumber(step.attempt));
      model.set(step.attempt, 'CREATED');
      return scene;
    }
    case 'happens': {
      const before = model.get(step.attempt);
      const after = before === undefined ? null : nextState(before, step.happening.type);
      const recorded = scene.journal.record(attemptNumber(step.attempt).attemptId, step.happening);
      expect(recorded.ok).toBe(after !== null);
      if (after !== null) model.set(step.attempt, after);
      return scene;
    }
    case 'restart': {
      const next = scene.restart();
      expect(next.journal.start().ok).toBe(true);
      for (const [number, state] of model) {
        const cutOff = afterRestart(state);
        const after = cutOff && nextState(state, cutOff.type);
        if (after) model.set(number, after);
      }
      return next;
    }
  }
}
