import './balance-sentence.css';
import type { Account } from '../../../preload/contract.ts';
import { useBalanceWords } from './balance-words.ts';

export function BalanceSentence({ balanceCents }: { balanceCents: number }) {
  return useBalanceWords().balance(balanceCents);
}

/** What is owed as far as it is booked, and what was paid since: both, so that neither seems lost. */
export function SituationSentences({ account }: { account: Account }) {
  const { balance, recording } = useBalanceWords();
  const paid = recording(account.beingRecorded);
  return (
    <>
      {balance(account.balanceCents)}
      {paid && <span className="balance-recording">{paid}</span>}
    </>
  );
}
