import type { LessonOffer, PublicConfig } from '@dorsal/care'
import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lessonsQuery } from '../../lib/library.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Actions } from '../../ui/page.tsx'

/** The one lesson that today offers, in the language of the page as soon as its words are there. Never more than one, and no count of others. */
export function LessonCard({ lesson, config }: { lesson: LessonOffer | null; config: PublicConfig }) {
  const { data } = useQuery({ ...lessonsQuery(config), enabled: lesson !== null })
  if (lesson === null) return null
  const { title, hook, minutes, lang } = data?.lessons.find(({ id }) => id === lesson.id) ?? {
    ...lesson,
    lang: 'en',
  }
  return (
    <Card>
      <h2>
        <Trans>Something to read, if you like</Trans>
      </h2>
      <p lang={lang}>
        <strong>{title}</strong>
        <br />
        {hook}
      </p>
      <Actions>
        <Link to="/lesson" search={{ q: lesson.id }} className={buttonClass('plain')}>
          <Trans>Read it</Trans> (<Plural value={minutes} one="# minute" other="# minutes" />)
        </Link>
        <Link to="/library" className={buttonClass('quiet')}>
          <Trans>All lessons and exercises</Trans>
        </Link>
      </Actions>
    </Card>
  )
}
