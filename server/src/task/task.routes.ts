import type { HandlersOf } from '../http/contract-routes.ts'
import { acknowledge, close } from './task.store.ts'

export const taskRoutes: HandlersOf<'acknowledgeTask' | 'closeTask'> = {
  acknowledgeTask: async ({ tx, actor, params, now, about }) => {
    const task = await acknowledge(tx, params.id, actor.name, now)
    about(task.patientId)
    return task
  },
  closeTask: async ({ tx, actor, params, now, about }) => {
    const task = await close(tx, params.id, actor.name, now)
    about(task.patientId)
    return task
  },
}
