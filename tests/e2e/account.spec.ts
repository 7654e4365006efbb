import type { Page } from 'playwright/test';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { heading, openAccount, signIn } from './journey.ts';
import { expect, filled, isolated, readable, test, words } from './shared-kiosk.ts';

const { owedMark: OWED, aheadMark: AHEAD } = words.account;

test('the account shows the seven lines of the leaflet, as the leaflet shows them', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);

  await openAccount(page);

  await expect(rows(page)).toHaveCount(7);
  await expect
    .poll(() => ledger(page))
    .toEqual([
      ['10/07/2018', 'Chèque bancaire', '', '− 43,86 €', `${OWED} 27,74 €`],
      ['26/06/2018', 'APL 06/18', '', '− 191,95 €', `${OWED} 71,60 €`],
      ['26/06/2018', 'LOG 004473 06/18', '+ 238,57 €', '', `${OWED} 263,55 €`],
      ['26/06/2018', 'LOG 004473 05/18', '', '− 27,74 €', `${OWED} 24,98 €`],
      ['26/06/2018', 'LOG 004473 04/18', '', '− 27,74 €', `${OWED} 52,72 €`],
      ['26/06/2018', 'LOG 004473 03/18', '', '− 27,74 €', `${OWED} 80,46 €`],
      ['26/06/2018', 'APL 02/18 05/18', '+ 108,20 €', '', `${OWED} 108,20 €`],
    ]);
  await expect(page.locator('main')).toContainText(filled(words.balance.owed, { amount: '27,74 €' }));
  await expect(page.locator('main')).toContainText(
    `${filled(words.account.opening, { day: '1er janvier 2018' })} 0,00 €`,
  );
});

test('someone with a flat and a garage sees both, and looks at one at a time', async ({ page, sandbox }) => {
  await signIn(page, sandbox, 'lucas.moreau@exemple.fr');
  await expect(page.getByRole('article')).toHaveCount(2);
  await openAccount(page);
  await expect(rows(page).filter({ hasText: 'GAR 000318' })).not.toHaveCount(0);

  await page.getByRole('button', { name: words.account.changeLease }).click();
  await page
    .getByRole('dialog', { name: words.account.chooseLease })
    .getByRole('button', { name: filled(words.balance.lease, { number: '006120' }) })
    .click();

  await expect(rows(page).filter({ hasText: 'LOG 006120' })).not.toHaveCount(0);
  await expect(rows(page).filter({ hasText: 'GAR 000318' })).toHaveCount(0);
});

for (const { email, sentence } of [
  {
    email: 'fatoumata.diallo@exemple.fr',
    sentence: filled(words.balance.ahead, { amount: '86,40 €' }),
  },
  { email: 'odile.petit@exemple.fr', sentence: words.balance.settled },
]) {
  test(`${email} reads “${sentence}”`, async ({ page, sandbox }) => {
    await signIn(page, sandbox, email);

    await expect(page.getByRole('article')).toContainText(sentence);
    await openAccount(page);
    await expect(page.locator('main')).toContainText(sentence);
  });
}

test('money that the landlord owes is marked as such, line by line', async ({ page, sandbox }) => {
  await signIn(page, sandbox, 'fatoumata.diallo@exemple.fr');

  await openAccount(page);

  await expect(rows(page).filter({ hasText: 'Régul. charges' })).toContainText(AHEAD);
});

test('a brand-new lease without a line is not an error', async ({ page, sandbox }) => {
  await signIn(page, sandbox, 'nathan.robin@exemple.fr');
  await expect(page.getByRole('article')).toContainText(words.balance.settled);

  await openAccount(page);

  await expect(page.getByText(words.account.empty)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('twelve years of account scroll to the very first line', async ({ page, sandbox }) => {
  const entries = entriesOf(sandbox, 'henri.rousseau@exemple.fr');
  const opening = page.getByText(filled(words.account.opening, { day: '1er janvier 2006' }));
  await signIn(page, sandbox, 'henri.rousseau@exemple.fr');
  await openAccount(page);
  await expect(rows(page)).not.toHaveCount(0);

  await view(page).hover();
  await expect(async () => {
    await page.mouse.wheel(0, 1_500);
    await expect(opening).toBeInViewport({ timeout: 50 });
  }).toPass({ intervals: [20] });

  expect(entries.length).toBeGreaterThan(430);
  await expect(rows(page)).toHaveCount(entries.length);
  const shown = await ledger(page);
  const first = entries[0];
  expect(shown.at(-1)?.slice(0, 2)).toEqual(['26/07/2006', first?.label]);
  expect(shown.map(([, label]) => label)).toEqual(entries.toReversed().map(({ label }) => label));
});

test('the account scrolls by its large buttons and by keyboard, too', async ({ page, sandbox }) => {
  const place = () => view(page).evaluate((box) => box.scrollTop);
  await signIn(page, sandbox, 'henri.rousseau@exemple.fr');
  await openAccount(page);

  await page.getByRole('button', { name: words.account.older }).click();
  await expect.poll(place).toBeGreaterThan(0);
  const afterButton = await place();
  await view(page).focus();
  await page.keyboard.press('PageDown');

  await expect.poll(place).toBeGreaterThan(afterButton);
});

test('choosing a year shows the lines of that year, as many as were promised', async ({ page, sandbox }) => {
  const year = filled(words.periods.year, { year: '2017' });
  await signIn(page, sandbox, 'odile.petit@exemple.fr');
  await openAccount(page);

  await page.getByRole('button', { name: words.account.changePeriod }).click();
  const choice = page
    .getByRole('dialog', { name: words.account.choosePeriod })
    .getByRole('button', { name: year });
  const promised = Number(/(\d+) \D+$/.exec(readable(await choice.innerText()))?.[1]);
  await choice.click();

  await expect(page.getByRole('button', { name: year })).toBeVisible();
  await expect(rows(page)).toHaveCount(promised);
  for (const [day] of await ledger(page)) expect(day).toMatch(/\/2017$/);
});

for (const { email, name, font } of [
  { email: 'youssef.elhaddad@exemple.fr', name: 'السيد يوسف بن علي الحداد', font: 'Noto Sans Arabic' },
  {
    email: 'zoe.dherouville@exemple.fr',
    name: 'Mme Zoé D’Hérouville-Çağlar',
    font: 'Atkinson Hyperlegible Next',
  },
]) {
  test(`${name} is greeted by name, in its own writing and direction`, async ({ page, sandbox }) => {
    await signIn(page, sandbox, email);

    await expect(heading(page)).toHaveText(filled(words.home.title, { name: isolated(name) }));
    await expect.poll(() => greetingStandsLeftOfName(page)).toBe(true);
    await expect.poll(() => loadedFonts(page)).toContain(font);
  });
}

function view(page: Page) {
  return page.getByRole('region', { name: words.account.table });
}

function rows(page: Page) {
  return page.locator('tbody').getByRole('row');
}

/** What stands in each cell, line by line. */
async function ledger(page: Page): Promise<string[][]> {
  const texts = await rows(page).evaluateAll((lines) =>
    lines.map((line) => [...line.querySelectorAll('td')].map((cell) => cell.innerText)),
  );
  return texts.map((cells) => cells.map(readable));
}

function entriesOf(sandbox: Sandbox, email: string) {
  const tenant = sandbox.tenantApi.tenants.find(({ signInEmail }) => signInEmail === email);
  return tenant?.accounts[0]?.entries ?? [];
}

/** In a French sentence the greeting comes first, on the left, whatever the direction of the name. */
function greetingStandsLeftOfName(page: Page): Promise<boolean> {
  return heading(page).evaluate((title) => {
    const text = title.firstChild;
    if (!text) return false;
    const nameFrom = (title.textContent ?? '').indexOf('\u2068');
    const placeOf = (from: number, to: number) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, to);
      return range.getBoundingClientRect();
    };
    const greeting = placeOf(0, nameFrom - 1);
    const name = placeOf(nameFrom + 1, nameFrom + 4);
    return greeting.right <= name.left || greeting.bottom <= name.top;
  });
}

function loadedFonts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family.replaceAll('"', '')),
  );
}
