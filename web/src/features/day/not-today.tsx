import type { NotTodayReason } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import styles from './day.module.css'
import { FlaredUp } from './flared-up.tsx'
import { KeptNote } from './kept-note.tsx'
import { useTell } from './use-tell.ts'

const REASONS: readonly { reason: NotTodayReason; words: MessageDescriptor }[] = [
  { reason: 'tired', words: msg`I am tired` },
  { reason: 'no-time', words: msg`No time today` },
  { reason: 'pain', words: msg`It hurts more than usual` },
  { reason: 'ill', words: msg`I am ill` },
  { reason: 'travel', words: msg`I am on the road` },
  { reason: 'other', words: msg`Something else` },
]

/** After leaving a session out: that it is fine, and the smallest thing that still helps. */
function Left({ pain }: { pain: boolean }) {
  return (
    <>
      <Card tone="ok">
        <p>
          <Trans>That is fine. A day off does no harm, and your plan waits for you.</Trans>
        </p>
        <p>
          <Trans>If you like: stand up once an hour, and take ten slow breaths.</Trans>
        </p>
      </Card>
      {pain && <FlaredUp tone="accent" />}
      <Actions>
        <Link to="/today" className={buttonClass('main', true)}>
          <Trans>Back to today</Trans>
        </Link>
      </Actions>
    </>
  )
}

/** Leaving today's session out: one question, no reproach, nothing counted against anybody. */
export function NotToday() {
  const { t, i18n } = useLingui()
  const { told, say } = useTell()
  const [pain, setPain] = useState(false)
  if (told.state === 'sent' || told.state === 'kept')
    return (
      <Page title={t`Not today, then`}>
        {told.state === 'kept' && <KeptNote />}
        <Left pain={pain} />
      </Page>
    )
  return (
    <Page
      title={t`Not today?`}
      lead={
        <Trans>That happens. What is it, mostly? It helps your therapist to fit the plan to your days.</Trans>
      }
    >
      <div className={styles['answers']}>
        {REASONS.map(({ reason, words }) => (
          <Button
            key={reason}
            look="plain"
            large
            disabled={told.state === 'sending'}
            onClick={() => {
              setPain(reason === 'pain')
              void say({ kind: 'not-today', reason, note: null })
            }}
          >
            {i18n._(words)}
          </Button>
        ))}
      </div>
      <Actions>
        <Link to="/today" className={buttonClass('quiet')}>
          <Trans>Back</Trans>
        </Link>
      </Actions>
    </Page>
  )
}
