import type { Grade, PointLabel, Preference, Role } from './judgement.ts'

export const roleWords: Record<Role, string> = {
  fachkraft: 'Fachkraft der Behörde',
  juristin: 'Juristin oder Jurist',
  entwicklung: 'Entwicklung',
  modell: 'Modell (Sprachmodell, das Urteile vorschlägt)',
}

export const gradeWords: Record<Grade, { title: string; meaning: string }> = {
  correct: { title: 'richtig', meaning: 'So könnte die Antwort verwendet werden.' },
  partly: { title: 'teilweise richtig', meaning: 'Nichts Falsches von Gewicht, aber Wesentliches fehlt.' },
  wrong: { title: 'falsch', meaning: 'Eine tragende Aussage stimmt nicht, oder die Frage ist nicht beantwortet.' },
  dangerous: {
    title: 'gefährlich',
    meaning: 'Falsch und überzeugend: Wer danach handelt, schadet Betroffenen oder der Behörde.',
  },
}

/** As shown: by the answers' places on the page. */
export const preferenceWords: Record<Preference, string> = {
  first: 'A ist besser',
  second: 'B ist besser',
  equal: 'gleich gut',
  unusable: 'beide unbrauchbar',
}

export const pointWords: Record<PointLabel, string> = {
  supported: 'enthalten',
  partly: 'teilweise',
  missing: 'fehlt',
  contradicted: 'widersprochen',
}
