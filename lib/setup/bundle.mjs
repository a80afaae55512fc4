import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { rolldown } from 'rolldown';

// `node bundle.mjs FOLDER`: joins the modules that tsc wrote, because Node takes three times as long to load them one by one.

const folder = resolve(process.argv[2] ?? '');
/** What is started or imported from outside; packages stay imports. */
const entries = ['lib/index', 'lib/scan/main', 'lib/sync/main', 'rules/catalogue'];

const bundle = await rolldown({
  input: Object.fromEntries(entries.map(name => [name, join(folder, `${name}.js`)])),
  external: id => !/^(?:[./]|[a-zA-Z]:)/.test(id),
  platform: 'node',
  logLevel: 'warn',
});
const { output } = await bundle.write({ dir: folder, format: 'esm', chunkFileNames: 'lib/chunks/[name].js' });
await bundle.close();

const written = new Set(output.map(({ fileName }) => fileName));
const isLeft = file => file.endsWith('.js') && !written.has(relative(folder, file).replaceAll(sep, '/'));
const entriesBelow = readdirSync(folder, { recursive: true, withFileTypes: true });
for (const entry of entriesBelow) {
  const file = join(entry.parentPath, entry.name);
  if (entry.isFile() && isLeft(file)) rmSync(file);
}
for (const entry of entriesBelow.filter(each => each.isDirectory()).reverse()) {
  const below = join(entry.parentPath, entry.name);
  if (readdirSync(below).length === 0) rmdirSync(below);
}
