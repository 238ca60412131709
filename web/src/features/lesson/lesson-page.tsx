import type { Lesson, LessonRead, Reference } from '@dorsal/care'
import { Plural, Trans } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { momentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ReviewMark } from '../../ui/review-mark.tsx'
import { Evidence, sourcesOf } from '../../ui/evidence.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { CheckQuestion } from './check-question.tsx'
import styles from './lesson-page.module.css'
import type { FinishState } from './use-finish.ts'

type LessonPageProps = {
  lesson: Lesson
  references: readonly Reference[]
  read: LessonRead | undefined
  /** Null where there is no record to keep it in: the lesson is then only read. */
  finish: { state: FinishState; done: (answer: string | null) => void } | null
  /** Where to go on. */
  ways: ReactNode
}

/** Said once the lesson is read: that it is kept, and where. */
function Kept({ state, read }: { state: FinishState; read: LessonRead | undefined }) {
  const at = read === undefined ? '' : momentOf(read.doneAt)
  if (state === 'kept')
    return (
      <Notice live>
        <p data-lesson="kept">
          <Trans>Kept on this device, and sent when there is a connection.</Trans>
        </p>
      </Notice>
    )
  if (state === 'sent')
    return (
      <Notice tone="ok" live>
        <p data-lesson="sent">
          <Trans>Saved. You find every lesson in the library, whenever you like.</Trans>
        </p>
      </Notice>
    )
  return read === undefined ? null : (
    <p>
      <Trans>You read this on {at}.</Trans>
    </p>
  )
}

/** One lesson of two minutes: why, what is known and how well, one thing to do today, one question. Printable. */
export function LessonPage({ lesson, references, read, finish, ways }: LessonPageProps) {
  const { title, hook, passages, action, check, help, minutes, signOff, lang } = lesson
  const [answer, setAnswer] = useState<string | null>(null)
  const state = finish?.state ?? 'open'
  const over = state === 'sent' || state === 'kept'
  return (
    <Page title={title} lead={<span lang={lang}>{hook}</span>}>
      <p className={styles['side']}>
        <Plural value={minutes} one="# minute" other="# minutes" />
      </p>
      <ReviewMark of={`lessons/${lesson.id}`} shipped={signOff} />
      <div className={styles['passages']} lang={lang}>
        {passages.map(({ id, text, claim }) => (
          <div key={id}>
            <p>{text}</p>
            {claim && <Evidence grade={claim.grade} sources={sourcesOf(claim, references)} />}
          </div>
        ))}
      </div>
      <Card tone="accent" className={styles['action']}>
        <h2>
          <Trans>Try this today</Trans>
        </h2>
        <p lang={lang}>{action}</p>
      </Card>
      <div lang={lang}>
        <CheckQuestion check={check} answer={answer} onAnswer={setAnswer} />
      </div>
      {help !== null && (
        <Notice tone="warn">
          <p lang={lang}>{help}</p>
        </Notice>
      )}
      <Kept state={state} read={read} />
      <Actions>
        {finish !== null && !over && read === undefined && (
          <Button large disabled={state === 'sending'} onClick={() => finish.done(answer)}>
            <Trans>I have read it</Trans>
          </Button>
        )}
        {ways}
        <Button look="quiet" onClick={() => window.print()}>
          <Trans>Print this page</Trans>
        </Button>
      </Actions>
    </Page>
  )
}
