// # await
exports.handler = async event => exec(await Promise.resolve(event.body)); // tainted

// # then
exports.handler = event => Promise.resolve(event.body).then(text => exec(text)); // tainted

// # a chain
exports.handler = event =>
  Promise.resolve(event)
    .then(({ body }) => body.trim())
    .then(text => exec(text)); // tainted

// # all
exports.handler = async event => {
  const [a, b] = await Promise.all([Promise.resolve('ls'), Promise.resolve(event.body)]);
  exec(a); // clean
  exec(b); // tainted
};

// # allSettled
exports.handler = async event => {
  const [{ value }] = await Promise.allSettled([event.body]);
  exec(value); // tainted
};

// # race and any
exports.handler = async event => exec(await Promise.race([event.body])); // tainted

// # a promise made by hand
exports.handler = async event => {
  const text = await new Promise(resolve => resolve(event.body));
  exec(text); // tainted
};

// # map with async callbacks
exports.handler = async event => {
  const texts = await Promise.all(event.Records.map(async record => record.body));
  texts.forEach(text => exec(text)); // tainted
};

// # a timer
exports.handler = async event => setTimeout(() => exec(event.body), 10); // tainted

// # the callback style
exports.handler = (event, context, callback) => {
  exec(event.body, callback); // tainted
};

// # rejected by hand
const refuse = value => Promise.reject(value);
exports.handler = async event => {
  try {
    await refuse(event.body);
  } catch (text) {
    exec(text); // tainted
  }
};

// # rejected by a promise made by hand
exports.handler = async event => {
  try {
    await new Promise((resolve, reject) => reject(event.body));
  } catch (text) {
    exec(text); // tainted
  }
};

// # rejected with a constant
exports.handler = async event => {
  try {
    await Promise.reject('ls');
  } catch (text) {
    exec(text); // clean
  }
};

// # setImmediate hands its further arguments on
exports.handler = async event => setImmediate(text => exec(text), event.body); // tainted

// # setTimeout keeps the delay to itself
exports.handler = async event => setTimeout(text => exec(text), event.body, 'ls'); // clean
