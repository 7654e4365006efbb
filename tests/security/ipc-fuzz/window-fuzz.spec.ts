/** Someone who got hold of the page hands nonsense to every channel of the running kiosk, hundreds of times. */
import fc from 'fast-check';
import type { Page } from 'playwright/test';
import { rights } from '../../../main/ipc/rights.ts';
import { type Channel, calls, type SessionSnapshot } from '../../../preload/contract.ts';
import { begin, enterCredentials, finish, LEAFLET_TENANT } from '../../e2e/journey.ts';
import { logLines, logText } from '../../e2e/kiosk-log.ts';
import { expect, test } from '../../e2e/shared-kiosk.ts';
import { seed } from '../../property-seed.ts';
import { inputsFor, MARKER } from './nonsense.ts';

const INPUTS_A_CHANNEL = 120;
/** Of a channel that takes bytes, most do not arrive in the page. */
const FEWEST_CARRIED = 24;
/** What is nested deeper never arrives in the page: the debugger's own messages end before it. */
const DEEPEST_CARRIED = 20;
const channels = Object.keys(calls) as Channel[];

test('nonsense is refused on every channel, whoever is there, and changes nothing', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(180_000);

  await test.step('on the attract screen', () => refuseNonsense(page, 'attract'));
  await begin(page);
  await test.step('before the sign-in', () => refuseNonsense(page, 'signedOut'));
  await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);
  await expect(page.getByRole('article')).toContainText('27,74');
  await test.step('signed in', () => refuseNonsense(page, 'tenant'));

  expect(logText(sandbox)).not.toContain(MARKER);
  expect(logLines(sandbox, 'ipc.handler-threw')).toEqual([]);
  expect(logLines(sandbox, 'ipc.failed')).toEqual([]);
  await expect(page.getByRole('article')).toContainText('27,74');
  await finish(page);
});

test('what only a page can make is refused, too', async ({ page, sandbox }) => {
  await begin(page);

  const answers = await page.evaluate(
    async ({ channels, marker }) => {
      const { port1 } = new MessageChannel();
      const things: Record<string, unknown> = {
        port: port1,
        blob: new Blob([marker]),
        file: new File([marker], `${marker}.html`),
        list: document.querySelectorAll('button'),
        element: document.body,
        window,
        event: new Event(marker),
        matrix: new DOMMatrix(),
        picture: new ImageData(64, 64),
        bytes: new ArrayBuffer(1_000_000),
        view: new DataView(new ArrayBuffer(8)),
        shared: new WebAssembly.Memory({ initial: 1 }).buffer,
        map: new Map([['email', marker]]),
        set: new Set([marker]),
        boxed: Object(marker),
        exception: new DOMException(marker),
        key: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']),
        stream: new ReadableStream(),
        symbol: Symbol(marker),
        method: () => marker,
        weak: new WeakMap(),
        proxy: new Proxy({ email: marker }, {}),
        promise: Promise.resolve(marker),
        throwing: {
          get email() {
            throw new Error(marker);
          },
        },
        odd: Object.create({ email: marker, password: marker }),
      };
      const call = window.kiosk.call as (channel: unknown, input: unknown) => Promise<unknown>;
      const answers: string[] = [];
      for (const channel of channels) {
        for (const [name, thing] of Object.entries(things)) {
          const answer = await Promise.resolve()
            .then(() => call(channel, thing))
            .then(
              () => 'answered',
              () => 'refused',
            );
          answers.push(`${answer} ${channel} ${name}`);
        }
      }
      return answers;
    },
    {
      // What has nothing of its own to carry arrives as an empty object.
      channels: channels.filter((channel) => !calls[channel].input.safeParse({}).success),
      marker: MARKER,
    },
  );

  expect(answers.filter((answer) => answer.startsWith('answered'))).toEqual([]);
  expect(answers.length).toBeGreaterThan(channels.length * 15);
  expect(logText(sandbox)).not.toContain(MARKER);
  await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);
  await expect(page.getByRole('article')).toContainText('27,74');
});

async function refuseNonsense(page: Page, state: SessionSnapshot['state']): Promise<void> {
  for (const channel of channels) {
    const { input } = calls[channel];
    // What is right after all is left out: it would do what it is meant to.
    const nonsense = fc
      .sample(inputsFor(input), { numRuns: INPUTS_A_CHANNEL, seed })
      .filter((value) => !input.safeParse(value).success && isCarried(value));

    const answers = await answersTo(page, channel, nonsense);

    const expected = rights[channel].includes(state) ? 'INPUT_INVALID' : 'NOT_ALLOWED_NOW';
    const others = nonsense.filter((_, at) => answers[at] !== expected);
    expect(others, `${channel} in ${state}, seed ${seed}`).toEqual([]);
    expect(answers.length, channel).toBeGreaterThan(FEWEST_CARRIED);
  }
  expect(await page.evaluate(() => window.kiosk.call('session.read', undefined))).toMatchObject({ state });
}

/** Playwright hands over plain data, and no key named `__proto__`. What contains itself is of no depth at all. */
function isCarried(value: unknown, levels = DEEPEST_CARRIED): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain || levels === 0 || Object.hasOwn(value, '__proto__')) return false;
  return Object.values(value).every((part) => isCarried(part, levels - 1));
}

function answersTo(page: Page, channel: Channel, inputs: readonly unknown[]): Promise<string[]> {
  return page.evaluate(
    ({ channel, inputs }) => {
      const call = window.kiosk.call as (channel: unknown, input: unknown) => Promise<unknown>;
      return Promise.all(
        inputs.map((input) =>
          call(channel, input).then(
            () => 'answered',
            (error: Error) => error.message,
          ),
        ),
      );
    },
    { channel, inputs },
  );
}
