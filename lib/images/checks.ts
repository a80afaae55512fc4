import { fullDistribution, isLambdaImage, namesLambdaRuntime, runsAsRoot } from './known-images.js';
import { readDockerfile, type ImageBuild, type InstructionRange, type Stage } from './stages.js';

/** What is wrong with an image. */
export type ImageFault = 'unpinned-base-image' | 'root-user' | 'full-base-image';

export interface ImageFinding {
  readonly fault: ImageFault;
  /** Lines and characters from 0. */
  readonly at: InstructionRange;
  /** A clause that says it. */
  readonly what: string;
}

/** What the user decides about each fault. */
export interface ImageOptions {
  /** Whether to check a file that builds no Lambda function as well. */
  readonly allFiles: (fault: ImageFault) => boolean;
  /** Whether a stage that only builds must pin its image too. */
  readonly buildStages: boolean;
}

/** The stage and those that it goes on from, itself first. */
function lineage(stage: Stage): Stage[] {
  const stages: Stage[] = [];
  for (let current: Stage | undefined = stage; current !== undefined; current = current.parent) stages.push(current);
  return stages;
}

const isForLambda = ({ stages, instructions }: ImageBuild): boolean =>
  stages.some(({ image }) => image !== undefined && isLambdaImage(image)) || instructions.some(namesLambdaRuntime);

function unpinned(stages: readonly Stage[]): ImageFinding[] {
  return stages
    .filter(({ image }) => image !== undefined && image.digest === undefined && image.repository !== 'scratch')
    .map(({ written, at }) => ({ fault: 'unpinned-base-image', at, what: `The base image ${written} is named by a tag that can move` }));
}

const rootNames = /^(?:root|0+)(?::.*)?$/;

function rootUser(final: Stage): ImageFinding[] {
  const stages = lineage(final);
  const user = stages.find(stage => stage.user !== undefined)?.user;
  if (user !== undefined) {
    const isRoot = user.name !== undefined && rootNames.test(user.name);
    return isRoot ? [{ fault: 'root-user', at: user.at, what: 'This image runs as root' }] : [];
  }
  const image = stages.at(-1)?.image;
  if (image === undefined || runsAsRoot(image) !== true) return [];
  return [{ fault: 'root-user', at: final.at, what: 'This image runs as root, because no USER says otherwise' }];
}

function fullImage(final: Stage): ImageFinding[] {
  const base = lineage(final).at(-1);
  const kind = base?.image === undefined ? undefined : fullDistribution(base.image);
  return base === undefined || kind === undefined
    ? []
    : [{ fault: 'full-base-image', at: base.at, what: `The base image ${base.written} is ${kind}` }];
}

/**
 * Checks a Dockerfile.
 *
 * @returns undefined for one that the options leave out altogether
 */
export function checkDockerfile(text: string, { allFiles, buildStages }: ImageOptions): ImageFinding[] | undefined {
  const build = readDockerfile(text);
  const final = build.stages.at(-1);
  if (final === undefined) return undefined;
  const isWanted = isForLambda(build) ? () => true : ({ fault }: ImageFinding) => allFiles(fault);
  if (!isForLambda(build) && !(['unpinned-base-image', 'root-user', 'full-base-image'] as const).some(allFiles)) return undefined;
  return [...unpinned(buildStages ? build.stages : lineage(final)), ...rootUser(final), ...fullImage(final)].filter(isWanted);
}
