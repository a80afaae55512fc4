// # a property
exports.handler = async event => {
  const job = { command: event.body, count: 1 };
  exec(job.command); // tainted
};

// # the property beside it
exports.handler = async event => {
  const job = { command: 'ls', note: event.body };
  exec(job.command); // clean
};

// # a property set later
exports.handler = async event => {
  const job = {};
  job.command = event.body;
  exec(job.command); // tainted
};

// # a property overwritten
exports.handler = async event => {
  const job = { command: event.body };
  job.command = 'ls';
  exec(job.command); // clean
};

// # a property set through an alias
exports.handler = async event => {
  const job = {};
  const same = job;
  same.command = event.body;
  exec(job.command); // tainted
};

// # a property set by a function
const fill = (job, text) => {
  job.command = text;
};
exports.handler = async event => {
  const job = { command: 'ls' };
  fill(job, event.body);
  exec(job.command); // tainted
};

// # a spread
exports.handler = async event => {
  const job = { ...event, count: 1 };
  exec(job.body); // tainted
};

// # a spread that is overwritten
exports.handler = async event => {
  const job = { ...event, body: 'ls' };
  exec(job.body); // clean
};

// # Object.assign
exports.handler = async event => {
  const job = Object.assign({}, { command: event.body });
  exec(job.command); // tainted
};

// # a computed key
exports.handler = async event => {
  const job = {};
  job['com' + 'mand'] = event.body;
  exec(job.command); // tainted
};

// # Object.values
exports.handler = async event => {
  for (const text of Object.values({ a: event.body })) exec(text); // tainted
};

// # Object.entries
exports.handler = async event => {
  for (const [name, value] of Object.entries(event.headers)) exec(`${name} ${value}`); // tainted
};

// # the keys of the program's own object
exports.handler = async event => {
  const jobs = { ls: event.body };
  for (const name of Object.keys(jobs)) exec(name); // clean
};

// # Object.fromEntries
exports.handler = async event => {
  const job = Object.fromEntries([['command', event.body]]);
  exec(job.command); // tainted
};

// # a getter
exports.handler = async event => {
  const job = {
    get command() {
      return event.body;
    },
  };
  exec(job.command); // tainted
};

// # a setter
exports.handler = async event => {
  const job = {
    set command(text) {
      exec(text); // tainted
    },
  };
  job.command = event.body;
};

// # a structured clone
exports.handler = async event => exec(structuredClone(event).body); // tainted

// # a JSON clone
exports.handler = async event => exec(JSON.parse(JSON.stringify({ a: event.body })).a); // tainted

// # optional chaining
exports.handler = async event => exec(event?.queryStringParameters?.name); // tainted

// # an optional call
exports.handler = async event => {
  const job = { run: text => exec(text) }; // tainted
  job.run?.(event.body);
};

// # a Map
exports.handler = async event => {
  const jobs = new Map();
  jobs.set('a', event.body);
  exec(jobs.get('a')); // tainted
};

// # another key of a Map
exports.handler = async event => {
  const jobs = new Map([['b', 'ls']]);
  jobs.set('a', event.body);
  exec(jobs.get('b')); // clean
};

// # a Set
exports.handler = async event => {
  const jobs = new Set([event.body]);
  for (const job of jobs) exec(job); // tainted
};

// # a frozen object
exports.handler = async event => exec(Object.freeze({ a: event.body }).a); // tainted

// # a deleted property
exports.handler = async event => {
  const job = { command: event.body };
  delete job.command;
  exec(job.command); // clean
};

// # a table of the program's own, by a key of the event
const commands = { list: 'ls', size: 'du' };
exports.handler = async event => exec(commands[event.body]); // clean

// # an object with a prototype
const proto = {
  run() {
    exec(this.text); // tainted
  },
  show() {
    exec(this.kind); // clean
  },
};
exports.handler = async event => {
  const made = Object.create(proto);
  made.text = event.body;
  made.run();
  const given = Object.setPrototypeOf({ kind: 'given' }, proto);
  given.show();
};

// # a getter by its descriptor
exports.handler = async event => {
  const request = {};
  Object.defineProperty(request, 'text', { get: () => event.body });
  Object.defineProperties(request, { kind: { value: 'kind' } });
  exec(request.text); // tainted
  exec(request.kind); // clean
};

// # an object that can be iterated over
class List {
  #items = [];
  add(item) {
    this.#items.push(item);
    return this;
  }
  *[Symbol.iterator]() {
    yield* this.#items;
  }
}
exports.handler = async event => {
  for (const item of new List().add(event.body)) exec(item); // tainted
  for (const item of new List().add('ls')) exec(item); // clean
};

// # an iterator written out
const once = value => ({ [Symbol.iterator]: () => ({ next: () => ({ done: false, value }) }) });
exports.handler = async event => {
  for (const item of once(event.body)) exec(item); // tainted
  for (const item of once('ls')) exec(item); // clean
};

// # results that are told apart by a member
const run = input => (input.length > 9 ? { ok: true, text: 'ls' } : { ok: false, text: input });
exports.handler = async event => {
  const result = run(event.body);
  if (!result.ok) exec(result.text); // tainted
  else exec(result.text); // clean
  exec(result.text); // tainted
  const other = run(event.path);
  if (!other.ok) return;
  exec(other.text); // clean
  exec(result.text); // tainted
};

// # results that are told apart by a word
const made = input => (input.length > 9 ? { kind: 'known', text: 'ls' } : { kind: 'given', text: input });
exports.handler = async event => {
  const result = made(event.body);
  if (result.kind === 'known') exec(result.text); // clean
  if (result.kind !== 'given') exec(result.text); // clean
  if (result.kind === 'given') exec(result.text); // tainted
};

// # one of a list that passes says nothing of the list
const each = input => (input === 'a' ? { ok: true, text: 'ls' } : { ok: false, text: input });
exports.handler = async event => {
  const all = event.Records.map(({ body }) => each(body));
  if (all.some(result => result.ok)) exec(all[0].text); // tainted
};

// # a copy by JSON holds what its original held
exports.handler = async event => {
  const copy = JSON.parse(JSON.stringify({ command: 'ls', name: event.body }));
  exec(copy.command); // clean
  exec(copy.name); // tainted
};
