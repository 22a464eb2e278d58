import { agreement } from './commands/agreement.ts'
import { check } from './commands/check.ts'
import { type Command, UsageError } from './commands/command.ts'
import { conflicts } from './commands/conflicts.ts'
import { extracts } from './commands/extracts.ts'
import { gate } from './commands/gate.ts'
import { history } from './commands/history.ts'
import { importList } from './commands/import.ts'
import { judge } from './commands/judge.ts'
import { matcher } from './commands/matcher.ts'
import { premises } from './commands/premises.ts'
import { recognition } from './commands/recognition.ts'
import { refusals } from './commands/refusals.ts'
import { report } from './commands/report.ts'
import { retrieval } from './commands/retrieval.ts'
import { review } from './commands/review.ts'
import { reviews } from './commands/reviews.ts'
import { run } from './commands/run.ts'
import { sanity } from './commands/sanity.ts'
import { schema } from './commands/schema.ts'
import { template } from './commands/template.ts'
import { verifier } from './commands/verifier.ts'

const commands: Record<string, Command> = {
  template,
  import: importList,
  check,
  schema,
  run,
  report,
  gate,
  history,
  review,
  reviews,
  judge,
  agreement,
  sanity,
  matcher,
  retrieval,
  extracts,
  refusals,
  verifier,
  premises,
  conflicts,
  recognition,
}

/** `npm run eval -- <command> …`: the exit code of the command, 1 for an error, 2 for wrong usage. */
async function main([name = '', ...words]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    console.error(help())
    return 2
  }
  try {
    return await command.run(words)
  } catch (error) {
    if (!isUsageError(error)) throw error
    console.error(`${error.message}\n\nAufruf: npm run eval -- ${command.usage}`)
    return 2
  }
}

function help(): string {
  return ['Aufruf: npm run eval -- <Befehl> …', ...Object.values(commands).map(({ usage }) => usage)].join('\n\n')
}

/** `parseArgs` of Node says in its code what it did not understand. */
function isUsageError(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS')
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
