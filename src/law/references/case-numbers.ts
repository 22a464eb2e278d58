/**
 * Aktenzeichen and ECLI: `1 C 12.22`, `10 K 1234/21.A`, `2 BvR 1/20`, `VIII ZR 12/20`, `B 7 AY 1/20 R`, `M 6 S 19.1168`,
 * `C-634/21`. Register signs of courts are short and mostly capitals, which tells `3 Tage 12.22` from a docket number.
 */
const registerSign =
  '(?:P?Bv[A-Z]|StRR?|KSt|ORb?s|R[BV]s|B[fs]|VAs|Rev|ARs?|ArB|[DJKLCGW]s|Ss|SaGa|Sa|Ca|Ga|Ta(?:BV(?:Ga)?)?|OWi|RAr|RKa|RVi?|RJ|W[ \\u00a0]\\(pat\\)|(?!EUR|BGB|ABl|RL[ \\u00a0]|VO[ \\u00a0])[A-Z]{1,3})'
const senate = '(?:\\d{1,3}[a-z]?|[IVX]{1,5}[a-c]?)'
const running = '\\d{1,5}(?:/\\d{2}|\\.\\d{2,5})(?:\\.[A-Z]{1,3}\\b)?'
/** Registers without a senate before them. */
const alone =
  '(?:StB|AnwZ[ \\u00a0]\\((?:B|Brfg)\\)|NotZ(?:[ \\u00a0]\\(Brfg\\))?|GmS-OGB|GSSt|GSZ|GS|GrS|EnVR|EnZR|KZR|KVR|KVZ)'
/** What stands before the senate: the branch at social courts, the seat at Bavarian ones. */
const seat = '(?:(?:AN|Au|RN|RO|[BLMSW])[ \\u00a0])?'

/** Source of a pattern, to be combined with the signs of norms; named group `docket` or `ecli` is the Aktenzeichen. */
export const caseNumberSource: string = [
  '(?<ecli>ECLI:[A-Z]{2}:[A-Za-z0-9]{1,8}:\\d{4}:[A-Za-z0-9.]{1,25}[A-Za-z0-9])',
  '(?:(?:BVerwG|BVerfG|BGH|BSG|BAG|BFH|EuGH|EuG|OVG|VGH|VG|LSG|SG|OLG|LG|AG)[ ,\\u00a0]{1,2})?' +
    `(?<docket>(?<!\\d\\.)${seat}${senate}[ \\u00a0]${registerSign}(?:[ \\u00a0][A-Z]{1,3})?[ \\u00a0]${running}(?:[ \\u00a0](?:B[ \\u00a0]ER|R|B|KL|ER)\\b)?|` +
    `${alone}[ \\u00a0]\\d{1,5}/\\d{2}|[CTF][-‑–][ \\u00a0]?\\d{1,4}/\\d{2}(?:[ \\u00a0]P(?:PU)?\\b)?)(?![\\d/])`,
].join('|')
