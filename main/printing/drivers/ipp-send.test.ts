import { expect, test } from 'vitest';
import { type Facts, silentLog } from '../../log/log.ts';
import { createIppPrinter } from './ipp-printer.ts';
import { IPP_TIMES } from './ipp-times.ts';
import { aDocument, failed, gather, printAndCancelAt, printOn } from './print-on-script.ts';
import { anAnswer, aPrinter, createScriptedIpp, noAnswer, notIpp } from './scripted-ipp.ts';

test('a job is asked for as the person expects it: A4, one-sided, unscaled, under nobody’s name', async () => {
  const { ipp } = await printOn({});

  const sent = ipp.asked.find(({ operation }) => operation === 'Print-Job');
  expect(sent?.document).toBe(aDocument.pdf);
  expect(sent?.request.jobAttributes).toEqual({
    media: 'iso_a4_210x297mm',
    sides: 'one-sided',
    'print-scaling': 'none',
  });
  expect(sent?.request.operationAttributes).toEqual({
    'job-name': 'job-1',
    'document-format': 'application/pdf',
    'requesting-user-name': 'kiosk',
  });
});

test('on a roll, a job is asked for as long as what stands on it', async () => {
  const { ipp } = await printOn(
    {},
    { paper: 'roll80', document: { ...aDocument, lengthMillimetres: 186.4 } },
  );

  const sent = ipp.asked.find(({ operation }) => operation === 'Print-Job');
  expect(sent?.request.jobAttributes).toEqual({
    'media-col': { 'media-size': { 'x-dimension': 8_000, 'y-dimension': 18_700 } },
    sides: 'one-sided',
    'print-scaling': 'none',
  });
});

test.each([
  ['nobody listens', noAnswer('neverSent'), 'PRINTER_UNREACHABLE'],
  ['nobody answers', noAnswer('lost'), 'PRINTER_UNREACHABLE'],
  ['a web server answers', notIpp(200), 'PRINTER_NOT_A_PRINTER'],
  ['no printer stands under this path', anAnswer('client-error-not-found'), 'PRINTER_NOT_A_PRINTER'],
  ['something answers that knows no state', anAnswer('successful-ok'), 'PRINTER_NOT_A_PRINTER'],
  ['the printer wants a password', anAnswer('client-error-not-authenticated'), 'PRINTER_REFUSED'],
  ['it takes no jobs', aPrinter({ 'printer-is-accepting-jobs': false }), 'PRINTER_REFUSED'],
  ['it knows no PDF', aPrinter({ 'document-format-supported': 'image/pwg-raster' }), 'PRINTER_REFUSED'],
])('when %s, nothing is sent', async (_case, answer, code) => {
  const { ipp, states } = await printOn({ 'Get-Printer-Attributes': [answer] });

  expect(states).toEqual([{ name: 'sending' }, failed(code)]);
  expect(ipp.countOf('Print-Job')).toBe(0);
});

test.each([
  ['refused', anAnswer('client-error-attributes-or-values-not-supported'), 'PRINTER_REFUSED'],
  [
    'accepted on other paper',
    anAnswer('successful-ok-ignored-or-substituted-attributes', {
      unsupported: { media: 'iso_a4_210x297mm' },
    }),
    'PRINTER_REFUSED',
  ],
  ['left without an answer', noAnswer('lost'), 'PRINTER_UNREACHABLE'],
])('a job that would be %s is not sent', async (_case, answer, code) => {
  const { ipp, states } = await printOn({ 'Validate-Job': [answer] });

  expect(states.at(-1)).toEqual(failed(code));
  expect(ipp.countOf('Print-Job')).toBe(0);
});

test('a printer that cannot validate is sent the job all the same', async () => {
  const { states } = await printOn({ 'Validate-Job': [anAnswer('server-error-operation-not-supported')] });

  expect(states.at(-1)).toEqual({ name: 'completed', pagesTotal: 3 });
});

test.each([
  ['an answer is lost', noAnswer('lost'), 'PRINTER_OUTCOME_UNKNOWN'],
  ['something in between answers for it', notIpp(502), 'PRINTER_OUTCOME_UNKNOWN'],
  ['it is accepted without a number', anAnswer('successful-ok'), 'PRINTER_OUTCOME_UNKNOWN'],
  ['no connection comes about', noAnswer('neverSent'), 'PRINTER_UNREACHABLE'],
  ['HTTP refuses it', notIpp(413), 'PRINTER_REFUSED'],
  ['the printer refuses it', anAnswer('client-error-document-format-error'), 'PRINTER_REFUSED'],
])('when the document is sent and %s, it is never sent again', async (_case, answer, code) => {
  const { ipp, states } = await printOn({ 'Print-Job': [answer] });

  expect(states.at(-1)).toEqual(failed(code));
  expect(ipp.countOf('Print-Job')).toBe(1);
});

test('a busy printer is asked again until it takes the job', async () => {
  const busy = anAnswer('server-error-busy');
  const accepted = anAnswer('successful-ok', { job: { 'job-id': 9 } });

  const { states } = await printOn({ 'Print-Job': [busy, busy, accepted] });

  expect(states.map(({ name }) => name)).toEqual(['sending', 'waiting', 'completed']);
  expect(states[1]).toEqual({ name: 'waiting', need: 'busy', pagesTotal: 3 });
});

test('a printer that stays busy is given up in bounded time', async () => {
  const { ipp, states } = await printOn({ 'Print-Job': [anAnswer('server-error-busy')] });

  expect(states.at(-1)).toEqual(failed('PRINTER_BUSY'));
  expect(ipp.clock.nowMs()).toBeLessThan(IPP_TIMES.busyPatienceMs + 10_000);
});

test('a job cancelled before it is sent is not sent', async () => {
  const { ipp, states } = await printAndCancelAt('Validate-Job', {});

  expect(ipp.countOf('Print-Job')).toBe(0);
  expect(states).toEqual([{ name: 'sending' }, { name: 'cancelled' }]);
});

test('a technician finds each trouble once in the log, in codes', async () => {
  const ipp = createScriptedIpp({ 'Print-Job': [anAnswer('server-error-busy')] });
  const noted: [string, Facts | undefined][] = [];
  const log = { ...silentLog, warn: (event: string, facts?: Facts) => void noted.push([event, facts]) };
  const printer = createIppPrinter({
    id: 'a4',
    uri: 'ipp://p/',
    paper: 'a4',
    log,
    ask: ipp.ask,
    clock: ipp.clock,
    times: { busyPatienceMs: 0 },
  });

  await gather(printer.print(aDocument, new AbortController().signal));

  expect(noted).toEqual([
    ['printing.printer-trouble', { printerId: 'a4', operation: 'Print-Job', trouble: 'server-error-busy' }],
  ]);
});
