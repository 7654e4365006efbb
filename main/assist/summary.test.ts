import { expect, test } from 'vitest';
import type { AuditEntry } from '../../preload/audit-entry.ts';
import { drawAssistanceSummaryHere } from '../paper/assistance-summary/draw-assistance-summary.ts';
import type { AssistanceSummaryContent } from '../paper/paper.ts';
import { drawnOf } from '../paper/testing/drawn.ts';
import { readLines } from '../paper/testing/read-pdf.ts';
import { household } from '../paper/testing/sample-household.ts';
import { createSummaries } from './summary.ts';

const CLAIRE = { assistanceId: 'a-1', staffName: 'Claire D.' };
const MARC = { assistanceId: 'a-2', staffName: 'Marc L.' };

test('tells what was done in the tenant’s name: not what failed or was refused', () => {
  const { summaries } = arrange([
    entry('signedIn', 'here'),
    entry('consentGiven'),
    entry('request.write'),
    entry('request.write'),
    entry('request.write', 'failed'),
    entry('payment.start', 'refused'),
    entry('handedOver'),
    entry('payment.start', 'alone'),
    entry('identityChecked', 'passport'),
    entry('appointment.book', null, 'a-2'),
    entry('statement.print', null, 'a-of-another-session'),
  ]);

  expect(summaries.read([CLAIRE, MARC])).toEqual({
    ok: true,
    value: {
      entries: [
        { act: 'request.write', at: '2018-07-11T08:00:00.000Z', how: 'withStaff', staffName: 'Claire D.' },
        { act: 'payment.start', at: '2018-07-11T08:00:00.000Z', how: 'alone', staffName: null },
        { act: 'identityChecked', at: '2018-07-11T08:00:00.000Z', how: 'withStaff', staffName: 'Claire D.' },
        { act: 'appointment.book', at: '2018-07-11T08:00:00.000Z', how: 'withStaff', staffName: 'Marc L.' },
      ],
    },
  });
});

test('tells of whoever guided from the desk in its place between those who helped here', () => {
  const { summaries } = arrange([
    entry('guideAccepted', null, 'a-1', '2018-07-11T08:01:00.000Z'),
    entry('session.signIn', 'alone', 'a-1', '2018-07-11T08:02:00.000Z'),
    entry('statement.print', 'guided', 'a-1', '2018-07-11T08:02:30.000Z'),
    entry('guideEnded', 'here', 'a-1', '2018-07-11T08:03:00.000Z'),
    entry('request.write', null, 'a-2', '2018-07-11T08:04:00.000Z'),
    entry('identityChecked', 'passport', 'a-2', '2018-07-11T08:00:00.000Z'),
  ]);

  const found = summaries.read([MARC, CLAIRE]);

  expect(found.ok && found.value.entries.map(({ act, how, staffName }) => [act, how, staffName])).toEqual([
    ['identityChecked', 'withStaff', 'Marc L.'],
    ['guideAccepted', 'withStaff', 'Claire D.'],
    // What they did themselves meanwhile: with nobody looking on, and while somebody did.
    ['session.signIn', 'alone', null],
    ['statement.print', 'guided', 'Claire D.'],
    ['guideEnded', 'withStaff', 'Claire D.'],
    ['request.write', 'withStaff', 'Marc L.'],
  ]);
});

test('a supervisor sees how often, day by day, and never for whom', () => {
  const { summaries } = arrange([
    entry('request.write', null, 'a-1', '2018-07-10T08:00:00.000Z'),
    entry('request.write'),
    entry('request.write', null, 'a-2'),
    entry('request.write', 'failed', 'a-2'),
    entry('payment.start', 'alone', 'a-2'),
    entry('statement.print', 'guided', 'a-2'),
    entry('request.write', null, 'a-0', '2018-05-01T08:00:00.000Z'),
    entry('signedIn', 'here'),
  ]);

  const counted = summaries.count();

  expect(counted).toEqual({
    ok: true,
    value: {
      days: [
        {
          day: '2018-07-11',
          acts: [
            { act: 'request.write', count: 1 },
            { act: 'signedIn', count: 1 },
          ],
        },
        { day: '2018-07-10', acts: [{ act: 'request.write', count: 1 }] },
      ],
    },
  });
  expect(JSON.stringify(counted)).not.toContain('4473');
});

test('is printed with who helped, in the words of the screen’s language', async () => {
  const { summaries, drawn } = arrange([
    entry('request.write'),
    entry('payment.start', 'alone'),
    entry('statement.print', null, 'a-2'),
  ]);

  expect(summaries.print([CLAIRE, MARC], { ...household.tenant, maskedEmail: null }, 'fr')).toMatchObject({
    ok: true,
  });

  const [content] = drawn;
  if (!content) throw new Error('Nothing was drawn.');
  const { pdf, missingGlyphs } = drawnOf(await drawAssistanceSummaryHere(content));
  const text = (await readLines(pdf)).join('\n').replaceAll('\u00a0', ' ');
  expect(text).toContain('Claire D., Marc L.');
  expect(text).toContain('Une demande a été enregistrée, le 11 juillet 2018');
  expect(text).toContain('Un relevé de compte a été imprimé');
  expect(text).toMatch(/Un paiement par carte a été commencé, le 11 juillet 2018.*, par vous seul/);
  expect(missingGlyphs).toBe(0);
});

test('nothing is printed where nobody helped', () => {
  const { summaries, drawn } = arrange([]);

  expect(summaries.print([], null, 'fr')).toEqual({ ok: false, error: { code: 'ASSISTANCE_OVER' } });
  expect(drawn).toEqual([]);
});

function arrange(entries: AuditEntry[]) {
  const drawn: AssistanceSummaryContent[] = [];
  const summaries = createSummaries({
    trail: {
      entriesSince: (instant) => ({ ok: true, value: entries.filter(({ at }) => at >= instant) }),
      entriesOf: (id) => ({ ok: true, value: entries.filter(({ assistanceId }) => assistanceId === id) }),
    },
    printJobs: {
      start(draw) {
        void draw({} as never, {} as never);
        return { ok: true, value: { jobId: 'j-1' } };
      },
    },
    async draw(content) {
      drawn.push(content);
      return { ok: false, error: { code: 'DOCUMENT_FAILED' } };
    },
    config: { landlord: household.landlord, agency: household.agency } as never,
    now: () => new Date('2018-07-11T08:00:00Z'),
  });
  return { summaries, drawn };
}

function entry(
  action: AuditEntry['action'],
  subject: string | null = null,
  assistanceId = 'a-1',
  at = '2018-07-11T08:00:00.000Z',
): AuditEntry {
  return {
    assistanceId,
    staffId: 'staff-claire',
    tenantNumber: '4473',
    action,
    subject,
    consent: 'onScreen',
    at,
  };
}
