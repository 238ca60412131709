import type { Actor, Door, Relation } from '@dorsal/care'
import type { Member } from '../../test-staff.ts'
import type { Person, World } from './world.ts'

export type Who = keyof World['people']
type Stands = Readonly<Record<Who, Relation>>

/** Somebody who comes to every door. `as`: who they are there; at every other door they are nobody. */
export type Caller = {
  id: string
  cookies: Record<string, string>
  bearer?: string
  as: { door: Door; actor: Actor } | null
  /** How they stand to each of the world's people: written down, not looked up. */
  stands: Stands
}

const NOBODY: Stands = { own: 'none', peer: 'none', free: 'none', far: 'none', erased: 'none' }
const HOME: Stands = { ...NOBODY, own: 'same-location', peer: 'same-location', free: 'unassigned' }

const nobody = (id: string, cookies: Record<string, string> = {}, bearer?: string): Caller => ({
  id,
  cookies,
  ...(bearer !== undefined && { bearer }),
  as: null,
  stands: NOBODY,
})

function patient(id: string, who: Who, { patientId, tenantId, secret }: Person): Caller {
  return {
    id,
    cookies: { dorsal_me: secret },
    as: { door: 'patient', actor: { kind: 'patient', tenantId, patientId } },
    stands: { ...NOBODY, [who]: 'self' },
  }
}

/** Every caller of the matrix: each role, and each way in which somebody is not, or is no longer, who they were. */
export function callersOf({ host, people, staff }: World): readonly Caller[] {
  const home = host.database.tenantId
  const there = people.far.tenantId
  const of = (name: string): Member => {
    const member = staff[name]
    if (member === undefined) throw new Error(`there is no ${name} in the world`)
    return member
  }
  const at = (
    name: string,
    role: Extract<Actor, { kind: 'staff' }>['role'],
    stands: Partial<Stands> = {},
    tenantId = home,
  ): Caller => ({
    id: name,
    cookies: { dorsal_staff: of(name).token },
    as: { door: 'staff', actor: { kind: 'staff', tenantId, staffId: of(name).staffId, role, name } },
    stands: { ...(tenantId === home ? HOME : NOBODY), ...stands },
  })
  return [
    nobody('anonymous'),
    patient('the patient', 'own', people.own),
    patient('a patient of the same clinic', 'peer', people.peer),
    patient('a patient of another clinic', 'far', people.far),
    nobody('a patient who was erased', { dorsal_me: people.erased.secret }),
    nobody('a made-up secret', { dorsal_me: 'x'.repeat(43), dorsal_staff: 'y'.repeat(43) }, 'z'.repeat(43)),
    nobody('secrets at the wrong doors', {
      dorsal_me: of('onTeam').token,
      dorsal_staff: people.own.secret,
    }),
    {
      ...nobody('a helper with a link', {}, people.own.link),
      as: {
        door: 'link',
        actor: { kind: 'helper', tenantId: home, patientId: people.own.patientId, shareId: people.own.share },
      },
      stands: { ...NOBODY, own: 'link' },
    },
    nobody('a helper whose link was taken back', {}, people.erased.link),
    at('onTeam', 'therapist', { own: 'care-team' }),
    at('peerTeam', 'therapist', { peer: 'care-team' }),
    at('noTeam', 'therapist'),
    at('elsewherePlace', 'therapist', { free: 'same-clinic' }),
    at('glassOpen', 'therapist', { own: 'break-glass' }),
    at('glassOver', 'therapist'),
    at('leftTeam', 'therapist'),
    at('coverOver', 'therapist'),
    at('assistant', 'assistant', { own: 'care-team' }),
    at('assistantElse', 'assistant'),
    at('frontDesk', 'front-desk'),
    at('admin', 'clinic-admin'),
    at('benefit', 'benefit-manager'),
    at('platform', 'platform-admin'),
    at('farTherapist', 'therapist', { far: 'care-team' }, there),
    at('farAdmin', 'clinic-admin', { far: 'break-glass' }, there),
    at('twoClinics', 'front-desk', { far: 'same-location' }, there),
    ...['signedOut', 'idle', 'disabled', 'ended'].map((name) =>
      nobody(name, { dorsal_staff: of(name).token }),
    ),
  ]
}
