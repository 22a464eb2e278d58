import type { ScoredRun } from '../score/scored-run.ts'

/** How reports name runs: by their system, with the run's own name where a system comes twice. */
export function namesOf(runs: Pick<ScoredRun, 'name' | 'facts'>[]): string[] {
  const systems = runs.map(({ facts }) => facts.system)
  return runs.map(({ name, facts }) =>
    systems.filter((system) => system === facts.system).length > 1 ? `${facts.system} (${name})` : facts.system,
  )
}
