import type { Endpoint } from '@dorsal/care'
import * as z from 'zod'

type Shape = {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
  minimum?: number
  minLength?: number
}

const AT = '2026-11-22T12:00:00.000Z'
const FORMATS: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-7000-8000-00000000abcd',
  'date-time': AT,
  date: AT.slice(0, 10),
  email: 'nobody@clinic.example',
}

/** The plainest value of a shape: nothing where nothing is allowed, else the first choice, the shortest text, the least number. */
function plainest(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum !== undefined) return shape.enum[0]
  if (shape.anyOf !== undefined)
    return shape.anyOf.some(({ type }) => type === 'null') ? null : plainest(shape.anyOf[0] ?? {})
  if (shape.properties !== undefined)
    return Object.fromEntries(
      (shape.required ?? []).map((key) => [key, plainest(shape.properties?.[key] ?? {})]),
    )
  if (shape.type === 'array') return []
  if (shape.type === 'boolean') return false
  if (shape.type === 'number' || shape.type === 'integer') return shape.minimum ?? 0
  return FORMATS[shape.format ?? ''] ?? 'x'.repeat(Math.max(1, shape.minLength ?? 1))
}

/** A body that this row may well take. Where it does not, it is refused for everybody alike, which is all that the matrix asks. */
export const sampleOf = (body: NonNullable<Endpoint['body']>): string =>
  JSON.stringify(
    plainest(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Shape),
  )
