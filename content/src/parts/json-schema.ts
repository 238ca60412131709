import * as z from 'zod/mini'

/** A schema as JSON Schema text for editors; `many`: a file may hold one item or a list of them. */
export function jsonSchemaOf(schema: z.ZodMiniType, many: boolean): string {
  const item = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  const { $schema, $defs, ...own } = item
  const one = { $ref: '#/$defs/item' }
  const shape = many
    ? { anyOf: [one, { type: 'array', items: one }], $defs: { ...$defs, item: own } }
    : { ...own, ...($defs !== undefined && { $defs }) }
  return `${JSON.stringify({ $schema, ...shape }, null, 1)}\n`
}
