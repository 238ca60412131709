import { CHECKED_LINKS } from '@dorsal/care'
import type { HandlersOf } from '../http/contract-routes.ts'
import { headOf } from './chain.ts'
import { lookersOf } from './lookers.ts'
import { linesOf } from './trail.store.ts'
import { verifyTrail } from './verify.ts'

type Page = Awaited<ReturnType<typeof linesOf>>

const shownIn = ({ lines }: Page): string[] => lines.flatMap(({ about }) => about?.patientId ?? [])

export const trailRoutes: HandlersOf<'trail' | 'trailBefore' | 'checkTrail' | 'trailHead' | 'lookers'> = {
  trail: async ({ tx, saw }) => {
    const page = await linesOf(tx, null)
    saw(shownIn(page))
    return page
  },
  trailBefore: async ({ tx, params, saw }) => {
    const page = await linesOf(tx, params.id)
    saw(shownIn(page))
    return page
  },
  checkTrail: async ({ tx, actor, now }) => {
    const last = (await headOf(tx))?.seq ?? 0
    const after = Math.max(0, last - CHECKED_LINKS)
    const { unsealed, faults } = await verifyTrail(tx, actor.tenantId, { now, after })
    return { checked: last - after, sealed: last, unsealed, faults }
  },
  trailHead: async ({ tx, actor }) => {
    const { count } = await tx
      .selectFrom('auth.unsealed')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('tenant_id', '=', actor.tenantId)
      .executeTakeFirstOrThrow()
    return { head: await headOf(tx), unsealed: Number(count) }
  },
  lookers: async ({ tx, actor, now }) => ({ lookers: await lookersOf(tx, actor.patientId, now) }),
}
