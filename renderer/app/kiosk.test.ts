import { afterEach, expect, test, vi } from 'vitest';
import { ask, codeOf, tell } from './kiosk.ts';

afterEach(() => vi.unstubAllGlobals());

test('an answer comes through as it is', async () => {
  stubCall(async () => ({ ok: true, value: [] }));

  await expect(ask('account.list', undefined)).resolves.toEqual({ ok: true, value: [] });
});

test('a refused call is a failure like any other, with its code', async () => {
  stubCall(async () => {
    throw new Error('NOT_ALLOWED_NOW');
  });

  await expect(ask('account.list', undefined)).resolves.toEqual({
    ok: false,
    error: { code: 'NOT_ALLOWED_NOW' },
  });
});

test('what was said and refused is answered with the code', async () => {
  stubCall(async () => {
    throw new Error('NOT_ALLOWED_NOW');
  });

  await expect(tell('session.end', undefined)).resolves.toBe('NOT_ALLOWED_NOW');
});

test.each([new Error('something else'), 'API_TIMEOUT', undefined, new Error('toString')])(
  'what is no code of ours is an internal error: %s',
  (refusal) => {
    expect(codeOf(refusal)).toBe('INTERNAL');
  },
);

function stubCall(call: () => Promise<unknown>): void {
  vi.stubGlobal('window', { kiosk: { call } });
}
