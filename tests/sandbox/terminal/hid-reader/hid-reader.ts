import { EventEmitter, once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { RefusedInput } from '../../refused-input.ts';
import { switchOn } from '../switch-on.ts';
import type { NewSwipe } from './swipe.ts';

/** A card reader on USB, as far as there can be one without a device of the kernel's. */
export interface HidReader {
  readonly pid: number;
  /** What `devicesAsync` of node-hid would list: none once it is unplugged. */
  devices(): HidDeviceInfo[];
  /** What `HIDAsync.open` of node-hid would give. @throws when it is unplugged */
  open(): Promise<HidDevice>;
  /** Somebody draws a card through it. */
  swipe(swipe?: NewSwipe): Promise<void>;
  /** Whoever has it open gets an `error`. */
  unplug(): Promise<void>;
  /** Back again, on another path. */
  plugIn(): Promise<void>;
  /** May be called again. */
  stop(): Promise<void>;
}

/** By the names of node-hid. */
export interface HidDeviceInfo {
  vendorId: number;
  productId: number;
  path: string;
  serialNumber: string;
  manufacturer: string;
  product: string;
  release: number;
  interface: number;
  usagePage: number;
  usage: number;
}

/** The part of node-hid's device that a reader needs. */
export interface HidDevice {
  on(event: 'data', listener: (report: Buffer) => void): this;
  on(event: 'error', listener: (error: unknown) => void): this;
  close(): Promise<void>;
}

export interface HidReaderOptions {
  folder: string;
  /** `encrypting` when absent; `magneticStripe` says of itself that it sends tracks in clear (usage page 0x8E). */
  kind?: 'encrypting' | 'magneticStripe';
}

const USAGES = {
  /** The maker's own. */
  encrypting: { usagePage: 0xff00, usage: 0x01 },
  /** HID Point of Sale Usage Tables: MSR device, read-only. */
  magneticStripe: { usagePage: 0x8e, usage: 0x01 },
};

const PROGRAM = join(import.meta.dirname, 'program.ts');

export async function startHidReader({ folder, kind = 'encrypting' }: HidReaderOptions): Promise<HidReader> {
  await mkdir(folder, { recursive: true });
  const settings = { folder, parentPid: process.pid };
  let { process: running, announcement } = await switchOn(PROGRAM, settings);
  let plugs = 1;

  const devices = (): HidDeviceInfo[] =>
    running.hasExited()
      ? []
      : [
          {
            vendorId: 0x0801,
            productId: 0x0011,
            path: `/dev/hidraw${plugs}`,
            serialNumber: 'B0A1C2D3E4',
            manufacturer: 'Sandbox',
            product: 'USB swipe reader',
            release: 0x0100,
            interface: 0,
            ...USAGES[kind],
          },
        ];

  return {
    get pid() {
      return announcement.pid;
    },
    devices,
    open: () => openDevice(announcement.port),
    async swipe(swipe = {}) {
      const answer = await fetch(new URL('/swipe', announcement.controlUrl), {
        method: 'POST',
        body: JSON.stringify(swipe),
      });
      if (!answer.ok) throw new RefusedInput(await answer.text());
    },
    unplug: () => running.kill(),
    async plugIn() {
      if (!running.hasExited()) return;
      ({ process: running, announcement } = await switchOn(PROGRAM, settings));
      plugs += 1;
    },
    stop: () => running.stop(),
  };
}

async function openDevice(port: number): Promise<HidDevice> {
  const socket = createConnection({ host: '127.0.0.1', port });
  await once(socket, 'connect');
  const events = new EventEmitter();
  let isClosed = false;
  let rest: Buffer = Buffer.alloc(0);

  socket.on('data', (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= 2 && rest.length >= 2 + rest.readUInt16BE()) {
      const end = 2 + rest.readUInt16BE();
      events.emit('data', Buffer.from(rest.subarray(2, end)));
      rest = rest.subarray(end);
    }
  });
  // A reset is followed by the end of the connection, which says the same.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    if (!isClosed) events.emit('error', new Error('could not read from HID device'));
  });

  const device: HidDevice = {
    on(event: string, listener: (payload: never) => void) {
      events.on(event, listener as (payload: unknown) => void);
      return device;
    },
    async close() {
      isClosed = true;
      socket.destroy();
    },
  };
  return device;
}
