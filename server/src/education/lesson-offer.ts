import {
  type Content,
  evaluationFacts,
  type LessonOffer,
  type LessonRead,
  nextLesson,
  type Plan,
} from '@dorsal/care'
import type { Episode } from '../patient/episode.store.ts'

/**
 * The lesson that today's page offers: dosed to pattern and phase, lessons that answer a worry or circumstance of the person first. None
 * without a plan that may run, and none while help is what comes next. `texts`: the content in the person's language.
 */
export function lessonOffer(
  { episode, plan, read, now }: { episode: Episode; plan: Plan; read: readonly LessonRead[]; now: Date },
  texts: Content,
): LessonOffer | null {
  if (episode.next === 'escalate' || episode.next === 'book') return null
  const { yellowFlags } = plan.evaluation
  const learner = {
    pattern: plan.pattern,
    phase: plan.phase,
    facts: evaluationFacts(episode.intake, texts, plan.precautionTags, now.toISOString()),
    read: read.map(({ id }) => id),
    first: texts.yellowFlags.flatMap(({ id, lessons }) => (yellowFlags.includes(id) ? lessons : [])),
  }
  const readAt = read.map(({ doneAt }) => doneAt)
  const lesson = nextLesson(texts.lessons, learner, readAt, now.toISOString())
  if (lesson === null) return null
  const { id, title, hook, minutes, lang } = lesson
  return { id, title, hook, minutes, ...(lang !== undefined && { lang }) }
}
