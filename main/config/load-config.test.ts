import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LoadedConfig, loadConfig } from './load-config.ts';

const configFolder = resolve(import.meta.dirname, '../../kiosk-config');
const defaultFile = join(configFolder, 'default.json');

let folder: string;
let agencyFile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
  agencyFile = join(folder, 'agency.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('a configuration that is right', () => {
  test('the default stands alone', () => {
    const loaded = loadConfig(defaultFile);

    expect(loaded).toMatchObject({ ok: true, config: { kioskId: 'kiosk-not-named' } });
  });

  test.each(readdirSync(configFolder).filter((name) => name.startsWith('direction-')))(
    'the example %s is valid and keeps what it does not say',
    (name) => {
      const loaded = loadConfig(defaultFile, join(configFolder, name));

      expect(loaded).toMatchObject({
        ok: true,
        config: {
          agency: { id: name.replace('.json', '') },
          session: { idleTimeoutSeconds: 120 },
        },
      });
    },
  );

  test('one key of a group replaces that key alone', () => {
    const loaded = withAgency({ session: { idleTimeoutSeconds: 300 } });

    expect(loaded).toMatchObject({
      config: { session: { idleTimeoutSeconds: 300, idleWarningSeconds: 45 } },
    });
  });

  test('a payment terminal needs an address; the rest has a usual value', () => {
    const loaded = withAgency({ paymentTerminal: { driver: 'caisse-ap', host: '10.0.0.9' } });

    expect(loaded).toMatchObject({
      config: {
        paymentTerminal: { host: '10.0.0.9', port: 8888, register: '01', answerTimeoutSeconds: 180 },
      },
    });
  });

  test('plain http is taken for this machine', () => {
    expect(withAgency({ tenantApi: { baseUrl: 'http://127.0.0.1:4010' } }).ok).toBe(true);
  });
});

describe('a partner site', () => {
  const site = {
    id: 'caf',
    name: { fr: 'Caf', en: 'Caf' },
    description: { fr: 'Aides.', en: 'Benefits.' },
    startUrl: 'https://www.caf.fr/',
    allowedOrigins: ['https://*.caf.fr'],
    resourceOrigins: 'any-https',
    printable: true,
  };

  test('that is right is taken', () => {
    expect(withAgency({ partnerSites: [site] })).toMatchObject({ config: { partnerSites: [site] } });
  });

  test.each([
    ['plain http', { startUrl: 'http://www.caf.fr/' }, 'partnerSites.1.startUrl', 'https://'],
    [
      'a start outside',
      { startUrl: 'https://www.msa.fr/' },
      'partnerSites.1.startUrl',
      'within allowedOrigins',
    ],
    ['a path', { allowedOrigins: ['https://www.caf.fr/a'] }, 'partnerSites.1.allowedOrigins.0', 'an origin'],
    ['a country', { allowedOrigins: ['https://*.fr'] }, 'partnerSites.1.allowedOrigins.0', 'an origin'],
    ['any resource', { resourceOrigins: 'any' }, 'partnerSites.1.resourceOrigins', 'any-https'],
    ['an unknown key', { preload: 'x.js' }, 'partnerSites.1.preload', 'no such key'],
    ['a name used twice', { id: 'caf' }, 'partnerSites', 'different ids'],
  ])('with %s is named', (_, wrong, key, expected) => {
    const loaded = withAgency({ partnerSites: [site, { ...site, id: 'other', ...wrong }] });

    expect(loaded).toMatchObject({ ok: false, faults: [{ file: agencyFile, key }] });
    expect(JSON.stringify(loaded)).toContain(expected);
  });
});

describe('a configuration that is wrong names the file, the key and what was expected', () => {
  test.each([
    ['a wrong type', { screen: { diagonalInches: '24' } }, 'screen.diagonalInches', 'number'],
    ['an unknown key', { adminCode: '1234' }, 'adminCode', 'no such key'],
    ['an unknown key in a group', { session: { idle: 3 } }, 'session.idle', 'no such key'],
    [
      'a number out of bounds',
      { session: { idleTimeoutSeconds: 5 } },
      'session.idleTimeoutSeconds',
      'at least 30',
    ],
    ['a fraction', { screen: { widthPixels: 10.5 } }, 'screen.widthPixels', 'int'],
    ['a wrong word', { window: { mode: 'full' } }, 'window.mode', 'one of: kiosk, windowed'],
    ['an empty list', { locales: [] }, 'locales', 'at least 1'],
    [
      'a wrong item',
      { printers: [{ id: 'a4', role: 'statements', driver: 'ipp', uri: 'http://x' }] },
      'printers.0.uri',
      'ipp://',
    ],
    [
      'a payment terminal of no known kind',
      { paymentTerminal: { driver: 'cash' } },
      'paymentTerminal.driver',
      'one of: caisse-ap, nexo, concert-eplus, encrypting-reader',
    ],
    [
      'a setting of another kind of terminal',
      { paymentTerminal: { driver: 'caisse-ap', host: '10.0.0.9', device: '/dev/ttyACM0' } },
      'paymentTerminal.device',
      'no such key',
    ],
    [
      'a terminal that is given up before it is asked',
      {
        paymentTerminal: {
          driver: 'nexo',
          host: '10.0.0.9',
          poiId: 'V400m-324688179',
          saleId: 'hall-1',
          certificateFile: '/etc/terminal.pem',
          silenceSeconds: 300,
        },
      },
      'paymentTerminal.answerTimeoutSeconds',
      'more seconds than silenceSeconds',
    ],
    [
      'a terminal that nobody can find',
      { paymentTerminal: { driver: 'caisse-ap' } },
      'paymentTerminal.host',
      'string',
    ],
    [
      'a user in a printer’s address',
      { printers: [{ id: 'a4', role: 'statements', driver: 'ipp', uri: 'ipp://me:pw@printer/ipp/print' }] },
      'printers.0.uri',
      'without a user',
    ],
    [
      'two printers of one name',
      {
        printers: ['statements', 'receipts'].map((role) => ({
          id: 'hall',
          role,
          driver: 'ipp',
          uri: 'ipp://printer/ipp/print',
        })),
      },
      'printers',
      'a different id for each',
    ],
    [
      'a scanner that anybody could be',
      { scanner: { driver: 'escl', url: 'http://scanner.local/eSCL' } },
      'scanner.url',
      'https://',
    ],
    [
      'a certificate where none is shown',
      {
        scanner: {
          driver: 'escl',
          url: 'http://10.0.0.9/eSCL',
          certificateSha256: Array.from({ length: 32 }, () => 'AB').join(':'),
        },
      },
      'scanner.certificateSha256',
      'https://',
    ],
    [
      'a missing part of an item',
      { printers: [{ id: 'a4', driver: 'ipp' }] },
      'printers.0.role',
      'one of: statements',
    ],
    ['a printer of no known kind', { printers: [{ id: 'a4' }] }, 'printers.0.driver', 'windows-spooler'],
    [
      'a telephone’s page with a path',
      { phoneUploads: { origin: 'https://envoi.example/u/' } },
      'phoneUploads.origin',
      'an origin',
    ],
    [
      'a telephone’s page without TLS',
      { phoneUploads: { origin: 'http://envoi.example' } },
      'phoneUploads.origin',
      'https://',
    ],
    ['an API without TLS', { tenantApi: { baseUrl: 'http://api.example' } }, 'tenantApi.baseUrl', 'https://'],
    [
      'a password in the address',
      { tenantApi: { baseUrl: 'https://a:b@api.example' } },
      'tenantApi.baseUrl',
      'https://',
    ],
    [
      'a warning longer than the wait',
      { session: { idleWarningSeconds: 200 } },
      'session.idleWarningSeconds',
      'fewer seconds',
    ],
    [
      'colours that cannot be read',
      { brand: { primary: '#dddddd', onPrimary: '#ffffff' } },
      'brand.onPrimary',
      'contrast',
    ],
    ['null where a group stands', { agency: null }, 'agency', 'object'],
  ])('%s', (_what, content, key, expected) => {
    const loaded = withAgency(content);

    expect(faultOf(loaded)).toMatchObject({
      file: agencyFile,
      key,
      expected: expect.stringContaining(expected),
    });
  });

  test('a key that would reach into every object is refused like any other', () => {
    writeFileSync(agencyFile, '{ "__proto__": { "window": { "mode": "windowed" } } }');

    expect(faultOf(loadConfig(defaultFile, agencyFile))).toMatchObject({ key: '__proto__' });
  });

  test.each([
    ['broken in the middle', '{\n  "kioskId": "a",\n  "agency": oops\n}', '(line 3, column 13)'],
    ['cut off', '{\n  "kioskId": "a"', '(line 2, column 17)'],
    ['empty', '', '(line 1, column 1)'],
  ])('JSON that is %s', (_what, text, key) => {
    writeFileSync(agencyFile, text);

    expect(faultOf(loadConfig(defaultFile, agencyFile))).toEqual({
      file: agencyFile,
      key,
      expected: 'valid JSON',
    });
  });

  test('a list instead of an object', () => {
    expect(faultOf(withAgency([]))).toMatchObject({
      key: '(file)',
      expected: expect.stringContaining('object'),
    });
  });

  test('a file that is not there', () => {
    const missing = join(folder, 'nowhere.json');

    expect(faultOf(loadConfig(defaultFile, missing))).toMatchObject({
      file: missing,
      expected: expect.stringContaining('ENOENT'),
    });
  });

  test('what the default lacks is said of the default', () => {
    const emptyDefault = join(folder, 'default.json');
    writeFileSync(emptyDefault, '{}');

    expect(faultOf(loadConfig(emptyDefault))).toMatchObject({
      file: emptyDefault,
      key: 'kioskId',
      expected: 'string',
    });
  });

  test('a value is never repeated: it could be a secret', () => {
    const loaded = withAgency({
      tenantApi: { baseUrl: 'https://user:hunter2@api.example' },
      token: 'hunter2',
    });

    expect(JSON.stringify(loaded)).not.toContain('hunter2');
  });
});

function withAgency(content: unknown): LoadedConfig {
  writeFileSync(agencyFile, JSON.stringify(content));
  return loadConfig(defaultFile, agencyFile);
}

function faultOf(loaded: LoadedConfig) {
  if (loaded.ok) throw new Error('the configuration was taken');
  return loaded.faults[0];
}
