// # a property of the parameter
exports.handler = async ({ body }) => exec(body); // tainted

// # a renamed property
exports.handler = async ({ body: text }) => exec(text); // tainted

// # a nested property
exports.handler = async ({ queryStringParameters: { name } }) => exec(name); // tainted

// # a default value does not clean
exports.handler = async ({ body = 'ls' }) => exec(body); // tainted

// # a default that is never replaced stays constant
const run = ({ command = 'ls' } = {}) => exec(command); // clean
exports.handler = async event => run() ?? event.body;

// # an element of an array
exports.handler = async event => {
  const [first] = event.body.split(',');
  exec(first); // tainted
};

// # a skipped element
exports.handler = async event => {
  const [, second] = ['ls', event.body];
  exec(second); // tainted
};

// # the constant neighbour of a tainted element
exports.handler = async event => {
  const [first] = ['ls', event.body];
  exec(first); // clean
};

// # the rest of an object
exports.handler = async ({ headers, ...rest }) => exec(rest.body); // tainted

// # the rest of an array
exports.handler = async event => {
  const [, ...others] = ['ls', event.body];
  exec(others[0]); // tainted
};

// # a computed key
exports.handler = async event => {
  const key = 'body';
  const { [key]: text } = event;
  exec(text); // tainted
};

// # an assignment pattern
exports.handler = async event => {
  let text;
  ({ body: text } = event);
  exec(text); // tainted
};

// # two variables swapped
exports.handler = async event => {
  let a = event.body;
  let b = 'ls';
  [a, b] = [b, a];
  exec(a); // clean
  exec(b); // tainted
};

// # in the head of a loop
exports.handler = async event => {
  for (const { body } of event.Records) exec(body); // tainted
};

// # in the parameter of a callback
exports.handler = async event => event.Records.map(({ body }) => exec(body)); // tainted
