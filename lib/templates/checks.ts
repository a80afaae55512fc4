import { secretInVariable } from './environment.js';
import { broadGrant } from './policy.js';
import type { Template } from './template.js';
import type { Span } from './tree.js';

/** What is wrong in a template. */
export type TemplateFault =
  'hardcoded-secret' | 'env-secret' | 'broad-secret-access' | 'untraced-function' | 'silent-trail' | 'partial-detector' | 'runtime-sdk';

/** One thing that is wrong; `what` is a clause that says it, and never holds a secret. */
export interface TemplateFinding {
  readonly fault: TemplateFault;
  readonly at: Span;
  readonly what: string;
}

/** Judges a template. A secret that is written out is reported as that alone. */
export function checkTemplate(template: Template): TemplateFinding[] {
  const findings: TemplateFinding[] = [];
  const add = (fault: TemplateFault, at: Span, what: string): void => {
    findings.push({ fault, at, what });
  };
  for (const variable of template.variables) {
    const secret = secretInVariable(variable);
    if (secret?.kind === 'written')
      add('hardcoded-secret', secret.at, `The value of the environment variable ${variable.name} is written in the template`);
    if (secret?.kind === 'kept') add('env-secret', variable.at, `The environment variable ${variable.name} holds a secret`);
  }
  for (const statement of template.statements) {
    const grant = broadGrant(statement);
    if (grant !== undefined) add('broad-secret-access', grant.at, `This statement allows a function to read ${grant.what}`);
  }
  for (const { name, at } of template.managedPolicies)
    add('broad-secret-access', at, `The managed policy ${name} allows a function to read every secret or parameter`);
  for (const { name, at, isTraced } of template.functions)
    if (isTraced === false) add('untraced-function', at, `The function ${name} is not traced with X-Ray`);
  for (const { name, at } of template.silentTrails) add('silent-trail', at, `The trail ${name} does not record who invokes functions`);
  for (const { name, at } of template.partialDetectors) add('partial-detector', at, `${name} leaves Lambda functions out`);
  for (const { name, at } of template.excludedSdks) add('runtime-sdk', at, `${name} is left to the runtime`);
  return findings;
}
