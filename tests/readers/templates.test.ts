import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BrokenFileError } from '../../lib/readers/file-reader.js';
import { templateReader } from '../../lib/readers/template-reader.js';
import { checkTemplateFile } from '../../lib/templates/read-template.js';
import type { Tree } from '../../lib/templates/tree.js';
import { readYaml } from '../../lib/templates/yaml-tree.js';
import { workspace } from '../scan/workspace.js';
import { expectationsOf, fixture, foundIn } from './annotated.js';

const fixtures = readdirSync('tests/fixtures/templates').filter(name => /\.(?:ya?ml|tf)$/.test(name));
/** The name that a file must have to be taken for a serverless.yml. */
const pathOf = (file: string): string => file.replace(/[\w.-]*\.serverless\.yml$/, 'serverless.yml');

describe.each(fixtures)('%s', name => {
  const { file, text } = fixture('templates', name);
  const expected = expectationsOf(text);
  const found = foundIn(templateReader, pathOf(file), text);

  it.each(expected.filter(({ isFinding }) => isFinding))('reports line $line as $kind: $why', ({ kind, line }) => {
    expect(found).toContain(`${kind}:${line}`);
  });

  it.each(expected.filter(({ isFinding }) => !isFinding))('is silent on line $line about $kind: $why', ({ kind, line }) => {
    expect(found).not.toContain(`${kind}:${line}`);
  });

  it('reports nothing else of the kinds that it is about', () => {
    const kinds = new Set(expected.map(({ kind }) => kind));
    const wanted = expected.filter(({ isFinding }) => isFinding).map(({ kind, line }) => `${kind}:${line}`);
    expect(found.filter(entry => kinds.has(entry.split(':')[0] ?? '')).sort()).toEqual(wanted.sort());
  });
});

const annotations = fixtures.flatMap(name =>
  expectationsOf(fixture('templates', name).text).map(({ kind, isFinding }) => ({
    of: `${kind} in ${name.replace(/^\w+\./, '')}`,
    isFinding,
  })),
);

it.each([...new Set(annotations.map(({ of }) => of))])('there are at least eight cases, and eight tempting ones, of %s', key => {
  const cases = annotations.filter(({ of }) => of === key);
  expect(cases.filter(({ isFinding }) => isFinding).length).toBeGreaterThanOrEqual(8);
  expect(cases.filter(({ isFinding }) => !isFinding).length).toBeGreaterThanOrEqual(8);
});

/** A template as JSON: functions by their long names. */
const plain = (tree: Tree): unknown => {
  if (tree.kind === 'list') return tree.items.map(plain);
  if (tree.kind === 'map') return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plain(value)]));
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind !== 'call') throw new Error(`a template has no ${tree.kind}`);
  const [only] = tree.args;
  const argument = tree.args.length === 1 && only !== undefined && tree.name !== 'Join' ? plain(only) : tree.args.map(plain);
  return { [tree.name === 'Ref' ? 'Ref' : `Fn::${tree.name}`]: argument };
};

describe.each(fixtures.filter(name => /\.(?:sam|cloudformation)\.yaml$/.test(name)))('%s as JSON', name => {
  it.each([
    ['in one line', undefined],
    ['indented with spaces', 2],
    ['indented with tabs', '\t'],
  ])('%s says the same', (_, indent) => {
    const { text } = fixture('templates', name);
    const documents = readYaml(text).map(tree => JSON.stringify(plain(tree), null, indent));
    const said = (file: string, content: string): string[] =>
      (checkTemplateFile(file, content) ?? []).map(({ fault, what }) => `${fault}: ${what}`);
    expect(documents.flatMap(json => said('template.json', json)).sort()).toEqual(said('template.yaml', text).sort());
  });
});

/** What is found in one of these files, when all are scanned. */
const findings = (files: Record<string, string>, name: string): string[] => {
  const folder = workspace(files);
  return foundIn(
    templateReader,
    path.join(folder, name),
    files[name]!,
    Object.keys(files).map(other => path.join(folder, other)),
  );
};

describe('a serverless.yml whose parts stand in other files', () => {
  const service = (...lines: string[]): string =>
    ['service: orders', 'provider: { name: aws, tracing: { apiGateway: true } }', ...lines].join('\n');
  const functions = 'orders:\n  handler: orders.main\n  environment:\n    DB_PASSWORD: kQ7zXw2LmB9vRt4Y\n';
  const found = (text: string, others: Record<string, string>): string[] =>
    findings({ 'serverless.yml': text, ...others }, 'serverless.yml');

  it.each([
    ['all functions', service('functions: ${file(functions.yml)}'), { 'functions.yml': functions }],
    [
      'a part of a file',
      service('functions: ${file(./parts/all.yml):functions}'),
      { 'parts/all.yml': `functions:\n  ${functions.replaceAll('\n', '\n  ')}` },
    ],
    [
      'one list of several',
      service('functions: [{}, "${file(functions.json)}"]'),
      { 'functions.json': '{"orders":{"environment":{"DB_PASSWORD":"kQ7zXw2LmB9vRt4Y"}}}' },
    ],
  ])('has %s read, and reported at the reference', (_, text, others) => {
    expect(found(text, others)).toEqual(['hardcoded-secret:3', 'untraced-function:3']);
  });

  it('has one function read, and the settings of one', () => {
    const text = service(
      'functions:',
      '  orders: ${file(orders.yml)}',
      '  users:',
      '    tracing: Active',
      '    environment: ${file(users.yml):test}',
    );
    const others = {
      'orders.yml': 'tracing: Active\nenvironment: { DB_PASSWORD: kQ7zXw2LmB9vRt4Y }\n',
      'users.yml': 'test: { API_KEY: kQ7zXw2LmB9vRt4YpN6sHc1J }\n',
    };
    expect(found(text, others)).toEqual(['hardcoded-secret:4', 'hardcoded-secret:7']);
  });

  it.each([
    ['a file that traces them', { 'functions.yml': 'orders: { tracing: Active }' }],
    ['code', { 'functions.js': 'module.exports = {}' }],
    ['a file that is not scanned', {}],
    ['a file that is broken', { 'functions.yml': 'orders: [' }],
    ['a file that refers to itself', { 'functions.yml': '${file(functions.yml)}' }],
  ])('is in order with functions in %s', (_, others) => {
    expect(found(service(`functions: \${file(${Object.keys(others)[0] ?? 'functions.yml'})}`), others)).toEqual([]);
  });

  it('takes a single value of another file for a reference, whatever it is', () => {
    const text = service('functions:', '  orders: { tracing: Active, environment: { DB_PASSWORD: "${file(secrets.yml):password}" } }');
    expect(found(text, { 'secrets.yml': 'password: kQ7zXw2LmB9vRt4Y' })).toEqual(['env-secret:4']);
  });
});

describe('a folder of Terraform', () => {
  const role = `
    resource "aws_iam_role" "orders" {
      assume_role_policy = jsonencode({ Statement = [{ Principal = { Service = "lambda.amazonaws.com" } }] })
    }`;
  const policy = `
    resource "aws_iam_role_policy" "orders" {
      role   = aws_iam_role.orders.id
      policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
    }`;
  it('is read together: a role of one file and its policy in another', () => {
    expect(findings({ 'roles.tf': role, 'policies.tf': policy }, 'policies.tf')).toEqual(['broad-secret-access:4']);
  });

  it('is not read with another folder', () => {
    expect(findings({ 'a/roles.tf': role, 'b/policies.tf': policy }, 'b/policies.tf')).toEqual([]);
  });

  it('reports each thing in the file that it stands in, once', () => {
    expect(findings({ 'roles.tf': role, 'policies.tf': policy }, 'roles.tf')).toEqual([]);
  });

  it('knows the variables of other files', () => {
    const main =
      'resource "aws_lambda_function" "a" {\n  environment {\n    variables = { UPSTREAM = var.upstream }\n  }\n  tracing_config { mode = "Active" }\n}';
    expect(findings({ 'main.tf': main, 'variables.tf': 'variable "upstream" { sensitive = true }' }, 'main.tf')).toEqual(['env-secret:3']);
    expect(findings({ 'main.tf': main, 'variables.tf': 'variable "upstream" {}' }, 'main.tf')).toEqual([]);
  });

  it('goes on without a file that is broken', () => {
    expect(findings({ 'roles.tf': role, 'policies.tf': policy, 'broken.tf': 'variable "a" {' }, 'policies.tf')).toEqual([
      'broad-secret-access:4',
    ]);
  });
});

describe('what is no template', () => {
  it.each([
    ['package.yaml', 'name: orders\n', 'no resources'],
    ['openapi.yaml', 'openapi: 3.0.0\ninfo: { description: "creates an AWS::Lambda::Function" }\n', 'a text that speaks of one'],
    ['template.yaml', 'Resources:\n  A: { Type: "AWS::Lambda::Function" }\n{% if x %}\n', 'a text that templates are made from'],
    [
      'template.yaml',
      'Resources:\n  A: { Type: "AWS::Lambda::Function" }\n  B:\n    Name: {{ name }}-b\n',
      'a text that values are put into',
    ],
    [
      'stack.template.json',
      '{"Resources":{"A":{"Type":"AWS::Lambda::Function","Metadata":{"aws:cdk:path":"a"}}}}',
      'what the CDK has written',
    ],
    ['serverless.yml', 'provider: { name: google }\nfunctions: { a: {} }\n', 'another provider'],
    ['main.tf', 'resource "google_cloudfunctions_function" "a" {}\n', 'another provider'],
  ])('%s is left alone: %s', (name, text) => {
    expect(checkTemplateFile(name, text)).toBeUndefined();
  });
});

describe('a broken template', () => {
  it.each([
    ['template.yaml', 'Resources:\n  A: { Type: "AWS::Lambda::Function"\n  B: [\n', /^line \d+: /],
    ['template.yaml', 'Resources:\n  A:\n    Type: AWS::Lambda::Function\n    Tags: {\n    a: b,\n  B: c\n', /^line 5: /],
    ['template.json', '{"Resources": {"A": {"Type": "AWS::Lambda::Function"', /^line 1: /],
    ['serverless.yml', 'provider:\n  name: "aws\nfunctions: {', /^line \d+: /],
    ['main.tf', 'resource "aws_lambda_function" "a" {\n  name = "a\n}\n', /^line 2: a text is not closed$/],
    [
      'main.tf',
      'resource "aws_lambda_function" "a" {\n  tags = { a = 1\n',
      /^line \d+: "," or "}" is missing$|^line \d+: a key is missing$/,
    ],
    ['main.tf', 'resource "aws_iam_policy" "a" {\n  policy = <<EOF\n{}\n', /^line 2: EOF is not closed$/],
    ['main.tf', `resource "aws_lambda_function" "a" {\n  a = ${'['.repeat(5_000)}\n}`, /too many brackets/],
  ])('%s is named, with the line (%#)', (name, text, message) => {
    expect(() => templateReader.read({ path: `/x/${name}`, root: '/x', text }, { files: new Set(), optionsOf: () => ({}) })).toThrow(
      BrokenFileError,
    );
    expect(() => foundIn(templateReader, `/x/${name}`, text)).toThrow(message);
  });

  it.each([
    ['a bracket', '      VpcConfig: !If [Has, {\n        SubnetIds: []\n      }, x]\n      Tracing: Active\n'],
    ['what a map in brackets holds', "      Tags: {\n      'a': !Ref A, # one }\n      'b': { c: d },\n      }\n      Tracing: Active\n"],
    ['what a list in brackets holds', "      Layers: [\n      !Sub \"${A}:1\",\n      'it''s ]'\n      ]\n      Tracing: Active\n"],
    ['the rest of a text', '      Description: "one\n      two\n"\n      Tracing: Active\n'],
  ])('is none because %s stands too far to the left, which other parsers read', (_, properties) => {
    const text = `Resources:\n  A:\n    Type: AWS::Serverless::Function\n    Properties:\n${properties}  B:\n    Type: AWS::Lambda::Function\n`;
    expect(foundIn(templateReader, '/x/template.yaml', text)).toEqual([`untraced-function:${text.split('\n').indexOf('  B:') + 1}`]);
  });
});
