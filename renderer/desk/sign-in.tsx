/** Who sits at the desk: under their name people are asked whether they accept to be guided. */
import { type FormEvent, useState } from 'react';
import { type DeskSession, signIn, type Trouble } from './landlord.ts';
import { words } from './words.ts';

export function SignIn({
  reason,
  onSignedIn,
}: {
  /** Why somebody who was signed in is here again. */
  reason: Trouble | null;
  onSignedIn(session: DeskSession): void;
}) {
  const [userName, setUserName] = useState('');
  const [pin, setPin] = useState('');
  const [trouble, setTrouble] = useState(reason);
  const [isAsking, setIsAsking] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsAsking(true);
    const answer = await signIn({ userName: userName.trim().toLowerCase(), pin });
    setIsAsking(false);
    setPin('');
    if (typeof answer === 'string') setTrouble(answer);
    else onSignedIn(answer);
  };

  return (
    <main className="start">
      <h1>{words.title}</h1>
      <p>{words.signInLead}</p>
      {trouble && <p role="alert">{words[trouble]}</p>}
      <form onSubmit={(event) => void submit(event)} className="start__sign-in" autoComplete="off">
        <label htmlFor="user-name">{words.userName}</label>
        <input
          id="user-name"
          value={userName}
          maxLength={40}
          autoCapitalize="none"
          spellCheck={false}
          onChange={({ target }) => setUserName(target.value)}
        />
        <label htmlFor="pin">{words.pin}</label>
        <input
          id="pin"
          type="password"
          value={pin}
          inputMode="numeric"
          maxLength={8}
          onChange={({ target }) => setPin(target.value.replace(/\D/g, ''))}
        />
        <button type="submit" disabled={isAsking || userName.trim() === '' || pin.length < 4}>
          {words.signIn}
        </button>
      </form>
    </main>
  );
}
