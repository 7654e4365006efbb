/**
 * What is too large for one request: sent piece by piece, each where the one before ended, and after a break from
 * where the API says that it has come to. Never more than one piece is in memory.
 */
import { v5 as uuidV5 } from 'uuid';
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

/** What was sent was thrown away so often, after one outage each. */
const MOST_BEGINNINGS = 5;

/** Whole at the end of it, or the first failure; what was sent until then need not be sent again. */
export async function upload(
  requests: KioskRequests,
  wish: UploadWish,
): Promise<Answer<Upload> | 'unreadable'> {
  const { depositToken, lengthBytes, sha256 } = wish;
  let idempotencyKey = wish.idempotencyKey;
  let reached = await begin();
  for (let anew = 0; anew < MOST_BEGINNINGS && isThrownAway(reached); anew++) {
    // The same write would be told of the same upload for ever: the next one has a key of its own, on every try.
    idempotencyKey = uuidV5('upload anew', idempotencyKey);
    reached = await begin();
  }
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

  async function begin(): Promise<Answer<Upload>> {
    const created = await ask((sent) =>
      createUpload(
        { lengthBytes, sha256 },
        { ...sent, expected: expectedAnswers.createUpload, idempotencyKey },
      ),
    );
    // The answer to the same wish of before tells how it was then.
    return created.ok
      ? ask((sent) => readUpload(created.value.id, { ...sent, expected: expectedAnswers.readUpload }))
      : created;
  }

  function ask(operation: (sent: Sent) => Promise<Answer<Upload>>): Promise<Answer<Upload>> {
    return requests.ask({
      identity: (kioskToken) =>
        depositToken === null ? { kind: 'kiosk', kioskToken } : { kind: 'deposit', kioskToken, depositToken },
      timeoutSeconds: PIECE_SECONDS,
      operation,
    });
  }
}

/** It lay there for too long, half sent. All of it is still here. */
function isThrownAway(reached: Answer<Upload>): boolean {
  return !reached.ok && reached.failure.problemCode === 'upload.unknown';
}
