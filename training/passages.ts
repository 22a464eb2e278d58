/**
 * `npx tsx training/passages.ts <folder> [<day>]`: the passages of a folder of statutes as JSON lines on standard output,
 * cut as the service cuts them, so that the model is trained and measured on what it will embed. The folder holds
 * `<slug>.xml`, or `<slug>/<YYYY-MM-DD>.xml`; of these the newest text not after `day`, else the oldest.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { cutStatute } from '../ingest/passages/cut-statute.ts'
import { parseStatute } from '../ingest/parse/statute-xml.ts'

function main([folder, day = '9999-12-31']: string[]): void {
  if (folder === undefined) throw new Error('Aufruf: npx tsx training/passages.ts <Ordner> [<Tag>]')
  for (const name of readdirSync(folder).toSorted()) {
    const path = join(folder, name)
    const file = statSync(path).isDirectory() ? fileOn(path, day) : path
    if (file?.endsWith('.xml')) process.stdout.write(passagesOf(file, basename(name, '.xml')))
  }
}

function fileOn(folder: string, day: string): string | null {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .toSorted()
  const file = files.findLast((each) => basename(each, '.xml') <= day) ?? files[0]
  return file === undefined ? null : join(folder, file)
}

function passagesOf(file: string, law: string): string {
  const { document, norms } = parseStatute(readFileSync(file), law)
  const { title, abbreviation } = document
  const lines = norms.flatMap((norm) =>
    cutStatute(norm).map(({ start, end, paragraph }) => {
      const outline = norm.outline.map((step) => step.title ?? '')
      const { key, kind, heading } = norm
      return {
        law,
        abbreviation,
        title,
        norm: key,
        kind,
        heading,
        outline,
        paragraph,
        text: norm.text.slice(start, end),
      }
    }),
  )
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

main(process.argv.slice(2))
