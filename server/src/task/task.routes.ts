import type { HandlersOf } from '../http/contract-routes.ts'
import { acknowledge, close } from './task.store.ts'

export const taskRoutes: HandlersOf<'acknowledgeTask' | 'closeTask'> = {
  acknowledgeTask: ({ tx, actor, params, now }) => acknowledge(tx, params.id, actor.name, now),
  closeTask: ({ tx, actor, params, now }) => close(tx, params.id, actor.name, now),
}
