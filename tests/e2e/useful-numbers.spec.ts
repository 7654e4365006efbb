import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DATABASE_FILE } from '../../main/store/database-file.ts';
import {
  begin,
  enterCredentials,
  finish,
  heading,
  LEAFLET_TENANT,
  openWithoutSigningIn,
  signIn,
} from './journey.ts';
import { attractScreen, test as testOfItsOwn } from './kiosk.ts';
import { expect, readable, test, words } from './shared-kiosk.ts';

const { information, alerts, explain, help, helpCall } = words;

/** Numbers, agencies, texts, ways to pay, and alerts. */
const KEPT_PARTS = 5;

testOfItsOwn(
  'useful numbers and agencies are there without signing in, and without the landlord’s system after a restart',
  async ({ sandbox, startKiosk }) => {
    const before = await startKiosk();
    const first = await attractScreen(before);
    const [alert] = sandbox.tenantApi.publicInformation.residenceAlerts;
    // What stands on the attract screen came from the API: the others came with it or are about to.
    await expect(first.getByRole('button', { name: alert?.title.fr ?? '' })).toBeVisible();
    // What is on its way has been heard and is not kept yet: only what is on the disk is there after a restart.
    const books = new Database(join(sandbox.dataFolder, DATABASE_FILE), { readonly: true });
    await expect
      .poll(() => books.prepare('SELECT count(*) FROM reference_data').pluck().get())
      .toBe(KEPT_PARTS);
    books.close();
    await before.close();
    sandbox.tenantApi.faults.set('all', { effect: { kind: 'cut', moment: 'beforeEffect' } });

    const page = await attractScreen(await startKiosk());
    await expect(page.getByRole('button', { name: alert?.title.fr ?? '' })).toBeVisible();
    await begin(page);
    await openWithoutSigningIn(page);
    await page.getByRole('button', { name: information.numbersTileText }).click();

    await expect(heading(page)).toHaveText(information.numbers.title);
    for (const number of ['112', '15', '18', '17', '114']) {
      await expect(page.getByText(number, { exact: true })).toBeVisible();
    }
    for (const number of ['05 36 49 10 99', '05 36 49 10 60', '05 36 49 10 11']) {
      await expect(page.getByText(number)).toHaveCount(1);
    }
    await page.getByRole('button', { name: words.frame.back, exact: true }).click();
    await page.getByRole('button', { name: information.agenciesTileText }).click();
    await expect(page.getByRole('img', { name: information.agencies.map })).toBeVisible();
    await expect(page.getByText(information.agencies.youAreHere)).toHaveCount(2);
    await expect(page.getByText('lundi – jeudi · 9 h – 12 h 30 et 13 h 30 – 17 h')).toHaveCount(1);

    // The same of the ways to pay: what the landlord says of this place is there as well.
    const { methods, title } = words.paymentMethods;
    const [note] = sandbox.tenantApi.publicInformation.paymentMethods.flatMap(
      (offered) => offered.note ?? [],
    );
    await page.getByRole('button', { name: words.frame.back, exact: true }).click();
    await page.getByRole('button', { name: words.home.paymentMethods }).click();
    await expect(heading(page)).toHaveText(title);
    await page.getByRole('button', { name: methods.efficash.name }).click();
    await expect(page.getByText(note?.fr ?? '')).toBeVisible();
  },
);

testOfItsOwn(
  'before anything has ever come from the landlord, emergencies and this agency are there, on paper too',
  async ({ sandbox, startKiosk }) => {
    sandbox.tenantApi.faults.set('all', { effect: { kind: 'cut', moment: 'beforeEffect' } });

    const page = await attractScreen(await startKiosk());
    await begin(page);
    await openWithoutSigningIn(page);
    await page.getByRole('button', { name: information.numbersTileText }).click();

    await expect(page.getByText('112', { exact: true })).toBeVisible();
    await expect(page.getByText('05 36 49 10 11')).toBeVisible();
    await page.getByRole('button', { name: information.numbers.print }).click();
    await expect(heading(page)).toHaveText(words.printing.takePaper);
    const [file = ''] = readdirSync(sandbox.printedFolder);
    const paper = execFileSync('pdftotext', [join(sandbox.printedFolder, file), '-'], { encoding: 'utf8' });
    expect(readable(paper)).toContain('112');
    expect(readable(paper)).toContain('05 36 49 10 11');
  },
);

test('works and cuts are told to passers-by on the attract screen, and to tenants on home for where they live', async ({
  page,
  sandbox,
}) => {
  const { residenceAlerts } = sandbox.tenantApi.publicInformation;
  const lift = residenceAlerts.find(({ kind }) => kind === 'lift');
  const water = residenceAlerts.find(({ kind }) => kind === 'water');
  const strip = page.getByRole('button', { name: lift?.title.fr ?? '' });

  await strip.click();
  await expect(heading(page)).toHaveText(alerts.title);
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByText(lift?.whatToDo?.fr ?? '')).toBeVisible();
  await page.getByRole('button', { name: words.frame.leave }).click();
  await expect(strip).toBeVisible();

  await begin(page);
  await page.evaluate(watchTheBalance);
  await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);
  await expect(page.locator('.balance-card')).toBeVisible();
  // What is owed was never there without it: it has moved away from under no finger.
  expect(await page.evaluate(() => Reflect.get(window, 'balanceCameFirst'))).toBe(false);
  await page.getByRole('button', { name: alerts.label }).click();
  await expect(heading(page)).toHaveText(alerts.title);
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.getByText(water?.text.fr ?? '')).toBeVisible();
  await page.getByRole('button', { name: words.frame.back, exact: true }).click();
  await finish(page);

  await signIn(page, sandbox, 'odile.petit@exemple.fr');
  await expect(page.getByRole('button', { name: alerts.label })).toHaveCount(0);
});

test('a member of staff is called from any screen, once however often it is touched, and no more when the person leaves', async ({
  page,
  sandbox,
}) => {
  const waiting = () => sandbox.tenantApi.helpCalls.open;
  await signIn(page, sandbox);
  await page.getByRole('button', { name: help.open }).click();

  await page.getByRole('button', { name: helpCall.call }).dblclick();
  await expect(page.getByText(helpCall.waiting)).toBeVisible();
  expect(waiting()).toMatchObject([{ screen: 'home', kioskId: 'sandbox-1', state: 'waiting' }]);
  expect(JSON.stringify(waiting())).not.toMatch(/Martin|0104473|exemple/);
  await page.getByRole('button', { name: helpCall.callOff }).click();
  await expect.poll(waiting).toEqual([]);
  await page.getByRole('button', { name: helpCall.call }).click();
  await expect(page.getByText(helpCall.waiting)).toBeVisible();

  const [call] = waiting();
  sandbox.tenantApi.helpCalls.take(call?.id ?? '');
  await expect(page.getByText(helpCall.taken)).toBeVisible();
  await page.getByRole('button', { name: words.frame.close }).click();
  await expect(page.getByRole('button', { name: helpCall.coming })).toBeVisible();
  await finish(page);
  await expect.poll(waiting).toEqual([]);

  sandbox.tenantApi.faults.set('all', { effect: { kind: 'cut', moment: 'beforeEffect' } });
  await begin(page);
  await page.getByRole('button', { name: help.open }).click();
  await page.getByRole('button', { name: helpCall.call }).click();
  await expect(page.getByRole('alert')).toContainText(helpCall.failed);
});

test('each screen is explained in plain words to whoever asks', async ({ page, sandbox }) => {
  await begin(page);
  await explained(explain.screens.signIn);
  await page.getByRole('button', { name: words.withoutSigningIn.open }).click();
  await explained(explain.screens.withoutSigningIn);
  await page.getByRole('button', { name: words.home.paymentMethods }).click();
  await explained(explain.screens.paymentMethods);
  await page.getByRole('button', { name: words.frame.leave }).click();
  await signIn(page, sandbox);
  await explained(explain.screens.home);

  async function explained({ purpose, next }: { purpose: string; next: string }): Promise<void> {
    await page.getByRole('button', { name: help.open }).click();
    await page.getByRole('button', { name: explain.open }).click();
    await expect(page.getByText(purpose)).toBeVisible();
    await expect(page.getByText(next)).toBeVisible();
    await page.getByRole('button', { name: words.frame.close }).click();
  }
});

/** Runs in the page: notes whether what is owed was ever drawn before what happens where the person lives. */
function watchTheBalance(): void {
  Object.assign(window, { balanceCameFirst: false });
  const look = () => {
    const isAlone = document.querySelector('.balance-card') && !document.querySelector('.alert-banner');
    if (isAlone) Object.assign(window, { balanceCameFirst: true });
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}
