/** One of several processes that write and send reminders, for the test that kills them. Its clock is the test's. */
import { loadContent } from '@dorsal/content'
import { vaultOf } from '../account/vault.ts'
import { connect } from '../db/connect.ts'
import { sendDue } from '../mail/send-due.ts'
import { smtp } from '../mail/smtp.ts'
import { prepareBy } from './prepare.ts'
import { pushBy } from './push.ts'
import { vapidOf } from './vapid.ts'
import { writeDue } from './write-due.ts'

const [url = '', mailUrl = '', began = '', shown = ''] = process.argv.slice(2)
const clock = (): Date => new Date(Number(shown) + Date.now() - Number(began))
const secret = Buffer.alloc(32, 9)
const db = connect(url, () => {}, 3)
const content = loadContent()
const vault = vaultOf(secret)
const send = smtp(mailUrl, 'a@clinic.example')
const ways = { db, vault, send, clinic: 'Hill Street Clinic', base: 'http://127.0.0.1' }
const push = pushBy({ vapid: vapidOf(secret, 'mailto:a@clinic.example'), now: clock })
const house = { host: 'clinic.example', calendarName: '', mail: null, base: ways.base }
const post = { ...ways, house, prepare: prepareBy({ ...ways, content, push }) }

process.send?.('ready')
await new Promise((go) => process.once('message', go))
for (;;) {
  await writeDue({ db, content, mail: true, wake: async () => {} }, clock()).catch(() => undefined)
  await sendDue(post, clock).catch(() => undefined)
}
