import type { TemplateSyntax } from '../models/model.js';

const field = String.raw`(?:(?:it|locals|this|data)\.)?([A-Za-z_$][\w$]*(?:\.[\w$]+)*)`;
const place = (before: string, after: string): string => String.raw`${before}\s*${field}\s*${after}`;

const mustache = { raw: [place('\\{\\{\\{', '\\}\\}\\}'), place('\\{\\{~?&', '~?\\}\\}')], escaped: [place('\\{\\{~?', '~?\\}\\}')] };

/** How each language writes a field as it is, and escaped. */
const syntaxes: { readonly [S in TemplateSyntax]: { readonly raw: readonly string[]; readonly escaped: readonly string[] } } = {
  ejs: { raw: [place('<%-', '[-_]?%>')], escaped: [place('<%=', '[-_]?%>')] },
  eta: { raw: [place('<%[-_]?~', '[-_]?%>')], escaped: [place('<%[-_]?=', '[-_]?%>')] },
  lodash: { raw: [place('<%=', '%>'), place('\\$\\{', '\\}')], escaped: [] },
  dot: { raw: [place('\\{\\{=', '\\}\\}')], escaped: [] },
  mustache,
  nunjucks: { raw: [place('\\{\\{-?', '\\|\\s*safe\\s*-?\\}\\}')], escaped: [place('\\{\\{-?', '-?\\}\\}')] },
  liquid: { raw: [place('\\{\\{-?', '-?\\}\\}')], escaped: [] },
  pug: { raw: [place('!=', '$'), place('!\\{', '\\}')], escaped: [] },
};

/**
 * What a template puts into its output as it is.
 *
 * @param text of the template
 * @param escapes false where the engine is told to escape nothing
 * @returns the template's own text and, as lists of names, the fields of its data, in order
 */
export function templatePieces(syntax: TemplateSyntax, text: string, escapes: boolean): readonly (string | readonly string[])[] {
  const { raw, escaped } = syntaxes[syntax];
  const places = new RegExp((escapes ? raw : [...raw, ...escaped]).join('|'), 'gmu');
  const pieces: (string | readonly string[])[] = [];
  let end = 0;
  for (const match of text.matchAll(places)) {
    pieces.push(text.slice(end, match.index), match.slice(1).find(Boolean)!.split('.'));
    end = match.index + match[0].length;
  }
  return [...pieces, text.slice(end)];
}
