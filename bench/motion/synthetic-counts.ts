import { loadContent } from '@dorsal/content'
import type { Row } from './table.ts'
import { shared } from './shared-out.ts'
import { injected } from './synthetic-faults.ts'
import { type Cell, type Counted, counted, played, SIGHT, wholeOf } from './synthetic-sets.ts'

const RATES = [10, 15, 30, 60]
export const QUICK = { out: 0.7, hold: 0.1, back: 0.7, rest: 0.3 }
const SLOW = { out: 3, hold: 2, back: 3, rest: 1 }

/** A set of an exercise under a name that says what is special in it. */
type Named = Cell & { name: string }

/**
 * The sets of one exercise: every frame rate with every sight, and other ways of doing it at a usual one. `first`: the seed of the
 * first set; each further set has the next.
 */
export function cellsOf({ movement }: Counted, first = 1): Named[] {
  const cells: Named[] = []
  let seed = first
  for (const fps of RATES)
    for (const sight of Object.keys(SIGHT)) cells.push({ name: `${sight} ${fps}`, fps, sight, seed: seed++ })
  const ways = [
    { name: 'quick', play: { tempo: QUICK } },
    { name: 'slow', play: { tempo: SLOW, reps: 4 } },
    { name: 'short', play: { range: 0.7 } },
  ]
  const faults = movement.faults.flatMap((rule) => {
    const play = injected(movement, rule)
    return play === null ? [] : [{ name: `fault ${rule.id}`, play }]
  })
  for (const { name, play } of [...ways, ...faults])
    for (const fps of [15, 30])
      cells.push({ name: `${name} ${fps}`, fps, sight: 'usual', play, seed: seed++ })
  return cells
}

/** What one exercise came to; `wrong`: each set that was not counted exactly, and by how much. */
export type CountOf = { id: string; sets: number; exact: number; wrong: { cell: string; off: number }[] }

/** Counts all sets of one exercise, named `id` or, with another first seed than 1, `id seed`. */
export function countOf(job: string): CountOf {
  const [id = '', seed = '1'] = job.split(' ')
  const found: CountOf = { id, sets: 0, exact: 0, wrong: [] }
  const exercise = counted().find((one) => one.id === id)
  if (exercise === undefined) return found
  for (const cell of cellsOf(exercise, Number(seed))) {
    const done = played(exercise, cell)
    if (done === null) continue
    found.sets += 1
    const off = done.summary.reps.total - wholeOf(done.set)
    if (off === 0) found.exact += 1
    else found.wrong.push({ cell: cell.name, off })
  }
  return found
}

/**
 * The counts of these exercises (all that the camera counts, when none is named), shared out over the processors; other people, breaths
 * and errors of the camera with another first `seed`.
 */
export const countsOf = (ids: readonly string[] = [], seed = 1): Promise<CountOf[]> =>
  shared<CountOf>(
    new URL('./synthetic-counts.worker.ts', import.meta.url),
    counted()
      .map(({ id }) => id)
      .filter((id) => ids.length === 0 || ids.includes(id))
      .map((id) => `${id} ${seed}`),
  )

/** Exact counts on synthetic people: all counted exercises, frame rates, sights, tempos, ranges and faults. */
export async function counts(): Promise<Row> {
  const found = await countsOf()
  const sets = found.reduce((sum, one) => sum + one.sets, 0)
  const exact = found.reduce((sum, one) => sum + one.exact, 0)
  const below = found.filter((one) => one.exact < one.sets)
  const rest = below.map(({ id, exact: right, sets: all }) => `${id} ${right}/${all}`).join(', ')
  return {
    what: `count, synthetic, all exercises × fault × noise × 10/15/30/60 fps (${sets} sets of the ${found.length} of ${loadContent().exercises.length} exercises that the camera counts)`,
    anchor: '-',
    reach: '>= 99 % exact',
    goal: 'count, synthetic people',
    ours: `${((100 * exact) / Math.max(1, sets)).toFixed(1)} % exact${rest === '' ? '' : `; below 100 %: ${rest}`}`,
  }
}
