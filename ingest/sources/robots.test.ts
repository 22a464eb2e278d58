import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayAskNow, nextAsking } from './asking-hours.ts'
import { parseRobots } from './robots.ts'

describe('a robots.txt is kept', () => {
  test.each([
    ['', '/a', true],
    ['User-agent: *\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow:', '/a', true],
    ['User-agent: *\nDisallow: /suche', '/suche?q=1', false],
    ['User-agent: *\nDisallow: /suche', '/such', true],
    ['User-agent: *\nDisallow: /\nAllow: /recht/', '/recht/1.htm', true],
    ['User-agent: *\nAllow: /a\nDisallow: /a', '/a', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf?z', true],
    ['User-agent: *\nDisallow: /a # Kommentar', '/a', false],
    ['USER-AGENT: *\r\ndisallow: /a\r\n', '/ab', false],
    ['User-agent: andere\nDisallow: /\n\nUser-agent: *\nDisallow: /geheim', '/a', true],
    ['User-agent: *\nDisallow: /\n\nUser-agent: fundstelle\nDisallow: /nur-das', '/a', true],
    ['User-agent: fundstelle\nUser-agent: andere\nDisallow: /a', '/a', false],
    ['User-agent: fundstelle\nDisallow: /a\n\nUser-agent: fundstelle\nDisallow: /b', '/b', false],
    ['Disallow: /a', '/a', true],
  ])('%j lets %s through: %s', (text, path, allowed) => {
    expect(parseRobots(text, 'fundstelle').allows(path)).toBe(allowed)
  })

  test('its pause holds where it states one', () => {
    expect(parseRobots('User-agent: *\nCrawl-delay: 2.5', 'fundstelle').delayMs).toBe(2500)
    expect(parseRobots('User-agent: andere\nCrawl-delay: 9', 'fundstelle').delayMs).toBeNull()
  })

  test('whatever stands in it, a path is allowed or not, and quickly', () => {
    const line = fc.oneof(
      fc.constantFrom('User-agent: *', 'User-agent: fundstelle', '', 'Sitemap: x'),
      fc.string({ maxLength: 40 }),
      fc.stringMatching(/^[a-c*$/]{0,30}$/).map((path) => `Disallow: ${path}`),
      fc.stringMatching(/^[a-c*$/]{0,30}$/).map((path) => `Allow: ${path}`),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.stringMatching(/^\/[a-c/]{0,60}$/), (lines, path) => {
        expect(typeof parseRobots(lines.join('\n'), 'fundstelle').allows(path)).toBe('boolean')
      }),
    )
  })

  test('without stars a rule forbids exactly what begins with it', () => {
    const path = fc.stringMatching(/^\/[a-z.?=-]{0,12}$/)
    fc.assert(
      fc.property(path, path, (rule, asked) => {
        const { allows } = parseRobots(`User-agent: *\nDisallow: ${rule}`, 'fundstelle')
        expect(allows(asked)).toBe(!asked.startsWith(rule))
      }),
    )
  })
})

describe('a publisher is asked in its hours, in German time', () => {
  test.each([
    ['2026-07-01T20:30:00Z', ['22:00-06:00'], true],
    ['2026-07-01T19:59:00Z', ['22:00-06:00'], false],
    ['2026-01-01T04:59:00Z', ['22:00-06:00'], true],
    ['2026-01-01T05:00:00Z', ['22:00-06:00'], false],
    ['2026-01-01T11:00:00Z', ['12:00-13:00', '22:00-06:00'], true],
    ['2026-01-01T23:30:00Z', ['00:00-24:00'], true],
    ['2026-01-01T11:00:00Z', [], true],
  ])('%s in %j: %s', (now, hours, allowed) => {
    expect(mayAskNow(hours, new Date(now))).toBe(allowed)
  })

  test.each([
    ['2026-07-01T19:59:30Z', ['22:00-06:00'], '2026-07-01T20:00:00.000Z'],
    ['2026-01-01T05:00:00Z', ['12:00-13:00', '22:00-06:00'], '2026-01-01T11:00:00.000Z'],
    // The night in which the clock is put on: two o'clock is three.
    ['2026-03-29T00:30:00Z', ['03:00-04:00'], '2026-03-29T01:00:00.000Z'],
    ['2026-03-28T12:00:00Z', ['02:15-02:45'], '2026-03-30T00:15:00.000Z'],
    ['2026-01-01T11:00:00Z', ['08:00-08:00'], null],
    ['2026-01-01T11:00:00Z', [], null],
  ])('at %s, with hours %j, it may be asked next at %s', (now, hours, next) => {
    expect(nextAsking(hours, new Date(now))?.toISOString() ?? null).toBe(next)
  })
})
