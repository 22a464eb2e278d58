/** What a publisher's robots.txt lets us do. */
export interface Robots {
  /** True for a path with its query (`/a/b?c=d`) that may be asked for. */
  allows(path: string): boolean
  /** `Crawl-delay`, where one is stated: not in RFC 9309, but publishers mean it. */
  delayMs: number | null
}

/** RFC 9309, 2.5: so much must be read; what lies beyond is not. */
const charactersRead = 512 * 1024

/**
 * Reads a robots.txt (RFC 9309) for a crawler of this name: the groups that name it count together, else those for `*`.
 * The longest rule that fits decides, `Allow` before `Disallow` where both are as long; `*` stands for anything, `$` for the end.
 */
export function parseRobots(text: string, agent: string): Robots {
  const groups = readGroups(text.slice(0, charactersRead))
  const own = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()))
  const applying = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'))
  const rules = applying.flatMap((group) => group.rules).toSorted(byPrecedence)
  const delays = applying.flatMap(({ delay }) => (delay === null ? [] : [delay * 1000]))
  return {
    allows: (path) => rules.find(({ pattern }) => pattern.test(path))?.allow ?? true,
    delayMs: delays.length > 0 ? Math.max(...delays) : null,
  }
}

interface Rule {
  allow: boolean
  length: number
  pattern: RegExp
}

interface Group {
  agents: string[]
  rules: Rule[]
  delay: number | null
}

function byPrecedence(a: Rule, b: Rule): number {
  return b.length - a.length || Number(b.allow) - Number(a.allow)
}

function readGroups(text: string): Group[] {
  const groups: Group[] = []
  let inAgents = false
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, name = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*?)\s*(?:#|$)/i.exec(line) ?? []
    const key = name.toLowerCase()
    if (key === 'user-agent') {
      if (!inAgents) groups.push({ agents: [], rules: [], delay: null })
      groups.at(-1)?.agents.push(value.toLowerCase())
      inAgents = true
      continue
    }
    if (key === '') continue
    inAgents = false
    const group = groups.at(-1)
    // An empty `Disallow:` forbids nothing.
    if ((key === 'allow' || key === 'disallow') && value !== '') group?.rules.push(ruleOf(key === 'allow', value))
    if (key === 'crawl-delay' && group !== undefined && /^\d+(?:\.\d+)?$/.test(value)) group.delay = Number(value)
  }
  return groups
}

/** Stars next to each other are one, so that no pattern takes long to fail. */
function ruleOf(allow: boolean, value: string): Rule {
  const anchored = value.endsWith('$')
  const parts = (anchored ? value.slice(0, -1) : value).split(/\*+/)
  const escaped = parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('[^]*?')
  return { allow, length: value.length, pattern: new RegExp(`^${escaped}${anchored ? '$' : ''}`) }
}
