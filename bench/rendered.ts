/**
 * `npm run bench:rendered [-- --clean] [--only ID ...] [--kind full|partial] [--known]`: rendered people do every exercise that the
 * camera looks at, without and with faults, before the product in a browser: its page, worker, model and engine. Prints what came
 * out for each. `--clean`: only sets without faults. `--known`: only what was filmed before, the rest as "not run". `--write`: into
 * docs/movement-specs.md as well; what stands there of exercises that were not asked stays.
 * Films take their time (half a minute each); what was seen is kept in .cache/rendered, and a run that was stopped goes on there.
 */
import { parseArgs } from 'node:util'
import { buildWeb } from '../scripts/build-web.ts'
import { picturesFrom, withPage } from './mannequin/render.ts'
import { filmOf, nameOf } from './rendered/film.ts'
import { judge } from './rendered/judge.ts'
import { type Model, startWatcher, type Watcher } from './rendered/product.ts'
import { looked, type RenderedSet, setsOf } from './rendered/sets.ts'
import { type Outcome, table, writeInto } from './rendered/table.ts'
import { again, keep, kept, movementOf, truly } from './rendered/takes.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'boolean' },
    clean: { type: 'boolean' },
    known: { type: 'boolean' },
    write: { type: 'boolean' },
    kind: { type: 'string' },
    set: { type: 'string' },
    model: { type: 'string', default: 'full' },
  },
})
const model = values.model as Model
const SPECS = new URL('../docs/movement-specs.md', import.meta.url)

const asked = looked().filter(
  ({ id, trackability }) =>
    (positionals.length === 0 || positionals.includes(id)) &&
    (values.kind === undefined || values.kind === trackability),
)
/** All the clean ones first: the most is known the soonest. */
const sets = asked
  .flatMap(setsOf)
  .filter(({ name }) => !values.clean || name === 'clean')
  .filter(({ name }) => values.set === undefined || name.startsWith(values.set))
  .toSorted((a, b) => Number(b.name === 'clean') - Number(a.name === 'clean'))

type Draw = (set: RenderedSet) => Promise<Buffer[]>

async function outcomeOf(set: RenderedSet, draw: Draw | null, watcher: Watcher | null): Promise<Outcome> {
  const another = () => setsOf(set.exercise).find(({ name }) => name === set.name) ?? set
  const film = nameOf(filmOf(another()))
  let take = kept(set, film, model)
  if (draw && watcher && take?.movement !== movementOf(set.exercise)) {
    const began = performance.now()
    const pictures = await draw(set)
    const drawn = performance.now()
    const seen = await watcher.watch(set, pictures, model)
    const took = [drawn - began, performance.now() - drawn].map((ms) => (ms / 1000).toFixed(0))
    console.error(`  ${pictures.length} pictures drawn in ${took[0]} s, seen in ${took[1]} s`)
    take = keep(set, film, model, seen)
  }
  if (take === null) return { set, verdict: null, fresh: false, same: null }
  const asked = take.movement === movementOf(set.exercise)
  const now = again(set.exercise, take.frames)
  const same = asked ? now.reps === take.shown.reps && now.said.join() === take.shown.said.join() : null
  // Where they differ, the engine has changed since the page was asked: the landmarks are judged by the one that is here.
  const shown = same ? take.shown : now
  return { set, verdict: judge(set, shown, truly(another())), fresh: same === true, same }
}

async function run(draw: Draw | null, watcher: Watcher | null): Promise<void> {
  const outcomes: Outcome[] = []
  for (const set of sets) {
    const began = performance.now()
    const outcome = await outcomeOf(set, draw, watcher).catch((error: unknown): Outcome => {
      // One film that fails is told and passed over; without a browser none can be seen.
      if (String(error).includes('has been closed')) throw error
      console.error(`${set.exercise.id} ${set.name}: ${String(error).split('\n')[0]}`)
      return { set, verdict: null, fresh: false, same: null }
    })
    outcomes.push(outcome)
    const seconds = (performance.now() - began) / 1000
    if (seconds > 1)
      console.error(
        `${set.exercise.id}, ${set.name}: ${outcome.verdict?.words ?? 'not run'} (${seconds.toFixed(0)} s)`,
      )
  }
  const told = table(outcomes, model)
  console.log(told)
  if (values.write) writeInto(SPECS, told, positionals.length === 0 && values.kind === undefined)
}

if (values.known) await run(null, null)
else {
  const built = await buildWeb()
  if (!built.ok) throw new Error(built.output)
  const watcher = await startWatcher()
  try {
    await withPage('/posed/page.html', async (page) => {
      await run(async (set) => {
        const film = filmOf(set)
        const count = await page.evaluate(
          (given) => (window as unknown as { openScene: (film: unknown) => number }).openScene(given),
          film as unknown,
        )
        return picturesFrom(page, count)
      }, watcher)
    })
  } finally {
    await watcher.close()
  }
}
