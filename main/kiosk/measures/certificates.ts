/** A server whose certificate is wrong is not spoken to, and nobody is asked which certificate to show it. */
import type { App } from 'electron';
import type { Log } from '../../log/log.ts';
import type { Measure } from '../measure.ts';

interface Question {
  preventDefault(): void;
}

export function certificates(app: Pick<App, 'on' | 'off'>, log: Log): Measure {
  const refuseServer = (
    event: Question,
    _contents: unknown,
    _url: string,
    error: string,
    _certificate: unknown,
    trust: (isTrusted: boolean) => void,
  ): void => {
    event.preventDefault();
    log.warn('certificate.refused', { error });
    trust(false);
  };
  const showNone = (
    event: Question,
    _contents: unknown,
    _url: string,
    _certificates: unknown,
    show: () => void,
  ): void => {
    event.preventDefault();
    show();
  };

  return {
    name: 'certificates',
    apply() {
      app.on('certificate-error', refuseServer);
      app.on('select-client-certificate', showNone);
    },
    undo() {
      app.off('certificate-error', refuseServer);
      app.off('select-client-certificate', showNone);
    },
  };
}
