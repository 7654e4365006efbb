/** Empties what is copied, and on Linux what is merely selected, which the middle button pastes. */
import { clipboard } from 'electron';

type Clearable = { clear(): unknown };

export async function emptyClipboard(): Promise<void> {
  await clipboard.clear();
  if (process.platform !== 'linux') return;
  // Electron 44 made an object of its own of the selection; before, it was a word to say.
  const { selection } = clipboard as { selection?: Clearable };
  if (selection) await selection.clear();
  else Reflect.apply(clipboard.clear, clipboard, ['selection']);
}
