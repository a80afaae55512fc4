import { describe } from 'vitest';
import { library, libraryInFull } from './kinds-of-lines.js';

describe('files and archives', () => {
  library(
    'files by name',
    `import rimraf from 'rimraf'; import glob from 'glob'; import sharp from 'sharp'; import sanitize from 'sanitize-filename'; import xlsx from 'xlsx'; import PDFDocument from 'pdfkit'; import fs from 'fs';`,
    [
      ['rimraf(event.a, () => {})', 'path'],
      ['glob.sync("*.txt", { cwd: event.a })', 'path'],
      ['await sharp(event.a).resize(event.width)', 'path'],
      ['await sharp("/tmp/x").toFile(event.a)', 'path'],
      ['await sharp("/tmp/x").resize(event.width)'],
      ['xlsx.readFile(event.a)', 'path'],
      ['new PDFDocument().image(event.a)', 'path'],
      ['new PDFDocument().image(Buffer.from(event.a))'],
      ['fs.readFileSync("/tmp/" + sanitize(event.a))'],
    ],
  );
  library(
    'archives name their entries',
    `import * as tar from 'tar'; import extract from 'extract-zip'; import unzipper from 'unzipper'; import AdmZip from 'adm-zip'; import yauzl from 'yauzl'; import JSZip from 'jszip'; import fs from 'fs'; import path from 'path';`,
    [
      ['await tar.x({ file: "/tmp/x.tar", cwd: event.a })', 'path'],
      ['await tar.x({ file: "/tmp/x.tar", cwd: "/tmp" })'],
      ['const parser = new tar.Parser(); parser.on("entry", entry => { fs.writeFileSync("/tmp/" + entry.path, "x"); })', 'path'],
      ['const parser = new tar.Parser(); parser.on("entry", entry => { fs.writeFileSync("/tmp/x", entry.size); })'],
      ['await extract("/tmp/x.zip", { dir: event.a })', 'path'],
      ['await extract("/tmp/x.zip", { dir: "/tmp" })'],
      ['unzipper.Extract({ path: event.a })', 'path'],
      [
        'const zip = new AdmZip("/tmp/x.zip"); for (const entry of zip.getEntries()) fs.writeFileSync("/tmp/" + entry.entryName, "x")',
        'path',
      ],
      [
        'const zip = new AdmZip("/tmp/x.zip"); for (const entry of zip.getEntries()) fs.writeFileSync("/tmp/" + path.basename(entry.entryName), "x")',
      ],
      ['new AdmZip("/tmp/x.zip").extractAllTo(event.a)', 'path'],
      // It refuses names that lead out of the folder.
      [
        'yauzl.open("/tmp/x.zip", (error, zip) => { zip.on("entry", entry => { fs.createWriteStream(path.join("/tmp", entry.fileName)); }); })',
      ],
      ['const zip = await JSZip.loadAsync("x"); zip.forEach((name, file) => { fs.writeFileSync("/tmp/" + name, "x"); })', 'path'],
      ['const zip = await JSZip.loadAsync("x"); zip.forEach((name, file) => { fs.writeFileSync("/tmp/x", "x"); })'],
    ],
  );
});

describe('parsers that execute', () => {
  library(
    'XML: only with entities or DTDs on',
    `import libxmljs from 'libxmljs2'; import expat from 'node-expat'; import { toJson } from 'xml2json'; import { XMLParser } from 'fast-xml-parser'; import xml2js from 'xml2js'; const eager = new XMLParser({ processEntities: true }); const plain = new XMLParser();`,
    [
      ['libxmljs.parseXml(event.a, { noent: true })', 'xml'],
      ['libxmljs.parseXml(event.a, { noent: false })'],
      ['libxmljs.parseXml(event.a)'],
      ['libxmljs.parseXmlString(event.a, { dtdload: true })', 'xml'],
      ['new libxmljs.SaxParser().parseString(event.a)', 'xml'],
      ['new expat.Parser().parse(event.a)', 'xml'],
      ['toJson(event.a)', 'xml'],
      ['eager.parse(event.a)', 'xml'],
      ['plain.parse(event.a)'],
      ['await xml2js.parseStringPromise(event.a)'],
      ['exec((await xml2js.parseStringPromise(event.a)).name)', 'command'],
      ['exec(plain.parse(event.a).name)', 'command'],
      ['xml2js.parseString(event.a, (error, data) => { exec(data.name); })', 'command'],
    ],
  );
  library(
    'deserialization',
    `import serialize from 'node-serialize'; import { deserialize } from 'serialize-to-js'; import yaml from 'js-yaml'; import jsTypes from 'js-yaml-js-types'; import { parse } from 'yaml'; import { BSON } from 'bson'; import cryo from 'cryo'; import funcster from 'funcster';`,
    [
      ['serialize.unserialize(event.a)', 'deserialize'],
      ['serialize.serialize(event.a)'],
      ['deserialize(event.a)', 'deserialize'],
      ['yaml.load(event.a)'],
      ['yaml.load(event.a, { schema: yaml.JSON_SCHEMA })'],
      ['yaml.load(event.a, { schema: yaml.DEFAULT_FULL_SCHEMA })', 'deserialize'],
      ['yaml.load(event.a, { schema: yaml.DEFAULT_SCHEMA.extend(jsTypes.all) })', 'deserialize'],
      ['yaml.load(event.a, { schema: yaml.DEFAULT_FULL_SCHEMA.extend([]) })', 'deserialize'],
      ['exec(yaml.load(event.a).name)', 'command'],
      ['exec(parse(event.a).name)', 'command'],
      ['BSON.deserialize(event.a, { evalFunctions: true })', 'deserialize'],
      ['BSON.deserialize(event.a)'],
      ['cryo.parse(event.a)', 'deserialize'],
      ['funcster.deepDeserialize(event.a)', 'deserialize'],
    ],
  );
});

describe('objects', () => {
  library(
    'lodash',
    `import _ from 'lodash'; import merge from 'lodash/merge'; import set from 'lodash.set'; import { get } from 'lodash-es';`,
    [
      ['_.merge({}, body)', 'property-key'],
      ['_.merge({}, { name: event.pathParameters.name })'],
      ['_.defaultsDeep({}, body)', 'property-key'],
      ['_.assign({}, body)'],
      ['merge({}, body)', 'property-key'],
      ['_.set({}, event.a, 1)', 'property-key'],
      ['_.set({}, "a.b", event.a)'],
      ['set({}, event.a, 1)', 'property-key'],
      ['exec(_.get(body, "name"))', 'command'],
      ['exec(get(body, "name"))', 'command'],
      ['exec(_.trim(event.a))', 'command'],
      ['exec(_.cloneDeep(body).name)', 'command'],
      ['exec(_.assign({}, body).name)', 'command'],
      ['exec(_.kebabCase(event.a))'],
      ['_.each(body.names, name => { exec(name); })', 'command'],
      ['_.template(event.a)({})', 'template'],
      ['_.template("<%= name %>")({ name: event.a })'],
      ['new RegExp(_.escapeRegExp(event.a))'],
      ['new RegExp(_.escape(event.a))', 'regex'],
    ],
  );
  library(
    'merges and path setters',
    `import deepmerge from 'deepmerge'; import defaultsDeep from 'defaults-deep'; import extend from 'extend'; import dotProp from 'dot-prop'; import objectPath from 'object-path'; import hoek from '@hapi/hoek'; import oldHoek from 'hoek'; import merge from 'merge'; import deepExtend from 'deep-extend'; import { unflatten } from 'flat'; import qs from 'qs';`,
    [
      ['deepmerge({}, body)'],
      ['exec(deepmerge({}, body).name)', 'command'],
      ['defaultsDeep({}, body)', 'property-key'],
      ['exec(defaultsDeep({}, body).name)', 'command property-key'],
      ['extend(true, {}, body)', 'property-key'],
      ['extend({}, {}, body)'],
      ['dotProp.set({}, event.a, 1)', 'property-key'],
      ['dotProp.set({}, "a", event.a)'],
      ['objectPath.set({}, event.a, 1)', 'property-key'],
      ['hoek.merge({}, body)', 'property-key'],
      ['const made = {}; hoek.merge(made, body); exec(made.name)', 'command property-key'],
      ['const made = {}; oldHoek.merge(made, body); exec(made.name)', 'command property-key'],
      ['const made = {}; merge.recursive(made, body); exec(made.name)', 'command property-key'],
      ['const made = {}; deepExtend.recursive(made, body); exec(made.name)', 'command property-key'],
      ['unflatten(body)', 'property-key'],
      ['qs.parse(event.body, { allowPrototypes: true })', 'property-key'],
      ['qs.parse(event.body)'],
    ],
  );
});

describe('encoders', () => {
  library(
    'HTML',
    `import nodemailer from 'nodemailer'; import escapeHtml from 'escape-html'; import he from 'he'; import DOMPurify from 'isomorphic-dompurify'; import sanitizeHtml from 'sanitize-html'; import xss from 'xss'; import validator from 'validator'; import { encode } from 'html-entities'; import { marked } from 'marked'; import { Converter } from 'showdown'; import MarkdownIt from 'markdown-it'; const mail = nodemailer.createTransport({});`,
    [
      ['await mail.sendMail({ html: escapeHtml(event.a) })'],
      ['await mail.sendMail({ html: he.encode(event.a) })'],
      ['await mail.sendMail({ html: he.decode(event.a) })', 'html'],
      ['await mail.sendMail({ html: DOMPurify.sanitize(event.a) })'],
      ['await mail.sendMail({ html: sanitizeHtml(event.a) })'],
      ['await mail.sendMail({ html: xss(event.a) })'],
      ['await mail.sendMail({ html: validator.escape(event.a) })'],
      ['await mail.sendMail({ html: validator.trim(event.a) })'],
      ['await mail.sendMail({ html: encode(event.a) })'],
      ['await mail.sendMail({ html: marked(event.a) })', 'html'],
      ['await mail.sendMail({ html: new Converter().makeHtml(event.a) })', 'html'],
      ['await mail.sendMail({ html: new MarkdownIt({ html: true }).render(event.a) })', 'html'],
      ['exec(escapeHtml(event.a))', 'command'],
    ],
  );
  library(
    'names, patterns, queries',
    `import slugify from 'slugify'; import slug from '@sindresorhus/slugify'; import camelcase from 'camelcase'; import escapeRegExp from 'escape-string-regexp'; import qs from 'qs'; import fs from 'fs';`,
    [
      ['fs.readFileSync("/tmp/" + slugify(event.a))'],
      ['exec(slugify(event.a))', 'command'],
      ['exec(slug(event.a))'],
      ['exec(camelcase(event.a))'],
      ['new RegExp(escapeRegExp(event.a))'],
      ['exec(escapeRegExp(event.a))', 'command'],
      ['await fetch("https://" + qs.stringify(body))'],
    ],
  );
  library(
    'validator and uuid as guards',
    `import validator from 'validator'; import isInt from 'validator/lib/isInt'; import { validate } from 'uuid'; import { isEmail, isEnum, isUUID } from 'class-validator'; import fs from 'fs';`,
    [
      ['if (validator.isUUID(event.a)) exec(event.a)'],
      ['if (isUUID(event.a) || isEnum(event.a, { a: 1 })) exec(event.a)'],
      ['if (isEmail(event.a)) exec(event.a)', 'command'],
      ['if (!validator.isUUID(event.a)) exec(event.a)', 'command'],
      ['if (validator.isAlphanumeric(event.a)) fs.readFileSync(event.a)'],
      ['if (validator.isEmail(event.a)) exec(event.a)', 'command'],
      ['if (validator.isURL(event.a)) await fetch(event.a)', 'url'],
      ['if (validator.isFQDN(event.a)) exec(event.a)'],
      ['if (validator.isFQDN(event.a)) await fetch(`https://${event.a}`)', 'url'],
      ['if (validator.isLength(event.a, { max: 5 })) exec(event.a)', 'command'],
      ['if (isInt(event.a)) exec(event.a)'],
      ['if (validate(event.a)) exec(event.a)'],
      ['validator.isUUID(event.a); exec(event.a)', 'command'],
    ],
  );
});

describe('parsers and tokens', () => {
  library(
    'what comes out is what went in',
    `import qs from 'qs'; import cookie from 'cookie'; import JSON5 from 'json5'; import { parse } from 'csv-parse/sync'; import Papa from 'papaparse'; import toml from 'toml'; import { Base64 } from 'js-base64'; import iconv from 'iconv-lite'; import multipart from 'lambda-multipart-parser'; import { simpleParser } from 'mailparser'; import clone from 'clone-deep'; import { sprintf } from 'sprintf-js'; import moment from 'moment'; import Busboy from 'busboy';`,
    [
      ['exec(qs.parse(event.body).name)', 'command'],
      ['exec(cookie.parse(event.headers.cookie).name)', 'command'],
      ['exec(JSON5.parse(event.body).name)', 'command'],
      ['exec(parse(event.body)[0][1])', 'command'],
      ['exec(Papa.parse(event.body).data[0])', 'command'],
      ['exec(toml.parse(event.body).name)', 'command'],
      ['exec(Base64.decode(event.a))', 'command'],
      ['exec(iconv.decode(event.a, "latin1"))', 'command'],
      ['exec((await multipart.parse(event)).name)', 'command'],
      ['exec((await simpleParser(event.a)).subject)', 'command'],
      ['exec(clone(body).name)', 'command'],
      ['exec(sprintf("ls %s", event.a))', 'command'],
      ['exec(moment(event.a).format("YYYY"))'],
      ['const form = new Busboy({ headers: {} }); form.on("field", (name, value) => { exec(value); })', 'command'],
    ],
  );
  library('attribute values', `import { unmarshall } from '@aws-sdk/util-dynamodb';`, [
    ['exec(unmarshall(event.Records[0].dynamodb.NewImage).name)', 'command'],
  ]);
  libraryInFull(
    'tokens',
    `import jwt from 'jsonwebtoken'; import { jwtVerify, decodeJwt } from 'jose'; import { jwtDecode } from 'jwt-decode'; import Stripe from 'stripe'; import { CognitoJwtVerifier } from 'aws-jwt-verify'; const verifier = CognitoJwtVerifier.create({});`,
    [
      ['exec(jwt.decode(event.token).sub)', 'command'],
      ['exec(decodeJwt(event.token).sub)', 'command'],
      ['exec(jwtDecode(event.token).sub)', 'command'],
      ['console.log(jwt.verify(event.token, key))', 'log text-log'],
      ['console.log((await jwtVerify(event.token, key)).payload)', 'log text-log'],
      ['console.log(await verifier.verify(event.token))', 'log text-log'],
      ['console.log(new Stripe("x").webhooks.constructEvent(event.body, "x", "x"))', 'log text-log'],
      ['jwt.verify(event.token, key)'],
    ],
  );
});
