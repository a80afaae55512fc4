/** The names that https://cwe.mitre.org/ gives to the weaknesses of the catalogue. */
const cweNames: Record<number, string> = {
  20: 'Improper Input Validation',
  22: "Improper Limitation of a Pathname to a Restricted Directory ('Path Traversal')",
  78: "Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')",
  79: "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')",
  89: "Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')",
  95: "Improper Neutralization of Directives in Dynamically Evaluated Code ('Eval Injection')",
  117: 'Improper Output Neutralization for Logs',
  209: 'Generation of Error Message Containing Sensitive Information',
  250: 'Execution with Unnecessary Privileges',
  324: 'Use of a Key Past its Expiration Date',
  488: 'Exposure of Data Element to Wrong Session',
  502: 'Deserialization of Untrusted Data',
  522: 'Insufficiently Protected Credentials',
  526: 'Cleartext Storage of Sensitive Information in an Environment Variable',
  532: 'Insertion of Sensitive Information into Log File',
  601: "URL Redirection to Untrusted Site ('Open Redirect')",
  611: 'Improper Restriction of XML External Entity Reference',
  778: 'Insufficient Logging',
  798: 'Use of Hard-coded Credentials',
  829: 'Inclusion of Functionality from Untrusted Control Sphere',
  918: 'Server-Side Request Forgery (SSRF)',
  942: 'Permissive Cross-domain Security Policy with Untrusted Domains',
  943: 'Improper Neutralization of Special Elements in Data Query Logic',
  1104: 'Use of Unmaintained Third Party Components',
  1321: "Improperly Controlled Modification of Object Prototype Attributes ('Prototype Pollution')",
  1333: 'Inefficient Regular Expression Complexity',
  1336: 'Improper Neutralization of Special Elements Used in a Template Engine',
  1357: 'Reliance on Insufficiently Trustworthy Component',
  1395: 'Dependency on Vulnerable Third-Party Component',
};

/**
 * `CWE-78: Improper ...`.
 *
 * @throws if the name is not listed here yet
 */
export function cweTitle(cwe: number): string {
  const name = cweNames[cwe];
  if (name === undefined) throw new Error(`CWE-${cwe} has no name in lib/sync/cwe-names.ts`);
  return `CWE-${cwe}: ${name}`;
}

export const cweUrl = (cwe: number): string => `https://cwe.mitre.org/data/definitions/${cwe}.html`;
