/**
 * The form of a court's Aktenzeichen (`1 C 12.12`, `Au 4 K 23.385`, `S 39 KR 876/18`, `VII R 57/20`, `1 Ws 9/26`,
 * `15 W (pat) 10/10`, `1 E 12/22.P`, `2 BvR 1/20`): seat or branch, chamber, register sign, running number and year.
 * Signs are not listed: each Land has its own, and only numbers at a header's own place are read with this.
 */
const branch = '(?:(?:[SLB]|A[NU]|Au|M|R[NO]|W|NC|Vf\\.?) )?'
const chamber = '(?:\\d{1,3}[a-z]?|[IVX]{1,5}[a-c]?)'
const sign =
  '(?!Euro?\\b|EUR\\b|Uhr\\b|Abs\\b|Art\\b|Nr\\b|Tage?\\b|Monate?\\b|Satz\\b|BGBl?\\b|ABl\\b|Js-)(?:\\([A-Z]\\) )?[A-ZÄÜ][A-Za-zäü]{0,6}(?:-[A-Z]{1,3}|-[A-Z][a-z]{1,2})?'
const addition = '(?: ?\\((?:pat|EP|EU|Brfg|B|R|A|E|Enz)\\)| [A-Z]{1,3})?'
const running = '\\d{1,6}(?:/\\d{2}(?:\\d{2})?(?!\\d)|\\.\\d{2,5})(?:\\.[A-ZÄ]{1,4}\\b)?(?:\\(\\d\\))?'
const ending = '(?: [a-z](?=$|,)| (?:B ER|B PKH|NZB|ER|R|B|KL|KR|PKH|WA|AO)\\b)?'
/** Courts that have no chambers number otherwise: `VerfGH 12/20`, `AnwZ (Brfg) 3/20`, `VfGBbg 5/21`. */
const unchambered =
  '(?:VerfGH|VfGBbg|VfGH|LVG|StGH|LVerfG|AnwZ|NotZ|RiZ|EnVR|KZR|KVR|VGH)(?: ?\\((?:Brfg|B|R)\\))? \\d{1,5}/\\d{2}'

/** Source of a pattern for one Aktenzeichen, without court code or label. */
export const docketSource = `(?:${branch}${chamber} ${sign}${addition} ${running}${ending}|${unchambered})`

/** Short names of courts that stand before a number: `BVerwG 2 A 7.23`, `OVG 12 B 11.07`. */
export const courtCodeSource =
  '(?:BVerwG|BVerfG|BGH|BSG|BAG|BFH|BPatG|OVG|VGH|VG|LSG|SG|OLG|LG|AG|LAG|ArbG|FG|KG|BayObLG|VerfGH)'
