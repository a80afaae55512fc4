// # a parameter
function run(text) {
  exec(text); // tainted
}
exports.handler = async event => run(event.body);

// # a result
const commandOf = event => `ls ${event.body}`;
exports.handler = async event => exec(commandOf(event)); // tainted

// # a result that does not depend on it
const commandOf = () => 'ls';
exports.handler = async event => exec(commandOf(event)); // clean

// # the second parameter only
const run = (first, second) => exec(second); // clean
exports.handler = async event => run(event.body, 'ls');

// # two calls, one with a constant
const same = text => text;
exports.handler = async event => {
  exec(same('ls')); // clean
  exec(same(event.body)); // tainted
};

// # a default parameter
const run = (text = 'ls') => exec(text); // tainted
exports.handler = async event => run(event.body);

// # rest parameters
const run = (...parts) => exec(parts.join(' ')); // tainted
exports.handler = async event => run('ls', event.body);

// # arguments
function run() {
  exec(arguments[0]); // tainted
}
exports.handler = async event => run(event.body);

// # a closure
exports.handler = async event => {
  const text = event.body;
  const run = () => exec(text); // tainted
  run();
};

// # a function that makes a function
const runner = text => () => exec(text); // tainted
exports.handler = async event => runner(event.body)();

// # a function that is passed in
const twice = (fn, text) => fn(text);
exports.handler = async event => twice(text => exec(text), event.body); // tainted

// # recursion
const last = list => (list.length > 1 ? last(list.slice(1)) : list[0]);
exports.handler = async event => exec(last(event.body.split(','))); // tainted

// # call
function run(text) {
  exec(text); // tainted
}
exports.handler = async event => run.call(null, event.body);

// # apply
function run(first, text) {
  exec(text); // tainted
}
exports.handler = async event => run.apply(null, ['ls', event.body]);

// # bind
function run(first, text) {
  exec(text); // tainted
}
exports.handler = async event => run.bind(null, 'ls')(event.body);

// # promisify
const run = require('node:util').promisify(exec);
exports.handler = async event => run(event.body); // tainted

// # an alias of the sink
const run = exec;
exports.handler = async event => run(event.body); // tainted

// # a local function with the name of a sink
exports.handler = async event => {
  const exec = text => text.length;
  exec(event.body); // clean
};

// # a function that is called at once
exports.handler = async event => (text => exec(text))(event.body); // tainted

// # a function that is declared below
exports.handler = async event => run(event.body);
function run(text) {
  exec(text); // tainted
}

// # a table of functions
const actions = { list: text => exec(text), size: () => exec('du') }; // tainted
exports.handler = async event => actions[event.queryStringParameters.action](event.body);

// # an early return of a constant
const commandOf = text => {
  if (text === 'a') return 'ls';
  return text;
};
exports.handler = async event => exec(commandOf(event.body)); // tainted

// # a compiled async function
const commandOf = async event => event.body;
exports.handler = async event => exec(await commandOf(event)); // tainted

// # a function that no handler reaches
const run = text => exec(text); // clean
exports.handler = async event => event.body;

// # an argument bound to a library's function
exports.handler = async event => {
  const run = exec.bind(null, event.body);
  run(); // tainted
};

// # a constant bound to a library's function
exports.handler = async event => {
  const run = exec.bind(null, 'ls');
  run(event.body); // clean
};

// # what a promisified function hands to its callback
const { promisify } = require('node:util');
const load = (id, done) => setImmediate(() => done(null, { id, size: id.length }));
exports.handler = async event => {
  const { id, size } = await promisify(load)(event.body);
  exec(id); // tainted
  exec(`head -c ${size}`); // clean
};

// # what the next tick is given
exports.handler = async event => {
  process.nextTick(text => exec(text), event.body); // tainted
  process.nextTick(text => exec(text), 'ls'); // clean
};

// # a property of a function
const run = () => 'ls';
exports.handler = async event => {
  run.last = event.body;
  exec(run.last); // tainted
  exec(run()); // clean
};

// # a prototype that inherits from another
function Base(event) {
  this.text = event.body;
}
Base.prototype.run = function () {
  exec(this.text); // tainted
};
function Job(event) {
  Base.call(this, event);
  this.kind = 'job';
}
Job.prototype = Object.create(Base.prototype);
Job.prototype.show = function () {
  exec(this.kind); // clean
};
exports.handler = async event => {
  const job = new Job(event);
  job.run();
  job.show();
};

// # a constructor that does without new
function Job(event) {
  if (!(this instanceof Job)) return new Job(event);
  this.text = event.body;
  this.kind = 'job';
}
exports.handler = async event => {
  const job = Job(event);
  exec(job.text); // tainted
  exec(job.kind); // clean
};

// # steps in a list, for a library that runs them
const { series } = require('async');
exports.handler = (event, context, callback) => {
  const steps = [];
  steps.push(next => exec('ls', next)); // clean
  steps.push(next => exec(event.body, next)); // tainted
  series(steps, error => callback(error));
};

// # steps in a list that nobody gets
exports.handler = event => {
  const steps = [next => exec(event.body, next)]; // clean
  return steps.length;
};
