/**
 * Whether a Node is one that the package supports.
 *
 * @param {string} version as in process.versions.node
 * @param {string} range as in `engines`: `^20.19.0 || ^22.13.0 || >=24`, carets and lower bounds only
 */
export const isSupported = (version, range) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return range.split('||').some(part => {
    const [, operator, wantMajor, wantMinor = '0'] = /^\s*(\^|>=)(\d+)(?:\.(\d+))?/.exec(part) ?? [];
    const sameMajor = major === Number(wantMajor) && minor >= Number(wantMinor);
    return operator === '>=' ? sameMajor || major > Number(wantMajor) : sameMajor;
  });
};
