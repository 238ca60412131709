import type { HandlersOf } from '../http/contract-routes.ts'
import { headOf } from './chain.ts'
import { lookersOf } from './lookers.ts'

export const trailRoutes: HandlersOf<'trailHead' | 'lookers'> = {
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
