/** The program of a terminal that speaks Caisse-AP over IP, protocol Concert V3. */
import { createServer, type Server, type Socket } from 'node:net';
import { begins, deliver } from '../delivery.ts';
import { COMMON_FAULTS } from '../plan.ts';
import { runTerminal, type TerminalEar, type TerminalInside } from '../run-terminal.ts';
import { socketLine } from '../socket-line.ts';
import { acknowledgement, answerTo, duplicateTicket, encoded, notDone } from './answer.ts';
import type { Fields } from './fields.ts';
import { type Request, understand } from './request.ts';

const HOST = '127.0.0.1';
/** A terminal hangs up on a register that says nothing, or that does not hang up after its answer. */
const HANG_UP_AFTER_MS = 300_000;
/** "Not completed": somebody else is being served. */
const BUSY = '07';

await runTerminal([...COMMON_FAULTS, 'reordered', 'acknowledgedOnly'], caisseAp);

function caisseAp(inside: TerminalInside): TerminalEar {
  const open = new Set<Socket>();
  let server: Server | null = null;

  function accept(socket: Socket): void {
    open.add(socket);
    socket.setTimeout(HANG_UP_AFTER_MS, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    // The first piece is the request: without a terminator, nothing else says where it ends.
    socket.once('data', (bytes) => {
      // Whatever else is sent is not heard, but the end of the connection is.
      socket.resume();
      void serve(inside, understand(bytes.toString('latin1')), socket);
    });
  }

  return {
    listen(port) {
      const listening = createServer(accept);
      server = listening;
      return new Promise((resolve, reject) => {
        listening.once('error', reject);
        listening.listen(port, HOST, () => {
          const address = listening.address();
          resolve(typeof address === 'object' && address ? address.port : 0);
        });
      });
    },
    deafen() {
      return new Promise((resolve) => {
        server?.close(() => resolve());
        for (const socket of open) socket.resetAndDestroy();
      });
    },
  };
}

/** One request, one answer. */
async function serve(
  { desk, plans, journal }: TerminalInside,
  request: Request,
  socket: Socket,
): Promise<void> {
  const line = socketLine(socket);
  const say = (answer: ReturnType<typeof notDone>, fields: Fields) =>
    line.write(encoded(answer, fields, undefined));

  switch (request.kind) {
    case 'choking':
      return line.end();
    case 'wrong':
      return say(notDone(request.fields, request.detail), request.fields);
    case 'duplicateTicket': {
      const last = journal.entries().findLast(({ outcome }) => outcome === 'approved');
      const answer = last ? duplicateTicket(request.fields, last) : notDone(request.fields, BUSY);
      return say(answer, request.fields);
    }
    case 'transaction': {
      const { fields, asked, isAnsweredAtOnce } = request;
      if (desk.state().state !== 'idle') return say(notDone(fields, BUSY), fields);
      const plan = plans.take('payment');
      if (!begins(plan)) return plan.answer?.kind === 'busy' ? say(notDone(fields, BUSY), fields) : undefined;

      const settling = desk.settle(asked, plan.outcome);
      if (isAnsweredAtOnce) await say(acknowledgement(fields), fields);
      const entry = await settling;
      if (isAnsweredAtOnce) return;
      const answer = encoded(answerTo(fields, entry), fields, plan.answer);
      return deliver({ answer, fault: plan.answer, line });
    }
  }
}
