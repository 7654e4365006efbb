import { describe, expect, test } from 'vitest';
import { ORDER } from '../testing/orders.ts';
import { abortRequest } from './messages.ts';
import { createMessageProtection } from './protected-message.ts';

const KEY = { identifier: 'hall', version: 1, passphrase: 'only for this test' };
const REQUEST = abortRequest(ORDER, { poiId: 'V400m-324688179', saleId: 'kiosk-1' }, '1');

interface Protected {
  readonly MessageHeader: unknown;
  readonly NexoBlob: string;
  readonly SecurityTrailer: { readonly Nonce: string; readonly Hmac: string };
}

describe('a protected message', () => {
  test('shows its header and the name of the key, and nothing else', () => {
    const said = JSON.stringify(createMessageProtection(KEY).protect(REQUEST));

    expect(JSON.parse(said)).toEqual({
      SaleToPOIRequest: {
        MessageHeader: REQUEST.SaleToPOIRequest.MessageHeader,
        NexoBlob: expect.any(String),
        SecurityTrailer: {
          AdyenCryptoVersion: 1,
          KeyIdentifier: 'hall',
          KeyVersion: 1,
          Nonce: expect.any(String),
          Hmac: expect.any(String),
        },
      },
    });
    expect(said).not.toContain('MerchantAbort');
  });

  test('is never the same twice', () => {
    const { protect } = createMessageProtection(KEY);

    expect(protect(REQUEST)).not.toEqual(protect(REQUEST));
  });

  test('is read by who shares the key', () => {
    expect(createMessageProtection(KEY).unprotect(answered())).toEqual(REQUEST);
  });
});

describe('nothing is read of a message', () => {
  test.each([
    ['in clear', REQUEST],
    ['of no form at all', 'hello'],
    ['with another text', { ...answered(), ...answered({ NexoBlob: Buffer.alloc(64).toString('base64') }) }],
    ['with another signature', answered({}, { Hmac: Buffer.alloc(32).toString('base64') })],
    ['with a short signature', answered({}, { Hmac: Buffer.alloc(4).toString('base64') })],
    ['with another nonce', answered({}, { Nonce: Buffer.alloc(16).toString('base64') })],
    ['with a short nonce', answered({}, { Nonce: Buffer.alloc(4).toString('base64') })],
  ])('%s', (_, answer) => {
    expect(createMessageProtection(KEY).unprotect(answer)).toBeNull();
  });

  test.each([
    ['another passphrase', { passphrase: 'another' }],
    ['another version', { version: 2 }],
    ['another name', { identifier: 'other' }],
  ])('made with a key of %s', (_, change) => {
    expect(createMessageProtection({ ...KEY, ...change }).unprotect(answered())).toBeNull();
  });
});

/** What a terminal answers: the same as it was asked, in the place of an answer. */
function answered(changes: Partial<Protected> = {}, trailer: Partial<Protected['SecurityTrailer']> = {}) {
  const { SaleToPOIRequest: said } = createMessageProtection(KEY).protect(REQUEST) as {
    SaleToPOIRequest: Protected;
  };
  return {
    SaleToPOIResponse: { ...said, ...changes, SecurityTrailer: { ...said.SecurityTrailer, ...trailer } },
  };
}
