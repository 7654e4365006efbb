/** The driver on a real serial line, as far as the operating system goes: both ends of a pseudo-terminal. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SerialPort } from 'serialport';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentLog } from '../../../log/log.ts';
import { ORDER } from '../testing/orders.ts';
import { createConcertEplusTerminal } from './concert-eplus-terminal.ts';
import { ACK, ENQ, EOT, ETX, encodeRequest, frame } from './frame.ts';

let folder: string;
let socat: ChildProcess;
let device: SerialPort;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serial-'));
  const ends = ['kiosk', 'terminal'].map((name) => `pty,raw,echo=0,link=${join(folder, name)}`);
  socat = spawn('socat', ends, { stdio: 'inherit' });
  while (!existsSync(join(folder, 'kiosk')) || !existsSync(join(folder, 'terminal')))
    await new Promise((resolve) => setImmediate(resolve));
  device = new SerialPort({ path: join(folder, 'terminal'), baudRate: 9_600 });
  await once(device, 'open');
});

afterEach(async () => {
  if (device.isOpen) await new Promise((resolve) => device.close(resolve));
  if (socat.exitCode === null && socat.signalCode === null) {
    socat.kill();
    await once(socat, 'exit');
  }
  rmSync(folder, { recursive: true });
});

test('a payment is made over a serial line', async () => {
  const heard = speakAsTerminal({ answer: frame('010000112451978          ') });

  const outcome = await kiosk().start(ORDER).outcome;

  expect(outcome).toMatchObject({ outcome: 'APPROVED' });
  expect(Buffer.from(heard).includes(encodeRequest(ORDER, '01'))).toBe(true);
});

test('a line that is unplugged in the middle of a payment leaves it unknown', async () => {
  speakAsTerminal({ answer: Buffer.of() });
  const payment = kiosk().start(ORDER);
  await new Promise<void>((resolve) => {
    payment.follow((state) => {
      if (state === 'processing') resolve();
    });
  });

  socat.kill();

  expect(await payment.outcome).toMatchObject({ outcome: 'UNKNOWN' });
});

test('a line that is not there is absent', async () => {
  const terminal = kiosk(join(folder, 'nowhere'));

  expect(await terminal.test()).toEqual({ reachable: false, reason: 'DEVICE_ABSENT' });
});

function kiosk(path = join(folder, 'kiosk')) {
  return createConcertEplusTerminal(
    { driver: 'concert-eplus', device: path, baudRate: 9_600, register: '01', answerTimeoutSeconds: 180 },
    { log: silentLog },
  );
}

function speakAsTerminal({ answer }: { answer: Buffer }): number[] {
  const heard: number[] = [];
  let isSpeaking = false;
  device.on('data', (bytes: Buffer) => {
    for (const byte of bytes) {
      heard.push(byte);
      const isRequestOver = heard.at(-2) === ETX;
      if (byte === ENQ || isRequestOver) device.write(Buffer.of(ACK));
      else if (byte === EOT) device.write(Buffer.of(ENQ));
      else if (byte === ACK) {
        device.write(isSpeaking ? Buffer.of(EOT) : answer);
        isSpeaking = true;
      }
    }
  });
  return heard;
}
