/** The laws an Ausländerbehörde works with every day, by the publisher's key; loaded on a first start. */
export const coreLaws: readonly string[] = [
  // Residence
  'aufenthg_2004', // AufenthG
  'aufenthv', // AufenthV
  'beschv_2013', // BeschV, admission to employment
  'freiz_gg_eu_2004', // FreizügG/EU
  'ukraineaufenth_v', // UkraineAufenthÜV
  'intv', // IntV, integration courses
  'deuf_v', // DeuFöV, vocational German courses
  'azrg', // AZRG, central register of foreigners
  'azrg-dv', // AZRG-DV
  'passv_2007', // PassV
  // Asylum
  'asylvfg_1992', // AsylG; the publisher keeps the old key
  'asylblg', // AsylbLG
  'asylzbv_2008', // AsylZBV
  // Nationality
  'stag', // StAG
  'einbtestv', // EinbTestV
  'bvfg', // BVFG
  // Procedure, enforcement, fees
  'vwvfg', // VwVfG
  'vwgo', // VwGO
  'vwvg', // VwVG
  'vwzg_2005', // VwZG
  'bgebg', // BGebG
  'bmg', // BMG, registration
  // What permits depend on: livelihood, work, family
  'sgb_1', // SGB I
  'sgb_2', // SGB II
  'sgb_3', // SGB III
  'sgb_10', // SGB X
  'sgb_12', // SGB XII
  'bbig_2005', // BBiG
  'bqfg', // BQFG
  'bkgg_1996', // BKGG
  'gg', // GG
]
