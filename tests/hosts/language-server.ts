import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const manifest = createRequire(import.meta.url).resolve('vscode-langservers-extracted/package.json');
const program = path.join(path.dirname(manifest), 'bin/vscode-eslint-language-server');

/** What the VS Code extension sends when a user has set nothing. */
const settingsOf = (folder: string) => ({
  validate: 'probe',
  packageManager: 'npm',
  useESLintClass: true,
  useFlatConfig: true,
  experimental: { useFlatConfig: false },
  codeAction: { disableRuleComment: { enable: true, location: 'separateLine', commentStyle: 'line' }, showDocumentation: { enable: true } },
  codeActionOnSave: { mode: 'all' },
  format: false,
  quiet: false,
  onIgnoredFiles: 'off',
  options: {},
  rulesCustomizations: [],
  run: 'onType',
  problems: { shortenToSingleLine: false },
  nodePath: null,
  workspaceFolder: { name: 'workspace', uri: pathToFileURL(folder).href },
  workingDirectory: { mode: 'location' },
});

interface Range {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

export interface Diagnostic {
  range: Range;
  code: string;
  message: string;
  codeDescription?: { href: string };
}

interface Edit {
  range: Range;
  newText: string;
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

/** An editor of one workspace that talks to the real ESLint language server over stdio. Documents are named from the workspace. */
export class Editor {
  readonly #server: ChildProcessWithoutNullStreams;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #texts = new Map<string, { text: string; version: number }>();
  #received = Buffer.alloc(0);
  #lastId = 0;

  constructor(readonly folder: string) {
    this.#server = spawn(process.execPath, [program, '--stdio'], { cwd: folder });
    this.#server.stdout.on('data', chunk => this.#receive(chunk as Buffer));
  }

  async start(): Promise<void> {
    await this.#request('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(this.folder).href,
      workspaceFolders: [{ name: 'workspace', uri: pathToFileURL(this.folder).href }],
      capabilities: {
        workspace: { configuration: true, applyEdit: true, workspaceFolders: true },
        textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
      },
    });
    this.#notify('initialized', {});
  }

  stop(): void {
    this.#server.kill();
  }

  /** Opens a file of the workspace, as it is on disk. */
  open(name: string): void {
    const text = readFileSync(path.join(this.folder, name), 'utf8');
    const languageId = name.endsWith('.ts') ? 'typescript' : name.endsWith('.json') ? 'json' : 'javascript';
    this.#texts.set(name, { text, version: 1 });
    this.#notify('textDocument/didOpen', { textDocument: { uri: this.#uri(name), languageId, version: 1, text } });
  }

  /** Replaces text in an open document, without saving it. */
  edit(name: string, change: (text: string) => string): void {
    const { text, version } = this.#texts.get(name) ?? { text: '', version: 0 };
    const next = { text: change(text), version: version + 1 };
    this.#texts.set(name, next);
    const textDocument = { uri: this.#uri(name), version: next.version };
    this.#notify('textDocument/didChange', { textDocument, contentChanges: [{ text: next.text }] });
  }

  save(name: string): void {
    writeFileSync(path.join(this.folder, name), this.textOf(name));
    this.#notify('textDocument/didSave', { textDocument: { uri: this.#uri(name) } });
  }

  textOf(name: string): string {
    return this.#texts.get(name)?.text ?? '';
  }

  async diagnostics(name: string): Promise<Diagnostic[]> {
    const textDocument = { uri: this.#uri(name) };
    return ((await this.#request('textDocument/diagnostic', { textDocument })) as { items: Diagnostic[] }).items;
  }

  /** The titles of what the editor would offer at a diagnostic, each with what choosing it does. */
  async actions(name: string, diagnostic: Diagnostic): Promise<{ title: string; apply: () => Promise<void> }[]> {
    const params = { textDocument: { uri: this.#uri(name) }, range: diagnostic.range, context: { diagnostics: [diagnostic] } };
    const actions = (await this.#request('textDocument/codeAction', params)) as { title: string; command: object }[];
    return actions.map(({ title, command }) => ({
      title,
      apply: async () => {
        await this.#request('workspace/executeCommand', command);
      },
    }));
  }

  #uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).href;
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #notify(method: string, params: object): void {
    this.#send({ method, params });
  }

  #request(method: string, params: object): Promise<unknown> {
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) => (error === undefined ? resolve(result) : reject(new Error(error.message))));
      this.#send({ id, method, params });
    });
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const header = /^Content-Length: (\d+)\r\n(?:.*\r\n)*?\r\n/.exec(this.#received.toString('latin1'));
      const end = header === null ? 0 : header[0].length + Number(header[1]);
      if (header === null || this.#received.length < end) return;
      const message = JSON.parse(this.#received.subarray(header[0].length, end).toString('utf8')) as Message;
      this.#received = this.#received.subarray(end);
      this.#handle(message);
    }
  }

  #handle({ id, method, params, ...answer }: Message): void {
    if (method === undefined) {
      this.#answers.get(id ?? -1)?.(answer);
      return;
    }
    if (id === undefined) return;
    if (method === 'workspace/configuration') {
      const { items } = params as { items: unknown[] };
      this.#send({ id, result: items.map(() => settingsOf(this.folder)) });
    } else if (method === 'workspace/applyEdit') {
      this.#apply(params as { edit: { documentChanges: { textDocument: { uri: string }; edits: Edit[] }[] } });
      this.#send({ id, result: { applied: true } });
    } else {
      this.#send({ id, result: null });
    }
  }

  #apply({ edit }: { edit: { documentChanges: { textDocument: { uri: string }; edits: Edit[] }[] } }): void {
    for (const { textDocument, edits } of edit.documentChanges) {
      const name = [...this.#texts.keys()].find(key => this.#uri(key) === textDocument.uri) ?? '';
      this.edit(name, text => edits.reduceRight((changed, { range, newText }) => replaceRange(changed, range, newText), text));
    }
  }
}

const replaceRange = (text: string, { start, end }: Range, newText: string): string => {
  const lines = text.split('\n');
  const offset = ({ line, character }: Range['start']) => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, character);
  return text.slice(0, offset(start)) + newText + text.slice(offset(end));
};
