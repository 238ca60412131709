/** `npm run bench:engine`: cost of one step of the motion engine in Node, and whether its memory stays flat. */
import { costs } from './motion/cost.ts'
import { table } from './motion/table.ts'

console.log(table(costs()))
