/** One word after `npm run eval --`, and what it does. */
export interface Command {
  /** Lines of the help: how it is called, then what it does. German. */
  usage: string
  /** Resolves to the exit code: 0 done, 1 a threshold missed, 2 wrong usage. Errors are thrown with a German sentence. */
  run(words: string[]): Promise<number>
}

/** Thrown when the words after a command cannot be understood. */
export class UsageError extends Error {}
