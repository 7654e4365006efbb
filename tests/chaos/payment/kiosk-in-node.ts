/** The kiosk's main modules without a window, in a process of their own: see `main-modules.ts`. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { projectRoot } from '../../../build/project.mjs';
import type { CallOutput, Channel } from '../../../preload/contract.ts';
import type { CallAnswer } from '../../../preload/wire.ts';
import type { Kiosk, StartKiosk } from './kiosk.ts';

/** So that it is not the compiler that is killed most of the time. */
const COMPILED_FOLDER = `${projectRoot}/out/tests/compiled`;
const PROGRAM = resolve(import.meta.dirname, 'main-modules.ts');
const START_PATIENCE_MS = 30_000;

/** What the two processes say to each other. */
export type Asked = { readonly question: number; readonly channel: string; readonly input: unknown };
export type Answered = { readonly question: number; readonly answer: CallAnswer } | 'invites';

export const startInNode: StartKiosk = async (environment) => {
  const child = fork(PROGRAM, {
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED_FOLDER, ...environment },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const exited = once(child, 'exit');
  const waiting = new Map<number, PromiseWithResolvers<CallAnswer>>();
  const invites = Promise.withResolvers<void>();
  let questions = 0;

  child.on('message', (said: Answered) => {
    if (said === 'invites') return invites.resolve();
    waiting.get(said.question)?.resolve(said.answer);
    waiting.delete(said.question);
  });
  // A question that is asked as it dies cannot be sent.
  child.on('error', () => undefined);
  void exited.then(() => {
    invites.reject(new Error(`The kiosk's modules have ended. ${complaints}`));
    for (const { reject } of waiting.values()) reject(new Error('The kiosk has died.'));
  });

  const patience = setTimeout(() => child.kill('SIGKILL'), START_PATIENCE_MS);
  await invites.promise.finally(() => clearTimeout(patience));

  async function ask(channel: string, input: unknown): Promise<CallAnswer> {
    questions += 1;
    const answer = Promise.withResolvers<CallAnswer>();
    waiting.set(questions, answer);
    const asked: Asked = { question: questions, channel, input };
    if (child.connected) child.send(asked);
    else answer.reject(new Error('The kiosk has died.'));
    return answer.promise;
  }

  const kiosk: Kiosk = {
    async call<C extends Channel>(channel: C, input: unknown) {
      const answer = await ask(channel, input);
      if (!answer.ok) throw new Error(answer.code);
      return answer.output as CallOutput<C>;
    },
    async kill(signal = 'SIGKILL') {
      child.kill(signal);
      await exited;
    },
  };
  return kiosk;
};
