import { figureWithInterval } from '../report/german-figures.ts'
import { namesOf } from '../report/run-names.ts'
import type { StoredRun } from '../run/read-run.ts'
import { leastClusters, leastComparisons, type RankedSystem, type Unranked } from '../statistics/bradley-terry.ts'
import type { Judgement, Role } from './judgement.ts'
import { type PairFigures, pairFiguresOf, rankingOf } from './preference-figures.ts'
import { figuresOf, type SystemFigures } from './review-figures.ts'
import { type Agreement, agreementsOf } from './reviewer-agreement.ts'

const experts = new Set<Role>(['fachkraft', 'juristin'])
/** Krippendorff (2004): below the first nothing may be concluded, from the second on without reservation. */
const alphaBars = { least: 0.667, good: 0.8 }

/** What judgements say of the runs, those of experts and those of others apart. */
export function printReviews(runs: StoredRun[], judgements: Judgement[]): string {
  const ofExperts = judgements.filter(({ role }) => experts.has(role))
  const ofOthers = judgements.filter(({ role }) => !experts.has(role))
  if (judgements.length === 0) return 'Noch keine Urteile. Beurteilen: npm run eval -- review <Lauf>'
  const sections = [
    ...section('Urteile von Fachleuten', runs, ofExperts),
    ...section('Urteile von Entwicklung und Modellen (keine Fachurteile; belegen nichts)', runs, ofOthers),
  ]
  const none = 'Von Fachleuten (Fachkraft, Juristin oder Jurist) gibt es noch keine Urteile.\n'
  return [...(ofExperts.length === 0 ? [none] : []), ...sections].join('\n')
}

function section(title: string, runs: StoredRun[], judgements: Judgement[]): string[] {
  if (judgements.length === 0) return []
  const grades = judgements.filter((line) => line.kind === 'grade')
  const preferences = judgements.filter((line) => line.kind === 'preference')
  const names = namesOf(runs)
  const nameOf = (run: StoredRun) => names[runs.indexOf(run)] ?? run.name
  return [
    title,
    '',
    ...runs
      .map((run) => figuresOf(run, grades))
      .filter(({ answers }) => answers > 0)
      .flatMap((figures) => systemLines(nameOf(figures.run), figures)),
    ...pairFiguresOf(runs, preferences).map((pair) => pairLine(pair, nameOf)),
    ...rankingLines(rankingOf(runs, preferences), names),
    ...agreementLines(agreementsOf(judgements)),
    ...paceLine(judgements),
    ...revisedLine(judgements),
    '',
  ]
}

function systemLines(name: string, figures: SystemFigures): string[] {
  const { answers, judgements, reviewers, correct, usable, sourcesCarry, dangerous, run } = figures
  const failed = run.answers.filter(({ status, repeat }) => status === 'failed' && repeat === 1).length
  const share = dangerous.hits / dangerous.n
  return [
    `${name}: ${counted(answers, 'Antwort')}, ${counted(judgements, 'Urteil', 'e')} von ${counted(reviewers, 'Person')}`,
    `  richtig                        ${figureWithInterval('', correct)}`,
    `  richtig oder teilweise richtig ${figureWithInterval('', usable)}`,
    `  Quellen tragen die Antwort     ${figureWithInterval('', sourcesCarry)}`,
    `  gefährlich (nach irgendwem)    ${figureWithInterval('', { ...dangerous, mean: share })}, ${dangerous.hits} von ${dangerous.n}, exaktes Intervall`,
    ...(failed > 0 ? [`  gescheitert, nicht beurteilt   ${failed}`] : []),
    '',
  ]
}

function counted(count: number, word: string, plural = 'en'): string {
  return `${count} ${word}${count === 1 ? '' : plural}`
}

function pairLine({ runs, counts, first, better }: PairFigures, nameOf: (run: StoredRun) => string): string {
  const [one, other] = [nameOf(runs[0]), nameOf(runs[1])]
  const verdict = better === null ? 'kein belegbarer Unterschied' : `${better === 'first' ? one : other} wird bevorzugt`
  return (
    `${one} gegen ${other}: ${counts.first}-mal besser, ${counts.second}-mal schlechter, ${counts.equal}-mal gleich, ` +
    `${counts.unusable}-mal beide unbrauchbar; Anteil (Gleichstand halb) ${figureWithInterval('', first)}: ${verdict}.`
  )
}

const unrankedWords: Record<Unranked, string> = {
  too_few: `Keine Rangfolge: dafür sind mindestens ${leastComparisons} Vergleiche aus ${leastClusters} Themen nötig.`,
  not_connected:
    'Keine Rangfolge: nicht jedes System ist über Vergleiche, die mal so und mal so ausgingen, mit jedem verbunden.',
  unstable: 'Keine Rangfolge: sie hinge an einzelnen Themen; es braucht mehr Vergleiche.',
}

function rankingLines(ranking: RankedSystem[] | Unranked | null, names: string[]): string[] {
  if (ranking === null) return []
  if (typeof ranking === 'string') return ['', unrankedWords[ranking]]
  return [
    '',
    'Rangfolge (Bradley–Terry, Gleichstand als halber Sieg): Anteil, mit dem ein System einem mittleren vorgezogen wird',
    ...ranking.map(({ system, preferred, low, high, bestRank, worstRank }) => {
      const rank = bestRank === worstRank ? `Rang ${bestRank}` : `Rang ${bestRank} bis ${worstRank}`
      return `  ${names[system]}: ${figureWithInterval('', { mean: preferred, low, high })}, ${rank}`
    }),
  ]
}

function agreementLines(agreements: Agreement[]): string[] {
  if (agreements.length === 0) return ['', 'Übereinstimmung: nichts wurde von zweien beurteilt; sie ist unbekannt.']
  return [
    '',
    'Übereinstimmung der Urteilenden (Krippendorffs α; gleiche Paare von Urteilen)',
    ...agreements.map(({ title, scale, alpha, units, pairs, alike }) => {
      const kind = scale === 'ordinal' ? 'geordnet' : 'ungeordnet'
      return `  ${title} (${kind}): ${alphaSaid(alpha)}; ${alike} von ${pairs} Paaren gleich, ${units} Dinge`
    }),
  ]
}

function alphaSaid(alpha: number): string {
  if (Number.isNaN(alpha)) return 'α nicht bestimmbar (alle urteilten gleich)'
  const said = alpha.toLocaleString('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  if (alpha < alphaBars.least) return `α = ${said}, zu wenig für Schlüsse`
  return `α = ${said}, ${alpha < alphaBars.good ? 'für vorläufige Schlüsse' : 'verlässlich'}`
}

/** Longer gaps between two judgements of one person are breaks. */
const breakMinutes = 30

function paceLine(judgements: Judgement[]): string[] {
  const reviewers = [...new Set(judgements.map(({ reviewer }) => reviewer))]
  const minutes = reviewers
    .flatMap((reviewer) => {
      const times = judgements.filter((line) => line.reviewer === reviewer).map(({ at }) => Date.parse(at) / 60_000)
      return times.slice(1).map((time, place) => time - (times[place] ?? time))
    })
    .filter((gap) => gap >= 0 && gap <= breakMinutes)
    .toSorted((a, b) => a - b)
  const median = minutes[Math.floor(minutes.length / 2)]
  if (median === undefined) return []
  const said = median.toLocaleString('de-DE', { maximumFractionDigits: 1 })
  return [`Zeit je Urteil: ${said} Minuten (Median; Pausen über ${breakMinutes} Minuten nicht gezählt)`]
}

function revisedLine(judgements: Judgement[]): string[] {
  const revised = judgements.filter((line) => line.kind !== 'points' && line.revised).length
  return revised === 0 ? [] : [`Nach dem ersten Urteil geändert (die Erwartung war zu sehen): ${revised}`]
}
