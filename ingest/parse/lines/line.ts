/**
 * One line of a document before it is put together: what readers of Formex, HTML and Markdown have in common. White
 * space is folded, line ends are none.
 */
export interface Line {
  text: string
  /** 0 running text, 1 an item of a list, 2 an item of a list in that. */
  level: number
  /** The sign the text begins with where it is a list's item: `a)`, `1.`, `–`. */
  sign: string | null
  /** How that list counts, as `listUnit` knows it; `roman` keeps `i)` from being a Buchstabe. */
  listType: 'alpha' | 'roman' | null
  /** Number of the Absatz that begins here. */
  absatz: string | null
  /** `heading` stands above what follows; `row` is a table's, cells separated by ` | `. */
  role: 'text' | 'heading' | 'row'
  /** How the publisher marks it: classes and name of its element; empty in Formex. */
  mark: string
  /** Pictures that stand before it, by name; null where they have none. */
  pictures: (string | null)[]
}
