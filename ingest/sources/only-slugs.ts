import type { Source } from './source.ts'

/** The part of a source that concerns the laws named; a wish that was not met shows up among its ignored files. */
export function onlySlugs(source: Source, slugs: readonly string[]): Source {
  const missing = new Set(slugs)
  const wanted = new Set(slugs)
  const { listed: _all, ...rest } = source
  return {
    ...rest,
    count: null,
    async *items() {
      for await (const item of source.items()) {
        if (!wanted.has(item.slug)) continue
        missing.delete(item.slug)
        yield item
      }
      for (const name of missing)
        source.ignored.push({ name, reason: 'Mit --only gewünscht, aber nicht in dieser Quelle.' })
    },
  }
}
