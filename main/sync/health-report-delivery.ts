/**
 * How a health report goes out: whatever comes of it holds up nothing that people handed in, unless nobody is there for
 * that either.
 */

import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { NewOutboxRow, OutboxRepository, PendingOutboxRow } from '../store/outbox-repository.ts';
import type { DepositOutcome } from '../tenant-api/tenant-api.ts';
import { LONGEST_ASKED_SECONDS } from './backoff.ts';
import type { Circuit } from './circuit.ts';
import { type Step, tryAgain } from './lanes.ts';

export interface HealthReportDelivery {
  /** In the place of the one that waits, unless that one is under way. */
  add(row: NewOutboxRow): Result<void>;
  /** Hands it over with `deliver`. */
  handOver(row: PendingOutboxRow, deliver: () => Promise<DepositOutcome>): Promise<Step>;
  /** The next one tells the same, and more. */
  drop(row: PendingOutboxRow, problem: string): Step;
}

/** Tried again after minutes at once: the next report comes about as soon, and an API that is away is spared. */
const FAILURES_OF_A_PATIENT_ROW = 9;

export function createHealthReportDelivery(parts: {
  rows: Pick<OutboxRepository, 'addHealthReport' | 'dropHealthReport' | 'countAttempt'>;
  circuit: Pick<Circuit, 'answered' | 'failed'>;
  /** The API has taken it. */
  acknowledge: (row: PendingOutboxRow) => Step;
  log: Log;
}): HealthReportDelivery {
  const { rows, circuit, acknowledge, log } = parts;
  let underWay: string | null = null;

  return {
    add: (row) => rows.addHealthReport(row, underWay),

    async handOver(row, deliver) {
      underWay = row.deliveryId;
      try {
        return settle(row, await deliver());
      } finally {
        underWay = null;
      }
    },

    drop,
  };

  function settle(row: PendingOutboxRow, outcome: DepositOutcome): Step {
    switch (outcome.outcome) {
      case 'delivered':
        return acknowledge(row);
      case 'refused':
        circuit.answered();
        return drop(row, outcome.problemCode);
      case 'unreadable':
        return drop(row, outcome.outcome);
      case 'later': {
        const { deliveryId, kind } = row;
        const tries = row.attempts + 1;
        const { code, retryAfterSeconds = 0 } = outcome.error;
        rows.countAttempt(deliveryId);
        log.info('sync.not-delivered', { deliveryId, kind, tries, code });
        if (retryAfterSeconds > LONGEST_ASKED_SECONDS) log.warn('sync.wait-shortened', { retryAfterSeconds });
        if (code === 'API_UNREACHABLE' || code === 'API_TIMEOUT') circuit.failed(retryAfterSeconds);
        return tryAgain(Math.max(tries, FAILURES_OF_A_PATIENT_ROW), retryAfterSeconds);
      }
    }
  }

  function drop({ deliveryId, attempts }: PendingOutboxRow, problem: string): Step {
    if (!rows.dropHealthReport(deliveryId).ok) return tryAgain(attempts + 1);
    log.warn('sync.health-report-dropped', { deliveryId, problem });
    return { step: 'went-on' };
  }
}
