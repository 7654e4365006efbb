import type { Readable } from 'node:stream';

/** The largest page of the contract is some 250 kB. */
const MAX_BODY_BYTES = 2_000_000;

export type Body = { ok: true; value: unknown } | { ok: false; breach: BodyBreach };
export type BodyBreach = 'too-large' | 'not-utf-8' | 'not-json';

/**
 * Reads a body of JSON whole, or stops as soon as it is too much. Rejects when the connection breaks under it.
 * `maxBytes`: counted after decompression.
 */
export async function readJson(
  stream: Readable,
  signal: AbortSignal,
  maxBytes = MAX_BODY_BYTES,
): Promise<Body> {
  const bytes = await readBytes(stream, signal, maxBytes);
  if (bytes === null) return { ok: false, breach: 'too-large' };

  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, breach: 'not-utf-8' };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, breach: 'not-json' };
  }
}

/** For an answer that has nothing to say: whether it keeps to that. */
export async function isEmpty(stream: Readable, signal: AbortSignal): Promise<boolean> {
  const bytes = await readBytes(stream, signal, MAX_BODY_BYTES);
  return bytes !== null && bytes.byteLength === 0;
}

/** By events: to wait for each piece in turn costs as much again as what is read. */
function readBytes(stream: Readable, signal: AbortSignal, maxBytes: number): Promise<Buffer | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | null>();
  const chunks: Buffer[] = [];
  let size = 0;
  const giveUp = () => stream.destroy();
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp, { once: true });
  stream
    .on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= maxBytes) return;
      resolve(null);
      // Its connection goes with it.
      stream.destroy();
    })
    .on('end', () => resolve(chunks.length === 1 ? (chunks[0] ?? null) : Buffer.concat(chunks)))
    .on('error', reject)
    // After all the others, one of which has settled it, unless it was cut off.
    .on('close', () => {
      signal.removeEventListener('abort', giveUp);
      reject(new CutOff());
    });
  return promise;
}

class CutOff extends Error {
  readonly code = 'ERR_STREAM_PREMATURE_CLOSE';
}
