import { Refusal } from '@dorsal/care'
import type { HandlersOf } from '../http/contract-routes.ts'
import { changeColleague, colleague, colleaguesOf, endInvitation, invitationsOf } from './colleagues.store.ts'
import { setLicence } from './licence.store.ts'
import { endLinks, makeStaffLink } from './staff-link.store.ts'
import { staffByEmail } from './staff.store.ts'

type Admin =
  | 'colleagues'
  | 'inviteStaff'
  | 'withdrawInvitation'
  | 'resetStaff'
  | 'setStaffRole'
  | 'setLicence'
  | 'disableStaff'
  | 'enableStaff'

export const colleagueRoutes: HandlersOf<Admin> = {
  colleagues: async ({ tx, actor, now }) => ({
    staff: await colleaguesOf(tx, actor.tenantId),
    invitations: await invitationsOf(tx, actor.tenantId, now),
  }),
  inviteStaff: async ({ tx, actor, body, now }) => {
    const taken = await staffByEmail(tx, body.email)
    if (taken?.tenant_id === actor.tenantId) throw new Refusal('email-taken')
    return makeStaffLink(tx, { kind: 'join', tenantId: actor.tenantId, madeBy: actor.staffId, ...body }, now)
  },
  withdrawInvitation: async ({ tx, actor, params }) => {
    await endInvitation(tx, actor.tenantId, params.id)
    return { done: true }
  },
  resetStaff: async ({ tx, actor, params, body, now }) => {
    const { staffId, disabled } = await colleague(tx, actor.tenantId, params.id)
    if (disabled) throw new Refusal('not-found')
    await endLinks(tx, actor.tenantId, 'reset', staffId)
    const link = { tenantId: actor.tenantId, staffId, madeBy: actor.staffId } as const
    return makeStaffLink(tx, { kind: 'reset', dropsSecondFactor: body.secondFactorToo, ...link }, now)
  },
  setStaffRole: async ({ tx, actor, params, body, now }) => {
    await changeColleague(tx, actor.tenantId, params.id, { role: body.role }, now)
    return colleague(tx, actor.tenantId, params.id)
  },
  setLicence: async ({ tx, actor, params, body, now }) => {
    const { staffId } = await colleague(tx, actor.tenantId, params.id)
    await setLicence(tx, staffId, body, { checkedBy: actor.staffId, now })
    return colleague(tx, actor.tenantId, staffId)
  },
  disableStaff: async ({ tx, actor, params, now }) => {
    await changeColleague(tx, actor.tenantId, params.id, { disabledAt: now }, now)
    return colleague(tx, actor.tenantId, params.id)
  },
  enableStaff: async ({ tx, actor, params, now }) => {
    await changeColleague(tx, actor.tenantId, params.id, { disabledAt: null }, now)
    return colleague(tx, actor.tenantId, params.id)
  },
}
