/** A waiting line in which owners take turns: whoever has much to do waits behind his own, not before the others. */
export interface FairLine<T> {
  join(owner: string, item: T): void
  /** Does nothing where the item does not wait. What the same owner has behind it moves up. */
  leave(item: T): void
  /** Takes out whose turn it is; undefined: nobody waits. */
  next(): T | undefined
  /** Everything that waits, in the order in which it will be taken if nobody joins or leaves. */
  order(): T[]
}

interface Ticket<T> {
  item: T
  owner: string
  /** The round in which it is taken: an owner has one place in each. */
  round: number
}

/**
 * Start-time fair queueing (Goyal, Vin, Cheng 1996) with work of equal size: an owner's first item joins the round that
 * runs now, each further one a round later; within a round it is first come, first served.
 */
export function createFairLine<T>(): FairLine<T> {
  let tickets: Ticket<T>[] = []
  let current = 0
  /** The last round each owner has a place in. */
  const lastRounds = new Map<string, number>()

  const insert = (ticket: Ticket<T>): void => {
    const at = tickets.findIndex(({ round }) => round > ticket.round)
    tickets.splice(at === -1 ? tickets.length : at, 0, ticket)
  }

  const forgetPast = (): void => {
    for (const [owner, round] of lastRounds) if (round < current) lastRounds.delete(owner)
  }

  return {
    join(owner, item) {
      const round = Math.max(current, (lastRounds.get(owner) ?? -1) + 1)
      lastRounds.set(owner, round)
      insert({ item, owner, round })
    },
    leave(item) {
      const gone = tickets.find((ticket) => ticket.item === item)
      if (!gone) return
      const { owner, round } = gone
      const behind = tickets.filter((ticket) => ticket.owner === owner && ticket.round > round)
      tickets = tickets.filter((ticket) => ticket !== gone && !behind.includes(ticket))
      for (const ticket of behind) insert({ ...ticket, round: ticket.round - 1 })
      lastRounds.set(owner, (lastRounds.get(owner) ?? round) - 1)
    },
    next() {
      const ticket = tickets.shift()
      if (!ticket) return undefined
      current = ticket.round
      forgetPast()
      return ticket.item
    },
    order: () => tickets.map(({ item }) => item),
  }
}
