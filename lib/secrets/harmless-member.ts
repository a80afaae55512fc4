import type { Origin } from '../flow/origin.js';

/** Members of a secret that say where something is, whose it is or how it is set up. */
const harmless =
  /\.(?:host|hostname|domain|port|db(?:name|Name|InstanceIdentifier|ClusterIdentifier)?|database|engine|user(?:name|Name)?|id|region|endpoint|(?:is)?[sS]andbox|stage|env|environment|enabled|version|mode|level|limit|bucket|table|queue|topic|ssl|schema|timeout|expires(?:In|At|_in|_at)?|prev(?:ious)?|next|(?:base|root|work|upload|download|home)?(?:[dD]ir(?:ectory)?|[fF]older|[pP]ath)|\w*(?:Id|Arn|Dir|Directory|Folder|Name|Url|Domain|Bucket|Table|Queue|Topic|Region|Version|Enabled|Level|Limit|Stage|Count)|\w*(?:ARN|[aA]ssets|ASSETS|[vV]iews|VIEWS|_(?:ID|NAME|URL|URI|DOMAIN|BUCKET|TABLE|QUEUE|TOPIC|REGION|VERSION|ENABLED|LEVEL|LIMIT|STAGE|COUNT|DAYS|DATE|PORT|HOST|PATH|ROLES?))|\w+_(?:id|arn|name|url|domain|bucket|table|queue|topic|region|version|enabled|level|limit|stage|count))$/u;

/** In words: a whole tree of the configuration, in which few values are secrets. */
export const parametersOfPath = 'the decrypted parameters of a path';

/** In words: what a user gets for signing in. */
export const tokensOfUser = "the user's tokens";

/** Whether a secret is the caller's own: signing in ends with an answer that holds it. */
export function isForCaller({ root }: Origin): boolean {
  return root.label === tokensOfUser;
}

/** Whether a place in a secret holds nothing that opens anything: `.SecretString.host`, and one value of a tree of parameters. */
export function isHarmlessMember({ path, root }: Origin): boolean {
  return harmless.test(path) || (root.label === parametersOfPath && path.endsWith('.Parameters[].Value'));
}
