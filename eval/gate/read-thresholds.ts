import { readFileSync } from 'node:fs'
import { readThreshold, type Threshold } from '../report/threshold.ts'

/** Thresholds of a file: one a line, empty lines and what follows `#` are passed over. @throws RangeError in German */
export function readThresholds(path: string): Threshold[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '')
    .map(readThreshold)
}
