/**
 * What Windows itself knows of a printer and of its queue, asked through System.Printing: Electron, which prints, no
 * longer tells anything of a printer's state. How much there is to know is up to each printer's driver; many
 * say nothing, and then "nothing is wrong" means no more than that nobody has said so.
 */
import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import * as z from 'zod';
import type { PrinterNeed } from '../../printer.ts';

export interface WindowsQueue {
  /** Null when Windows does not say, or not in time. */
  look(printerName: string): Promise<QueueLook | null>;
  /** Takes the documents of this title out of the queue. What the printer has got already may still come out. */
  cancel(printerName: string, title: string): Promise<void>;
}

export interface QueueLook {
  readonly need: PrinterNeed | null;
  readonly paper: 'empty' | 'unknown';
  readonly isTonerLow: boolean;
  /** Of the documents that wait in it or are on their way to the printer. */
  readonly titles: readonly string[];
}

/** PRINTER_STATUS_… of MS-RPRN, 2.2.3.12; System.Printing's `PrintQueueStatus` has the same. The first that is set counts. */
const NEEDS: readonly (readonly [bit: number, need: PrinterNeed])[] = [
  [0x0000_0080, 'offline'],
  [0x0000_1000, 'offline'],
  [0x0000_0008, 'jam'],
  [0x0040_0000, 'door'],
  [0x0000_0010, 'paper'],
  [0x0000_0020, 'paper'],
  [0x0000_0040, 'paper'],
  [0x0004_0000, 'toner'],
  [0x0000_0800, 'full'],
  [0x0000_0001, 'held'],
  [0x0010_0000, 'other'],
  [0x0000_0002, 'other'],
];
const PAPER_OUT = 0x0000_0010;
const TONER_LOW = 0x0002_0000;

const POWERSHELL = 'System32\\WindowsPowerShell\\v1.0\\powershell.exe';
/** A check of a printer is promised within 5 s. */
const PATIENCE_MS = 4_000;

/** Names come through the environment: nothing of them is ever taken for a part of the script. */
const QUEUE =
  '[Console]::OutputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Printing; ' +
  '$queue = (New-Object System.Printing.LocalPrintServer).GetPrintQueue($env:KIOSK_PRINTER); $queue.Refresh(); ';
const LOOK = `${QUEUE}ConvertTo-Json -Compress -InputObject @{ status = [int]$queue.QueueStatus; titles = @($queue.GetPrintJobInfoCollection() | ForEach-Object { $_.Name }) }`;
const CANCEL = `${QUEUE}$queue.GetPrintJobInfoCollection() | Where-Object { $_.Name -ceq $env:KIOSK_DOCUMENT } | ForEach-Object { $_.Cancel() }`;

const answerSchema = z.object({ status: z.int(), titles: z.array(z.string()) });

/** Resolves with what the script printed; null when it failed, or not in time. */
export type RunScript = (script: string, names: Readonly<Record<string, string>>) => Promise<string | null>;

export function createWindowsQueue(run: RunScript = runPowershell): WindowsQueue {
  return {
    async look(printerName) {
      const told = await run(LOOK, { KIOSK_PRINTER: printerName });
      return told === null ? null : readLook(told);
    },
    async cancel(printerName, title) {
      await run(CANCEL, { KIOSK_PRINTER: printerName, KIOSK_DOCUMENT: title });
    },
  };
}

function readLook(told: string): QueueLook | null {
  const answer = answerSchema.safeParse(parsed(told));
  if (!answer.success) return null;
  const { status, titles } = answer.data;
  return {
    need: NEEDS.find(([bit]) => (status & bit) !== 0)?.[1] ?? null,
    paper: (status & PAPER_OUT) === 0 ? 'unknown' : 'empty',
    isTonerLow: (status & TONER_LOW) !== 0,
    titles,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function runPowershell(script: string, names: Readonly<Record<string, string>>): Promise<string | null> {
  const program = win32.join(process.env.SystemRoot ?? 'C:\\Windows', POWERSHELL);
  return new Promise((resolve) => {
    execFile(
      program,
      ['-NoProfile', '-NonInteractive', '-Command', script],
      { env: { ...process.env, ...names }, timeout: PATIENCE_MS, windowsHide: true, encoding: 'utf8' },
      (error, told) => resolve(error ? null : told),
    );
  });
}
