import { z } from 'zod'

/** How well a judge agrees with people, of one model and one prompt: any change of either asks for a new one. */
export const calibrationSchema = z.object({
  model: z.string(),
  promptHash: z.string(),
  /** Key points with a person's label and a verdict of the judge. */
  items: z.number().int(),
  /** Share of them that people called missing or contradicted. */
  negatives: z.number(),
  /** Cohen's, unweighted over the four labels and linearly weighted over their order. */
  kappa: z.number(),
  weightedKappa: z.number(),
  /** Of what people called supported or partly supported, how much the judge did; of the rest, how much it did not. */
  sensitivity: z.number(),
  specificity: z.number(),
  /** Share of items on which the judge's reply could not be read. */
  unreadable: z.number(),
  reviewers: z.array(z.string()),
  labelsSha256: z.string(),
  measuredAt: z.string(),
})
export type Calibration = z.infer<typeof calibrationSchema>

/** G5 of the design: with less a judge's figures are shown as not calibrated and never gate. */
const calibrationBars = { kappa: 0.65, specificity: 0.85, unreadable: 0.01, items: 200, negatives: 0.4 }

/** What a calibration lacks, in German; empty where the judge may be believed. */
export function lackingIn({ kappa, specificity, unreadable, items, negatives }: Calibration): string[] {
  const bars = calibrationBars
  return [
    kappa >= bars.kappa ? '' : `κ unter ${bars.kappa}`,
    specificity >= bars.specificity ? '' : `Spezifität unter ${bars.specificity}`,
    unreadable <= bars.unreadable ? '' : 'mehr als 1 % unlesbare Antworten',
    items >= bars.items ? '' : `weniger als ${bars.items} Urteile`,
    negatives >= bars.negatives ? '' : 'weniger als 40 % Urteile „fehlt“ oder „widersprochen“',
  ].filter((lack) => lack !== '')
}
