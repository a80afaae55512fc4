import { mkdirSync, openSync, closeSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A holder renews its lock this often; one that was not renewed for `staleAfter` has no holder any more. In milliseconds. */
const renewEvery = 2_000;
const staleAfter = 30_000;

const modifiedAt = file => {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return undefined;
  }
};

const isAlive = pid => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const readHolder = file => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/** A lock is stale when its process is gone, or, where that cannot be seen (another machine, an unfinished write), when nobody renews it. */
const isStale = file => {
  const modified = modifiedAt(file);
  if (modified === undefined) return false;
  const holder = readHolder(file);
  if (holder?.host === hostname() && !isAlive(holder.pid)) return true;
  return Date.now() - modified > staleAfter;
};

const tryCreate = file => {
  try {
    const descriptor = openSync(file, 'wx');
    writeFileSync(descriptor, JSON.stringify({ pid: process.pid, host: hostname() }));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
};

/** Only one process may take a stale lock away, or the second would take away what the first has just made. */
const removeStale = file => {
  const turn = `${file}.takeover`;
  if (!tryCreate(turn)) {
    if (isStale(turn)) rmSync(turn, { force: true });
    return;
  }
  if (isStale(file)) rmSync(file, { force: true });
  rmSync(turn, { force: true });
};

/**
 * Runs `work` while holding a lock file; waits for its present holder first.
 *
 * @template T
 * @param {string} file the lock file; its folder is made
 * @param {() => Promise<T>} work
 * @param {(pid: number | undefined) => void} onWait told once, when there is a holder to wait for
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
  mkdirSync(dirname(file), { recursive: true });
  let waiting = false;
  while (!tryCreate(file)) {
    if (isStale(file)) {
      removeStale(file);
      continue;
    }
    if (!waiting) onWait(readHolder(file)?.pid);
    waiting = true;
    await sleep(200);
  }
  const renewal = setInterval(() => {
    const now = new Date();
    if (modifiedAt(file) !== undefined) utimesSync(file, now, now);
  }, renewEvery);
  const release = () => rmSync(file, { force: true });
  // A run that is interrupted leaves no lock behind.
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    process.removeListener('exit', release);
    release();
  }
}
