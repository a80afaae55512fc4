// # as
export const handler = async (event: any) => exec(event.body as string); // tainted

// # an exclamation mark
export const handler = async (event: any) => exec(event.body!); // tainted

// # satisfies
export const handler = async (event: any) => exec(event.body satisfies string); // tainted

// # angle brackets
export const handler = async (event: any) => exec(<string>event.body); // tainted

// # an enum
enum Command {
  List = 'ls',
}
export const handler = async (event: any) => event.body && exec(Command.List); // clean

// # an enum as a list of what is allowed
enum Command {
  List = 'ls',
}
export const handler = async (event: any) => {
  if (!Object.values(Command).includes(event.body)) return;
  exec(event.body); // clean
};

// # overloads
function run(text: string): void;
function run(text: number): void;
function run(text: unknown): void {
  exec(text as string); // tainted
}
export const handler = async (event: any) => run(event.body);

// # a parameter property
class Job {
  constructor(private readonly text: string) {}
  run() {
    exec(this.text); // tainted
  }
}
export const handler = async (event: any) => new Job(event.body).run();

// # a type guard judged by its body
const isCommand = (text: string): text is 'ls' => ['ls'].includes(text);
export const handler = async (event: any) => {
  if (!isCommand(event.body)) return;
  exec(event.body); // clean
};

// # an assertion function
function assertName(text: string): asserts text {
  if (!/^[a-z]+$/.test(text)) throw new Error('no');
}
export const handler = async (event: any) => {
  assertName(event.body);
  exec(event.body); // clean
};

// # a cast says nothing of what arrives
type Command = 'ls' | 'du';
export const handler = async (event: any) => exec(event.body as Command); // tainted

// # an abstract class
abstract class Base {
  abstract commandOf(event: any): string;
  run(event: any) {
    exec(this.commandOf(event)); // tainted
  }
}
class Job extends Base {
  commandOf(event: any) {
    return event.body;
  }
}
export const handler = async (event: any) => new Job().run(event);

// # an import that is erased
import type { SQSEvent } from 'aws-lambda';
export const handler = async (input: SQSEvent) => input.Records.forEach(record => exec(record.body)); // tainted

// # a trusted field by the type
import type { SQSEvent } from 'aws-lambda';
export const handler = async (input: SQSEvent) => input.Records.forEach(record => exec(`echo ${record.messageId}`)); // clean

// # a namespace
namespace Jobs {
  export const run = (text: string) => exec(text); // tainted
}
export const handler = async (event: any) => Jobs.run(event.body);

// # generics
const same = <T,>(value: T): T => value;
export const handler = async (event: any) => exec(same<string>(event.body)); // tainted

// # a service that is injected
class Store {
  run(text: string) {
    exec(text); // tainted
  }
  size(text: string) {
    exec(`head -c ${text.length}`); // clean
  }
}
class Api {
  constructor(private readonly store: Store) {}
  async handler(event: { body: string }, context: unknown) {
    this.store.run(event.body);
    this.store.size(event.body);
  }
}
export const handler = (event: { body: string }, context: unknown) => new Api(container.get('store')).handler(event, context);
declare const container: { get(name: string): any };

// # a service that a container resolves
import { container } from 'tsyringe';
class Store {
  run(text: string) {
    exec(text); // tainted
  }
}
class Clock {
  run(text: string) {
    exec('date'); // clean
  }
}
export const handler = async (event: { body: string }) => {
  container.resolve(Store).run(event.body);
  container.resolve(Clock).run(event.body);
};
