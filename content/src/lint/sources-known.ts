import type { Content } from '@dorsal/care'
import type { Found, LintRule } from './rule.ts'

type Cited = { kind: string; where: string; ids: readonly string[] }

function citedOf({ redFlags, measures, programme }: Content): Cited[] {
  const flags = (kind: string, rows: readonly { id: string; sources: string[] }[]) =>
    rows.map(({ id, sources }): Cited => ({ kind, where: id, ids: sources }))
  return [
    ...flags('red-flags/items', redFlags.items),
    ...flags('red-flags/combinations', redFlags.combinations),
    ...measures.map(({ id, citation, changes }): Cited => {
      const ids = [
        ...(citation === null ? [] : [citation]),
        ...changes.flatMap((change) => change.references),
      ]
      return { kind: 'measures', where: id, ids }
    }),
    {
      kind: 'programme',
      where: 'programme',
      ids: [...programme.trafficLight.references, ...programme.discharge.references],
    },
  ]
}

/** What a rule or measure cites by its id is in the bibliography. */
export const sourcesKnown: LintRule = {
  id: 'sources-known',
  check(content) {
    const known = new Set(content.references.map(({ id }) => id))
    return citedOf(content).flatMap(({ kind, where, ids }) =>
      ids
        .filter((id) => !known.has(id))
        .map((id): Found => ({ kind, where, message: `cites ${id}, which is not in the bibliography` })),
    )
  },
}
