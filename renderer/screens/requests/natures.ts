/** What a request of somebody who has signed in can be about. Help with the online account has a way of its own. */
import type { LeaseLife } from '../../../preload/contract.ts';
import type { RequestNature } from '../../../preload/request-contract.ts';
import { REQUEST_NATURES } from '../../../preload/request-subjects.ts';

/** Whoever has left still asks for a paper, for a sum, for the deposit; nothing is mended any more where they lived. */
const AFTERWARDS: readonly RequestNature[] = ['administrative', 'question'];

const MEANWHILE = REQUEST_NATURES.filter((nature) => nature !== 'onlineAccount');

export function naturesFor(life: LeaseLife): readonly RequestNature[] {
  return life === 'former' ? AFTERWARDS : MEANWHILE;
}
