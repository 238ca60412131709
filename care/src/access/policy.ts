import type { ErrorCode } from '../errors.ts'
import { type Action, ACTIONS } from './action.ts'
import { type Actor, type Principal, principalOf, PRINCIPALS, STAFF_ROLES } from './principal.ts'
import type { Relation } from './relation.ts'

export type PolicyRow = {
  who: readonly Principal[]
  action: Action
  relation: readonly Relation[]
}

/** Those who treat: by what they stand to a person in, not by working in the same house. A team without one of them is none. */
export const TREATS = ['therapist', 'clinic-admin'] as const
const CARES = ['care-team', 'unassigned', 'break-glass'] as const

/**
 * Who may do what to whose record: the whole policy. What is not a row is refused. An assistant works with the people of their team and
 * decides nothing that needs a therapist's judgement; the front desk, benefit managers and the installation's own admin see no record.
 */
export const POLICY: readonly PolicyRow[] = [
  { who: PRINCIPALS, action: 'public.read', relation: ['none'] },
  { who: PRINCIPALS, action: 'reminder.off', relation: ['none'] },
  { who: PRINCIPALS, action: 'consent.give', relation: ['none'] },
  { who: PRINCIPALS, action: 'account.enter', relation: ['none'] },
  { who: PRINCIPALS, action: 'calendar.feed', relation: ['none'] },
  { who: PRINCIPALS, action: 'slot.hold', relation: ['none'] },
  { who: ['patient'], action: 'own.read', relation: ['self'] },
  { who: ['patient'], action: 'own.write', relation: ['self'] },
  { who: ['patient'], action: 'own.erase', relation: ['self'] },
  { who: ['patient'], action: 'own.share', relation: ['self'] },
  { who: ['patient'], action: 'own.lookers', relation: ['self'] },
  { who: ['patient'], action: 'own.account', relation: ['self'] },
  { who: ['patient'], action: 'own.book', relation: ['self'] },
  { who: ['patient'], action: 'own.video', relation: ['self'] },
  { who: ['caregiver'], action: 'cared.read', relation: ['caregiver'] },
  { who: ['helper'], action: 'today.read', relation: ['link'] },
  { who: STAFF_ROLES, action: 'staff.self', relation: ['none'] },
  { who: ['clinic-admin'], action: 'clinic.people', relation: ['same-clinic'] },
  { who: ['clinic-admin'], action: 'clinic.teams', relation: ['same-clinic'] },
  { who: ['clinic-admin'], action: 'clinic.trail', relation: ['same-clinic'] },
  { who: [...TREATS, 'assistant', 'front-desk'], action: 'schedule.read', relation: ['same-clinic'] },
  { who: [...TREATS, 'assistant', 'front-desk'], action: 'schedule.search', relation: ['same-clinic'] },
  { who: [...TREATS, 'assistant', 'front-desk'], action: 'schedule.book', relation: ['same-clinic'] },
  { who: [...TREATS, 'front-desk'], action: 'schedule.off', relation: ['same-clinic'] },
  { who: ['clinic-admin'], action: 'schedule.set', relation: ['same-clinic'] },
  { who: ['clinic-admin', 'front-desk'], action: 'schedule.authorise', relation: ['same-clinic'] },
  { who: [...TREATS, 'assistant'], action: 'panel.read', relation: ['same-clinic'] },
  { who: [...TREATS, 'assistant'], action: 'panel.search', relation: ['same-clinic'] },
  { who: TREATS, action: 'clinic.load', relation: ['same-clinic'] },
  { who: TREATS, action: 'team.hand-over', relation: ['same-clinic'] },
  { who: TREATS, action: 'record.read', relation: CARES },
  { who: ['assistant'], action: 'record.read', relation: ['care-team'] },
  { who: TREATS, action: 'record.break-glass', relation: ['break-glass', 'same-location', 'same-clinic'] },
  { who: TREATS, action: 'record.find', relation: ['same-clinic'] },
  { who: ['therapist'], action: 'team.change', relation: ['care-team', 'unassigned'] },
  {
    who: ['clinic-admin'],
    action: 'team.change',
    relation: ['care-team', 'unassigned', 'break-glass', 'same-location', 'same-clinic'],
  },
  { who: TREATS, action: 'note.read', relation: CARES },
  { who: TREATS, action: 'note.write', relation: CARES },
  { who: TREATS, action: 'note.sign', relation: CARES },
  { who: TREATS, action: 'note.co-sign', relation: CARES },
  { who: TREATS, action: 'note.queue', relation: ['same-clinic'] },
  { who: ['assistant'], action: 'note.read', relation: ['care-team'] },
  { who: ['assistant'], action: 'note.write', relation: ['care-team'] },
  { who: ['assistant'], action: 'note.sign', relation: ['care-team'] },
  { who: TREATS, action: 'plan.write', relation: CARES },
  { who: [...TREATS, 'assistant'], action: 'template.read', relation: ['same-clinic'] },
  { who: TREATS, action: 'template.write', relation: ['same-clinic'] },
  { who: TREATS, action: 'warning.clear', relation: CARES },
  { who: TREATS, action: 'proposal.answer', relation: CARES },
  { who: TREATS, action: 'task.handle', relation: CARES },
  { who: ['assistant'], action: 'task.handle', relation: ['care-team'] },
  { who: TREATS, action: 'message.send', relation: CARES },
  { who: ['assistant'], action: 'message.send', relation: ['care-team'] },
  { who: TREATS, action: 'document.give', relation: CARES },
  { who: ['assistant'], action: 'document.give', relation: ['care-team'] },
  { who: TREATS, action: 'visit.video', relation: CARES },
  { who: ['assistant'], action: 'visit.video', relation: ['care-team'] },
  { who: ['clinic-admin'], action: 'clinic.messages', relation: ['same-clinic'] },
  { who: ['clinic-admin'], action: 'clinic.coverage', relation: ['same-clinic'] },
  { who: [...TREATS, 'assistant'], action: 'content.read-review', relation: ['same-clinic'] },
  { who: TREATS, action: 'content.sign', relation: ['same-clinic'] },
  { who: ['operator'], action: 'machine.tools', relation: ['none'] },
  { who: ['operator'], action: 'machine.run', relation: ['none'] },
  { who: ['operator'], action: 'machine.people', relation: ['same-clinic'] },
  { who: ['operator'], action: 'machine.trail', relation: ['same-clinic'] },
  { who: ['operator'], action: 'machine.export', relation: ['same-clinic'] },
]

/** Every relation by which this caller may do this; empty: never. A program is held to what its key names besides. */
export function relationsFor(actor: Actor, action: Action): readonly Relation[] {
  if (actor.kind === 'api-key' && !actor.scopes.includes(action)) return []
  const who = principalOf(actor)
  return POLICY.filter((row) => row.action === action && row.who.includes(who)).flatMap((row) => row.relation)
}

/** Whether this caller may do this to a record that they stand to in this relation. Pure: the one question that every door asks. */
export const may = (actor: Actor, action: Action, relation: Relation): boolean =>
  relationsFor(actor, action).includes(relation)

/**
 * How a caller who may not is refused. A link that is unknown, has ended or was taken back is answered with one and the same, so that nobody
 * can tell which it is; so is a record of another clinic and one that is not there. Who could open the record with a reason is told so.
 */
export function refusalOf(actor: Actor, action: Action, relation: Relation | null = null): ErrorCode {
  const { door, about } = ACTIONS[action]
  if (door === 'link') return 'link-ended'
  if (actor.kind === 'anyone') return 'sign-in'
  if (relationsFor(actor, action).length === 0 || about === 'nothing') return 'forbidden'
  if (relation === 'none') return 'not-found'
  const canOpen = relation !== null && may(actor, 'record.break-glass', relation)
  return canOpen ? 'not-on-team' : 'forbidden'
}
