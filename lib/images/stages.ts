import { createRequire } from 'node:module';
import type { Dockerfile, From, Instruction } from 'dockerfile-ast';
import { imageName, type ImageName } from './image-name.js';

const require = createRequire(import.meta.url);

/** A range of lines and characters, both from 0, as the parser gives them. */
export type InstructionRange = ReturnType<Instruction['getRange']>;

/** One stage of a Dockerfile. */
export interface Stage {
  /** As it is written, variables included. */
  readonly written: string;
  /** Undefined for a stage that goes on from another one, and where a variable without a default decides. */
  readonly image: ImageName | undefined;
  /** The stage that it goes on from. */
  readonly parent: Stage | undefined;
  readonly at: InstructionRange;
  /** The last USER, its variables resolved; `name` is undefined where that is not known. */
  readonly user: { readonly name: string | undefined; readonly at: InstructionRange } | undefined;
}

const variable = /\\?\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^{}]*))?\})/g;

/** Puts values in for variables. @returns undefined where one has none */
function expanded(text: string, valueOf: (name: string) => string | undefined): string | undefined {
  let isKnown = true;
  const result = text.replaceAll(
    variable,
    (match, plain: string | undefined, braced: string | undefined, operator: string | undefined, word: string | undefined) => {
      if (match.startsWith('\\')) return match.slice(1);
      const value = valueOf(plain ?? braced ?? '');
      if (operator?.endsWith('+')) return value === undefined || value === '' ? '' : (word ?? '');
      if (value !== undefined && (value !== '' || operator === undefined)) return value;
      if (operator?.endsWith('-') && word !== undefined) return word;
      isKnown = false;
      return '';
    },
  );
  return isKnown ? result : undefined;
}

const unquoted = (text: string): string => text.replaceAll(/^(["'])(.*)\1$/g, '$2');

/** The instructions of each stage, FROM first. */
function partsOf(dockerfile: Dockerfile): Instruction[][] {
  const parts: Instruction[][] = [];
  for (const instruction of dockerfile.getInstructions()) {
    if (instruction.getKeyword() === 'FROM') parts.push([]);
    parts.at(-1)?.push(instruction);
  }
  return parts;
}

function userOf(part: readonly Instruction[], dockerfile: Dockerfile): Stage['user'] {
  const last = part.findLast(instruction => instruction.getKeyword() === 'USER');
  const text = last?.getArgumentsContent();
  if (last === undefined || text == null) return undefined;
  const { line } = last.getRange().start;
  const name = expanded(unquoted(text.trim()), wanted => dockerfile.resolveVariable(wanted, line) ?? undefined);
  return { name, at: last.getRange() };
}

/** A Dockerfile, as far as its images matter. */
export interface ImageBuild {
  readonly stages: readonly Stage[];
  /** All instructions as text, comments left out. */
  readonly instructions: readonly string[];
}

/**
 * Reads a Dockerfile.
 *
 * @returns no stages for a text without FROM
 */
export function readDockerfile(text: string): ImageBuild {
  // Loaded when there is a Dockerfile: most scans have none.
  const { DockerfileParser } = require('dockerfile-ast') as typeof import('dockerfile-ast');
  const dockerfile = DockerfileParser.parse(text);
  const presets = new Map<string, string | undefined>();
  for (const argument of dockerfile.getInitialARGs()) {
    const property = argument.getProperty();
    const value = property?.getValue();
    // An ARG before the first FROM may use the ones above it.
    if (property != null) presets.set(property.getName(), value == null ? undefined : expanded(unquoted(value), name => presets.get(name)));
  }
  const stages: Stage[] = [];
  const named = new Map<string, Stage>();
  for (const part of partsOf(dockerfile)) {
    const from = part[0] as From;
    const written = from.getImage();
    if (written === null) continue;
    const resolved = expanded(unquoted(written), name => presets.get(name));
    const parent = named.get((resolved ?? '').toLowerCase());
    const image = parent === undefined && resolved !== undefined && /^[\w.:/@-]+$/.test(resolved) ? imageName(resolved) : undefined;
    const stage: Stage = { written, image, parent, at: from.getImageRange() ?? from.getRange(), user: userOf(part, dockerfile) };
    stages.push(stage);
    const name = from.getBuildStage();
    if (name !== null) named.set(name.toLowerCase(), stage);
  }
  return { stages, instructions: dockerfile.getInstructions().map(instruction => instruction.getRawArgumentsContent() ?? '') };
}
