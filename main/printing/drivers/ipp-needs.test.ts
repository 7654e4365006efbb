import { expect, test } from 'vitest';
import { conditionOf, needOf } from './ipp-needs.ts';
import { attributesOf } from './scripted-ipp.ts';

function aPrinter(state: string, ...reasons: string[]) {
  return attributesOf({
    'printer-state': state,
    'printer-state-reasons': reasons,
    'media-ready': 'iso_a4_210x297mm',
  });
}

test.each([
  ['nothing', [], null],
  ['a jam', ['media-jam-warning'], 'jam'],
  ['an open door', ['door-open-error'], 'door'],
  ['an open cover', ['cover-open-warning'], 'door'],
  ['paper for this job', ['media-empty-warning', 'media-needed-warning'], 'paper'],
  ['paper, said as an error', ['media-empty-error'], 'paper'],
  ['toner, said as an error', ['toner-empty-error'], 'toner'],
  ['ink, said as an error', ['marker-supply-empty-error'], 'toner'],
  ['an emptied output tray', ['output-area-full-warning'], 'full'],
  ['somebody to continue it', ['paused'], 'held'],
  ['its cable', ['offline-report', 'offline-error'], 'offline'],
  ['something that has no name here', ['x-acme-gremlin-error'], 'other'],
  ['a jam before paper', ['media-needed', 'media-jam'], 'jam'],
  ['little toner, which is no need yet', ['toner-low-warning'], null],
  ['a report, which is no need', ['media-jam-report'], null],
])('a printer at work asks for %s', (_case, reasons, need) => {
  expect(needOf(aPrinter('processing', ...reasons), { isStandingStill: false })).toBe(need);
});

test.each([['media-empty-warning'], ['toner-empty-warning'], ['input-tray-missing']])(
  '%s is a need only of a printer that stands still',
  (reason) => {
    const printer = aPrinter('processing', reason);

    expect(needOf(printer, { isStandingStill: false })).toBeNull();
    expect(needOf(printer, { isStandingStill: true })).not.toBeNull();
  },
);

test('a stopped printer needs somebody even when it does not say why', () => {
  expect(needOf(aPrinter('stopped', 'none'), { isStandingStill: false })).toBe('other');
});

test.each([
  ['ready with paper', aPrinter('idle', 'none'), { name: 'ready', paper: 'loaded' }],
  ['ready with little paper', aPrinter('idle', 'media-low-report'), { name: 'ready', paper: 'low' }],
  [
    'waiting for paper, which it only reports while idle',
    aPrinter('idle', 'media-empty-report'),
    { name: 'waiting', need: 'paper', paper: 'empty' },
  ],
  ['busy', aPrinter('processing', 'none'), { name: 'busy', paper: 'loaded' }],
  ['stopped by a jam', aPrinter('stopped', 'media-jam'), { name: 'waiting', need: 'jam', paper: 'loaded' }],
  ['silent about its paper', attributesOf({ 'printer-state': 'idle' }), { name: 'ready', paper: 'unknown' }],
])('a printer can be %s', (_case, printer, condition) => {
  expect(conditionOf(printer, 'a4')).toEqual(condition);
});
