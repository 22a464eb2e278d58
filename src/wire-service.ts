import { answerQuestion, type AnswerParts } from './answer/answer-question.ts'
import { checkText } from './answer/check-text.ts'
import type { Composer } from './answer/compose/compose-with-model.ts'
import { findAllAbsences, type LookUpParts } from './answer/find-all-absences.ts'
import { completeLists } from './answer/retrieve/complete-lists.ts'
import { findCited } from './answer/retrieve/find-cited.ts'
import { resolveNames } from './answer/resolve-names.ts'
import { recheckAnswer, type RecheckParts } from './answer/recheck-answer.ts'
import { rewriteFollowUp } from './answer/rewrite-follow-up.ts'
import { mendWords } from './answer/retrieve/mend-words.ts'
import { retrieve } from './answer/retrieve/retrieve.ts'
import type { Rewriter } from './answer/understand/rewrite-with-model.ts'
import { understand } from './answer/understand/understand.ts'
import type { NormEntry, Readiness, SearchQuery, SearchResult, Service } from './api/service.ts'
import { progressSentence } from './embedding/progress-sentence.ts'
import type { Answer } from './law/answer.ts'
import type { Day } from './law/day.ts'
import type { EmbeddingState, SourceState } from './law/library.ts'
import { publisherName } from './law/publisher-names.ts'
import { formatLabel } from './law/references/label.ts'
import type { ChatModel } from './models/chat.ts'
import { type ChatTurn, chatTurn } from './models/chat-turn.ts'
import { withTurn } from './models/with-turn.ts'
import { forFollowUps } from './open-rewriter.ts'
import { staticEmbeddingId } from './models/static-embedding.ts'
import { findAnswer, saveAnswer } from './store/answers.ts'
import { countChangedAnswers, findChangedAnswers } from './store/find-changed-answers.ts'
import { countEmbedded } from './store/count-embedded.ts'
import { findCorpus, findSources } from './store/corpus-state.ts'
import type { Queries } from './store/database.ts'
import { findActiveIndex } from './store/embedding-index.ts'
import { findDecreesToCheck } from './store/find-decrees-to-check.ts'
import { findFlags } from './store/find-flags.ts'
import { findDocumentHistory, listDocuments, listNorms } from './store/find-documents.ts'
import { saveFeedback } from './store/feedback.ts'
import { findCitedPassages } from './store/find-cited-passages.ts'
import { findNamedDecrees } from './store/find-named-decrees.ts'
import { findNormPassages } from './store/find-norm-passages.ts'
import { findNormStates } from './store/find-norm-states.ts'
import { findNorm, findNormPeriods } from './store/find-norm.ts'
import { listCoverage } from './store/court-coverage.ts'
import { findRulings } from './store/find-rulings.ts'
import { rememberStands } from './store/find-stands.ts'
import { findTerritories } from './store/find-territories.ts'
import { rememberLawNames } from './store/remember-law-names.ts'
import type { CheckerOfTurn } from './open-checker.ts'
import type { Library } from './wiring.ts'
import { wireUpkeep } from './wire-upkeep.ts'

/** Nobody looks through more of them at once. */
const changedAnswersMost = 200
/** How many passages an answer is looked for in. */
const passagesPerAnswer = 12

/** The service over an opened library: what the API, the command line and the doors are given. */
export function wireService(
  library: Library,
  composer: Composer | null,
  readiness: () => Readiness,
  rewriter: Rewriter | null = null,
  openCheck: CheckerOfTurn | null = null,
): Service {
  const { database } = library
  const lawNames = rememberLawNames(database)
  const stands = rememberStands(database)
  const parts = answerParts(library, lawNames)
  return {
    ask: async ({ question, owner, onEvent, signal, earlier = null }) => {
      const turn = chatTurn(owner, (place) => onEvent({ type: 'queue', ...place }))
      const rewrites = inTurn(rewriter, turn)
      const models = { composer: inTurn(composer, turn), rewriter: rewrites, followUpRewriter: forFollowUps(rewrites) }
      const check = openCheck && openCheck(turn)
      const own = { ...parts, ...models, check, saveAnswer: (answer: Answer) => saveAnswer(database, answer, owner) }
      const asked = earlier ? await rewriteFollowUp(own, question, earlier, signal) : question
      return answerQuestion(own, asked, onEvent, signal)
    },
    findAnswer: (id, owner) => findAnswer(database, id, owner),
    recheck: (answer, asOf) => recheckAnswer(recheckParts(database, lawNames), answer, asOf),
    changedAnswers: (owner, day) => findChangedAnswers(database, owner, day, changedAnswersMost),
    countChangedAnswers: (day) => countChangedAnswers(database, day),
    saveFeedback: (feedback) => saveFeedback(database, feedback),
    search: (query) => search(library, query, lawNames),
    check: (asked) =>
      checkText(
        {
          register: parts.register,
          findNormStates: parts.findNormStates,
          findKnownRulings: parts.findKnownRulings,
          findCited: (reference, register, { asOf, territory }) =>
            findCited(database, reference, register, { asOf, territory, kinds: null }),
        },
        asked,
      ),
    listDocuments: (page) => listDocuments(database, page),
    documentHistory: (id) => findDocumentHistory(database, id),
    outline: (id, day) => outline(database, id, day),
    findNorm: (id, norm, day) => findNorm(database, id, norm, day),
    normPeriods: (id, norm) => findNormPeriods(database, id, norm),
    lawNames,
    decreesToCheck: async (day) => findDecreesToCheck(database, await lawNames(day), day),
    sources: () => sourcesWithStand(database, stands),
    embedding: () => embeddingState(library),
    corpus: async () => {
      const { revision, freshest, invented } = await findCorpus(database)
      return { corpusState: `r${revision}`, freshest, invented }
    },
    upkeep: wireUpkeep(database),
    readiness,
    model: () => composer && { name: composer.chat.name },
  }
}

/** Whatever asks a chat model, asking it as part of one question. */
function inTurn<T extends { chat: ChatModel }>(asker: T | null, turn: ChatTurn): T | null {
  return asker && { ...asker, chat: withTurn(asker.chat, turn) }
}

/** All of answering but where its record goes and whose turn it is at the models, which depends on who asked. */
export function answerParts(
  library: Library,
  lawNames: AnswerParts['register'],
): Omit<AnswerParts, 'saveAnswer' | 'composer' | 'rewriter' | 'check'> {
  const { database } = library
  const stands = rememberStands(database)
  return {
    lexicon: library.lexicon,
    register: lawNames,
    retrieve: async (inquiry, register) => {
      const found = await retrieve(library, inquiry, register, passagesPerAnswer)
      return completeLists(database, found, inquiry.question.asOf)
    },
    mend: (text) => mendWords(library, text),
    isFitKnown: async () => (await findActiveIndex(database))?.model === staticEmbeddingId,
    territories: () => findTerritories(database),
    ...lookUpParts(database),
    findNormStates: (asked, day) => findNormStates(database, asked, day),
    findFlags: (ids, register, day) => findFlags(database, ids, register, day),
    findKnownRulings: knownRulings(database),
    corpus: async () => {
      const { revision, freshest } = await findCorpus(database)
      return { corpusState: `r${revision}`, freshest, stand: await stands(revision) }
    },
    now: () => new Date(),
  }
}

function lookUpParts(database: Queries): LookUpParts {
  return {
    findNorm: (id, norm, day) => findNorm(database, id, norm, day),
    findNamedDecrees: (fileNumbers, day) => findNamedDecrees(database, fileNumbers, day),
  }
}

function recheckParts(database: Queries, lawNames: RecheckParts['register']): RecheckParts {
  return {
    register: lawNames,
    findNormStates: (asked, day) => findNormStates(database, asked, day),
    findKnownRulings: knownRulings(database),
    findNorm: (id, norm, day) => findNorm(database, id, norm, day),
    findNormPassages: (id, norm, day) => findNormPassages(database, id, norm, day),
    findCitedPassages: (ids) => findCitedPassages(database, ids),
    corpusState: async () => `r${(await findCorpus(database)).revision}`,
  }
}

async function search(
  library: Library,
  { limit, ...query }: SearchQuery,
  lawNames: AnswerParts['register'],
): Promise<SearchResult> {
  const register = await lawNames(query.asOf)
  const { database } = library
  const asked = understand({ ...query, style: 'short' }, register, library.lexicon)
  const inquiry = await resolveNames(
    {
      findKnownRulings: knownRulings(database),
      findNormStates: (norms, day) => findNormStates(database, norms, day),
    },
    asked,
  )
  const passages = await retrieve(library, inquiry, register, limit)
  const { absences } = await findAllAbsences(lookUpParts(library.database), inquiry, register, passages)
  return { passages, absences }
}

function knownRulings(database: Queries): AnswerParts['findKnownRulings'] {
  return async (numbers) => ({
    rulings: await findRulings(database, numbers),
    coverage: await listCoverage(database),
  })
}

async function sourcesWithStand(database: Queries, stands: ReturnType<typeof rememberStands>): Promise<SourceState[]> {
  const [sources, { revision }] = [await findSources(database), await findCorpus(database)]
  const fresh = await stands(revision)
  return sources.map((source) => {
    const stand = fresh.find((each) => each.publisher === source.publisher && each.invented === source.invented)
    return { ...source, name: publisherName(source.publisher, source.invented), checkedAt: stand?.checkedAt ?? null }
  })
}

async function embeddingState({ database, embeddings }: Library): Promise<EmbeddingState> {
  const { configured } = embeddings
  const model = (await findActiveIndex(database))?.model ?? configured
  const counts = model === configured ? null : await countEmbedded(database, configured)
  return { model, next: counts && { model: configured, ...counts, message: progressSentence(configured, counts) } }
}

async function outline(database: Queries, documentId: string, day: Day): Promise<NormEntry[] | null> {
  const lines = await listNorms(database, documentId, day)
  if (lines.length === 0 && !(await findDocumentHistory(database, documentId))) return null
  return lines.map(({ key, norm, heading, outline: steps, repealed, ...document }) => {
    const label = formatLabel({ norm: norm ?? key, paragraph: null, document })
    return { key, norm, label, heading, outline: steps, repealed }
  })
}
