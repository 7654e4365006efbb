import { expect, test } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { openPaymentTerminal } from './open-payment-terminal.ts';
import { TERMINAL_DRIVERS, terminalName } from './terminal-drivers.ts';

const SETTINGS = [
  { driver: 'caisse-ap', host: '127.0.0.1' },
  { driver: 'nexo', host: '127.0.0.1', poiId: 'V400m-1', saleId: 'kiosk-1', certificateFile: '/nowhere.pem' },
  { driver: 'concert-eplus', device: '/dev/ttyACM0' },
  { driver: 'encrypting-reader', vendorId: 1, productId: 2 },
] as const;

test.each(SETTINGS)('the terminal of $driver is opened with its few settings', async (settings) => {
  const terminal = await openPaymentTerminal(settings, { log: silentLog });

  expect(terminal.can).toEqual({
    recover: expect.any(Boolean),
    abandon: expect.any(Boolean),
    ticket: expect.any(Boolean),
  });
  await terminal.close();
});

test('every driver has settings of its own, and is named once', () => {
  expect(TERMINAL_DRIVERS.map(({ name }) => name)).toEqual(SETTINGS.map(({ driver }) => driver));
});

test('what a terminal is called tells apart two that can be asked about payments', () => {
  expect(SETTINGS.map(terminalName)).toEqual([
    'caisse-ap',
    'nexo V400m-1',
    'concert-eplus',
    'encrypting-reader',
  ]);
});
