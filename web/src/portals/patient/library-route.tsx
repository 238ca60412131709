import { getRouteApi } from '@tanstack/react-router'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLingui } from '@lingui/react'
import { ExercisePage } from '../../features/library/exercise-page.tsx'
import { LibraryPage } from '../../features/library/library-page.tsx'
import { usePublicConfig } from '../../lib/config.ts'
import { lessonsQuery, libraryQuery } from '../../lib/library.ts'
import { useMe } from '../../lib/me.ts'
import { PageMissing } from './patient-frame.tsx'

const route = getRouteApi('/library')

/** The library, or the exercise of it that is open. */
export function LibraryRoute() {
  // Read so that a change of language shows the library in the new one.
  useLingui()
  const config = usePublicConfig()
  const { me } = useMe()
  const { exercises } = useSuspenseQuery(libraryQuery(config)).data
  const { lessons } = useSuspenseQuery(lessonsQuery(config)).data
  const { q } = route.useSearch()
  if (q === undefined) return <LibraryPage exercises={exercises} lessons={lessons} me={me} />
  const exercise = exercises.find(({ id }) => id === q)
  return exercise === undefined ? (
    <PageMissing />
  ) : (
    <ExercisePage key={q} exercise={exercise} others={exercises} me={me} />
  )
}
