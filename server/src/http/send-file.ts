import { DocumentFile } from '@dorsal/care'
import type { FastifyReply } from 'fastify'
import * as z from 'zod/mini'

/** Where a browser opens it all the same, it runs nothing, loads nothing and belongs to no site. */
const NOTHING = "default-src 'none'; sandbox; frame-ancestors 'none'"

/** A name in a header: plain letters for whoever knows no others, and the whole of it after RFC 8187. */
function disposition(name: string): string {
  const plain = name.replace(/[^\w .-]/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}

/** Hands a file over to be saved: never shown within our pages, never guessed at, never run. */
export function sendFile(reply: FastifyReply, result: unknown): FastifyReply {
  const { name, media, data } = z.parse(DocumentFile, result)
  return reply
    .header('content-type', media)
    .header('content-disposition', disposition(name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', NOTHING)
    .header('cache-control', 'no-store')
    .send(Buffer.from(data, 'base64'))
}
