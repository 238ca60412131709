import { type IdleCounts, SEEDS } from './idle-counts.ts'
import { shared } from './shared-out.ts'
import { counted } from './synthetic-sets.ts'
import type { Row } from './table.ts'

/** What is never a repetition of anything, and what moves an arm, or the head and trunk, once as a repetition would. */
const IDLE = ['fidgeting', 'walking in and out', 'sitting down', 'standing up']
const GESTURES = ['drinking', 'scratching']
const TALKING = 'turning to talk'
const TURNS = /(?:rotation|turn)$/

/** Counts of idle time before these exercises (all that the camera counts, when none is named), shared out over the processors. */
export const idleCounts = (ids: readonly string[] = []): Promise<IdleCounts[]> =>
  shared<IdleCounts>(
    new URL('./idle-counts.worker.ts', import.meta.url),
    counted()
      .map(({ id }) => id)
      .filter((id) => ids.length === 0 || ids.includes(id)),
  )

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

function row(what: string, names: readonly string[], found: readonly IdleCounts[]): Row {
  const totals = names.map((name) => sum(found.flatMap(({ scenes }) => scenes[name] ?? [])))
  const places = names.flatMap((name) => {
    const where = found.filter(({ scenes }) => sum(scenes[name] ?? []) > 0)
    if (where.length === 0) return []
    return [`${name}: ${where.map(({ id, scenes }) => `${id} ${sum(scenes[name] ?? [])}`).join(', ')}`]
  })
  const numbers = totals.join(' / ')
  return {
    what: `${what} ${names.join(' / ')}, each before every exercise, ${SEEDS} seeds`,
    anchor: '-',
    reach: '0',
    goal: 'count, synthetic people',
    ours: places.length > 0 ? `${numbers} (${places.join('; ')})` : numbers,
  }
}

/**
 * Counts where nothing is to be counted. Turning to somebody is the movement itself in exercises of turning: there it may count once, and
 * is told apart.
 */
export async function idle(): Promise<Row[]> {
  const found = await idleCounts()
  const turns = new Set(
    counted()
      .filter(({ movement }) => TURNS.test(movement.count?.signal ?? ''))
      .map(({ id }) => id),
  )
  const [own, other] = [found.filter(({ id }) => turns.has(id)), found.filter(({ id }) => !turns.has(id))]
  return [
    row('counts in 60 s of', IDLE, found),
    row('counts in one gesture,', GESTURES, found),
    row('counts in one', [TALKING], other),
    {
      ...row('counts in one', [TALKING], own),
      what: `${TALKING} before exercises of turning (it is a turn)`,
      reach: '-',
    },
  ]
}
