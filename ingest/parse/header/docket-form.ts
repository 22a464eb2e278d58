/**
 * The form of a court's Aktenzeichen (`1 C 12.12`, `Au 4 K 23.385`, `S 39 KR 876/18`, `VII R 57/20`, `1 Ws 9/26`,
 * `15 W (pat) 10/10`, `1 E 12/22.P`, `2 BvR 1/20`, `1 O 12/20 Hei`): seat or branch, chamber, register sign, running number and year.
 * Signs are not listed: each Land has its own, and only numbers at a header's own place are read with this.
 */
const branch = '(?:(?:[SLBAMW]|A[NU]|Au|R[NO]|NC|PL|PB|DL|D[BL]|Vf\\.?) |[IVX]{1,4}-|\\d{1,2} (?:Rv|OLG) )?'
const chamber = '(?:\\d{1,3}[a-z]?(?:[-/]\\d{1,2})?|[IVX]{1,5}[a-c]?)'
const sign =
  '(?!Euro?\\b|EUR\\b|Uhr\\b|Abs\\b|Art\\b|Nr\\b|Tage?\\b|Monate?\\b|Satz\\b|BGBl?\\b|ABl\\b|Js-)(?:\\([A-Z]\\) )?[A-ZÄÜ][A-Za-zäü]{0,6}(?:-[A-Z]{1,3}|-[A-Z][a-z]{1,2})?'
const addition = '(?: ?\\((?:pat|EP|EU|Brfg|B|R|A|E|Enz|s)\\)| [A-Z]{1,3})?'
const running =
  '\\d{1,6}(?:/\\d{2}(?:\\d{2})?(?!\\d)|\\.\\d{2,5})(?:\\.VB-\\d{1,3}|(?:\\.[A-ZÄ]{1,4}\\b){1,2})?(?:\\(\\d\\))?'
/** Kind of remedy behind the number, or of case in brackets: `B ER`, `(PKH)`. */
const remedy = '(?:B ER|B PKH|NZB|ER-B|ER|RG|BH|R|B|KL|KR|PKH|WA|AO)\\b(?!-)'
/** The letters of a judge, matter or tax that stand behind the number and nothing but its end behind them: `Bau e`, `Hei`, `Kg,AO`. */
const letters =
  '(?!(?:Vom|Und|Der|Die|Das|Den|Im|In|Am|An|Auf|Urt|Bes|Az|Rn|Abs|Nr|OVG|VGH|VG|LSG|SG|OLG|LG|AG|LAG|FG|KG|BGH|BAG|BSG|BFH|NJW|Ulm|Hof)\\b)(?:Kart|Kost|EASO|[A-Z][A-Za-z]{0,2})(?:,[A-Z][A-Za-z]{0,2})*(?: [a-z])?(?=$|\\n|[,;)]| und | ?[-–—](?: |$))'
const ending = `(?: [a-z](?=$|,)| ${remedy}| ?\\((?:[A-Z]{1,4})\\)| ${letters})?`
/** Courts that have no chambers number otherwise: `VerfGH 12/20`, `AnwZ (Brfg) 3/20`, `VfGBbg 5/21`, `Vf. 12-VI-20`. */
const unchambered =
  '(?:(?:VerfGH|VfGBbg|VfGH|LVG|H?VerfG|StGH|LVerfG|Lv|AnwZ|AnwSt|PatAnwZ|NotZ|NotSt|RiZ|RiSt|En[VZ]R|EnVZ|K[ZV][RZB]|KRB|GrS|GSSt|GSZ|AK|StB|VGH(?: [ABNO])?|[IVX]{1,4}-Verg)(?: ?\\((?:Brfg|B|R)\\))? \\d{1,5}/\\d{2}(?:\\.VB-\\d{1,3})?|Vf\\. \\d{1,3}-[IVX]{1,4}[a-z]?-\\d{2})'

/** Source of a pattern for one Aktenzeichen, without court code or label. */
export const docketSource = `(?:${branch}${chamber} ${sign}${addition} ${running}${ending}|${unchambered})`

/** Short names of courts that stand before a number: `BVerwG 2 A 7.23`, `OVG 12 B 11.07`. */
export const courtCodeSource =
  '(?:BVerwG|BVerfG|BGH|BSG|BAG|BFH|BPatG|OVG|VGH|VG|LSG|SG|OLG|LG|AG|LAG|ArbG|FG|KG|BayObLG|VerfGH)'
