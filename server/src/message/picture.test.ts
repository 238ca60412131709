import { cleanJpeg, PICTURE_LIMITS, type Thread } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import type { Visitor } from '../seed/visitor.ts'
import { otherClinic, staffMember } from '../test-staff.ts'
import {
  answer,
  type Clinic,
  clinicThread,
  clinicWithMessages,
  STARTED,
  threadOf,
  write,
} from './message-fixture.ts'
import { allPictures } from './picture.store.ts'
import { PHOTOGRAPHED_AT, somePhotograph } from './some-photograph.ts'

let clinic: Clinic
beforeAll(async () => {
  clinic = await clinicWithMessages()
})
afterEach(() => {
  clinic.host.clock.now = STARTED
})
afterAll(() => clinic.host.close())

const send = (person: Visitor, messageId: string, bytes: Buffer, id = randomUUID()) =>
  person.call('sendPicture', { id, body: { id, messageId, data: bytes.toString('base64') } })
const fetched = async (by: Visitor, id: string) =>
  Buffer.from((await by.ok<{ data: string }>('picture', { id })).data, 'base64')
const names = ({ messages }: Pick<Thread, 'messages'>) => messages.map(({ pictures }) => pictures.length)

describe('a photograph with a message', () => {
  it('follows its message, is written anew without place, remarks or what hides behind it, and both sides see it', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const { id: messageId } = await write(person, 'My chair looks like this.')
    const id = randomUUID()
    expect((await send(person, messageId, somePhotograph(), id)).status).toBe(200)
    expect((await threadOf(person)).messages).toMatchObject([{ pictures: [{ id, width: 4, height: 3 }] }])
    expect(names(await clinicThread(dana, patientId))).toEqual([1])
    const kept = await fetched(person, id)
    expect(kept).toEqual(Buffer.from(cleanJpeg(somePhotograph(), 2000)?.bytes ?? []))
    for (const gone of [PHOTOGRAPHED_AT, 'script', 'another file'])
      expect(kept.includes(gone), gone).toBe(false)
    const seen = await dana.ok<{ data: string }>('clinicPicture', {
      id: patientId,
      params: { pictureId: id },
    })
    expect(Buffer.from(seen.data, 'base64')).toEqual(kept)
  })

  it('is one however often it is sent, and its id is taken for another', async () => {
    const { person } = await clinic.cared()
    const { id: messageId } = await write(person, 'One photo.')
    const id = randomUUID()
    const sent = await Promise.all([1, 2, 3].map(() => send(person, messageId, somePhotograph(), id)))
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(names(await threadOf(person))).toEqual([1])
    expect((await send(person, messageId, somePhotograph(5), id)).body).toMatchObject({ code: 'id-taken' })
  })

  it.each([
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a drawing that can run', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a picture of another kind', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1')],
    ['one that breaks off', somePhotograph().subarray(0, 40)],
    ['one larger than asked for', somePhotograph(PICTURE_LIMITS.side + 1)],
  ])('is refused where it is none, and the message stands: %s', async (_name, bytes) => {
    const { person } = await clinic.cared()
    const { id: messageId } = await write(person, 'See this.')
    expect((await send(person, messageId, bytes)).body).toMatchObject({ code: 'no-photograph' })
    expect(names(await threadOf(person))).toEqual([0])
  })

  it('is refused where it is too large to be read, and where there are enough', async () => {
    const { person } = await clinic.cared()
    const { id: messageId } = await write(person, 'Many.')
    expect((await send(person, messageId, Buffer.alloc(PICTURE_LIMITS.bytes + 3))).status).toBe(400)
    expect((await send(person, messageId, Buffer.alloc(PICTURE_LIMITS.bytes * 2))).status).toBe(413)
    for (let nth = 0; nth < PICTURE_LIMITS.perMessage; nth += 1)
      expect((await send(person, messageId, somePhotograph(4, String(nth)))).status).toBe(200)
    expect((await send(person, messageId, somePhotograph(4, 'more'))).body).toMatchObject({
      code: 'pictures-full',
    })
    let most: unknown = null
    for (let nth = 0; nth < 10; nth += 1) {
      const next = await write(person, `Message ${nth}`)
      for (let of = 0; of < PICTURE_LIMITS.perMessage; of += 1)
        most = (await send(person, next.id, somePhotograph(4, `${nth} ${of}`))).body
    }
    expect(most).toMatchObject({ code: 'pictures-full' })
  })

  it('goes with a message that is there and one’s own only', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const other = await clinic.cared()
    const { id: mine } = await write(person, 'Mine.')
    const { id: theirs } = await write(other.person, 'Theirs.')
    const fromClinic = await answer(dana, patientId, 'From us.')
    for (const messageId of [theirs, fromClinic, randomUUID()])
      expect((await send(person, messageId, somePhotograph())).body).toMatchObject({ code: 'not-found' })
    const pictureId = randomUUID()
    const body = { id: pictureId, messageId: mine, data: somePhotograph().toString('base64') }
    const params = { pictureId }
    expect((await dana.call('addPicture', { id: patientId, params, body })).status).toBe(404)
    const own = { ...body, messageId: fromClinic }
    expect((await dana.call('addPicture', { id: patientId, params, body: own })).status).toBe(200)
    expect(await fetched(person, pictureId)).not.toHaveLength(0)
    const colleague = await clinic.onTeam(patientId, 'Col', 'cover')
    const again = { ...own, id: randomUUID() }
    const reply = await colleague.call('addPicture', {
      id: patientId,
      params: { pictureId: again.id },
      body: again,
    })
    expect(reply.status).toBe(404)
  })

  it('is not there for anybody else, nor in another record or clinic', async () => {
    const { person, patientId } = await clinic.cared()
    const other = await clinic.cared()
    const { id: messageId } = await write(person, 'Private.')
    const id = randomUUID()
    await send(person, messageId, somePhotograph(), id)
    const absent = (await other.person.call('picture', { id: randomUUID() })).body
    expect((await other.person.call('picture', { id })).body).toEqual(absent)
    const params = { pictureId: id }
    expect((await other.dana.call('clinicPicture', { id: other.patientId, params })).status).toBe(404)
    const tenantId = await otherClinic(clinic.host)
    const away = await staffMember(clinic.host, { role: 'therapist', name: 'Away', tenantId })
    expect((await away.visitor.call('clinicPicture', { id: patientId, params })).status).toBe(404)
  })

  it('is in the export of a record, and goes when the person erases theirs', async () => {
    const { person, patientId } = await clinic.cared()
    const { id: messageId } = await write(person, 'Export this.')
    await send(person, messageId, somePhotograph())
    const { db, tenantId } = clinic.host.database
    const held = () => inClinic(db, tenantId, (tx) => allPictures(tx, patientId))
    expect(await held()).toMatchObject([{ messageId }])
    await person.ok('eraseMe')
    expect(await held()).toEqual([])
  })
})
