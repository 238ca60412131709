import { type ErrorCode, problem, Refusal } from '@dorsal/care'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'

/** What the framework and the database call their refusals, in our words. */
const KNOWN: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-type',
  FST_ERR_CTP_INVALID_TYPE: 'wrong-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-json',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  FST_ERR_ASYNC_CONSTRAINT: 'not-found',
  FST_STATIC_FORBIDDEN_PATH: 'not-found',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  '57P01': 'unavailable',
  '57P03': 'unavailable',
  '53300': 'unavailable',
}

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'bad-json',
  // Only the file server says 403 by its status: a path that leads out of the pages is one that is not there.
  403: 'not-found',
  404: 'not-found',
  413: 'too-large',
  415: 'wrong-type',
  429: 'too-many',
}

function codeOf(error: FastifyError | Refusal): ErrorCode {
  if (error instanceof Refusal) return error.code
  const known = KNOWN[error.code]
  if (known !== undefined) return known
  // A value that the database cannot hold (class 22) is the sender's to mend, whichever check should have seen it before.
  if (/^22[0-9A-Z]{3}$/.test(error.code ?? '')) return 'bad-input'
  // A full disk, too many connections, two writers in each other's way, a server that stops: the same again in a minute may go well.
  if (/^(?:08|40|53|57)[0-9A-Z]{3}$/.test(error.code ?? '')) return 'unavailable'
  if (/timeout exceeded when trying to connect|Connection terminated/.test(error.message))
    return 'unavailable'
  return BY_STATUS[error.statusCode ?? 500] ?? 'internal'
}

export function sendProblem(
  reply: FastifyReply,
  code: ErrorCode,
  fields: Refusal['fields'] = [],
): FastifyReply {
  const body = problem(code, fields)
  return reply
    .code(body.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(body))
}

/**
 * Every refusal and failure leaves as problem+json. Of a failure on our side the log gets the kind and where it happened, never the
 * message: a database may quote the value it refused.
 */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | Refusal>((error, request, reply) => {
    const code = codeOf(error)
    if (code === 'internal')
      request.log.error({ kind: error.name, code: error.code, at: whereOf(error) }, 'failed')
    if (code === 'too-many') reply.header('retry-after', '60')
    if (error instanceof Refusal && error.waitSeconds !== null)
      reply.header('retry-after', String(error.waitSeconds))
    return sendProblem(reply, code, error instanceof Refusal ? error.fields : [])
  })
}

/** The frames of the stack without its first lines, which hold the message. */
const whereOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
