import type { Migration } from './migration.ts';

/** The few of one kind are found, and make room for the next, without a walk through all that waits. */
export const outboxHealthReports: Migration = {
  version: 11,
  sql: `
    CREATE INDEX outbox_health_reports ON outbox (sequence) WHERE kind = 'health-report';
  `,
};
