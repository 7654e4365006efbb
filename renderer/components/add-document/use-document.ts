import { useEffect, useState } from 'react';
import type { Failure, Result } from '../../../preload/contract.ts';
import type { DocumentInHand } from '../../../preload/document-contract.ts';
import { ask, tell } from '../../app/kiosk.ts';

export type DocumentWork = 'scanning' | 'taking' | 'sending';

export interface DocumentState {
  pages: DocumentInHand['pages'];
  /** What is being done now. */
  work: DocumentWork | null;
  /** Why the last thing was not done. */
  refusal: Failure | null;
}

const NOTHING: DocumentState = { pages: [], work: null, refusal: null };

/** The pages that main holds for this person, and what adds to them. */
export function useDocument() {
  const [state, setState] = useState(NOTHING);

  useEffect(() => {
    void ask('document.read', undefined).then((answer) => {
      if (answer.ok) setState((before) => ({ ...before, pages: answer.value.pages }));
    });
  }, []);

  async function perform(
    work: DocumentWork | null,
    wish: () => Promise<Result<DocumentInHand>>,
  ): Promise<void> {
    setState((before) => ({ ...before, work, refusal: null }));
    const answer = await wish();
    setState((before) =>
      answer.ok
        ? { pages: answer.value.pages, work: null, refusal: null }
        : { ...before, work: null, refusal: answer.error },
    );
  }

  return {
    state,
    scan: () => perform('scanning', () => ask('document.scan', undefined)),
    takeFromKey: (fileId: string) => perform('taking', () => ask('document.takeFromKey', { fileId })),
    takePicture: (picture: Uint8Array<ArrayBuffer>) =>
      perform('taking', () => ask('document.takePicture', { picture })),
    /** What was not sent is gone. */
    clear: () => void tell('document.clear', undefined),
    remove: (pageId: string) => perform(null, () => ask('document.removePage', { pageId })),
  };
}
