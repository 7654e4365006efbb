/** A scanner in the network as the kiosk sees it: a server that speaks eSCL, with what can go wrong with one. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { startLoopbackServer } from '../loopback-server.ts';
import { readBody } from '../request-body.ts';
import { answerHostileWords, answerPage } from './badly-behaved.ts';
import {
  type AdfState,
  capabilities,
  type Has,
  type JobSettings,
  jobSettings,
  status,
} from './escl-words.ts';
import { type DrawSheet, drawSampleSheet } from './sample-sheet.ts';
import { type ScannerFault, scannerFaultSchema } from './scanner-faults.ts';

export interface SandboxScanner {
  /** Such as `http://127.0.0.1:41234/eSCL`. */
  readonly url: string;
  look(): ScannerLook;
  /** So many sheets lie in the feeder now; with none, the glass is scanned. */
  load(sheets: number): void;
  /** Null: all is well again. */
  setFault(fault: ScannerFault | null): void;
  /** May be called again. */
  stop(): Promise<void>;
}

export interface ScannerLook {
  readonly sheetsInFeeder: number;
  readonly fault: ScannerFault | null;
  /** What it was asked, without the questions about its state: `POST ScanJobs`, … */
  readonly questions: readonly string[];
  readonly jobs: readonly JobSettings[];
  /** A job is under way. */
  readonly isBusy: boolean;
}

interface Job {
  readonly id: number;
  readonly settings: JobSettings;
  sheets: number;
}

const ROOT = '/eSCL/';
const MOST_BYTES = 64 * 1024;
const XML = { 'Content-Type': 'text/xml; charset=utf-8' };
/** Long enough for every client to have given up. */
const SILENCE_MS = 60_000;

export async function startScanner(
  options: { has?: Has; sheetsInFeeder?: number; drawSheet?: DrawSheet } = {},
): Promise<SandboxScanner> {
  const { has = { glass: true, feeder: true }, drawSheet = drawSampleSheet } = options;
  let sheetsInFeeder = options.sheetsInFeeder ?? 0;
  let fault: ScannerFault | null = null;
  let turnedAway = 0;
  let current: Job | null = null;
  let sheetsDone = 0;
  const jobs: JobSettings[] = [];
  const questions: string[] = [];

  const server = await startLoopbackServer(async (request, response, stopping) => {
    const path = decodeURI(request.url ?? '/');
    if (!path.startsWith(ROOT)) return reply(response, 404);
    const [what = '', jobId = '', next = ''] = path.slice(ROOT.length).split('/');
    const question = [request.method, what, ...(next === '' ? [] : [next])].join(' ');
    if (question !== 'GET ScannerStatus' && question !== 'GET ScannerCapabilities') questions.push(question);
    if (fault?.kind === 'silent' && (fault.at === 'words') === (next === '')) return silence(stopping);
    switch (question) {
      case 'GET ScannerCapabilities':
        if (fault?.kind === 'words') return answerHostileWords(fault.content, response, stopping);
        return reply(response, 200, capabilities(has));
      case 'GET ScannerStatus':
        return reply(response, 200, status(...condition()));
      case 'POST ScanJobs':
        return begin(request, response);
      case 'GET ScanJobs NextDocument':
        return handOver(jobId, response, stopping);
      case 'DELETE ScanJobs':
        if (String(current?.id) !== jobId) return reply(response, 404);
        current = null;
        return reply(response, 200);
      default:
        return reply(response, 404);
    }
  });

  return {
    url: `${server.origin}${ROOT.slice(0, -1)}`,
    look: () => ({ sheetsInFeeder, fault, questions, jobs, isBusy: current !== null }),
    load(sheets) {
      sheetsInFeeder = sheets;
    },
    setFault(next) {
      fault = next === null ? null : scannerFaultSchema.parse(next);
      turnedAway = 0;
      sheetsDone = 0;
      if (next === null) current = null;
    },
    stop: () => server.stop(),
  };

  function condition(): Parameters<typeof status> {
    const adf = has.feeder ? adfState() : null;
    if (fault?.kind === 'stopped') return ['Stopped', adf];
    if (fault?.kind === 'processing' && turnAway(fault.times)) return ['Processing', adf];
    return [current ? 'Processing' : 'Idle', adf];
  }

  function adfState(): AdfState {
    if (fault?.kind === 'hatchOpen') return 'ScannerAdfHatchOpen';
    if (isStuck('jam')) return 'ScannerAdfJam';
    if (isStuck('mispick')) return 'ScannerAdfMispick';
    if (current?.settings.source === 'Feeder') return 'ScannerAdfProcessing';
    return sheetsInFeeder > 0 ? 'ScannerAdfLoaded' : 'ScannerAdfEmpty';
  }

  function isStuck(kind: 'jam' | 'mispick'): boolean {
    return fault?.kind === kind && sheetsDone >= fault.afterSheets;
  }

  function turnAway(times: number): boolean {
    turnedAway += 1;
    return turnedAway <= times;
  }

  async function begin(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, MOST_BYTES);
    const settings = body.state === 'read' ? jobSettings(body.text) : null;
    if (fault?.kind === 'busy' && turnAway(fault.times))
      return reply(response, 503, '', { 'Retry-After': '1' });
    if (current) return reply(response, 503, '', { 'Retry-After': '1' });
    if (!settings || !has[settings.source === 'Feeder' ? 'feeder' : 'glass']) return reply(response, 409);
    if (settings.source === 'Feeder' && sheetsInFeeder === 0) return reply(response, 409);
    jobs.push(settings);
    current = { id: jobs.length, settings, sheets: 0 };
    const location = `http://${request.headers.host}${ROOT}ScanJobs/${current.id}`;
    const said = fault?.kind === 'location' ? fault.value : location;
    return reply(response, 201, '', said === null ? {} : { Location: said });
  }

  async function handOver(jobId: string, response: ServerResponse, stopping: AbortSignal): Promise<void> {
    const job = current;
    if (!job || String(job.id) !== jobId) return reply(response, 404);
    if (fault?.kind === 'warmingUp' && turnAway(fault.times)) {
      return reply(response, 503, '', { 'Retry-After': '1' });
    }
    if (isStuck('jam') || isStuck('mispick')) {
      current = null;
      return reply(response, 410);
    }
    const isUnending = fault?.kind === 'page' && fault.content === 'unendingFeeder';
    const isThere = job.settings.source === 'Feeder' ? sheetsInFeeder > 0 || isUnending : job.sheets === 0;
    if (!isThere) {
      current = null;
      return reply(response, 404);
    }
    job.sheets += 1;
    if (job.settings.source === 'Feeder') sheetsInFeeder = Math.max(0, sheetsInFeeder - 1);
    const sheet = Buffer.from(await drawSheet(job.sheets, job.settings));
    sheetsDone += 1;
    return answerPage(fault, { sheet, type: job.settings.format }, response, stopping);
  }
}

function reply(
  response: ServerResponse,
  code: number,
  xml = '',
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(code, { ...(xml === '' ? {} : XML), ...headers }).end(xml);
}

async function silence(stopping: AbortSignal): Promise<void> {
  await delay(SILENCE_MS, undefined, { signal: stopping }).catch(() => undefined);
}
