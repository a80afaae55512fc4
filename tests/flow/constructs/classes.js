// # a field that the constructor sets
class Job {
  constructor(text) {
    this.text = text;
  }
  run() {
    exec(this.text); // tainted
  }
}
exports.handler = async event => new Job(event.body).run();

// # a field that another method sets
class Job {
  take(text) {
    this.text = text;
  }
  run() {
    exec(this.text); // tainted
  }
}
exports.handler = async event => {
  const job = new Job();
  job.take(event.body);
  job.run();
};

// # a private field
class Job {
  #text;
  constructor(text) {
    this.#text = text;
  }
  run() {
    exec(this.#text); // tainted
  }
}
exports.handler = async event => new Job(event.body).run();

// # a field with a constant
class Job {
  text = 'ls';
  run(note) {
    exec(this.text); // clean
  }
}
exports.handler = async event => new Job().run(event.body);

// # a static method
class Job {
  static run(text) {
    exec(text); // tainted
  }
}
exports.handler = async event => Job.run(event.body);

// # a getter
class Job {
  constructor(event) {
    this.event = event;
  }
  get command() {
    return this.event.body;
  }
}
exports.handler = async event => exec(new Job(event).command); // tainted

// # a setter
class Job {
  set command(text) {
    exec(text); // tainted
  }
}
exports.handler = async event => {
  const job = new Job();
  job.command = event.body;
};

// # a method of the class above
class Base {
  run(text) {
    exec(text); // tainted
  }
}
class Job extends Base {}
exports.handler = async event => new Job().run(event.body);

// # super in the constructor
class Base {
  constructor(text) {
    this.text = text;
  }
}
class Job extends Base {
  constructor(event) {
    super(event.body);
  }
}
exports.handler = async event => exec(new Job(event).text); // tainted

// # a method that replaces the one above
class Base {
  run(text) {
    exec(text); // clean
  }
}
class Job extends Base {
  run(text) {
    return text;
  }
}
exports.handler = async event => new Job().run(event.body);

// # a method as a handler
class App {
  async handler(event) {
    exec(event.body); // tainted
  }
}
const app = new App();
exports.handler = app.handler.bind(app);

// # an arrow function as a field
class Job {
  run = text => exec(text); // tainted
}
exports.handler = async event => new Job().run(event.body);

// # chained calls
class Query {
  add(text) {
    this.text = text;
    return this;
  }
  run() {
    exec(this.text); // tainted
  }
}
exports.handler = async event => new Query().add(event.body).run();

// # a function used as a class
function Job(text) {
  this.text = text;
}
Job.prototype.run = function () {
  exec(this.text); // tainted
};
exports.handler = async event => new Job(event.body).run();

// # two objects of one class
class Job {
  constructor(text) {
    this.text = text;
  }
}
exports.handler = async event => {
  const dirty = new Job(event.body);
  const clean = new Job('ls');
  exec(clean.text); // clean
  exec(dirty.text); // tainted
};

// # the fields of two instances
class List {
  items = [];
  add(item) {
    this.items.push(item);
    return this;
  }
}
exports.handler = async event => {
  const theirs = new List().add(event.body);
  const ours = new List().add('ls');
  exec(theirs.items.join(' ')); // tainted
  exec(ours.items.join(' ')); // clean
};
