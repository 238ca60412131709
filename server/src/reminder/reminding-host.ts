import { houseOf } from '../calendar/entries.ts'
import { sendDue } from '../mail/send-due.ts'
import { smtp } from '../mail/smtp.ts'
import { smtpServer } from '../mail/smtp-fixture.ts'
import { testApp } from '../test-app.ts'
import { prepareBy } from './prepare.ts'
import { pushBy } from './push.ts'
import { pushService } from './push-fixture.ts'
import { somewhere } from './reminder-fixture.ts'
import { vapidOf } from './vapid.ts'
import { writeDue } from './write-due.ts'

export const CLINIC = 'Hill Street Clinic'
export const BASE = 'http://127.0.0.1'
/** The day before a visit at ten. */
export const NINE = new Date('2026-12-02T09:00:00.000Z')
export const VISIT = '2026-12-03T10:00:00.000Z'

export type RemindingHost = Awaited<ReturnType<typeof remindingHost>>

/** The app with a mail server and a push service on this machine, and the two jobs that remind, run by hand. */
export async function remindingHost() {
  const server = await smtpServer()
  const service = await pushService()
  const from = 'a@clinic.example'
  const env = { DEMO: '1', CLINIC_NAME: CLINIC, PUBLIC_URL: BASE, SMTP_URL: server.url, MAIL_FROM: from }
  const host = await testApp({ env })
  const { db } = host.database
  const clock = (): Date => host.clock.now
  const send = smtp(server.url, from, { connectMs: 4_000, answerMs: 4_000 })
  const push = pushBy({ vapid: vapidOf(Buffer.alloc(32, 7), `mailto:${from}`), now: clock, loopback: true })
  const ways = { db, vault: host.vault, send, clinic: CLINIC, base: BASE }
  const post = {
    ...ways,
    house: houseOf(host.config),
    prepare: prepareBy({ ...ways, content: host.content, push }),
  }
  const write = () => writeDue({ db, content: host.content, mail: true, wake: async () => {} }, clock())
  const deliver = () => sendDue(post, clock)
  let people = 0
  return {
    host,
    server,
    service,
    place: await somewhere(host.database, NINE),
    post,
    write,
    deliver,
    round: async () => {
      await write()
      await deliver()
    },
    at: (instant: string): void => void (host.clock.now = new Date(instant)),
    address: (): string => `somebody-${(people += 1)}@example.org`,
    lettersTo: (to: string) => server.received.filter((one) => one.to === to),
    begin: (): void => {
      host.clock.now = NINE
      server.received.length = 0
      service.received.length = 0
    },
    close: async () => {
      await host.close()
      await server.close()
      await service.close()
    },
  }
}

export const headOf = ({ data }: { data: string }): string =>
  (data.split('\n\n')[0] ?? '').replace(/\n[ \t]+/g, ' ')
