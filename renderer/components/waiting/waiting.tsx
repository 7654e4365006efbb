/** A wait: nothing for a moment, then what we wait for, then why, then that one may leave. */
import './waiting.css';
import { Hourglass } from 'lucide-react';
import { useWaitingStage } from '../../app/waiting-stage.ts';

export interface WaitingProps {
  /** After 0.3 s. */
  text: string;
  /** After 2 s. */
  explanation: string;
  /** After 10 s; the ways to leave it names are on the screen anyway. */
  longText: string;
}

export function Waiting({ text, explanation, longText }: WaitingProps) {
  const stage = useWaitingStage();
  return (
    <div className="waiting" role="status">
      {stage !== 'hidden' && (
        <>
          <Hourglass className="waiting__icon" aria-hidden />
          <div>
            <p className="waiting__text">{text}</p>
            {stage === 'explained' && <p>{explanation}</p>}
            {stage === 'leavable' && <p>{longText}</p>}
          </div>
        </>
      )}
    </div>
  );
}
