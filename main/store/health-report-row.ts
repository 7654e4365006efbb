/**
 * The kind of the row in which the machine says how it is. Nobody waits for it, so it is not counted with what people
 * handed in; only the latest tells anything, so there is one.
 */
export const HEALTH_REPORT = 'health-report';

/** For queries on the outbox. */
export const NOT_HEALTH_REPORT = `kind <> '${HEALTH_REPORT}'`;
