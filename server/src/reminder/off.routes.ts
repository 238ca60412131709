import type { Language } from '@dorsal/content'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { OPEN } from '../access/doors.ts'
import { recordAccess } from '../audit/audit.ts'
import { inClinic } from '../db/connect.ts'
import type { Deps } from '../deps.ts'
import { type Html, html } from '../education/html.ts'
import { languageOf } from '../language/language.ts'
import { findPatient } from '../patient/patient.store.ts'
import { readOffToken } from './off-token.ts'
import { turnOff } from './settings.store.ts'
import { put, REMINDER_WORDS } from './words.ts'

const PATH = '/off/:token'
/** What a mail program posts (RFC 8058) and what the button of the page does; what stands in it is not looked at. */
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data']
const MOST_BYTES = 4096

function pageOf(lang: Language, style: string, title: string, rest: Html): string {
  return html`<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${style}"></head>
<body><main><h1>${title}</h1>${rest}</main></body></html>`.text
}

/** Turns off what the link says, without asking who holds it; a link that was not made here does nothing and is answered the same. */
async function off({ db, vault, now }: Deps, request: FastifyRequest<{ Params: { token: string } }>) {
  const wish = readOffToken(vault, request.params.token)
  if (wish === null) return
  const at = now()
  await inClinic(db, wish.tenantId, async (tx) => {
    if ((await findPatient(tx, wish.patientId)) === undefined) return
    await turnOff(tx, wish, wish.kinds, at)
    const { tenantId, patientId } = wish
    const actor = { kind: 'patient', tenantId, patientId } as const
    await recordAccess(tx, { actor, action: 'remindersOff', patientId, requestId: request.id, at })
  })
}

/**
 * The link below every reminder. Opening it shows one button and changes nothing, since programs that look through mail open every link; the
 * button, or the one that a mail program shows beside the letter, turns these off, without anybody signing in.
 */
export function serveOff(app: FastifyInstance, deps: Deps): void {
  const css = readFileSync(new URL('off.css', import.meta.url), 'utf8')
  const style = `/off-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`
  const send = (reply: FastifyReply, page: string) =>
    reply
      .type('text/html; charset=utf-8')
      .header('x-robots-tag', 'noindex, nofollow')
      // Without a referrer a browser says of its own form's press that it comes from nowhere, and such are refused.
      .header('referrer-policy', 'same-origin')
      .send(page)
  const given = { clinic: deps.config.clinicName }
  app.get(style, OPEN, (_, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(css),
  )
  app.get(PATH, OPEN, (request, reply) => {
    const lang = languageOf(request)
    const words = REMINDER_WORDS[lang]
    const ask = html`<p>${put(words.offAsk, given)}</p><form method="post"><button>${words.turnOff}</button></form>`
    return send(reply, pageOf(lang, style, words.offTitle, ask))
  })
  app.register(async (forms) => {
    forms.addContentTypeParser(FORMS, { parseAs: 'string', bodyLimit: MOST_BYTES }, async () => undefined)
    forms.post<{ Params: { token: string } }>(
      PATH,
      { config: { action: 'reminder.off' } },
      async (request, reply) => {
        await off(deps, request)
        const lang = languageOf(request)
        const words = REMINDER_WORDS[lang]
        const done = html`<p role="status">${put(words.offDone, given)}</p><p><a href="/reminders">${words.choose}</a></p>`
        return send(reply, pageOf(lang, style, put('{clinic}', given), done))
      },
    )
  })
}
