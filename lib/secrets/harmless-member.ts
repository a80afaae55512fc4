/** Members of a secret that say where something is, whose it is or how it is set up. */
const harmless =
  /\.(?:host|hostname|port|db(?:name|Name|InstanceIdentifier|ClusterIdentifier)?|database|engine|user(?:name|Name)?|region|endpoint|(?:is)?[sS]andbox|stage|env|environment|enabled|version|mode|bucket|table|queue|topic|ssl|schema|timeout|expires(?:In|At|_in|_at)?|prev(?:ious)?|next|\w*(?:Id|Arn|Name|Url|Bucket|Table|Queue|Topic|Region|Version|Enabled|Stage|Count))$/u;

/** @param path of a place in a secret: `.SecretString.host` */
export function isHarmlessMember(path: string): boolean {
  return harmless.test(path);
}
