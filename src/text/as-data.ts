/** Data that cannot close the block of a prompt it stands in. The model sees other brackets, the reader never these words. */
export function asData(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›')
}
