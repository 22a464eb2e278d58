/** Thrown when a file is no table that can be read: empty, damaged, protected, or of another kind. The message is German and says what to do. */
export class UnreadableTableError extends Error {
  override readonly name = 'UnreadableTableError'
}
