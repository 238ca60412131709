import type { Exercise, MovementTest, OfferedTest } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { forget, keep, readKept } from '../../lib/store.ts'
import { Button } from '../../ui/button.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { CheckSummary } from './check-summary.tsx'
import {
  answered,
  answeredAlone,
  backTo,
  type CheckResults,
  type CheckState,
  enough,
  goOn,
  stateFrom,
  type Step,
  stepsOf,
} from './check-state.ts'
import { OfferScreen } from './offer-screen.tsx'
import { SelfTestScreen } from './self-test-screen.tsx'
import { TestScreen } from './test-screen.tsx'

export type MovementCheckProps = {
  /** The first tests of today, and the exercises that they are done with, found by `exerciseId`. */
  tests: readonly MovementTest[]
  exercises: readonly Exercise[]
  /** The tests that may follow, given what came of the first ones. */
  further: (results: CheckState['results']) => readonly OfferedTest[]
  /** Whether the person wants to use a camera; without it every test is a self-report. */
  camera: boolean
  /** What came of the tests that were done; a skipped one is not in it. */
  onDone: (results: CheckResults) => void
}

/**
 * The guided movement check, one test at a time, by camera or by the person's own judgement; each can be skipped. After the first ones further tests
 * are offered, and "enough for today" is always there. Where the person is and what they found is kept on this device until it is handed on.
 */
export function MovementCheck({ tests, exercises, further, camera, onDone }: MovementCheckProps) {
  const { t } = useLingui()
  const [state, setState] = useState<CheckState | null>(null)

  useEffect(() => {
    let wanted = true
    void readKept('movement-check').then((kept) => wanted && setState(stateFrom(kept)))
    return () => {
      wanted = false
    }
  }, [])

  if (!state) return <Waiting />
  const go = (next: CheckState): void => {
    setState(next)
    void keep('movement-check', next)
  }
  const first = Object.entries(state.results).filter(([id]) => tests.some((test) => test.id === id))
  const offered = further(Object.fromEntries(first))
  const steps = stepsOf(tests, offered, state.more)
  const step = steps[state.at]
  if (!step)
    return (
      <Page title={t`Your movement check`}>
        <CheckSummary steps={steps} state={state} onAgain={(at) => go(backTo(state, at))} />
        <Actions>
          <Button
            large
            onClick={() => {
              void forget('movement-check')
              onDone({ movementTests: state.results, selfTests: state.selfResults })
            }}
          >
            <Trans>Continue</Trans>
          </Button>
        </Actions>
      </Page>
    )
  // The question whether to go on is no test, so it is not counted as one.
  const asTests = (some: readonly Step[]) => some.filter(({ kind }) => kind !== 'offer').length
  return (
    <Page
      title={step.kind === 'offer' ? t`A little more, if you like` : testOf(step).name}
      above={
        <Progress
          label={t`Movement check`}
          value={asTests(steps.slice(0, state.at + 1))}
          max={asTests(steps)}
        />
      }
      wide
    >
      <Screen step={step} state={state} exercises={exercises} camera={camera} offered={offered} go={go} />
      <Actions>
        {step.kind === 'further' && (
          <Button look="plain" onClick={() => go(enough(state))}>
            <Trans>Enough for today</Trans>
          </Button>
        )}
        {state.at > 0 && (
          <Button look="quiet" onClick={() => go(backTo(state, state.at - 1))}>
            <Trans>Back to the test before</Trans>
          </Button>
        )}
      </Actions>
    </Page>
  )
}

/** The test of a step that has one. */
const testOf = (step: Exclude<Step, { kind: 'offer' }>) =>
  step.kind === 'first' ? step.test : step.offered.test

type ScreenProps = {
  step: Step
  state: CheckState
  exercises: readonly Exercise[]
  camera: boolean
  offered: readonly OfferedTest[]
  go: (next: CheckState) => void
}

function Screen({ step, state, exercises, camera, offered, go }: ScreenProps) {
  if (step.kind === 'offer')
    return <OfferScreen further={offered} onMore={() => go(goOn(state))} onEnough={() => go(enough(state))} />
  if (step.kind === 'further' && step.offered.by === 'self') {
    const { test } = step.offered
    return (
      <SelfTestScreen
        key={test.id}
        test={test}
        onResult={(result) => go(answeredAlone(state, test.id, result))}
      />
    )
  }
  const test = step.kind === 'first' ? step.test : step.offered.by === 'protocol' ? step.offered.test : null
  if (!test) return null
  const exercise = exercises.find(({ id }) => id === test.exerciseId)
  return (
    <TestScreen
      key={test.id}
      test={test}
      camera={camera ? (exercise?.movement ?? 'protocol') : null}
      onResult={(result) => go(answered(state, test.id, result))}
    />
  )
}
