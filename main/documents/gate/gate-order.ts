import type { Result } from '../../../preload/contract.ts';

/** A page as it was drawn anew. */
export interface RebuiltPage {
  readonly jpeg: Uint8Array<ArrayBuffer>;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** What a thread of the gate is started with. It answers once and is ended. */
export type GateOrder =
  | { readonly work: 'rebuild'; readonly file: Uint8Array }
  | { readonly work: 'count'; readonly file: Uint8Array }
  | { readonly work: 'bind'; readonly pages: readonly RebuiltPage[] };

export type GateAnswer = Result<{ pages: RebuiltPage[] } | { pageCount: number } | { pdf: Uint8Array }>;
