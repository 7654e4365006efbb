import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tryTerminal } from './doctor-terminal.ts';
import { startTcpTerminal, type TcpTerminal } from './terminal/testing/tcp-terminal.ts';

let terminal: TcpTerminal;
let answer: string;

beforeEach(async () => {
  terminal = await startTcpTerminal((socket) => socket.end(answer));
});

afterEach(() => terminal.stop());

describe('a payment is told in one JSON line', () => {
  test.each([
    ['AE00210CA00201CB00511245CD0010CE003978', 0, { outcome: 'APPROVED' }],
    ['AE00201AF00204', 1, { outcome: 'NOT_PERFORMED', reason: 'REFUSED' }],
    ['', 1, { outcome: 'UNKNOWN', reason: 'CONNECTION_LOST' }],
  ])('%s', async (said, exitCode, told) => {
    answer = said;

    const doctor = await tried([...address(), '--amount', '11245']);

    expect(doctor.exitCode).toBe(exitCode);
    expect(doctor.told).toMatch(/^\{[^\n]*\}\n$/);
    expect(JSON.parse(doctor.told)).toMatchObject({ ...told, driver: 'caisse-ap', amountCents: 11_245 });
    expect(doctor.aside).toContain('waits for a card');
  });

  test('and nothing of the card is in it', async () => {
    answer = 'AE00210CA00201CB00511245CD0010CE003978AA016497010******7890AB0042512';

    const { told } = await tried([...address(), '--amount', '11245']);

    expect(JSON.parse(told)).toMatchObject({ outcome: 'APPROVED' });
    expect(told).not.toMatch(/497010|7890|2512/);
  });
});

describe('a dry run', () => {
  test('reaches the terminal and sends nothing', async () => {
    const doctor = await tried([...address(), '--dry']);

    expect(JSON.parse(doctor.told)).toMatchObject({ outcome: 'NOT_SENT', reachable: true, dry: true });
    expect(doctor.exitCode).toBe(0);
    expect(terminal.heard).toEqual([]);
  });

  test('tells that nobody listens', async () => {
    const words = [...address(), '--dry'];
    await terminal.stop();

    const doctor = await tried(words);
    terminal = await startTcpTerminal(() => {});

    expect(JSON.parse(doctor.told)).toMatchObject({
      outcome: 'NOT_SENT',
      reachable: false,
      reason: 'CONNECTION_REFUSED',
    });
    expect(doctor.exitCode).toBe(1);
  });

  test('tries the terminal of the configuration when none is named', async () => {
    const configured = { driver: 'caisse-ap', host: terminal.host, port: terminal.port };

    const doctor = await tried(['--dry'], configured);

    expect(JSON.parse(doctor.told)).toMatchObject({ reachable: true });
  });
});

describe('words that are not understood are told, and nothing is sent', () => {
  test.each([
    [['--dry'], '--driver is one of: caisse-ap, nexo, concert-eplus, encrypting-reader'],
    [['--driver', 'cash', '--dry'], '--driver is one of'],
    [['--driver', 'caisse-ap', '--dry'], '--host'],
    [['--driver', 'caisse-ap', '--host', 'a b', '--dry'], '--host: a host name or an IP address'],
    [['--driver', 'caisse-ap', '--host', '127.0.0.1', '--port', '0', '--dry'], '--port'],
    [['--driver', 'caisse-ap', '--host', '127.0.0.1'], '--amount'],
    [['--driver', 'caisse-ap', '--host', '127.0.0.1', '--amount', '1.50'], '--amount'],
    [['--driver', 'caisse-ap', '--host', '127.0.0.1', '--amount', '-5'], '--amount'],
    [['--nonsense'], '--nonsense'],
    [['100'], '100'],
  ])('%j', async (words, named) => {
    const doctor = await tried(words);

    expect(doctor.exitCode).toBe(2);
    expect(doctor.aside).toContain(named);
    expect(doctor.told).toBe('');
    expect(terminal.heard).toEqual([]);
  });
});

function address(): string[] {
  return ['--driver', 'caisse-ap', '--host', terminal.host, '--port', String(terminal.port)];
}

async function tried(words: readonly string[], configured?: object) {
  const told: string[] = [];
  const aside: string[] = [];
  const exitCode = await tryTerminal(words, {
    tell: async (text) => void told.push(text),
    tellAside: async (text) => void aside.push(text),
    configured: () => configured,
  });
  return { exitCode, told: told.join(''), aside: aside.join('') };
}
