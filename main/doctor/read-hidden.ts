import type { DoctorInput } from './world.ts';

const INTERRUPT = '\u0003';
const END_OF_INPUT = '\u0004';
const ERASE = ['\u0008', '\u007f'];

/** One line of input; from a terminal without showing it. Null after Ctrl+C. */
export async function readHidden(input: DoctorInput): Promise<string | null> {
  input.setRawMode?.(true);
  try {
    return await readLine(input);
  } finally {
    input.setRawMode?.(false);
    input.pause();
  }
}

function readLine(input: DoctorInput): Promise<string | null> {
  return new Promise((resolve) => {
    let line = '';
    const finish = (read: string | null) => {
      input.off('data', take);
      input.off('end', end);
      resolve(read);
    };
    const end = () => finish(line);
    const take = (chunk: Buffer | string) => {
      for (const key of chunk.toString()) {
        if (key === INTERRUPT) return finish(null);
        if (key === '\r' || key === '\n' || key === END_OF_INPUT) return finish(line);
        line = ERASE.includes(key) ? line.slice(0, -1) : line + key;
      }
    };
    input.on('data', take);
    input.once('end', end);
    input.resume();
  });
}
