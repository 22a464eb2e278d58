const joints: [RegExp, string][] = [
  [/(?<=(?:ordnung|ichtlinie|vorschrift|machung|rlass|Gesetz))(?=de[sr] \p{Lu})/gu, ' '],
  [/(?<=ministeriums?)(?=(?:für|der|des) )/g, ' '],
  [/(?<=[a-zäöüß](?<!gegen))(?=(?:über|zur|zum) )/g, ' '],
  [/(?<=[a-zäöüß],)(?=\p{L})/gu, ' '],
]

/** Words of a title between which a page's line break was lost (`Verordnungdes Ministeriumsfür …`), apart again. */
export function mendJoinedWords(title: string): string {
  return joints.reduce((text, [joint, space]) => text.replaceAll(joint, space), title)
}
