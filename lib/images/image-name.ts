/** The parts of an image's name: `registry/path:tag@digest`. */
export interface ImageName {
  /** Without tag and digest; an official image of Docker Hub is only its name, wherever it is mirrored. */
  readonly repository: string;
  /** `latest` where none is given. */
  readonly tag: string;
  readonly digest: string | undefined;
}

/** Registries that mirror Docker's official images under the same names. */
const officialMirrors =
  /^(?:docker\.io\/(?:library\/)?|index\.docker\.io\/(?:library\/)?|registry-1\.docker\.io\/library\/|library\/|public\.ecr\.aws\/docker\/library\/|mirror\.gcr\.io\/(?:library\/)?)(?=[^/]+$)/;

/** Takes a name apart. A colon before the last slash is a port. */
export function imageName(text: string): ImageName {
  const [named = '', digest] = text.split('@', 2);
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const path = colon === -1 ? named : named.slice(0, colon);
  return {
    repository: path
      .toLowerCase()
      .replace(/^docker\.io\/(?!library\/)(?=[^/]+\/)/, '')
      .replace(officialMirrors, ''),
    tag: colon === -1 ? 'latest' : named.slice(colon + 1).toLowerCase(),
    digest,
  };
}
