/**
 * Names under which people look for a popular package that is called otherwise: what they import, or what it is known as. Those who
 * imitate packages imitate these as well.
 */
export const wantedPythonNames: readonly string[] = [
  'python',
  'sklearn',
  'pytorch',
  'beautifulsoup',
  'opencv',
  'dateutil',
  'dotenv',
  'pycrypto',
  'skimage',
  'pyopenssl',
  'tensorflow-gpu',
];

/** Python's own modules, and what a Lambda runtime brings along. https://docs.python.org/3/py-modindex.html */
export const ownPythonModules: ReadonlySet<string> = new Set(
  `__future__ _thread abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii binhex bisect
  builtins bz2 calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall compression concurrent configparser
  contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email
  encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch formatter fractions ftplib functools gc genericpath getopt
  getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools
  json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt
  multiprocessing netrc nis nntplib ntpath numbers opcode operator optparse os ossaudiodev parser pathlib pdb pickle pickletools pipes
  pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri
  random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib
  sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess
  sunau symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios test textwrap this threading time timeit tkinter
  token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings
  wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
  urllib2 httplib ConfigParser StringIO cStringIO cPickle Queue HTMLParser urlparse cookielib commands sets md5 sha thread
  awslambdaric lambda_runtime_client pkg_resources setuptools cfnresponse`
    .trim()
    .split(/\s+/),
);
