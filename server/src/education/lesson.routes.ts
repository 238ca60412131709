import type { HandlersOf } from '../http/contract-routes.ts'
import { once, ownAddress } from '../http/receipt.ts'
import { episodeOf } from '../patient/episode.store.ts'
import { addLessonDone } from './lesson.store.ts'

/** A lesson may be read at any time, also while a plan is held: reading never needs a release, and changes no plan. */
export const lessonRoutes: HandlersOf<'finishLesson'> = {
  finishLesson: ({ actor, params, body, now, tx }) => {
    ownAddress(params, body)
    const { tenantId, patientId } = actor
    return once(tx, { tenantId, patientId, endpoint: 'finishLesson', id: body.id, body, now }, async () => {
      await addLessonDone(tx, actor, body, now)
      const episode = await episodeOf(tx, patientId)
      return { saved: { id: body.id, at: now.toISOString() }, next: episode?.next ?? 'questionnaire' }
    })
  },
}
