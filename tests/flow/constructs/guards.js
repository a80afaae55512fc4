// # a list of allowed texts
const allowed = ['ls', 'du'];
exports.handler = async event => {
  if (!allowed.includes(event.body)) return;
  exec(event.body); // clean
};

// # a set of allowed texts
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  if (allowed.has(event.body)) exec(event.body); // clean
};

// # the other branch of the same test
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  if (allowed.has(event.body)) return;
  exec(event.body); // tainted
};

// # a test whose failure throws
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  if (!allowed.has(event.body)) throw new Error('no');
  exec(event.body); // clean
};

// # a test whose failure is only logged
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  if (!allowed.has(event.body)) console.warn('odd');
  exec(event.body); // tainted
};

// # an anchored pattern
exports.handler = async event => {
  if (!/^[a-z]+$/.test(event.body)) return;
  exec(event.body); // clean
};

// # a pattern without its end
exports.handler = async event => {
  if (!/^[a-z]+/.test(event.body)) return;
  exec(event.body); // tainted
};

// # a pattern with the m flag
exports.handler = async event => {
  if (!/^[a-z]+$/m.test(event.body)) return;
  exec(event.body); // tainted
};

// # a pattern with the g flag, which remembers where it was
const name = /^[a-z]+$/g;
exports.handler = async event => {
  if (!name.test(event.body)) return;
  exec(event.body); // tainted
};

// # a pattern of anything
exports.handler = async event => {
  if (!/^.*$/.test(event.body)) return;
  exec(event.body); // tainted
};

// # a pattern that forbids one character
exports.handler = async event => {
  if (!/^[^;]+$/.test(event.body)) return;
  exec(event.body); // tainted
};

// # a text that must not hold one character
exports.handler = async event => {
  if (event.body.includes(';')) return;
  exec(event.body); // tainted
};

// # a comparison with a constant
exports.handler = async event => {
  if (event.body === 'ls') exec(event.body); // clean
};

// # a comparison with something else of the event
exports.handler = async event => {
  if (event.body === event.path) exec(event.body); // tainted
};

// # a switch over constants
exports.handler = async event => {
  switch (event.body) {
    case 'ls':
    case 'du':
      exec(event.body); // clean
      break;
    default:
      exec(event.body); // tainted
  }
};

// # a key of an own object
const commands = { ls: 1 };
exports.handler = async event => {
  if (!Object.hasOwn(commands, event.body)) return;
  exec(event.body); // clean
};

// # in, which sees inherited names too, but no text of the sender's
const commands = { ls: 1 };
exports.handler = async event => {
  if (event.body in commands) exec(event.body); // clean
};

// # a flag that remembers the test
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  const ok = allowed.has(event.body);
  if (!ok) return;
  exec(event.body); // clean
};

// # a local validator
const isName = text => /^[a-z]+$/.test(text);
exports.handler = async event => {
  if (!isName(event.body)) return;
  exec(event.body); // clean
};

// # a local validator that checks nothing
const isSafe = text => text.length > 0;
exports.handler = async event => {
  if (!isSafe(event.body)) return;
  exec(event.body); // tainted
};

// # a local function that throws
function check(text) {
  if (!/^[a-z]+$/.test(text)) throw new Error('no');
}
exports.handler = async event => {
  check(event.body);
  exec(event.body); // clean
};

// # a validation whose result no one looks at
const isName = text => /^[a-z]+$/.test(text);
exports.handler = async event => {
  isName(event.body);
  exec(event.body); // tainted
};

// # a guard that is ended by a new value
exports.handler = async event => {
  let text = event.body;
  if (!/^[a-z]+$/.test(text)) return;
  text = event.path;
  exec(text); // tainted
};

// # a guard on another field
exports.handler = async event => {
  if (!/^[a-z]+$/.test(event.path)) return;
  exec(event.body); // tainted
};

// # and: both must hold
exports.handler = async event => {
  if (event.body && /^[a-z]+$/.test(event.body)) exec(event.body); // clean
};

// # or: one may hold alone
exports.handler = async event => {
  if (event.isBase64Encoded || /^[a-z]+$/.test(event.body)) exec(event.body); // tainted
};

// # and: a use behind the test
const allowed = ['ls', 'du'];
exports.handler = async event => {
  allowed.includes(event.body) && exec(event.body); // clean
};

// # or: a use behind the failed test
const allowed = ['ls', 'du'];
exports.handler = async event => {
  !allowed.includes(event.body) || exec(event.body); // clean
  allowed.includes(event.body) || exec(event.body); // tainted
};

// # and: neither list has it
const allowed = ['ls', 'du'];
const others = ['df'];
exports.handler = async event => {
  if (!allowed.includes(event.body) && !others.includes(event.body)) return;
  exec(event.body); // clean
};

// # and: the test counts only where something else is set
const allowed = ['ls', 'du'];
exports.handler = async event => {
  if (event.isBase64Encoded && !allowed.includes(event.body)) return;
  exec(event.body); // tainted
};

// # or: one of two lists has it
const allowed = ['ls', 'du'];
const others = ['df'];
exports.handler = async event => {
  if (allowed.includes(event.body) || others.includes(event.body)) exec(event.body); // clean
};

// # or: the failed test ends the handler, with another reason beside it
const allowed = ['ls', 'du'];
exports.handler = async event => {
  if (event.isBase64Encoded || !allowed.includes(event.body)) return;
  exec(event.body); // clean
};

// # nullish: the test counts only where nothing is set
const allowed = ['ls', 'du'];
exports.handler = async event => {
  if (event.isBase64Encoded ?? !allowed.includes(event.body)) return;
  exec(event.body); // tainted
};

// # a test that is negated twice
const allowed = ['ls', 'du'];
exports.handler = async event => {
  if (!!allowed.includes(event.body)) exec(event.body); // clean
};

// # a test of the text in lower case
const allowed = ['ls', 'du'];
exports.handler = async event => {
  if (!allowed.includes(event.body.toLowerCase())) return;
  exec(event.body); // clean
};

// # every element is tested
exports.handler = async event => {
  const parts = event.body.split(',');
  if (!parts.every(part => /^[a-z]+$/.test(part))) return;
  exec(parts.join(' ')); // clean
};

// # some element is tested
exports.handler = async event => {
  const parts = event.body.split(',');
  if (!parts.some(part => /^[a-z]+$/.test(part))) return;
  exec(parts.join(' ')); // tainted
};

// # a number
exports.handler = async event => {
  if (!Number.isInteger(event.count)) return;
  exec(`head -${event.count} file`); // clean
};

// # typeof a string says nothing
exports.handler = async event => {
  if (typeof event.body !== 'string') return;
  exec(event.body); // tainted
};

// # typeof a number says all
exports.handler = async event => {
  if (typeof event.count !== 'number') return;
  exec(`head -${event.count} file`); // clean
};

// # isNaN of a text that is used as it is
exports.handler = async event => {
  if (isNaN(event.body)) return;
  exec(`head -${event.body} file`); // clean
};

// # a length says nothing
exports.handler = async event => {
  if (event.body.length > 10) return;
  exec(event.body); // tainted
};

// # a UUID
const { validate } = require('uuid');
exports.handler = async event => {
  if (!validate(event.body)) return;
  exec(`ls ${event.body}`); // clean
};

// # a conditional expression
exports.handler = async event => exec(/^[a-z]+$/.test(event.body) ? event.body : 'ls'); // clean

// # a test of the trimmed text is no test of the text
exports.handler = async event => {
  if (!/^[a-z]+$/.test(event.body.trim())) return;
  exec(event.body.trim()); // clean
};

// # a function that never comes back
const fail = () => {
  throw new Error('no');
};
exports.handler = async event => {
  if (!/^[a-z]+$/.test(event.body)) fail();
  exec(event.body); // clean
};

// # a test that answers with one of several numbers
const { isIP } = require('node:net');
exports.handler = async event => {
  if (isIP(event.body) !== 4) exec(event.body); // tainted
  if (isIP(event.path) !== 4) return;
  exec(event.path); // clean
};

// # a test that answers with a number, and one that it does not give where it fails
const { isIP } = require('node:net');
exports.handler = async event => {
  if (isIP(event.body) === 6) return;
  exec(event.body); // tainted
};

// # a guard inside a loop that goes on
exports.handler = async event => {
  for (const part of event.body.split(',')) {
    if (!/^[a-z]+$/.test(part)) continue;
    exec(part); // clean
  }
};

// # assert
const assert = require('node:assert');
exports.handler = async event => {
  assert(/^[a-z]+$/.test(event.body));
  exec(event.body); // clean
};

// # what is not allowed is replaced
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  let { command } = event;
  if (!allowed.has(command)) command = 'ls';
  exec(command); // clean
};

// # what is allowed is replaced
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  let { command } = event;
  if (allowed.has(command)) command = 'ls';
  exec(command); // tainted
};

// # a field that is replaced unless it is allowed
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  const options = { command: event.command };
  if (!allowed.has(options.command)) options.command = 'ls';
  exec(options.command); // clean
};

// # a field of the event that is set when it is missing
exports.handler = async event => {
  if (!event.command) event.command = 'ls';
  exec(event.command); // tainted
};

// # a flag that is raised behind the test
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  let valid = false;
  if (allowed.has(event.command)) valid = true;
  if (!valid) return;
  exec(event.command); // clean
};

// # a flag that another test lowers too
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  let valid = true;
  if (!allowed.has(event.command)) valid = false;
  if (!event.tenant) valid = false;
  if (valid) exec(event.command); // clean
  if (!valid) exec(event.command); // tainted
};

// # a flag that does not depend on the test
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  let valid = true;
  if (!allowed.has(event.command)) console.warn('odd');
  if (!event.tenant) valid = false;
  if (valid) exec(event.command); // tainted
};

// # a flag that any one element raises
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  let found = false;
  for (const command of event.commands) {
    if (allowed.has(command)) found = true;
  }
  if (found) exec(event.commands[0]); // tainted
};

// # a message where the test fails
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  let problem = null;
  if (!allowed.has(event.command)) problem = `${event.command} is not allowed`;
  if (problem) throw new Error(problem);
  exec(event.command); // clean
};

// # a list of what is wrong
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  const problems = [];
  if (!allowed.has(event.command)) problems.push('command');
  if (!event.tenant) problems.push('tenant');
  if (problems.length > 0) return;
  exec(event.command); // clean
};

// # a list of what is wrong with something else
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  const problems = [];
  if (!allowed.has(event.other)) problems.push('other');
  if (problems.length > 0) return;
  exec(event.command); // tainted
};

// # a list of what is wrong, of which nobody asks
const allowed = new Set(['ls', 'du']);
exports.handler = async event => {
  const problems = [];
  if (!allowed.has(event.command)) problems.push('command');
  if (problems.length > 0) console.warn(problems);
  exec(event.command); // tainted
};

// # what is wrong, by field, from a function
const allowed = new Set(['ls', 'du']);
function check(input) {
  const problems = {};
  if (!allowed.has(input.command)) problems.command = 'not allowed';
  return problems;
}
exports.handler = async event => {
  if (Object.keys(check(event)).length > 0) return;
  exec(event.command); // clean
};

// # a result that says whether all is well
const allowed = new Set(['ls', 'du']);
function check(input) {
  if (!allowed.has(input.command)) return { ok: false, problem: 'not allowed' };
  return { ok: true };
}
exports.handler = async event => {
  const { ok } = check(event);
  if (!ok) return;
  exec(event.command); // clean
};

// # a result that says nothing of the value
const allowed = new Set(['ls', 'du']);
function check(input) {
  if (!allowed.has(input.command)) return { ok: true, problem: 'not allowed' };
  return { ok: true };
}
exports.handler = async event => {
  const { ok } = check(event);
  if (!ok) return;
  exec(event.command); // tainted
};

// # a result with a problem or a value
const allowed = new Set(['ls', 'du']);
const check = command => (allowed.has(command) ? { command } : { problem: 'not allowed' });
exports.handler = async event => {
  const { problem, command } = check(event.command);
  if (problem) return;
  exec(command); // clean
};

// # some element of a list that is written out
exports.handler = async event => {
  if (!['ls', 'du'].some(command => command === event.command)) return;
  exec(event.command); // clean
};

// # some element of a list that differs
exports.handler = async event => {
  if (!['ls', 'du'].some(command => command !== event.command)) return;
  exec(event.command); // tainted
};

// # an asynchronous check that nobody waits for
const allowed = new Set(['ls', 'du']);
const check = async command => allowed.has(command);
exports.handler = async event => {
  if (!check(event.command)) return;
  exec(event.command); // tainted
};

// # an asynchronous check that is waited for
const allowed = new Set(['ls', 'du']);
const check = async command => allowed.has(command);
exports.handler = async event => {
  if (!(await check(event.command))) return;
  exec(event.command); // clean
};

// # an asynchronous check whose rejection is lost
const allowed = new Set(['ls', 'du']);
async function check(command) {
  if (!allowed.has(command)) throw new Error('no');
}
exports.handler = async event => {
  check(event.command);
  exec(event.command); // tainted
};

// # an asynchronous check whose rejection ends the invocation
const allowed = new Set(['ls', 'du']);
async function check(command) {
  if (!allowed.has(command)) throw new Error('no');
}
exports.handler = async event => {
  await check(event.command);
  exec(event.command); // clean
};

// # a number that was made for the test
exports.handler = async event => {
  if (!Number.isInteger(Number(event.count)) || isNaN(+event.size)) return;
  exec(`head -n ${event.count} -c ${event.size}`); // clean
};

// # a number at the start of the text
exports.handler = async event => {
  if (!Number.isInteger(parseInt(event.count, 10))) return;
  exec(`head -n ${event.count}`); // tainted
};

// # data from outside is no error
const describe = value => (value instanceof Error ? value.stack : '');
exports.handler = async event => exec(describe(JSON.parse(event.body))); // clean

// # an error that holds data from outside
exports.handler = async event => {
  try {
    throw new Error(event.body);
  } catch (error) {
    exec(error instanceof Error ? error.message : ''); // tainted
  }
};

// # a number that tells which way was taken
const allowed = new Set(['ls', 'pwd']);
exports.handler = async event => {
  let code = 500;
  if (allowed.has(event.body)) code = 200;
  if (code < 500) exec(event.body); // clean
  if (code >= 500) exec(event.body); // tainted
  const status = allowed.has(event.path) ? 1 : 2;
  if (status === 1) exec(event.path); // clean
  if (status !== 1) exec(event.path); // tainted
};
