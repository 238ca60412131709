import { type Content, rankOf } from '@dorsal/care'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../parts/fault.ts'
import { lineOf } from '../parts/json-lines.ts'
import type { Hidden } from './clinic.ts'

/** Something that a clinic's folder makes less safe than the product is: not accepted, whoever signed it. */
export type Weaker = { kind: string; where: string; message: string }

type Row = { id: string; disposition: Content['redFlags']['items'][number]['disposition'] }

function lower(kind: string, before: readonly Row[], after: readonly Row[]): Weaker[] {
  const now = new Map(after.map((row) => [row.id, row.disposition]))
  return before.flatMap(({ id, disposition }) => {
    const held = now.get(id)
    if (held !== undefined && rankOf(held) >= rankOf(disposition)) return []
    return [{ kind, where: id, message: `comes to ${disposition} in the product and may not come to less` }]
  })
}

/** Whether a clinic's content screens less strictly than the product's own: a level lowered, an emergency trigger or stop rule changed. */
export function weakerThan(own: Content, clinic: Content): Weaker[] {
  const [before, after] = [own.redFlags, clinic.redFlags]
  const triggers = new Map(after.items.map((item) => [item.id, JSON.stringify(item.trigger)]))
  const actions = new Map(after.stopRules.map((rule) => [rule.id, rule.action]))
  return [
    ...lower('red-flags/items', before.items, after.items),
    ...lower('red-flags/combinations', before.combinations, after.combinations),
    ...lower('red-flags/pre-session', before.preSession, after.preSession),
    ...lower('red-flags/patterns', before.patterns, after.patterns),
    ...before.items
      .filter(
        (item) =>
          item.disposition === 'emergency_now' && triggers.get(item.id) !== JSON.stringify(item.trigger),
      )
      .map(({ id }) => ({
        kind: 'red-flags/items',
        where: id,
        message: 'an emergency fires as it does in the product',
      })),
    ...before.stopRules
      .filter((rule) => actions.get(rule.id) !== rule.action)
      .map(({ id }) => ({
        kind: 'red-flags/stop-rules',
        where: id,
        message: 'a stop rule does what it does in the product',
      })),
  ]
}

/** Rows of `hidden.json` that hide what is not there. */
export function hiddenOfNothing(own: Content, hidden: Hidden, root: string): Fault[] {
  const ids = {
    exercises: own.exercises,
    lessons: own.lessons,
    notes: own.notes,
    'movement-tests': own.movementTests,
    timers: own.timers,
    measures: own.measures,
  }
  return hidden.flatMap(({ kind, id }, index) => {
    if (ids[kind].some((item) => item.id === id)) return []
    const line = lineOf(readFileSync(join(root, 'hidden.json'), 'utf8'), [index])
    return [
      { file: 'hidden.json', line, item: id, message: `is not among the ${kind}`, rule: 'clinic-hidden' },
    ]
  })
}
