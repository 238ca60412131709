import type { Lesson, Me, Reference } from '@dorsal/care'
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { LessonPage } from '../../features/lesson/lesson-page.tsx'
import { useFinish } from '../../features/lesson/use-finish.ts'
import { usePublicConfig } from '../../lib/config.ts'
import { lessonsQuery } from '../../lib/library.ts'
import { useMe } from '../../lib/me.ts'
import { buttonClass } from '../../ui/button.tsx'
import { PageMissing } from './patient-frame.tsx'

const route = getRouteApi('/lesson')

type OpenProps = { lesson: Lesson; references: readonly Reference[]; me: Me | null }

function Open({ lesson, references, me }: OpenProps) {
  const finish = useFinish(lesson)
  const ways = (
    <>
      {me?.plan && (
        <Link to="/today" className={buttonClass('plain', true)}>
          <Trans>Back to today</Trans>
        </Link>
      )}
      <Link to="/library" className={buttonClass('plain', true)}>
        <Trans>All lessons and exercises</Trans>
      </Link>
    </>
  )
  const read = me?.lessons.find(({ id }) => id === lesson.id)
  return <LessonPage {...{ lesson, references, read, ways }} finish={me === null ? null : finish} />
}

/** One lesson; whoever has a record can keep that it was read. */
export function LessonRoute() {
  // Read so that a change of language shows the lesson in the new one.
  useLingui()
  const config = usePublicConfig()
  const { me } = useMe()
  const { lessons, references } = useSuspenseQuery(lessonsQuery(config)).data
  const { q } = route.useSearch()
  const lesson = lessons.find(({ id }) => id === q)
  if (lesson === undefined) return <PageMissing />
  return <Open key={lesson.id} lesson={lesson} references={references} me={me} />
}
