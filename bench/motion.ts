/** `npm run bench:motion`: the motion engine against published and measured figures, one table. */
import { rendered } from './motion/angles.ts'
import { captured } from './motion/captured.ts'
import { crossTalks } from './motion/cross-talk.ts'
import { framing } from './motion/framing.ts'
import { breathingRows } from './motion/breathing.ts'
import { movementTests } from './motion/movement-tests.ts'
import type { Row } from './motion/recordings.ts'
import { keraal, session, turning } from './motion/rotation.ts'
import { sideBends } from './motion/side-bend.ts'
import { silence } from './motion/silence.ts'
import { replay } from './motion/replay.ts'
import { syntheticPeople } from './motion/synthetic.ts'

const rows: Row[] = [
  ...captured(),
  ...(await syntheticPeople()),
  ...silence(),
  ...rendered(),
  ...(await turning()),
  session(),
  ...keraal(),
  ...sideBends(),
  ...crossTalks(),
  ...(await framing()),
  ...replay(),
  ...breathingRows(),
  ...movementTests(),
]

console.log('| what | anchor | ours |\n| --- | --- | --- |')
for (const { what, anchor, ours } of rows) console.log(`| ${what} | ${anchor} | ${ours} |`)
