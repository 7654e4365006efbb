import { expect, test } from 'vitest';
import { IPP_TIMES } from './ipp-times.ts';
import { failed, printAndCancelAt, printOn } from './print-on-script.ts';
import { aJob, anAnswer, aPrinter, noAnswer, notIpp } from './scripted-ipp.ts';

test('pages are counted as the printer counts them, never back and never beyond the last', async () => {
  const count = (pages: number) => aJob('processing', { 'job-impressions-completed': pages });

  const { states } = await printOn({
    'Get-Job-Attributes': [count(-4), count(1), count(0), count(900), aJob('completed')],
  });

  expect(states).toEqual([
    { name: 'sending' },
    { name: 'printing', pagesPrinted: 0, pagesTotal: 3 },
    { name: 'printing', pagesPrinted: 1, pagesTotal: 3 },
    { name: 'printing', pagesPrinted: 3, pagesTotal: 3 },
    { name: 'completed', pagesTotal: 3 },
  ]);
});

test('a printer that does not count leaves the page unknown', async () => {
  const { states } = await printOn({ 'Get-Job-Attributes': [aJob('processing'), aJob('completed')] });

  expect(states).toContainEqual({ name: 'printing', pagesPrinted: null, pagesTotal: 3 });
});

test('a job waits for paper and goes on after the refill', async () => {
  const { ipp, states } = await printOn({
    'Get-Printer-Attributes': [
      aPrinter({}),
      aPrinter({ 'printer-state-reasons': ['media-empty-warning', 'media-needed-warning'] }),
      aPrinter({}),
    ],
    'Get-Job-Attributes': [aJob('processing'), aJob('processing'), aJob('completed')],
  });

  expect(states.map(({ name }) => name)).toEqual(['sending', 'waiting', 'printing', 'completed']);
  expect(ipp.countOf('Print-Job')).toBe(1);
});

test('an empty second tray is no reason to wait while pages come out', async () => {
  const { states } = await printOn({
    'Get-Printer-Attributes': [aPrinter({}), aPrinter({ 'printer-state-reasons': 'media-empty-warning' })],
    'Get-Job-Attributes': [aJob('processing'), aJob('processing'), aJob('completed')],
  });

  expect(states.map(({ name }) => name)).toEqual(['sending', 'printing', 'completed']);
});

test('an empty tray is believed once no page has come for a while', async () => {
  const polls = Math.ceil(IPP_TIMES.standingStillAfterMs / IPP_TIMES.pollMs) + 1;
  const { states } = await printOn({
    'Get-Printer-Attributes': [aPrinter({}), aPrinter({ 'printer-state-reasons': 'media-empty-warning' })],
    'Get-Job-Attributes': [...Array(polls).fill(aJob('processing')), aJob('completed')],
  });

  expect(states).toContainEqual({ name: 'waiting', need: 'paper', pagesTotal: 3 });
});

test('a job that stands in line behind another waits for its turn', async () => {
  const polls = Math.ceil(IPP_TIMES.standingStillAfterMs / IPP_TIMES.pollMs) + 1;
  const { states } = await printOn({
    'Get-Printer-Attributes': [aPrinter({ 'printer-state': 'processing' })],
    'Get-Job-Attributes': [...Array(polls).fill(aJob('pending')), aJob('processing'), aJob('completed')],
  });

  expect(states.map(({ name }) => name)).toEqual(['sending', 'waiting', 'printing', 'completed']);
});

test.each([
  ['pending-held', {}, { name: 'waiting', need: 'held', pagesTotal: 3 }],
  [
    'processing',
    { 'printer-state-reasons': 'toner-low-warning' },
    { name: 'printing', pagesPrinted: null, pagesTotal: 3, isTonerLow: true },
  ],
] as const)('a job that is %s at a printer of %o is told as such', async (jobState, printer, told) => {
  const { states } = await printOn({
    'Get-Printer-Attributes': [aPrinter({}), aPrinter(printer)],
    'Get-Job-Attributes': [aJob(jobState), aJob('completed')],
  });

  expect(states).toContainEqual(told);
});

test.each([
  ['aborted at the printer', aJob('aborted'), failed('PRINTER_ABORTED')],
  ['cancelled at the printer', aJob('canceled'), { name: 'cancelled' }],
  [
    'completed with errors',
    aJob('completed', { 'job-state-reasons': 'job-completed-with-errors' }),
    failed('PRINTER_OUTCOME_UNKNOWN'),
  ],
  ['forgotten by the printer', anAnswer('client-error-not-found'), failed('PRINTER_OUTCOME_UNKNOWN')],
  [
    'replaced by another job of the same number',
    aJob('completed', { 'job-uuid': 'urn:uuid:theirs' }),
    failed('PRINTER_OUTCOME_UNKNOWN'),
  ],
  [
    'on a printer without uuids that was switched on anew',
    anAnswer('successful-ok', { job: { 'job-state': 'completed', 'job-printer-up-time': 3 } }),
    failed('PRINTER_OUTCOME_UNKNOWN'),
  ],
])('a job that is %s is told so, never as printed', async (_case, answer, outcome) => {
  const { states } = await printOn({ 'Get-Job-Attributes': [answer] });

  expect(states.at(-1)).toEqual(outcome);
});

test('a few polls without an answer change nothing', async () => {
  const { states } = await printOn({
    'Get-Job-Attributes': [
      aJob('processing'),
      noAnswer('lost'),
      notIpp(503),
      noAnswer('neverSent'),
      aJob('completed'),
    ],
  });

  expect(states.at(-1)).toEqual({ name: 'completed', pagesTotal: 3 });
});

test.each(['lost', 'neverSent'] as const)(
  'a printer that is silent for good (%s) leaves the outcome unknown, in bounded time',
  async (kind) => {
    const { ipp, states } = await printOn({ 'Get-Job-Attributes': [aJob('processing'), noAnswer(kind)] });

    expect(states.at(-1)).toEqual(failed('PRINTER_OUTCOME_UNKNOWN'));
    expect(ipp.clock.nowMs()).toBeLessThan(IPP_TIMES.lostAfterMs + 2 * IPP_TIMES.answerMs);
  },
);

test('a printer that nobody sees to is given up, and the job is cancelled there', async () => {
  const jammed = aPrinter({ 'printer-state-reasons': 'media-jam-error' });

  const { ipp, states } = await printOn({
    'Get-Printer-Attributes': [aPrinter({}), jammed],
    'Get-Job-Attributes': [aJob('processing')],
  });

  expect(ipp.countOf('Cancel-Job')).toBe(1);
  expect(states.map(({ name }) => name)).toEqual(['sending', 'waiting', 'failed']);
  expect(states.at(-1)).toEqual(failed('PRINTER_GIVEN_UP'));
  expect(ipp.clock.nowMs()).toBeGreaterThan(IPP_TIMES.patienceMs);
  expect(ipp.clock.nowMs()).toBeLessThan(IPP_TIMES.patienceMs + 10_000);
});

test('whoever fetches paper has the whole time for it, however long the job took before', async () => {
  const quietPolls = Math.ceil((0.9 * IPP_TIMES.patienceMs) / IPP_TIMES.pollMs);
  const polls = 2 * quietPolls;
  const needsPaper = aPrinter({ 'printer-state-reasons': 'media-needed-warning' });

  const { states } = await printOn({
    'Get-Printer-Attributes': [...Array(quietPolls).fill(aPrinter({})), needsPaper],
    'Get-Job-Attributes': [...Array(polls).fill(aJob('processing')), aJob('completed')],
  });

  expect(states.map(({ name }) => name)).toEqual(['sending', 'printing', 'waiting', 'completed']);
});

test('a job that never moves is given up too', async () => {
  const { ipp, states } = await printOn({ 'Get-Job-Attributes': [aJob('processing')] });

  expect(states.at(-1)).toEqual(failed('PRINTER_GIVEN_UP'));
  expect(ipp.countOf('Cancel-Job')).toBe(1);
});

test('trouble that comes and goes does not keep a job for ever', async () => {
  const jammed = aPrinter({ 'printer-state-reasons': 'media-jam-error' });
  const flicker = Array.from({ length: 20_000 }, (_, poll) => (poll % 2 ? jammed : aPrinter({})));

  const { ipp, states } = await printOn({
    'Get-Printer-Attributes': flicker,
    'Get-Job-Attributes': [aJob('processing')],
  });

  expect(states.at(-1)).toEqual(failed('PRINTER_GIVEN_UP'));
  expect(ipp.clock.nowMs()).toBeLessThan(IPP_TIMES.longestJobMs + 10_000);
});

test('a cancelled job is cancelled at the printer, and told as the printer tells it', async () => {
  const { ipp, states } = await printAndCancelAt('Get-Job-Attributes', {
    'Get-Job-Attributes': [aJob('processing'), aJob('processing'), aJob('canceled')],
  });

  expect(ipp.countOf('Cancel-Job')).toBe(1);
  expect(states.at(-1)).toEqual({ name: 'cancelled' });
});

test('a cancellation that the printer has agreed to counts, even while a page still comes out', async () => {
  const stopping = aJob('processing', { 'job-state-reasons': 'processing-to-stop-point' });
  const { states } = await printAndCancelAt('Get-Job-Attributes', {
    'Get-Job-Attributes': [aJob('processing'), aJob('processing'), stopping],
  });

  expect(states.at(-1)).toEqual({ name: 'cancelled' });
});

test('a cancellation that comes too late tells that the paper is there', async () => {
  const { states } = await printAndCancelAt('Get-Job-Attributes', {
    'Get-Job-Attributes': [aJob('processing'), aJob('completed')],
    'Cancel-Job': [anAnswer('client-error-not-possible')],
  });

  expect(states.at(-1)).toEqual({ name: 'completed', pagesTotal: 3 });
});

test('a cancellation that is never heard leaves the outcome unknown', async () => {
  const { states } = await printAndCancelAt('Get-Job-Attributes', {
    'Get-Job-Attributes': [aJob('processing')],
    'Cancel-Job': [noAnswer('lost')],
  });

  expect(states.at(-1)).toEqual(failed('PRINTER_OUTCOME_UNKNOWN'));
});

test('another job of the same number is not cancelled in place of ours', async () => {
  const { ipp, states } = await printAndCancelAt('Get-Job-Attributes', {
    'Get-Job-Attributes': [aJob('processing'), aJob('processing', { 'job-uuid': 'urn:uuid:theirs' })],
  });

  expect(ipp.countOf('Cancel-Job')).toBe(0);
  expect(states.at(-1)).toEqual(failed('PRINTER_OUTCOME_UNKNOWN'));
});

test('a job cancelled while it is being sent is cancelled as soon as it has a number', async () => {
  const { ipp, states } = await printAndCancelAt('Print-Job', {
    'Get-Job-Attributes': [aJob('pending'), aJob('canceled')],
  });

  expect(ipp.countOf('Cancel-Job')).toBe(1);
  expect(states.at(-1)).toEqual({ name: 'cancelled' });
});

test('through a queue, a job that the printer behind it has lost is not told as printed, and no page is counted', async () => {
  const { states } = await printOn(
    {
      'Get-Printer-Attributes': [
        aPrinter({}),
        aPrinter({}),
        aPrinter({ 'printer-state-reasons': 'cups-ipp-missing-job-history' }),
      ],
      'Get-Job-Attributes': [aJob('processing', { 'job-impressions-completed': 2 }), aJob('completed')],
    },
    { uri: 'ipp://localhost/printers/kiosk' },
  );

  expect(states).toContainEqual({ name: 'printing', pagesPrinted: null, pagesTotal: 3 });
  expect(states.at(-1)).toEqual(failed('PRINTER_OUTCOME_UNKNOWN'));
});
