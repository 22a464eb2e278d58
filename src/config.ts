import { join } from 'node:path'
import { z } from 'zod'
import { isCron } from './cron.ts'

const loopback = new Set(['127.0.0.1', 'localhost', '::1', '[::1]'])

const text = z.string().trim().min(1).optional().catch(undefined)
const whole = (fallback: number, least: number, most: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback)

const environment = z
  .object({
    PORT: whole(8787, 0, 65_535),
    HOST: z.string().default('127.0.0.1'),
    DATABASE_URL: text,
    FUNDSTELLE_DATA: z.string().default('./data'),
    FUNDSTELLE_CORPUS: text,
    FUNDSTELLE_GII_URL: z.url().default('https://www.gesetze-im-internet.de'),
    FUNDSTELLE_RII_URL: z.url().default('https://www.rechtsprechung-im-internet.de'),
    FUNDSTELLE_BVERWG_URL: z.url().default('https://www.bverwg.de'),
    FUNDSTELLE_NRWE_URL: z.url().default('https://nrwe.justiz.nrw.de'),
    FUNDSTELLE_BAYERN_URL: z.url().default('https://www.gesetze-bayern.de'),
    FUNDSTELLE_NEURIS_URL: z.url().default('https://testphase.rechtsinformationen.bund.de'),
    FUNDSTELLE_SOURCES: text,
    FUNDSTELLE_LLM_URL: text,
    FUNDSTELLE_LLM_MODEL: text,
    FUNDSTELLE_LLM_KEY: text,
    FUNDSTELLE_LLM_TIMEOUT_MS: whole(120_000, 100, 3_600_000),
    FUNDSTELLE_LLM_WAIT_MS: whole(180_000, 0, 3_600_000),
    FUNDSTELLE_LLM_CONCURRENCY: whole(2, 1, 64),
    FUNDSTELLE_LLM_CONTEXT: whole(8192, 2048, 2_000_000),
    FUNDSTELLE_QUEUE: whole(64, 1, 10_000),
    FUNDSTELLE_MODELS: text,
    FUNDSTELLE_MODEL_HUB: z.url().default('https://huggingface.co'),
    FUNDSTELLE_REWRITE: z.stringbool().default(false),
    FUNDSTELLE_EMBED_URL: text,
    FUNDSTELLE_EMBED_MODEL: text,
    FUNDSTELLE_EMBED_KEY: text,
    FUNDSTELLE_RERANK_URL: text,
    FUNDSTELLE_RERANK_MODEL: text,
    FUNDSTELLE_RERANK_KEY: text,
    FUNDSTELLE_ENTAIL_URL: text,
    FUNDSTELLE_ENTAIL_MODEL: text,
    FUNDSTELLE_ENTAIL_KEY: text,
    FUNDSTELLE_JUDGE_KEY: text,
    FUNDSTELLE_KEYS: text,
    FUNDSTELLE_PROXY_HEADER: text,
    FUNDSTELLE_PROXY_SECRET: text,
    FUNDSTELLE_SCAN_COMMAND: text,
    FUNDSTELLE_RETENTION_DAYS: whole(30, 0, 36_500),
    FUNDSTELLE_SYNC: z.string().default('publisher'),
    FUNDSTELLE_SYNC_CRON: text.refine(
      (cron) => cron === undefined || isCron(cron),
      'erwartet werden fünf Felder (Minute, Stunde, Tag, Monat, Wochentag), etwa 0 3 * * * für täglich um drei Uhr',
    ),
    FUNDSTELLE_SYNC_SHARE: z.coerce.number().min(0).max(100).default(5),
    FUNDSTELLE_SYNC_MOST: whole(100, 0, 1_000_000),
    FUNDSTELLE_SYNC_EXPIRY: whole(60, 2, 3600),
    FUNDSTELLE_WORKERS: z.coerce.number().int().min(0).max(16).optional(),
    FUNDSTELLE_OFFLINE: z.stringbool().default(false),
    FUNDSTELLE_TERRITORY: z.string().default('DE-NW'),
  })
  .refine((env) => Boolean(env.FUNDSTELLE_PROXY_HEADER) === Boolean(env.FUNDSTELLE_PROXY_SECRET), {
    path: ['FUNDSTELLE_PROXY_SECRET'],
    message: 'wird zusammen mit FUNDSTELLE_PROXY_HEADER gebraucht, und umgekehrt',
  })

/** Thrown when the environment holds a value that cannot be used. */
export class ConfigError extends Error {
  constructor(problems: string[]) {
    super(
      `Die Umgebungsvariablen sind nicht brauchbar. Bitte berichtigen:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    )
    this.name = 'ConfigError'
  }
}

/** The whole configuration, read once from the environment (contracts.md, Environment). */
export interface Config {
  port: number
  host: string
  /** True while only this machine can reach the service. */
  onLoopback: boolean
  /** Null: the embedded database in `dataFolder`. */
  databaseUrl: string | null
  dataFolder: string
  corpusFolder: string | null
  giiUrl: string
  /** JSON file that sets for each publisher how, when and for what it is asked; null: the defaults. */
  sourcesFile: string | null
  /** Of the publishers of decisions, by their names in documents' ids. */
  publisherUrls: { rii: string; bverwg: string; nrwe: string; bayern: string; neuris: string }
  /** `url` is an address, `auto`, `local` or `off`. */
  llm: {
    url: string
    model: string | null
    key: string | null
    /** For one question: the model's work, and the wait in line before it. */
    timeoutMs: number
    waitMs: number
    concurrency: number
    /** Tokens that prompt and reply may have together. */
    contextTokens: number
  }
  /** How many questions may be in the house at once, waiting or worked on. */
  queue: number
  /** Folder of models that run in process, and the hub they are pulled from. */
  models: { folder: string; hub: string }
  /** True where the chat model also rewords questions for the search. */
  rewrite: boolean
  /** Null: the embedded embedding model. */
  embedding: { url: string; model: string; key: string | null } | null
  /** Null: what was found keeps its order. */
  reranker: { url: string; model: string; key: string | null } | null
  /** Who checks claims: `url` null: the chat model itself; `off`: rules alone; an address ending in `/predict`: a classifier. */
  entailment: { url: string | null; model: string; key: string | null }
  /** Key of the endpoint that `npm run eval -- judge` names. */
  judgeKey: string | null
  keysFile: string | null
  proxy: { header: string; secret: string } | null
  /** Program and arguments of the virus scanner that uploaded papers go through; the file's path is added. */
  scanCommand: readonly string[] | null
  retentionDays: number
  sync: {
    /** Names as after `npm run ingest --`. */
    sources: string[]
    /** Cron expression, zone Europe/Berlin; null: only when somebody asks. */
    cron: string | null
    /** What a run may withdraw without a person: a share (0 to 1) of what the source listed, and a number. */
    guard: { share: number; most: number }
    /** A worker silent for so long counts as dead, and its work is given to another. */
    expirySeconds: number
    /** Workers inside the service. */
    workers: number
  }
  offline: boolean
  territory: string
}

/** @throws ConfigError naming every variable that cannot be used */
export function readConfig(source: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  const env = parsed.data
  const onLoopback = loopback.has(env.HOST)
  return {
    port: env.PORT,
    host: env.HOST,
    onLoopback,
    databaseUrl: env.DATABASE_URL ?? null,
    dataFolder: env.FUNDSTELLE_DATA,
    corpusFolder: env.FUNDSTELLE_CORPUS ?? null,
    giiUrl: env.FUNDSTELLE_GII_URL,
    sourcesFile: env.FUNDSTELLE_SOURCES ?? null,
    publisherUrls: {
      rii: env.FUNDSTELLE_RII_URL,
      bverwg: env.FUNDSTELLE_BVERWG_URL,
      nrwe: env.FUNDSTELLE_NRWE_URL,
      bayern: env.FUNDSTELLE_BAYERN_URL,
      neuris: env.FUNDSTELLE_NEURIS_URL,
    },
    llm: {
      url: env.FUNDSTELLE_LLM_URL ?? (onLoopback ? 'auto' : 'off'),
      model: env.FUNDSTELLE_LLM_MODEL ?? null,
      key: env.FUNDSTELLE_LLM_KEY ?? null,
      timeoutMs: env.FUNDSTELLE_LLM_TIMEOUT_MS,
      waitMs: env.FUNDSTELLE_LLM_WAIT_MS,
      concurrency: env.FUNDSTELLE_LLM_CONCURRENCY,
      contextTokens: env.FUNDSTELLE_LLM_CONTEXT,
    },
    queue: env.FUNDSTELLE_QUEUE,
    models: { folder: env.FUNDSTELLE_MODELS ?? join(env.FUNDSTELLE_DATA, 'models'), hub: env.FUNDSTELLE_MODEL_HUB },
    rewrite: env.FUNDSTELLE_REWRITE,
    embedding: env.FUNDSTELLE_EMBED_URL
      ? {
          url: env.FUNDSTELLE_EMBED_URL,
          model: env.FUNDSTELLE_EMBED_MODEL ?? 'default',
          key: env.FUNDSTELLE_EMBED_KEY ?? null,
        }
      : null,
    reranker: env.FUNDSTELLE_RERANK_URL
      ? {
          url: env.FUNDSTELLE_RERANK_URL,
          model: env.FUNDSTELLE_RERANK_MODEL ?? 'default',
          key: env.FUNDSTELLE_RERANK_KEY ?? null,
        }
      : null,
    entailment: {
      url: env.FUNDSTELLE_ENTAIL_URL ?? null,
      model: env.FUNDSTELLE_ENTAIL_MODEL ?? 'default',
      key: env.FUNDSTELLE_ENTAIL_KEY ?? null,
    },
    judgeKey: env.FUNDSTELLE_JUDGE_KEY ?? null,
    keysFile: env.FUNDSTELLE_KEYS ?? null,
    proxy:
      env.FUNDSTELLE_PROXY_HEADER && env.FUNDSTELLE_PROXY_SECRET
        ? { header: env.FUNDSTELLE_PROXY_HEADER, secret: env.FUNDSTELLE_PROXY_SECRET }
        : null,
    scanCommand: env.FUNDSTELLE_SCAN_COMMAND?.split(/\s+/) ?? null,
    retentionDays: env.FUNDSTELLE_RETENTION_DAYS,
    sync: syncOf(env),
    offline: env.FUNDSTELLE_OFFLINE,
    territory: env.FUNDSTELLE_TERRITORY,
  }
}

function syncOf(env: z.infer<typeof environment>): Config['sync'] {
  return {
    sources: env.FUNDSTELLE_SYNC.split(';').flatMap((name) => name.trim() || []),
    cron: env.FUNDSTELLE_SYNC_CRON ?? null,
    guard: { share: env.FUNDSTELLE_SYNC_SHARE / 100, most: env.FUNDSTELLE_SYNC_MOST },
    expirySeconds: env.FUNDSTELLE_SYNC_EXPIRY,
    workers: env.FUNDSTELLE_WORKERS ?? (env.DATABASE_URL ? 0 : 1),
  }
}
