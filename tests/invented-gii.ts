import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** An invented law in the publisher's XML: `{ '§ 1': 'Text.' }`, one Absatz a norm. */
export function inventedGii(abbreviation: string, norms: Record<string, string>): string {
  const head = `<norm><metadaten><jurabk>${abbreviation}</jurabk><amtabk>${abbreviation}</amtabk><ausfertigung-datum manuell="ja">2023-12-01</ausfertigung-datum><langue>Mustergesetz ${abbreviation} (erfunden)</langue></metadaten></norm>`
  const body = Object.entries(norms).map(
    ([norm, text]) =>
      `<norm><metadaten><jurabk>${abbreviation}</jurabk><enbez>${norm}</enbez></metadaten><textdaten><text format="XML"><Content><P>${text}</P></Content></text></textdaten></norm>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" ?><dokumente builddate="20240101120000" doknr="ERFUNDEN1">${head}${body.join('')}</dokumente>`
}

/** Writes an invented law as of a day into a folder of laws. */
export function writeLaw(folder: string, slug: string, day: string, norms: Record<string, string>): void {
  mkdirSync(join(folder, slug), { recursive: true })
  writeFileSync(join(folder, slug, `${day}.xml`), inventedGii(`${slug.toUpperCase()}G`, norms))
}
