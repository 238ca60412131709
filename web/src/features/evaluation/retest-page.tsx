import type { MovementTest, OfferedTest, PatientContent, Retest, Tested } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { dayOf } from '../../lib/time.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { TestChanges } from '../../ui/course/test-changes.tsx'
import { Actions, Page, Stack } from '../../ui/page.tsx'
import { Scale } from '../../ui/scale.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { MovementCheck } from './movement-check.tsx'
import { againOf } from './retest.ts'
import { useSendTests } from './use-send-tests.ts'

/** Pain above which nobody is tested today. */
const MOST_PAIN = 6

type RetestPageProps = { retest: Retest; content: PatientContent; tags: readonly string[] }

/** The same tests again, some weeks later: the same screens, and then what changed and what did not. */
export function RetestPage({ retest, content, tags }: RetestPageProps) {
  const { t } = useLingui()
  const [ready, setReady] = useState(false)
  const { sent, send } = useSendTests()
  // What was there before stays what it is compared with, while the record is read anew behind it.
  const [before] = useState(retest)
  const { tests, further, camera } = againOf(before, content, tags)
  if (sent.state === 'sending') return <Waiting />
  if (sent.state === 'sent' || sent.state === 'kept')
    return (
      <Page title={t`Thank you`}>
        <Notice tone={sent.state === 'sent' ? 'ok' : 'calm'}>
          <p>
            {sent.state === 'sent' ? (
              <Trans>Saved.</Trans>
            ) : (
              <Trans>Kept on this device; it is sent when there is a connection.</Trans>
            )}
          </p>
        </Notice>
        <h2>
          <Trans>Compared with {dayOf(before.at)}</Trans>
        </h2>
        <TestChanges before={before.latest} after={sent.tests} content={content} />
        <Actions>
          <Link to="/today" className={buttonClass('main', true)}>
            <Trans>Back to today</Trans>
          </Link>
        </Actions>
      </Page>
    )
  if (!ready) return <Before onReady={() => setReady(true)} />
  return <Tests {...{ tests, further, camera, content }} onDone={(done) => void send(done)} />
}

type TestsProps = {
  tests: readonly MovementTest[]
  further: readonly OfferedTest[]
  camera: boolean
  content: PatientContent
  onDone: (done: Tested) => void
}

function Tests({ tests, further, camera, content, onDone }: TestsProps) {
  return (
    <MovementCheck
      tests={tests}
      exercises={content.testExercises}
      further={() => further}
      camera={camera}
      onDone={onDone}
    />
  )
}

/** How it is right now: with strong pain the tests wait. */
function Before({ onReady }: { onReady: () => void }) {
  const { t } = useLingui()
  const [pain, setPain] = useState<number | null>(null)
  const sore = pain !== null && pain > MOST_PAIN
  return (
    <Page
      title={t`The same tests again`}
      lead={<Trans>Every four weeks we look at how you move, to see what has changed.</Trans>}
    >
      <Stack gap="l">
        <Scale
          legend={<Trans>How much does it hurt right now?</Trans>}
          low={t`no pain`}
          high={t`worst pain`}
          value={pain}
          onChange={setPain}
        />
        {sore && (
          <Notice live>
            <p>
              <Trans>That is a lot for today. The tests can wait for a better day.</Trans>
            </p>
          </Notice>
        )}
        <Actions>
          {!sore && (
            <Button large disabled={pain === null} onClick={onReady}>
              <Trans>Begin</Trans>
            </Button>
          )}
          <Link to="/today" className={buttonClass(sore ? 'main' : 'quiet', true)}>
            <Trans>Another day</Trans>
          </Link>
        </Actions>
      </Stack>
    </Page>
  )
}
