// # overwritten with a constant
exports.handler = async event => {
  let text = event.body;
  text = 'ls';
  exec(text); // clean
};

// # overwritten on one branch only
exports.handler = async event => {
  let text = event.body;
  if (event.isBase64Encoded) text = 'ls';
  exec(text); // tainted
};

// # overwritten on both branches
exports.handler = async event => {
  let text = event.body;
  if (event.isBase64Encoded) text = 'ls';
  else text = 'du';
  exec(text); // clean
};

// # used before it is overwritten
exports.handler = async event => {
  let text = event.body;
  exec(text); // tainted
  text = 'ls';
};

// # carried from one round of a loop to the next
exports.handler = async event => {
  let last = 'ls';
  for (const record of event.Records) {
    exec(last); // tainted
    last = record.body;
  }
};

// # while
exports.handler = async event => {
  const queue = event.body.split(',');
  while (queue.length > 0) exec(queue.shift()); // tainted
};

// # do
exports.handler = async event => {
  let text = 'ls';
  do {
    text += event.body;
  } while (text.length < 10);
  exec(text); // tainted
};

// # for with an index
exports.handler = async event => {
  for (let i = 0; i < event.Records.length; i++) exec(event.Records[i].body); // tainted
};

// # for in gives names that the sender chose
exports.handler = async event => {
  for (const name in JSON.parse(event.body)) exec(name); // tainted
};

// # a value that leaves try
exports.handler = async event => {
  let text = 'ls';
  try {
    text = JSON.parse(event.body).text;
  } catch {
    text = 'du';
  }
  exec(text); // tainted
};

// # a value that catch puts there
exports.handler = async event => {
  let text = 'ls';
  try {
    JSON.parse('{');
  } catch {
    text = event.body;
  }
  exec(text); // tainted
};

// # finally
exports.handler = async event => {
  let text;
  try {
    text = event.body;
  } finally {
    exec(text); // tainted
  }
};

// # what is thrown is caught
exports.handler = async event => {
  try {
    throw event.body;
  } catch (text) {
    exec(text); // tainted
  }
};

// # a case of a switch that falls through
exports.handler = async event => {
  let text = 'ls';
  switch (event.httpMethod) {
    case 'GET':
      text = event.body;
    case 'PUT':
      exec(text); // tainted
  }
};

// # code behind a return
exports.handler = async event => {
  return event.body;
  exec(event.body); // clean
};

// # or
exports.handler = async event => exec(event.body || 'ls'); // tainted

// # nullish
exports.handler = async event => exec(event.body ?? 'ls'); // tainted

// # and
exports.handler = async event => event.body && exec(event.body); // tainted

// # or behind a text that is there
exports.handler = async event => exec('ls' || event.body); // clean

// # and behind an empty text
exports.handler = async event => exec('' && event.body); // clean

// # nullish behind a text
exports.handler = async event => exec('ls' ?? event.body); // clean

// # nullish behind null
exports.handler = async event => exec(null ?? event.body); // tainted

// # nullish behind what was never set
let missing;
exports.handler = async event => exec(missing ?? event.body); // tainted

// # nullish behind what another file gives
const { load } = require('./load');
exports.handler = async event => exec(load() ?? event.body); // tainted

// # nullish behind an object that may be missing
exports.handler = async event => {
  const table = { command: event.body };
  const found = event.isBase64Encoded ? table : null;
  exec((found ?? { command: 'ls' }).command); // tainted
};

// # nullish behind a text of the event that may be missing
exports.handler = async event => {
  const found = event.isBase64Encoded ? event.body : null;
  exec(found ?? 'ls'); // tainted
};

// # set only where a number is missing
exports.handler = async event => {
  let text = event.body;
  const count = event.isBase64Encoded ? Number(event.count) : null;
  count ?? (text = 'ls');
  exec(text); // tainted
};

// # set only where a constant is missing
exports.handler = async event => {
  let text = event.body;
  const mode = event.isBase64Encoded ? 'du' : null;
  mode ?? (text = 'ls');
  exec(text); // tainted
};

// # overwritten behind what is always true
exports.handler = async event => {
  let text = event.body;
  const table = {};
  table && (text = 'ls');
  exec(text); // clean
};

// # set behind what is always true
exports.handler = async event => {
  let text = 'ls';
  const table = {};
  table && (text = event.body);
  exec(text); // tainted
};

// # overwritten behind what may be true
exports.handler = async event => {
  let text = event.body;
  event.isBase64Encoded && (text = 'ls');
  exec(text); // tainted
};

// # set behind what may be true
exports.handler = async event => {
  let text = 'ls';
  event.isBase64Encoded && (text = event.body);
  exec(text); // tainted
};

// # an object of the program is never missing
exports.handler = async event => {
  const table = {};
  if (!table) exec(event.body); // clean
};

// # a conditional expression
exports.handler = async event => exec(event.isBase64Encoded ? event.body : 'ls'); // tainted

// # a conditional expression between constants
exports.handler = async event => exec(event.body ? 'du' : 'ls'); // clean

// # an assignment as an expression
exports.handler = async event => {
  let text;
  exec((text = event.body)); // tainted
};

// # a comma
exports.handler = async event => exec((0, event.body)); // tainted

// # assigned when empty
exports.handler = async event => {
  let text;
  text ??= event.body;
  exec(text); // tainted
};

// # a labelled continue
exports.handler = async event => {
  outer: for (const record of event.Records) {
    for (const part of record.body.split(',')) {
      if (part === '') continue outer;
      exec(part); // tainted
    }
  }
};

// # a module variable
let text = 'ls';
exports.handler = async event => {
  text = event.body;
  run();
};
const run = () => exec(text); // tainted

// # a generator
function* parts(event) {
  yield event.body;
}
exports.handler = async event => {
  for (const part of parts(event)) exec(part); // tainted
};

// # an async generator
async function* parts(event) {
  yield event.body;
}
exports.handler = async event => {
  for await (const part of parts(event)) exec(part); // tainted
};

// # a generator that hands on another one
function* inner(event) {
  yield event.body;
}
function* outer(event) {
  yield* inner(event);
}
exports.handler = async event => {
  for (const part of outer(event)) exec(part); // tainted
};

// # a value that goes from round to round through a function
const wrap = text => ({ text, before: 'x' });
exports.handler = async event => {
  let first = wrap('a');
  let second = wrap('b');
  let third = wrap('c');
  for (let i = 0; i < 3; i++) {
    third = wrap(second.text);
    second = wrap(first.text);
    first = wrap(event.name);
    exec(first.before); // clean
  }
  exec(third.text); // tainted
};

// # a closure that is made in each round and called in the next
exports.handler = async event => {
  let run = () => 'ls';
  let name = 'a';
  for (const part of event.parts) {
    exec(run()); // tainted
    const kept = name;
    run = () => kept;
    name = part;
  }
};

// # a closure of each round that holds only what the program made
exports.handler = async event => {
  const runs = [];
  for (const part of event.parts) {
    const size = Number(part);
    runs.push(() => size);
  }
  for (const run of runs) exec(`head -n ${run()}`); // clean
};

// # a function called in a loop, whose variables are new each time
const twice = text => {
  const parts = [];
  for (const letter of ['a', 'b']) parts.push(letter + text);
  return parts.join(' ');
};
exports.handler = async event => {
  const lines = [];
  for (const name of event.names) lines.push(twice(name));
  exec(lines[0]); // tainted
  exec(twice('c')); // clean
};
