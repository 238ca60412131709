import type { MovementTest } from '@dorsal/care'
import { answerOf } from '@dorsal/motion'
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { CameraFailed } from '../../ui/camera-failed.tsx'
import { CameraPicture } from '../../ui/camera-picture.tsx'
import type { StageFailure } from '../../ui/camera-words.ts'
import { Notice } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Actions, Stack } from '../../ui/page.tsx'
import { useSpoken } from '../../ui/use-voice.ts'
import styles from './movement-check.module.css'
import { type Measured, measuredBy } from './results.ts'
import { CONTACT_WORDS, refusedWords, SAYING_WORDS, SIDE_WORDS } from './test-words.ts'
import { type ProtocolView, useProtocolTest } from './use-protocol-test.ts'

type ProtocolTestProps = {
  test: MovementTest
  steps: ReactNode
  onMeasured: (measured: Measured) => void
  onAgain: () => void
  /** Null where nobody can judge this one alone. */
  onSelf: (() => void) | null
}

/** Whether the grade needs a word about something that the camera cannot see. */
const asksContact = ({ protocol }: MovementTest): boolean =>
  protocol.grading?.by === 'best' && protocol.grading.rows.some((row) => row.answer !== null)

/** Any movement test in front of the camera, guided and measured by its own protocol. */
export function ProtocolTest({ test, steps, onMeasured, onAgain, onSelf }: ProtocolTestProps) {
  const run = useProtocolTest(test)
  const [failure, setFailure] = useState<{ which: StageFailure; detail: string } | null>(null)
  const finish = (): void => {
    const measured = measuredBy(run.result(), test.protocol.sides)
    if (measured) onMeasured(measured)
  }
  if (run.view.over) {
    const nothing = measuredBy(run.result(), test.protocol.sides) === null
    if (!nothing && asksContact(test))
      return <Contact onAnswer={(answer) => (answerOf(run.state, 'contact', answer), finish())} />
    return <Over nothing={nothing} onNext={finish} onAgain={onAgain} onSelf={onSelf} />
  }
  return (
    <div className={styles['live']}>
      {failure ? (
        <CameraFailed failure={failure.which} detail={failure.detail} onRetry={() => setFailure(null)} />
      ) : (
        <CameraPicture
          model="auto"
          showSkeleton
          running
          compact={false}
          framing={run.view.framing}
          guide={null}
          guideByItself={false}
          onFrame={run.take}
          onReady={() => {}}
          onFailure={(which, detail) => setFailure({ which, detail })}
        />
      )}
      <div className={styles['reading']}>
        {!failure && <Guidance view={run.view} test={test} />}
        <Actions>
          {(run.view.accepted > 0 || run.view.progress !== null) && (
            <Button large onClick={run.end}>
              <Trans>I am done</Trans>
            </Button>
          )}
          {onSelf && (
            <Button large look="plain" onClick={onSelf}>
              <Trans>Judge it myself instead</Trans>
            </Button>
          )}
        </Actions>
        {steps}
      </div>
    </div>
  )
}

/** The one sentence of the guide, said and shown, and how far the test has come. */
function Guidance({ view, test }: { view: ProtocolView; test: MovementTest }) {
  const { i18n } = useLingui()
  const { guide, accepted, progress } = view
  const { kind, repeats, sides } = test.protocol
  const side = guide !== null && 'say' in guide ? SIDE_WORDS[guide.side] : null
  const words =
    guide === null
      ? []
      : 'refused' in guide
        ? [refusedWords(guide.refused)]
        : [SAYING_WORDS[guide.say], ...(side ? [side] : [])]
  const sentence = words.map((word) => i18n._(word)).join(' ')
  useSpoken(sentence)
  const wanted = sides === 'one' ? repeats : repeats * 2
  const [seconds, count] = [Math.floor(progress?.seconds ?? 0), progress?.count ?? 0]
  return (
    <div className={styles['guidance']}>
      <output className={styles['say']}>{sentence}</output>
      <p className={styles['note']}>
        {kind === 'count' && progress ? (
          <Trans>
            {count} so far, {seconds} seconds
          </Trans>
        ) : progress ? (
          <Trans>{seconds} seconds so far</Trans>
        ) : (
          <Trans>
            {accepted} of {wanted} done
          </Trans>
        )}
      </p>
    </div>
  )
}

function Over({
  nothing,
  onNext,
  onAgain,
  onSelf,
}: {
  nothing: boolean
  onNext: () => void
  onAgain: () => void
  onSelf: (() => void) | null
}) {
  return (
    <Stack>
      <Notice live tone={nothing ? 'calm' : 'ok'}>
        <p>
          {nothing ? (
            <Trans>The camera could not measure this one. That happens, and it is not your fault.</Trans>
          ) : (
            <Trans>Thank you. That one is done.</Trans>
          )}
        </p>
      </Notice>
      <Actions>
        {!nothing && (
          <Button large onClick={onNext}>
            <Trans>Next</Trans>
          </Button>
        )}
        <Button large look={nothing ? 'main' : 'quiet'} onClick={onAgain}>
          <Trans>Measure again</Trans>
        </Button>
        {onSelf && nothing && (
          <Button large look="plain" onClick={onSelf}>
            <Trans>Judge it myself instead</Trans>
          </Button>
        )}
      </Actions>
    </Stack>
  )
}

function Contact({ onAnswer }: { onAnswer: (answer: string) => void }) {
  const { i18n } = useLingui()
  const [answer, setAnswer] = useState<string | null>(null)
  return (
    <Stack gap="l">
      <Choice
        legend={<Trans>What did your wrists do at the wall?</Trans>}
        options={CONTACT_WORDS.map(({ value, label }) => ({ value, label: i18n._(label) }))}
        value={answer}
        onChange={setAnswer}
      />
      <Actions>
        <Button large disabled={answer === null} onClick={() => answer !== null && onAnswer(answer)}>
          <Trans>Next</Trans>
        </Button>
      </Actions>
    </Stack>
  )
}
