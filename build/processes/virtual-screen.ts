import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { type ProcessGroup, startProcessGroup } from './process-group.ts';

const START_PATIENCE_MS = 10_000;

export interface ScreenSize {
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** As the agency of the sandbox has it. */
export const UPRIGHT: ScreenSize = { widthPixels: 1080, heightPixels: 1920 };
/** The window of either orientation fits on it. */
export const ROOM_FOR_BOTH_ORIENTATIONS: ScreenSize = { widthPixels: 1920, heightPixels: 1920 };

export interface VirtualScreen {
  /** For DISPLAY, e.g. `:99`. */
  readonly display: string;
  readonly exited: ProcessGroup['exited'];
  stop(): Promise<void>;
}

export function hasScreen(environment: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/** Starts an X server without a monitor, on a display number that is free. */
export async function startVirtualScreen(size: ScreenSize): Promise<VirtualScreen> {
  const words = [
    ...['-displayfd', '3'],
    ...['-screen', '0', `${size.widthPixels}x${size.heightPixels}x24`],
    ...['-nolisten', 'tcp', '-noreset'],
  ];
  const server = startProcessGroup('Xvfb', words, {
    environment: process.env,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const complaints = keepTail(server.process.stderr);
  const number = server.process.stdio[3] as Readable;

  const [announced] = await Promise.race([
    once(number, 'data', { signal: AbortSignal.timeout(START_PATIENCE_MS) }),
    server.exited.then(() => {
      throw new Error(`Xvfb did not start. ${complaints()}`);
    }),
  ]).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  return { display: `:${String(announced).trim()}`, exited: server.exited, stop: server.stop };
}

function keepTail(stream: Readable | null): () => string {
  const KEPT_CHARACTERS = 2_000;
  let tail = '';
  stream?.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString()).slice(-KEPT_CHARACTERS);
  });
  return () => tail;
}
