import { ACTIONS, type About, type Door } from '@dorsal/care'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../test-app.ts'
import { type DoorRow, doorsOf } from './doors.ts'

let host: TestApp
let doors: readonly DoorRow[]
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
  doors = doorsOf(host.app).filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS')
})
afterAll(() => host.close())

/**
 * What an address says of its door, read from the address alone: the other half of what its row says. The first that fits counts. A
 * route that none fits needs a line here.
 */
const ADDRESSES: readonly { path: RegExp; door: Door; about: readonly About[] }[] = [
  { path: /^\/api\/me(?:\/|$)/, door: 'patient', about: ['own'] },
  { path: /^\/api\/shared$/, door: 'link', about: ['own'] },
  { path: /^\/api\/cared(?:\/|$)/, door: 'caregiver', about: ['own'] },
  { path: /^\/api\/staff\/me(?:\/|$)/, door: 'staff', about: ['nothing'] },
  { path: /^\/api\/patients\/:id(?:\/|$)/, door: 'staff', about: ['patient'] },
  { path: /^\/api\/proposals\/:id(?:\/|$)/, door: 'staff', about: ['proposal'] },
  { path: /^\/api\/tasks\/:id(?:\/|$)/, door: 'staff', about: ['task'] },
]

/** Everything under /api that asks for nobody's secret, one by one: what is not here must not be open. */
const OPEN_TO_ALL =
  /^(?:GET \/api\/config|GET \/api\/reviewed|GET \/api\/docs|GET \/api\/coverage|POST \/api\/coverage\/search|POST \/api\/consents|GET \/api\/booking|POST \/api\/booking\/slots|(?:GET|POST|DELETE) \/api\/booking\/holds|POST \/api\/(?:staff|accounts?)\/(?:sign-in|sign-out|links|enter)(?:\/.*)?|POST \/api\/(?:sign-in|sign-out|links|entry)(?:\/.*)?)$/

const named = ({ method, url }: DoorRow): string => `${method} ${url}`
const isApi = ({ url }: DoorRow): boolean => url.startsWith('/api/')

describe('a door', () => {
  it('that asks nobody who they are is one of few', () => {
    const open = doors.filter((door) => isApi(door) && ACTIONS[door.action].door === 'anyone')
    expect(open.map(named).filter((door) => !OPEN_TO_ALL.test(door))).toEqual([])
  })

  it('is about what its address says that it is about', () => {
    for (const door of doors.filter(isApi)) {
      const address = ADDRESSES.find(({ path }) => path.test(door.url))
      if (address === undefined) continue
      const { door: asks, about } = ACTIONS[door.action]
      expect([named(door), asks, about]).toEqual([
        named(door),
        address.door,
        expect.toSatisfy((a) => address.about.includes(a as About)),
      ])
    }
  })

  it('that changes something is no action of looking, and one of looking changes nothing', () => {
    const looks = /\.(?:read|lookers)$/
    for (const door of doors.filter(isApi)) {
      if (looks.test(door.action) && door.action !== 'public.read') expect(named(door)).toMatch(/^GET /)
      if (door.method === 'GET') expect(named(door)).not.toMatch(/erase|revoke|answer|acknowledge|close/)
    }
  })

  it('that is a page, a file or a text shows nothing of anybody’s, but for the list that a calendar program reads', () => {
    const feed = 'GET /calendar/:file'
    expect(doors.filter(({ action }) => action === 'calendar.feed').map(named)).toEqual([feed])
    const pages = doors.filter((one) => !isApi(one) && named(one) !== feed)
    // The one page that changes something: its link turns reminders off, for whoever holds it.
    const turnsOff = (door: DoorRow): boolean => door.action === 'reminder.off'
    expect(pages.filter(turnsOff).map(named)).toEqual(['POST /off/:token'])
    for (const door of pages.filter((one) => !turnsOff(one)))
      expect([named(door), door.action]).toEqual([named(door), 'public.read'])
  })
})

it('no other site can act for somebody: every change that it asks for is refused before anything is looked at', async () => {
  let asked = 0
  for (const { method, url } of doors.filter((door) => door.method !== 'GET')) {
    const from = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of from) {
      const answer = await host.app.inject({
        method: method as 'POST',
        url: url.replace(/:\w+/g, '00000000-0000-7000-8000-000000000001'),
        headers: { host: '127.0.0.1', 'content-type': 'application/json', ...headers },
        payload: '{}',
      })
      expect([method, url, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
        method,
        url,
        403,
        'forbidden',
      ])
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
      asked += 1
    }
  }
  process.stdout.write(`trust T08 ${JSON.stringify({ asked, writes: 0 })}\n`)
  expect(asked).toBeGreaterThan(80)
})
