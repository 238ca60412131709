import type { Claim, Content, Reference } from '@dorsal/care'
import type { Found, LintRule } from './rule.ts'

type Graded = { kind: string; where: string; path: (string | number)[]; claim: Claim }

/** So much of the beginning of a citation tells it from any other. */
const BEGINNING = 40

/** Sources of an item that names them in full, as ids of the bibliography: what is not in it stays as it is. */
function idsOf(sources: readonly string[], references: readonly Reference[]): string[] {
  const ids = new Map(
    references.flatMap(
      ({ id, cite }) =>
        [
          [id, id],
          [cite.slice(0, BEGINNING), id],
        ] as const,
    ),
  )
  return sources.map((source) => ids.get(source.slice(0, BEGINNING)) ?? source)
}

function gradedOf({
  lessons,
  pages,
  outcome,
  exercises,
  notes,
  ladders,
  timers,
  references,
}: Content): Graded[] {
  const named = (
    kind: string,
    items: readonly { id: string; evidence: Claim['grade']; sources: string[] }[],
  ) =>
    items.map(({ id, evidence, sources }): Graded => {
      return {
        kind,
        where: id,
        path: ['sources'],
        claim: { grade: evidence, references: idsOf(sources, references) },
      }
    })
  return [
    ...lessons.flatMap(({ id, passages }) =>
      passages.flatMap(({ claim }, index): Graded[] =>
        claim === null ? [] : [{ kind: 'lessons', where: id, path: ['passages', index, 'claim'], claim }],
      ),
    ),
    ...pages.flatMap(({ id, sections }) =>
      sections.flatMap(({ passages }, at) =>
        passages.flatMap(({ claim }, index): Graded[] =>
          claim === null
            ? []
            : [{ kind: 'pages', where: id, path: ['sections', at, 'passages', index, 'claim'], claim }],
        ),
      ),
    ),
    ...outcome.curves.map(
      ({ grade, references: own }, index): Graded => ({
        kind: 'outcome',
        where: 'outcome',
        path: ['curves', index],
        claim: { grade, references: own },
      }),
    ),
    ...named('exercises', exercises),
    ...named('notes', notes),
    ...named('ladders', ladders),
    ...named('timers', timers),
  ]
}

function faultOf({ grade, references }: Claim, all: ReadonlyMap<string, Reference>): string | null {
  const cited = references.flatMap((id) => all.get(id) ?? [])
  if (references.length === 0) return 'says something and cites nothing for it'
  const unknown = references.find((id) => !all.has(id))
  if (unknown !== undefined) return `cites "${unknown.slice(0, 60)}", which is not in the bibliography`
  if (grade === 'thoracic' && !cited.some(({ about, check }) => about === 'thoracic' && check !== 'own'))
    return 'is graded thoracic and cites no source about the thoracic spine'
  if (grade === 'borrowed' && cited.every(({ check }) => check === 'own'))
    return 'is graded borrowed and cites nothing that it is borrowed from'
  return null
}

/** Every claim is graded, and its grade has a source that bears it: nothing is called thoracic that was studied elsewhere. */
export const claims: LintRule = {
  id: 'claims',
  check(content) {
    const all = new Map(content.references.map((reference) => [reference.id, reference]))
    return gradedOf(content).flatMap(({ kind, where, path, claim }): Found[] => {
      const message = faultOf(claim, all)
      return message === null ? [] : [{ kind, where, path, message }]
    })
  },
}
