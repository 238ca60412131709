import type { Content } from '../content.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import type { MenuRow } from './choose.ts'

/** Evidence from which a pattern speaks with its full voice; below it the mixed menu fills what is missing. Author default. */
const FULL_VOICE = 5
/** How much less evidence than the leading pattern leaves another one without a say. Author default. */
const NO_SAY = 4
/** What the mixed menu always has: enough to fill a component that the others leave empty, too little to move their order. */
const LEAST_MIXED = 0.01
/** How much the first row of a menu counts against the last one. */
const FIRST_ROW = 3

/** How much each pattern has to say, 0..1: its evidence beside the leading one's; what is missing to full evidence goes to the mixed menu. */
function voices(evaluation: Evaluation): ReadonlyMap<string, number> {
  const candidates = evaluation.candidates ?? [{ pattern: evaluation.pattern, score: FULL_VOICE }]
  const best = Math.max(0, ...candidates.map(({ score }) => score))
  const sure = Math.min(1, best / FULL_VOICE)
  const voice = new Map<string, number>()
  for (const { pattern, score } of candidates) {
    const share = 1 - (best - score) / NO_SAY
    if (share > 0 && score > 0) voice.set(pattern, share * share * Math.min(1, score / FULL_VOICE))
  }
  voice.set('P8', Math.max(LEAST_MIXED, 1 - sure))
  return voice
}

/**
 * The exercises to choose from, most wanted first: every pattern's menu weighed by how much the evidence speaks for that pattern.
 * A little more or less evidence moves a row by a place or two, so a plan does not turn over because one answer moved by
 * one or the working pattern changed its name. Missing data: an evaluation without candidates counts as its pattern alone.
 * Source: menus and weights are author defaults, unsigned.
 */
export function menuFor(evaluation: Evaluation, content: Content): MenuRow[] {
  const voice = voices(evaluation)
  const wanted = new Map<string, { row: MenuRow; votes: number; loudest: number }>()
  for (const pattern of content.patterns) {
    const say = voice.get(pattern.id) ?? 0
    if (say === 0) continue
    for (const [index, row] of pattern.menu.entries()) {
      const votes = say * (1 + (FIRST_ROW - 1) * (1 - index / pattern.menu.length))
      const key = `${row.component} ${row.exerciseId}`
      const before = wanted.get(key)
      wanted.set(key, {
        row: before !== undefined && before.loudest >= votes ? before.row : row,
        votes: (before?.votes ?? 0) + votes,
        loudest: Math.max(before?.loudest ?? 0, votes),
      })
    }
  }
  return [...wanted.entries()]
    .sort(([a, one], [b, other]) => other.votes - one.votes || a.localeCompare(b))
    .map(([, { row }]) => row)
}
