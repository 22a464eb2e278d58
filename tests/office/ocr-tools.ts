import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'
import { makeScan } from './make-pdf.ts'

function isThere(program: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const present = isThere('tesseract') && isThere('pdftoppm')

/** `describe` for tests that read scans; skipped, and counted as skipped, where tesseract or poppler is missing. */
export function describeWithOcr(name: string, body: () => void): void {
  describe.skipIf(!present)(`[OCR] ${name}`, body)
}

/** The first page of a PDF as a scanner would give it: a picture, no text. */
export function scanOf(pdf: Buffer, upsideDown = false): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-scan-'))
  try {
    const file = join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    const target = join(folder, 'page')
    execFileSync('pdftoppm', ['-gray', '-jpeg', '-r', '200', '-singlefile', file, target])
    const jpeg = readFileSync(`${target}.jpg`)
    const { width, height } = sizeOf(jpeg)
    return makeScan(jpeg, width, height, upsideDown)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** From the frame header (`FF C0`, ITU T.81 B.2.2). */
function sizeOf(jpeg: Buffer): { width: number; height: number } {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg.readUInt16BE(at)
    if (marker >= 0xffc0 && marker <= 0xffc2)
      return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7) }
  }
  throw new Error('no frame in the picture')
}
