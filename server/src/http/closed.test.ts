import { contract, type Endpoint } from '@dorsal/care'
import { expect, it } from 'vitest'
import * as z from 'zod'
import * as mini from 'zod/mini'

type Node = { [key: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every object of a schema that lets fields through which it does not name, by its path. */
function open(node: unknown, path: string): string[] {
  if (!isNode(node)) return []
  const here = isNode(node['properties']) && node['additionalProperties'] !== false ? [path] : []
  return [...here, ...Object.entries(node).flatMap(([key, value]) => open(value, `${path}.${key}`))]
}

const objects = (node: unknown): number =>
  isNode(node)
    ? (isNode(node['properties']) ? 1 : 0) +
      Object.values(node).reduce<number>((sum, one) => sum + objects(one), 0)
    : 0

/** What is left of a value that has passed: what goes into a handler, and what goes out to a caller. */
const passed = (schema: Endpoint['reply']): unknown =>
  z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', reused: 'inline' })

/** Whose record and what role it is comes from who is asking and from the address, never from what is sent. */
const NEVER_SENT = [
  'tenantId',
  'tenant_id',
  'patientId',
  'patient_id',
  'actor',
  'actorId',
  'ownerId',
  'scopes',
]

it('no field is smuggled in or out: what the contract does not name does not pass, at any depth', () => {
  let fields = 0
  for (const [name, row] of Object.entries<Endpoint>(contract))
    for (const [part, schema] of [
      ['body', row.body],
      ['reply', row.reply],
    ] as const) {
      if (schema === null) continue
      const shape = passed(schema)
      expect(open(shape, `${name}.${part}`)).toEqual([])
      fields += objects(shape)
      if (part === 'body' && isNode(shape) && isNode(shape['properties']))
        expect(Object.keys(shape['properties']).filter((key) => NEVER_SENT.includes(key))).toEqual([])
    }
  process.stdout.write(
    `trust T02 ${JSON.stringify({ rows: Object.keys(contract).length, objects: fields, open: 0 })}\n`,
  )
  expect(fields).toBeGreaterThan(100)
})

it('notices one that is open (the check has teeth)', () => {
  const leaky = mini.object({ inner: mini.looseObject({ id: mini.string() }) })
  expect(open(passed(leaky), 'leaky')).toEqual(['leaky.properties.inner'])
})
