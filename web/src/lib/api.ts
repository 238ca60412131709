import { type Body, contract, type EndpointName, Problem, type Reply } from '@dorsal/care'
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
  ((typeof contract)[N]['params'] extends null ? object : { params: { id: string } })

type Arguments<N extends EndpointName> = keyof Input<N> extends never
  ? [name: N, input?: { signal?: AbortSignal }]
  : [name: N, input: Input<N> & { signal?: AbortSignal }]

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

/**
 * Calls one row of the contract. Throws `ApiError` where the server refuses and `NetworkError` where it cannot be
 * reached or answers only with a gateway's page.
 */
export async function call<N extends EndpointName>(...[name, input]: Arguments<N>): Promise<Reply<N>> {
  const row = contract[name]
  const given: { body?: unknown; params?: Record<string, string>; signal?: AbortSignal } = input ?? {}
  let response: Response
  try {
    response = await fetch(pathOf(row.path, given.params ?? {}), {
      method: row.method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        'accept-language': i18n.locale,
        ...(given.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
      ...(given.signal && { signal: given.signal }),
    })
  } catch (error) {
    if (given.signal?.aborted) throw error
    throw new NetworkError('The server cannot be reached.')
  }
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
