/** Sites of other organisations within the kiosk: how people get there, what they can do, and how they come back. */
import type { Page } from 'playwright/test';
import { LEAST, look } from './access/look.ts';
import { ask } from './ask.ts';
import { CLAIRE } from './badge.ts';
import { begin, heading, openMenu, openWithoutSigningIn, signIn } from './journey.ts';
import { expect, filled, shaped, words } from './kiosk.ts';
import { logLines } from './kiosk-log.ts';
import { expectPage, expectTrouble, pageOf, SITE_NAME, test, touch, view, visit } from './partner-site.ts';

const FORM = '<input id=name><input id=mail type=email><input id=secret type=password>';

test('from the sign-in: the site stands under our bar, leads on and back, and is left', async ({
  app,
  page,
  site,
}) => {
  site.serve('/', '<h1>Bienvenue</h1><a id=more href="/more">Plus</a>');
  site.serve('/more', '<h1>Plus</h1>');
  await begin(page);
  await openWithoutSigningIn(page);
  await page.getByRole('button', { name: words.home.partner }).click();
  await expect(heading(page)).toHaveText(words.partner.title);
  await expect(page.getByText(words.partner.lead)).toBeVisible();
  await page.getByRole('button', { name: SITE_NAME }).click();
  await expectPage(app, `${site.origin}/`);

  await test.step('our bar and our ways out are beside the site’s page, not under it', async () => {
    const bounds = (await view(app))?.bounds ?? { x: 0, y: 0, width: 0, height: 0 };
    const place = await placeOf(page);
    expect(bounds).toEqual(place);
    for (const word of [words.partner.toStart, words.help.open, words.frame.leave]) {
      const box = await page.getByRole('button', { name: word }).boundingBox();
      expect((box?.y ?? 0) >= place.y + place.height || (box?.y ?? 0) + (box?.height ?? 0) <= place.y).toBe(
        true,
      );
    }
    await expect(page.getByText(words.partner.outside)).toContainText(
      filled(words.partner.timeLeft, { time: '45\u00a0minutes' }),
    );
  });

  await test.step('what staff add to the session is added to the visit', async () => {
    await ask(page, 'assist.signIn', { name: CLAIRE.userName, pin: CLAIRE.pin });
    await ask(page, 'assist.lengthenLimit', undefined);
    await expect(page.getByText(words.partner.outside)).toContainText(
      filled(words.partner.timeLeft, { time: '60\u00a0minutes' }),
    );
    await ask(page, 'assist.stop', { by: 'person' });
  });

  const inside = await pageOf(app, site);
  await inside.locator('#more').click();
  await expectPage(app, `${site.origin}/more`);
  await page.getByRole('button', { name: words.partner.back }).click();
  await expectPage(app, `${site.origin}/`);
  await expect(page.getByRole('button', { name: words.partner.back })).toBeDisabled();

  await page.getByRole('button', { name: words.partner.toStart }).click();
  await expect(heading(page)).toHaveText(words.signIn.title);
  await expect.poll(() => view(app)).toBeNull();
});

test('from the account: a page is printed, and the account is there again', async ({
  app,
  page,
  sandbox,
  site,
}) => {
  const sheets = ['Une', 'Deux', 'Trois'].map((text) => `<p style="break-after: page">${text}</p>`);
  site.serve('/', `<h1>Attestation</h1>${sheets.join('')}<p>Quatre</p>`);
  await signIn(page, sandbox);
  await openMenu(page, 'practical');
  await page.getByRole('button', { name: words.home.partner }).click();
  await page.getByRole('button', { name: SITE_NAME }).click();
  await expectPage(app, `${site.origin}/`);

  await page.getByRole('button', { name: words.partner.print }).click();
  await expect(page.getByRole('heading', { name: words.printing.preview.title })).toBeVisible();
  await expect(page.locator('canvas')).toHaveAttribute('aria-busy', 'false');
  expect(await page.evaluate(look, { least: LEAST })).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('preview.png') });
  await page.getByRole('button', { name: shaped(words.printing.preview.print_other) }).click();
  await expect(page.getByText(filled(words.printing.takePaperText_other, { count: '4' }))).toBeVisible();
  expect((await view(app))?.isVisible).toBe(false);
  await page.getByRole('button', { name: words.partner.return }).click();
  await expectPage(app, `${site.origin}/`);

  await page.getByRole('button', { name: words.partner.toAccount }).click();
  await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();
});

test('the on-screen keyboard comes with a field of the site and types into it, passwords too, in frames too', async ({
  app,
  page,
  site,
  elsewhere,
}) => {
  site.serve('/', `${FORM}<p id=text>Rien</p><iframe src="/frame"></iframe>`);
  site.serve('/frame', '<input id=inner>');
  await begin(page);
  await visit(page);
  await expectPage(app, `${site.origin}/`);
  const inside = await pageOf(app, site);
  const keyboard = page.getByRole('group', { name: words.keyboard.label });
  const keys = async (...typed: string[]) => {
    for (const key of typed) await keyboard.locator(`[data-skbtn="${key}"]`).click();
  };
  await expect(keyboard).toHaveCount(0);
  const before = (await view(app))?.bounds.height ?? 0;

  await inside.locator('#name').click();
  await keys('a', '{shift}', 'Z', '{space}', '{accents}', 'é', '{letters}', '1', '{backspace}', '2');
  await expect(inside.locator('#name')).toHaveValue('aZ é2');
  expect((await view(app))?.bounds.height).toBeLessThan(before);

  await inside.locator('#mail').click();
  await keys('m', '@orange.fr');
  await expect(inside.locator('#mail')).toHaveValue('m@orange.fr');

  await inside.locator('#secret').click();
  await keys('s', '3');
  await expect(inside.locator('#secret')).toHaveValue('s3');

  await inside.frameLocator('iframe').locator('#inner').click();
  await keys('o', 'k');
  await expect(inside.frameLocator('iframe').locator('#inner')).toHaveValue('ok');

  await inside.locator('#text').click();
  await expect(keyboard).toHaveCount(0);
  await expect.poll(() => view(app).then((seen) => seen?.bounds.height)).toBe(before);
  expect(elsewhere.requests).toEqual([]);
});

test('nothing of a visit is left for the next one', async ({ app, page, site }) => {
  site.serve('/', '<script src="/kept.js"></script><h1>Bonjour</h1>');
  site.serve('/kept.js', (_request, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/javascript',
      'Cache-Control': 'max-age=86400, immutable',
      'Set-Cookie': 'who=jeanne; Max-Age=86400',
    });
    response.end('1');
  });
  await begin(page);
  await visit(page);
  await expectPage(app, `${site.origin}/`);
  const first = await pageOf(app, site);
  await first.evaluate(async () => {
    localStorage.setItem('who', 'jeanne');
    sessionStorage.setItem('who', 'jeanne');
    await cookieStore.set({ name: 'again', value: 'jeanne', expires: Date.now() + 86_400_000 });
    await caches.open('who').then((cache) => cache.put('/who', new Response('jeanne')));
    await new Promise((resolve) => {
      indexedDB.open('who').onsuccess = resolve;
    });
  });
  const processId = (await view(app))?.processId ?? 0;

  await page.getByRole('button', { name: words.partner.toStart }).click();
  await expect.poll(() => isAlive(processId)).toBe(false);
  await visit(page);
  await expectPage(app, `${site.origin}/`);

  const second = await pageOf(app, site);
  const left = await second.evaluate(async () => ({
    cookies: document.cookie.includes('again'),
    local: localStorage.length,
    session: sessionStorage.length,
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).length,
  }));
  expect(left).toEqual({ cookies: false, local: 0, session: 0, caches: [], databases: 0 });
  const asked = site.requests.filter(({ path }) => path === '/kept.js' || path === '/');
  expect(asked.map(({ path }) => path)).toEqual(['/', '/kept.js', '/', '/kept.js']);
  expect(asked.map(({ cookie }) => cookie)).toEqual([undefined, undefined, undefined, undefined]);
});

test.describe('with the shortest patience', () => {
  // Whoever does nothing for 8 s is asked: on a busy machine no step of a journey may last as long.
  test.use({ config: { session: { idleTimeoutSeconds: 30, idleWarningSeconds: 22 } } });

  test('a touch on the site is a sign of life; whoever stands still is asked, and then the visit ends', {
    tag: '@waits',
  }, async ({ app, page, sandbox, site }) => {
    site.serve('/', '<button id=here>Ici</button>');
    await signIn(page, sandbox);
    await openMenu(page, 'practical');
    await page.getByRole('button', { name: words.home.partner }).click();
    await page.getByRole('button', { name: SITE_NAME }).click();
    await expectPage(app, `${site.origin}/`);
    const inside = await pageOf(app, site);
    const warning = page.getByRole('alertdialog', { name: words.idle.title });

    for (let touch = 0; touch < 4; touch += 1) {
      await inside.locator('#here').click();
      // Together longer than 8 s, and each of them well below.
      await new Promise((resolve) => setTimeout(resolve, 2_500));
    }
    await expect(warning).toHaveCount(0);
    await expect(warning).toBeVisible();
    await expect.poll(async () => (await view(app))?.isVisible).toBe(false);
    await warning.getByRole('button', { name: words.idle.stay }).click();
    await expectPage(app, `${site.origin}/`);

    await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible({
      timeout: 40_000,
    });
    await expect.poll(() => view(app)).toBeNull();
  });
});

test('“J’ai terminé” ends the visit with the session', async ({ app, page, sandbox, site }) => {
  site.serve('/', '<h1>Bonjour</h1>');
  await signIn(page, sandbox);
  await openMenu(page, 'practical');
  await page.getByRole('button', { name: words.home.partner }).click();
  await page.getByRole('button', { name: SITE_NAME }).click();
  await expectPage(app, `${site.origin}/`);
  const processId = (await view(app))?.processId ?? 0;

  await page.getByRole('button', { name: words.frame.finish }).click();
  await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();

  await expect.poll(() => view(app)).toBeNull();
  await expect.poll(() => isAlive(processId)).toBe(false);
  await expect.poll(() => logLines(sandbox, 'partner.left')).toHaveLength(1);
});

test('a dialog of ours is never under the site’s page', async ({ app, page, site }) => {
  site.serve('/', '<h1>Bonjour</h1>');
  await begin(page);
  await visit(page);
  await expectPage(app, `${site.origin}/`);

  await page.getByRole('button', { name: words.help.open }).click();
  await expect.poll(() => view(app).then((seen) => seen?.isVisible)).toBe(false);
  await page.getByRole('button', { name: words.frame.close }).click();

  await expectPage(app, `${site.origin}/`);
});

test.describe('what goes wrong is explained, and can be left', () => {
  test('a redirect, a link and a form that lead out', async ({ app, page, site, elsewhere }) => {
    const out = elsewhere.origin.replace('127.0.0.1', 'localhost');
    site.serve(
      '/',
      `<a id=out href="${out}/">Ailleurs</a><form action="${out}/" method=post><button>Envoyer</button></form><a id=hop href="/hop">Saut</a>`,
    );
    site.serve('/hop', (_request, response) => void response.writeHead(302, { Location: `${out}/` }).end());
    await begin(page);
    await visit(page);
    await expectPage(app, `${site.origin}/`);

    for (const selector of ['#out', 'button', '#hop']) {
      await touch(app, selector);
      await expectTrouble(page, 'elsewhere');
      await expect(page.getByText(filled(words.partner.askedHost, { host: 'localhost' }))).toBeVisible();
      expect((await view(app))?.isVisible).toBe(false);
      await page.getByRole('button', { name: words.partner.return }).click();
      await expectPage(app, `${site.origin}/`);
    }
    expect(elsewhere.requests).toEqual([]);
  });

  test('a first page that leads out at once', async ({ page, site, elsewhere }) => {
    site.serve(
      '/',
      (_request, response) => void response.writeHead(302, { Location: `${elsewhere.origin}/` }).end(),
    );
    await begin(page);
    await visit(page);

    await expectTrouble(page, 'elsewhere');

    expect(elsewhere.requests).toEqual([]);
    await page.getByRole('button', { name: words.partner.toStart }).click();
    await expect(heading(page)).toHaveText(words.signIn.title);
  });

  test('an address of a mail program, and a document to be saved', async ({ app, page, site }) => {
    site.serve(
      '/',
      `<a id=mail href="mailto:a@b.example">Écrire</a><a id=pdf href="/pdf">PDF</a>
      <a id=save href="/" download>Garder</a>`,
    );
    site.serve('/pdf', (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/pdf' }).end('%PDF-1.4');
    });
    await begin(page);
    await visit(page);
    await expectPage(app, `${site.origin}/`);

    for (const [selector, trouble] of [
      ['#mail', 'otherProgram'],
      ['#pdf', 'download'],
      ['#save', 'download'],
    ] as const) {
      await touch(app, selector);
      await expectTrouble(page, trouble);
      await page.getByRole('button', { name: words.partner.return }).click();
      await expectPage(app, `${site.origin}/`);
    }
  });

  test('a page that never comes', { tag: '@waits' }, async ({ page, site }) => {
    site.serve('/', () => undefined);
    await begin(page);
    await visit(page);

    await expectTrouble(page, 'tooSlow', { timeout: 25_000 });

    await page.getByRole('button', { name: words.partner.toStart }).click();
    await expect(heading(page)).toHaveText(words.signIn.title);
  });

  test('a page that crashes', async ({ app, page, site }) => {
    site.serve('/', '<h1>Bonjour</h1>');
    await begin(page);
    await visit(page);
    await expectPage(app, `${site.origin}/`);

    process.kill((await view(app))?.processId ?? 0, 'SIGKILL');
    await expectTrouble(page, 'crashed');
    await page.getByRole('button', { name: words.partner.again }).click();

    await expectPage(app, `${site.origin}/`);
  });

  test('a page that asks without end', { tag: '@waits' }, async ({ app, page, site }) => {
    site.serve(
      '/',
      `<button onclick="for (;;) {
        alert(1), confirm(2);
        // Slowly: each refusal is a line in the console, and the test's driver wants to read them all.
        for (const end = performance.now() + 200; performance.now() < end; );
      }">Encore</button>`,
    );
    await begin(page);
    await visit(page);
    await expectPage(app, `${site.origin}/`);
    const processId = (await view(app))?.processId ?? 0;

    await touch(app, 'button');
    await expectTrouble(page, 'notAnswering', { timeout: 25_000 });
    await page.getByRole('button', { name: words.partner.toStart }).click();

    await expect(heading(page)).toHaveText(words.signIn.title);
    await expect.poll(() => isAlive(processId)).toBe(false);
  });
});

/** The room that the kiosk's page keeps free. */
async function placeOf(page: Page) {
  const box = await page
    .getByRole('region', { name: filled(words.partner.place, { name: SITE_NAME }) })
    .boundingBox();
  if (!box) throw new Error('there is no place');
  const [x, y] = [Math.ceil(box.x), Math.ceil(box.y)];
  return { x, y, width: Math.floor(box.x + box.width) - x, height: Math.floor(box.y + box.height) - y };
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
