/**
 * From the touch on "Payer 27,74 €" to the first byte that the terminal hears: through the window, the check of what
 * is owed, two transactions on the disk, and a new connection. On loopback, with an API that answers at once.
 */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import words from '../../../renderer/messages/fr.json' with { type: 'json' };
import type { PageConnection } from '../page-connection.ts';
import { median, quantile } from '../quantiles.ts';
import { startElectron } from '../started-electron.ts';
import { type Login, type Program, signIn, untilHeading } from './programs.ts';

const FIRST_PAYMENTS = 5;
const PAYMENTS = 60;

/** Caisse-AP: not done, refused. So the next payment can follow. */
const REFUSED = 'CZ0040300AE00201AF00204';

export interface TapToTerminal {
  payTapToTerminalP95Ms: number;
  payTapToTerminalMs: number;
}

/** @param configFile of the kiosk: its terminal is another one for so long */
export async function measureTapToTerminal(
  kiosk: Program,
  login: Login,
  configFile: string,
): Promise<TapToTerminal> {
  const before = readFileSync(configFile, 'utf8');
  const heardAt: number[] = [];
  const ear = await listen(() => heardAt.push(Date.now()));
  const { port } = ear.address() as AddressInfo;
  const paymentTerminal = { driver: 'caisse-ap', host: '127.0.0.1', port };
  writeFileSync(configFile, JSON.stringify({ ...JSON.parse(before), paymentTerminal }));
  const started = await startElectron(kiosk);
  try {
    const page = await started.page();
    await goToSummary(page, login);
    const durations: number[] = [];
    for (let payments = 0; payments < FIRST_PAYMENTS + PAYMENTS; payments += 1) {
      const tappedAt = await payOnce(page);
      const heard = heardAt[payments];
      if (heard === undefined) throw new Error('the terminal heard nothing');
      if (payments >= FIRST_PAYMENTS) durations.push(heard - tappedAt);
    }
    page.close();
    return { payTapToTerminalP95Ms: quantile(durations, 0.95), payTapToTerminalMs: median(durations) };
  } finally {
    await started.stop();
    ear.close();
    writeFileSync(configFile, before);
  }
}

async function goToSummary(page: PageConnection, login: Login): Promise<void> {
  await signIn(page, login);
  await untilHeading(page, words.home.title.split(' ')[0] ?? '');
  await page.touch(words.home.payText);
  await page.touch(words.payment.wholeText);
  await untilHeading(page, words.payment.check);
}

/** @returns when the button was touched, in epoch milliseconds */
async function payOnce(page: PageConnection): Promise<number> {
  // Nothing of value to the bench itself: it would wait for the click before making it.
  await page.evaluate(`void (window.tappedAt = new Promise((resolve) =>
    document.addEventListener('click', (event) => resolve(Date.now() - (performance.now() - event.timeStamp)),
      { capture: true, once: true })))`);
  await page.touch(words.payment.pay.split('{{')[0] ?? '');
  await untilHeading(page, words.payment.notPaid);
  const tappedAt = await page.evaluate<number>('window.tappedAt');
  await page.touch(words.payment.again);
  await untilHeading(page, words.payment.check);
  return tappedAt;
}

/** Refuses every payment, once it was told when it was asked for. */
async function listen(onFirstByte: () => void): Promise<Server> {
  const server = createServer((socket) => {
    // A kiosk that hangs up first has its answer already.
    socket.on('error', () => socket.destroy());
    socket.once('data', () => {
      onFirstByte();
      socket.end(REFUSED);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
