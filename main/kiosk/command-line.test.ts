import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusedStart } from './command-line.ts';

const ORDINARY = {
  words: [],
  environment: { KIOSK_CONFIG_FILE: '/etc/kiosk.json', LANG: 'fr_FR.UTF-8' },
  userId: 998,
};

describe('the start of a packaged kiosk', () => {
  test.each([[[]], [['--doctor']], [['--doctor', '--json']], [['--ozone-platform=wayland']]])(
    'goes on with %j',
    (words) => {
      expect(refusedStart({ ...ORDINARY, words })).toBeNull();
    },
  );

  test('names the switch that it refuses, and not its value', () => {
    const sentence = refusedStart({ ...ORDINARY, words: ['--proxy-server=http://name:secret@example.org'] });

    expect(sentence).toMatch(/^The kiosk does not start with --proxy-server\. It knows: --doctor,/);
  });

  test.each([
    '-remote-debugging-port=0',
    '/remote-debugging-port=0',
    '--DOCTOR',
    '--doctor=1',
    '--json --no-sandbox',
    '--ozone-platform=headless',
    '--',
    '.',
    'https://example.org/',
    '',
  ])('is refused with "%s"', (word) => {
    expect(refusedStart({ ...ORDINARY, words: ['--doctor', word] })).not.toBeNull();
  });

  test('is refused with whatever is not listed', () => {
    const known = ['--doctor', '--json', '--ozone-platform=wayland', '--ozone-platform=x11'];

    fc.assert(
      fc.property(fc.string(), (word) => {
        fc.pre(!known.includes(word));
        expect(refusedStart({ ...ORDINARY, words: [word] })).not.toBeNull();
      }),
    );
  });

  test.each([
    'ELECTRON_RUN_AS_NODE',
    'ELECTRON_ENABLE_LOGGING',
    'NODE_OPTIONS',
    'NODE_EXTRA_CA_CERTS',
    'node_tls_reject_unauthorized',
    'SSLKEYLOGFILE',
  ])('is refused with %s in the environment, which is named without its value', (name) => {
    const sentence = refusedStart({
      ...ORDINARY,
      environment: { ...ORDINARY.environment, [name]: 'secret' },
    });

    expect(sentence).toBe(`The kiosk does not start with ${name} in its environment.`);
  });

  test('is refused to root', () => {
    expect(refusedStart({ ...ORDINARY, userId: 0 })).toMatch(/does not run as root/);
  });

  test('goes on where users have no numbers', () => {
    expect(refusedStart({ ...ORDINARY, userId: undefined })).toBeNull();
  });
});
