import { expect, test } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { createIppPrinter } from './ipp-printer.ts';
import { anAnswer, createScriptedIpp, noAnswer, type Script } from './scripted-ipp.ts';

const LEFT = { 'job-id': 3, 'job-name': 'of-the-last-run' };
const OURS = { 'job-id': 4, 'job-name': 'of-this-run' };

test('what an earlier run of this kiosk left at the printer is called off, and nothing else', async () => {
  const ipp = await callOff({ 'Get-Jobs': [anAnswer('successful-ok', { jobs: [LEFT, OURS] })] });

  const asked = ipp.asked.map(({ operation, request }) => [operation, request.operationAttributes]);
  expect(asked).toEqual([
    ['Get-Jobs', expect.objectContaining({ 'my-jobs': true, 'requesting-user-name': 'kiosk-7' })],
    ['Cancel-Job', { 'job-id': 3, 'requesting-user-name': 'kiosk-7' }],
  ]);
});

test.each([
  ['does not answer', noAnswer('lost')],
  ['does not know how to list jobs', anAnswer('server-error-operation-not-supported')],
])('a printer that %s is left alone', async (_case, answer) => {
  const ipp = await callOff({ 'Get-Jobs': [answer] });

  expect(ipp.countOf('Cancel-Job')).toBe(0);
});

async function callOff(script: Script) {
  const ipp = createScriptedIpp(script);
  const printer = createIppPrinter({
    id: 'a4',
    uri: 'ipp://printer.invalid/ipp/print',
    paper: 'a4',
    user: 'kiosk-7',
    log: silentLog,
    ask: ipp.ask,
    clock: ipp.clock,
  });
  await printer.callOffLeftovers((name) => name === OURS['job-name']);
  return ipp;
}
