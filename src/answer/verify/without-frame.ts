/** `Nach § 5 Abs. 1 gilt:` and `(§ 5 Abs. 1).`: where a claim says what it cites. */
const frames = [/^(?:Nach|Gemäß|Laut) [^:]{3,80}:/, /\s\((?:§|Art)[^()]*\)(?=\.?$)/]

/** A claim without the words that only say where it stands. */
export function withoutFrame(text: string): string {
  return frames.reduce((rest, frame) => rest.replace(frame, ''), text)
}
