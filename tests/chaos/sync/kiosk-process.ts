/** The same kiosk in a process of its own, for killing it at whatever instant. Run as a program, it is that process. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { projectRoot } from '../../../build/project.mjs';
import type { Wish } from '../../../main/sync/outbox.ts';
import { type Kiosk, type KioskSettings, type StartKiosk, startHere } from './kiosk.ts';

/** So that it is not the compiler that is killed most of the time. */
const COMPILED_FOLDER = `${projectRoot}/out/tests/compiled`;

/** `end` is a signal, or a stop: nothing that is asked for. */
type Question =
  | { readonly ask: 'enqueue'; readonly wish: Wish }
  | { readonly ask: 'calm' }
  | { readonly ask: 'isDone' }
  | { readonly ask: 'stop' };
type Asked = Question & { readonly number: number };
type Answered = { readonly number: number; readonly answer: unknown };

export const startInProcess: StartKiosk = async (settings) => {
  const child = fork(import.meta.filename, [JSON.stringify(settings)], {
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED_FOLDER },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Attachments are bytes.
    serialization: 'advanced',
  });
  const exited = once(child, 'exit');
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let questions = 0;
  child.on('message', ({ number, answer }: Answered) => {
    waiting.get(number)?.resolve(answer);
    waiting.delete(number);
  });
  // A question that is asked as it dies cannot be sent.
  child.on('error', () => undefined);
  void exited.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('The kiosk has died.'));
  });

  const ask = (question: Question): Promise<unknown> => {
    const number = questions++;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(number, answer);
    if (child.connected) child.send({ ...question, number } satisfies Asked);
    else answer.reject(new Error('The kiosk has died.'));
    return answer.promise;
  };
  const kiosk: Kiosk = {
    enqueue: async (wish) => (await ask({ ask: 'enqueue', wish })) as Awaited<ReturnType<Kiosk['enqueue']>>,
    async calm() {
      await ask({ ask: 'calm' });
    },
    isDone: async () => (await ask({ ask: 'isDone' })) === true,
    async end(how) {
      if (how === 'kill') child.kill('SIGKILL');
      // On a busy machine it may be gone before its last answer is on its way: how it went is the answer.
      else await ask({ ask: 'stop' }).catch(() => undefined);
      const [exitCode] = await exited;
      if (exitCode) throw new Error(`The kiosk ended with ${exitCode}.`);
    },
  };
  return kiosk;
};

if (import.meta.main) {
  const settings: KioskSettings = JSON.parse(process.argv[2] ?? '');
  const kiosk = await startHere(settings);
  process.on('disconnect', () => process.exit());
  process.on('message', (asked: Asked) => {
    void answerTo(kiosk, asked).then((answer) => {
      process.send?.({ number: asked.number, answer } satisfies Answered);
      if (asked.ask === 'stop') process.disconnect();
    });
  });
}

async function answerTo(kiosk: Kiosk, asked: Asked): Promise<unknown> {
  switch (asked.ask) {
    case 'enqueue':
      return kiosk.enqueue(asked.wish);
    case 'calm':
      return kiosk.calm();
    case 'isDone':
      return kiosk.isDone();
    case 'stop':
      return kiosk.end('stop');
  }
}
