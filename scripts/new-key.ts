import { createHash, randomBytes } from 'node:crypto'

/**
 * Makes an API key. Prints the key, which is shown this once, and the line for the file `FUNDSTELLE_KEYS` names.
 * Usage: `npm run new-key -- <pseudonym> [reader|editor|administrator]`.
 */
function main([pseudonym, role = 'reader']: string[]): number {
  if (pseudonym === undefined || !/^[\w.-]{1,64}$/.test(pseudonym) || !/^(?:reader|editor|administrator)$/.test(role)) {
    console.error('Aufruf: npm run new-key -- <Pseudonym, etwa sb-17> [reader|editor|administrator]')
    return 2
  }
  const key = randomBytes(32).toString('base64url')
  const hash = `sha256:${createHash('sha256').update(key).digest('hex')}`
  console.log(`Schlüssel (nur jetzt zu sehen, sicher übergeben): ${key}`)
  console.log(`Eintrag für die Liste in der Schlüsseldatei:      ${JSON.stringify({ hash, role, pseudonym })}`)
  return 0
}

process.exitCode = main(process.argv.slice(2))
