import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { isStrongCodeHash } from '../config/staff-code-hash.ts';
import { silentLog } from '../log/log.ts';
import { whoseCode } from '../staff/staff-codes.ts';
import { runDoctor } from './doctor.ts';
import { doctorWords } from './doctor-words.ts';
import type { DoctorInput, DoctorWorld } from './world.ts';

vi.setConfig({ testTimeout: 30_000 });

test.each([
  [['nonsense'], 'nonsense'],
  [['__proto__'], '__proto__'],
  [['constructor'], 'constructor'],
  [['--jsonn'], '--jsonn'],
])('what is not understood is told, and nothing is done: %j', async (words, named) => {
  const doctor = at();

  expect(await runDoctor(words, doctor.world)).toBe(2);
  expect(doctor.aside()).toContain(`"${named}" is not understood`);
  expect(doctor.told()).toBe('');
});

test('the words are those behind the switch', () => {
  expect(doctorWords(['electron', '.', '--doctor', 'parts', '--json'])).toEqual(['parts', '--json']);
  expect(doctorWords(['electron', '.', '--doctor'])).toEqual([]);
  expect(doctorWords(['electron', '.', '--windowed'])).toBeNull();
});

test('the payment terminal can be tried, and is told in one JSON line', async () => {
  const doctor = at();
  // Port 1 belongs to a service that no machine runs any more.
  const words = ['terminal', '--driver', 'caisse-ap', '--host', '127.0.0.1', '--port', '1', '--dry'];

  expect(await runDoctor(words, { ...doctor.world, kiosk: wrongConfiguration })).toBe(1);
  expect(JSON.parse(doctor.told())).toMatchObject({ outcome: 'NOT_SENT', reason: 'CONNECTION_REFUSED' });
});

test('a code that comes by a pipe gives one line, its hash', async () => {
  const doctor = at({ input: '246810\n' });

  expect(await runDoctor(['staff-code'], doctor.world)).toBe(0);

  const codeHash = doctor.told().trimEnd();
  expect(isStrongCodeHash(codeHash)).toBe(true);
  expect(await whoseCode('246810', [{ id: 'anne', codeHash }])).toBe('anne');
});

test('at a terminal the code is asked for twice and shown never', async () => {
  const doctor = at({ terminal: true });

  const done = runDoctor(['staff-code'], doctor.world);
  await doctor.types('24681\u007f10\r', 'Code');
  await doctor.types('246810\r', 'Again');

  expect(await done).toBe(0);
  expect(doctor.told()).toMatch(/^\$argon2id\$/);
  expect(doctor.told() + doctor.aside()).not.toContain('2468');
  expect(doctor.rawModes).toEqual([true, false, true, false]);
});

test('two different codes give no hash', async () => {
  const doctor = at({ terminal: true });

  const done = runDoctor(['staff-code'], doctor.world);
  await doctor.types('246810\r', 'Code');
  await doctor.types('246811\r', 'Again');

  expect(await done).toBe(2);
  expect(doctor.told()).toBe('');
});

test('Ctrl+C ends it, and leaves the terminal as it was', async () => {
  const doctor = at({ terminal: true });

  const done = runDoctor(['staff-code'], doctor.world);
  await doctor.types('24\u0003', 'Code');

  expect(await done).toBe(130);
  expect(doctor.rawModes).toEqual([true, false]);
});

test.each(['12345\n', '1234567890123\n', 'abcdef\n', ''])('no code: %j', async (input) => {
  const doctor = at({ input });

  expect(await runDoctor(['staff-code'], doctor.world)).toBe(2);
  expect(doctor.told()).toBe('');
});

test('a code on the command line is refused without being repeated', async () => {
  const doctor = at();

  expect(await runDoctor(['staff-code', '246810'], doctor.world)).toBe(2);
  expect(doctor.told() + doctor.aside()).not.toContain('246810');
});

function wrongConfiguration(): ReturnType<DoctorWorld['kiosk']> {
  return {
    loaded: { ok: false, faults: [] },
    dataFolder: '/nowhere',
    running: { app: '0.0.0', isPackaged: false, versions: process.versions },
    log: silentLog,
  };
}

function at(options: { input?: string; terminal?: boolean } = {}) {
  const { input = '', terminal = false } = options;
  const told: string[] = [];
  const aside: string[] = [];
  const rawModes: boolean[] = [];
  const stream = new PassThrough();
  if (!terminal) stream.end(input);
  const asTerminal = { isTTY: true, setRawMode: (isRaw: boolean) => rawModes.push(isRaw) };
  const world = {
    kiosk: () => {
      throw new Error('nobody asked for the parts');
    },
    input: (terminal ? Object.assign(stream, asTerminal) : stream) as DoctorInput,
    tell: async (text: string) => void told.push(text),
    tellAside: async (text: string) => void aside.push(text),
  };
  return {
    world,
    rawModes,
    told: () => told.join(''),
    aside: () => aside.join(''),
    /** As soon as it is asked for. */
    async types(keys: string, question: string) {
      await vi.waitFor(() => expect(aside.at(-1)).toContain(question));
      stream.write(keys);
    },
  };
}
