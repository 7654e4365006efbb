import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Certificate {
  key: Buffer;
  certificate: Buffer;
}

export const certificateFile = (folder: string): string => join(folder, 'certificate.pem');

const keyFile = (folder: string): string => join(folder, 'key.pem');
const DAYS = '30';

/** The terminal's own, made when it is switched on for the first time; only loopback addresses and its name are in it. */
export async function certificateOf(folder: string, poiId: string): Promise<Certificate> {
  if (!existsSync(certificateFile(folder))) await make(folder, nameOf(poiId));
  const [key, certificate] = await Promise.all([
    readFile(keyFile(folder)),
    readFile(certificateFile(folder)),
  ]);
  return { key, certificate };
}

/** The name that the terminals' maker certifies. */
function nameOf(poiId: string): string {
  return `${poiId}.test.terminal.adyen.com`;
}

async function make(folder: string, name: string): Promise<void> {
  const unfinished = `${certificateFile(folder)}.new`;
  await run('openssl', [
    ...['req', '-x509', '-nodes', '-days', DAYS, '-subj', `/CN=${name}`],
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
    ...['-addext', `subjectAltName=DNS:${name},DNS:localhost,IP:127.0.0.1`],
    ...['-keyout', keyFile(folder), '-out', unfinished],
  ]);
  await rename(unfinished, certificateFile(folder));
}
