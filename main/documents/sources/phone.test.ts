import { expect, it, vi } from 'vitest';
import type { Result } from '../../../preload/contract.ts';
import type { PhonePhase } from '../../../preload/document-contract.ts';
import { silentLog } from '../../log/log.ts';
import type { Visit } from '../../session/visit.ts';
import type { UploadSlots } from '../../tenant-api/tenant-api.ts';
import type { FetchFile } from '../documents.ts';
import { createPhone } from './phone.ts';

const ORIGIN = 'https://envoi.ekidom.example';
const URL_OF_PAGE = `${ORIGIN}/u/0123456789abcdefghjkmnpqrs`;
const over = { ok: false, error: { code: 'PHONE_PAGE_OVER' } };

it('opens a page, and tells when the telephone has come further', async () => {
  const { phone, visit, pauses } = arrange({ phases: ['waiting', 'waiting', 'opened'] });

  const page = await phone.open(visit);
  const progress = await phone.follow(visit, 'waiting');

  expect(page).toEqual({ ok: true, value: { url: URL_OF_PAGE, secondsLeft: 300 } });
  expect(progress).toEqual({ ok: true, value: { phase: 'opened', secondsLeft: 290 } });
  expect(pauses).toHaveLength(2);
});

it('answers after a while though nothing happens, so that the screen knows the time', async () => {
  const { phone, visit } = arrange({ phases: Array(100).fill('waiting') });
  await phone.open(visit);

  expect(await phone.follow(visit, 'waiting')).toEqual({
    ok: true,
    value: { phase: 'waiting', secondsLeft: 290 },
  });
});

it.each([
  'https://evil.example/u/0123456789abcdefghjkmnpqrs',
  'http://envoi.ekidom.example/u/0123456789abcdefghjkmnpqrs',
  'https://envoi.ekidom.example@evil.example/u/0',
  'https://somebody@envoi.ekidom.example/u/0',
  'javascript:alert(1)',
])('shows nobody a code for %s', async (url) => {
  const { phone, visit, slots } = arrange({ url });

  expect(await phone.open(visit)).toEqual({ ok: false, error: { code: 'API_BROKEN_ANSWER' } });
  expect(slots.close).toHaveBeenCalledWith('slot-1');
  expect(await phone.follow(visit, 'waiting')).toEqual(over);
});

it('hands over what was sent, and closes the page', async () => {
  const { phone, visit, slots } = arrange({ phases: ['received'] });
  await phone.open(visit);
  await phone.follow(visit, 'waiting');

  const taken = await phone.handOver(visit, readAll);
  const again = await phone.handOver(visit, readAll);

  expect(taken).toEqual({ ok: true, value: ['file-1 of slot-1', 'file-2 of slot-1'] });
  expect(again).toEqual(over);
  expect(slots.close).toHaveBeenCalledExactlyOnceWith('slot-1');
});

it('keeps what was sent when it could not be taken up at that moment', async () => {
  const { phone, visit, slots } = arrange({ phases: ['received'] });
  await phone.open(visit);
  await phone.follow(visit, 'waiting');

  const early = await phone.handOver(visit, async () => ({ ok: false, error: { code: 'NOT_ALLOWED_NOW' } }));
  const later = await phone.handOver(visit, readAll);

  expect([early.ok, later.ok]).toEqual([false, true]);
  expect(slots.close).toHaveBeenCalledOnce();
});

it('is followed once at a time', async () => {
  const { phone, visit } = arrange({ phases: Array(100).fill('waiting'), patient: true });
  await phone.open(visit);

  const first = phone.follow(visit, 'waiting');
  const second = await phone.follow(visit, 'waiting');
  phone.close(visit);

  expect(second).toEqual({ ok: false, error: { code: 'NOT_ALLOWED_NOW' } });
  expect(await first).toEqual(over);
});

it('hands nothing over before the telephone has sent it all', async () => {
  const { phone, visit } = arrange({ phases: ['receiving'] });
  await phone.open(visit);
  await phone.follow(visit, 'waiting');

  expect(await phone.handOver(visit, readAll)).toEqual(over);
});

it('closes the page when the person turns to something else', async () => {
  const { phone, visit, slots } = arrange();
  await phone.open(visit);

  phone.close(visit);

  expect(slots.close).toHaveBeenCalledWith('slot-1');
  expect(await phone.follow(visit, 'waiting')).toEqual(over);
});

it('closes a page that opens when its person has turned to something else already', async () => {
  const { phone, visit, slots } = arrange();

  const opening = phone.open(visit);
  phone.close(visit);

  expect(await opening).toEqual(over);
  expect(slots.close.mock.calls.length).toBe(slots.open.mock.calls.length);
});

it('asks for one page at a time: the last wish is the one that counts', async () => {
  const { phone, visit, slots } = arrange();

  const answers = await Promise.all([phone.open(visit), phone.open(visit)]);

  expect(answers.map(({ ok }) => ok)).toEqual([false, true]);
  expect(slots.open.mock.calls.length - slots.close.mock.calls.length).toBe(1);
});

it('nobody follows the page of whoever was there before', async () => {
  const { phone, visit, slots } = arrange({ phases: ['received'] });
  await phone.open(visit);
  const next = { ...visit };

  expect(await phone.follow(next, 'waiting')).toEqual(over);
  expect(await phone.handOver(next, readAll)).toEqual(over);
  phone.close(next);
  expect(slots.close).not.toHaveBeenCalled();
});

it('whoever leaves is not waited for', async () => {
  const { phone, visit } = arrange({ phases: Array(100).fill('waiting'), patient: true });
  await phone.open(visit);

  const following = phone.follow(visit, 'waiting');
  phone.forget();

  expect(await following).toEqual(over);
});

it('says so when its time is over', async () => {
  const { phone, visit, slots } = arrange();
  slots.read.mockResolvedValue({ ok: false, error: { code: 'PHONE_PAGE_OVER' } });
  await phone.open(visit);

  expect(await phone.follow(visit, 'waiting')).toEqual(over);
});

it('says so when the central API is away, and goes on when it is back', async () => {
  const { phone, visit, slots } = arrange({ phases: ['opened'] });
  slots.read.mockResolvedValueOnce({ ok: false, error: { code: 'API_UNREACHABLE' } });
  await phone.open(visit);

  const answers = [await phone.follow(visit, 'waiting'), await phone.follow(visit, 'waiting')];

  expect(answers.map(({ ok }) => ok)).toEqual([false, true]);
});

async function readAll(files: readonly FetchFile[]): Promise<Result<string[]>> {
  const contents: string[] = [];
  for (const fetch of files) {
    const file = await fetch();
    if (file.ok) contents.push(Buffer.from(file.value).toString());
  }
  return { ok: true, value: contents };
}

function arrange({
  url = URL_OF_PAGE,
  phases = [],
  patient = false,
}: {
  url?: string;
  phases?: PhonePhase[];
  patient?: boolean;
} = {}) {
  const left = [...phases];
  const pauses: number[] = [];
  const slots = {
    open: vi.fn<UploadSlots['open']>(async () => ({
      ok: true,
      value: { id: 'slot-1', url, secondsLeft: 300 },
    })),
    read: vi.fn<UploadSlots['read']>(async () => {
      const phase = left.shift() ?? 'waiting';
      const files = phase === 'received' ? ['file-1', 'file-2'].map((id) => ({ id, sizeBytes: 4 })) : [];
      return { ok: true, value: { phase, secondsLeft: 290, files } };
    }),
    readFile: vi.fn<UploadSlots['readFile']>(async (slotId, fileId) => ({
      ok: true,
      value: Buffer.from(`${fileId} of ${slotId}`),
    })),
    close: vi.fn<UploadSlots['close']>(async () => ({ ok: true, value: undefined })),
  };
  const phone = createPhone(
    { origin: ORIGIN },
    {
      log: silentLog,
      pause: async (seconds, signal) => {
        pauses.push(seconds);
        if (patient) await new Promise((resolve) => signal.addEventListener('abort', resolve));
      },
    },
  );
  const visit = { tenantId: 'tenant-1', connection: { uploadSlots: slots } } as unknown as Visit;
  return { phone, visit, slots, pauses };
}
