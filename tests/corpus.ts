import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'

const beside = fileURLToPath(new URL('../../shared/corpus/gii', import.meta.url))

/** Folder of real law (`<slug>/<YYYY-MM-DD>.xml`): `FUNDSTELLE_CORPUS`, else `../shared/corpus/gii`. */
export const corpusDir: string = process.env['FUNDSTELLE_CORPUS'] ?? beside

/** Archive of all federal laws of one day, beside the corpus. */
export const allLawsArchive: string = fileURLToPath(
  new URL('../../shared/corpus/gii-all-2025-04-02.tar.xz', import.meta.url),
)

/** Real decisions, beside the corpus (`rii-xml`, `html`, `annotated` …). */
export const rulingsDir: string = fileURLToPath(new URL('../../shared/corpus/rulings', import.meta.url))

/** LegalDocML.de samples and API answers of the federal legal information portal, beside the corpus. */
export const neurisDir: string = fileURLToPath(new URL('../../shared/corpus/neuris', import.meta.url))

/** Acts and decisions of the Union, beside the corpus (`formex`, `cjeu_formex_de`, `html_samples` …). */
export const euDir: string = fileURLToPath(new URL('../../shared/corpus/eu', import.meta.url))

/** Decrees of Saxony as Markdown, beside the corpus. */
export const decreesDir: string = fileURLToPath(new URL('../../shared/corpus/decrees', import.meta.url))

const present = existsSync(corpusDir)

/** `describe` for tests on real law; skipped, and counted as skipped by the reporter, where the corpus is absent. */
export function describeOnRealLaw(name: string, body: () => void): void {
  describe.skipIf(!present)(`[real law] ${name}`, body)
}

/** As `describeOnRealLaw`, for tests that need all 7,248 laws. */
export function describeOnAllLaws(name: string, body: () => void): void {
  describe.skipIf(!existsSync(allLawsArchive))(`[real law] ${name}`, body)
}

/** As `describeOnRealLaw`, for tests on real decisions. */
export function describeOnRulings(name: string, body: () => void): void {
  describe.skipIf(!existsSync(rulingsDir))(`[real law] ${name}`, body)
}

/** As `describeOnRealLaw`, for tests on the portal's samples. */
export function describeOnNeuris(name: string, body: () => void): void {
  describe.skipIf(!existsSync(neurisDir))(`[real law] ${name}`, body)
}

/** As `describeOnRealLaw`, for tests on law of the Union. */
export function describeOnEuLaw(name: string, body: () => void): void {
  describe.skipIf(!existsSync(euDir))(`[real law] ${name}`, body)
}

/** As `describeOnRealLaw`, for tests on decrees. */
export function describeOnDecrees(name: string, body: () => void): void {
  describe.skipIf(!existsSync(decreesDir))(`[real law] ${name}`, body)
}
