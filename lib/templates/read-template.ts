import { checkTemplate, type TemplateFinding } from './checks.js';
import { isCloudFormation, readCloudFormation } from './cloudformation.js';
import { isServerless, readServerless } from './serverless.js';
import { readTerraform } from './terraform.js';
import type { Tree } from './tree.js';
import { readYaml, SyntaxProblem } from './yaml-tree.js';

/** Whether a file may be a template, by its name. */
export const isTemplateName = (name: string): boolean =>
  /\.(?:ya?ml|template|tf)$/i.test(name) ||
  (/\.json$/i.test(name) && !/^(?:package(?:-lock)?|tsconfig.*|composer|manifest)\.json$/i.test(name));

const cloudFormationMark = /\b(?:AWS|Custom)::[A-Z]/;
const serverlessMark = /^['"]?provider['"]?\s*:/m;
/** A text from which templates are made: Jinja, Liquid, Cookiecutter. */
const templateOfTemplates = /\{%-? *\w/;
/** Where such a text puts a value in. Within quotes it may be a text of the template's own, so that it counts for what cannot be read. */
const insertion = /(?<!\$)\{\{-?\s+[\w.]+(?:\s*\|[^{}]*)?\s+-?\}\}/;
/** What the CDK writes into its output, whose source is checked instead. */
const synthesised = /"aws:cdk:path"|\baws:cdk:path:|"CheckBootstrapVersion"|\bCheckBootstrapVersion:/;
const terraformMark = /\baws_(?:lambda_function|iam_\w+|cloudtrail|guardduty|inspector2)|\bterraform-aws-(?:modules\/)?lambda\b/;
/** What files of a module may hold that others refer to. */
const sharedMark = /\baws_iam_|^\s*(?:variable|locals)\b|\baws_guardduty|\blambda_function_association\b/m;

/** What may be read beside a template. */
export interface Neighbours {
  /** The texts of the other files of Terraform in its folder. */
  readonly terraform: () => readonly string[];
  /** The text of a file, its path counted from the template's folder; undefined where there is none. */
  readonly textOf: (path: string) => string | undefined;
}

const alone: Neighbours = { terraform: () => [], textOf: () => undefined };

/**
 * Checks a template of SAM, CloudFormation, the Serverless Framework or Terraform.
 *
 * @param name the file's name, without folders
 * @returns undefined for a file that is no template; throws a SyntaxProblem for one that is broken
 */
export function checkTemplateFile(name: string, text: string, neighbours: Neighbours = alone): TemplateFinding[] | undefined {
  if (/\.tf$/i.test(name)) {
    if (!terraformMark.test(text)) return undefined;
    return checkTemplate(
      readTerraform(
        text,
        neighbours.terraform().filter(other => sharedMark.test(other)),
      ),
    );
  }
  if (templateOfTemplates.test(text) || synthesised.test(text)) return undefined;
  const isServerlessName = /^serverless[\w.-]*\.(?:ya?ml|json)$/i.test(name) && serverlessMark.test(text);
  if (!isServerlessName && !cloudFormationMark.test(text)) return undefined;
  const otherFile = (path: string): Tree | undefined => {
    const other = /\.(?:ya?ml|json)$/i.test(path) ? neighbours.textOf(path) : undefined;
    return other === undefined ? undefined : readableDocument(other);
  };
  const templates = documentsOf(text).flatMap(document => {
    if (isServerlessName && isServerless(document)) return [readServerless(document, otherFile)];
    return isCloudFormation(document) ? [readCloudFormation(document)] : [];
  });
  return templates.length === 0 ? undefined : templates.flatMap(checkTemplate);
}

function documentsOf(text: string): Tree[] {
  try {
    return readYaml(text);
  } catch (error) {
    if (error instanceof SyntaxProblem && insertion.test(text)) return [];
    throw error;
  }
}

/** What is broken in another file is told, if at all, when its own turn comes. */
function readableDocument(text: string): Tree | undefined {
  try {
    return readYaml(text)[0];
  } catch {
    return undefined;
  }
}
