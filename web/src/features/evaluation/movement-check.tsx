import type { Exercise, MovementTest, MovementTestResult } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { forget, keep, readKept } from '../../lib/store.ts'
import { Button } from '../../ui/button.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { CheckSummary } from './check-summary.tsx'
import { answered, backTo, type CheckState, stateFrom } from './check-state.ts'
import { TestScreen } from './test-screen.tsx'

export type MovementCheckProps = {
  tests: MovementTest[]
  /** The exercises that the tests are done with, found by `exerciseId`. */
  exercises: Exercise[]
  /** Whether the person wants to use a camera; without it every test is a self-report. */
  camera: boolean
  /** What came of the tests that were done; a skipped one is not in it. */
  onDone: (results: Record<string, MovementTestResult>) => void
}

/**
 * The guided movement check, one test at a time, by camera or by the person's own judgement; each can be skipped. Where the
 * person is and what they found is kept on this device until it is handed on.
 */
export function MovementCheck({ tests, exercises, camera, onDone }: MovementCheckProps) {
  const { t } = useLingui()
  const [state, setState] = useState<CheckState | null>(null)

  useEffect(() => {
    let wanted = true
    void readKept('movement-check').then((kept) => wanted && setState(stateFrom(kept, tests)))
    return () => {
      wanted = false
    }
  }, [tests])

  if (!state) return <Waiting />
  const go = (next: CheckState): void => {
    setState(next)
    void keep('movement-check', next)
  }
  const test = tests[state.at]
  const finish = (): void => {
    void forget('movement-check')
    onDone(state.results)
  }
  if (!test)
    return (
      <Page title={t`Your movement check`}>
        <CheckSummary tests={tests} results={state.results} onAgain={(at) => go(backTo(state, at))} />
        <Actions>
          <Button large onClick={finish}>
            <Trans>Continue</Trans>
          </Button>
        </Actions>
      </Page>
    )
  const exercise = exercises.find(({ id }) => id === test.exerciseId)
  return (
    <Page
      title={test.name}
      above={<Progress label={t`Movement check`} value={state.at + 1} max={tests.length} />}
      wide
    >
      <TestScreen
        key={test.id}
        test={test}
        movement={camera && exercise ? exercise.movement : null}
        onResult={(result) => go(answered(state, test.id, result))}
      />
      {state.at > 0 && (
        <Actions>
          <Button look="quiet" onClick={() => go(backTo(state, state.at - 1))}>
            <Trans>Back to the test before</Trans>
          </Button>
        </Actions>
      )}
    </Page>
  )
}
