import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Linter } from 'eslint';
import { settingsOf } from '../settings.js';
import { SettingsError } from '../settings-checks.js';
import { readFailure } from './targets.js';

/** What `lambda-security.config.{json,mjs}` holds, in ESLint's shapes. `folder` is where it lies: `exclude` counts from there. */
export interface ScanConfig {
  folder: string;
  settings: Record<string, unknown>;
  rules: Partial<Linter.RulesRecord>;
  exclude: string[];
}

/** A mistake in what the user wrote: told in one line, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

const names = ['lambda-security.config.json', 'lambda-security.config.mjs'];

/**
 * The config file for a folder: the nearest one in it or above it, up to the top of its git repository.
 *
 * @returns its absolute path; undefined when there is none
 */
export function findConfigFile(folder: string): string | undefined {
  const present = names.map(name => path.join(folder, name)).filter(file => existsSync(file));
  if (present.length > 1) throw new UsageError(`${folder} holds both ${names.join(' and ')}: keep one.`);
  const parent = path.dirname(folder);
  if (present[0] !== undefined || parent === folder || existsSync(path.join(folder, '.git'))) return present[0];
  return findConfigFile(parent);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

async function read(file: string): Promise<unknown> {
  try {
    if (!file.endsWith('.json')) return ((await import(pathToFileURL(file).href)) as { default?: unknown }).default;
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${readFailure(error)}`);
  }
}

function checkSettings(file: string, settings: Record<string, unknown>): void {
  try {
    settingsOf(settings);
  } catch (error) {
    if (error instanceof SettingsError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

/**
 * Reads a config file. Throws a UsageError that names the file and the mistake.
 *
 * @param file absolute; `.json`, or a module whose default export is the config
 */
export async function loadConfig(file: string): Promise<ScanConfig> {
  const config = await read(file);
  if (!isObject(config)) throw new UsageError(`${file}: must hold an object with "settings", "rules" and "exclude".`);
  const { settings = {}, rules = {}, exclude = [], ...rest } = config;
  const [unknown] = Object.keys(rest).filter(key => key !== '$schema');
  if (unknown !== undefined) throw new UsageError(`${file}: "${unknown}" is not one of "settings", "rules" and "exclude".`);
  if (!isObject(settings)) throw new UsageError(`${file}: "settings" must be an object, as in an ESLint config.`);
  checkSettings(file, settings);
  if (!isObject(rules)) throw new UsageError(`${file}: "rules" must be an object, as in an ESLint config.`);
  if (!Array.isArray(exclude) || !exclude.every(entry => typeof entry === 'string')) {
    throw new UsageError(`${file}: "exclude" must be an array of patterns.`);
  }
  return { folder: path.dirname(file), settings, rules: rules as Linter.RulesRecord, exclude };
}
