import { type CallToolResult, McpServer } from '@modelcontextprotocol/server'
import { z } from '@hono/zod-openapi'
import { findEarlier } from '../api/find-earlier.ts'
import type { Gate } from '../api/gate.ts'
import { namedNorm } from '../api/named-norm.ts'
import { notFound } from '../api/norms.ts'
import { ProblemError } from '../api/problem-error.ts'
import { asProblemError } from '../api/problem.ts'
import { requireReady } from '../api/require-ready.ts'
import { asOfIn, territoryIn } from '../api/schemas.ts'
import type { Service } from '../api/service.ts'
import { toAnswerJson } from '../law/answer-json.ts'
import { answerStyles } from '../law/answer.ts'
import { today } from '../law/day.ts'
import { toHit } from '../law/hit.ts'
import { printCheck } from '../terminal/print-check.ts'
import { printHits } from '../terminal/print-hits.ts'
import { printNorm } from '../terminal/print-norm.ts'
import { answerMarkdown } from './answer-markdown.ts'

/** Who asks, and what a call without a territory means. */
export interface McpSetting {
  owner: string
  territory: string
  gate: Gate
}

/** The lines of the law are left as they are, for whoever copies them. */
const width = Number.POSITIVE_INFINITY

const words = (example: string) => z.string().trim().min(1).max(20_000).describe(example)
const readOnly = { readOnlyHint: true, openWorldHint: false }

/**
 * The service as an MCP server for one caller. Each tool gives a text for people and models, and in `structuredContent`
 * the same object as the HTTP interface. What fails is a tool's error with a German sentence, never a broken protocol.
 */
export function createMcpServer(service: Service, setting: McpSetting): McpServer {
  const server = new McpServer({ name: 'fundstelle', version: '1' }, { capabilities: { tools: {} } })
  addAsk(server, service, setting)
  addSearch(server, service, setting)
  addNorm(server, service)
  addCheck(server, service, setting)
  return server
}

function addAsk(server: McpServer, service: Service, { owner, territory, gate }: McpSetting): void {
  server.registerTool(
    'ask',
    {
      title: 'Rechtsfrage beantworten',
      description:
        'Beantwortet eine deutsche Frage zum Aufenthaltsrecht aus den Gesetzen eines Tages. Jeder Satz ist geprüft und ' +
        'trägt die Nummer seiner Fundstelle; Zitate sind wörtlich. Die Antwort nicht ändern, nicht ergänzen.',
      inputSchema: z.object({
        question: words('Die Frage, etwa: Welches Mindestgehalt braucht eine Blaue Karte EU?'),
        asOf: asOfIn,
        territory: territoryIn,
        style: z.enum(answerStyles).default('short'),
        previous: z.string().optional().describe('Kennung (id) der Antwort, auf deren Frage diese folgt'),
      }),
      annotations: { openWorldHint: false },
    },
    (asked, { mcpReq: { signal } }) =>
      result(service, async () => {
        const before = asked.previous === undefined ? null : await findEarlier(service, asked.previous, owner)
        const asOf = asked.asOf ?? before?.asOf ?? today()
        const place = { asOf, territory: asked.territory ?? before?.territory ?? territory }
        const question = { text: asked.question, ...place, style: asked.style, kinds: null }
        const asking = { question, owner, signal, onEvent: () => {}, earlier: before?.question ?? null }
        const answer = await gate.run(owner, () => service.ask(asking))
        return { text: answerMarkdown(answer, []), data: toAnswerJson(answer) }
      }),
  )
}

function addSearch(server: McpServer, service: Service, { territory }: McpSetting): void {
  server.registerTool(
    'search',
    {
      title: 'Fundstellen suchen',
      description: 'Sucht Stellen der Gesetze, wie sie an einem Tag galten; die beste zuerst.',
      inputSchema: z.object({
        query: words('Suchwörter oder eine Vorschrift'),
        asOf: asOfIn,
        territory: territoryIn,
        limit: z.int().min(1).max(50).default(10),
      }),
      annotations: readOnly,
    },
    ({ query, limit, ...place }) =>
      result(service, async () => {
        const asOf = place.asOf ?? today()
        const asked = { text: query, asOf, territory: place.territory ?? territory, kinds: null, limit }
        const { passages, absences } = await service.search(asked)
        const found = passages.length === 0 ? 'Keine Fundstelle.' : printHits(passages, asOf, width)
        const text = [...absences.map(({ message }) => message), found].join('\n\n')
        return { text, data: { asOf, hits: passages.map(toHit), absences } }
      }),
  )
}

function addNorm(server: McpServer, service: Service): void {
  server.registerTool(
    'norm',
    {
      title: 'Vorschrift an einem Tag',
      description: 'Der ganze Text einer Vorschrift, wie er an einem Tag galt, mit Geltungszeit, Link und Prüfsumme.',
      inputSchema: z.object({ norm: words('Vorschrift mit Gesetz, etwa: § 18g AufenthG'), asOf: asOfIn }),
      annotations: readOnly,
    },
    ({ norm, ...day }) =>
      result(service, async () => {
        const asOf = day.asOf ?? today()
        const named = await namedNorm(service, norm, asOf)
        if (!named) throw new ProblemError('unknown-norm', 'Bitte Vorschrift und Gesetz nennen, etwa "§ 1 …G".')
        const lookup = await service.findNorm(named.documentId, named.norm, asOf)
        if (!lookup.found) throw notFound(lookup, named.documentId, named.norm)
        return { text: printNorm(lookup.norm, asOf, width), data: { asOf, ...lookup.norm } }
      }),
  )
}

function addCheck(server: McpServer, service: Service, { territory }: McpSetting): void {
  server.registerTool(
    'check_citations',
    {
      title: 'Fundstellen eines Textes prüfen',
      description:
        'Prüft jede Fundstelle eines vorhandenen Textes (gibt es sie, galt sie an dem Tag?) und ob sie den Satz trägt, der ' +
        'sie nennt. Gestützt heißt: Die Regeln fanden nichts dagegen.',
      inputSchema: z.object({ text: z.string().trim().min(1).max(100_000), asOf: asOfIn, territory: territoryIn }),
      annotations: readOnly,
    },
    ({ text, ...place }) =>
      result(service, async () => {
        const asOf = place.asOf ?? today()
        const checked = await service.check({ text, asOf, territory: place.territory ?? territory })
        return { text: printCheck(checked, asOf, width), data: { asOf, ...checked } }
      }),
  )
}

async function result(service: Service, work: () => Promise<{ text: string; data: object }>): Promise<CallToolResult> {
  try {
    requireReady(service)
    const { text, data } = await work()
    return { content: [{ type: 'text', text }], structuredContent: { ...data } }
  } catch (error) {
    return { content: [{ type: 'text', text: asProblemError(error).message }], isError: true }
  }
}
