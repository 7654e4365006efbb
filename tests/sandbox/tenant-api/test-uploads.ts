/** What a kiosk does to send a document, request by request. */
import { createHash } from 'node:crypto';
import { type TestCaller, withKey } from './test-caller.ts';

type Headers = Readonly<Record<string, string>>;

/** How much of a document goes in one request. */
export const PIECE_BYTES = 1_000_000;

export function createTestUploads(caller: () => TestCaller) {
  return { begin, append, uploaded };

  async function begin(headers: Headers, pdf: Buffer): Promise<string> {
    const body = { lengthBytes: pdf.byteLength, sha256: sha256Of(pdf) };
    const begun = await caller().call<{ id: string }>('POST', '/uploads', {
      headers: { ...headers, ...withKey() },
      body,
    });
    return begun.body.id;
  }

  function append(headers: Headers, upload: string, offset: number, piece: Buffer) {
    return caller().call('PATCH', `/uploads/${upload}`, {
      headers: { ...headers, 'Content-Type': 'application/octet-stream', 'Upload-Offset': String(offset) },
      body: new Blob([new Uint8Array(piece)]),
    });
  }

  async function uploaded(headers: Headers, pdf: Buffer): Promise<string> {
    const upload = await begin(headers, pdf);
    for (let at = 0; at < pdf.byteLength; at += PIECE_BYTES) {
      await append(headers, upload, at, pdf.subarray(at, at + PIECE_BYTES));
    }
    return upload;
  }
}

export function sha256Of(pdf: Buffer): string {
  return createHash('sha256').update(pdf).digest('hex');
}
