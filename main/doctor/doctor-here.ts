/** The doctor in the kiosk's own program: before any window is opened, and on a machine without a display. */
import { join } from 'node:path';
import { app } from 'electron';
import { loadConfig } from '../config/load-config.ts';
import { silentLog } from '../log/log.ts';
import { runDoctor } from './doctor.ts';

export function runDoctorHere(words: readonly string[]): Promise<number> {
  return runDoctor(words, {
    kiosk: () => ({
      loaded: loadConfig(join(app.getAppPath(), 'kiosk-config/default.json'), process.env.KIOSK_CONFIG_FILE),
      dataFolder: process.env.KIOSK_DATA_FOLDER ?? app.getPath('userData'),
      running: { app: app.getVersion(), isPackaged: app.isPackaged, versions: process.versions },
      log: silentLog,
    }),
    input: process.stdin,
    tell: (text) => write(process.stdout, text),
    tellAside: (text) => write(process.stderr, text),
  });
}

/** The program ends right after: what is still on its way would be lost. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
