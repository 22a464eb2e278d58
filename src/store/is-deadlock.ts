/** True where PostgreSQL gave up a transaction in favour of another (SQLSTATE 40P01); the same again may well succeed. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40P01'
}
