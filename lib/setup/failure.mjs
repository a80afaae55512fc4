/** A step of the set-up that could not be done: `message` says what failed, `remedy` how to mend it. */
export class SetupFailure extends Error {
  /**
   * @param {string} message what failed, in one sentence
   * @param {string} remedy what the reader can do about it
   * @param {string} [output] what the failing program printed
   */
  constructor(message, remedy, output = '') {
    super(message);
    this.name = 'SetupFailure';
    this.remedy = remedy;
    this.output = output;
  }

  /** The failure as it is printed: the end of the program's output, then what failed, then the remedy. */
  describe() {
    const tail = this.output.trimEnd().split('\n').slice(-15);
    return [...tail.filter(line => line.trim() !== '').map(line => `  ${line}`), this.message, this.remedy].join('\n');
  }
}

const networkErrors =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|Temporary failure in name resolution|Failed to establish a new connection|NewConnectionError|getaddrinfo failed|Network is unreachable/;

/** Whether a program's output says that a registry could not be reached. */
export const isNetworkFailure = output => networkErrors.test(output);
