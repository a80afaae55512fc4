import { describe, expect, test } from 'vitest';
import { workspace } from '../scan/workspace.js';
import { found } from './read.js';

const imports = (text: string, files: readonly string[] = []): string[] => found('/nowhere/handler.py', text, files);

describe('imports in Python', () => {
  test.each([
    ['popular packages', 'import requests\nfrom flask import Flask\nimport boto3, botocore.config as config'],
    ["Python's own modules", 'import asyncio, dataclasses\nfrom urllib.parse import urlparse\nimport urllib2'],
    [
      'modules named otherwise than their package',
      'import yaml, cv2, sklearn, dateutil, bs4, jwt\nfrom PIL import Image\nfrom Crypto import Random',
    ],
    [
      'modules without the separators of their package',
      'import pythonjsonlogger\nimport aws_lambda_powertools\nfrom aws_xray_sdk.core import xray_recorder',
    ],
    ['relative imports', 'from .reqeusts import get\nfrom . import reqeusts\nfrom ..reqeusts.api import get'],
    ['a comment and a string', '# import reqeusts\ntext = "import reqeusts"\n'],
    ['a docstring with an import in a line of its own', '"""\nimport reqeusts\nfrom reqeusts import get\n"""\nimport requests\n'],
    ['a docstring of the other kind, with a quote in it', "'''it's\nimport reqeusts\n\\'''\nimport djangoo\n'''\n"],
    ['a short name, which is near to many', 'import s3f, httx, rich2'],
    ['a name that only begins like an import', 'important = reqeusts\nfromage = 1'],
    ['an attribute of a popular package', 'import requests.reqeusts\nfrom flask import flasl'],
  ])('silent: %s', (_, text) => expect(imports(text)).toEqual([]));

  test.each([
    ['import', 'import reqeusts', '1:8-16'],
    ['import of a submodule', 'import reqeusts.adapters', '1:8-16'],
    ['from', 'from reqeusts import get', '1:6-14'],
    ['from a submodule', 'from reqeusts.adapters import HTTPAdapter', '1:6-14'],
    ['under another name', 'import reqeusts as requests', '1:8-16'],
    ['in a list', 'import os, reqeusts as r, json', '1:12-20'],
    ['in a function, after a docstring', 'def handler(event, context):\n    """Loads."""\n    import reqeusts\n', '3:12-20'],
    ['after a string that spans lines', 'text = """\nimport os\n"""\nimport reqeusts\n', '4:8-16'],
    ['in a try', 'try:\n    import reqeusts\nexcept ImportError:\n    reqeusts = None\n', '2:12-20'],
    ['with line ends of Windows', 'import os\r\nimport reqeusts\r\n', '2:8-16'],
  ])('reported: %s', (_, text, place) =>
    expect(imports(text)).toEqual([`${place} typosquat: "reqeusts" is one slip away from the popular package "requests".`]),
  );

  test('a module of the project is nobody else’s, wherever it lies: beside the file, as a folder, in a layer', () => {
    expect(imports('import reqeusts', ['/nowhere/reqeusts.py'])).toEqual([]);
    expect(imports('from reqeusts.api import get', ['/nowhere/layers/http/python/reqeusts/api.py'])).toEqual([]);
    expect(imports('import reqeusts', ['/nowhere/reqeusts.txt', '/nowhere/reqeusts_test.py'])).toHaveLength(1);
  });

  test('a compiled module beside the file counts too', () => {
    const folder = workspace({ 'reqeusts.so': '' });
    expect(found(`${folder}/handler.py`, 'import reqeusts')).toEqual([]);
  });
});
