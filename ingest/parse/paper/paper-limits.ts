/**
 * Bounds on what is read, far above any decree and far below what would stop the service. A 600-page manual has
 * about 10 MB as PDF and 2 million characters.
 */
export const paperLimits = {
  /** Of a file, before anything of it is read. */
  fileBytes: 100 * 1024 * 1024,
  pages: 3000,
  characters: 20_000_000,
  /** Parsing without OCR, one file. */
  parseMs: 120_000,
  /** Resident memory of the process that parses. */
  memoryBytes: 1536 * 1024 * 1024,
  /** Pages read by OCR, and time for one of them. */
  ocrPages: 500,
  ocrPageMs: 90_000,
  /** Mails inside mails that are opened. */
  mailDepth: 5,
  /** Attachments of one mail, all its inner mails included. */
  attachments: 200,
} as const

/** Of zip-based office files: a part, all together, how many, and how much more than packed. */
export const officeZipLimits = {
  entryBytes: 64 * 1024 * 1024,
  totalBytes: 512 * 1024 * 1024,
  entries: 20_000,
  ratio: 250,
} as const
