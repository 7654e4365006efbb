import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAnswer, encodeRequest, integer, keyword, keywords } from './ipp-message.ts';

const ID = 42;
const JOB_GROUP = 0x02;
const PRINTER_GROUP = 0x04;
const END = 0x03;
const INTEGER = 0x21;
const ENUM = 0x23;
const BEGIN_COLLECTION = 0x34;
const KEYWORD = 0x44;

/** An answer written byte by byte after RFC 8010, so that it owes nothing to the library that reads it. */
function anAnswer(...body: (number | Buffer)[]): Buffer {
  return bytes(1, 1, uint16(0x0000), uint32(ID), ...body);
}

function attribute(tag: number, name: string, value: Buffer): Buffer {
  return bytes(tag, uint16(name.length), Buffer.from(name), uint16(value.length), value);
}

function bytes(...parts: (number | Buffer)[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : part)));
}

function uint16(value: number): Buffer {
  return Buffer.of(value >> 8, value & 0xff);
}

function uint32(value: number): Buffer {
  return bytes(uint16(value >>> 16), uint16(value & 0xffff));
}

const goodAnswer = anAnswer(
  JOB_GROUP,
  attribute(INTEGER, 'job-id', uint32(7)),
  attribute(ENUM, 'job-state', uint32(5)),
  attribute(KEYWORD, 'job-state-reasons', Buffer.from('job-printing')),
  attribute(KEYWORD, '', Buffer.from('job-incoming')),
  PRINTER_GROUP,
  attribute(KEYWORD, 'printer-state-reasons', Buffer.from('none')),
  END,
);

test('an answer is read: one value or several, numbers and words', async () => {
  const answer = await decodeAnswer(goodAnswer, ID);

  expect(answer).toMatchObject({ isSuccess: true, status: 'successful-ok' });
  expect(answer && integer(answer.job, 'job-id')).toBe(7);
  expect(answer && keyword(answer.job, 'job-state')).toBe('processing');
  expect(answer && keywords(answer.job, 'job-state-reasons')).toEqual(['job-printing', 'job-incoming']);
  expect(answer && keywords(answer.printer, 'printer-state-reasons')).toEqual(['none']);
});

test('a refusal is read by its name, an unknown one by its number', async () => {
  const withStatus = (status: number) => bytes(1, 1, uint16(status), uint32(ID), END);

  const busy = await decodeAnswer(withStatus(0x0507), ID);
  const unknown = await decodeAnswer(withStatus(0x8123), ID);

  expect(busy).toMatchObject({ isSuccess: false, status: 'server-error-busy' });
  expect(unknown).toMatchObject({ isSuccess: false, status: '0x8123' });
});

test('a value of another kind than expected is as good as none', async () => {
  const answer = await decodeAnswer(
    anAnswer(JOB_GROUP, attribute(KEYWORD, 'job-id', Buffer.from('seven')), END),
    ID,
  );

  expect(answer && integer(answer.job, 'job-id')).toBeNull();
  expect(answer && keyword(answer.job, 'job-state')).toBeNull();
});

test('a group given twice counts once', async () => {
  const group = (state: number) => bytes(JOB_GROUP, attribute(ENUM, 'job-state', uint32(state)));

  const answer = await decodeAnswer(anAnswer(group(5), group(9), END), ID);

  expect(answer && keyword(answer.job, 'job-state')).toBe('processing');
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a web page', Buffer.from('<!doctype html><title>Hello</title>')],
  ['the answer to another question', anAnswer(END).fill(9, 4, 8)],
  ['half an answer', goodAnswer.subarray(0, 40)],
  [
    'a length that points backwards',
    anAnswer(JOB_GROUP, Buffer.of(KEYWORD, 0, 1, 0x61, 0xff, 0xfa), goodAnswer),
  ],
  [
    'collections without an end',
    anAnswer(JOB_GROUP, Buffer.alloc(200_000, Buffer.of(BEGIN_COLLECTION, 0, 0, 0, 0))),
  ],
])('%s is no answer', async (_case, received) => {
  await expect(decodeAnswer(received, ID)).resolves.toBeNull();
});

test('no bytes can hang the kiosk or break it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(goodAnswer.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      async (changes) => {
        const received = Buffer.from(goodAnswer);
        for (const [at, value] of changes) received[at] = value;

        const answer = await decodeAnswer(received, ID);

        if (answer) expect(typeof answer.status).toBe('string');
      },
    ),
    { numRuns: 5_000 },
  );
});

test('a name from a hostile printer reaches no prototype', async () => {
  await decodeAnswer(anAnswer(JOB_GROUP, attribute(KEYWORD, '__proto__', Buffer.from('stained')), END), ID);

  expect(({} as Record<string, unknown>).stained).toBeUndefined();
});

test('a request holds what was asked for, in the order that the protocol wants', async () => {
  const request = await encodeRequest(
    {
      operation: 'Get-Job-Attributes',
      operationAttributes: { 'job-id': 7, 'requesting-user-name': 'kiosk' },
    },
    'ipp://printer.example/ipp/print',
    ID,
  );

  const text = request.toString('latin1');
  const names = [
    'attributes-charset',
    'attributes-natural-language',
    'printer-uri',
    'job-id',
    'requesting-user-name',
  ];
  expect([...request.subarray(0, 8)]).toEqual([1, 1, 0x00, 0x09, 0, 0, 0, ID]);
  expect(names.map((name) => text.indexOf(name))).toEqual(
    names.map((name) => text.indexOf(name)).toSorted((left, right) => left - right),
  );
  expect(names.every((name) => text.includes(name))).toBe(true);
});

test('every attribute that is sent is one that the library knows: it drops others without a word', async () => {
  const request = await encodeRequest(
    {
      operation: 'Print-Job',
      operationAttributes: { 'job-name': 'job-1', 'document-format': 'application/pdf' },
      jobAttributes: { media: 'iso_a4_210x297mm', sides: 'one-sided', 'print-scaling': 'none' },
    },
    'ipp://printer.example/ipp/print',
    ID,
  );

  const text = request.toString('latin1');
  for (const part of ['job-name', 'application/pdf', 'iso_a4_210x297mm', 'one-sided', 'print-scaling']) {
    expect(text).toContain(part);
  }
});
