/** The log until its file is open: the first screen does not wait for the file, and no event is lost. */
import type { Facts, Log } from './log.ts';

type Level = keyof Log;

export interface EarlyLog extends Log {
  /** Hands over what was kept, in order, and from then on every event as it comes. */
  pourInto(file: Log): void;
}

export function createEarlyLog(): EarlyLog {
  let kept: [Level, string, Facts | undefined][] = [];
  let target: Log | null = null;

  const write = (level: Level) => (event: string, facts?: Facts) => {
    if (target) target[level](event, facts);
    else kept.push([level, event, facts]);
  };

  return {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    pourInto(file) {
      target = file;
      for (const [level, event, facts] of kept) file[level](event, facts);
      kept = [];
    },
  };
}
