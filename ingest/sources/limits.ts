/** Bounds on what is unpacked. The largest law of 2025 has 3.3 MB, all laws together 304 MB. */
export interface UnpackLimits {
  entryBytes: number
  totalBytes: number
  entries: number
  /** Unpacked size over packed size of one zip entry; laws reach about 12. */
  ratio: number
}

export const unpackLimits: UnpackLimits = {
  entryBytes: 64 * 1024 * 1024,
  totalBytes: 16 * 1024 * 1024 * 1024,
  entries: 500_000,
  ratio: 250,
}

/** `67108864` → `64 MB`, for messages. */
export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MB`
}
