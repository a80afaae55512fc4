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
