import type { Content } from '@dorsal/care'

/** The words behind the ids in a record, for pages that never load the content itself. */
export function textsOf(content: Content): Record<string, string> {
  const pairs: [string, string][] = [
    ...content.redFlags.items.map((i): [string, string] => [i.id, i.question]),
    ...content.redFlags.items.flatMap((i): [string, string][] =>
      i.patientMessage === null ? [] : [[`message.${i.id}`, i.patientMessage]],
    ),
    ...content.redFlags.gates.map((g): [string, string] => [g.id, g.question]),
    ...content.redFlags.gates.flatMap((g) =>
      g.options.map((o): [string, string] => [`${g.id}.${o.value}`, o.label]),
    ),
    ...content.redFlags.combinations.map((c): [string, string] => [c.id, c.why]),
    ...content.redFlags.preSession.map((p): [string, string] => [p.id, p.question]),
    ...content.redFlags.stopRules.map((s): [string, string] => [s.id, s.label]),
    ...content.questions.map((q): [string, string] => [q.id, q.text]),
    ...content.questions.flatMap((q): [string, string][] =>
      q.unit === null ? [] : [[`${q.id}.unit`, q.unit]],
    ),
    ...content.questions.flatMap((q) =>
      q.options.map((o): [string, string] => [`${q.id}.${o.value}`, o.label]),
    ),
    ...content.yellowFlags.map((y): [string, string] => [y.id, y.factor]),
    ...content.findings.map((f): [string, string] => [f.id, f.label]),
    ...content.patterns.map((p): [string, string] => [p.id, p.plain]),
    ...content.patterns.map((p): [string, string] => [`${p.id}.name`, p.name]),
    ...content.movementTests.map((t): [string, string] => [t.id, t.name]),
    ...content.movementTests.map((t): [string, string] => [`${t.id}.unit`, t.protocol.unit]),
    ...content.selfTests.map((t): [string, string] => [t.id, t.name]),
    ...content.exercises.map((e): [string, string] => [e.id, e.name]),
    ...content.notes.map((n): [string, string] => [n.id, n.text]),
    ...content.lessons.map((l): [string, string] => [`lesson.${l.id}`, l.title]),
    ['safety-net', content.redFlags.safetyNet],
  ]
  return Object.fromEntries(pairs)
}
