/** Thrown when a slot would not be free, or was not, within the time somebody is ready to wait. */
export class SlotWaitError extends Error {
  override readonly name = 'SlotWaitError'
  /** The wait to be expected, or the one that was in vain, in milliseconds. */
  readonly waitMs: number

  constructor(waitMs: number) {
    super(`Es ist kein Platz frei; die Wartezeit beträgt etwa ${Math.round(waitMs / 1000)} Sekunden.`)
    this.waitMs = waitMs
  }
}
