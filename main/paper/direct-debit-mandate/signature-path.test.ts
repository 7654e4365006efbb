import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSignaturePath } from './signature-path.ts';

test('strokes are read as they were drawn', () => {
  expect(readSignaturePath('M120 80L131.5 84M0,400 C 1 2, 3 4 1000 400')).toEqual([
    { kind: 'move', to: { x: 120, y: 80 } },
    { kind: 'line', to: { x: 131.5, y: 84 } },
    { kind: 'move', to: { x: 0, y: 400 } },
    {
      kind: 'curve',
      controls: [
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ],
      to: { x: 1000, y: 400 },
    },
  ]);
});

test.each([
  ['nothing', ''],
  ['no beginning', 'L1 1L2 2'],
  ['a pen that never draws', 'M1 1M2 2'],
  ['other commands', 'M1 1A1 1 0 0 1 2 2'],
  ['a closed path', 'M1 1L2 2Z'],
  ['relative commands', 'M1 1l2 2'],
  ['a step to the right of the sheet', 'M1 1L1001 1'],
  ['a step below the sheet', 'M1 1L1 401'],
  ['a step off the sheet to the left', 'M1 1L-1 1'],
  ['a curve whose control point leaves the sheet', 'M1 1C1 1 1 401 2 2'],
  ['too few coordinates', 'M1 1L2'],
  ['too many coordinates', 'M1 1L2 2 3 3'],
  ['numbers without an end', `M1 1L${'9'.repeat(400)} 1`],
  ['exponents', 'M1 1L1e2 2'],
  ['two points in a number', 'M1 1L1.2.3 2'],
  ['operators of a PDF', 'M1 1L2 2 S Q BT (x) Tj'],
  ['line breaks', 'M1 1\nL2 2'],
  ['figures of another script', 'M1 1L٣ 2'],
  ['markup', '"/><script>'],
  ['more than the central API takes', `M1 1${'L2 2'.repeat(25_001)}`],
])('%s is no signature', (_, text) => {
  expect(readSignaturePath(text)).toBeNull();
});

test('what is read stays on the sheet, whatever was written', () => {
  const piece = fc.constantFrom(
    'M',
    'L',
    'C',
    ' ',
    ',',
    '.',
    '-',
    '1',
    '400',
    '1000',
    '9999',
    'e',
    'Z',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const step of readSignaturePath(`M1 1${pieces.join('')}`) ?? []) {
        const points = step.kind === 'curve' ? [...step.controls, step.to] : [step.to];
        for (const { x, y } of points) {
          expect(x >= 0 && x <= 1000 && y >= 0 && y <= 400).toBe(true);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});
