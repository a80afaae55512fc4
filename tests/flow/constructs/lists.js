// # push
exports.handler = async event => {
  const args = ['ls'];
  args.push(event.body);
  exec(args.join(' ')); // tainted
};

// # unshift, splice and concat
exports.handler = async event => {
  const args = [];
  args.unshift(event.body);
  exec([].concat(args).join(' ')); // tainted
};

// # an index
exports.handler = async event => {
  const args = [];
  args[0] = event.body;
  exec(args[0]); // tainted
};

// # map
exports.handler = async event => exec(event.body.split(',').map(part => `-${part}`).join(' ')); // tainted

// # map to numbers
exports.handler = async event => exec(event.body.split(',').map(Number).join(' ')); // clean

// # map to something else
exports.handler = async event => exec(event.body.split(',').map(() => 'x').join(' ')); // clean

// # filter with a test that proves the element
exports.handler = async event => exec(event.body.split(',').filter(part => /^[a-z]+$/.test(part)).join(' ')); // clean

// # filter with a test that proves nothing
exports.handler = async event => exec(event.body.split(',').filter(Boolean).join(' ')); // tainted

// # reduce
exports.handler = async event => exec(event.body.split(',').reduce((all, part) => all + part, '')); // tainted

// # reduce over the pieces of a text, of which there is one at least
exports.handler = async event => {
  exec(process.env.PATH.split(':').reduce(() => 'ls', event.body)); // clean
  exec(Object.keys(process.env).reduce(() => 'ls', event.body)); // tainted
  exec('a.b'.split('.').reduce((part, name) => part[name], JSON.parse(event.body))); // tainted
};

// # forEach that writes outside
exports.handler = async event => {
  let command = 'ls';
  event.body.split(',').forEach(part => {
    command += part;
  });
  exec(command); // tainted
};

// # find gives an element
exports.handler = async event => exec(event.body.split(',').find(part => part.length > 2)); // tainted

// # find in a list of constants gives one of them
exports.handler = async event => exec(['ls', 'du'].find(name => name === event.body)); // clean

// # flatMap
exports.handler = async event => exec(event.Records.flatMap(record => [record.body]).join(' ')); // tainted

// # Array.from
exports.handler = async event => exec(Array.from(event.Records, record => record.body)[0]); // tainted

// # a spread of a list
exports.handler = async event => exec([...event.body.split(',')].at(-1)); // tainted

// # a spread in a call
const both = (a, b) => exec(b); // tainted
exports.handler = async event => both(...['ls', event.body]);

// # sort and slice
exports.handler = async event => exec(event.body.split(',').sort().slice(0, 2).join(' ')); // tainted

// # how many there are
exports.handler = async event => exec(`head -${event.Records.length} file`); // clean

// # the index of an element
exports.handler = async event => event.Records.forEach((record, index) => exec(`echo ${index}`)); // clean

// # with
exports.handler = async event => {
  exec(['ls', '-l'].with(1, event.body).join(' ')); // tainted
  exec(['ls', event.body.length].with(1, '-l').join(' ')); // clean
};

// # functions that are composed
const pipe = (...steps) => value => steps.reduce((made, step) => step(made), value);
exports.handler = async event => {
  exec(pipe(text => text.trim(), text => `ls ${text}`)(event.body)); // tainted
  exec(pipe(text => text.length, size => `head -c ${size}`)(event.body)); // clean
};

// # positions in a list from outside
exports.handler = async event => {
  for (const [i, item] of JSON.parse(event.body).entries()) {
    exec(`head -n ${i}`); // clean
    exec(item); // tainted
  }
};

// # lodash in a chain
const _ = require('lodash');
exports.handler = async event => {
  const names = _.chain(JSON.parse(event.body)).map(item => item.name).uniq();
  exec(names.join(' ').value()); // tainted
  exec(_.chain(JSON.parse(event.body)).map('name').value()[0]); // tainted
  exec(`head -n ${_(JSON.parse(event.body)).sumBy('size')}`); // clean
  exec(_.chain(['ls']).map(item => item).value()[0]); // clean
};

// # what a callback of lodash returns
const _ = require('lodash');
exports.handler = async event => {
  const items = JSON.parse(event.body);
  exec(_.map(items, item => item.name)[0]); // tainted
  exec(_.flatMap(items, item => [item.name]).join(' ')); // tainted
  exec(_.mapValues(items, item => item.name).first); // tainted
  exec(_.reduce(items, (text, item) => text + item.name, '')); // tainted
  exec(_.map(items, item => Number(item.size))[0]); // clean
  exec(_.mapValues(items, Number).first); // clean
};
