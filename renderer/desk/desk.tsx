/** What a member of staff at the desk has before them: who calls, and then the one person whom they guide. */
import { type FormEvent, useEffect, useEffectEvent, useState } from 'react';
import { Guiding } from './guiding.tsx';
import {
  type DeskSession,
  type HelpCall,
  join,
  listHelpCalls,
  signOut,
  type Trouble,
  tellOfHelpCall,
} from './landlord.ts';
import type { Joined } from './relay.ts';
import { SignIn } from './sign-in.tsx';
import { screenWord, words } from './words.ts';

const LOOK_EVERY_MS = 3_000;

export function Desk() {
  const [session, setSession] = useState<DeskSession | null>(null);
  const [reason, setReason] = useState<Trouble | null>(null);
  const [joined, setJoined] = useState<Joined | null>(null);
  if (joined) return <Guiding key={joined.id} joined={joined} onDone={() => setJoined(null)} />;
  if (!session) return <SignIn reason={reason} onSignedIn={setSession} />;
  return (
    <Start
      session={session}
      onJoined={setJoined}
      onSignedOut={(why) => {
        setReason(why);
        setSession(null);
      }}
    />
  );
}

function Start({
  session,
  onJoined,
  onSignedOut,
}: {
  session: DeskSession;
  onJoined(joined: Joined): void;
  onSignedOut(why: Trouble | null): void;
}) {
  const [code, setCode] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { calls, look } = useHelpCalls(session, () => onSignedOut('signedOut'));

  const say = (told: Trouble | null) => {
    if (told === 'signedOut') onSignedOut(told);
    else setTrouble(told);
  };
  const begin = async (by: Parameters<typeof join>[1]) => {
    setTrouble(null);
    const answer = await join(session, by);
    if (typeof answer === 'string') say(answer);
    else onJoined(answer);
  };
  const tell = async (id: string, what: 'takings' | 'closings') => {
    say(await tellOfHelpCall(session, id, what));
    look();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void begin({ pairingCode: code });
  };

  return (
    <main className="start">
      <header className="start__head">
        <h1>{words.title}</h1>
        <p>
          {words.signedInAs} <b>{session.staffMember.displayName}</b>
        </p>
        <button
          type="button"
          className="quiet"
          onClick={() => {
            void signOut(session);
            onSignedOut(null);
          }}
        >
          {words.signOut}
        </button>
      </header>
      <form onSubmit={submit} className="start__code" autoComplete="off">
        <label htmlFor="code">{words.codeLabel}</label>
        <input
          id="code"
          value={code}
          inputMode="numeric"
          maxLength={6}
          onChange={({ target }) => setCode(target.value.replace(/\D/g, ''))}
        />
        <button type="submit" disabled={code.length !== 6}>
          {words.join}
        </button>
      </form>
      {trouble && <p role="alert">{words[trouble]}</p>}
      <h2>{words.waitingTitle}</h2>
      {calls === null && <p role="status">{words.noAnswer}</p>}
      {calls?.length === 0 && <p>{words.nobody}</p>}
      <ul className="start__waiting">
        {calls?.map((call) => (
          <li key={call.id}>
            <p>
              <b>
                {words.kiosk} {call.kioskId}
              </b>
              <br />
              {words.screen} {screenWord(call.screen)}
              <br />
              {words.since} {timeOf(call.calledAt)} · {call.state === 'taken' ? words.onTheWay : words.waits}
            </p>
            <div className="start__actions">
              <button type="button" onClick={() => void begin({ helpCallId: call.id })}>
                {words.take}
              </button>
              {call.state === 'waiting' && (
                <button type="button" className="quiet" onClick={() => void tell(call.id, 'takings')}>
                  {words.go}
                </button>
              )}
              <button type="button" className="quiet" onClick={() => void tell(call.id, 'closings')}>
                {words.done}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** `calls`: null while nobody answers; those that were there are not shown then, for nobody knows of them. */
function useHelpCalls(
  session: DeskSession,
  onSignedOut: () => void,
): { calls: readonly HelpCall[] | null; look(): void } {
  const [calls, setCalls] = useState<readonly HelpCall[] | null>([]);
  const [wished, setWished] = useState(0);
  const leave = useEffectEvent(onSignedOut);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish is to look at once
  useEffect(() => {
    let timer: number;
    const stopping = new AbortController();
    const look = async () => {
      const found = await listHelpCalls(session, stopping.signal);
      if (stopping.signal.aborted) return;
      if (found === 'signedOut') {
        leave();
        return;
      }
      setCalls(found);
      timer = window.setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    void look();
    return () => {
      stopping.abort();
      clearTimeout(timer);
    };
  }, [session, wished]);
  return { calls, look: () => setWished((before) => before + 1) };
}

function timeOf(instant: string): string {
  return new Intl.DateTimeFormat(words.locale, { hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
}
