/** An answer's record laid out for the file, in German; every format writes this and nothing else. */
export interface Vermerk {
  title: string
  /** Question, day, territory, who worded it, state of the collection. */
  head: { label: string; value: string }[]
  sections: VermerkSection[]
  /** Every place the answer stands on. */
  citations: VermerkCitation[]
  /** Who decides. */
  closing: string
}

/** A heading with its lines; without lines there is no section. */
export interface VermerkSection {
  title: string
  lines: VermerkLine[]
}

export interface VermerkLine {
  text: string
  /** Numbers of `citations`. */
  citations: number[]
  /** What is to be known of the line, in brackets behind it; null: nothing. */
  remark: string | null
}

export interface VermerkCitation {
  number: number
  label: string
  /** Word for word as stored, line ends included. */
  quote: string
  /** In force from when to when, as far as it is known. */
  validity: string
  /** What to check before the place is applied, as German sentences. */
  flags: string[]
  /** SHA-256 of the norm's text and where in it the quote stands: enough to check the quote from outside. */
  proof: string
  /** The publisher's page; null for law that has none. */
  official: VermerkLink | null
  /** Our stored text of the day asked. */
  stored: VermerkLink
}

export interface VermerkLink {
  name: string
  /** An address, or in the terminal the command that shows the text. */
  target: string
}
