import type { About, Actor, Relation } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'

/** Anybody of a clinic: whoever is known. */
export type Known = Exclude<Actor, { kind: 'anyone' }>

/** The record that a request is about, if it is about one, and how its caller stands to it. */
export type Subject = { patientId: string | null; relation: Relation }

const ABSENT: Subject = { patientId: null, relation: 'none' }

type Finder = (tx: Tx, id: string) => Promise<string | null>

/** Whose record an address names. Row-level security leaves nothing but rows of the caller's clinic to be found. */
const PATIENT_BY: Readonly<Record<'patient' | 'proposal' | 'task', Finder>> = {
  patient: async (tx, id) => {
    const found = tx.selectFrom('app.patient').select('patient_id').where('patient_id', '=', id)
    return (await found.executeTakeFirst())?.patient_id ?? null
  },
  proposal: async (tx, id) => {
    const found = tx.selectFrom('app.proposal').select('patient_id').where('proposal_id', '=', id)
    return (await found.executeTakeFirst())?.patient_id ?? null
  },
  task: async (tx, id) => {
    const found = tx.selectFrom('app.task').select('patient_id').where('task_id', '=', id)
    return (await found.executeTakeFirst())?.patient_id ?? null
  },
}

function ownOf(actor: Known): Subject {
  if (actor.kind === 'patient') return { patientId: actor.patientId, relation: 'self' }
  if (actor.kind === 'caregiver') return { patientId: actor.patientId, relation: 'caregiver' }
  return actor.kind === 'helper' ? { patientId: actor.patientId, relation: 'link' } : ABSENT
}

/** Finds what a request is about. `id`: what its address names, where it names anything. */
export async function subjectOf(
  tx: Tx,
  actor: Known,
  about: About,
  id: string | undefined,
): Promise<Subject> {
  if (about === 'nothing') return ABSENT
  if (about === 'own') return ownOf(actor)
  if (about === 'clinic') return { patientId: null, relation: 'same-clinic' }
  const patientId = id === undefined ? null : await PATIENT_BY[about](tx, id)
  if (patientId === null) return ABSENT
  return { patientId, relation: actor.kind === 'system' ? 'same-clinic' : 'unassigned' }
}
