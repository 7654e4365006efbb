import { createHash } from 'node:crypto';
import type { Answer } from './answer.ts';

/** "What is read about a person carries an `ETag`, but a page that others follow", says the contract. */
export function unlessKnown(ifNoneMatch: string | null, answer: Answer, hasEtag: boolean): Answer {
  if (!hasEtag || answer.status !== 200 || isFollowed(answer.body)) return answer;
  const digest = createHash('sha256').update(JSON.stringify(answer.body)).digest('base64url');
  const headers = { ...answer.headers, ETag: `"${digest}"` };
  if (ifNoneMatch === headers.ETag) return { status: 304, headers, contentType: null, body: null };
  return { ...answer, headers };
}

function isFollowed(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'nextCursor' in body && body.nextCursor !== null;
}
