/**
 * True where the full stop at `point` ends no sentence: it belongs to an abbreviation, an ordinal number, an initial
 * or a heading's number. `next` is where the following word starts.
 */
export function endsWithAbbreviation(text: string, point: number, next: number): boolean {
  const start = wordStart(text, point)
  const word = text.slice(start, point)
  if (word === '') return false
  // Most full stops stand behind a plain word longer than any abbreviation.
  if (word.length > longestAbbreviation && !word.includes('.') && !/^[\dIVXLC]/.test(word)) return false
  const following = firstWord(text, next)
  const opening = sentenceOpeners.has(following)
  const atLineStart = start === 0 || text[start - 1] === '\n'
  if (/^\d+$/.test(word)) return atLineStart || isOrdinal(text, start, word, following, opening)
  if (/^[IVXLC]+$/.test(word)) return atLineStart || (!opening && ordinalContext(text, start))
  if (/^i\.V\.m$/.test(word) || (word === 'm' && /\bi\. ?V\.\s$/.test(text.slice(Math.max(0, start - 8), start))))
    return true
  if (/^[a-z]$/.test(word)) return atLineStart || !(listedLetter(text, start) || opening)
  if (/^\p{L}$/u.test(word)) return atLineStart || !opening
  if (word === 'Art') return /[\dIVXLC]/.test(text[next] ?? '')
  if (neverLast.has(word.toLowerCase())) return true
  return (sometimesLast.has(word.toLowerCase()) || /^(\p{L}\.)+\p{L}+$/u.test(word)) && !opening
}

/** Abbreviations that need a word behind them. */
const neverLast = new Set(
  `abi abs absch abschn abt abl allg anh anl anm apr artt aufl aug az b banz bd bde begr bek ber bes beschl betr bez bgbl bgbi bl br-drs bt-drs drs lt-drs rz
  buchst bzgl bzw ca d dez dipl diss dr ebd einschl entspr erl evtl feb febr fn frhr geänd gbl gem ges ggf ggfs gl gmbl
  halbs hl hrsg hs i inkl insb insbes jan jg jul jun kap kart lfd lit ln mär max med mdl min mind mio mrd nds nov nr nrn
  nrs okt phil prof rd rdn rdnr reg rgbl rn rspr s sachg sep sept sog st std stellv str tel tsd tz u uabs unterabs urt
  v verb verf verk vgl vkbl vol vorst zb ziff zit zul`.split(/\s+/),
)

/** Abbreviations that can stand at the end of a sentence: they do when a word follows that opens sentences. */
const sometimesLast = new Set('alt ff usw etc dgl ua uä oä co kg nachf verst geb aao mbh ag jh jhd'.split(' '))

const longestAbbreviation = Math.max(...[...neverLast, ...sometimesLast].map(({ length }) => length))

/** Words that begin German sentences and, in capitals, hardly anything else. */
const sentenceOpeners = new Set(
  `Aber Absatz Absätze Abweichend Alle Als An Andere Anderenfalls Andernfalls Artikel Auch Auf Aus Ausgenommen
  Außerdem Bei Beim Bis Bleibt Das Dabei Dadurch Dafür Daher Damit Danach Dann Darf Darin Darüber Das Dasselbe Davon
  Dazu Dem Den Denen Der Deren Dessen Desgleichen Dies Diese Dieselbe Diesem Diesen Dieser Dieses Die Dort Durch Ein
  Eine Einem Einen Einer Eines Entsprechend Entsprechendes Er Erfolgt Ergibt Es Falls Findet Ferner Für Gegen Gilt
  Gleiches Haben Handelt Hat Hierbei Hierfür Hierzu Hiervon Ihm Ihr Ihre Im In Innerhalb Insoweit Ist Ihnen Jede Jeder
  Jedes Kann Kein Keine Können Kommt Liegen Liegt Man Mit Nach Nähere Näheres Nicht Nimmt Nur Ob Ohne Satz Sätze Sein
  Seine Sie Sind Sofern Solange Soll Sollen Soweit So Sonstige Sonst Stehen Steht Über Um Unbeschadet Unberührt Und
  Unter Verlangt Vom Von Vor Vorbehaltlich Wann War Was Wegen Weicht Weitere Wenn Wer Werden Wie Wird Während Zu Zum
  Zur Zusätzlich Zwischen`.split(/\s+/),
)

const months = new Set(
  'Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
)

/** What an ordinal number counts. */
const counted =
  /^(?:\p{L}+-?)?(?:[Jj]ahres?|[Jj]ahrs|Monats?|Tag(?:es)?|Woche|Halbsatz(?:es)?|Abschnitts?|Kapitels?|Teils?|Titels?|Lebens\w+|Lehr\w+|Ausbildungs\w+|Grad(?:es)?|Senats?|Kammer|Klasse|Stufe|Semesters?|Quartals?|Wahlperiode|Jahrhunderts?|Hälfte|Aufl|Auflage|Alt|Hs|Halbs|Kalender\w+|Lebensmonats?|BImSchV|ProdSV|DV|AusnahmeV\w*)$/u

function isOrdinal(text: string, start: number, digits: string, following: string, opening: boolean): boolean {
  if (months.has(following)) return Number(digits) <= 31
  if (digits.length > 3) return false
  if (counted.test(following)) return true
  return !opening && ordinalContext(text, start)
}

/** An article or preposition before a number makes it an ordinal; `§`, `Absatz` and the like make it a reference. */
function ordinalContext(text: string, start: number): boolean {
  const before = lastWord(text, start)
  if (/^(?:der|des|dem|den|die|das|zum|zur|vom|am|im|ab|ihr|ein|eine[rnms]?|jede[rnms]?)$/i.test(before)) return true
  return (
    /^(?:und|oder|bis)$/.test(before) && /\d\.\s+(?:und|oder|bis)\s+$/.test(text.slice(Math.max(0, start - 20), start))
  )
}

/** `Buchstabe b.`, `Buchstaben a und b.`: here a single letter is no abbreviation. */
function listedLetter(text: string, start: number): boolean {
  return /^(?:Buchstaben?|Buchst\.|und|oder|bis|sowie|Doppelbuchstaben?)$/.test(lastWord(text, start))
}

function wordStart(text: string, point: number): number {
  let at = point
  while (at > 0 && point - at < 40 && !isBeforeWord(text.charCodeAt(at - 1))) at -= 1
  return at
}

const marksBeforeWord = new Set([...'(„"[»‚/|'].map((mark) => mark.charCodeAt(0)))

function isBeforeWord(code: number): boolean {
  return code <= 32 || marksBeforeWord.has(code) || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)))
}

function lastWord(text: string, end: number): string {
  return /(\S{1,40})\s*$/.exec(text.slice(Math.max(0, end - 44), end))?.[1] ?? ''
}

function firstWord(text: string, start: number): string {
  return /^\p{L}+(?:-\p{L}+)*/u.exec(text.slice(start, start + 40))?.[0] ?? ''
}
