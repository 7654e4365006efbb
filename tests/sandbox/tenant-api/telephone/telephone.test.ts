import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { enrol } from '../kiosk-register.ts';
import { startTenantApi, type TenantApi } from '../tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from '../test-caller.ts';

const JEANNE = 'jeanne.martin@exemple.fr';
const SOMEBODY_ELSE = 'karim.benali@exemple.fr';
const PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x80]);

interface Slot {
  id: string;
  url: string;
  secondsLeft: number;
}

let api: TenantApi;
let caller: TestCaller;
let neighbour: TestCaller;

beforeAll(async () => {
  const kiosks = [enrol('sandbox-1', 'direction-centre'), enrol('sandbox-2', 'direction-est')] as const;
  api = await startTenantApi({ today: '2018-07-11', kiosks });
  caller = createTestCaller(api);
  neighbour = createTestCaller(api, kiosks[1]);
});
afterEach(() => api.reset());
afterAll(() => api.stop());

describe('a slot', () => {
  test('lives five minutes, behind an address that nobody guesses', async () => {
    const jeanne = await caller.asTenant(JEANNE);

    const first = await openSlot(jeanne);
    const second = await openSlot(jeanne);

    // To the second that has begun, however busy the machine is.
    expect(first.secondsLeft).toBeGreaterThan(290);
    expect(first.secondsLeft).toBeLessThanOrEqual(300);
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/u\/[0-9a-hjkmnp-tv-z]{26}$/);
    expect(second.url).not.toBe(first.url);
  });

  test('tells step by step what the telephone does, and hands its files over as they are', async () => {
    const jeanne = await caller.asTenant(JEANNE);
    const slot = await openSlot(jeanne);
    const phases = [await phaseOf(slot, jeanne)];

    await fetch(slot.url);
    phases.push(await phaseOf(slot, jeanne));
    const answer = await send(slot.url, [PHOTO, Buffer.from('%PDF-1.7')]);
    const { body } = await read(slot, jeanne);
    const file = await caller.call('GET', `/upload-slots/${slot.id}/files/file-1`, { headers: jeanne });

    expect(phases).toEqual(['waiting', 'opened']);
    expect(answer.status).toBe(201);
    expect(body).toMatchObject({
      phase: 'received',
      files: [
        { id: 'file-1', sizeBytes: 5 },
        { id: 'file-2', sizeBytes: 8 },
      ],
    });
    expect(file.body).toEqual({
      sha256: createHash('sha256').update(PHOTO).digest('hex'),
      content: PHOTO.toString('base64'),
    });
  });

  test('is read by nobody but the session that opened it, and by no other kiosk', async () => {
    const jeanne = await caller.asTenant(JEANNE);
    const slot = await openSlot(jeanne);
    await send(slot.url, [PHOTO]);
    const others = [
      await caller.asTenant(SOMEBODY_ELSE),
      await caller.asTenant(JEANNE),
      await neighbour.asTenant(JEANNE),
    ];

    for (const headers of others) {
      const answers = [
        await read(slot, headers),
        await caller.call('GET', `/upload-slots/${slot.id}/files/file-1`, { headers }),
      ];
      await caller.call('DELETE', `/upload-slots/${slot.id}`, { headers: { ...headers, ...withKey() } });
      expect(answers.map(({ status, body }) => [status, body])).toEqual(
        Array(2).fill([404, { status: 404, code: 'upload_slot.unknown' }]),
      );
    }

    expect(await phaseOf(slot, jeanne)).toBe('received');
  });

  test.each([
    ['when its time is over', async () => api.advanceSeconds(300)],
    [
      'when it is deleted',
      async (slot: Slot, headers: Record<string, string>) =>
        caller.call('DELETE', `/upload-slots/${slot.id}`, { headers: { ...headers, ...withKey() } }),
    ],
    ['when another is opened', async (_: Slot, headers: Record<string, string>) => openSlot(headers)],
    [
      'when the tenant signs out',
      async (_: Slot, headers: Record<string, string>) =>
        caller.call('DELETE', '/tenant-sessions/current', { headers: { ...headers, ...withKey() } }),
    ],
  ])('shuts its page %s', async (_, end) => {
    const jeanne = await caller.asTenant(JEANNE);
    const slot = await openSlot(jeanne);

    await end(slot, jeanne);

    expect((await fetch(slot.url)).status).toBe(404);
    expect((await send(slot.url, [PHOTO])).status).toBe(404);
    expect((await read(slot, jeanne)).status).not.toBe(200);
  });
});

describe('the telephone’s page', () => {
  test.each([
    ['', 'fr', 'Envoyer vos fichiers à la borne'],
    ['de, en;q=0.7, fr;q=0.3', 'en', 'Send your files to the kiosk'],
    ['fr-FR,fr;q=0.9,en;q=0.8', 'fr', 'Envoyer vos fichiers à la borne'],
  ])('for "%s" is in %s', async (language, lang, title) => {
    const { url } = await openSlot(await caller.asTenant(JEANNE));

    const response = await fetch(url, { headers: { 'Accept-Language': language } });
    const page = await response.text();

    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).toContain(`<h1>${title}</h1>`);
  });

  test('is a plain form, kept nowhere, that loads nothing and tells nothing of the tenant', async () => {
    const { url } = await openSlot(await caller.asTenant(JEANNE));

    const response = await fetch(url);
    const page = await response.text();

    expect(page).toMatch(/<form method="post" enctype="multipart\/form-data"/);
    expect(page).toContain('20\u00a0Mo');
    expect(page).not.toMatch(/martin|004473|account|sandbox-1|https?:/i);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
  });

  test('takes files once', async () => {
    const { url } = await openSlot(await caller.asTenant(JEANNE));

    const statuses = [
      (await send(url, [PHOTO])).status,
      (await send(url, [PHOTO])).status,
      (await fetch(url)).status,
    ];

    expect(statuses).toEqual([201, 404, 404]);
  });

  test.each([
    ['nothing', 400, () => []],
    ['six files', 400, () => Array(6).fill(PHOTO)],
    ['a file of more than 20 million bytes', 413, () => [Buffer.alloc(20_000_001)]],
  ])('refuses %s in words, and can be used again', async (_, status, files) => {
    const { url } = await openSlot(await caller.asTenant(JEANNE));

    const refused = await send(url, files());
    const page = await refused.text();
    const again = await send(url, [PHOTO]);

    expect(refused.status).toBe(status);
    expect(page).toContain('role="alert"');
    expect(page).toContain('<form');
    expect(again.status).toBe(201);
  });

  test('refuses what is no form', async () => {
    const jeanne = await caller.asTenant(JEANNE);
    const slot = await openSlot(jeanne);

    const answer = await fetch(slot.url, { method: 'POST', body: 'hello' });

    expect(answer.status).toBe(400);
    expect(await phaseOf(slot, jeanne)).toBe('opened');
  });

  test('an address that was made up has no page', async () => {
    const answer = await fetch(`${api.phoneUploadsOrigin}/u/${'0'.repeat(26)}`);

    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('<form');
  });
});

async function openSlot(headers: Record<string, string>): Promise<Slot> {
  const { body } = await caller.call<Slot>('POST', '/upload-slots', {
    headers: { ...headers, ...withKey() },
  });
  return body;
}

function read({ id }: Slot, headers: Record<string, string>) {
  return caller.call<{ phase: string }>('GET', `/upload-slots/${id}`, { headers });
}

async function phaseOf(slot: Slot, headers: Record<string, string>): Promise<string> {
  return (await read(slot, headers)).body.phase;
}

function send(url: string, files: readonly Buffer[]): Promise<Response> {
  const form = new FormData();
  for (const file of files) form.append('file', new Blob([new Uint8Array(file)]), 'photo.jpg');
  return fetch(url, { method: 'POST', body: form });
}
