// Starts one demo province for all tests, in a folder that goes away with it.
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const binary = process.env.SANVIEC_BIN ?? resolve(__dirname, '../../../target/debug/sanviec');
// Seeding the province in a build without optimisation is what takes this long.
const patience = 180_000;

export default async function start(): Promise<() => Promise<void>> {
  // A demo that runs already can be tested as it is.
  if (process.env.SANVIEC_URL) return async () => {};
  const demo = await run();
  process.env.SANVIEC_URL = demo.url;
  return demo.stop;
}

/** Whether there is a program to start a demo with. */
export const canRun = (): boolean => existsSync(binary);

/** A demo of its own, with these options, until it is stopped. */
export const run = (...options: string[]): Promise<{ url: string; stop: () => Promise<void> }> => runAt('127.0.0.1:0', ...options);

/** The same at an address of one's choice. */
export async function runAt(listen: string, ...options: string[]): Promise<{ url: string; stop: () => Promise<void> }> {
  if (!canRun()) throw new Error(`${binary} is not there: cargo build --package sanviec-web, or name it in SANVIEC_BIN`);
  const folder = mkdtempSync(join(tmpdir(), 'sanviec-browser-'));
  const log = join(folder, 'log');
  const demo = spawn(binary, ['demo', '--dir', join(folder, 'demo'), '--listen', listen, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  demo.stderr.pipe(createWriteStream(log));
  const stop = async () => {
    await end(demo);
    rmSync(folder, { recursive: true, force: true });
  };
  // Whatever ends the run ends the demo.
  process.once('exit', () => demo.kill('SIGKILL'));
  try {
    const began = Date.now();
    const address = await printed(demo);
    await answers(`${address}viec-lam`, began + patience);
    console.log(`demo answers at ${address} after ${((Date.now() - began) / 1000).toFixed(1)} s`);
    return { url: address.replace(/\/$/, ''), stop };
  } catch (error) {
    await end(demo);
    throw new Error(`the demo did not start: ${error}; the end of its log:\n${readFileSync(log, 'utf8').slice(-2_000)}`);
  }
}

/** The address the program prints on a line of its own. */
function printed(demo: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    setTimeout(() => failed(new Error('no address was printed')), patience).unref();
    demo.once('error', failed);
    demo.once('exit', (code) => failed(new Error(`it ended with ${code}`)));
    createInterface({ input: demo.stdout! }).on('line', (line) => {
      const address = /http:\/\/(?:127\.0\.0\.1|localhost):\d+\//.exec(line);
      if (address) found(address[0]);
    });
  });
}

async function answers(url: string, until: number): Promise<void> {
  while (Date.now() < until) {
    const status = await fetch(url).then((answer) => answer.status, () => 0);
    if (status === 200) return;
    if (status >= 400) throw new Error(`${url} answered ${status}`);
    await new Promise((wait) => setTimeout(wait, 200));
  }
  throw new Error(`${url} did not answer`);
}

async function end(demo: ChildProcess): Promise<void> {
  if (demo.exitCode !== null || demo.signalCode !== null) return;
  const ended = new Promise((gone) => demo.once('exit', gone));
  demo.kill('SIGTERM');
  const late = setTimeout(() => demo.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(late);
}
