import type { PageSite } from './published-pages.ts'

/** Verwaltungsvorschriften im Internet: `bsvwvbund_26102009_MI31284061.htm`. */
export const vwvbundSite: PageSite = {
  publisher: 'vwvbund',
  slugOf: (path) => /^(bsvwvbund_\d{8}_\w+)\.html?$/.exec(path)?.[1] ?? null,
  pathOf: (slug) => `${slug}.htm`,
}

/** recht.nrw.de: pages of the portal of 2025 (`lrmb/verwaltungsvorschrift/…`), and of the one before (`lmi/owa/…?bes_id=`). */
export const rechtNrwSite: PageSite = {
  publisher: 'recht_nrw',
  slugOf: (path) => {
    const page = /^((?:lrmb|lrgv)\/[\w-]+\/[\w-]+)\/?(?:$|\?)/.exec(path)?.[1]
    if (page !== undefined) return page.replaceAll('/', '~')
    const [, kind, id] = /^lmi\/owa\/br_(?:bes_text|text_anzeigen)\?(?:.*&)?(bes_id|v_id)=(\d+)/.exec(path) ?? []
    return kind === undefined ? null : `${kind}-${id}`
  },
  pathOf: (slug) => {
    const [, kind, id] = /^(bes_id|v_id)-(\d+)$/.exec(slug) ?? []
    if (kind === undefined) return slug.replaceAll('~', '/')
    return `lmi/owa/br_${kind === 'bes_id' ? 'bes_text' : 'text_anzeigen'}?${kind}=${id}`
  },
}

/** REVOSax: `vorschrift/10405-VwV-Durchfuehrung-Wohngeldverfahren`. */
export const revosaxSite: PageSite = {
  publisher: 'revosax',
  slugOf: (path) => /^vorschrift\/(\d+[\w.-]*)\/?(?:$|[?.])/.exec(path)?.[1] ?? null,
  pathOf: (slug) => `vorschrift/${slug}`,
}

/** Files below the ministry's `SharedDocs/downloads`. */
export const bmiSite: PageSite = {
  publisher: 'bmi',
  slugOf: (path) => /^(SharedDocs\/[\w/.-]+\.(?:pdf|html))/.exec(path)?.[1]?.replaceAll('/', '~') ?? null,
  pathOf: (slug) => slug.replaceAll('~', '/'),
}

/** Berlin's immigration office: its instructions as PDF or pages. */
export const vabSite: PageSite = {
  publisher: 'vab',
  slugOf: (path) =>
    /^(einwanderung\/[\w/.-]*(?:vab|verfahrenshinweise)[\w.-]*\.pdf)/i.exec(path)?.[1]?.replaceAll('/', '~') ?? null,
  pathOf: (slug) => slug.replaceAll('~', '/'),
}
