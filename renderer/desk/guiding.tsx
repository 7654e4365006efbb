/** One person who is guided: their masked screen, and what can be shown, suggested and said to them. */
import { type FormEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { ToDeskFrame } from '../../preload/guide-contract.ts';
import { GUIDE_PAGES, type GuidePage } from '../../preload/guide-pages.ts';
import { createPicture, type Picture } from './picture.ts';
import { type Joined, openRelay, type Relay } from './relay.ts';
import { pages, sentences, words } from './words.ts';

/** As the contract has it. */
const WORDS_MAX = 200;
const POINT_EVERY_MS = 60;

type Phase = 'asking' | 'live' | 'alone' | 'over';

interface Line {
  readonly key: number;
  readonly who: string;
  readonly text: string;
}

export function Guiding({ joined, onDone }: { joined: Joined; onDone(): void }) {
  const place = useRef<HTMLDivElement>(null);
  const picture = useRef<Picture | null>(null);
  const relay = useRef<Relay | null>(null);
  const [phase, setPhase] = useState<Phase>('asking');
  const [lost, setLost] = useState<'lineLost' | 'kioskAway' | null>(null);
  const [log, setLog] = useState<readonly Line[]>([]);
  const note = useCallback(
    (who: string, text: string) => setLog((before) => [...before, { key: before.length, who, text }]),
    [],
  );

  useEffect(() => {
    if (!place.current) return;
    const drawn = createPicture(place.current);
    picture.current = drawn;
    const hear = (frame: ToDeskFrame) => {
      switch (frame.type) {
        case 'accepted':
          return setPhase('live');
        case 'mirror':
          // Nothing is drawn before the person's yes, nor after it is over.
          setPhase((before) => (before === 'over' ? before : 'live'));
          return drawn.draw(frame.events);
        case 'alone':
          return setPhase((before) => (before === 'over' ? before : frame.isAlone ? 'alone' : 'live'));
        case 'touch':
          return drawn.flash(frame.node);
        case 'kiosk':
          return setLost(frame.isThere ? null : 'kioskAway');
        case 'sentence':
          return note(words.person, sentences[frame.sentence]);
        case 'words':
          return note(words.person, frame.text);
        case 'suggestion':
          return note(words.person, `${pages[frame.page]} — ${words[frame.answer]}`);
        default:
          return;
      }
    };
    const opened = openRelay(joined, {
      frame: hear,
      line: (isThere) => {
        setLost(isThere ? null : 'lineLost');
        if (isThere) opened.send({ type: 'again' });
      },
      over: () => setPhase('over'),
    });
    relay.current = opened;
    window.addEventListener('resize', drawn.fill);
    return () => {
      window.removeEventListener('resize', drawn.fill);
      opened.close();
      drawn.destroy();
    };
  }, [joined, note]);

  // What cannot be seen to be as it is now is not shown.
  const isLive = phase === 'live' && lost === null;
  return (
    <main className="guiding">
      <section className="guiding__screen" aria-label={words.live}>
        <p className="guiding__state" role="status">
          {lost && phase !== 'over' ? words[lost] : words[phase]}
        </p>
        <div className={`guiding__place ${isLive ? '' : 'guiding__place--covered'}`}>
          <div ref={place} className="guiding__picture" />
          {isLive && <Glass picture={picture} relay={relay} />}
        </div>
      </section>
      <aside className="guiding__tools">
        {phase === 'over' ? (
          <button type="button" onClick={onDone}>
            {words.another}
          </button>
        ) : (
          <>
            <Tools isLive={isLive} isThere={lost === null && phase !== 'asking'} relay={relay} note={note} />
            <button
              type="button"
              className="guiding__end"
              onClick={() => {
                relay.current?.close();
                onDone();
              }}
            >
              {words.end}
            </button>
          </>
        )}
        <h2>{words.log}</h2>
        <ol className="guiding__log" aria-live="polite">
          {log.map(({ key, who, text }) => (
            <li key={key}>
              <b>{who}</b> {text}
            </li>
          ))}
        </ol>
      </aside>
    </main>
  );
}

interface Held<Thing> {
  readonly current: Thing | null;
}

/** Over the picture: where the mouse is, is pointed at; what is pressed gets a frame at the kiosk, and no more. */
function Glass({ picture, relay }: { picture: Held<Picture>; relay: Held<Relay> }) {
  const pointedAtMs = useRef(0);
  const point = ({ clientX, clientY }: PointerEvent) => {
    const now = performance.now();
    if (now - pointedAtMs.current < POINT_EVERY_MS) return;
    pointedAtMs.current = now;
    const at = picture.current?.at(clientX, clientY);
    if (at) relay.current?.send({ type: 'pointer', ...at });
  };
  const frame = ({ clientX, clientY }: PointerEvent) => {
    const at = picture.current?.at(clientX, clientY);
    relay.current?.send({ type: 'highlight', node: at?.node ?? null });
  };
  return <div className="guiding__glass" onPointerMove={point} onPointerDown={frame} />;
}

function Tools({
  isLive,
  isThere,
  relay,
  note,
}: {
  isLive: boolean;
  /** Before they have accepted, and while the line is cut, nothing that is said is heard. */
  isThere: boolean;
  relay: Held<Relay>;
  note(who: string, text: string): void;
}) {
  const [page, setPage] = useState<GuidePage>('home');
  const [text, setText] = useState('');
  const suggest = (event: FormEvent) => {
    event.preventDefault();
    relay.current?.send({ type: 'suggest', page });
    note(words.you, `${words.suggested}: ${pages[page]}`);
  };
  const write = (event: FormEvent) => {
    event.preventDefault();
    const line = text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
    if (line === '') return;
    relay.current?.send({ type: 'words', text: line });
    note(words.you, line);
    setText('');
  };

  return (
    <>
      <p>{words.pointHint}</p>
      <button
        type="button"
        disabled={!isLive}
        onClick={() => relay.current?.send({ type: 'highlight', node: null })}
      >
        {words.clear}
      </button>
      <form onSubmit={suggest}>
        <label htmlFor="page">{words.suggest}</label>
        <select id="page" value={page} onChange={({ target }) => setPage(target.value as GuidePage)}>
          {GUIDE_PAGES.map((name) => (
            <option key={name} value={name}>
              {pages[name]}
            </option>
          ))}
        </select>
        <button type="submit" disabled={!isLive}>
          {words.suggestSend}
        </button>
      </form>
      <form onSubmit={write} autoComplete="off">
        <label htmlFor="words">{words.write}</label>
        <input
          id="words"
          value={text}
          maxLength={WORDS_MAX}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" disabled={!isThere}>
          {words.send}
        </button>
      </form>
    </>
  );
}
