import type { TermWords } from './find-terms.ts'

/** Who a question is about, and what laws and offices call them. All-capital words are abbreviations. */
export const personWords: TermWords = [
  [
    'Ehegatte',
    'Ehegatte, Ehegattin, Gatte, Gattin, Ehefrau, Ehemann, Ehepartner, Ehepartnerin, Eheleute, seine Frau, seiner Frau, ' +
      'meine Frau, meiner Frau, deren Mann, ihr Mann, ihren Mann, ihrem Mann, ihres Mannes, mein Mann, meinen Mann',
  ],
  ['Lebenspartner', 'Lebenspartner, Lebenspartnerin, Lebensgefährte, Lebensgefährtin'],
  ['Verlobter', 'Verlobte, Verlobter'],
  ['Kind', 'Kind, Kindeskind, Sohn, Tochter, Baby, Säugling, Neugeborenes, Stiefkind, Pflegekind'],
  [
    'Elternteil',
    'Elternteil, Eltern, Vater, Mutter, Kindesmutter, Kindesvater, Stiefvater, Stiefmutter, Personensorgeberechtigter',
  ],
  ['Großelternteil', 'Großeltern, Oma, Opa, Großmutter, Großvater'],
  ['Geschwister', 'Geschwister, Bruder, Schwester'],
  ['Student', 'Student, Studentin, Studentinnen, Studierender, Studi'],
  ['Schüler', 'Schüler, Schülerin, Schülerinnen'],
  ['Auszubildender', 'Auszubildende, Auszubildender, Azubi, Azubis, Lehrling'],
  ['Fachkraft', 'Fachkraft, Fachkräfte'],
  ['Arbeitnehmer', 'Arbeitnehmer, Arbeitnehmerin, Beschäftigter'],
  ['Arbeitgeber', 'Arbeitgeber, Arbeitgeberin'],
  ['Selbständiger', 'Selbständiger, Selbstständiger, Freiberufler, Freiberuflerin'],
  ['Forscher', 'Forscher, Forscherin, Wissenschaftler, Wissenschaftlerin'],
  ['Unionsbürger', 'Unionsbürger, Unionsbürgerin, EU-Bürger, EU-Bürgerin, EU-Ausländer, EU-Ausländerin'],
  ['Drittstaatsangehöriger', 'Drittstaatsangehöriger, Drittstaatler, Drittstaatlerin, Drittausländer'],
  ['Flüchtling', 'Flüchtling, GFK-Flüchtling, Flüchtlingseigenschaft'],
  [
    'subsidiär Schutzberechtigter',
    'subsidiär Schutzberechtigter, subsidiär Geschützter, subsidiärer Schutz, subsidiär, SB-Schutz',
  ],
  ['Asylberechtigter', 'Asylberechtigter'],
  ['Asylbewerber', 'Asylbewerber, Asylbewerberin, Asylantragsteller, Asylantragstellerin, Asylsuchender'],
  ['Geduldeter', 'Geduldeter, Duldungsinhaber, Duldungsinhaberin, geduldet'],
  ['Staatenloser', 'Staatenloser, staatenlos'],
  ['Minderjähriger', 'Minderjähriger, minderjährig, UMA, UMF, umA'],
  ['Volljähriger', 'Volljähriger, volljährig'],
  ['Vormund', 'Vormund, Vormundes'],
]
