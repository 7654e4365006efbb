/** What may stand beside an event: ids, codes, counts, durations. Never a name, an address, an amount or free text. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** Event names read `room.what-happened`, e.g. `printing.completed`. */
export interface Log {
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
}

/** For where nobody listens, tests first of all. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };
