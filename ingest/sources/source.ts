import type { CourtCoverage } from '../../src/law/court-coverage.ts'
import type { Day } from '../../src/law/day.ts'
import type { Publisher } from './publishers.ts'

/** What a publisher says about the state of a file; handed back to it next time, so that it may answer "unchanged". */
export interface Validators {
  etag: string | null
  lastModified: string | null
}

/** Getting one law's bytes is answered with a value: one bad item never stops the others. `reason` is German. */
export type Fetched =
  | { kind: 'bytes'; bytes: Uint8Array; fetchedOn: Day; validators: Validators | null }
  /** `validators`: where they changed although the text did not. */
  | { kind: 'not_modified'; validators?: Validators }
  /** There, but not asked for, as only its text could tell: it is passed over, and remembered as asked. */
  | { kind: 'not_wanted'; validators: Validators }
  /** `gone`: the publisher says that there is no such document (404, 410). */
  | { kind: 'failed'; reason: string; gone?: true }

/** One dated text of one law that a source has. */
export interface SourceItem {
  /** The publisher's own key of the law: `aufenthg_2004`. */
  slug: string
  /** Day from which this text was seen: from the file's name, given by the user, or today at the publisher. */
  day: Day
  /** Address or path, for the record; no two items of a source share it. */
  origin: string
  /**
   * What the publisher's list says of this item's state (a day of change, a hash): an item that was read well with the same
   * stamp is not asked for again by `sync`. Absent where the list says nothing.
   */
  stamp?: string
  /** The bytes as the publisher made them (XML). `known`: validators stored with the last successful fetch, or null. */
  fetch(known: Validators | null): Promise<Fetched>
}

/** A file that was there but is no law we can read; `reason` is German and says how to mend it where it can be. */
export interface IgnoredFile {
  name: string
  reason: string
}

/**
 * A place where dated laws lie. It knows what is there and gets bytes; it never parses law.
 * Folders and zip archives list a law's oldest text first; a tar archive is read once, in its own order.
 */
export interface Source {
  /** For people: `Ordner /srv/recht`. */
  name: string
  publisher: Publisher
  /** Where its texts hold that do not say where; absent where its publisher tells. */
  territory?: string
  /** True where the publisher itself is asked, so that it is worth remembering when and with what success. */
  asksPublisher: boolean
  /**
   * Items as they are found. Throws `UnusableSourceError` before the first item where nothing in it can be used;
   * damage further on comes as an item that fails. May be called again, and then asks nobody anew, unless `readOnce`.
   */
  items(): AsyncIterable<SourceItem>
  /**
   * Keys (slugs) of all documents of this source that there are now, from a complete list. Null where that cannot be told:
   * the list is unreadable or was cut short. `sync` withdraws what was listed once and is no longer; a source without this
   * never withdraws anything.
   */
  listed?(): Promise<ReadonlySet<string> | null>
  /** When the publisher may be asked next, where it is asked at certain hours only; null: now. `sync` puts its work off until then. */
  opensAt?(): Date | null
  /** True where `items()` can be gone through only once: an archive. */
  readOnce?: boolean
  /** How many items there will be; null where that is only known at the end. */
  count: number | null
  /** Files passed over; complete once `items()` has ended. */
  ignored: IgnoredFile[]
  /**
   * Every key the publisher has now, whatever of it was asked for; absent where it cannot say. What is stored of it and not
   * among them was withdrawn there. Throws `UnusableSourceError` where it cannot be had.
   */
  keys?(): Promise<readonly string[]>
  /** Courts whose decisions are complete once all items were taken; known when `items()` has ended. */
  covers?(): CourtCoverage[]
}
