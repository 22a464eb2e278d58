import type { RecognitionReport } from '../recognition/evaluate-recognition.ts'
import type { Share } from '../score/wilson.ts'

/** Precision and recall of each field with 95 % Wilson intervals; with `faults` also what was wrong or missed where. */
export function printRecognition(
  { documents, withoutText, figures, faults }: RecognitionReport,
  showFaults: boolean,
): string {
  const rows = figures
    .filter(({ precision, recall }) => precision.n > 0 || recall.n > 0)
    .map(({ field, kind, precision, recall }) =>
      [field.padEnd(13), kind.padEnd(12), share(precision).padEnd(28), share(recall)].join(''),
    )
  const head = ['field'.padEnd(13), 'kind'.padEnd(12), 'precision'.padEnd(28), 'recall'].join('')
  const scans = withoutText.length === 0 ? '' : `, ${withoutText.length} of them scans without text, in no figure`
  const lines = [`${documents} documents${scans}`, '', head, ...rows]
  if (!showFaults) return lines.join('\n')
  return [
    ...lines,
    '',
    ...faults.map(
      ({ path, field, wrong, missed }) =>
        `${path}\n    ${field}: found ${JSON.stringify(wrong)}, missed ${JSON.stringify(missed)}`,
    ),
  ].join('\n')
}

function share({ hits, n, share: part, low, high }: Share): string {
  return n === 0 ? '–' : `${hits}/${n} ${part.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`
}
