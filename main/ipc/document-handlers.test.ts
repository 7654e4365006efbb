import { expect, it, vi } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import type { PhoneProgress } from '../../preload/document-contract.ts';
import type { OpenParts } from '../open-parts.ts';
import type { Visit } from '../session/visit.ts';
import { documentHandlers } from './document-handlers.ts';

const visit = {} as Visit;

it('whoever is busy with their telephone is there, though they touch nothing', async () => {
  const { handlers, onActivity } = arrange({ ok: true, value: { phase: 'opened', secondsLeft: 200 } });

  await handlers['document.followPhone']({ after: 'waiting' });

  expect(onActivity).toHaveBeenCalledOnce();
});

it.each<[string, Result<PhoneProgress>]>([
  ['a telephone that does nothing', { ok: true, value: { phase: 'waiting', secondsLeft: 200 } }],
  ['a page that is over', { ok: false, error: { code: 'PHONE_PAGE_OVER' } }],
])('%s keeps nobody’s session open', async (_, progress) => {
  const { handlers, onActivity } = arrange(progress);

  await handlers['document.followPhone']({ after: 'waiting' });

  expect(onActivity).not.toHaveBeenCalled();
});

it('a kiosk without pages for telephones offers none', async () => {
  const { handlers } = arrange(null);

  expect(await handlers['document.ways'](undefined)).toMatchObject({ phone: false });
  expect(await handlers['document.openPhone'](undefined)).toEqual({
    ok: false,
    error: { code: 'PHONE_PAGE_OVER' },
  });
});

function arrange(progress: Result<PhoneProgress> | null) {
  const onActivity = vi.fn();
  const documentRoom = {
    scanner: null,
    usbKey: null,
    hasCamera: false,
    phone: progress && { follow: async () => progress },
  };
  const opened = { documentRoom, visits: { current: () => visit } } as unknown as OpenParts;
  const handlers = documentHandlers({
    asTenant: async (act) => act(visit, opened),
    asWhoever: async (act) => act(visit, opened),
    parts: Promise.resolve(opened),
    onActivity,
  });
  return { handlers, onActivity };
}
