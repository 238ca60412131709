import type { Features, TextModel } from '@dorsal/care'
import { commonIn, onlyCommon } from './common-features.ts'
import { classOf, GROUPS } from './groups.ts'
import { type Lesson, train } from './network.ts'
import { packed } from './packed.ts'
import type { ReadRow } from './readings.ts'
import type { Thresholds } from './thresholds.ts'

/** Emergencies count so much more in the training. */
const GRAVE = 1.5

const OPEN: Thresholds = { ask: 1, askEmergency: 1, askSelfHarm: 1, level: 1, sure: 1, sureEmergency: 1 }
const ASKS = Object.fromEntries(Object.entries(GROUPS).map(([name, asks]) => [name, [...asks]]))

export const isGrave = ({ disposition }: ReadRow): boolean => disposition === 'emergency_now'

/** Of three times that a text is learned from, two are as if its style were new to the lists: so it is with what people will write. */
const viewsOf = (row: ReadRow): readonly Features[] => [
  row.unseen.features,
  row.known.features,
  row.unseen.features,
]

/** The classifier that is learned from some texts, its thresholds still open. */
export function modelOf(rows: readonly ReadRow[], classes: readonly string[]): TextModel {
  const texts = rows.map((row) => ({ row, style: row.style, seen: viewsOf(row) }))
  const common = commonIn(texts)
  const lessons = texts.map(
    ({ row, seen }): Lesson => ({
      seen: seen.map((features) => onlyCommon(features, common)),
      kind: classes.indexOf(classOf(row)),
      grave: isGrave(row),
      counts: isGrave(row) ? GRAVE : 1,
    }),
  )
  const network = train(lessons, classes.length)
  return { version: '', ...packed(network, common), classes: [...classes], ...OPEN, asks: ASKS }
}
