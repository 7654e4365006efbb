/** No page gets a device of the machine by USB, HID or a serial line: readers and terminals belong to main. */
import type { Session } from 'electron';
import type { Measure, OnAttempt } from '../measure.ts';

interface Choice {
  preventDefault(): void;
}

export function deviceChoosers(session: Pick<Session, 'on' | 'off'>, onAttempt: OnAttempt): Measure {
  const refuse = (event: Choice): void => {
    event.preventDefault();
    onAttempt('device');
  };
  const chooseNone = (event: Choice, _details: unknown, choose: (id?: string) => void): void => {
    refuse(event);
    choose();
  };
  const chooseNoPort = (
    event: Choice,
    _ports: unknown,
    _contents: unknown,
    choose: (portId: string) => void,
  ): void => {
    refuse(event);
    choose('');
  };

  return {
    name: 'device choosers',
    apply() {
      session.on('select-hid-device', chooseNone);
      session.on('select-usb-device', chooseNone);
      session.on('select-serial-port', chooseNoPort);
    },
    undo() {
      session.off('select-hid-device', chooseNone);
      session.off('select-usb-device', chooseNone);
      session.off('select-serial-port', chooseNoPort);
    },
  };
}
