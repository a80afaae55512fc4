/** What a command or an action of a workflow does, as far as it matters here. */
export type Deed = 'deploy' | 'deploy-if-lambda' | 'audit';

/** Programs that only start another one. */
const starters =
  /^(?:sudo|time|exec|command|env|then|do|else|!|[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|\S*)|(?:npx|bunx|uvx|pnpx)(?:\s+-{1,2}[\w-]+)*|npm\s+exec(?:\s+--)?|(?:yarn|pnpm|bun)\s+(?:exec|dlx|run|x)|yarn|pnpm|(?:poetry|pipenv|uv|pdm|hatch)\s+run|python[\d.]*\s+-m|\.\/node_modules\/\.bin\/|node_modules\/\.bin\/)\s*/;

/** `npm run sls -- deploy` is `sls deploy`. */
const script = /^npm\s+(?:run|run-script)\s+(?:-\S+\s+)*([\w:.-]+)(?:\s+(?:-w|--workspace)[= ]\S+)*(?:\s+--\s+)?/;

const deploys =
  /^(?:sam\s+(?:deploy|sync)\b|(?:serverless|sls|osls)\s+(?:\S+\s+)*?deploy\b(?!\s+list)|aws\s+(?:--[^\s=]+(?:[= ](?!-)\S+)?\s+)*lambda\s+(?:update-function-code|create-function)\b|chalice\s+(?:--\S+\s+)*deploy\b|zappa\s+(?:deploy|update)\b|claudia\s+(?:create|update)\b|arc\s+deploy\b|sst\s+deploy\b|lambroll\s+deploy\b|apex\s+deploy\b|cargo\s+lambda\s+deploy\b|dotnet\s+lambda\s+deploy-\w+)/;
const deploysStacks =
  /^(?:(?:aws-)?cdk\s+(?:\S+\s+)*?deploy\b|aws\s+(?:--[^\s=]+(?:[= ](?!-)\S+)?\s+)*cloudformation\s+(?:deploy|create-stack|update-stack)\b|terraform\s+(?:-\S+\s+)*apply\b|tofu\s+(?:-\S+\s+)*apply\b|terragrunt\s+(?:\S+\s+)*?apply\b|pulumi\s+up\b)/;
const rehearses = /\s--(?:no-execute-changeset|dry-run|no-execute|noDeploy)\b|\s--method[= ]prepare-change-set\b/;

const audits =
  /^(?:npm\s+(?:\S+\s+)*?audit\b(?!\s+(?:signatures|fix))|yarn\s+(?:npm\s+)?audit\b|npm\s+audit\b(?!\s+(?:signatures|fix))|audit\b(?=\s|$)|(?:pnpm|bun)\s+audit\b|pip-audit\b|pip_audit\b|safety\s+(?:\S+\s+)*?(?:check|scan)\b|snyk\s+(?:\S+\s+)*?(?:test|monitor)\b|osv-scanner\b|trivy\s+(?:\S+\s+)*?(?:fs|filesystem|repo|repository|image|rootfs)\b|grype\b|audit-ci\b|better-npm-audit\b|improved-yarn-audit\b|check-audit\b|auditjs\b|retire\b|pipenv\s+(?:check|audit)\b|check\b(?=\s*$)|bundle(?:r)?[ -]audit\b|cargo\s+(?:audit|deny)\b|govulncheck\b|composer\s+audit\b|dependency-check(?:\.sh)?\b|dotnet\s+list\b.*--vulnerable|\.?\/?(?:mvnw?|gradlew?)\b.*dependency-?check|semgrep\s+(?:ci\b|.*--supply-chain)|socket\s+(?:ci|scan)\b|nancy\s+sleuth\b|jake\s+\w+|(?:make|just|task|nox|tox|invoke|inv)\s+(?:\S+\s+)*?\S*(?:audit|vuln|security|snyk)\S*)/;
const namedAudit = /audit|vuln|snyk|security|dependency-check/i;

/** The commands of a shell script, each without what only starts it; `isIgnored` where its failure changes nothing. */
export function commandsOf(text: string): { readonly command: string; readonly isIgnored: boolean }[] {
  const lines = text.replaceAll(/\\\r?\n/g, ' ').split(/\r?\n/);
  return lines.flatMap(line => {
    const bare = line.replace(/(^|\s)#.*$/, '').trim();
    const isIgnored = /\|\|\s*(?:true|:|echo\b|exit\s+0)/.test(bare) || /;\s*(?:true|exit\s+0)\s*;?$/.test(bare);
    return bare.split(/&&|\|\|?|;|\$\(|`|\bthen\b|\bdo\b|^if\s|^\(|^\{/).map(part => ({ command: started(part.trim()), isIgnored }));
  });
}

function started(command: string): string {
  let rest = command;
  for (let match = starters.exec(rest); match !== null && match[0] !== '' && match[0].length < rest.length; match = starters.exec(rest)) {
    // `yarn audit` is a command of yarn itself.
    if (/^(?:yarn|pnpm)\s*$/.test(match[0]) && /^(?:npm\s+)?audit\b/.test(rest.slice(match[0].length))) return rest;
    rest = rest.slice(match[0].length);
  }
  const named = script.exec(rest);
  if (named === null) return rest;
  return namedAudit.test(named[1]!) ? 'npm audit' : `${named[1]} ${rest.slice(named[0].length)}`;
}

/** What a command does. */
export function deedOfCommand(command: string): Deed | undefined {
  if (audits.test(command) && !/--audit-level[= ]none\b/.test(command)) return 'audit';
  if (rehearses.test(command)) return undefined;
  return deploys.test(command) ? 'deploy' : deploysStacks.test(command) ? 'deploy-if-lambda' : undefined;
}

/** Whether a command uploads an archive into which the same script put nothing but single sources: no package comes along. */
export function uploadsOnlySources(command: string, script: readonly { readonly command: string }[]): boolean {
  const archive = /\s--zip-file[= ]["']?fileb:\/\/(?:\.\/)?([\w./-]+)/.exec(command)?.[1];
  const packed = script.filter(other => /^zip\s/.test(other.command) && other.command.split(/\s+/).includes(archive ?? ''));
  return (
    packed.length > 0 &&
    packed.every(({ command: zip }) => /^zip\s+(?:-[a-qs-z\d]+\s+)*[\w./-]+(?:\s+[\w./-]+\.(?:py|[cm]?js))+$/.test(zip))
  );
}

/** Whether a command deploys an image or an archive that stands in a registry or a bucket already. */
export const deploysBuilt = (command: string): boolean =>
  /^aws\s.*?\blambda\s+(?:update-function-code|create-function)\b/.test(command) &&
  /\s--image-uri\b|\s--s3-(?:bucket|key)\b|\s--code[= ]["']?(?:ImageUri|S3(?:Bucket|Key))=/.test(command);

/** Commands that ask, wait and tell, and so bring no package along; what a shell says between them. */
const bringsNothing =
  /^(?:$|[)\]}"'#]|(?:fi|done|else|esac|if|elif|for|while|until|case|exit|return|export|local|set|cd|echo|printf|cat|test|\[\[?|sleep|date|jq|grep|sed|awk|cut|tr|head|tail|sort|wc|curl|git|gh|aws)\b)|^[A-Za-z_]\w*=/;
const uploads = /^aws\s.*?\bs3(?:api)?\s+(?:cp|sync|mv|put-object)\b/;

/** Whether a command may build something, or bring it to where it is deployed from. */
export const mayBuild = (command: string): boolean => !bringsNothing.test(command) || uploads.test(command);

/** Whether an action may build something: those that prepare the machine do not. */
export const mayActionBuild = (uses: string): boolean =>
  !/^(?:actions\/(?:checkout|setup-[\w-]+|github-script|cache)|aws-actions\/(?:configure-aws-credentials|amazon-ecr-login))(?:@|$)/.test(
    uses,
  );

const deployAction =
  /^(?:aws-actions\/aws-lambda-deploy|appleboy\/lambda-action|[\w.-]+\/[\w.-]*(?:lambda[\w.-]*deploy|deploy[\w.-]*lambda|lambda[\w.-]*(?:update|publish))[\w.-]*)(?:\/|@|$)/i;
const stackAction = /^aws-actions\/aws-cloudformation-github-deploy(?:@|$)/i;
/** Actions that run a tool with what they are given. */
const toolAction =
  /^[\w.-]+\/[\w.-]*(serverless|\bsls\b|sam|cdk|terraform)[\w.-]*(?:\/[\w./-]*)?(?:@|$)|^serverless\/(github-action)(?:@|$)/i;
const auditAction =
  /^(?:snyk\/actions|aquasecurity\/trivy-action|anchore\/scan-action|actions\/dependency-review-action|google\/osv-scanner(?:-action)?|pypa\/gh-action-pip-audit|pyupio\/safety[\w.-]*|oke-py\/npm-audit-action|socketsecurity\/[\w.-]+|endorlabs\/[\w.-]+|debricked\/[\w.-]+|jfrog\/frogbot|whitesource\/[\w.-]+|mend\/[\w.-]+|aws-actions\/vulnerability-scan-github-action-for-amazon-inspector|[\w.-]+\/[\w.-]*(?:npm-audit|pip-audit|yarn-audit|pnpm-audit|audit-ci|dependency-check|dependency-scan|vulnerability-scan|vulnerabilities)[\w.-]*)(?:\/|@|$)/i;

/** What an action does. @param inputs the texts that it is given */
export function deedOfAction(uses: string, inputs: readonly string[]): Deed | undefined {
  if (auditAction.test(uses)) return 'audit';
  if (deployAction.test(uses)) return 'deploy';
  if (stackAction.test(uses)) return 'deploy-if-lambda';
  const match = toolAction.exec(uses);
  if (match === null || /setup/i.test(uses) || !inputs.some(input => /(?:^|\s)(?:deploy|apply)\b/.test(input))) return undefined;
  return /cdk|terraform/i.test(match[1] ?? '') ? 'deploy-if-lambda' : 'deploy';
}

/** Whether a workflow that is only known by its name audits dependencies. */
export const isAuditName = (name: string): boolean => /audit|security|vuln|scan|snyk|trivy|sca\b/i.test(name);
