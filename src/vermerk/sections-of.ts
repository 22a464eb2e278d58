import type { Answer, AnswerClaim, ChecklistItem, ClaimRole } from '../law/answer.ts'
import type { Conflict } from '../law/contradiction.ts'
import { checklistTitle, stateNames } from '../law/checklist-names.ts'
import { factsOf } from '../law/facts.ts'
import { rankNames } from '../law/rank-names.ts'
import type { VermerkLine, VermerkSection } from './vermerk.ts'

const roleNames: Record<ClaimRole, string> = {
  rule: 'Regel',
  exception: 'Ausnahme',
  consequence: 'Rechtsfolge',
  procedure: 'Verfahren',
  deadline: 'Frist',
}

const supportNames: Record<AnswerClaim['supports'], string> = {
  rule: 'Zahlen, Fristen und Verweise geprüft',
  model: 'inhaltlich geprüft durch ein Modell',
  not_checked: 'inhaltlich nicht geprüft',
}

/** In the order of the file; a part of the answer that is to be read there gets its line here. */
const sections: ((answer: Answer) => VermerkSection | VermerkSection[])[] = [
  ({ corrections }) => ({
    title: 'Richtiggestellt',
    lines: corrections.map(({ text, citation }) => ({ text, citations: [citation], remark: null })),
  }),
  answersByQuestion,
  ({ checklist }) => ({ title: checklistTitle, lines: checklist.map(checklistLine) }),
  ({ conflicts }) => conflicts.map(conflictSection),
  ({ abstention }) => ({ title: 'Keine Antwort', lines: plain(abstention ? [abstention.message] : []) }),
  ({ abstention }) => ({
    title: 'Am nächsten kommen',
    lines: (abstention?.nearest ?? []).map(({ label, text }) => ({
      text: `${label}: ${text}`,
      citations: [],
      remark: null,
    })),
  }),
  ({ open }) => ({ title: 'Offen geblieben', lines: plain(open) }),
  ({ notices }) => ({ title: 'Hinweise', lines: plain(notices) }),
  (answer) => ({ title: 'Geprüft', lines: plain([factsOf(answer).line]) }),
  ({ removed }) => ({
    title: 'Entfernt, weil die Prüfung nicht bestanden ist',
    lines: removed.map(({ text, detail }) => ({ text, citations: [], remark: detail })),
  }),
]

/** The parts of an answer that have something to say. */
export function sectionsOf(answer: Answer): VermerkSection[] {
  return sections.flatMap((section) => section(answer)).filter(({ lines }) => lines.length > 0)
}

/** Where several questions were asked at once, each under its own words. */
function answersByQuestion({ parts, claims, abstention }: Answer): VermerkSection[] {
  if (parts.length === 0 || abstention) return [{ title: 'Antwort', lines: claims.map(claimLine) }]
  return parts.map((part, at) => ({
    title: `Antwort auf Frage ${at + 1}${part.question === '' ? '' : `: ${part.question}`}`,
    lines: part.abstention
      ? plain([part.abstention.message])
      : part.claims.flatMap((place) => claims[place] ?? []).map(claimLine),
  }))
}

/** Each side in the order of its rank, with its own place: they are not blended. */
function conflictSection({ message, sides }: Conflict): VermerkSection {
  const lines = sides.map(({ rank, label, citation }) => ({
    text: `${rankNames[rank]}: ${label}`,
    citations: [citation],
    remark: null,
  }))
  return { title: 'Widerspruch', lines: [...plain([message]), ...lines] }
}

function checklistLine({ requirement, citations, state, fact }: ChecklistItem): VermerkLine {
  return { text: requirement, citations, remark: `${stateNames[state]}${fact === null ? '' : `: „${fact}“`}` }
}

function claimLine({ text, role, citations, supports }: AnswerClaim): VermerkLine {
  return { text, citations, remark: `${roleNames[role]}; ${supportNames[supports]}` }
}

function plain(texts: string[]): VermerkLine[] {
  return texts.map((text) => ({ text, citations: [], remark: null }))
}
