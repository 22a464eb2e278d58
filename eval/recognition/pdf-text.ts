import { getDocumentProxy } from 'unpdf'

/** pdf.js asks for this; Node has it from version 21 on. */
const buffers = ArrayBuffer.prototype as { transferToFixedLength?(length?: number): ArrayBuffer }
buffers.transferToFixedLength ??= function transferToFixedLength(this: ArrayBuffer, length = this.byteLength) {
  return this.slice(0, length)
}

/** What pdf.js gives for a piece of text; marks of other content have no `str`. */
interface TextItem {
  str?: string
  hasEOL?: boolean
}

/** The text layer of a PDF, line by line; empty for a scan. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false })
  try {
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      pages.push((items as TextItem[]).map(({ str = '', hasEOL }) => `${str}${hasEOL ? '\n' : ''}`).join(''))
    }
    return pages.join('\n')
  } finally {
    await document.destroy()
  }
}
