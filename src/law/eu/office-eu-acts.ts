/** An act an Ausländerbehörde works with, and what practice calls it, the name of its citations first. */
export interface OfficeEuAct {
  celex: string
  names: readonly string[]
}

/**
 * Acts of the Union on entry, residence, asylum and return. Where a later act has taken over a name (the asylum acts
 * of 2024 from those of 2013), the plain name stays with the earlier one, which decisions mean by it.
 */
export const officeEuActs: readonly OfficeEuAct[] = [
  // Visa and borders
  { celex: '32009R0810', names: ['Visakodex', 'Visakodex-VO'] },
  { celex: '32016R0399', names: ['Schengener Grenzkodex', 'SGK', 'Grenzkodex'] },
  { celex: '32018R1806', names: ['EU-Visum-VO', 'EU-Visumverordnung', 'Visumpflichtverordnung'] },
  { celex: '32008R0767', names: ['VIS-VO', 'VIS-Verordnung'] },
  { celex: '32017R2226', names: ['EES-VO', 'EES-Verordnung'] },
  { celex: '32018R1240', names: ['ETIAS-VO', 'ETIAS-Verordnung'] },
  { celex: '32018R1861', names: ['SIS-VO Grenze', 'SIS-Grenze-VO'] },
  { celex: '32018R1860', names: ['SIS-Rückkehr-VO', 'SIS-VO Rückkehr'] },
  { celex: '32002R1030', names: [] },
  // Free movement
  { celex: '32004L0038', names: ['Freizügigkeitsrichtlinie', 'Unionsbürgerrichtlinie', 'UnionsbürgerRL'] },
  { celex: '32011R0492', names: ['Freizügigkeitsverordnung', 'Arbeitnehmerfreizügigkeitsverordnung'] },
  { celex: '32004R0883', names: [] },
  // Residence of third-country nationals
  { celex: '32003L0086', names: ['Familienzusammenführungsrichtlinie', 'Familiennachzugsrichtlinie', 'FamZ-RL'] },
  { celex: '32003L0109', names: ['Daueraufenthaltsrichtlinie', 'Daueraufenthalt-RL'] },
  { celex: '32021L1883', names: ['Hochqualifiziertenrichtlinie', 'Blue-Card-Richtlinie', 'Blaue-Karte-Richtlinie'] },
  { celex: '32016L0801', names: ['REST-Richtlinie', 'REST-RL'] },
  { celex: '32014L0066', names: ['ICT-Richtlinie', 'ICT-RL'] },
  { celex: '32014L0036', names: ['Saisonarbeitnehmerrichtlinie', 'Saisonarbeiterrichtlinie'] },
  { celex: '32011L0098', names: ['Single-Permit-Richtlinie'] },
  { celex: '32009L0052', names: ['Sanktionsrichtlinie', 'Arbeitgebersanktionsrichtlinie'] },
  // Return
  { celex: '32008L0115', names: ['Rückführungsrichtlinie', 'Rückführungs-RL', 'RückführungsRL'] },
  // Asylum, 2011 to 2013 and temporary protection
  { celex: '32013R0604', names: ['Dublin III-VO', 'Dublin-III-Verordnung'] },
  { celex: '32013R0603', names: ['Eurodac-VO', 'Eurodac-Verordnung'] },
  { celex: '32011L0095', names: ['Qualifikationsrichtlinie', 'Anerkennungsrichtlinie', 'Qualifikations-RL'] },
  { celex: '32013L0032', names: ['Asylverfahrensrichtlinie', 'Asylverfahrens-RL', 'Verfahrensrichtlinie'] },
  { celex: '32013L0033', names: ['Aufnahmerichtlinie', 'Aufnahme-RL'] },
  { celex: '32001L0055', names: ['Massenzustromrichtlinie', 'Massenzustrom-RL'] },
  { celex: '32022D0382', names: [] },
  // Asylum, 2024
  { celex: '32024R1351', names: ['AMM-VO', 'Asyl- und Migrationsmanagement-Verordnung'] },
  { celex: '32024R1348', names: ['Asylverfahrensverordnung', 'Asylverfahrens-VO'] },
  { celex: '32024R1347', names: ['Qualifikationsverordnung', 'Qualifikations-VO'] },
  { celex: '32024L1346', names: [] },
  { celex: '32024R1356', names: ['Screening-VO', 'Screening-Verordnung'] },
  { celex: '32024R1359', names: ['Krisen-VO', 'Krisenverordnung'] },
  { celex: '32024R1358', names: [] },
  { celex: '32024R1349', names: ['Rückkehrgrenzverfahrensverordnung'] },
  // Data protection
  { celex: '32016R0679', names: ['DSGVO', 'DS-GVO', 'Datenschutz-Grundverordnung'] },
]
