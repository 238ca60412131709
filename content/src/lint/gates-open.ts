import type { LintRule } from './rule.ts'

/** A gate exists, opens only items that exist, and every item behind it can be opened by it; "not sure" opens all of them. */
export const gatesOpen: LintRule = {
  id: 'gates-open',
  check(content) {
    const { items, gates } = content.redFlags
    const known = new Set(items.map((item) => item.id))
    const unknown = gates.flatMap((gate) =>
      [...gate.options, ...gate.impliedBy]
        .flatMap((row) => row.opens)
        .filter((id) => !known.has(id))
        .map((id) => ({ where: gate.id, message: `opens ${id}, which is not there` })),
    )
    const shut = items
      .filter((item) => item.gate !== null)
      .flatMap((item) => {
        const gate = gates.find((candidate) => candidate.id === item.gate)
        if (gate === undefined) return [{ where: item.id, message: `its gate ${item.gate} is not there` }]
        const opening = gate.options
          .filter((option) => option.opens.includes(item.id))
          .map((option) => option.value)
        if (!opening.includes('unsure'))
          return [{ where: item.id, message: `"unsure" in ${gate.id} must open it` }]
        return opening.length > 1 ? [] : [{ where: item.id, message: `no answer of ${gate.id} opens it` }]
      })
    return [...unknown, ...shut]
  },
}
