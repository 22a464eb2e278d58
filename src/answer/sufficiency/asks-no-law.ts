import { fold } from '../../text/fold.ts'

/** What a statute cannot say, each with the words by which a question asks for it (folded) and where to look instead. */
const kinds: { signs: RegExp; message: string }[] = [
  {
    signs:
      /\b(welche|was sind|wie sind|wann|haben)\b.{0,60}\b(offnungszeit|sprechzeit|sprechstunde)|^(offnungszeit|sprechzeit|sprechstunde)|\btelefonnummer|\bdurchwahl\b|\bin welchem (zimmer|raum|buro) (sitzt|ist|finde)\b|\b(wartezeit|wartet|warten|dauert) .*\bauf (einen |den )?termin|\bterminvergabe|\bterminsystem/,
    message:
      'Das ist eine Angabe der Behörde (Öffnungszeiten, Termine, Erreichbarkeit); Rechtsvorschriften enthalten sie nicht. Bitte im Haus oder auf der Seite der Behörde nachsehen.',
  },
  {
    signs:
      /\b(bearbeitungs(zeit|dauer)|warte(zeit|n|t)|dauert|dauern|braucht|brauchen|bearbeitet)\b.*\b(bei uns|im amt|im (durch)?schnitt|durchschnittlich|derzeit|zurzeit|zur zeit|momentan|aktuell)\b|\b(bei uns|im amt|im (durch)?schnitt|durchschnittliche?n?|derzeit|derzeitige|zurzeit|zur zeit|momentan|aktuelle?)\b.*\b(bearbeitungs(zeit|dauer)|wartezeit|dauert|wartet|fertig bearbeitet)\b|(?=.*\b(dauer\w*|lange|wann)\b)(?=.*\b(bearbeitung|bearbeitet|entscheidet ihr|entscheiden sie)\b).*\b(bei (euch|ihnen|dir)|ihr|hier|gerade|im moment|jetzt|heute)\b/,
    message:
      'Wie lange eine Behörde tatsächlich braucht, steht in keiner Rechtsvorschrift. Bitte in der Fachstatistik oder bei der Behörde nachfragen.',
  },
  {
    signs:
      /\b(statistik|fallzahlen?|statistische)\b.{0,40}\b(19|20)\d\d\b|^statistik\b.{0,60}\b(nrw|bundesweit|landesweit|deutschland)\b|\b(anzahl|zahl|wie ?viele?)\b.{0,70}\b(wurden|(?:bewilligt|erteilt|gestellt|abgelehnt)(?:e[nr]?)?)\b.{0,40}\b((19|20)\d\d|bundesweit|landesweit|letztes jahr|im letzten jahr|bisher)\b|\b(anzahl|zahl|wie ?viele?)\b.{0,60}\b((19|20)\d\d|bundesweit|letztes jahr|im letzten jahr)\b.{0,40}\b(wurden|bewilligt|erteilt|gestellt|abgelehnt|bekommen|erhalten|gegeben|bearbeitet|eingereist|abgeschoben)\b|\b(anzahl|zahl) der (abschiebungen|einburgerungen|asylantrage|duldungen|geduldeten|anerkennungen|einreisen|ausreisen|ausreisepflichtigen|antrage)\b|\bwie ?viele\b.{0,50}\b(leben|wohnen) (derzeit|zurzeit|aktuell|gerade|momentan|hier|in)\b|\b(anerkennungs|erfolgs|ablehnungs|schutz)quote\b/,
    message:
      'Das ist eine statistische Angabe; Rechtsvorschriften enthalten sie nicht. Auskunft geben die Fachstatistik, das BAMF (Ausländerzentralregister) oder das Statistische Landesamt.',
  },
  {
    signs:
      /\b(wie heisst|wer ist) (denn )?(der|die|unser|unsere|bei uns)\b.{0,25}\b(prasident|minister|leiter|chef|burgermeister|sachbearbeiter|kolleg|amtsleit|dezernent)|^\W*welche[rn]? (kollegin|kollege|sachbearbeiter)|\b(wer|welche[rn]? \w+) ist bei uns im (haus|amt|team)\b|\bist (der|die) (sachbearbeiter|kolleg)\w* .*\berreichbar\b/,
    message: 'Nach Personen fragt man im Haus: Rechtsvorschriften nennen niemanden mit Namen.',
  },
  {
    signs:
      /\b(wie ist|was ist) der (sach)?stand\b.{0,20}\b(verfahren|antrag|akte|sache)|\bstand (im|des) verfahren\w*\b.{0,10}\bvon\b/,
    message: 'Den Stand eines Verfahrens kennt nur die Akte; Rechtsvorschriften enthalten ihn nicht.',
  },
  {
    signs:
      /\bkoalitionsvertrag|\bwahlprogramm|\bwelche partei|\bplant die (bundes|landes)?regierung|\b(will|wollen) die (bundes|landes)?regierung|\bgesetzentwurf|\bwann kommt .{0,30}(gesetzesanderung|reform)|\bnachste[nr]? (gesetzesanderung|reform)\b/,
    message:
      'Das fragt nach Plänen und Entwürfen; die Sammlung enthält geltendes und früheres Recht. Bitte in den Drucksachen von Bundestag und Bundesrat nachsehen.',
  },
  {
    signs:
      /^\W*(hallo|hi|hey|moin|guten (morgen|tag|abend)|danke|vielen dank|test)\b[^?]{0,40}(wie geht.{0,10})?[?!.]*$|^\W*(bitte )?(schreibe?|dichte|ubersetze?|erzahle?|fasse?|formuliere?|ignoriere?|vergiss|programmiere?|male|zeichne) (mir|bitte|ein|eine|einen|den|die|das|alle|folgende\w*)\b|\bsystem-?prompt\b|\bwer bist du\b|\bbist du (ein|eine)\b|^\W*kannst du\b|\b(gedicht|witz)e?\b/,
    message:
      'Das ist keine Rechtsfrage. Fundstelle beantwortet Fragen aus den gespeicherten Rechtsvorschriften; bitte eine Frage zum Recht stellen.',
  },
]

/** Where a question asks for something that no statute says, a German sentence that says so and where to look; else null. */
export function asksNoLaw(question: string): string | null {
  const folded = fold(question).replace(/\s+/g, ' ').trim()
  return kinds.find(({ signs }) => signs.test(folded))?.message ?? null
}
