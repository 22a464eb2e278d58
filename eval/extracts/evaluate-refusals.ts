import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { indexAskedQuestions } from '../../src/answer/retrieve/asked-index.ts'
import { retrieve } from '../../src/answer/retrieve/retrieve.ts'
import { findDoubt } from '../../src/answer/sufficiency/find-doubt.ts'
import { measureFit } from '../../src/answer/sufficiency/measure-fit.ts'
import { understand } from '../../src/answer/understand/understand.ts'
import { loadAskedQuestions } from '../../src/asked-questions.ts'
import type { LawName } from '../../src/law/answer.ts'
import { type Day, toDay } from '../../src/law/day.ts'
import { packageRoot } from '../../src/package-root.ts'
import { listLawNames } from '../../src/store/find-documents.ts'
import type { Library } from '../../src/wiring.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import { type Share, shareOf } from '../score/wilson.ts'
import { seededRandom, shuffle } from '../seeded-random.ts'
import { keywordVariants } from '../variants/keyword-variants.ts'
import { typoVariants } from '../variants/typo-variants.ts'

export interface RefusalGroup {
  name: string
  /** Questions refused before an extract, and those of them for which no model would be asked either. */
  refused: Share
  clear: Share
  questions: { text: string; reason: string | null; isClear: boolean; fit: number | null }[]
}

const SEED = 7
const HELD_OUT = 500
const passages = 12
/** Words of the office's subjects and of other laws in the collection: such a lay question may have an answer in them. */
const covered =
  /aufenthalt|asyl|abschieb|duldung|einb(ü|u)rger|staatsang|niederlassung|visum|visa|titel|flüchtl|geflücht|reisepass|pass\b|familiennachzug|ausländerbehörde|blaue karte|chancen|integrationskurs|freizüg|dublin|ausreis|einreis|wohnsitz|anhörung|bamf|ausbildung|arbeitserlaubnis|kindergeld|elterngeld|jobcenter|bafög|minijob|anerkenn|schwarzarbeit|beschäftigung|meld|mindestlohn|heirat|ehe|scheidung|geburt|unterhalt|bürgergeld|straf|grundgesetz|rechte?\b|pflicht|arbeit|schul|kündig|miet|vertrag/i

/** How often what can be answered is refused, and how often what cannot; the asked questions measured are not searched by. */
export async function evaluateRefusals(
  library: Library,
  dataFolder: string,
  cases: ReferenceCase[],
  lay: string[],
): Promise<RefusalGroup[]> {
  const asked = shuffle(loadAskedQuestions(dataFolder), seededRandom(SEED))
  const withoutHeld = { ...library, asked: indexAskedQuestions(asked.slice(HELD_OUT)) }
  const today = toDay('2025-03-05')
  const onDay = (texts: string[]) => texts.map((text) => ({ text, day: today }))
  const answerable = cases
    .filter((each) => each.answerable)
    .map(({ question, as_of }) => ({ text: question, day: as_of }))
  const vary = (variants: typeof keywordVariants) =>
    answerable.flatMap(({ text, day }, at) => variants(text, 2, at).map((variant) => ({ text: variant, day })))
  const groups: [string, { text: string; day: Day }[]][] = [
    ['answerable', answerable],
    ['answerable, as keywords', vary(keywordVariants)],
    ['answerable, mistyped', vary(typoVariants)],
    ['asked questions, held out', onDay(asked.slice(0, HELD_OUT).map(({ text }) => text))],
    ...noLawGroups().map(([name, texts]): [string, { text: string; day: Day }[]] => [name, onDay(texts)]),
    ['lay, on what the laws cover', onDay(lay.filter((text) => covered.test(text)))],
    ['lay, on anything else', onDay(lay.filter((text) => !covered.test(text)))],
  ]
  const judge = judgeWith(withoutHeld)
  const measured: RefusalGroup[] = []
  for (const [name, questions] of groups) {
    const judged: RefusalGroup['questions'] = []
    for (const { text, day } of questions) judged.push(await judge(text, day))
    const count = (of: (each: RefusalGroup['questions'][number]) => boolean) =>
      shareOf(judged.filter(of).length, judged.length)
    const refused = count(({ reason }) => reason !== null)
    measured.push({ name, refused, clear: count(({ isClear }) => isClear), questions: judged })
  }
  return measured.filter(({ questions }) => questions.length > 0)
}

function judgeWith(library: Library) {
  const registers = new Map<Day, LawName[]>()
  return async (text: string, asOf: Day): Promise<RefusalGroup['questions'][number]> => {
    const register = registers.get(asOf) ?? (await listLawNames(library.database, asOf))
    registers.set(asOf, register)
    const question = { text, asOf, territory: 'DE-NW', style: 'short' as const, kinds: null }
    const inquiry = understand(question, register, library.lexicon)
    const found = await retrieve(library, inquiry, register, passages)
    const doubt = findDoubt(inquiry, found, true)
    return { text, reason: doubt?.reason ?? null, isClear: doubt?.isClear ?? false, fit: measureFit(found) }
  }
}

/** The questions of `no-law.tsv` by when they were written and what they ask for. */
function noLawGroups(): [string, string[]][] {
  const groups = new Map<string, string[]>()
  for (const line of readFileSync(join(packageRoot, 'eval/reference/no-law.tsv'), 'utf8').split('\n')) {
    const [when, kind, text] = line.split('\t')
    if (line.startsWith('#') || !text) continue
    const name = `no law: ${kind}, ${when}`
    groups.set(name, [...(groups.get(name) ?? []), text])
  }
  return [...groups]
}
