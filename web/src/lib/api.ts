import { type Body, type Contract, type Endpoint, type EndpointName, Problem, type Reply } from '@dorsal/care'
import { i18n } from './i18n.ts'

/** An answer of the server that refuses: said in words for the person, `fields` name what to mend. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly advice: string
  readonly fields: { path: string; message: string }[]
  constructor(problem: Problem) {
    super(problem.title)
    this.code = problem.code
    this.status = problem.status
    this.advice = problem.detail
    this.fields = problem.fields ?? []
  }
}

/** The server could not be reached; what was to be sent is still on this device. */
export class NetworkError extends Error {}

type Input<N extends EndpointName> = (Body<N> extends undefined ? object : { body: Body<N> }) &
  (Contract[N]['params'] extends null ? object : { params: { id: string; [name: string]: string } })

/**
 * `patienceMs`: after so long without an answer the server counts as out of reach. For what this device could answer as well. `bearer`: the
 * secret of a link, for what a link opens.
 */
type Waiting = { signal?: AbortSignal; patienceMs?: number; bearer?: string }

/** A connection that gives nothing for so long is none, where there is something kept to go on with. */
export const PATIENCE_MS = 6_000

function ending({ signal, patienceMs }: Waiting): AbortSignal | undefined {
  if (patienceMs === undefined) return signal
  const late = AbortSignal.timeout(patienceMs)
  if (signal === undefined) return late
  // Older browsers know no way to join two: then the person's own going away counts.
  return 'any' in AbortSignal ? AbortSignal.any([signal, late]) : signal
}

let rows: Partial<Readonly<Record<EndpointName, Endpoint>>> = {}

/** Says once which rows of the contract the pages of an entry ask: those of a helper are two, and need not bring the others along. */
export function asks(some: typeof rows): void {
  rows = some
}

let shownClinic: string | null = null

/** Says with each call which clinic this page shows, so that nothing is done at another one by a page that was left open. */
export function showClinic(clinicId: string | null): void {
  shownClinic = clinicId
}

type Arguments<N extends EndpointName> = keyof Input<N> extends never
  ? [name: N, input?: Waiting]
  : [name: N, input: Input<N> & Waiting]

/** Fills `:id` in a path of the contract. */
export function pathOf(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''))
}

const NOT_OURS: Problem = {
  type: 'urn:dorsal:error:internal',
  code: 'internal',
  title: 'The answer could not be read.',
  status: 502,
  detail: 'Nothing you entered is lost. Try again in a minute.',
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return null
  }
}

/** For how long after an answer the server's time is still told from it; later the device's own clock counts again. */
const FRESH_MS = 600_000
let answered: { time: number; at: number } | null = null

/** The time by the server's clock, where it answered this page lately; else null. */
export function serverTime(): string | null {
  const passed = answered === null ? Infinity : performance.now() - answered.at
  return answered === null || passed > FRESH_MS ? null : new Date(answered.time + passed).toISOString()
}

function noteTime({ headers }: Response): void {
  const time = Date.parse(headers.get('date') ?? '')
  if (!Number.isNaN(time)) answered = { time, at: performance.now() }
}

/**
 * Calls one row of the contract. Throws `ApiError` where the server refuses and `NetworkError` where it cannot be
 * reached or answers only with a gateway's page.
 */
export async function call<N extends EndpointName>(...[name, input]: Arguments<N>): Promise<Reply<N>> {
  const row = rows[name]
  if (row === undefined) throw new Error(`This page does not ask ${name}.`)
  const given: { body?: unknown; params?: Record<string, string> } & Waiting = input ?? {}
  const signal = ending(given)
  let response: Response
  try {
    response = await fetch(pathOf(row.path, given.params ?? {}), {
      method: row.method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        'accept-language': i18n.locale,
        ...(shownClinic !== null && { 'x-dorsal-clinic': shownClinic }),
        ...(given.bearer !== undefined && { authorization: `Bearer ${given.bearer}` }),
        ...(given.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
      ...(signal && { signal }),
    })
  } catch (error) {
    if (given.signal?.aborted) throw error
    throw new NetworkError('The server cannot be reached.')
  }
  noteTime(response)
  const json = await readJson(response)
  if (!response.ok) {
    const problem = Problem.safeParse(json)
    if (problem.success) throw new ApiError(problem.data)
    if (response.status >= 502) throw new NetworkError('The server cannot be reached.')
    throw new ApiError({ ...NOT_OURS, status: response.status })
  }
  const reply = row.reply.safeParse(json)
  if (!reply.success) throw new ApiError(NOT_OURS)
  return reply.data as Reply<N>
}

/** Whether trying the same call again later can help. */
export function worthRetrying(error: unknown): boolean {
  return (
    error instanceof NetworkError ||
    (error instanceof ApiError && (error.status >= 500 || error.status === 429))
  )
}
