import { fileURLToPath } from 'node:url'

/** The development questions beside the corpus (`../shared/questions/README.md`). */
export const developmentQuestions: string = fileURLToPath(new URL('../../shared/questions/dev.jsonl', import.meta.url))
