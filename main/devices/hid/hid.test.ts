import { expect, test } from 'vitest';
import { idOf, mayOpen, missingRule } from './hid.ts';

test('a device is named as other programs name it', () => {
  expect(idOf({ vendorId: 0x9d8, productId: 0x41 })).toBe('09d8:0041');
});

test('the rule that is missing names the maker as udev does', () => {
  expect(missingRule({ vendorId: 0x9d8, productId: 1 })).toContain('ATTRS{idVendor}=="09d8"');
});

test.each([
  ['one that is gone since', '/dev/hidraw-not-there'],
  ['one of Windows', String.raw`\\?\HID#VID_09D8&PID_0410`],
])('it is not for want of permission that this one does not open: %s', async (_, path) => {
  expect(await mayOpen(path)).toBe(true);
});
