import parser from 'cron-parser'

/** Five fields, as pg-boss keeps them (it reads them with the same library); with seconds or words it would never run. */
export function isCron(expression: string): boolean {
  if (expression.split(/\s+/).length !== 5) return false
  try {
    parser.parseExpression(expression)
    return true
  } catch {
    return false
  }
}
