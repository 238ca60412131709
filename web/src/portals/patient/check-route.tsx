import { type Intake, offerTests, type PatientContent, rankOf } from '@dorsal/care'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy } from 'react'
import type { CheckResults } from '../../features/evaluation/check-state.ts'
import { intakeOfDraft } from '../../features/intake/intake-of-draft.ts'
import { SendPage } from '../../features/intake/send-page.tsx'
import { resultSoFar } from '../../features/intake/stop.ts'
import { usePatientContent, usePublicConfig } from '../../lib/config.ts'
import { changeDraft, useDraft } from '../../lib/draft.ts'
import { useMe } from '../../lib/me.ts'
import { nowInstant } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Actions, Page } from '../../ui/page.tsx'

const MovementCheck = lazy(async () => ({
  default: (await import('../../features/evaluation/movement-check.tsx')).MovementCheck,
}))

const RetestPage = lazy(async () => ({
  default: (await import('../../features/evaluation/retest-page.tsx')).RetestPage,
}))

/** The tests of today for this person, given the first results. */
function offersFor(
  content: PatientContent,
  intake: Intake,
  tags: readonly string[],
  results: Intake['movementTests'],
) {
  return offerTests({
    intake: { ...intake, movementTests: results },
    tags,
    tests: content.movementTests,
    furtherTests: content.furtherTests,
    selfTests: content.selfTests,
    camera: intake.camera,
    now: nowInstant(),
  })
}

/** Nobody is asked to move for a test with strong pain. */
function AnotherDay({ onNext }: { onNext: () => void }) {
  const { t } = useLingui()
  return (
    <Page
      title={t`No movement tests today`}
      lead={
        <Trans>
          Your pain is high right now, so we leave the movement tests for another day. Your answers are enough
          to begin.
        </Trans>
      }
    >
      <Actions>
        <Button large onClick={onNext}>
          <Trans>Continue</Trans>
        </Button>
      </Actions>
    </Page>
  )
}

/** Whoever has a plan already does the tests again, to compare; nobody else has anything to do here. */
function AgainRoute() {
  const content = usePatientContent()
  const { me } = useMe()
  if (me?.next === 'escalate' || me?.next === 'book') return <Navigate to="/result" replace />
  if (!me?.plan || !me.retest) return <Navigate to="/" replace />
  return <RetestPage retest={me.retest} content={content} tags={me.triage?.precautionTags ?? []} />
}

/** The movement check, then sending. Nobody with an open warning sign is asked to move first. */
export function CheckRoute() {
  const navigate = useNavigate()
  const config = usePublicConfig()
  const content = usePatientContent()
  const draft = useDraft()
  const { q } = useSearch({ strict: false })
  if (!draft) return <AgainRoute />
  const result = resultSoFar(content, draft, nowInstant())
  if (!result) return <Navigate to="/intake" replace />
  const held = rankOf(result.disposition) >= rankOf('see_clinician_first')
  const checked = draft.done.includes('check') || content.movementTests.length === 0
  const intake = intakeOfDraft(draft, null, nowInstant())
  if (!held && !checked && q !== 'send' && intake) {
    const today = offersFor(content, intake, result.precautionTags, {})
    const pass = (results: Partial<CheckResults>) =>
      changeDraft((current) => ({ ...results, done: [...current.done, 'check'] }))
    if (today.tooSore) return <AnotherDay onNext={() => pass({})} />
    return (
      <MovementCheck
        tests={today.first}
        exercises={content.testExercises}
        further={(results) => offersFor(content, intake, result.precautionTags, results).further}
        camera={intake.camera}
        onDone={pass}
      />
    )
  }
  return (
    <SendPage
      draft={draft}
      config={config}
      held={held}
      goTo={(stepId) => void navigate({ to: '/intake', search: { q: stepId } })}
      onSent={(reply) => navigate({ to: reply.card === null ? '/plan' : '/result', replace: true })}
    />
  )
}
