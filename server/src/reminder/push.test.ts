import { createPublicKey, randomBytes, verify } from 'node:crypto'
import { lookup } from 'node:dns'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayPush, pushBy } from './push.ts'
import { sealForBrowser } from './push-cipher.ts'
import { pushService, readInBrowser } from './push-fixture.ts'
import { isPublic, isPushAddress, publicLookupBy } from './public-address.ts'
import { type Vapid, vapidOf } from './vapid.ts'

/** RFC 8291, section 5 and appendix A. */
const WRITTEN = {
  plain: 'When I grow up, I want to be a watermelon',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  theirs: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
  ours: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  sealed:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
}
const bytes = (text: string): Buffer => Buffer.from(text, 'base64url')

describe('what is shown in a browser', () => {
  it('is sealed as the standard has it written down', () => {
    const given = { privateKey: bytes(WRITTEN.ours), salt: bytes(WRITTEN.salt) }
    const sealed = sealForBrowser(Buffer.from(WRITTEN.plain), WRITTEN, given)
    expect(sealed.toString('base64url')).toBe(WRITTEN.sealed)
    expect(readInBrowser(sealed, bytes(WRITTEN.theirs), bytes(WRITTEN.auth))).toBe(WRITTEN.plain)
  })

  it('is sealed anew each time, and not for what is no key', () => {
    const seal = () => sealForBrowser(Buffer.from('x'), WRITTEN).toString('base64url')
    expect(seal()).not.toBe(seal())
    expect(() => sealForBrowser(Buffer.from('x'), { ...WRITTEN, p256dh: 'B'.repeat(87) })).toThrow()
  })
})

/** Whether a header of RFC 8292 was signed by the key that it names. */
function signedBy(header: string): { said: Record<string, unknown>; good: boolean } {
  const [, token = '', k = ''] = /^vapid t=(\S+?),\s*k=(\S+)$/.exec(header) ?? []
  const [head = '', body = '', signature = ''] = token.split('.')
  const point = bytes(k)
  const key = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  })
  const good = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key, dsaEncoding: 'ieee-p1363' },
    bytes(signature),
  )
  return { said: { ...JSON.parse(bytes(head).toString()), ...JSON.parse(bytes(body).toString()) }, good }
}

describe('who sends', () => {
  it('is checked here as the standard has it written down', () => {
    const { said, good } = signedBy(
      'vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs',
    )
    expect(good).toBe(true)
    expect(said).toMatchObject({ alg: 'ES256', aud: 'https://push.example.net' })
  })

  it('is the installation: one key for one secret key, and a signature for one push service', () => {
    const secret = randomBytes(32)
    const now = new Date('2026-11-23T00:00:00Z')
    const vapid = vapidOf(secret, 'mailto:noreply@clinic.example')
    expect(vapidOf(secret, 'mailto:x@y').publicKey).toBe(vapid.publicKey)
    expect(vapidOf(randomBytes(32), 'mailto:x@y').publicKey).not.toBe(vapid.publicKey)
    const { said, good } = signedBy(vapid.headerFor('https://push.example.net', now))
    expect(good).toBe(true)
    expect(said).toEqual({
      typ: 'JWT',
      alg: 'ES256',
      aud: 'https://push.example.net',
      exp: now.getTime() / 1000 + 43_200,
      sub: 'mailto:noreply@clinic.example',
    })
  })
})

describe('where a browser may say that it is reached', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])('%s', (address) => expect(isPushAddress(address)).toBe(true))

  it.each([
    'http://fcm.googleapis.com/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://localhost/x',
    'https://db/x',
    'https://printer.local/x',
    'https://metadata.google.internal/x',
    'https://169.254.169.254/latest',
    'https://push.example.com:8443/x',
    'https://user:secret@push.example.com/x',
    'http://127.0.0.1:9/x',
    'file:///etc/passwd',
    'nonsense',
  ])('not %s', (address) => expect([isPushAddress(address), mayPush(address)]).toEqual([false, false]))

  it('is looked at once more by the address that its name leads to', async () => {
    for (const inside of [
      '127.0.0.1',
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      'ff02::1',
      '64:ff9b::7f00:1',
      '::ffff:0:127.0.0.1',
      '3fff::1',
      '5f00::1',
      '192.88.99.1',
      'x',
    ])
      expect([inside, isPublic(inside)]).toEqual([inside, false])
    for (const outside of ['8.8.8.8', '172.32.0.1', '2606:4700::1111'])
      expect([outside, isPublic(outside)]).toEqual([outside, true])
    const code = await new Promise((done) =>
      publicLookupBy(lookup)('localhost', {}, (error) => done(error === null ? null : error.code)),
    )
    expect(code).toBe('EINSIDE')
  })
})

describe('sending', () => {
  let service: Awaited<ReturnType<typeof pushService>>
  let vapid: Vapid
  beforeAll(async () => {
    service = await pushService()
    vapid = vapidOf(randomBytes(32), 'mailto:noreply@clinic.example')
  })
  afterAll(() => service.close())
  const send = (loopback = true) =>
    pushBy({ vapid, now: () => new Date(), loopback, answerMs: 400 })(
      service.browser.subscription,
      { title: 'Hill Street Clinic' },
      90.5,
    )

  it('reaches the browser, which alone can read it', async () => {
    expect(await send()).toBe('sent')
    const [got] = service.received
    expect(got?.words).toEqual({ title: 'Hill Street Clinic' })
    expect(got?.headers).toMatchObject({ ttl: '90', 'content-encoding': 'aes128gcm' })
    expect(signedBy(got?.headers.authorization ?? '')).toMatchObject({
      good: true,
      said: { aud: new URL(service.browser.subscription.endpoint).origin },
    })
  })

  it('goes nowhere inside but where a test says so', async () => {
    const before = service.state.asked
    expect(await send(false)).toBe('never')
    expect(service.state.asked).toBe(before)
  })

  it.each([
    [201, 'sent'],
    [301, 'never'],
    [400, 'never'],
    [404, 'gone'],
    [410, 'gone'],
    [413, 'never'],
    [429, 'again'],
    [503, 'again'],
  ] as const)('takes %i as %s', async (status, meaning) => {
    service.state.status = status
    expect(await send()).toBe(meaning)
    service.state.status = 201
  })

  it('that was taken whole and not answered may have arrived; where nobody listens it has not', async () => {
    service.state.silent = true
    expect(await send()).toBe('unsure')
    service.state.silent = false
    const gone = await pushService()
    const { subscription } = gone.browser
    await gone.close()
    const push = pushBy({ vapid, now: () => new Date(), loopback: true })
    expect(await push(subscription, {}, 1)).toBe('again')
  })

  it('is not tried where the key is no key', async () => {
    const push = pushBy({ vapid, now: () => new Date(), loopback: true })
    const to = { ...service.browser.subscription, p256dh: 'B'.repeat(87) }
    expect(await push(to, {}, 1)).toBe('never')
  })
})
