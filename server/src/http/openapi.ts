import { ACTIONS, contract, type Door, type Endpoint, ERRORS, Problem } from '@dorsal/care'
import * as z from 'zod'

type Json = Record<string, unknown>

const schemaOf = (schema: z.core.$ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json
  return rest
}

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
const SECURITY: Readonly<Record<Door, object[]>> = {
  anyone: [],
  patient: [{ patientSecret: [] }],
  caregiver: [{ caregiverSecret: [] }],
  link: [{ shareToken: [] }],
  staff: [{ staffSession: [] }],
  machine: [],
}

/** An answer as data, or the file itself. */
const replyOf = (row: Endpoint): Json =>
  row.file === true
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(row.reply, 'output') } }

function operation(name: string, row: Endpoint): Json {
  const params = row.params === null ? {} : ((schemaOf(row.params, 'input')['properties'] ?? {}) as Json)
  return {
    operationId: name,
    summary: row.summary,
    security: SECURITY[ACTIONS[row.action].door],
    parameters: Object.entries(params).map(([id, schema]) => ({
      name: id,
      in: 'path',
      required: true,
      schema,
    })),
    ...(row.body !== null && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(row.body, 'input') } },
      },
    }),
    responses: {
      200: {
        description: 'Done',
        content: replyOf(row),
      },
      default: { description: 'Refused, with the reason', content: problemContent },
    },
  }
}

/** The API as OpenAPI 3.1, from the same table that serves it. */
export function openapi(): Json {
  const paths: Record<string, Json> = {}
  for (const [name, row] of Object.entries<Endpoint>(contract)) {
    const path = row.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: operation(name, row) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dorsal',
      version: '0.1.0',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: `Refusals carry one of these codes: ${Object.keys(ERRORS).join(', ')}.`,
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        patientSecret: { type: 'apiKey', in: 'cookie', name: 'dorsal_me' },
        caregiverSecret: { type: 'apiKey', in: 'cookie', name: 'dorsal_carer' },
        shareToken: { type: 'http', scheme: 'bearer' },
        staffSession: { type: 'apiKey', in: 'cookie', name: 'dorsal_staff' },
      },
    },
  }
}
