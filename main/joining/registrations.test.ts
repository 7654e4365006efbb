import { expect, test, vi } from 'vitest';
import type { ErrorCode, Result } from '../../preload/contract.ts';
import { silentLog } from '../log/log.ts';
import type { AccountSlipContent } from '../paper/paper.ts';
import type { JoiningApi } from '../tenant-api/joining-api.ts';
import { createRegistrations } from './registrations.ts';

const IDENTITY = { tenantNumber: '0109904', familyName: 'Lévêque', birthDate: '1943-03-14' };
const CHOSEN = { email: 'marguerite@exemple.fr', password: 'quatre mots bien longs' };
const TENANT = { displayName: 'Mme Marguerite Lévêque', number: '0109904', maskedEmail: 'm•••@exemple.fr' };
const OVER = { ok: false, error: { code: 'REGISTRATION_OVER' } };

test('whoever has validated their address on their telephone is signed in', async () => {
  const { registrations, api } = arrange();
  await registrations.begin(IDENTITY);

  const sent = await registrations.choose(CHOSEN, 'fr');
  const before = await registrations.follow();
  api.readRegistration.mockResolvedValue({ ok: true, value: { phase: 'validated' } });
  const after = await registrations.follow();

  expect(sent).toEqual({
    ok: true,
    value: { maskedEmail: 'm•••@exemple.fr', validUntil: '2018-07-12T07:05:00.000Z', againAfterSeconds: 60 },
  });
  expect(before).toEqual({ ok: true, value: { phase: 'sent', isNews: false, tenant: null } });
  expect(after).toEqual({ ok: true, value: { phase: 'validated', isNews: true, tenant: TENANT } });
  expect(await registrations.follow()).toEqual(OVER);
});

test('a wish that was not answered keeps its key and its consent, another wish has others', async () => {
  const { registrations, api, clock } = arrange();
  await registrations.begin(IDENTITY);
  api.chooseAccount.mockResolvedValueOnce(failed('API_TIMEOUT'));

  await registrations.choose(CHOSEN, 'fr');
  clock.now = '2018-07-11T07:06:00.000Z';
  await registrations.choose(CHOSEN, 'fr');
  await registrations.choose({ ...CHOSEN, email: 'm@exemple.fr' }, 'fr');

  const [first, second, third] = api.chooseAccount.mock.calls;
  expect(second).toEqual(first);
  expect(third?.[2]).not.toBe(first?.[2]);
});

test('the slip says how to finish at home, and holds neither the address nor the password', async () => {
  const { registrations, printed } = arrange();
  await registrations.begin(IDENTITY);
  await registrations.choose(CHOSEN, 'fr');

  registrations.printSlip('fr');

  expect(printed).toEqual([
    expect.objectContaining({
      tenant: { displayName: 'Mme Marguerite Lévêque', number: '0109904' },
      maskedEmail: 'm•••@exemple.fr',
      website: 'www.ekidom.fr',
      linkValidUntil: '2018-07-12T07:05:00.000Z',
    }),
  ]);
  expect(JSON.stringify(printed)).not.toMatch(/marguerite@|quatre mots/);
});

test('there is nothing to choose, to send, to follow or to print before one has said who one is', async () => {
  const { registrations, api } = arrange({ begin: failed('REGISTRATION_REFUSED') });

  expect(await registrations.begin(IDENTITY)).toEqual(failed('REGISTRATION_REFUSED'));

  expect(await registrations.choose(CHOSEN, 'fr')).toEqual(OVER);
  expect(await registrations.sendAgain(CHOSEN.email, 'fr')).toEqual(OVER);
  expect(await registrations.follow()).toEqual(OVER);
  expect(registrations.printSlip('fr')).toEqual(OVER);
  expect(api.chooseAccount).not.toHaveBeenCalled();
});

test('the log hears of nothing that was typed', async () => {
  const { registrations, logged } = arrange();

  await registrations.begin(IDENTITY);
  await registrations.choose(CHOSEN, 'fr');
  await registrations.sendAgain('m.leveque@exemple.fr', 'fr');

  expect(logged.length).toBeGreaterThan(0);
  expect(JSON.stringify(logged)).not.toMatch(/0109904|Lévêque|1943|exemple\.fr|quatre mots/);
});

test('of two identities that are looked for, the one said last counts, and waits for no delay', async () => {
  const slow = Promise.withResolvers<Result<{ id: string }>>();
  const { registrations, api } = arrange();
  api.beginRegistration.mockReturnValueOnce(slow.promise);

  const mistyped = registrations.begin({ ...IDENTITY, tenantNumber: '0109905' });
  await vi.waitFor(() => expect(api.beginRegistration).toHaveBeenCalledTimes(1));
  const right = registrations.begin(IDENTITY);
  slow.resolve({ ok: true, value: { id: 'registration-of-somebody-else' } });

  expect(await mistyped).toEqual(OVER);
  expect(await right).toEqual({ ok: true, value: {} });
  expect(registrations.tenantNumber()).toBe(IDENTITY.tenantNumber);
  await registrations.choose(CHOSEN, 'fr');
  expect(api.chooseAccount.mock.calls[0]?.[0]).toBe('registration-1');
});

test('whoever was found and then says somebody unknown is nobody', async () => {
  const { registrations, api } = arrange();
  await registrations.begin(IDENTITY);
  api.beginRegistration.mockResolvedValueOnce(failed('REGISTRATION_REFUSED'));

  await registrations.begin({ ...IDENTITY, tenantNumber: '0109905' });

  expect(registrations.tenantNumber()).toBeNull();
  expect(await registrations.choose(CHOSEN, 'fr')).toEqual(OVER);
});

test('when the person leaves, all is forgotten, also what is still on its way', async () => {
  const answer = Promise.withResolvers<Result<{ id: string }>>();
  const { registrations, api } = arrange({ begin: answer.promise });

  const asked = registrations.begin(IDENTITY);
  await vi.waitFor(() => expect(api.beginRegistration).toHaveBeenCalled());
  registrations.forget();
  answer.resolve({ ok: true, value: { id: 'registration-1' } });

  expect(await asked).toEqual(failed('SESSION_OVER'));
  expect(await registrations.follow()).toEqual(OVER);
});

function failed(code: ErrorCode) {
  return { ok: false as const, error: { code } };
}

function arrange(answers: { begin?: Result<{ id: string }> | Promise<Result<{ id: string }>> } = {}) {
  const sent = {
    maskedEmail: 'm•••@exemple.fr',
    displayName: 'Mme Marguerite Lévêque',
    linkValidUntil: '2018-07-12T07:05:00Z',
    againAfterSeconds: 60,
  };
  const api = {
    beginRegistration: vi.fn<JoiningApi['beginRegistration']>(
      async () => answers.begin ?? { ok: true, value: { id: 'registration-1' } },
    ),
    chooseAccount: vi.fn<JoiningApi['chooseAccount']>(async () => ({ ok: true, value: sent })),
    sendValidationEmail: vi.fn<JoiningApi['sendValidationEmail']>(async () => ({ ok: true, value: sent })),
    readRegistration: vi.fn<JoiningApi['readRegistration']>(async () => ({
      ok: true,
      value: { phase: 'sent' },
    })),
  };
  const logged: unknown[] = [];
  const log = { ...silentLog, info: (...told: unknown[]) => void logged.push(told) };
  const clock = { now: '2018-07-11T07:05:00.000Z' };
  const printed: AccountSlipContent[] = [];
  const registrations = createRegistrations({
    api: api as unknown as JoiningApi,
    throttle: { guard: (_subject, ask) => ask() },
    visits: { enter: async () => ({ ok: true, value: TENANT }) },
    printJobs: {
      start(prepare) {
        void prepare(new AbortController().signal, 'a4');
        return { ok: true, value: { jobId: 'job-1' } };
      },
    },
    draw: async (content) => {
      printed.push(content);
      return { ok: true, value: { pdf: new Uint8Array(), pageCount: 1, missingGlyphs: 0 } };
    },
    config: {
      landlord: { name: 'EKIDOM', addressLines: ['1 rue'], phone: '05', website: 'www.ekidom.fr' },
      agency: { id: 'centre', name: 'Centre', addressLines: ['1 rue'], phone: '05', openingHours: ['9 h'] },
    },
    log,
    now: () => new Date(clock.now),
  });
  return { registrations, api, clock, printed, logged };
}
