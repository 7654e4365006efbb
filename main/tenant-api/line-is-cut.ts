import type { ErrorCode, Failure } from '../../preload/contract.ts';

const LINE_IS_CUT: readonly ErrorCode[] = ['API_UNREACHABLE', 'API_TIMEOUT'];

/** Nothing is wrong with what was asked, and nobody was there to answer. */
export function isLineCut({ code }: Failure): boolean {
  return LINE_IS_CUT.includes(code);
}
