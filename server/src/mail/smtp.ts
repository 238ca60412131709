import type { CalendarMethod } from '@dorsal/care'
import { createTransport } from 'nodemailer'

/**
 * `calendar`: what the calendar of whoever gets it shall do. `unsubscribe`: where one press turns letters like it off, for the button that mail
 * programs show (RFC 8058).
 */
export type Letter = {
  to: string
  subject: string
  text: string
  html?: string
  calendar?: { method: CalendarMethod; text: string }
  unsubscribe?: string
}

/**
 * How it ended. `again`: nothing was taken, it may be tried later. `never`: refused for good. `unsure`: the other side had all of it and
 * was not heard of again, so it may have arrived.
 */
export type Sent = 'sent' | 'again' | 'never' | 'unsure'

export type Send = (letter: Letter) => Promise<Sent>

/** How long is waited for the other server, at each step. */
type Patience = { connectMs: number; answerMs: number }
const PATIENCE: Patience = { connectMs: 10_000, answerMs: 30_000 }

const codeOf = (error: unknown): number =>
  error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
    ? error.responseCode
    : 0

/** Sends by the clinic's own mail server; one connection a letter. Nothing of a letter, nor of what the server said to it, is logged. */
export function smtp(url: string, from: string, { connectMs, answerMs }: Patience = PATIENCE): Send {
  return async ({ to, subject, text, html, calendar, unsubscribe }) => {
    let given = false
    const quiet = (): void => {}
    // The one sign that the whole letter is over there, its end included: told when the last of it was written.
    const info = (entry: object): void => {
      if ('tnx' in entry && entry.tnx === 'message') given = true
    }
    const transport = createTransport(
      {
        url,
        logger: { level: quiet, trace: quiet, debug: quiet, info, warn: quiet, error: quiet, fatal: quiet },
        connectionTimeout: connectMs,
        greetingTimeout: connectMs,
        dnsTimeout: connectMs,
        socketTimeout: answerMs,
        disableFileAccess: true,
        disableUrlAccess: true,
      } as Parameters<typeof createTransport>[0],
      { from },
    )
    try {
      // It is one person's alone, and no machine shall answer it.
      const icalEvent = calendar && { ...calendar, content: calendar.text, filename: 'appointment.ics' }
      const headers = {
        'Auto-Submitted': 'auto-generated',
        ...(unsubscribe !== undefined && {
          'List-Unsubscribe': { prepared: true, foldLines: false, value: `<${unsubscribe}>` },
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      }
      await transport.sendMail({
        to,
        subject,
        text,
        headers,
        ...(html !== undefined && { html }),
        ...(icalEvent && { icalEvent }),
      })
      return 'sent'
    } catch (error) {
      const code = codeOf(error)
      if (code >= 500) return 'never'
      return code >= 400 || !given ? 'again' : 'unsure'
    } finally {
      transport.close()
    }
  }
}
