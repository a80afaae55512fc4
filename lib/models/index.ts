import type { Model } from './model.js';
import globals from './language/globals.js';
import childProcess from './node/child-process.js';
import codeLoading from './node/code-loading.js';
import fs from './node/fs.js';
import network from './node/network.js';
import process from './node/process.js';
import text from './node/text.js';

/** Every library that the project knows. Several models may tell of one module: their entries add up. */
export const models: readonly Model[] = [...globals, ...childProcess, ...codeLoading, ...fs, ...network, ...process, ...text];
