/** Effects by name, from names by effect; without a prototype, so that `constructor` has none. */
function byName<Effect extends string>(names: Readonly<Record<Effect, string>>): Readonly<Record<string, Effect>> {
  const result = Object.create(null) as Record<string, Effect>;
  for (const effect of Object.keys(names) as Effect[]) for (const name of names[effect].split(' ')) result[name] = effect;
  return result;
}

/**
 * What a string's method returns. `text`: text derived from it; `list`: an array of such texts; `clean`: a number, a boolean, or nothing of its
 * content; `same`: the string itself. https://tc39.es/ecma262/#sec-properties-of-the-string-prototype-object
 */
export const stringMethods = byName<'text' | 'clean' | 'list' | 'same'>({
  text: 'anchor at big bold charAt concat link normalize padEnd padStart repeat replace replaceAll slice sub substr substring toLocaleLowerCase toLocaleUpperCase toLowerCase toUpperCase toWellFormed trim trimEnd trimLeft trimRight trimStart',
  clean: 'charCodeAt codePointAt endsWith includes indexOf isWellFormed lastIndexOf localeCompare search startsWith',
  list: 'match matchAll split',
  same: 'toString valueOf',
});

/**
 * What the methods of other data return: buffers, the bodies of requests, responses and objects. `parsed`: data parsed out of the text; the rest as above.
 * https://nodejs.org/api/buffer.html, https://fetch.spec.whatwg.org/#body-mixin, https://github.com/smithy-lang/smithy-typescript (sdk-stream-mixin)
 */
export const dataMethods = byName<'text' | 'clean' | 'parsed'>({
  text: 'arrayBuffer blob bytes stream subarray text transformToByteArray transformToString transformToWebStream',
  clean: 'byteLength compare equals readInt8 readInt32BE readInt32LE readUInt8 readUInt16BE readUInt16LE readUInt32BE readUInt32LE',
  parsed: 'formData json toJSON',
});
