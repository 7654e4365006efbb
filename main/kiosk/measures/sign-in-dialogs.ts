/** No server or proxy has the browser ask for a name and a password: people sign in on the kiosk's own screen only. */
import type { App, WebContents } from 'electron';
import type { Log } from '../../log/log.ts';
import type { Measure, OnAttempt } from '../measure.ts';

/** @param isOther of a partner site's page: it is refused, too, but what a site asks for is no attempt of a person's */
export function signInDialogs(
  app: Pick<App, 'on' | 'off'>,
  log: Log,
  onAttempt: OnAttempt,
  isOther: (contents: WebContents) => boolean = () => false,
): Measure {
  const refuse = (
    event: { preventDefault(): void },
    contents: WebContents | null,
    _details: unknown,
    _asker: unknown,
    answer: (name?: string, password?: string) => void,
  ): void => {
    event.preventDefault();
    log.warn('sign-in-dialog.refused');
    if (!contents || !isOther(contents)) onAttempt('signInDialog');
    // Without a name the request is called off.
    answer();
  };

  return {
    name: 'sign-in dialogs',
    apply: () => void app.on('login', refuse),
    undo: () => void app.off('login', refuse),
  };
}
