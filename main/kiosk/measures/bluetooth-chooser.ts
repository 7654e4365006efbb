/** No page gets a Bluetooth device. Electron asks it of the page, and unanswered takes the first one that it finds. */
import type { App } from 'electron';
import { everyPage } from '../every-page.ts';
import type { Measure, OnAttempt } from '../measure.ts';

export function bluetoothChooser(app: Pick<App, 'on' | 'off'>, onAttempt: OnAttempt): Measure {
  const pages = everyPage(app, (contents) => {
    const chooseNone = (
      event: { preventDefault(): void },
      _devices: unknown,
      choose: (deviceId: string) => void,
    ): void => {
      event.preventDefault();
      onAttempt('device');
      choose('');
    };
    contents.on('select-bluetooth-device', chooseNone);
    return () => void contents.off('select-bluetooth-device', chooseNone);
  });
  return { name: 'bluetooth chooser', apply: pages.start, undo: pages.stop };
}
