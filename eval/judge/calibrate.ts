import type { StoredRun } from '../run/read-run.ts'
import { agreementOf, type Item, jointLabel } from './agreement.ts'
import type { Calibration } from './calibration.ts'
import type { PointsLine } from './judge-line.ts'
import { isPerson, type PersonLabel } from './read-labels.ts'
import { pointsKey } from './statements.ts'

/** What labels and a judge's verdicts on one run say of the judge. */
export interface CalibrationReport {
  calibration: Omit<Calibration, 'labelsSha256' | 'measuredAt'>
  /** Labels of developers and models: they do not count. */
  refused: number
  /** Labels of people on something the judge was not asked about. */
  unmatched: number
}

/** Holds a judge's verdicts (of one model and prompt) against people's labels. @throws Error in German where nothing is left to compare. */
export function calibrate(lines: PointsLine[], labels: PersonLabel[], run: StoredRun): CalibrationReport {
  const [judge] = lines
  if (!judge) throw new Error('Zu diesem Lauf gibt es noch keine Urteile eines Modells (npm run eval -- judge).')
  const people = labels.filter(isPerson)
  if (people.length === 0)
    throw new Error(
      'Die Datei enthält keine Urteile von Fachleuten. Urteile von Entwicklern und Modellen kalibrieren nichts.',
    )
  const items = groupsOf(people).map((group) => ({ group, item: itemOf(group, lines, run) }))
  const matched = items.flatMap(({ item }) => item ?? [])
  if (matched.length === 0) throw new Error('Keines der Urteile betrifft eine Aussage, die das Modell beurteilt hat.')
  return {
    calibration: {
      model: judge.model,
      promptHash: judge.promptHash,
      ...agreementOf(matched),
      reviewers: [...new Set(people.map(({ reviewer }) => reviewer))].toSorted(),
    },
    refused: labels.length - people.length,
    unmatched: items.filter(({ item }) => item === null).flatMap(({ group }) => group).length,
  }
}

/** The labels of one thing, by whomever. */
function groupsOf(labels: PersonLabel[]): PersonLabel[][] {
  const groups = new Map<string, PersonLabel[]>()
  for (const label of labels) {
    const key = JSON.stringify([label.caseId, label.repeat, label.keyPoint])
    groups.set(key, [...(groups.get(key) ?? []), label])
  }
  return [...groups.values()]
}

function itemOf(group: PersonLabel[], lines: PointsLine[], { cases, answers }: StoredRun): Item | null {
  const [first] = group
  const reference = cases.find(({ id }) => id === first?.caseId)
  const answer = answers.find(({ caseId, repeat }) => caseId === first?.caseId && repeat === first.repeat)
  const line = reference && answer && lines.find((each) => each.key === pointsKey(each, reference, answer))
  const verdict = line?.verdicts.find(({ statement }) => statement === first?.keyPoint)?.verdict
  return verdict === undefined ? null : { person: jointLabel(group.map(({ label }) => label)), judge: verdict }
}
