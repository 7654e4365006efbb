import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The names of what the printer took, the oldest first. */
export async function listDocuments(printedFolder: string): Promise<string[]> {
  const found = await readdir(printedFolder, { withFileTypes: true });
  return found
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

/** Null for a name that is not in the list: so no name leads out of the folder, whatever is written in it. */
export async function readDocument(printedFolder: string, name: string): Promise<Buffer | null> {
  const names = await listDocuments(printedFolder);
  return names.includes(name) ? readFile(join(printedFolder, name)) : null;
}
