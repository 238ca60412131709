import { Refusal } from '@dorsal/care'
import type { FastifyInstance } from 'fastify'

const MAX_DEPTH = 32
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** Text that PostgreSQL cannot keep (NUL, half a surrogate pair), mended rather than refused: nobody types it on purpose. */
const mend = (text: string): string => text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD')

/** Walks the parsed value without recursion of the engine's depth; refuses what no honest client sends. */
function clean(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new Refusal('bad-json')
  if (typeof value === 'string') return mend(value)
  if (Array.isArray(value)) return value.map((v) => clean(v, depth + 1))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, v]): [string, unknown] => {
    if (FORBIDDEN_KEYS.has(key)) throw new Refusal('bad-json')
    return [mend(key), clean(v, depth + 1)]
  })
  return Object.fromEntries(entries)
}

export function parseBody(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refusal('bad-json')
  }
  return clean(value, 0)
}

/** JSON is the only body taken, never packed: a few bytes of brotli can hold gigabytes. */
export function takeJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_: unknown, text: string) =>
    text === '' ? undefined : parseBody(text),
  )
  app.addHook('onRequest', async (request) => {
    const encoding = request.headers['content-encoding']
    if (encoding !== undefined && encoding !== 'identity') throw new Refusal('wrong-type')
  })
}
