/**
 * What is too large for one request: sent piece by piece, each where the one before ended, and after a break from
 * where the API says that it has come to. Never more than one piece is in memory.
 */
import type { Result } from '../../preload/contract.ts';
import { type Answer, unanswered } from './answer.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { Upload } from './generated/model/index.ts';
import { appendToUpload, createUpload, readUpload } from './generated/operations.ts';
import type { KioskRequests, Sent } from './kiosk-requests.ts';

/** The piece that begins there; null when it cannot be read. STORE_UNAVAILABLE when the disk has a bad moment. */
export type ReadAttachment = (offsetBytes: number) => Result<Uint8Array | null>;

export interface UploadWish {
  /** Null for what nobody signed: it belongs to this machine. */
  depositToken: string | null;
  lengthBytes: number;
  sha256: string;
  read: ReadAttachment;
  /** The same on every try: the same upload is gone on with. */
  idempotencyKey: string;
}

/** One piece, on a line of a hundred kilobits a second. */
const PIECE_SECONDS = 30;

/** Whole at the end of it, or the first failure; what was sent until then need not be sent again. */
export async function upload(
  requests: KioskRequests,
  wish: UploadWish,
): Promise<Answer<Upload> | 'unreadable'> {
  const { depositToken, lengthBytes, sha256, idempotencyKey } = wish;
  const created = await ask((sent) =>
    createUpload(
      { lengthBytes, sha256 },
      { ...sent, expected: expectedAnswers.createUpload, idempotencyKey },
    ),
  );
  if (!created.ok) return created;

  // The answer to the same wish of before tells how it was then.
  let reached = await ask((sent) =>
    readUpload(created.value.id, { ...sent, expected: expectedAnswers.readUpload }),
  );
  while (reached.ok && reached.value.offsetBytes < lengthBytes) {
    const { id, offsetBytes } = reached.value;
    const piece = wish.read(offsetBytes);
    if (!piece.ok) return unanswered(piece.error);
    if (piece.value === null || piece.value.byteLength === 0) return 'unreadable';
    const content = new Blob([new Uint8Array(piece.value)]);
    reached = await ask((sent) =>
      appendToUpload(id, content, {
        ...sent,
        expected: expectedAnswers.appendToUpload,
        uploadOffset: offsetBytes,
      }),
    );
    // An upload that does not get longer would never end.
    if (reached.ok && reached.value.offsetBytes <= offsetBytes)
      return unanswered({ code: 'API_BROKEN_ANSWER' });
    // Somebody has heard the piece before: the next try asks how far it has come.
    if (!reached.ok && reached.failure.problemCode === 'upload.offset_wrong') {
      return unanswered(reached.failure.error);
    }
  }
  return reached;

  function ask(operation: (sent: Sent) => Promise<Answer<Upload>>): Promise<Answer<Upload>> {
    return requests.ask({
      identity: (kioskToken) =>
        depositToken === null ? { kind: 'kiosk', kioskToken } : { kind: 'deposit', kioskToken, depositToken },
      timeoutSeconds: PIECE_SECONDS,
      operation,
    });
  }
}
