import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { findChromium } from './find-chromium.mjs';

interface Message {
  id?: number;
  method?: string;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/** One page in a headless Chromium, driven through its debugging pipe. */
export class Page {
  readonly #profile = mkdtempSync(path.join(tmpdir(), 'lambda-security-chromium-'));
  readonly #browser: ChildProcess;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #waiting = new Map<string, () => void>();
  #session: string | undefined;
  #received = '';
  #lastId = 0;

  private constructor() {
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--remote-debugging-pipe'];
    this.#browser = spawn(findChromium(), [...flags, `--user-data-dir=${this.#profile}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    (this.#browser.stdio[4] as Readable).on('data', chunk => this.#receive(String(chunk)));
  }

  static async open(): Promise<Page> {
    const page = new Page();
    const { targetId } = await page.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await page.send('Target.attachToTarget', { targetId, flatten: true });
    page.#session = sessionId as string;
    await page.send('Page.enable');
    return page;
  }

  async close(): Promise<void> {
    const ended = new Promise(resolve => this.#browser.once('close', resolve));
    this.#browser.kill();
    await ended;
    // Processes of its own outlive it for a moment, and write: of Node's two ways only this one looks into the folder again when it tries again.
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  /** Sends a command of https://chromedevtools.github.io/devtools-protocol/. */
  send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const id = (this.#lastId += 1);
    const session = this.#session === undefined ? {} : { sessionId: this.#session };
    (this.#browser.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) => (error === undefined ? resolve(result ?? {}) : reject(new Error(error.message))));
    });
  }

  /** @param width of the window, in CSS pixels */
  async goto(url: string, width = 1000): Promise<void> {
    await this.send('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 1, mobile: false });
    const loaded = new Promise<void>(resolve => this.#waiting.set('Page.loadEventFired', resolve));
    await this.send('Page.navigate', { url });
    await loaded;
  }

  /** The value of a JavaScript expression in the page. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { value: Value }).value;
  }

  /** Presses a key as a person would. */
  async press(key: 'Tab' | ' ' | 'Enter'): Promise<void> {
    const code = { Tab: 9, ' ': 32, Enter: 13 }[key];
    const text = key === 'Tab' ? {} : { text: key === 'Enter' ? '\r' : key };
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key, windowsVirtualKeyCode: code, ...text });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: code });
  }

  #receive(chunk: string): void {
    const parts = (this.#received + chunk).split('\0');
    this.#received = parts.pop() ?? '';
    for (const message of parts.map(part => JSON.parse(part) as Message)) {
      if (message.id !== undefined) this.#answers.get(message.id)?.(message);
      else this.#waiting.get(message.method ?? '')?.();
    }
  }
}
