import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** A cell of a workbook whose formula has no result to read; places counted from 0. */
export interface UnsolvedFormula {
  /** Place of its sheet in the workbook. */
  sheet: number
  row: number
  column: number
  /** What Excel shows, `#REF!`; `#OHNE ERGEBNIS!` where the file holds a formula that was never worked out. */
  shows: string
}

/**
 * Formulas that read-excel-file takes for empty cells: an expert's answer would be lost without a word. After ECMA-376
 * part 1, 18.3.1.4 (`c`): `t="e"` is an error, `f` without `v` a formula without a result.
 */
export async function readUnsolvedFormulas(bytes: Buffer): Promise<UnsolvedFormula[]> {
  const files = await readXmlFiles(bytes)
  const workbook = files.get('xl/workbook.xml') ?? ''
  const links = files.get('xl/_rels/workbook.xml.rels') ?? ''
  return [...workbook.matchAll(/<sheet\b[^>]*?\br:id="([^"]+)"/g)].flatMap(([, id = ''], sheet) =>
    unsolvedIn(files.get(fileOf(id, links)) ?? '').map((formula) => ({ sheet, ...formula })),
  )
}

async function readXmlFiles(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
  const files = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    if (!/^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(entry.fileName)) continue
    files.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'))
  }
  return files
}

function fileOf(id: string, links: string): string {
  const link = [...links.matchAll(/<Relationship\b[^>]*>/g)].find(([tag]) => tag.includes(`Id="${id}"`))?.[0] ?? ''
  const target = /\bTarget="\/?(?:xl\/)?([^"]+)"/.exec(link)?.[1] ?? ''
  return `xl/${target}`
}

function unsolvedIn(sheet: string): Omit<UnsolvedFormula, 'sheet'>[] {
  return [...sheet.matchAll(/<c\b([^>]*[^/>])>(.*?)<\/c>/gs)].flatMap(([, attributes = '', content = '']) => {
    const [, letters = '', row = ''] = /\br="([A-Z]+)(\d+)"/.exec(attributes) ?? []
    const isError = /\bt="e"/.test(attributes)
    if (row === '' || !(isError || (/<f\b/.test(content) && !/<v\b/.test(content)))) return []
    const shows = isError ? (/<v>([^<]*)<\/v>/.exec(content)?.[1] ?? '#OHNE ERGEBNIS!') : '#OHNE ERGEBNIS!'
    return [{ row: Number(row) - 1, column: columnOf(letters), shows }]
  })
}

/** `A` → 0, `AA` → 26. */
function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
