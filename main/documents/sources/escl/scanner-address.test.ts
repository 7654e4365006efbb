import { expect, it } from 'vitest';
import { isScannerUrl } from './scanner-address.ts';

it.each([
  'https://scanner.agence.example/eSCL',
  'https://203.0.113.7:9096/eSCL/',
  'http://192.168.1.20/eSCL',
  'http://10.0.0.1:8080/eSCL',
  'http://172.31.255.1/eSCL',
  'http://127.0.0.1:4000/eSCL',
  'http://[fd00::7]/eSCL',
])('%s is an address for a scanner', (text) => {
  expect(isScannerUrl(text)).toBe(true);
});

it.each([
  'http://scanner.local/eSCL',
  'http://203.0.113.7/eSCL',
  'http://172.32.0.1/eSCL',
  'http://[2001:db8::1]/eSCL',
  'http://[::ffff:203.0.113.7]/eSCL',
  'https://somebody@scanner.example/eSCL',
  'https://scanner.example/eSCL?job=1',
  'ipp://192.168.1.20/eSCL',
  'file:///dev/scanner',
  '192.168.1.20',
])('%s is none', (text) => {
  expect(isScannerUrl(text)).toBe(false);
});
