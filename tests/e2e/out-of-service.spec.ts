import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { ErrorCode } from '../../preload/contract.ts';
import { heading } from './journey.ts';
import { attractScreen, configure, expect, readable, test, words } from './kiosk.ts';

const BROKEN_CONFIGURATIONS = [
  {
    name: 'a value of the wrong type',
    spoil: (text: string) => withKeys(text, { session: { idleTimeoutSeconds: '120' } }),
    key: 'session.idleTimeoutSeconds',
    expected: 'number',
  },
  {
    name: 'a key that nobody knows',
    spoil: (text: string) => withKeys(text, { favouriteColour: 'green' }),
    key: 'favouriteColour',
    expected: 'no such key (see kiosk-config.schema.json)',
  },
  {
    name: 'a value out of bounds',
    spoil: (text: string) => withKeys(text, { screen: { diagonalInches: 3 } }),
    key: 'screen.diagonalInches',
    expected: 'number: at least 7',
  },
  {
    name: 'a plain-text address of the landlord’s system',
    spoil: (text: string) => withKeys(text, { tenantApi: { baseUrl: 'http://api.ekidom.example' } }),
    key: 'tenantApi.baseUrl',
    expected: 'an https:// address (http:// only on this machine)',
  },
  {
    name: 'colours that cannot be read',
    spoil: (text: string) => withKeys(text, { brand: { primary: '#777777', onPrimary: '#888888' } }),
    key: 'brand.onPrimary',
    expected: 'a colour with a contrast of at least 4.5 against brand.primary',
  },
  {
    name: 'JSON that ends too early',
    spoil: () => '{\n  "kioskId": "sandbox-1",\n',
    key: '(line 3, column 1)',
    expected: 'valid JSON',
  },
];

test('each mistake in the configuration is shown by file, key and expectation, and nothing can be started', async ({
  sandbox,
  startKiosk,
}) => {
  const right = readFileSync(sandbox.configFile, 'utf8');

  for (const { name, spoil, key, expected } of BROKEN_CONFIGURATIONS) {
    await test.step(name, async () => {
      writeFileSync(sandbox.configFile, spoil(right));
      const app = await startKiosk();
      const page = await app.firstWindow();

      await expectOutOfService(page, 'CONFIG_INVALID');
      const fault = page.locator('dl').filter({ hasText: key });
      await expect(fault.getByText(sandbox.configFile, { exact: true })).toBeVisible();
      await expect(fault.getByText(key, { exact: true })).toBeVisible();
      await expect(fault.getByText(expected, { exact: true })).toBeVisible();
      await app.close();
    });
  }
});

test('nothing that a person does leaves the out-of-service screen, and no call gets past it', async ({
  sandbox,
  startKiosk,
}) => {
  writeFileSync(sandbox.configFile, '{');
  const app = await startKiosk();
  const page = await app.firstWindow();
  await expectOutOfService(page, 'CONFIG_INVALID');

  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  for (let row = 1; row < 8; row += 1) {
    for (let column = 1; column < 8; column += 1) {
      await page.mouse.click((width * column) / 8, (height * row) / 8);
    }
  }
  for (const keys of ['Tab', 'Enter', 'Space', 'Escape', 'F5', 'Control+R', 'Alt+ArrowLeft', 'Control+W']) {
    await page.keyboard.press(keys);
  }
  const refusals = await page.evaluate(() =>
    Promise.all(
      [
        window.kiosk.call('session.begin', undefined),
        window.kiosk.call('session.signIn', { email: 'jeanne.martin@exemple.fr', password: 'x' }),
        window.kiosk.call('account.list', undefined),
      ].map((call) => call.then(String, (error: Error) => error.message)),
    ),
  );

  expect(refusals).toEqual(['NOT_ALLOWED_NOW', 'NOT_ALLOWED_NOW', 'NOT_ALLOWED_NOW']);
  await expectOutOfService(page, 'CONFIG_INVALID');
  expect(sandbox.tenantApi.requestLog.requests).toEqual([]);
});

test('a configuration file that is not there is named', async ({ sandbox, startKiosk }) => {
  rmSync(sandbox.configFile);

  const page = await (await startKiosk()).firstWindow();

  await expectOutOfService(page, 'CONFIG_INVALID');
  await expect(page.getByText(sandbox.configFile)).toBeVisible();
  await expect(page.getByText('a file that can be read (ENOENT)')).toBeVisible();
});

test('without a keyring the kiosk is out of service', async ({ sandbox, startKiosk }) => {
  const nowhere = `unix:path=${join(sandbox.dataFolder, 'no-bus')}`;

  const page = await (await startKiosk({ DBUS_SESSION_BUS_ADDRESS: nowhere })).firstWindow();

  await expectOutOfService(page, 'KEYRING_UNAVAILABLE');
});

test('a disk that cannot be written to puts the kiosk out of service', async ({ sandbox, startKiosk }) => {
  mkdirSync(join(sandbox.dataFolder, 'kiosk.sqlite'));

  const page = await (await startKiosk()).firstWindow();

  await expectOutOfService(page, 'STORE_UNAVAILABLE');
});

test('a database that is damaged is set aside, and the kiosk serves people', async ({
  sandbox,
  startKiosk,
}) => {
  writeFileSync(join(sandbox.dataFolder, 'kiosk.sqlite'), 'this is no database '.repeat(1_000));

  const page = await attractScreen(await startKiosk());

  await page.getByRole('button', { name: words.attract.invitation }).click();
  await expect(heading(page)).toHaveText(words.signIn.title);
});

test('a mended configuration is all that it takes to be back in service', async ({ sandbox, startKiosk }) => {
  configure(sandbox, { favouriteColour: 'green' });
  const broken = await startKiosk();
  await expectOutOfService(await broken.firstWindow(), 'CONFIG_INVALID');
  await broken.close();

  configure(sandbox, { favouriteColour: undefined });

  await attractScreen(await startKiosk());
});

async function expectOutOfService(page: Page, code: ErrorCode): Promise<void> {
  await expect(heading(page)).toHaveText(words.outOfService.title);
  const text = readable(await page.locator('body').innerText());
  expect(text).toContain(readable(words.outOfService.text));
  expect(text).toContain(readable(words.errors[code]));
  expect(text).toContain(code);
  await expect(page.getByRole('button')).toHaveCount(0);
}

function withKeys(text: string, keys: Record<string, unknown>): string {
  return JSON.stringify({ ...JSON.parse(text), ...keys }, null, 2);
}
