import type { Content } from '../content.ts'
import type { Finding } from '../evaluation/evaluation.ts'
import type { MenuRow } from './choose.ts'
import { type Person, unfit } from './fit.ts'

/** While the back is easily stirred up, calm comes first: then no finding asks for anything of its own. */
const CALM_FIRST = 'high_irritability'

/**
 * What the findings of this person ask for, to be taken before the menus of the patterns: of each finding's exercises the one that the
 * menu wants most, else the first that fits. In the order of the findings in the content, never by how sure they are, so that a little
 * more or less certainty moves nothing. Nothing fits: the first, for its easier neighbours. Source: author defaults, unsigned.
 */
export function foundRows(
  findings: readonly Finding[],
  content: Content,
  menu: readonly MenuRow[],
  person: Person,
): MenuRow[] {
  if (person.tags.includes(CALM_FIRST)) return []
  const fits = (id: string) => {
    const exercise = content.exercises.find((one) => one.id === id)
    return exercise !== undefined && unfit(exercise, person) === null
  }
  return content.findings.flatMap(({ id, asks }) => {
    if (asks === undefined || !findings.some((finding) => finding.id === id)) return []
    const { component, exercises, because } = asks
    const able = exercises.filter(fits)
    const wanted = menu.find((row) => row.component === component && able.includes(row.exerciseId))
    const exerciseId = wanted?.exerciseId ?? able[0] ?? exercises[0]
    return exerciseId === undefined ? [] : [{ exerciseId, component, because }]
  })
}
