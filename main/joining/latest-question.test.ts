import { expect, test, vi } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import { createLatestQuestion } from './latest-question.ts';

const OUTDATED = { ok: false, error: { code: 'REGISTRATION_OVER' } };
const FOUND: Result<string> = { ok: true, value: 'found' };

test('of questions that wait for one that is asked, only the last is asked, and only it is answered', async () => {
  const questions = createLatestQuestion('REGISTRATION_OVER');
  const slow = Promise.withResolvers<Result<string>>();
  const second = vi.fn(async () => FOUND);

  const first = questions.ask(() => slow.promise);
  await Promise.resolve();
  const waiting = questions.ask(second);
  const third = questions.ask(async () => FOUND);
  slow.resolve({ ok: true, value: 'somebody else' });

  expect(await Promise.all([first, waiting, third])).toEqual([OUTDATED, OUTDATED, FOUND]);
  expect(second).not.toHaveBeenCalled();
});

test('a question that breaks off holds up none', async () => {
  const questions = createLatestQuestion('REGISTRATION_OVER');

  await expect(questions.ask(() => Promise.reject(new Error('broken off')))).rejects.toThrow('broken off');

  expect(await questions.ask(async () => FOUND)).toEqual(FOUND);
});

test('what waits when the person leaves is not asked for the next one', async () => {
  const questions = createLatestQuestion('REGISTRATION_OVER');
  const slow = Promise.withResolvers<Result<string>>();
  const second = vi.fn(async () => FOUND);

  const first = questions.ask(() => slow.promise);
  const waiting = questions.ask(second);
  questions.forget();
  slow.resolve(FOUND);

  expect(await Promise.all([first, waiting])).toEqual([OUTDATED, OUTDATED]);
  expect(second).not.toHaveBeenCalled();
  expect(await questions.ask(async () => FOUND)).toEqual(FOUND);
});
