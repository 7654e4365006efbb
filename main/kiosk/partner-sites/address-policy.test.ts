import { describe, expect, test } from 'vitest';
import { mayLead, mayLoad, type Origins } from './address-policy.ts';

const site: Origins = {
  allowedOrigins: ['https://*.caf.fr', 'http://127.0.0.1:4100'],
  resourceOrigins: 'any-https',
};

describe('a page may lead', () => {
  test.each(['https://www.caf.fr/compte?x=1', 'http://127.0.0.1:4100/'])('to %s', (address) => {
    expect(mayLead(address, site)).toBe(true);
  });

  test.each([
    'https://elsewhere.example/',
    'http://www.caf.fr/',
    'file:///etc/passwd',
    'data:text/html,caf.fr',
    'blob:https://www.caf.fr/1',
    'javascript:1',
    'chrome://version',
    'chrome-extension://abc/index.html',
    'view-source:https://www.caf.fr/',
    'app://kiosk/index.html',
    'filesystem:https://www.caf.fr/temporary/x',
    'mailto:a@caf.fr',
    'about:srcdoc',
    'not an address',
  ])('not to %s', (address) => {
    expect(mayLead(address, site)).toBe(false);
  });
});

describe('a page may load', () => {
  test.each([
    'https://cdn.example/style.css',
    'wss://live.example/',
    'https://www.caf.fr/logo.png',
    'http://127.0.0.1:4100/script.js',
    'ws://127.0.0.1:4100/live',
  ])('%s', (address) => {
    expect(mayLoad(address, site)).toBe(true);
  });

  test.each([
    'http://cdn.example/style.css',
    'ws://live.example/',
    'http://127.0.0.1:631/printers',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.0.0.1/',
    'https://192.168.1.1:8443/',
    'https://[::1]/',
    'https://[fd00::1]/',
    'https://localhost/',
    'https://router/',
    'https://printer.local/',
    'https://printer.local./',
    'https://terminal.home.arpa/',
    'https://api.internal/',
    'file:///etc/passwd',
    'chrome://resources/x.js',
    'app://kiosk/index.html',
    'not an address',
  ])('not %s', (address) => {
    expect(mayLoad(address, site)).toBe(false);
  });

  test('only what is listed, when there is a list', () => {
    const strict: Origins = { ...site, resourceOrigins: ['https://cdn.example'] };

    expect(mayLoad('https://cdn.example/style.css', strict)).toBe(true);
    expect(mayLoad('https://www.caf.fr/logo.png', strict)).toBe(true);
    expect(mayLoad('https://other.example/style.css', strict)).toBe(false);
  });
});
