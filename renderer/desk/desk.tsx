/** What a member of staff at the desk has before them: who calls, and then the one person whom they guide. */
import { type FormEvent, useEffect, useState } from 'react';
import { Guiding } from './guiding.tsx';
import type { Joined } from './relay.ts';
import { screenWord, words } from './words.ts';

const LOOK_EVERY_MS = 3_000;

interface Waiting {
  readonly id: string;
  readonly kioskId: string;
  readonly screen: string;
}

type Trouble = 'unknown' | 'delayed' | 'unreachable';

export function Desk() {
  const [joined, setJoined] = useState<Joined | null>(null);
  if (joined) return <Guiding key={joined.id} joined={joined} onDone={() => setJoined(null)} />;
  return <Start onJoined={setJoined} />;
}

function Start({ onJoined }: { onJoined(joined: Joined): void }) {
  const [code, setCode] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const waiting = useWaiting();

  const join = async (by: { pairingCode: string } | { helpCallId: string }) => {
    setTrouble(null);
    const answer = await ask(by);
    if (typeof answer === 'string') setTrouble(answer);
    else onJoined(answer);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void join({ pairingCode: code });
  };

  return (
    <main className="start">
      <h1>{words.title}</h1>
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
      {waiting.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <ul className="start__waiting">
          {waiting.map(({ id, kioskId, screen }) => (
            <li key={id}>
              <span>
                {words.kiosk} {kioskId}
              </span>
              <span>
                {words.screen}: {screenWord(screen)}
              </span>
              <button type="button" onClick={() => void join({ helpCallId: id })}>
                {words.take}
              </button>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}

function useWaiting(): readonly Waiting[] {
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  useEffect(() => {
    let timer: number;
    const stopping = new AbortController();
    const look = async () => {
      const items = await fetch('help-calls', { signal: stopping.signal }).then(
        async (answer) => (answer.ok ? ((await answer.json()) as { items: Waiting[] }).items : null),
        () => null,
      );
      if (stopping.signal.aborted) return;
      if (items) setWaiting(items);
      timer = window.setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    void look();
    return () => {
      stopping.abort();
      clearTimeout(timer);
    };
  }, []);
  return waiting;
}

async function ask(by: object): Promise<Joined | Trouble> {
  const answer = await fetch('guide-sessions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(by),
  }).catch(() => null);
  if (answer?.status === 201) return (await answer.json()) as Joined;
  if (answer?.status === 404) return 'unknown';
  return answer?.status === 429 ? 'delayed' : 'unreachable';
}
