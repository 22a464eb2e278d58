/** Hours of a day in German legal time, `20:00-06:00`; an end before the start lies on the next morning, the same as the start a day later. */
export const hoursPattern = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/

const clock = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' })

/** True where a publisher may be asked at this moment; without hours always. */
export function mayAskNow(hours: readonly string[], now: Date): boolean {
  const [, hour = '0', minute = '0'] = /(\d{1,2}):(\d{2})/.exec(clock.format(now)) ?? []
  const at = Number(hour) * 60 + Number(minute)
  return hours.length === 0 || hours.some((span) => lies(at, span))
}

const minuteMs = 60_000

/** When a publisher may be asked next, to the minute, within two days of `now`; null where it may be now. */
export function nextAsking(hours: readonly string[], now: Date): Date | null {
  if (mayAskNow(hours, now)) return null
  const first = Math.ceil((now.getTime() + 1) / minuteMs)
  const minutes = Array.from({ length: 2 * 24 * 60 }, (_, at) => new Date((first + at) * minuteMs))
  return minutes.find((minute) => mayAskNow(hours, minute)) ?? null
}

function lies(at: number, span: string): boolean {
  const [, fromHour, fromMinute, toHour, toMinute] = hoursPattern.exec(span) ?? []
  const from = Number(fromHour) * 60 + Number(fromMinute)
  const to = Number(toHour) * 60 + Number(toMinute)
  return from < to ? at >= from && at < to : at >= from || at < to
}
