import { spanOf, type TemplateParts } from './template.js';
import { at, entryAt, isPlain, itemsOf, textOf, textsOf, type Entry, type Tree } from './tree.js';

const functionType = 'AWS::Lambda::Function';

/** Whether selectors of a trail record who invokes functions; undefined where they are decided elsewhere. An invocation is a write. */
function recordsInvocations(properties: Tree | undefined): boolean | undefined {
  const basic = at(properties, 'EventSelectors');
  const advanced = at(properties, 'AdvancedEventSelectors');
  const hasType = (selector: Tree): boolean =>
    itemsOf(at(selector, 'DataResources')).some(resource => textOf(at(resource, 'Type')) === functionType);
  const isNamed = (selector: Tree): boolean =>
    itemsOf(at(selector, 'FieldSelectors')).some(
      field => textOf(at(field, 'Field')) === 'resources.type' && textsOf(at(field, 'Equals')).includes(functionType),
    );
  const isReadOnly = (selector: Tree): boolean =>
    textOf(at(selector, 'ReadWriteType')) === 'ReadOnly' ||
    itemsOf(at(selector, 'FieldSelectors')).some(
      field => textOf(at(field, 'Field')) === 'readOnly' && itemsOf(at(field, 'Equals')).some(isTrue),
    );
  const found = [...itemsOf(basic).filter(hasType), ...itemsOf(advanced).filter(isNamed)].some(selector => !isReadOnly(selector));
  if (found) return true;
  // The ARNs of functions may be references, but what kind of events is recorded must be written here.
  return [basic, advanced].every(isWritten) ? false : undefined;
}

const isTrue = (tree: Tree): boolean => tree.kind === 'scalar' && String(tree.value) === 'true';

/** Whether a list of selectors and the kinds in it are written out. */
function isWritten(selectors: Tree | undefined): boolean {
  if (selectors === undefined) return true;
  if (selectors.kind !== 'list') return false;
  return selectors.items.every(selector => {
    const resources = at(selector, 'DataResources');
    const fields = at(selector, 'FieldSelectors');
    return (
      selector.kind === 'map' &&
      (resources === undefined || (resources.kind === 'list' && resources.items.every(item => isPlain(at(item, 'Type') ?? item)))) &&
      isPlain(fields)
    );
  });
}

/** Whether a GuardDuty detector names its protections and Lambda's is off or not among them; a new one that names none has all of them on. */
function leavesLambdaOut(properties: Tree | undefined): boolean {
  const enable = at(properties, 'Enable');
  const features = at(properties, 'Features');
  if (enable?.kind !== 'scalar' || !isTrue(enable)) return false;
  if (features === undefined) return at(properties, 'DataSources')?.kind === 'map';
  if (features.kind !== 'list' || !isPlain(features)) return false;
  const lambda = features.items.find(feature => textOf(at(feature, 'Name')) === 'LAMBDA_NETWORK_LOGS');
  return lambda === undefined || textOf(at(lambda, 'Status')) !== 'ENABLED';
}

/** Reads the trails and detectors of a template. */
export function readDetection(resources: readonly Entry[], parts: TemplateParts): void {
  for (const { key: name, at: place, value } of resources) {
    const type = textOf(at(value, 'Type'));
    const properties = at(value, 'Properties');
    const isSetUp = properties === undefined || entryAt(value, 'Properties')?.value.kind === 'map';
    if (
      (type === 'AWS::CloudTrail::Trail' || type === 'AWS::CloudTrail::EventDataStore') &&
      isSetUp &&
      recordsInvocations(properties) === false
    )
      parts.silentTrails.push({ name, at: spanOf(place) });
    if (type === 'AWS::GuardDuty::Detector' && leavesLambdaOut(properties)) parts.partialDetectors.push({ name, at: spanOf(place) });
  }
}
