import { useEffect, useState } from 'react';
import type { Failure, Result } from '../../../preload/contract.ts';
import type { DocumentInHand, TakenFiles } from '../../../preload/document-contract.ts';
import { ask, tell } from '../../app/kiosk.ts';

export type DocumentWork = 'scanning' | 'taking' | 'sending';

export interface DocumentState {
  pages: DocumentInHand['pages'];
  /** What is being done now. */
  work: DocumentWork | null;
  /** Pages of the scan that is under way. */
  scannedPages: number;
  /** The scan that is under way is to end. */
  isStopping: boolean;
  /** Why the last thing was not done. */
  refusal: Failure | null;
  /** Pages that came before it was not. */
  keptPages: number;
  /** Of the files that the telephone sent: those that were not taken. */
  refusedFiles: TakenFiles['refused'];
}

const RESTING = {
  work: null,
  scannedPages: 0,
  isStopping: false,
  refusal: null,
  keptPages: 0,
  refusedFiles: [],
};
const NOTHING: DocumentState = { pages: [], ...RESTING };

/** The pages that main holds for this person, and what adds to them. */
export function useDocument() {
  const [state, setState] = useState(NOTHING);

  useEffect(() => {
    void ask('document.read', undefined).then((answer) => {
      if (answer.ok) setState((before) => ({ ...before, pages: answer.value.pages }));
    });
  }, []);

  useEffect(
    () =>
      window.kiosk.on('document.scanned', ({ pageCount }) =>
        setState((before) => ({ ...before, scannedPages: pageCount })),
      ),
    [],
  );

  async function perform(
    work: DocumentWork | null,
    wish: () => Promise<Result<DocumentInHand | TakenFiles>>,
  ): Promise<void> {
    setState((before) => ({ ...before, ...RESTING, work }));
    const answer = await wish();
    if (answer.ok) {
      const refusedFiles = 'refused' in answer.value ? answer.value.refused : [];
      return setState({ ...RESTING, pages: answer.value.pages, refusedFiles });
    }
    // What a scanner read before it failed is there all the same.
    const held = work === 'scanning' ? await ask('document.read', undefined) : null;
    setState(({ pages: before }) => {
      const pages = held?.ok ? held.value.pages : before;
      return { ...RESTING, pages, refusal: answer.error, keptPages: pages.length - before.length };
    });
  }

  return {
    state,
    scan: () => perform('scanning', () => ask('document.scan', undefined)),
    stopScan() {
      setState((before) => ({ ...before, isStopping: true }));
      void tell('document.callOff', undefined);
    },
    takeFromKey: (fileId: string) => perform('taking', () => ask('document.takeFromKey', { fileId })),
    takePicture: (picture: Uint8Array<ArrayBuffer>) =>
      perform('taking', () => ask('document.takePicture', { picture })),
    takeFromPhone: () => perform('taking', () => ask('document.takeFromPhone', undefined)),
    /** What was not sent is gone. */
    clear: () => void tell('document.clear', undefined),
    remove: (pageId: string) => perform(null, () => ask('document.removePage', { pageId })),
  };
}
