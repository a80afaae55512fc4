import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRequirements } from '../../lib/dependencies/requirements.js';
import { workspace } from '../scan/workspace.js';
import { found } from './read.js';

const requirements = (text: string): string[] => found('/nowhere/requirements.txt', text);
const hash = `--hash=sha256:${'0'.repeat(64)}`;
const commit = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';

describe('which files hold requirements', () => {
  test.each([
    'requirements.txt',
    'requirements-dev.txt',
    'dev-requirements.txt',
    'test_requirements.txt',
    'requirements/base.txt',
    'a/Requirements.txt',
  ])('%s does', name => expect(isRequirements(`/app/${name}`)).toBe(true));

  test.each(['requirements.in', 'readme.txt', 'requirements.md', 'requirements/notes/a.txt', 'robots.txt'])('%s does not', name =>
    expect(isRequirements(`/app/${name}`)).toBe(false),
  );
});

describe('names in requirements', () => {
  test.each([
    ['popular packages', 'requests==2.32.3\nboto3==1.38.0\nbeautifulsoup4==4.12.3'],
    ['any spelling that PyPI takes for the same', 'Flask==3.0.0\npython_dateutil==2.9.0\nzope.interface==7.0\nPyYAML==6.0.2'],
    ['popular neighbours', 'grequests==0.7.0\nhttpx==0.28.1\nhttpcore==1.0.7\npsycopg==3.2.0\npsycopg2==2.9.10'],
    ['a name of its own', 'orders-client==1.0.0\naws-lambda-powertools==3.0.0'],
    ['a package that Lambda users know and few others do', 'rdklib==0.3.6\ncrhelper==2.0.11\ncfnresponse==1.1.2'],
    ['a comment', '# reqeusts\nrequests==2.32.3  # not reqeusts'],
    ['options and files', '-r reqeusts.txt\n--index-url https://example.com/reqeusts\n--find-links ./reqeusts\n-e ./reqeusts\n./reqeusts'],
    ['a package from a repository, named in full', `reqeusts @ git+https://example.com/reqeusts.git@${commit}`],
    ['markup of a template', '{{ cookiecutter.reqeusts }}==1.0.0\n{% if reqeusts %}'],
  ])('silent: %s', (_, text) => expect(requirements(text)).toEqual([]));

  test.each([
    ['swapped letters', 'reqeusts==2.32.3', 'reqeusts', 'requests'],
    ['a letter left out', 'beautifulsop4==4.12.3', 'beautifulsop4', 'beautifulsoup4'],
    ['what is popular in the other ecosystem alone', 'request==1.0.0', 'request', 'requests'],
    ['a doubled letter', 'djanggo==5.0', 'djanggo', 'django'],
    ['a key nearby', 'numoy==2.0.0', 'numoy', 'numpy'],
    ['a digit for a letter', 'r3quests==2.0.0', 'r3quests', 'requests'],
    ['another separator', 'prompt-tool-kit==3.0.0', 'prompt-tool-kit', 'prompt-toolkit'],
    ['a name that people look for', 'pytorhc==2.0.0', 'pytorhc', 'pytorch'],
    ['with extras, a marker and hashes', `reqeusts[socks]==2.32.3 ; python_version > "3.8" \\\n    ${hash}`, 'reqeusts', 'requests'],
    ['in capitals', 'Reqeusts==2.32.3', 'Reqeusts', 'requests'],
  ])('reported: %s', (_, text, name, twin) =>
    expect(requirements(text)).toEqual([
      `1:1-${name.length + 1} typosquat: "${name}" is one slip away from the popular package "${twin}".`,
    ]),
  );

  test.each([
    ['a letter left out', 'beautifulsup4==4.12.3', 'beautifulsup4', 'beautifulsoup4'],
    ['a letter more', 'httpxc[http2]==0.28.1', 'httpxc', 'httpx'],
    ['in capitals', 'Ritch==13.9.4', 'Ritch', 'rich'],
  ])('on record: %s', (_, text, name, twin) =>
    expect(requirements(text)).toEqual([
      `1:1-${name.length + 1} typosquat: "${name}" is on record as a malicious package; the popular package "${twin}" is called almost like it.`,
    ]),
  );
});

describe('pinned requirements', () => {
  test.each([
    ['one version', 'requests==2.32.3'],
    ['one version, however it is written', 'requests === 2.32.3\nflask[async] == 3.0.0 ; python_version >= "3.9"\nboto3 (==1.38.0)'],
    ['hashes', `requests>=2 \\\n    ${hash} \\\n    ${hash}`],
    ['a commit', `git+https://example.com/orders.git@${commit}#egg=orders\norders @ git+ssh://git@example.com/orders.git@${commit}`],
    ['a URL with a hash', `https://example.com/a.whl#sha256=${'0'.repeat(64)}\nhttps://example.com/b.whl ${hash}`],
    [
      'a file of PyPI, which never changes',
      'https://files.pythonhosted.org/packages/3a/d0/edc009/numpy-1.26.4-cp311-cp311-linux_x86_64.whl',
    ],
    ['an archive that a host makes of a commit', `orders @ https://github.com/example/orders/archive/${commit}.zip`],
    ['one version among other conditions', 'requests>=2,==2.32.3\nflask==3.0.0,<4'],
    ['files of the folder', 'orders-1.0.0-py3-none-any.whl\norders-1.0.0.tar.gz'],
    ['a command that somebody wrote into it', 'pip install requests\nRun this first'],
    ['what conda exports', 'numpy=1.26.4=py311h64a7726_0\nrequests=2.32.3'],
    ['paths', '.\n./orders\n-e .\nfile:./orders.whl\norders @ file:///srv/orders.whl'],
    ['options and comments', '--require-hashes\n--pre\n# requests\n\n-r base.txt'],
    ['markup of a template', 'requests{{ version }}'],
  ])('silent: %s', (_, text) => expect(requirements(text)).toEqual([]));

  test.each([
    ['no version', 'requests', '1:1-9', '"requests" is not pinned to a version.'],
    ['a range', '  requests>=2.31', '1:3-11', '"requests" is not pinned to a version.'],
    ['a compatible version', 'requests~=2.31.0', '1:1-9', '"requests" is not pinned to a version.'],
    ['a version with a star', 'requests==2.*', '1:1-9', '"requests" is not pinned to a version.'],
    ['a marker only', 'requests ; python_version > "3.8"', '1:1-9', '"requests" is not pinned to a version.'],
    ['a version that is left out', 'requests!=2.32.0', '1:1-9', '"requests" is not pinned to a version.'],
    ['an extra', 'requests[socks]>=2', '1:1-9', '"requests" is not pinned to a version.'],
    ['a version in a marker', 'requests ; python_version == "3.8"', '1:1-9', '"requests" is not pinned to a version.'],
    [
      'an archive of a branch',
      'orders @ https://github.com/example/orders/archive/main.zip',
      '1:1-7',
      '"orders" is taken from a URL without a hash.',
    ],
    [
      'a branch',
      'git+https://example.com/orders.git@main#egg=orders',
      '1:1-51',
      '"orders" is taken from a git repository without the commit.',
    ],
    [
      'a branch, with a name before it',
      'orders @ git+https://example.com/orders.git',
      '1:1-7',
      '"orders" is taken from a git repository without the commit.',
    ],
    ['a URL', 'orders @ https://example.com/orders.whl', '1:1-7', '"orders" is taken from a URL without a hash.'],
    ['a URL alone', 'https://example.com/orders.whl', '1:1-31', '"https://example.com/orders.whl" is taken from a URL without a hash.'],
  ])('reported: %s', (_, text, place, message) => expect(requirements(text)).toEqual([`${place} floating-version: ${message}`]));

  test('a password in a URL is not shown', () => {
    const [report] = requirements('-e git+https://deploy:not-a-real-password@example.com/orders.git@main');
    expect(report).toContain('"git+https://example.com/orders.git@main" is taken from a git repository');
  });

  test('what a constraints file pins is pinned, and what it leaves open is not', () => {
    const folder = workspace({ 'constraints.txt': 'requests==2.32.3\nflask>=3\n' });
    const file = path.join(folder, 'requirements.txt');
    expect(found(file, '-c constraints.txt\nRequests\nflask\nboto3')).toEqual([
      '3:1-6 floating-version: "flask" is not pinned to a version.',
      '4:1-6 floating-version: "boto3" is not pinned to a version.',
    ]);
    expect(found(file, '-c https://example.com/constraints.txt\nrequests')).toEqual([]);
  });

  test('constraints count for what includes, and what is included', () => {
    const folder = workspace({
      'constraints.txt': 'requests==2.32.3\n',
      'all.requirements.txt': '-r requirements/base.txt\n--constraint=constraints.txt\n',
      'requirements/base.txt': '',
      'requirements/held.txt': '--requirement base.txt\n-c ../constraints.txt',
      'other/pins.txt': 'flask==3.0.0',
    });
    const file = path.join(folder, 'requirements/base.txt');
    expect(found(file, 'requests\nflask')).toEqual(['2:1-6 floating-version: "flask" is not pinned to a version.']);
    expect(found(path.join(folder, 'a/requirements.txt'), '-r ../all.requirements.txt\nrequests\nflask')).toEqual([
      '3:1-6 floating-version: "flask" is not pinned to a version.',
    ]);
  });

  test('constraints that lie beside it count too, elsewhere they do not', () => {
    const folder = workspace({ 'api/constraints.txt': 'requests==2.32.3\n', 'api/requirements.txt': '', 'jobs/requirements.txt': '' });
    expect(found(path.join(folder, 'api/requirements.txt'), 'requests')).toEqual([]);
    expect(found(path.join(folder, 'jobs/requirements.txt'), 'requests')).toHaveLength(1);
  });

  test('files that include each other are read once', () => {
    const folder = workspace({ 'a.requirements.txt': '-r b.requirements.txt', 'b.requirements.txt': '-r a.requirements.txt' });
    expect(found(path.join(folder, 'a.requirements.txt'), '-r b.requirements.txt\nrequests')).toHaveLength(1);
  });
});
