import { parseRobots, type Robots } from './robots.ts'

/** Our name in a robots.txt. */
export const agentName = 'fundstelle'

/** Longest pause a robots.txt can ask for: more would mean never to be done. */
export const robotsDelayMsMax = 60_000

/**
 * The publisher's robots.txt, asked for once per run. Where the server does not answer, its reply: nothing must be asked
 * then (RFC 9309, 2.3.1.4).
 */
export function robotsGate(ask: () => Promise<Answer>): () => Promise<Robots | Unreachable> {
  let known: Promise<Robots | Unreachable> | null = null
  return () => (known ??= ask().then(read))
}

interface Unreachable {
  kind: 'unreachable'
  reason: string
}

type Answer = { kind: 'ok'; bytes: Uint8Array } | Unreachable | { kind: 'not_modified' | 'not_found' | 'failed' }

function read(reply: Answer): Robots | Unreachable {
  if (reply.kind === 'unreachable') return reply
  // Not there, or not for us to see: all may be asked (2.3.1.3).
  return parseRobots(reply.kind === 'ok' ? new TextDecoder().decode(reply.bytes) : '', agentName)
}
