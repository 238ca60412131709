import { ACTIONS, contract, type Endpoint, POLICY } from '@dorsal/care'
import type { FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { OPEN } from '../access/doors.ts'
import { type Html, html } from '../education/html.ts'
import type { openapi } from './openapi.ts'

type Schema = { readonly [key: string]: unknown }

/** So deep a shape is written out; what lies deeper is in the machine's own description. */
const DEPTH = 3

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isSchema) : [])

const LIMITS = [
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
] as const

/** In one line: of which kind it is and within which limits. */
function kindOf(schema: Schema): string {
  const ways = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])]
  if (ways.length > 0) return [...new Set(ways.map(kindOf))].join(' or ')
  if ('const' in schema) return JSON.stringify(schema['const'])
  if (Array.isArray(schema['enum'])) return schema['enum'].map((one) => JSON.stringify(one)).join(' | ')
  const kind = typeof schema['type'] === 'string' ? schema['type'] : 'anything'
  const limits = LIMITS.filter(
    (name) => name in schema && Math.abs(Number(schema[name])) !== Number.MAX_SAFE_INTEGER,
  )
  // A pattern that only repeats what the format says is left out.
  const said = limits.filter((name) => !(name === 'pattern' && 'format' in schema))
  const words = said.map((name) =>
    name === 'format' ? String(schema[name]) : `${name} ${String(schema[name])}`,
  )
  const of = isSchema(schema['items']) ? ` of ${kindOf(schema['items'])}` : ''
  return `${kind}${of}${words.length > 0 ? ` (${words.join(', ')})` : ''}`
}

/** The object within: of a list its items, of several ways each that has fields. */
function objectsIn(schema: Schema): Schema[] {
  const within = [
    ...listOf(schema['anyOf']),
    ...listOf(schema['oneOf']),
    ...(isSchema(schema['items']) ? [schema['items']] : []),
  ]
  return isSchema(schema['properties']) ? [schema] : within.flatMap(objectsIn)
}

function fields(schema: Schema, depth: number): Html {
  const objects = objectsIn(schema)
  if (objects.length === 0) return html`<p><code>${kindOf(schema)}</code></p>`
  return html`${objects.map((object) => {
    const required = new Set(Array.isArray(object['required']) ? object['required'] : [])
    const rows = Object.entries(isSchema(object['properties']) ? object['properties'] : {})
    return html`<ul>${rows.map(([name, value]) => {
      if (!isSchema(value)) return null
      const deeper = objectsIn(value).length > 0
      return html`<li><code>${name}</code>${required.has(name) ? null : html` <em>may be left out</em>`} <span>${kindOf(value)}</span>${
        deeper &&
        (depth < DEPTH ? fields(value, depth + 1) : html` <em>… in full in the description for machines</em>`)
      }</li>`
    })}</ul>`
  })}`
}

const schemaIn = (content: unknown): Schema | null => {
  const json = isSchema(content) ? content['application/json'] : null
  return isSchema(json) && isSchema(json['schema']) ? json['schema'] : null
}

const part = (title: string, schema: Schema | null): Html | null =>
  schema === null ? null : html`<details><summary>${title}</summary>${fields(schema, 1)}</details>`

/** Who may, by the policy, and how they must stand to the record that it is about. */
function whoMay({ action }: Endpoint): string {
  if (ACTIONS[action].door === 'anyone') return 'Anybody'
  const rows = POLICY.filter((row) => row.action === action)
  return rows.map(({ who, relation }) => `${who.join(', ')} (${relation.join(', ')})`).join('; ')
}

/** The first word of its address after /api: what it is about. */
const nounOf = ({ path }: Endpoint): string => path.split('/')[2] ?? ''

function row(name: string, endpoint: Endpoint, described: ReturnType<typeof openapi>): Html {
  const paths = described['paths'] as Record<string, Record<string, Schema>>
  const operation = paths[endpoint.path.replace(/:(\w+)/g, '{$1}')]?.[endpoint.method.toLowerCase()] ?? {}
  const { requestBody, responses } = operation
  const ok = isSchema(responses) && isSchema(responses['200']) ? schemaIn(responses['200']['content']) : null
  return html`<article id="${name}"><h3><span class="method">${endpoint.method}</span> <code>${endpoint.path}</code></h3>
    <p>${endpoint.summary}.</p>
    <p><strong>Who may:</strong> ${whoMay(endpoint)}</p>
    ${endpoint.streams === true && html`<p>Asked for as <code>text/event-stream</code>, the answer is a stream.</p>`}
    ${endpoint.perMinute !== null && html`<p>At most ${endpoint.perMinute} times a minute.</p>`}
    ${part('What goes in', isSchema(requestBody) ? schemaIn(requestBody['content']) : null)}
    ${part('What comes out', ok)}</article>`
}

function pageOf(described: ReturnType<typeof openapi>, style: string): string {
  const all = Object.entries<Endpoint>(contract)
  const sorted = [...new Set(all.map(([, endpoint]) => nounOf(endpoint)))].sort()
  const page = html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <meta name="robots" content="noindex"><title>The API</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${style}"></head>
    <body><header><h1>The API</h1>
    <p>Every address under <code>/api</code>, by what it is about, and who may call it. The same <a href="/openapi.json">for machines (OpenAPI 3.1)</a>.
    An answer that refuses says why by a code (<code>application/problem+json</code>).</p></header>
    <nav aria-label="What it is about"><ul>${sorted.map((noun) => html`<li><a href="#noun-${noun}">${noun}</a></li>`)}</ul></nav>
    <main>${sorted.map(
      (noun) =>
        html`<section aria-labelledby="noun-${noun}"><h2 id="noun-${noun}">${noun}</h2>${all
          .filter(([, endpoint]) => nounOf(endpoint) === noun)
          .map(([name, endpoint]) => row(name, endpoint, described))}</section>`,
    )}</main></body></html>`
  return page.text
}

/** The API for people: one page without a script, made from the same table that serves it. */
export function serveApiPage(app: FastifyInstance, described: ReturnType<typeof openapi>): void {
  const css = readFileSync(new URL('api-page.css', import.meta.url), 'utf8')
  const style = `/api-page-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`
  // Made when it is first asked for: most servers never are.
  let page: string | null = null
  app.get('/api/docs', OPEN, (_, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send((page ??= pageOf(described, style))),
  )
  app.get(style, OPEN, (_, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(css),
  )
}
