import type { Metric } from './metric.ts'

type Row = [id: string, title: string, better: Metric['better'], scale: Metric['scale'], unit?: Metric['unit']]

/** Named before any result was seen (design, Statistical treatment). */
const headline = new Set([
  'citations_exist',
  'citations_in_force',
  'quotes_verbatim',
  'retrieval_recall_10',
  'citation_recall',
  'citation_precision',
  'key_points_covered',
  'refusal_right',
  'refusal_needless',
  'forbidden_present',
])

/** Every figure a scored run can have, in the order reports show them. What each means: the docstring of its scorer. */
export const metrics: Metric[] = [
  ...group('citation', [
    ['citations_exist', 'Keine erfundene Fundstelle', 'higher', 'share'],
    ['citations_in_force', 'Alle Fundstellen galten am Tag', 'higher', 'share'],
    ['quotes_verbatim', 'Alle Zitate wörtlich', 'higher', 'share'],
    ['citation_recall', 'Tragende Normen zitiert', 'higher', 'mean'],
    ['citation_precision', 'Zitierte Normen einschlägig', 'higher', 'mean'],
    ['citation_absatz_recall', 'Tragende Absätze zitiert', 'higher', 'mean'],
    ['citation_absatz_precision', 'Zitierte Absätze einschlägig', 'higher', 'mean'],
    ['citation_quote_recall', 'Tragende Stellen im Zitat', 'higher', 'mean'],
    ['citation_quote_precision', 'Zitate einschlägig', 'higher', 'mean'],
    ['citation_coverage', 'Sätze mit Fundstelle', 'higher', 'mean'],
    ['support_recall', 'Sätze von ihren Fundstellen getragen (ALCE, nach Regeln)', 'higher', 'mean'],
    ['support_precision', 'Fundstellen, die ihren Satz tragen (ALCE, nach Regeln)', 'higher', 'mean'],
    ['references_exist', 'Keine erfundene Norm im Text', 'higher', 'share'],
    ['references_in_force', 'Alle Normen im Text galten am Tag', 'higher', 'share'],
    ['consistency_jaccard', 'Gleiche Normen bei Wiederholung (Jaccard)', 'higher', 'mean'],
    ['consistency_identical', 'Bei Wiederholung genau dieselben Normen', 'higher', 'share'],
  ]),
  ...group('content', [
    ['key_points_covered', 'Kernaussagen enthalten (nach Regeln)', 'higher', 'mean'],
    ['key_points_contradicted', 'Kernaussagen widersprochen (nach Regeln)', 'lower', 'mean'],
    ['forbidden_present', 'Falsche Aussage aus der Liste enthalten (nach Regeln)', 'lower', 'share'],
    ['expert_sentences_covered', 'Sätze der Fachantwort enthalten (schwach, nach Regeln)', 'higher', 'mean'],
    ['outcome_accurate', 'Richtig und belegt (nach Regeln)', 'higher', 'share'],
    ['outcome_incomplete', 'Unvollständig oder verweigert (nach Regeln)', 'lower', 'share'],
    ['outcome_hallucinated', 'Falsch oder falsch belegt (nach Regeln)', 'lower', 'share'],
    ['point_in_time_pairs', 'Dieselbe Frage an beiden Tagen richtig (nach Regeln)', 'higher', 'share'],
  ]),
  ...group('refusal', [
    ['refusal_right', 'Unbeantwortbares abgelehnt', 'higher', 'share'],
    ['refusal_missed', 'Unbeantwortbares trotzdem beantwortet', 'lower', 'share'],
    ['refusal_needless', 'Beantwortbares abgelehnt', 'lower', 'share'],
    ['failed', 'Keine Antwort wegen eines Fehlers', 'lower', 'share'],
  ]),
  ...group('retrieval', [
    ['retrieval_recall_5', 'Suche: tragende Normen unter den ersten 5', 'higher', 'mean'],
    ['retrieval_recall_10', 'Suche: tragende Normen unter den ersten 10', 'higher', 'mean'],
    ['retrieval_recall_50', 'Suche: tragende Normen unter den ersten 50', 'higher', 'mean'],
    ['retrieval_ndcg', 'Suche: Reihenfolge der Normen (nDCG@10)', 'higher', 'mean'],
    ['retrieval_mrr', 'Suche: erste tragende Norm (MRR@10)', 'higher', 'mean'],
    ['passage_recall_5', 'Suche: tragende Stellen unter den ersten 5', 'higher', 'mean'],
    ['passage_recall_10', 'Suche: tragende Stellen unter den ersten 10', 'higher', 'mean'],
    ['passage_recall_50', 'Suche: tragende Stellen unter den ersten 50', 'higher', 'mean'],
    ['passage_mrr', 'Suche: erste tragende Stelle (MRR@10)', 'higher', 'mean'],
  ]),
  ...group('judge', [
    ['judge_key_points', 'Urteilsmodell: Kernaussagen enthalten (streng)', 'higher', 'mean'],
    ['judge_key_points_lenient', 'Urteilsmodell: Kernaussagen enthalten (teilweise zählt halb)', 'higher', 'mean'],
    ['judge_contradicted', 'Urteilsmodell: einer Kernaussage widersprochen', 'lower', 'share'],
    ['judge_forbidden', 'Urteilsmodell: falsche Aussage aus der Liste enthalten', 'lower', 'share'],
    ['judge_expert_sentences', 'Urteilsmodell: Sätze der Fachantwort enthalten (schwach)', 'higher', 'mean'],
    ['judge_unreadable', 'Urteilsmodell: Antwort nicht lesbar', 'lower', 'mean'],
  ]),
  ...group('form', [
    ['length', 'Länge', 'lower', 'mean', 'Wörter'],
    ['lix', 'Lesbarkeit (LIX, niedriger ist leichter)', 'lower', 'mean', 'Punkte'],
    ['german', 'Auf Deutsch', 'higher', 'share'],
  ]),
  ...group('cost', [
    ['first_event_ms', 'Zeit bis zum ersten Zeichen', 'lower', 'mean', 'ms'],
    ['total_ms', 'Zeit bis zum Ende', 'lower', 'mean', 'ms'],
    ['tokens', 'Token (gelesen und geschrieben)', 'lower', 'mean', 'Token'],
  ]),
]

function group(name: Metric['group'], rows: Row[]): Metric[] {
  return rows.map(([id, title, better, scale, unit = '']) => ({
    id,
    title,
    group: name,
    better,
    scale,
    unit,
    headline: headline.has(id),
  }))
}
