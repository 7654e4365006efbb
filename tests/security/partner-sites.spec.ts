/** A partner's site that means harm: what it tries stays in its view, and the way back stays ours. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { begin, heading } from '../e2e/journey.ts';
import { attractScreen, configure, expect, words } from '../e2e/kiosk.ts';
import { logLines } from '../e2e/kiosk-log.ts';
import {
  expectPage,
  expectTrouble,
  type PartnerSite,
  pageOf,
  siteConfig,
  test,
  testOfItsOwn,
  touch,
  view,
  visit,
} from '../e2e/partner-site.ts';
import { pages } from './departures.ts';
import { startWitness } from './witness.ts';

test('the page finds nothing of the kiosk, of Electron or of Node.js, and does not reach it', async ({
  app,
  page,
  site,
}) => {
  const inside = await arrive(app, page, site, '<h1>Bonjour</h1>');

  const found = await inside.evaluate(async () => {
    const names = ['kiosk', 'require', 'process', 'Buffer', 'ipcRenderer', 'electron', 'module', 'tellKiosk'];
    const reach = (address: string) =>
      fetch(address, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      );
    return {
      names: names.filter((name) => name in globalThis),
      parents: [window.top === window, window.opener, window.parent === window],
      reached: [
        await reach('app://kiosk/index.html'),
        await reach('file:///etc/hostname'),
        await reach('chrome://version'),
      ],
    };
  });
  await inside.evaluate(() => {
    for (const target of [window, window.top, window.parent])
      target?.postMessage({ channel: 'session.end' }, '*');
  });

  expect(found).toEqual({ names: [], parents: [true, null, true], reached: [false, false, false] });
  expect(await page.evaluate(() => window.kiosk.call('session.read', undefined))).toMatchObject({
    state: 'signedOut',
  });
  expect(await webPreferences(app)).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    disableDialogs: true,
  });
  expect(await webPreferences(app)).not.toHaveProperty('preload');
});

test('no address but the site’s own opens: by script, by meta refresh, in a frame, in a window', async ({
  app,
  page,
  sandbox,
  site,
  elsewhere,
}) => {
  const bad = [
    elsewhere.origin,
    'file:///etc/hostname',
    'data:text/html,left',
    'chrome://version',
    'view-source:about:blank',
    'app://kiosk/index.html',
  ];
  const inside = await arrive(app, page, site, '<h1>Bonjour</h1>');

  for (const address of bad) {
    await inside.evaluate((address) => {
      // A URL that the page's own browser refuses throws, and that is a refusal, too.
      const attempts = [
        () => location.assign(address),
        () => void open(address),
        () => document.body.append(Object.assign(document.createElement('iframe'), { src: address })),
        () =>
          document.head.append(
            Object.assign(document.createElement('meta'), {
              httpEquiv: 'refresh',
              content: `0;url=${address}`,
            }),
          ),
        () => Object.assign(document.createElement('a'), { href: address, target: '_blank' }).click(),
      ];
      return attempts.map((attempt) => {
        try {
          return attempt();
        } catch (error) {
          return String(error);
        }
      });
    }, address);
  }

  await expect.poll(() => logLines(sandbox, 'partner.navigation-refused').length).toBeGreaterThan(3);
  await expectTrouble(page, 'elsewhere');
  await page.getByRole('button', { name: words.partner.return }).click();
  await expectPage(app, `${site.origin}/`);
  expect(elsewhere.requests).toEqual([]);
  expect(await pages(app)).toBe(2);
});

test('frames of elsewhere stay empty, those of the site do not', async ({ app, page, site, elsewhere }) => {
  site.serve('/own', 'own frame');
  const inside = await arrive(
    app,
    page,
    site,
    `<iframe id=own src="/own"></iframe><iframe id=inline srcdoc="written here"></iframe><iframe id=other src="${elsewhere.origin}/"></iframe>
     <object data="${elsewhere.origin}/"></object><embed src="${elsewhere.origin}/">
     <iframe src="file:///etc/hostname"></iframe>`,
  );

  await expect(inside.frameLocator('#own').locator('body')).toHaveText('own frame');
  await expect(inside.frameLocator('#inline').locator('body')).toHaveText('written here');
  expect(elsewhere.requests).toEqual([]);
});

test('a window that the person asked for opens in place of the page; one that nobody asked for does not', async ({
  app,
  page,
  sandbox,
  site,
}) => {
  site.serve('/next', '<h1>Suite</h1>');
  await arrive(
    app,
    page,
    site,
    `<a id=link target=_blank href="/next">Suite</a>
     <script>setTimeout(() => { for (let i = 0; i < 20; i += 1) open('/next?popunder') })</script>`,
  );

  await expect.poll(() => logLines(sandbox, 'partner.window-refused').length).toBe(20);
  expect(site.requests.map(({ path }) => path)).not.toContain('/next');
  await touch(app, '#link');
  await expectPage(app, `${site.origin}/next`);
  expect(await pages(app)).toBe(2);
});

testOfItsOwn(
  'no dialog, no file chooser, no full screen, no pointer lock, no permission',
  async ({ app, page, sandbox, site }) => {
    site.serve('/locked', (_request, response) => {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="Name?"' }).end();
    });
    const inside = await arrive(
      app,
      page,
      site,
      `<button id=all>Tout</button><input id=file type=file><script>
      for (let i = 0; i < 10; i += 1) document.body.append(Object.assign(new Image(), { src: '/locked?' + i }));
      onbeforeunload = (event) => { event.preventDefault(); event.returnValue = 'stay'; };
      // What is refused without an answer is refused.
      const yes = (asked) => Promise.race([
        Promise.resolve().then(asked).then(() => 'yes', () => 'no'),
        new Promise((resolve) => setTimeout(resolve, 2000, 'no answer')),
      ]);
      document.querySelector('#all').onclick = () => { window.answers = Promise.all([
        alert('!'), confirm('?'), print(),
        yes(() => document.documentElement.requestFullscreen()),
        yes(() => document.body.requestPointerLock()),
        yes(() => navigator.clipboard.readText()),
        yes(() => navigator.mediaDevices.getUserMedia({ video: true })),
        yes(() => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
        Notification.requestPermission(),
      ]); };
    </script>`,
    );

    // Nobody is asked for a name, and nobody is slowed down for what the site asks.
    await expect.poll(() => logLines(sandbox, 'sign-in-dialog.refused').length).toBe(10);
    expect(await page.evaluate(() => window.kiosk.call('session.read', undefined))).toMatchObject({
      state: 'signedOut',
    });
    await touch(app, '#all');
    const given = await inside.waitForFunction(
      () => (window as unknown as { answers?: Promise<unknown[]> }).answers,
    );
    const answers = (await given.jsonValue()) ?? [];
    await touch(app, '#file');
    await expectTrouble(page, 'noFiles');
    await inside.evaluate(() => Object.assign(document.createElement('input'), { type: 'file' }).click());

    expect(answers).toHaveLength(9);
    expect(answers.filter((answer) => answer === 'yes' || answer === true || answer === 'granted')).toEqual(
      [],
    );
    expect(await inside.evaluate(() => document.pointerLockElement ?? document.fullscreenElement)).toBeNull();
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen())).toBe(
      false,
    );
    expect(windowsOnScreen(app)).toBe(1);

    await page.getByRole('button', { name: words.partner.toStart }).click();
    await expect(heading(page)).toHaveText(words.signIn.title);
    await expect.poll(() => view(app)).toBeNull();
  },
);

test('the local network is not the site’s, and nothing of it outlives its page', async ({
  app,
  page,
  sandbox,
  site,
}) => {
  const witness = await startWitness();
  site.serve('/worker.js', (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end('1');
  });
  const inside = await arrive(app, page, site, '<h1>Bonjour</h1>');

  const reached = await inside.evaluate(
    async (origins) => {
      const answers = await Promise.all(
        origins.map((origin) =>
          fetch(origin, { mode: 'no-cors' }).then(
            () => true,
            () => false,
          ),
        ),
      );
      for (const origin of origins) {
        document.body.append(Object.assign(document.createElement('img'), { src: origin }));
        navigator.sendBeacon(origin, 'x');
      }
      return answers;
    },
    witness.origins.slice(0, 2),
  );
  const worker = await inside.evaluate(() =>
    navigator.serviceWorker.register('/worker.js').then(
      () => 'registered',
      ({ name }: Error) => name,
    ),
  );

  expect(reached).toEqual([false, false]);
  expect(await witness.callers()).toEqual({ tcp: 0, udp: 0 });
  expect(worker).not.toBe('registered');
  await expect.poll(() => logLines(sandbox, 'partner.service-worker-refused')).toHaveLength(1);
  await witness.stop();
});

test('what passes by the network’s rules is in none of the site’s frames and workers', async ({
  app,
  page,
  site,
}) => {
  const ways = `['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport', 'SharedWorker']`;
  const found = `${ways}.filter((name) => globalThis[name] !== undefined)`;
  const worker = (script: string) => `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(script)}])))`;
  const ask = `postMessage(${found})`;
  const pass = (script: string) => `${worker(script)}.onmessage = ({ data }) => postMessage(data)`;
  site.serve('/own', '<h1>own frame</h1>');
  const inside = await arrive(
    app,
    page,
    site,
    `<script>
      const blank = document.body.appendChild(document.createElement('iframe'));
      window.inNewFrame = ${ways}.filter((name) => blank.contentWindow[name] !== undefined);
    </script><iframe src="/own"></iframe><iframe srcdoc="written here"></iframe>`,
  );
  const answerOf = (made: string) =>
    inside.evaluate(`new Promise((resolve, reject) => {
      const made = ${made};
      made.onmessage = ({ data }) => resolve(data);
      made.onerror = () => reject(new Error('the worker failed'));
    })`);

  await expect
    .poll(() => Promise.all(inside.frames().map((frame) => frame.evaluate(found))))
    .toEqual([[], [], [], []]);
  expect(await inside.evaluate('inNewFrame')).toEqual([]);
  expect(await answerOf(worker(ask))).toEqual([]);
  expect(await answerOf(worker(pass(ask)))).toEqual([]);
});

test('a page that closes itself, or locks the way back, is left all the same', async ({
  app,
  page,
  site,
}) => {
  const inside = await arrive(
    app,
    page,
    site,
    `<script>
      onpagehide = onunload = () => { localStorage.setItem('left', 'behind'); for (const end = Date.now() + 5000; Date.now() < end; ); };
      for (let i = 0; i < 40; i += 1) history.pushState(i, '', '#' + i);
    </script>`,
  );
  await inside.evaluate(() => window.close());

  // Not the empty page that the visit began on: nobody is to be led back to that.
  expect(await inside.evaluate(() => history.length)).toBe(41);
  await page.getByRole('button', { name: words.partner.toStart }).click();
  await expect(heading(page)).toHaveText(words.signIn.title);
  await expect.poll(() => view(app)).toBeNull();
  await visit(page);
  const again = await pageOf(app, site);
  expect(await again.evaluate(() => localStorage.length)).toBe(0);
});

testOfItsOwn('a site whose certificate nobody vouches for is not opened', async ({ sandbox, startKiosk }) => {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
      '-keyout',
      key,
      '-out',
      certificate,
    ],
    { stdio: 'ignore' },
  );
  let requests = 0;
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (_, response) => {
    requests += 1;
    response.end('in');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  configure(sandbox, { partnerSites: [siteConfig(`https://localhost:${port}`)] });

  const page = await attractScreen(await startKiosk());

  await begin(page);
  await visit(page);
  await expectTrouble(page, 'unsafe');

  expect(requests).toBe(0);
  server.close();
  rmSync(folder, { recursive: true });
});

/** From the attract screen to a site whose first page is this. */
async function arrive(app: ElectronApplication, page: Page, site: PartnerSite, body: string): Promise<Page> {
  site.serve('/', body);
  await begin(page);
  await visit(page);
  await expect.poll(() => view(app).then((seen) => seen?.isVisible)).toBe(true);
  return pageOf(app, site);
}

function webPreferences(app: ElectronApplication): Promise<object> {
  return app.evaluate(({ webContents }) => {
    const contents = webContents.getAllWebContents().find((each) => each.getURL().startsWith('http')) as
      | { getLastWebPreferences?(): object }
      | undefined;
    return contents?.getLastWebPreferences?.() ?? {};
  });
}

/** As the display counts them: the dialogs of a desktop are windows that the program does not list. */
/** Its own only: another kiosk may be tried on the same screen. */
function windowsOnScreen(app: ElectronApplication): number {
  const pid = String(app.process().pid);
  const found = execFileSync('xdotool', ['search', '--all', '--onlyvisible', '--pid', pid, '--name', '.+']);
  return found.toString().trim().split('\n').length;
}
