import type { IncomingMessage } from 'node:http';

export type RequestBody =
  | { state: 'read'; text: string }
  | { state: 'tooLarge' }
  | { state: 'notUtf8' }
  /** The caller went away in the middle of it. */
  | { state: 'lost' };

/** Reads a body; does not wait for what goes beyond its limit. */
export function readBody(request: IncomingMessage, limitBytes: number): Promise<RequestBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= limitBytes) {
        chunks.push(chunk);
        return;
      }
      // Goes on reading and forgetting: a caller that is still sending would not hear the answer.
      chunks.length = 0;
      resolve({ state: 'tooLarge' });
    });
    request.once('end', () => resolve(decode(Buffer.concat(chunks))));
    request.once('error', () => resolve({ state: 'lost' }));
    request.once('close', () => resolve({ state: 'lost' }));
  });
}

/** Bytes as they are: what of them came before the caller went away, too. Null when it is more than the limit. */
export async function readBytes(request: IncomingMessage, limitBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of request) {
      sizeBytes += chunk.length;
      if (sizeBytes <= limitBytes) chunks.push(chunk);
    }
  } catch {
    // The caller went away in the middle of it.
  }
  return sizeBytes > limitBytes ? null : Buffer.concat(chunks);
}

function decode(bytes: Buffer): RequestBody {
  try {
    return { state: 'read', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { state: 'notUtf8' };
  }
}
