/**
 * The text below one top-level key of `lib/handlers/python-sources.yaml`, comments included, without its indentation.
 *
 * @param yaml the file's text
 * @param key the name that a `<sync:sources NAME>` block asks for
 * @throws if there is no such key
 */
export function pythonSources(yaml: string, key: string): string[] {
  const lines = yaml.split('\n');
  const start = lines.findIndex(
    line =>
      line
        .replace(/ *#.*$/, '')
        .replace(/[|>][+-]?$/, '')
        .trimEnd() === `${key}:`,
  );
  if (start < 0) throw new Error(`lib/handlers/python-sources.yaml has no key ${key}`);
  const length = lines.slice(start + 1).findIndex(line => /^[^\s#-]/.test(line));
  const body = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
  while (body.at(-1)?.trim() === '' || body.at(-1)?.startsWith('#')) body.pop();
  const indents = body.filter(line => line.trim() !== '').map(line => line.search(/\S/));
  const indent = Math.min(...indents);
  return body.map(line => line.slice(indent));
}
