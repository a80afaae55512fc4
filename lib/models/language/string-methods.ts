/** Effects by name, from names by effect; without a prototype, so that `constructor` has none. */
function byName<Effect extends string>(names: Readonly<Record<Effect, string>>): Readonly<Record<string, Effect>> {
  const result = Object.create(null) as Record<string, Effect>;
  for (const effect of Object.keys(names) as Effect[]) for (const name of names[effect].split(' ')) result[name] = effect;
  return result;
}

/**
 * What a method of a string returns, and of a buffer or a body. `text`: text derived from it; `list`: an array of such texts; `clean`: a number, a
 * boolean, or nothing of its content; `same`: the data itself.
 * https://tc39.es/ecma262/#sec-properties-of-the-string-prototype-object, https://nodejs.org/api/buffer.html, https://fetch.spec.whatwg.org/#body-mixin
 */
export const stringMethods = byName<'text' | 'clean' | 'list' | 'same'>({
  text:
    'anchor at big bold charAt concat link normalize padEnd padStart repeat replace replaceAll slice sub substr substring toLocaleLowerCase toLocaleUpperCase toLowerCase toUpperCase toWellFormed trim trimEnd trimLeft trimRight trimStart ' +
    'arrayBuffer blob bytes stream subarray text transformToByteArray transformToString transformToWebStream',
  clean:
    'byteLength charCodeAt codePointAt compare endsWith equals includes indexOf isWellFormed lastIndexOf localeCompare readInt8 readInt32BE readInt32LE ' +
    'readUInt8 readUInt16BE readUInt16LE readUInt32BE readUInt32LE search startsWith',
  list: 'match matchAll split',
  same: 'formData json toJSON toString value valueOf',
});
