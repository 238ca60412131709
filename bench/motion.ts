/**
 * `npm run bench:motion`: the motion engine against published and measured figures, one table on stdout; what it is busy with on
 * stderr. Recordings come from the folder DORSAL_RECORDINGS; without it their rows say so.
 */
import { rendered } from './motion/angles.ts'
import { breathingRows } from './motion/breathing.ts'
import { captured } from './motion/captured.ts'
import { costs } from './motion/cost.ts'
import { crossTalks } from './motion/cross-talk.ts'
import { framing } from './motion/framing.ts'
import { idle } from './motion/idle.ts'
import { movementTests } from './motion/movement-tests.ts'
import { replay } from './motion/replay.ts'
import { keraal, session, turning } from './motion/rotation.ts'
import { sideBends } from './motion/side-bend.ts'
import { silence } from './motion/silence.ts'
import { syntheticPeople } from './motion/synthetic.ts'
import { type Row, table } from './motion/table.ts'

/** Cost comes first, before anything else has filled the memory. */
const PARTS: readonly [string, () => Row[] | Promise<Row[]>][] = [
  ['cost of a step', costs],
  ['recorded sets and angles', captured],
  ['rotation of a real person', keraal],
  ['rotation of rendered people', turning],
  ['rotation of the recorded session', () => [session()]],
  ['side bend', sideBends],
  ['synthetic people', syntheticPeople],
  ['idle people', idle],
  ['silence', silence],
  ['breathing', breathingRows],
  ['angles of the recorded session', rendered],
  ['cross-talk', crossTalks],
  ['framing', framing],
  ['replay', replay],
  ['movement tests', movementTests],
]

const rows: Row[] = []
for (const [name, part] of PARTS) {
  const began = performance.now()
  process.stderr.write(`${name} ... `)
  rows.push(...(await part()))
  process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1)} s\n`)
}
console.log(table(rows))
