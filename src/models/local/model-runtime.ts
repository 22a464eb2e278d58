import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asDiskError, ModelPullError } from './model-pull-error.ts'
import { runClient } from './run-client.ts'

/** What runs a GGUF file; the package's own binaries carry the same version. */
const runtimePackage = 'node-llama-cpp'
const runtimeVersion = '3.22.1'

/** Platforms (`process.platform`-`process.arch`) with a ready binary for the processor alone. */
const binaries: Record<string, string> = {
  'linux-x64': '@node-llama-cpp/linux-x64',
  'linux-arm64': '@node-llama-cpp/linux-arm64',
  'linux-arm': '@node-llama-cpp/linux-armv7l',
  'win32-x64': '@node-llama-cpp/win-x64',
  'win32-arm64': '@node-llama-cpp/win-arm64',
  'darwin-x64': '@node-llama-cpp/mac-x64',
  'darwin-arm64': '@node-llama-cpp/mac-arm64-metal',
}

/** Megabytes on Linux; other platforms differ little. */
export const runtimeMegabytes = 85

/** The module to import, or null where the runtime is not installed in this version. */
export function findRuntime(folder: string): string | null {
  return [runtimePackage, binaryName()].every((name) => name !== null && versionIn(folder, name) === runtimeVersion)
    ? join(folder, 'node_modules', runtimePackage, 'dist', 'index.js')
    : null
}

/**
 * Installs the runtime into a folder of its own with the ordinary npm client: the package and the one binary for this
 * platform's processor, none of those for graphics cards, no scripts run. What is there in this version stays.
 * @throws ModelPullError
 */
export async function installRuntime(folder: string): Promise<'installed' | 'unchanged'> {
  const binary = binaryName()
  if (!binary) {
    const message = `Für ${process.platform}-${process.arch} gibt es kein fertiges Programm, das Modelle ausführt. Bitte einen Modellserver benutzen (FUNDSTELLE_LLM_URL).`
    throw new ModelPullError(message, { atSource: false })
  }
  if (findRuntime(folder)) return 'unchanged'
  const manifest = {
    private: true,
    description: 'Made by "npm run model -- install"; may be deleted at any time.',
    dependencies: { [runtimePackage]: runtimeVersion, [binary]: runtimeVersion },
  }
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  } catch (error) {
    throw asDiskError(error, folder)
  }
  const options = ['--omit=optional', '--omit=peer', '--omit=dev', '--ignore-scripts', '--no-package-lock']
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } = await runClient('npm', ['install', ...options, ...quiet], folder)
  if (code === 0 && findRuntime(folder)) return 'installed'
  const message = `Das Programm, das Modelle ausführt (${runtimePackage} ${runtimeVersion}), ist nicht installiert: ${output.trim() || 'npm wurde nicht gefunden'}`
  throw new ModelPullError(message, { atSource: true })
}

function binaryName(): string | null {
  return binaries[`${process.platform}-${process.arch}`] ?? null
}

function versionIn(folder: string, name: string): string | null {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'))
    return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : null
  } catch {
    return null
  }
}
