import type { Model } from './model.js';
import dynamodb from './aws-sdk/dynamodb.js';
import messaging from './aws-sdk/messaging.js';
import queries from './aws-sdk/queries.js';
import secrets from './aws-sdk/secrets.js';
import storage from './aws-sdk/storage.js';
import globals from './language/globals.js';
import childProcess from './node/child-process.js';
import codeLoading from './node/code-loading.js';
import fs from './node/fs.js';
import network from './node/network.js';
import process from './node/process.js';
import text from './node/text.js';
import alexa from './npm/alexa.js';
import axios from './npm/axios.js';
import browsers from './npm/browsers.js';
import caches from './npm/caches.js';
import classTransformer from './npm/class-transformer.js';
import code from './npm/code.js';
import commands from './npm/commands.js';
import concurrency from './npm/concurrency.js';
import cors from './npm/cors.js';
import dates from './npm/dates.js';
import deserializers from './npm/deserializers.js';
import documents from './npm/documents.js';
import encoders from './npm/encoders.js';
import files from './npm/files.js';
import httpClients from './npm/http-clients.js';
import loggers from './npm/loggers.js';
import mail from './npm/mail.js';
import objects from './npm/objects.js';
import parsers from './npm/parsers.js';
import powertools from './npm/powertools.js';
import queryBuilders from './npm/query-builders.js';
import routers from './npm/routers.js';
import sqlDrivers from './npm/sql-drivers.js';
import sqlite from './npm/sqlite.js';
import templates from './npm/templates.js';
import tokens from './npm/tokens.js';
import tracing from './npm/tracing.js';
import validator from './npm/validator.js';
import warehouses from './npm/warehouses.js';
import wrappers from './npm/wrappers.js';
import xml from './npm/xml.js';

/** Every library that the project knows. Several models may tell of one module: their entries add up. */
export const models: readonly Model[] = [
  dynamodb,
  messaging,
  queries,
  secrets,
  storage,
  globals,
  childProcess,
  codeLoading,
  fs,
  network,
  process,
  text,
  alexa,
  axios,
  browsers,
  caches,
  classTransformer,
  code,
  commands,
  concurrency,
  cors,
  dates,
  deserializers,
  documents,
  encoders,
  files,
  httpClients,
  loggers,
  mail,
  objects,
  parsers,
  powertools,
  queryBuilders,
  routers,
  sqlDrivers,
  sqlite,
  templates,
  tokens,
  tracing,
  validator,
  warehouses,
  wrappers,
  xml,
].flat();
