/** As much of `node-hid` as is used: what is plugged in, and a device that was opened. Tests put their own in its place. */
import { access, constants } from 'node:fs/promises';
import type { Device } from 'node-hid';

/** One use of one device: a scanner lists as a keyboard, too. */
export type HidEntry = Device;

export interface OpenDevice {
  on(event: 'data', take: (report: Buffer) => void): unknown;
  on(event: 'error', take: (error: unknown) => void): unknown;
  /** The first byte is the report's number, 0 where reports have none; so it is in the answer. */
  sendFeatureReport(report: number[]): Promise<number>;
  getFeatureReport(reportId: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

export interface Hid {
  devicesAsync(): Promise<HidEntry[]>;
  open(path: string): Promise<OpenDevice>;
}

export interface UsbIds {
  readonly vendorId: number;
  readonly productId: number;
}

/** Neither listing nor opening nor reading happens in the main thread: each has threads of the library's own. */
export async function loadNodeHid(): Promise<Hid> {
  const { default: hid } = await import('node-hid');
  return {
    devicesAsync: () => hid.devicesAsync(),
    open: (path) => hid.HIDAsync.open(path, { nonExclusive: true }),
  };
}

/** As `lsusb` writes it: `0c2e:0b61`. */
export function idOf({ vendorId, productId }: UsbIds): string {
  return `${hex(vendorId)}:${hex(productId)}`;
}

/** What `71-ekidom-kiosk-local.rules` has to hold for a maker's devices, which the kiosk may not open so far. */
export function missingRule({ vendorId }: UsbIds): string {
  return `SUBSYSTEM=="hidraw", ATTRS{idVendor}=="${hex(vendorId)}", GROUP="ekidom-devices", MODE="0660"`;
}

/** Whether this user may open it. The library's own words for that differ from system to system. */
export async function mayOpen(path: string): Promise<boolean> {
  // Elsewhere devices have no place among the files, and every user may open them.
  if (!path.startsWith('/dev/')) return true;
  return access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'EACCES' && error.code !== 'EPERM',
  );
}

function hex(number: number): string {
  return number.toString(16).padStart(4, '0');
}
