import type { Received } from '../../mail/smtp-fixture.ts'

/** The part of a letter that a calendar reads, with the method that its envelope names. */
export function calendarIn({ data }: Received): { method: string; text: string } {
  const part = /content-type: text\/calendar;([^]*?)\n\n([^]*?)\n--/i.exec(data)
  const head = part?.[1] ?? ''
  const body = part?.[2] ?? ''
  const quoted = (): string =>
    body
      .replace(/=\n/g, '')
      .replace(/(?:=[0-9A-F]{2})+/g, (hex) => Buffer.from(hex.replaceAll('=', ''), 'hex').toString())
  const read = { 'quoted-printable': quoted, base64: () => Buffer.from(body, 'base64').toString() }
  const coding = /content-transfer-encoding: ([\w-]+)/i.exec(head)?.[1] ?? ''
  const text = coding === 'base64' || coding === 'quoted-printable' ? read[coding]() : body
  return { method: /method=(\w+)/i.exec(head)?.[1] ?? '', text: `${text.trimEnd()}\n` }
}

/** As much of an event as another program reads out of it. */
type Event = { uid: string; sequence?: unknown; start: Date; status?: string | undefined }

/** What a letter tells a calendar. `read`: another program, which finds the events of a text. */
export function toldIn(received: Received | undefined, read: (text: string) => readonly Event[]) {
  const { method, text } = calendarIn(received ?? { to: '', data: '' })
  const [event] = read(text)
  return {
    to: received?.to,
    method,
    inside: /^METHOD:(\w+)/m.exec(text)?.[1],
    uid: event?.uid,
    sequence: Number(event?.sequence),
    starts: event?.start.toISOString(),
    status: event?.status,
  }
}
