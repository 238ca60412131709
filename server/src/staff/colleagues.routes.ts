import { Refusal } from '@dorsal/care'
import type { HandlersOf } from '../http/contract-routes.ts'
import { changeColleague, colleague, colleaguesOf, endInvitation, invitationsOf } from './colleagues.store.ts'
import { setLicence } from './licence.store.ts'
import { mailStaffLink } from './mail-link.ts'
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
  inviteStaff: async ({ tx, actor, body, deps, lang, now }) => {
    const taken = await staffByEmail(tx, body.email)
    const here = taken === undefined ? [] : await colleaguesOf(tx, actor.tenantId, taken.staff_id)
    if (here.some(({ guest, disabled }) => !guest || !disabled)) throw new Refusal('email-taken')
    const by = { tenantId: actor.tenantId, madeBy: actor.staffId }
    const made = await makeStaffLink(tx, { kind: 'join', ...by, ...body }, now)
    await mailStaffLink({ tx, deps, lang, now }, 'join', { ...by, to: body.email, token: made.token })
    return made
  },
  withdrawInvitation: async ({ tx, actor, params }) => {
    await endInvitation(tx, actor.tenantId, params.id)
    return { done: true }
  },
  resetStaff: async ({ tx, actor, params, body, deps, lang, now }) => {
    const { staffId, email, disabled, guest } = await colleague(tx, actor.tenantId, params.id)
    if (guest) throw new Refusal('forbidden')
    if (disabled) throw new Refusal('not-found')
    await endLinks(tx, actor.tenantId, 'reset', staffId)
    const link = { tenantId: actor.tenantId, staffId, madeBy: actor.staffId } as const
    const made = await makeStaffLink(
      tx,
      { kind: 'reset', dropsSecondFactor: body.secondFactorToo, ...link },
      now,
    )
    await mailStaffLink({ tx, deps, lang, now }, 'reset', {
      tenantId: actor.tenantId,
      to: email,
      token: made.token,
    })
    return made
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
