import type { RetrievalReport } from '../evaluate-retrieval.ts'
import { printComparison } from './print-comparison.ts'
import { printGroups } from './print-groups.ts'
import { printTuning } from './print-tuning.ts'
import { printVariants } from './print-variants.ts'

/** The report as text: the parts that were measured, means with 95 % bootstrap intervals. */
export function printRetrieval({ table, systems, ablation, tuning, variants }: RetrievalReport): string {
  return [
    table && printGroups(table),
    systems && printComparison('system', systems),
    ablation && printComparison('step taken out', ablation),
    tuning && printTuning(tuning),
    variants && printVariants(variants),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n')
}
