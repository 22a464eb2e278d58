import type { Asking, Service } from '../src/api/service.ts'
import { describeUnderstanding } from '../src/answer/describe-understanding.ts'
import { understand } from '../src/answer/understand/understand.ts'
import type { AnswerEvent } from '../src/law/answer-event.ts'
import type { Answer, Citation, Question } from '../src/law/answer.ts'
import { toDay } from '../src/law/day.ts'
import type { Feedback } from '../src/law/feedback.ts'
import type { RankedPassage } from '../src/law/passage.ts'
import type { Recheck } from '../src/law/recheck.ts'
import {
  inventedDocument,
  inventedHistory,
  inventedNorms,
  inventedPassages,
  lookUp,
  normsOn,
  sha256,
} from './invented-law.ts'

import { inventedUpkeep } from './invented-upkeep.ts'

export interface InventedService extends Service {
  /** Everything asked so far. */
  readonly asked: Asking[]
  /** Ids of the answers given so far. */
  readonly given: string[]
  /** How `ask` behaves; tests replace it. */
  answering: (asking: Asking) => Promise<Answer>
  ready: boolean
  /** True: the places of all answers given so far read otherwise now. */
  lawChanged: boolean
  /** Everything said so far. */
  readonly feedback: Feedback[]
}

/** A service of three invented norms in memory. Methods can be replaced to play a fault. */
export function inventedService(): InventedService {
  const answers = new Map<string, { owner: string; answer: Answer }>()
  const service: InventedService = {
    asked: [],
    given: [],
    ready: true,
    lawChanged: false,
    feedback: [],
    answering: async (asking) => inventedAnswer(asking.question),
    async ask(asking) {
      service.asked.push(asking)
      const answer = await service.answering(asking)
      for (const event of eventsOf(answer)) asking.onEvent(event)
      service.given.push(answer.id)
      answers.set(answer.id, { owner: asking.owner, answer })
      return answer
    },
    async findAnswer(id, owner) {
      const stored = answers.get(id)
      return stored?.owner === owner ? stored.answer : null
    },
    recheck: async (answer, asOf) => inventedRecheck(answer, asOf),
    changedAnswers: async (owner) => {
      const own = [...answers.values()].filter((stored) => stored.owner === owner && service.lawChanged)
      return own.map(({ answer: { id, createdAt, asOf, question, citations } }) => ({
        id,
        createdAt,
        asOf,
        question,
        citations: citations.map(({ number, label }) => ({ number, label, how: 'changed', onItsDay: false })),
      }))
    },
    countChangedAnswers: async () => ({ answers: answers.size, changed: service.lawChanged ? answers.size : 0 }),
    saveFeedback: async (feedback) => void service.feedback.push(feedback),
    search: async ({ asOf, limit }) => ({ passages: inventedPassages(asOf).slice(0, limit), absences: [] }),
    check: async ({ text }) => ({
      references: [{ text: '§ 2a MusterAufG', start: 0, end: 15, verdict: 'ok', inForce: true }],
      sentences: [{ text, start: 0, end: text.length, supports: 'rule', reason: null, detail: null }],
    }),
    decreesToCheck: async (asOf) => ({ asOf, flagged: [], unclear: [] }),
    listDocuments: async ({ after, limit }) => (after === null ? [inventedDocument] : []).slice(0, limit),
    documentHistory: async (id) => (id === inventedDocument.id ? inventedHistory() : null),
    outline: async (id, day) =>
      id === inventedDocument.id
        ? normsOn(day).map(({ key, heading }) => ({
            key,
            norm: key,
            label: `${key} MusterAufG (erfunden)`,
            heading,
            outline: [],
            repealed: false,
          }))
        : null,
    findNorm: async (id, norm, day) => lookUp(id, norm, day),
    async normPeriods(id, norm) {
      const periods = id === inventedDocument.id ? inventedNorms.filter(({ key }) => key === norm) : []
      if (periods.length === 0) return null
      return periods.map(({ validFrom, validTo, heading, text }) => ({
        validFrom,
        validTo,
        heading,
        text,
        sha256: sha256(text),
        repealed: false,
      }))
    },
    lawNames: async () => [
      {
        documentId: inventedDocument.id,
        abbreviation: inventedDocument.abbreviation,
        names: inventedDocument.names,
      },
    ],
    embedding: async () => ({ model: 'erfundenes-embedding', next: null }),
    sources: async () => [
      {
        publisher: 'demo',
        name: 'Erfundene Sammlung',
        checkedAt: null,
        documents: 1,
        versions: 2,
        passages: 7,
        freshest: toDay('2024-03-01'),
        lastRunAt: '2025-03-05T04:00:00Z',
        lastRunFailed: 0,
        invented: true,
      },
    ],
    corpus: async () => ({ corpusState: 'r7', freshest: toDay('2024-03-01'), invented: true }),
    upkeep: inventedUpkeep(),
    readiness: () => ({
      ready: service.ready,
      progress: { step: 'Die erfundene Sammlung wird eingelesen', done: service.ready ? 3 : 1, total: 3 },
    }),
    model: () => null,
  }
  return service
}

/** An answer with two claims on § 2a, one removed sentence, and one open part. */
export function inventedAnswer(question: Question): Answer {
  const passages = inventedPassages(question.asOf)
  const [card, term] = [citation(passages, 1), citation(passages, 2)]
  const claims: Answer['claims'] = [
    { text: card.quote, role: 'rule', citations: [1], exists: true, supports: 'rule' },
    { text: term.quote, role: 'deadline', citations: [2], exists: true, supports: 'rule' },
  ]
  return {
    id: crypto.randomUUID(),
    question: question.text,
    rewritten: null,
    asOf: question.asOf,
    territory: question.territory,
    style: question.style,
    mode: 'extractive',
    model: null,
    fallback: null,
    checker: null,
    answer: `${card.quote} [1] ${term.quote} [2]`,
    claims,
    parts: [],
    checklist: [],
    citations: [card, term],
    references: [],
    removed: [
      {
        text: 'Die Musterkarte kostet 99 Mustertaler.',
        reason: 'number_not_in_source',
        detail: 'Die Zahl 99 steht in keiner der angegebenen Fundstellen.',
      },
    ],
    conflicts: [],
    corrections: [],
    open: ['Ob eine Gebühr anfällt, sagen die Fundstellen nicht.'],
    abstention: null,
    understood: describeUnderstanding(understand(question, [], []), []),
    notices: ['Die Sammlung ist erfunden; sie dient der Erprobung.'],
    sources: {
      corpusState: 'r7',
      freshest: toDay('2024-03-01'),
      stand: [
        {
          publisher: 'demo',
          name: 'Erfundene Sammlung',
          invented: true,
          checkedAt: '2025-03-05T04:00:00Z',
          freshest: toDay('2024-03-01'),
        },
      ],
    },
    createdAt: '2025-03-05T09:00:00.000Z',
  }
}

/** An answer to three questions, the last without claims, with a checklist of two lines. */
export function inventedParts(question: Question): Answer {
  const answer = inventedAnswer(question)
  const abstention = { reason: 'no_evidence' as const, message: 'Dazu steht in den vorliegenden Texten nichts.' }
  return {
    ...answer,
    answer: `Zu Frage 1: ${answer.claims[0]?.text} [1]\n\nZu Frage 2: ${answer.claims[1]?.text} [2]`,
    parts: [
      { question: 'Wann wird sie erteilt?', claims: [0], abstention: null },
      { question: 'Wie lange gilt sie?', claims: [1, 0], abstention: null },
      { question: 'Was kostet ein Hund?', claims: [], abstention },
    ],
    checklist: [
      { requirement: 'Sie ist Fachkraft.', citations: [1], state: 'given', fact: 'Fachkraft aus Nirgendwo' },
      { requirement: 'Sie weist ein Gehalt nach.', citations: [1], state: 'unknown', fact: null },
    ],
    open: ['Was kostet ein Hund?'],
  }
}

/** An answer that says that there is none. */
export function inventedAbstention(question: Question): Answer {
  return {
    ...inventedAnswer(question),
    mode: 'abstained',
    answer: '',
    claims: [],
    citations: [],
    removed: [],
    open: [],
    notices: [],
    abstention: {
      reason: 'no_evidence',
      message: 'Dazu steht in den vorliegenden Texten nichts, was die Antwort trägt.',
      nearest: inventedPassages(question.asOf).slice(0, 2),
    },
  }
}

/** Looking at an answer again, where the salary of § 2a was raised. */
function inventedRecheck({ id, asOf: answerAsOf, citations, claims }: Answer, asOf: Recheck['asOf']): Recheck {
  return {
    answerId: id,
    answerAsOf,
    asOf,
    verdict: 'no_longer',
    message: 'Trägt nicht mehr: 1 von 2 Sätzen. Bitte die Frage neu stellen.',
    itsDay: { unchanged: true, message: 'Für den gefragten Tag lauten die Stellen weiter wie zitiert.' },
    corpusState: { ofAnswer: 'r7', now: 'r8' },
    citations: citations.map(({ number, label }) => ({
      number,
      label,
      state: number === 1 ? 'changed' : 'unchanged',
      message: number === 1 ? 'Der Wortlaut ist ein anderer.' : 'Unverändert.',
      before: number === 1 ? 'ein Gehalt von 45 000 Mustertalern' : null,
      after: number === 1 ? 'ein Gehalt von 50 000 Mustertalern' : null,
      now: null,
    })),
    claims: claims.map(({ text, citations: numbers }, at) => ({
      text,
      citations: numbers,
      state: at === 0 ? 'no_longer' : 'carried',
      reason: at === 0 ? 'number_not_in_source' : null,
      detail: at === 0 ? 'Die Zahl 45 000 steht nicht in der Fundstelle.' : null,
    })),
  }
}

function eventsOf(answer: Answer): AnswerEvent[] {
  return [
    { type: 'passages', passages: inventedPassages(answer.asOf) },
    ...answer.claims.map((claim) => ({
      type: 'claim' as const,
      claim,
      citations: answer.citations.filter(({ number }) => claim.citations.includes(number)),
    })),
    ...answer.removed.map((removed) => ({ type: 'removed' as const, removed })),
    { type: 'answer', answer },
  ]
}

/** The first or the second Satz of § 2a Abs. 1, under its own number. */
function citation(passages: RankedPassage[], number: 1 | 2): Citation {
  const passage = passages.find(({ normKey }) => normKey === '§ 2a')
  const norm = normsOn(passage?.validFrom ?? toDay('2025-03-05')).find(({ key }) => key === '§ 2a')
  if (!passage || !norm) throw new RangeError('§ 2a of the invented law is not in force that early')
  const middle = passage.start + passage.text.indexOf('. ') + 1
  const [start, end] = number === 1 ? [passage.start + '(1) '.length, middle] : [middle + 1, passage.end]
  const { document, paragraph, validFrom, validTo, validBasis, url, urlShows, normKey } = passage
  return {
    number,
    document,
    norm: passage.norm,
    normKey,
    paragraph,
    sentences: [number],
    label: `§ 2a Abs. 1 Satz ${number} MusterAufG (erfunden)`,
    quote: norm.text.slice(start, end),
    start,
    end,
    sha256: passage.normSha256,
    passageId: passage.id,
    validFrom,
    validTo,
    validBasis,
    url,
    urlShows,
  }
}
