import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from './project.mjs';

/** What is kept of a program's output: enough for the last errors, not for a flood. */
const KEPT_OUTPUT_CHARACTERS = 8_000;

/**
 * Runs a program to its end and keeps quiet about it: what it wrote is for whoever has to explain a failure.
 * @param {string} program
 * @param {readonly string[]} programArguments
 * @param {{ folder?: string, environment?: NodeJS.ProcessEnv, timeoutSeconds: number }} options
 * @returns {Promise<{ ok: boolean, output: string }>} `output` is the end of what it wrote
 */
export function runQuietly(program, programArguments, { folder = projectRoot, environment, timeoutSeconds }) {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, {
      cwd: folder,
      env: environment ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString()).slice(-KEPT_OUTPUT_CHARACTERS);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);

    const timer = setTimeout(() => {
      keep(Buffer.from(`\nended after ${timeoutSeconds} s without a result`));
      child.kill('SIGKILL');
    }, timeoutSeconds * 1_000);

    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ ok: false, output: error.message });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ ok: code === 0, output: stripVTControlCharacters(output).trim() });
    });
  });
}
