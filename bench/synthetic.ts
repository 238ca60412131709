/**
 * `node bench/synthetic.ts [--seed=1] [exercise …]`: which sets of synthetic people are not counted exactly, exercise by exercise. Another
 * seed makes other people, tempos and errors of the camera.
 */
import { loadContent } from '@dorsal/content'
import { countsOf } from './motion/synthetic-counts.ts'

const args = process.argv.slice(2)
const seed = Number(args.find((arg) => arg.startsWith('--seed='))?.slice('--seed='.length) ?? 1)
let [all, right, counted] = [0, 0, 0]
for (const { id, sets, exact, wrong } of await countsOf(
  args.filter((arg) => !arg.startsWith('--')),
  seed,
)) {
  const list = wrong.map(({ cell, off }) => `${cell} ${off > 0 ? '+' : ''}${off}`).join(', ')
  console.log(`${id} ${exact}/${sets}${list === '' ? '' : `: ${list}`}`)
  all += sets
  counted += 1
  right += exact
}
console.log(`${right}/${all} sets exact, ${((100 * right) / Math.max(1, all)).toFixed(1)} %`)
console.log(`${counted} of the ${loadContent().exercises.length} exercises, counted by the camera`)
