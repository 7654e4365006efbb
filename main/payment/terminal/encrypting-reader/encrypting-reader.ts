/** A card reader that encrypts what it reads (MagneSafe, HID): ciphertext and key serial number, nothing else. */
import * as z from 'zod';
import { terminalDriver } from '../terminal-driver.ts';

const usb16Bits = z.int().min(0).max(0xffff);

const settings = z.strictObject({
  driver: z.literal('encrypting-reader'),
  vendorId: usb16Bits,
  productId: usb16Bits,
  // One device lists several times, and only one of its entries answers.
  usagePage: usb16Bits.default(0xff00),
  usage: usb16Bits.default(0x01),
  cardTimeoutSeconds: z.int().min(15).max(300).default(60),
});

export type EncryptingReaderSettings = z.output<typeof settings>;

export const encryptingReader = terminalDriver(settings, async (chosen, { log, provider }) => {
  const { createEncryptingReader } = await import('./encrypting-reader-terminal.ts');
  return createEncryptingReader(chosen, { log, provider });
});
