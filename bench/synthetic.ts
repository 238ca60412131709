/** `node bench/synthetic.ts [exercise …]`: which sets of synthetic people are not counted exactly, exercise by exercise. */
import { countsOf } from './motion/synthetic-counts.ts'

for (const { id, sets, exact, wrong } of await countsOf(process.argv.slice(2))) {
  const list = wrong.map(({ cell, off }) => `${cell} ${off > 0 ? '+' : ''}${off}`).join(', ')
  console.log(`${id} ${exact}/${sets}${list === '' ? '' : `: ${list}`}`)
}
