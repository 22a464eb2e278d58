/** What a reader calls those whose texts we have; the first half of a document's id. */
const publisherNames: Record<string, string> = {
  gii: 'Gesetze im Internet',
  rii: 'Rechtsprechung im Internet',
  neuris: 'Rechtsinformationsportal des Bundes',
  bverwg: 'Bundesverwaltungsgericht',
  bayern: 'Gesetze und Rechtsprechung Bayern',
  eurlex: 'EUR-Lex',
  nrwe: 'Rechtsprechungsdatenbank NRWE',
  recht_nrw: 'recht.nrw.de',
  vwvbund: 'Verwaltungsvorschriften im Internet',
  bmi: 'Bundesministerium des Innern',
  vab: 'Verfahrenshinweise Berlin',
  office: 'Eigene Unterlagen',
}

/** The invented collection goes by no publisher's name. */
export function publisherName(publisher: string, invented: boolean): string {
  return invented ? 'Erfundene Sammlung' : (publisherNames[publisher] ?? publisher)
}
