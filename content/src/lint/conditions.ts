import type { Condition, Content } from '@dorsal/care'

/** A condition with the item that it belongs to. */
export type Placed = { where: string; condition: Condition }

/** Every condition in content, with its place. */
export function conditionsOf(content: Content): Placed[] {
  const place = (where: string, condition: Condition | null): Placed[] =>
    condition === null ? [] : [{ where, condition }]
  const { items, gates, combinations } = content.redFlags
  return [
    ...items.flatMap((item) => place(item.id, item.trigger)),
    ...gates.flatMap((gate) => gate.impliedBy.flatMap((row) => place(gate.id, row.when))),
    ...combinations.flatMap((rule) => place(rule.id, rule.when)),
    ...content.questions.flatMap((question) => place(question.id, question.gate)),
    ...content.yellowFlags.flatMap((flag) => place(flag.id, flag.when)),
    ...content.findings.flatMap(({ id, when, more = [] }) => [
      ...place(id, when),
      ...more.flatMap((row) => place(id, row.when)),
    ]),
    ...[...content.movementTests, ...content.selfTests].flatMap(({ id, offer }) =>
      place(id, offer?.when ?? null),
    ),
    ...content.patterns.flatMap((pattern) =>
      [...pattern.for, ...pattern.against].flatMap((row) => place(pattern.id, row.when)),
    ),
    ...content.notes.flatMap((note) => place(note.id, note.when)),
    ...content.lessons.flatMap((lesson) => place(lesson.id, lesson.dose.when)),
    ...programmeConditions(content),
  ]
}

/** Every condition of the programme: criteria of phases and discharge, decision table, reviews. */
function programmeConditions({ programme }: Content): Placed[] {
  const { phases, decisions, flare, discharge, restart } = programme
  const gates = [...phases.flatMap(({ entry, exit }) => [entry, exit]), discharge.gate]
  const reviews = [...flare.reviews, discharge.plateau, ...restart.afterGap]
  const rows = [...gates.flatMap((gate) => gate.criteria), ...decisions, ...reviews]
  return rows.map(({ id, when }) => ({ where: `programme.${id}`, condition: when }))
}

/** The plain comparisons in a condition. */
export function leavesOf(condition: Condition): (Condition & { fact: string })[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  if ('not' in condition) return leavesOf(condition.not)
  if ('of' in condition) return condition.of.flatMap(leavesOf)
  return [condition]
}
