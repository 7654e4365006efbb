/** One xdotool that stays: to start it anew for each movement costs more than all else that an attempt takes. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type ProcessGroup, startProcessGroup } from '../../../build/processes/process-group.ts';

/** It answers in milliseconds; one that does not has lost its screen. */
const PATIENCE_MS = 5_000;
/** Printed after each command, so that it is known to be done. */
const DONE = 'getdisplaygeometry';
const DONE_ANSWER = /^\d+ \d+$/;

export interface Xdotool {
  /** @returns what it printed, line by line; rejects when it complained or ended over it */
  run(...words: readonly string[]): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export function startXdotool(display: string): Xdotool {
  let running: Running | null = null;
  let last: Promise<unknown> = Promise.resolve();

  return {
    run(...words) {
      const next = last.then(() => {
        running ??= start(display);
        return running.carryOut(words).catch(async (error: unknown) => {
          // What is left of its answer would be taken for the answer to the next command.
          await running?.stop();
          running = null;
          throw error;
        });
      });
      last = next.catch(() => undefined);
      return next;
    },
    async stop() {
      await last;
      await running?.stop();
    },
  };
}

interface Running {
  carryOut(words: readonly string[]): Promise<readonly string[]>;
  stop: ProcessGroup['stop'];
}

function start(display: string): Running {
  // Into a pipe it would otherwise say nothing before its end.
  const group = startProcessGroup('stdbuf', ['-oL', 'xdotool', '-'], {
    environment: { ...process.env, DISPLAY: display },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { stdin, stdout, stderr } = group.process;
  if (!stdin || !stdout || !stderr) throw new Error('xdotool was started without its pipes.');
  let complaints = '';
  stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const answer = createInterface({ input: stdout });
  const ended = once(answer, 'close').then(() => {
    throw new Error(`xdotool has ended. ${complaints}`);
  });
  // Heard of with the next command.
  ended.catch(() => undefined);
  stdin.on('error', () => undefined);

  return {
    stop: group.stop,
    async carryOut(words) {
      const lines: string[] = [];
      const done = new Promise<void>((resolve) => {
        answer.removeAllListeners('line').on('line', (line) => {
          if (DONE_ANSWER.test(line)) resolve();
          else lines.push(line);
        });
      });
      stdin.write(`${words.map(quoted).join(' ')}\n${DONE}\n`);
      await within(PATIENCE_MS, Promise.race([done, ended]));
      if (complaints !== '') throw new Error(`xdotool ${words.join(' ')}: ${complaints}`);
      return lines;
    },
  };
}

function quoted(word: string): string {
  return `"${word}"`;
}

async function within(patienceMs: number, wanted: Promise<void>): Promise<void> {
  let impatience: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    impatience = setTimeout(() => reject(new Error('xdotool does not answer.')), patienceMs);
  });
  return Promise.race([wanted, late]).finally(() => clearTimeout(impatience));
}
