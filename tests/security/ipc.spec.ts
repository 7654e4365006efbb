/** Someone who got hold of the page tries every call that is not theirs to make. */
import type { Page } from 'playwright/test';
import { begin, enterCredentials, finish, LEAFLET_TENANT, signIn } from '../e2e/journey.ts';
import { logLines, logText } from '../e2e/kiosk-log.ts';
import { expect, test, words } from '../e2e/shared-kiosk.ts';
import { documentInputs, OF_WHOEVER_IS_THERE, unsignedDepositInputs } from './ipc-document-inputs.ts';

/** Cannot be in a log by chance. */
const MARKER = 'Quetzalcoatl';
const PERIOD = { accountId: 'a', from: '2018-01-01', to: '2018-07-11' };

/** Each channel with what it takes, and with what it must refuse. */
const INPUTS: Readonly<Record<string, { right: unknown; wrong: readonly unknown[] }>> = {
  'kiosk.bootstrap': { right: undefined, wrong: [null, {}, MARKER] },
  'session.read': { right: undefined, wrong: [null, 0, [MARKER]] },
  'session.begin': { right: undefined, wrong: [null, { kind: MARKER }] },
  'session.activity': { right: undefined, wrong: [null, true, { x: 1 }] },
  'session.setAccess': {
    right: { locale: 'fr' },
    wrong: [
      null,
      'fr',
      { locale: MARKER },
      { locale: ['fr'] },
      { textSize: 7 },
      { locale: 'fr', admin: true },
    ],
  },
  'session.signIn': {
    right: { email: 'nobody@exemple.fr', password: 'x' },
    wrong: [
      null,
      [],
      MARKER,
      { email: MARKER },
      { email: MARKER, password: 1 },
      { email: { $ne: null }, password: MARKER },
      { email: MARKER, password: 'x'.repeat(10_000) },
      { email: 'x'.repeat(255), password: 'x' },
      { email: MARKER, password: 'x', staff: true },
    ],
  },
  'session.end': { right: undefined, wrong: [null, { reason: 'idle' }] },
  'account.list': { right: undefined, wrong: [null, { tenant: MARKER }] },
  'account.readLedger': {
    right: { ...PERIOD, cursor: null },
    wrong: [
      { ...PERIOD },
      { ...PERIOD, cursor: '' },
      { ...PERIOD, cursor: 'x'.repeat(513) },
      { ...PERIOD, cursor: null, accountId: '../../tenants' },
      { ...PERIOD, cursor: null, accountId: '' },
      { ...PERIOD, cursor: null, from: '2018-02-30' },
      { ...PERIOD, cursor: null, to: 1_530_000_000 },
      { ...PERIOD, cursor: null, limit: 1e9 },
    ],
  },
  'statement.sendByEmail': {
    right: PERIOD,
    wrong: [null, { ...PERIOD, to: MARKER }, { ...PERIOD, email: `${MARKER}@exemple.fr` }],
  },
  'statement.print': {
    right: PERIOD,
    wrong: [null, { ...PERIOD, from: '01/01/2018' }, { ...PERIOD, copies: 10_000 }],
  },
  'printing.cancel': {
    right: { jobId: 'a' },
    wrong: [null, {}, { jobId: MARKER.repeat(20) }, { jobId: '../a' }, { jobId: ['a'] }],
  },
  'information.ownAlerts': {
    right: { residenceIds: ['tilleuls'] },
    wrong: [
      null,
      {},
      { residenceIds: MARKER },
      { residenceIds: ['../tilleuls'] },
      { residenceIds: Array.from({ length: 201 }, () => 'tilleuls') },
      { residenceIds: [], kioskId: MARKER },
    ],
  },
  'help.call': {
    right: { screen: 'home' },
    wrong: [null, {}, { screen: MARKER }, { screen: 'home', text: MARKER }],
  },
  'guide.read': { right: undefined, wrong: [null, { name: MARKER }] },
  'guide.open': {
    right: { screen: 'home' },
    wrong: [null, {}, { screen: MARKER }, { screen: 'home', pairingCode: '000000' }],
  },
  'guide.answer': {
    right: { accepts: false },
    wrong: [null, true, {}, { accepts: 1 }, { accepts: true, staffName: MARKER }],
  },
  'guide.stop': { right: undefined, wrong: [null, { reason: MARKER }] },
  'guide.mirror': {
    right: { events: '[]' },
    wrong: [
      null,
      '[]',
      { events: [MARKER] },
      { events: 'x'.repeat(2_000_001) },
      { events: '[]', to: MARKER },
    ],
  },
  'guide.tell': {
    right: { type: 'sentence', sentence: 'yes' },
    wrong: [
      null,
      { type: MARKER },
      { type: 'sentence', sentence: MARKER },
      { type: 'words', text: '' },
      { type: 'words', text: `${MARKER}\n${MARKER}` },
      { type: 'words', text: 'x'.repeat(201) },
      { type: 'suggestion', page: 'payment', answer: 'accepted' },
      { type: 'touch', node: 0 },
      { type: 'alone', isAlone: 'no' },
      { type: 'mirror', events: MARKER },
      { type: 'bye' },
    ],
  },
  ...documentInputs,
  ...unsignedDepositInputs,
};
const GUIDE = ['guide.read', 'guide.open', 'guide.answer', 'guide.stop', 'guide.mirror', 'guide.tell'];
const SIGNED_IN_ONLY = [
  'information.ownAlerts',
  'account.list',
  'account.readLedger',
  'statement.sendByEmail',
  'statement.print',
  ...Object.keys(documentInputs).filter((channel) => !OF_WHOEVER_IS_THERE.includes(channel)),
];
const SIGNED_OUT_ONLY = Object.keys(unsignedDepositInputs);

test('a channel that does not exist is refused, whatever its name', async ({ page, sandbox }) => {
  const names = [
    ...[
      '',
      ' ',
      MARKER,
      'session.read ',
      'SESSION.READ',
      'kiosk:call',
      'kiosk.quit',
      'session.*',
      'a.b'.repeat(1e5),
    ],
    ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then'],
    ...[null, undefined, 0, true, {}, [], ['session.read']],
  ];

  const answers = await Promise.all(names.map((name) => answerTo(page, name, undefined)));

  expect(answers).toEqual(names.map(() => 'CHANNEL_UNKNOWN'));
  expect(refusals(sandbox)).toEqual(names.map(() => 'CHANNEL_UNKNOWN null'));
  expect(logText(sandbox)).not.toContain(MARKER);
});

test('nobody who is not signed in can make the calls of somebody who is', async ({ page, sandbox }) => {
  await test.step('on the attract screen', async () => {
    for (const channel of [
      ...SIGNED_IN_ONLY,
      ...OF_WHOEVER_IS_THERE,
      ...SIGNED_OUT_ONLY,
      ...GUIDE,
      'session.signIn',
      'session.end',
    ]) {
      expect(await answerTo(page, channel, INPUTS[channel]?.right), channel).toBe('NOT_ALLOWED_NOW');
    }
  });

  await test.step('on the sign-in screen', async () => {
    await begin(page);
    for (const channel of [...SIGNED_IN_ONLY, 'session.begin']) {
      expect(await answerTo(page, channel, INPUTS[channel]?.right), channel).toBe('NOT_ALLOWED_NOW');
    }
  });

  await test.step('signed in, no second sign-in can be slipped in', async () => {
    const { password } = sandbox.tenantApi;
    await enterCredentials(page, LEAFLET_TENANT, password);
    await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();
    for (const [channel, input] of [
      ['session.signIn', { email: 'odile.petit@exemple.fr', password }],
      ['session.begin', undefined],
    ] as const) {
      expect(await answerTo(page, channel, input), channel).toBe('NOT_ALLOWED_NOW');
    }
  });

  await test.step('after the farewell, nothing of it is left to call', async () => {
    await finish(page);
    for (const channel of [...SIGNED_IN_ONLY, ...OF_WHOEVER_IS_THERE, ...SIGNED_OUT_ONLY, ...GUIDE]) {
      expect(await answerTo(page, channel, INPUTS[channel]?.right), channel).toBe('NOT_ALLOWED_NOW');
    }
  });

  expect(new Set(refusals(sandbox).map((line) => line.split(' ')[0]))).toEqual(new Set(['NOT_ALLOWED_NOW']));
});

test('what is wrong is refused on every channel, is in the log without its content, and does no harm', async ({
  page,
  sandbox,
}) => {
  const expected: string[] = [];
  const refuseAll = async (channels: readonly string[]) => {
    for (const channel of channels) {
      for (const input of INPUTS[channel]?.wrong ?? []) {
        expect(await answerTo(page, channel, input), `${channel} ${JSON.stringify(input).slice(0, 80)}`).toBe(
          'INPUT_INVALID',
        );
        expected.push(`INPUT_INVALID ${channel}`);
      }
    }
  };
  // Whether the landlord's system is there, and what everybody may know, the kiosk asks by itself.
  const ownRequests = [
    'createKioskToken',
    'readUsefulNumbers',
    'readAgencies',
    'readPracticalTexts',
    'readPaymentMethods',
    'readResidenceAlerts',
  ];
  const requestsOfPeople = () =>
    sandbox.tenantApi.requestLog.requests.filter(
      ({ operationId }) => !ownRequests.includes(operationId ?? ''),
    );

  await refuseAll([
    'kiosk.bootstrap',
    'session.read',
    'session.activity',
    'session.setAccess',
    'session.begin',
  ]);
  await begin(page);
  await refuseAll(['session.signIn', 'session.end', 'help.call', ...GUIDE, ...SIGNED_OUT_ONLY]);
  expect(requestsOfPeople()).toEqual([]);
  await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);
  await expect(page.getByRole('article')).toContainText('27,74');
  await refuseAll([...SIGNED_IN_ONLY, ...OF_WHOEVER_IS_THERE]);

  expect(refusals(sandbox)).toEqual(expected);
  expect(logText(sandbox)).not.toMatch(new RegExp(`${MARKER}|exemple\\.fr|x{100}`, 'i'));
  await finish(page);
});

test('another tenant’s account cannot be read by its id', async ({ page, sandbox }) => {
  const { tenants } = sandbox.tenantApi;
  const other = tenants.find(({ signInEmail }) => signInEmail === 'odile.petit@exemple.fr')?.accounts[0];
  await signIn(page, sandbox);

  const answer = await page.evaluate(
    (accountId) =>
      window.kiosk.call('account.readLedger', {
        accountId,
        from: '2018-01-01',
        to: '2018-07-11',
        cursor: null,
      }),
    other?.id ?? '',
  );

  expect(answer).toEqual({ ok: false, error: { code: 'API_REFUSED' } });
});

test('monstrous and treacherous inputs are refused, and the next person signs in as if nothing had been', async ({
  page,
  sandbox,
}) => {
  await begin(page);

  const answers = await page.evaluate(async (marker) => {
    const cyclic: Record<string, unknown> = { email: marker, password: 'x' };
    cyclic.self = cyclic;
    const deep: Record<string, unknown> = {};
    for (let [level, at] = [0, deep]; level < 400; level += 1) {
      const next = {};
      at.next = next;
      at = next;
    }
    const monsters: Record<string, unknown> = {
      cyclic,
      deep,
      fiveMegabytes: { email: 'x'.repeat(5_000_000), password: marker },
      millionItems: Array.from({ length: 1_000_000 }, () => 0),
      manyKeys: Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`key${at}`, marker])),
      bytes: new Uint8Array(5_000_000),
      getter: {
        get email(): string {
          throw new Error(marker);
        },
        password: 'x',
      },
      prototype: JSON.parse('{"__proto__": {"email": "x"}, "password": "x"}'),
      textLike: { email: { toString: null }, password: new Date() },
      map: new Map([['email', 'x']]),
      error: new Error(marker),
      element: document.body,
      number: Number.NaN,
      bigint: 10n ** 1_000n,
    };
    const call = window.kiosk.call as (channel: string, input: unknown) => Promise<unknown>;
    const messages: Record<string, string> = {};
    for (const [name, monster] of Object.entries(monsters)) {
      messages[name] = await call('session.signIn', monster).then(
        () => 'answered',
        (error: Error) => error.message,
      );
    }
    return messages;
  }, MARKER);

  expect(answers).toEqual(Object.fromEntries(Object.keys(answers).map((name) => [name, 'INPUT_INVALID'])));
  expect(refusals(sandbox)).toHaveLength(Object.keys(answers).length);
  expect(logText(sandbox).length).toBeLessThan(10_000);
  expect(logText(sandbox)).not.toContain(MARKER);
  await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);
  await expect(page.getByRole('article')).toContainText('27,74');
});

test('what cannot even be carried over reaches nobody', async ({ page, sandbox }) => {
  await begin(page);

  const reached = await page.evaluate(async () => {
    const endless: Record<string, unknown> = {};
    for (let [level, at] = [0, endless]; level < 5_000; level += 1) {
      const next = {};
      at.next = next;
      at = next;
    }
    const call = window.kiosk.call as (channel: unknown, input: unknown) => Promise<unknown>;
    const attempts = [
      () => call('session.signIn', endless),
      () => call('session.signIn', { email: () => 'x', password: 'x' }),
      () => call('session.signIn', Symbol('x')),
      () => call('session.signIn', Promise.resolve({ email: 'x', password: 'x' })),
      () => call('session.signIn', new Proxy({}, {})),
      () => call({ toString: () => 'session.read' }, undefined),
    ];
    return Promise.all(
      attempts.map((attempt) =>
        Promise.resolve()
          .then(attempt)
          .then(
            () => 'answered',
            (error: Error) => error.name,
          ),
      ),
    );
  });

  expect(reached).not.toContain('answered');
  await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);
  await expect(page.getByRole('article')).toContainText('27,74');
});

/** The code of a refusal, or "answered". */
function answerTo(page: Page, channel: unknown, input: unknown): Promise<string> {
  return page.evaluate(
    ({ channel, input }) =>
      (window.kiosk.call as (channel: unknown, input: unknown) => Promise<unknown>)(channel, input).then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    { channel, input },
  );
}

/** Code and channel of each refusal, as the log has them. */
function refusals(sandbox: Parameters<typeof logLines>[0]): string[] {
  return logLines(sandbox, 'ipc.refused').map(({ code, channel }) => `${code} ${channel}`);
}
