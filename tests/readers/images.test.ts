import { describe, expect, it } from 'vitest';
import { BrokenFileError, type Surroundings } from '../../lib/readers/file-reader.js';
import { imageReader } from '../../lib/readers/image-reader.js';

const digest = `@sha256:${'0123456789abcdef'.repeat(4)}`;
const lambda = 'public.ecr.aws/lambda/python:3.12';

type Options = Partial<Record<'unpinned-base-image' | 'root-user' | 'full-base-image', Record<string, unknown>>>;

/** The findings of one kind as `LINE: text at its place`. */
function findings(kind: keyof Options, lines: readonly string[], options: Options = {}): string[] {
  const surroundings: Surroundings = { files: new Set(), optionsOf: name => options[name as keyof Options] ?? {} };
  const found = imageReader.read({ path: '/x/Dockerfile', root: '/x', text: lines.join('\n') }, surroundings);
  return (found ?? [])
    .filter(finding => finding.kind === kind)
    .map(
      ({ line, column, endLine, endColumn }) => `${line}: ${endLine === line ? lines[line - 1]!.slice(column - 1, endColumn - 1) : '…'}`,
    );
}

type Case = readonly [why: string, lines: readonly string[], options?: Options];
const all = { allFiles: true };

/** Each case that is reported gives its line and text; each that is not, nothing. */
const suite = (
  kind: keyof Options,
  reported: readonly (readonly [...Case, string[]] | readonly [string, readonly string[], string[]])[],
  silent: readonly Case[],
): void => {
  it.each(
    reported.map(entry => ({
      why: entry[0],
      lines: entry[1],
      options: entry.length === 4 ? (entry[2] as Options) : {},
      at: entry.at(-1) as string[],
    })),
  )('reports $why', ({ lines, options, at }) => {
    expect(findings(kind, lines, options)).toEqual(at);
  });
  it.each(silent.map(([why, lines, options]) => ({ why, lines, options })))('is silent: $why', ({ lines, options }) => {
    expect(findings(kind, lines, options)).toEqual([]);
  });
};

describe('a base image that is not pinned', () => {
  suite(
    'unpinned-base-image',
    [
      ['an AWS base image by its tag', [`FROM ${lambda}`], [`1: ${lambda}`]],
      ['no tag at all', ['FROM public.ecr.aws/lambda/nodejs'], ['1: public.ecr.aws/lambda/nodejs']],
      ['a platform in front of it', [`FROM --platform=linux/arm64 ${lambda} AS app`], [`1: ${lambda}`]],
      [
        'a variable with a default',
        ['ARG VERSION=3.12', 'FROM public.ecr.aws/lambda/python:${VERSION}'],
        ['2: public.ecr.aws/lambda/python:${VERSION}'],
      ],
      [
        'a default within the reference',
        ['FROM public.ecr.aws/lambda/python:${VERSION:-3.12}'],
        ['1: public.ecr.aws/lambda/python:${VERSION:-3.12}'],
      ],
      [
        'a variable that is made of another',
        ['ARG MAJOR=3', 'ARG V="${MAJOR}.12"', 'FROM public.ecr.aws/lambda/python:$V'],
        ['3: public.ecr.aws/lambda/python:$V'],
      ],
      [
        'another image, for the runtime interface client',
        ['FROM python:3.12-slim', 'RUN pip install awslambdaric'],
        ['1: python:3.12-slim'],
      ],
      ['the stage that the last one goes on from', [`FROM ${lambda} AS base`, 'FROM base', 'CMD ["a.b"]'], [`1: ${lambda}`]],
      ['Docker Hub’s name of the image', ['FROM amazon/aws-lambda-python:3.12'], ['1: amazon/aws-lambda-python:3.12']],
      ['a registry with a port', ['FROM localhost:5000/base:1', 'ENTRYPOINT ["aws-lambda-ric"]'], ['1: localhost:5000/base:1']],
      ['a heredoc with another FROM in it', [`FROM ${lambda}`, 'RUN <<EOF', 'cat > Dockerfile', 'FROM nothing', 'EOF'], [`1: ${lambda}`]],
      [
        'a stage that only builds, when asked to',
        ['FROM node:22 AS build', `FROM ${lambda}${digest}`],
        { 'unpinned-base-image': { buildStages: 'report' } },
        ['1: node:22'],
      ],
      ['a file of another kind, when asked to', ['FROM nginx:1'], { 'unpinned-base-image': all }, ['1: nginx:1']],
    ],
    [
      ['a digest', [`FROM ${lambda}${digest}`]],
      ['a digest without a tag', [`FROM public.ecr.aws/lambda/python${digest}`]],
      ['a digest in a variable', [`ARG IMAGE=${lambda}${digest}`, 'FROM ${IMAGE}']],
      ['a variable without a default', ['ARG TAG', 'FROM public.ecr.aws/lambda/python:${TAG}', 'CMD ["awslambdaric"]']],
      ['a stage that only builds', ['FROM node:22 AS build', `FROM ${lambda}${digest}`, 'COPY --from=build /app .']],
      ['a stage that goes on from a pinned one, in another case', [`FROM ${lambda}${digest} AS Base`, 'FROM base']],
      ['scratch', ['FROM scratch', 'COPY bootstrap /var/runtime/bootstrap']],
      ['no Lambda function', ['FROM nginx:1']],
      ['a comment that speaks of Lambda', ['# unlike awslambdaric, or public.ecr.aws/lambda/python', 'FROM nginx:1']],
      ['a function, when only other rules are for all files', ['FROM nginx:1'], { 'root-user': all }],
      ['what is copied from another image', [`FROM ${lambda}${digest}`, 'COPY --from=public.ecr.aws/awsguru/aws-lambda-adapter:0.9 /a /b']],
      ['an image that a text is made for', ['FROM public.ecr.aws/lambda/python:{{ version }}']],
    ],
  );
});

describe('an image that runs as root', () => {
  suite(
    'root-user',
    [
      ['an AWS base image without USER', [`FROM ${lambda}`], [`1: ${lambda}`]],
      ['USER root', [`FROM ${lambda}`, 'USER root'], ['2: USER root']],
      ['USER 0', [`FROM ${lambda}`, 'USER 0:0'], ['2: USER 0:0']],
      ['root at the end', [`FROM ${lambda}`, 'USER app', 'USER root', 'CMD ["a.b"]'], ['3: USER root']],
      ['root by a variable', [`FROM ${lambda}`, 'ARG WHO=root', 'USER ${WHO}'], ['3: USER ${WHO}']],
      ['a user in a stage that only builds', ['FROM node:22 AS build', 'USER node', `FROM ${lambda}`], [`3: ${lambda}`]],
      ['an image of a language', ['FROM python:3.12-slim', 'RUN pip install awslambdaric'], ['1: python:3.12-slim']],
      [
        'the same, mirrored',
        ['FROM public.ecr.aws/docker/library/node:22', 'RUN npm install aws-lambda-ric'],
        ['1: public.ecr.aws/docker/library/node:22'],
      ],
      [
        'distroless without nonroot',
        ['FROM gcr.io/distroless/nodejs22-debian12', 'CMD ["aws-lambda-ric"]'],
        ['1: gcr.io/distroless/nodejs22-debian12'],
      ],
      ['a file of another kind, when asked to', ['FROM debian:12-slim'], { 'root-user': all }, ['1: debian:12-slim']],
    ],
    [
      ['a user', [`FROM ${lambda}`, 'USER 1001']],
      ['a user by its name', [`FROM ${lambda}`, 'RUN useradd app', 'USER app:app']],
      ['root in between', [`FROM ${lambda}`, 'USER root', 'RUN dnf install -y git', 'USER app']],
      ['a user of the stage that it goes on from', [`FROM ${lambda} AS base`, 'USER app', 'FROM base']],
      ['a user by a variable without a default', [`FROM ${lambda}`, 'ARG WHO', 'USER ${WHO}']],
      ['an image that is not known', ['FROM registry.example.com/base:1', 'CMD ["aws-lambda-ric"]']],
      ['distroless with nonroot', ['FROM gcr.io/distroless/nodejs22-debian12:nonroot', 'CMD ["aws-lambda-ric"]']],
      ['chiseled .NET', ['FROM mcr.microsoft.com/dotnet/runtime:8.0-noble-chiseled', 'ENV AWS_LWA_PORT=80']],
      ['no Lambda function', ['FROM debian:12']],
      ['USER within a heredoc is text', [`FROM ${lambda}`, 'USER app', 'RUN <<EOF', 'USER root', 'EOF']],
    ],
  );
});

describe('a base image that is a full distribution', () => {
  const ric = 'CMD ["aws-lambda-ric"]';
  suite(
    'full-base-image',
    [
      ['Ubuntu', ['FROM ubuntu:24.04', ric], ['1: ubuntu:24.04']],
      ['Debian', ['FROM debian:bookworm', ric], ['1: debian:bookworm']],
      ['Amazon Linux', ['FROM public.ecr.aws/amazonlinux/amazonlinux:2023', ric], ['1: public.ecr.aws/amazonlinux/amazonlinux:2023']],
      ['the plain image of Python', ['FROM python:3.12', ric], ['1: python:3.12']],
      ['the plain image of Node.js, pinned', [`FROM node:22-bookworm${digest}`, ric], [`1: node:22-bookworm${digest}`]],
      ['no tag', ['FROM docker.io/library/golang', ric], ['1: docker.io/library/golang']],
      ['a variable with a default', ['ARG BASE=python:3.12', 'FROM ${BASE}', ric], ['2: ${BASE}']],
      ['the .NET SDK', ['FROM mcr.microsoft.com/dotnet/sdk:8.0', ric], ['1: mcr.microsoft.com/dotnet/sdk:8.0']],
      ['through another stage', ['FROM rockylinux:9 AS base', 'FROM base', ric], ['1: rockylinux:9']],
      ['a file of another kind, when asked to', ['FROM fedora:41'], { 'full-base-image': all }, ['1: fedora:41']],
    ],
    [
      ['an AWS base image', [`FROM ${lambda}`]],
      ['slim', ['FROM python:3.12-slim-bookworm', ric]],
      ['Alpine', ['FROM node:22-alpine', ric]],
      ['distroless', ['FROM gcr.io/distroless/python3-debian12', ric]],
      ['a runtime without a compiler', ['FROM eclipse-temurin:21-jre', ric]],
      ['minimal', ['FROM public.ecr.aws/amazonlinux/amazonlinux:2023-minimal', ric]],
      ['a stage that only builds', ['FROM python:3.12 AS build', 'FROM python:3.12-slim', ric]],
      ['scratch', ['FROM golang:1.24 AS build', 'FROM scratch', ric]],
      ['an image that is not known', ['FROM registry.example.com/python:3.12', ric]],
      ['no Lambda function', ['FROM ubuntu:24.04']],
    ],
  );
});

describe('a file', () => {
  it.each([
    'Dockerfile',
    'Dockerfile.lambda',
    'Dockerfile-arm64',
    'Dockerfile_build.prod',
    'api.Dockerfile',
    'Containerfile',
    'dockerfile',
  ])('%s is read', name => {
    expect(imageReader.wants(`/x/${name}`)).toBe(true);
  });

  it.each([
    'Dockerfile.dockerignore',
    'Dockerfile.ts',
    'dockerfile-lint.js',
    'Dockerfile-notes.md',
    'Dockerfile.j2',
    'docker-compose.yml',
    'MyDockerfile',
  ])('%s is not', name => {
    expect(imageReader.wants(`/x/${name}`)).toBe(false);
  });

  it('without FROM is broken', () => {
    expect(() => findings('root-user', ['RUN true'])).toThrow(BrokenFileError);
  });

  it('without FROM is none where its name may be that of a list about Dockerfiles', () => {
    const file = { path: '/x/Dockerfile-images', root: '/x', text: 'api\nworker\n' };
    expect(imageReader.read(file, { files: new Set(), optionsOf: () => ({}) })).toBeUndefined();
    const image = { ...file, path: '/x/Dockerfile-arm64', text: `FROM ${lambda}\n` };
    expect(imageReader.read(image, { files: new Set(), optionsOf: () => ({}) })?.map(({ kind }) => kind)).toContain('unpinned-base-image');
  });

  it.each([[[]], [['']], [['FROM ${']], [['ARG', 'FROM a AS', 'USER']], [['FROM a', 'RUN <<EOF']]])('%j breaks nothing', lines => {
    expect(findings('root-user', lines, { 'root-user': all })).toEqual([]);
  });
});
