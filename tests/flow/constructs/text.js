// # a template
exports.handler = async event => exec(`ls ${event.body}`); // tainted

// # a sum
exports.handler = async event => exec('ls ' + event.body); // tainted

// # a sum that grows
exports.handler = async event => {
  let command = 'ls';
  command += ' ' + event.body;
  exec(command); // tainted
};

// # join of a list
exports.handler = async event => exec(['ls', event.body].join(' ')); // tainted

// # concat
exports.handler = async event => exec('ls '.concat(event.body)); // tainted

// # methods that keep the text
exports.handler = async event => exec(event.body.trim().toLowerCase().slice(1).padEnd(9)); // tainted

// # split and join
exports.handler = async event => exec(event.body.split('/').reverse().join('/')); // tainted

// # a character class that is removed cleans only what it names
exports.handler = async event => exec(event.body.replace(/;/g, '')); // tainted

// # everything but letters and digits removed
exports.handler = async event => exec(event.body.replace(/[^a-z0-9]/gi, '')); // clean

// # the length of a text
exports.handler = async event => exec(`head -c ${event.body.length} file`); // clean

// # a test of a text
exports.handler = async event => exec(`echo ${event.body.includes('x')}`); // clean

// # a position in a text
exports.handler = async event => exec(`echo ${event.body.indexOf('x')}`); // clean

// # String() keeps the text
exports.handler = async event => exec(String(event.body)); // tainted

// # toString() keeps the text
exports.handler = async event => exec(event.body.toString()); // tainted

// # Number() makes a number
exports.handler = async event => exec(`kill ${Number(event.body)}`); // clean

// # parseInt makes a number
exports.handler = async event => exec(`kill ${parseInt(event.body, 10)}`); // clean

// # unary plus makes a number
exports.handler = async event => exec(`kill ${+event.body}`); // clean

// # two exclamation marks make a boolean
exports.handler = async event => exec(`echo ${!!event.body}`); // clean

// # JSON and back
exports.handler = async event => exec(JSON.parse(event.body).command); // tainted

// # JSON text is quoted, not escaped for a shell
exports.handler = async event => exec(`echo ${JSON.stringify(event.body)}`); // tainted

// # Base64 decoded
exports.handler = async event => exec(Buffer.from(event.body, 'base64').toString('utf8')); // tainted

// # decoded from a URL
exports.handler = async event => exec(decodeURIComponent(event.Records[0].s3.object.key)); // tainted

// # a URL taken apart
exports.handler = async event => exec(new URL(event.body).hostname); // tainted

// # a query taken apart
exports.handler = async event => exec(new URLSearchParams(event.body).get('name')); // tainted

// # a tagged template hands its values to the tag
const tag = (strings, ...values) => strings[0] + values[0];
exports.handler = async event => exec(tag`ls ${event.body}`); // tainted

// # String.raw
exports.handler = async event => exec(String.raw`ls ${event.body}`); // tainted

// # a text encoded as hexadecimal
exports.handler = async event => exec(`echo ${Buffer.from(event.body).toString('hex')}`); // clean

// # a match of letters
exports.handler = async event => exec(`ls ${event.body.match(/^[a-z]+$/)[0]}`); // clean

// # a match of anything
exports.handler = async event => exec(`ls ${event.body.match(/^.+$/)[0]}`); // tainted

// # a format of numbers
const { format } = require('node:util');
exports.handler = async event => exec(format('head -n %d', event.body)); // clean

// # a format of numbers and texts
const { format } = require('node:util');
exports.handler = async event => exec(format('head -n %d %s', 5, event.body)); // tainted
