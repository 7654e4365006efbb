/** What was done with a staff member's help: for the tenant what was done in their name, for supervisors how often. */

import type { WayOfDoing } from '../../preload/assist-contract.ts';
import type { AuditAction, AuditEntry } from '../../preload/audit-entry.ts';
import { GUIDE_ACTIONS, TRACED_CALLS } from '../../preload/audit-entry.ts';
import type { CallOutput, Locale, Result, Tenant } from '../../preload/contract.ts';
import { dayInFrance } from '../account/day-in-france.ts';
import type { KioskConfig } from '../config/config-schema.ts';
import type { AssistanceSummaryContent, DrawnPaper } from '../paper/paper.ts';
import type { PrintJobs } from '../printing/print-jobs.ts';
import type { Helper } from './assistance-desk.ts';
import type { AuditTrail } from './audit/audit-trail.ts';

type Counts = Extract<CallOutput<'staff.readAssistance'>, { ok: true }>['value'];

export interface DoneAct {
  readonly act: AuditAction;
  readonly at: string;
  readonly how: WayOfDoing;
  /** Null for what was done alone. */
  readonly staffName: string | null;
}

export interface Summaries {
  /**
   * What the helpers did in the person's name, and what was done while the screen was handed over: if it was not the
   * person, they learn of it. The oldest first. STORE_UNAVAILABLE.
   */
  read(helpers: readonly Helper[]): Result<{ entries: DoneAct[] }>;
  /** Answers once the job is known. ASSISTANCE_OVER when nobody helped in this session. */
  print(helpers: readonly Helper[], tenant: Tenant | null, locale: Locale): Result<{ jobId: string }>;
  /** How often what was done, day by day. Never for whom. */
  count(): Result<Counts>;
}

/** As the trail has what was done by whoever was at the screen without staff beside them. */
const OWN_DOING = ['alone', 'guided'] as const satisfies readonly WayOfDoing[];

/** What a supervisor looks back on. */
const DAYS_COUNTED = 31;
const DAY_MS = 86_400_000;

const SHOWN: readonly string[] = [...GUIDE_ACTIONS, ...TRACED_CALLS, 'identityChecked'];

export function createSummaries(from: {
  trail: Pick<AuditTrail, 'entriesOf' | 'entriesSince'>;
  printJobs: Pick<PrintJobs, 'start'>;
  draw: (content: AssistanceSummaryContent) => Promise<Result<DrawnPaper>>;
  config: Pick<KioskConfig, 'landlord' | 'agency'>;
  now?: () => Date;
}): Summaries {
  const { trail, printJobs, draw, config, now = () => new Date() } = from;
  return {
    read,

    print(helpers, tenant, locale) {
      const done = read(helpers);
      if (!done.ok) return done;
      if (helpers.length === 0) return { ok: false, error: { code: 'ASSISTANCE_OVER' } };
      const { name, addressLines, phone } = config.landlord;
      return printJobs.start(() =>
        draw({
          landlord: { name, addressLines, phone },
          agency: { name: config.agency.name },
          tenant: tenant && { displayName: tenant.displayName, number: tenant.number },
          staffNames: [...new Set(helpers.map(({ staffName }) => staffName))],
          acts: done.value.entries,
          issuedOn: dayInFrance(now()),
          locale,
        }),
      );
    },

    count() {
      const since = new Date(now().getTime() - DAYS_COUNTED * DAY_MS);
      const found = trail.entriesSince(since.toISOString());
      if (!found.ok) return found;
      const days = new Map<string, Map<AuditAction, number>>();
      for (const { action, at } of held(found.value, ({ subject }) => wayOf(subject) === 'withStaff')) {
        const day = dayInFrance(new Date(at));
        const acts = days.get(day) ?? new Map<AuditAction, number>();
        days.set(day, acts.set(action, (acts.get(action) ?? 0) + 1));
      }
      const newest = [...days].toSorted(([one], [other]) => other.localeCompare(one));
      return {
        ok: true,
        value: {
          days: newest.map(([day, acts]) => ({
            day,
            acts: [...acts].map(([act, count]) => ({ act, count })),
          })),
        },
      };
    },
  };

  function read(helpers: readonly Helper[]): Result<{ entries: DoneAct[] }> {
    const entries: DoneAct[] = [];
    for (const { assistanceId, staffName } of helpers) {
      const found = trail.entriesOf(assistanceId);
      if (!found.ok) return found;
      const done = held(found.value, ({ action }) => SHOWN.includes(action));
      entries.push(
        ...done.map(({ action, at, subject }) => {
          const how = wayOf(subject);
          return { act: action, at, how, staffName: how === 'alone' ? null : staffName };
        }),
      );
    }
    // Whoever guides from the desk and whoever helps here may have taken turns.
    const inOrder = entries.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
    return { ok: true, value: { entries: inOrder } };
  }
}

function wayOf(subject: AuditEntry['subject']): WayOfDoing {
  return OWN_DOING.find((own) => own === subject) ?? 'withStaff';
}

/** Without what was refused, and what nothing came of. */
function held(
  entries: readonly AuditEntry[],
  isWanted: (entry: AuditEntry) => boolean,
): readonly AuditEntry[] {
  const done: AuditEntry[] = [];
  for (const entry of entries) {
    const { assistanceId, action, subject } = entry;
    if (subject === 'failed') {
      const begun = done.findLastIndex((one) => one.action === action && one.assistanceId === assistanceId);
      if (begun >= 0) done.splice(begun, 1);
    } else if (subject !== 'refused' && isWanted(entry)) {
      done.push(entry);
    }
  }
  return done;
}
