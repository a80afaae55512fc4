import type { ImageName } from './image-name.js';

/** Base images that Lambda functions are built on. https://docs.aws.amazon.com/lambda/latest/dg/images-create.html */
const lambdaRepositories =
  /^(?:public\.ecr\.aws\/lambda\/|amazon\/aws-lambda-|(?:\d{12}\.dkr\.ecr\.[\w-]+\.amazonaws\.com(?:\.cn)?\/)?(?:awsguru|bref)\/|public\.ecr\.aws\/awsguru\/)/;
/** The runtime interface client, its emulator, the web adapter, and places that only exist in Lambda. */
const lambdaMarks =
  /\bawslambdaric\b|\baws-lambda-(?:ric|rie|adapter|cpp)\b|\blambda-runtime-interface|\bLAMBDA_(?:TASK_ROOT|RUNTIME_DIR)\b|\bAWS_LWA_|\/var\/runtime\/bootstrap\b|\baws_lambda_ric\b/;

export const isLambdaImage = ({ repository }: ImageName): boolean => lambdaRepositories.test(repository);
export const namesLambdaRuntime = (instruction: string): boolean => lambdaMarks.test(instruction);

const set = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

const distributions = set(
  `ubuntu debian centos fedora rockylinux almalinux oraclelinux opensuse/leap opensuse/tumbleweed archlinux amazonlinux public.ecr.aws/amazonlinux/amazonlinux
  public.ecr.aws/ubuntu/ubuntu public.ecr.aws/debian/debian registry.access.redhat.com/ubi7/ubi registry.access.redhat.com/ubi8/ubi
  registry.access.redhat.com/ubi9/ubi registry.access.redhat.com/ubi8 registry.access.redhat.com/ubi9 kalilinux/kali-rolling buildpack-deps`,
);

/** Official images of languages: their plain tags hold a full Debian with compilers. */
const languages = set(
  'python node ruby golang rust php perl openjdk eclipse-temurin amazoncorretto gcc haskell elixir erlang swift maven gradle julia r-base pypy',
);

const small = set('alpine busybox scratch');

/** Images whose configuration names no user, as their publishers document: what runs in them is root. */
const rootRepositories =
  /^(?:public\.ecr\.aws\/(?:lambda|sam)\/|amazon\/aws-(?:lambda|sam-cli)-|mcr\.microsoft\.com\/dotnet\/|gcr\.io\/distroless\/|oven\/bun$|denoland\/deno$)/;

/** Whether what runs in an image is root where no USER says otherwise; undefined where that is not known. */
export function runsAsRoot({ repository, tag }: ImageName): boolean | undefined {
  if (repository.startsWith('gcr.io/distroless/')) return !/(?:^|-)nonroot$/.test(tag);
  // Chiseled and distroless images of .NET come with a user.
  if (repository.startsWith('mcr.microsoft.com/dotnet/')) return /chiseled|distroless/.test(tag) ? undefined : true;
  const isKnown = distributions.has(repository) || languages.has(repository) || small.has(repository) || rootRepositories.test(repository);
  return isKnown && !tag.includes('nonroot') ? true : undefined;
}

const slimTag = /slim|alpine|distroless|minimal|chiseled|busybox|musl|nanoserver|scratch|wolfi|micro/;
/** Temurin and Corretto on their distributions: a runtime alone is small enough. */
const runtimeOnly = /(?:^|-)(?:jre|headless)(?:-|$)/;

/** What a full distribution is called, in words; undefined for an image that is small, or is not known. */
export function fullDistribution({ repository, tag }: ImageName): string | undefined {
  if (slimTag.test(tag)) return undefined;
  if (distributions.has(repository)) return 'a full distribution';
  if (languages.has(repository) && !runtimeOnly.test(tag)) return 'the full image of its language, with compilers and tools';
  return repository === 'mcr.microsoft.com/dotnet/sdk' ? 'an SDK' : undefined;
}
