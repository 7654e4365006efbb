import { expect, test, vi } from 'vitest';
import { createBreakOutAttempts, TOO_MANY_ATTEMPTS, WITHIN_MS } from './break-out-attempts.ts';

test('one attempt fewer than too many is a mistake', () => {
  const { attempts, onTooMany, onAttempt } = arrange();

  for (let tries = 1; tries < TOO_MANY_ATTEMPTS; tries += 1) attempts.note('key');

  expect(onTooMany).not.toHaveBeenCalled();
  expect(onAttempt).toHaveBeenCalledTimes(TOO_MANY_ATTEMPTS - 1);
});

test('too many within a short time are no mistake, whatever they were', () => {
  const { attempts, onTooMany, onAttempt } = arrange();

  for (let tries = 0; tries < TOO_MANY_ATTEMPTS; tries += 1) attempts.note(tries % 2 ? 'key' : 'navigation');

  expect(onTooMany).toHaveBeenCalledOnce();
  expect(onAttempt).toHaveBeenLastCalledWith('key');
});

test('as many over a long time are the mistakes of several people', () => {
  const { attempts, onTooMany, clock } = arrange();

  for (let tries = 0; tries < 3 * TOO_MANY_ATTEMPTS; tries += 1) {
    attempts.note('key');
    clock.ms += WITHIN_MS / (TOO_MANY_ATTEMPTS - 1) + 1;
  }

  expect(onTooMany).not.toHaveBeenCalled();
});

test('then the count begins anew', () => {
  const { attempts, onTooMany } = arrange();

  for (let tries = 1; tries < 2 * TOO_MANY_ATTEMPTS; tries += 1) attempts.note('key');
  expect(onTooMany).toHaveBeenCalledOnce();
  attempts.note('key');

  expect(onTooMany).toHaveBeenCalledTimes(2);
});

function arrange() {
  const clock = { ms: 0 };
  const onAttempt = vi.fn();
  const onTooMany = vi.fn();
  const attempts = createBreakOutAttempts({ onAttempt, onTooMany, nowMs: () => clock.ms });
  return { attempts, onAttempt, onTooMany, clock };
}
