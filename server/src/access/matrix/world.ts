import { randomUUID } from 'node:crypto'
import { inClinic } from '../../db/connect.ts'
import { newSecret, sha256 } from '../../ids.ts'
import { addPatient } from '../../patient/patient.store.ts'
import { Visitor } from '../../seed/visitor.ts'
import { someIntake, type TestApp } from '../../test-app.ts'
import { type Member, otherClinic, somePlace, staffMember } from '../../test-staff.ts'
import { someVideoVisit } from '../../video/video-fixture.ts'
import { issueSecret } from '../patient-secret.ts'

/** Somebody whose record carries their own words in every free field, so that any of them is known wherever it turns up. */
export type Person = {
  name: string
  tenantId: string
  patientId: string
  secret: string
  visitor: Visitor
  proposal: string
  task: string
  share: string
  link: string
}

const canary = (name: string, field: string): string => `CANARY-${name}-${field}`
/** Where a name stands that a clinic's own people may see without opening the record. */
export const nameOf = (name: string): string => canary(name, 'name')
export const isOf = (name: string): string => `CANARY-${name}-`

async function personIn(host: TestApp, tenantId: string, name: string): Promise<Person> {
  const { db } = host.database
  const now = host.clock.now
  const { patientId, secret } = await inClinic(db, tenantId, async (tx) => {
    const id = await addPatient(tx, tenantId, now)
    return { patientId: id, secret: await issueSecret(tx, tenantId, id, now) }
  })
  const visitor = new Visitor(host.app)
  visitor.cookies.set('dorsal_me', secret)
  await visitor.agree(now.toISOString())
  await visitor.ok('setContact', {
    body: { name: nameOf(name), email: `${isOf(name)}mail@example.org`, phone: null },
  })
  // No canary: what the screen of texts cannot read it asks about, and then there is no plan.
  const goals = [{ text: 'Sit through a film', now: 4 }]
  await visitor.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content, {}, { goals }) })
  const wish = {
    id: randomUUID(),
    contact: { name: nameOf(name), email: null, phone: null },
    when: 'soonest',
  }
  await visitor.ok('requestAppointment', {
    id: wish.id,
    body: { ...wish, note: canary(name, 'note') },
  })
  const link = newSecret()
  const share = randomUUID()
  await visitor.ok('makeShare', {
    id: share,
    body: {
      id: share,
      token: link,
      kind: 'helper',
      shownName: canary(name, 'shown'),
      lasts: 'week',
      utcOffset: 0,
    },
  })
  const { proposal, task } = await inClinic(db, tenantId, async (tx) => {
    const own = <T extends { patient_id: string }>(rows: readonly T[]): T | undefined =>
      rows.find((row) => row.patient_id === patientId)
    const proposals = await tx.selectFrom('app.proposal').select(['patient_id', 'proposal_id']).execute()
    const tasks = await tx.selectFrom('app.task').select(['patient_id', 'task_id']).execute()
    return { proposal: own(proposals)?.proposal_id ?? '', task: own(tasks)?.task_id ?? '' }
  })
  if (proposal === '' || task === '')
    throw new Error('a person of the matrix must have a proposal and a task')
  return { name, tenantId, patientId, secret, visitor, proposal, task, share, link }
}

export type World = {
  host: TestApp
  /** `own` and `peer` of one clinic, each with a team of their own; `free` of it too, with none; `far` of another clinic. */
  people: { own: Person; peer: Person; free: Person; far: Person; erased: Person }
  staff: Readonly<Record<string, Member>>
  places: { own: string; far: string }
  glass: { own: string; far: string }
  /** A visit by video of each, today, with whoever treats them. */
  visits: { own: string; peer: string; free: string; far: string }
}

const WHY = 'There is nobody of the team in the house.'

/** Two clinics with people, teams, places and openings. Everything is made through the product's own doors where there is one. */
export async function makeWorld(host: TestApp): Promise<World> {
  const { db, tenantId } = host.database
  const elsewhere = await otherClinic(host)
  const own = await personIn(host, tenantId, 'OWN')
  const peer = await personIn(host, tenantId, 'PEER')
  const free = await personIn(host, tenantId, 'FREE')
  const far = await personIn(host, elsewhere, 'FAR')
  const erased = await personIn(host, tenantId, 'ERASED')
  await erased.visitor.ok('eraseMe')

  const at = (role: Parameters<typeof staffMember>[1]['role'], name: string, clinic = tenantId) =>
    staffMember(host, { role, name, tenantId: clinic })
  const staff = {
    onTeam: await at('therapist', 'On team'),
    peerTeam: await at('therapist', 'Team of another'),
    noTeam: await at('therapist', 'Same clinic'),
    elsewherePlace: await at('therapist', 'Other place'),
    glassOpen: await at('therapist', 'Opened it'),
    glassOver: await at('therapist', 'Opened it once'),
    leftTeam: await at('therapist', 'Was on it'),
    coverOver: await at('therapist', 'Stood in'),
    assistant: await at('assistant', 'Assistant'),
    assistantElse: await at('assistant', 'Other assistant'),
    frontDesk: await at('front-desk', 'Front desk'),
    admin: await at('clinic-admin', 'Admin'),
    benefit: await at('benefit-manager', 'Benefits'),
    platform: await at('platform-admin', 'Platform'),
    signedOut: await at('therapist', 'Signed out'),
    idle: await at('therapist', 'Idle'),
    disabled: await at('therapist', 'Disabled'),
    ended: await at('therapist', 'Left'),
    farTherapist: await at('therapist', 'Far', elsewhere),
    farAdmin: await at('clinic-admin', 'Far admin', elsewhere),
    twoClinics: await at('therapist', 'Two clinics'),
  }
  const { now } = host.clock
  const past = new Date(now.getTime() - 3_600_000)
  const { admin } = staff
  const join = (person: Person, { staffId }: Member, until: Date | null = null, by = admin) =>
    by.visitor.ok('joinTeam', {
      id: person.patientId,
      params: { staffId },
      body: { part: until === null ? 'lead' : 'cover', until: until?.toISOString() ?? null },
    })
  const places = { own: randomUUID(), far: randomUUID() }
  await admin.visitor.ok('putLocation', { id: places.own, body: somePlace('North') })
  await staff.farAdmin.visitor.ok('putLocation', { id: places.far, body: somePlace('Far') })
  await admin.visitor.ok('setWorkplaces', {
    id: staff.elsewherePlace.staffId,
    body: { locations: [places.own] },
  })
  const south = randomUUID()
  await admin.visitor.ok('putLocation', { id: south, body: somePlace('South') })
  await admin.visitor.ok('setPlace', { id: free.patientId, body: { locationId: south } })

  for (const member of [
    staff.onTeam,
    staff.assistant,
    staff.signedOut,
    staff.idle,
    staff.disabled,
    staff.ended,
  ])
    await join(own, member)
  await join(own, staff.leftTeam)
  await admin.visitor.ok('leaveTeam', { id: own.patientId, params: { staffId: staff.leftTeam.staffId } })
  await join(own, staff.coverOver, past)
  await join(peer, staff.peerTeam)
  await join(far, staff.farTherapist, null, staff.farAdmin)

  const glass = { own: randomUUID(), far: randomUUID() }
  const breakIt = (by: Member, person: Person, id: string) =>
    by.visitor.ok('breakGlass', { id: person.patientId, body: { id, reason: WHY } })
  await breakIt(staff.glassOpen, own, glass.own)
  await breakIt(staff.farAdmin, far, glass.far)
  const over = randomUUID()
  await breakIt(staff.glassOver, own, over)
  await inClinic(db, tenantId, (tx) =>
    tx.updateTable('app.broken_glass').set({ ends_at: past }).where('glass_id', '=', over).execute(),
  )

  const visitOf = (person: Person, { staffId }: Member) =>
    someVideoVisit(host, { tenantId: person.tenantId, patientId: person.patientId, staffId })
  const visits = {
    own: await visitOf(own, staff.onTeam),
    peer: await visitOf(peer, staff.peerTeam),
    free: await visitOf(free, staff.noTeam),
    far: await visitOf(far, staff.farTherapist),
  }

  const sessionOf = ({ token }: Member) =>
    db.updateTable('auth.staff_session').where('token_hash', '=', sha256(token))
  await sessionOf(staff.signedOut).set({ revoked_at: past }).execute()
  await sessionOf(staff.idle)
    .set({ last_seen_at: new Date(now.getTime() - 2 * 3_600_000) })
    .execute()
  await sessionOf(staff.twoClinics).set({ tenant_id: elsewhere }).execute()
  await db
    .updateTable('auth.staff')
    .set({ disabled_at: past })
    .where('staff_id', '=', staff.disabled.staffId)
    .execute()
  await db
    .updateTable('auth.membership')
    .set({ ended_at: past })
    .where('staff_id', '=', staff.ended.staffId)
    .execute()
  await db
    .insertInto('auth.membership')
    .values({
      tenant_id: elsewhere,
      staff_id: staff.twoClinics.staffId,
      role: 'front-desk',
      since: past,
      ended_at: null,
    })
    .execute()
  return { host, people: { own, peer, free, far, erased }, staff, places, glass, visits }
}
