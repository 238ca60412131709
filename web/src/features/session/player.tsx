import { hasRange } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { usePublicConfig } from '../../lib/config.ts'
import { Button } from '../../ui/button.tsx'
import { FAILURE_WORDS, type StageFailure } from '../../ui/camera-words.ts'
import { RangeLine } from '../../ui/range-line.tsx'
import { AfterSet, Settle } from './after-set.tsx'
import { CameraSlot } from './camera-slot.tsx'
import { Caption, ChangeNotice, CueCard } from './caption.tsx'
import { ControlsBar } from './controls-bar.tsx'
import { sourceOf } from './counting.ts'
import { nextSet } from './course.ts'
import { BreathDialog, HurtsDialog, OkDialog } from './hurts-dialog.tsx'
import styles from './player.module.css'
import { useSession } from './session-context.ts'
import { SessionFigure } from './session-figure.tsx'
import { SetUp } from './set-up.tsx'
import { SoundPanel } from '../../ui/sound-panel.tsx'
import { Ways } from './ways.tsx'
import { boutKey, itemAt, type SessionState } from './state.ts'
import { secondsLeft } from './time-left.ts'
import { useKeys } from './use-keys.ts'
import { useListening } from './use-listening.ts'
import { useTop } from './use-top.ts'
import { useStage } from '../../ui/use-stage.ts'
import { WorkRing } from './work-ring.tsx'

/** The guided part from the set-up to the last set: picture or ring, what to do, what is said, and what the person can do. */
export function Player() {
  const { state } = useSession()
  const [failure, setFailure] = useState<StageFailure | null>(null)
  const { phase, ask } = state
  const setUp = phase.name === 'set-up'
  useKeys()
  useListening()
  useStage(!setUp)
  const box = useTop(state)
  return (
    <div
      ref={box}
      className={styles['player']}
      data-phase={phase.name}
      data-paused={state.pause ?? 'no'}
      data-camera={state.camera}
      data-counts={sourceOf(state)}
    >
      <Head state={state} />
      <div className={styles['visual']}>
        <CameraSlot onFailure={setFailure} />
        {!setUp && phase.name !== 'after' && (
          <div className={styles['ringBox']}>
            <WorkRing state={state} />
          </div>
        )}
        <SessionFigure state={state} place="visual" />
      </div>
      <div className={styles['body']}>
        <Body state={state} failure={failure} />
      </div>
      {!setUp && (
        <div className={styles['low']}>
          <ChangeNotice />
          <Caption />
          <ControlsBar />
        </div>
      )}
      {ask?.kind === 'hurts' && <HurtsDialog />}
      {ask?.kind === 'ok' && <OkDialog help={ask.help} />}
      {ask?.kind === 'breath' && <BreathDialog />}
    </div>
  )
}

function Head({ state }: { state: SessionState }) {
  const { send } = useSession()
  const { t } = useLingui()
  const config = usePublicConfig()
  const item = itemAt(state)
  const { place, phase, camera, items } = state
  const setUp = phase.name === 'set-up' || item === null || place === null
  const sides = { left: t`left side`, right: t`right side`, both: '' }
  const open = camera === 'on' || camera === 'starting'
  return (
    <header className={styles['head']}>
      <div className={styles['title']}>
        <h1>{setUp ? <Trans>How will you do it today?</Trans> : item.exercise.name}</h1>
        {!setUp && (
          <p>
            <Trans>
              Exercise {place.item + 1} of {items.length}
            </Trans>
            {item.dosage.sets > 1 && `, ${t`set ${place.set} of ${item.dosage.sets}`}`}
            {place.side !== 'both' && `, ${sides[place.side]}`}
            {' · '}
            <span
              className={styles['left']}
            >{t`${Math.max(1, Math.round(secondsLeft(state) / 60))} min left`}</span>
            {config.unsignedContent && (
              <span className={styles['demo']}>
                {' · '}
                {config.demo ? <Trans>Demonstration</Trans> : <Trans>not signed off yet</Trans>}
              </span>
            )}
          </p>
        )}
      </div>
      <div className={styles['tools']}>
        {!setUp && (
          <Button
            look="plain"
            aria-pressed={open}
            onClick={() => send({ type: 'camera', to: open ? 'off' : 'starting' })}
          >
            <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
              <path
                d="M3 9h17v14H3zM20 14l8-5v14l-8-5"
                fill={open ? 'currentColor' : 'none'}
                stroke="currentColor"
                strokeWidth="2.5"
                strokeLinejoin="round"
              />
            </svg>
            <span className={styles['toolWord']}>
              <Trans>Camera</Trans>
            </span>
          </Button>
        )}
        <SoundPanel>
          <Ways />
        </SoundPanel>
      </div>
    </header>
  )
}

function Body({ state, failure }: { state: SessionState; failure: StageFailure | null }) {
  const { name } = state.phase
  if (name === 'set-up') return <SetUp />
  if (name === 'after') return <AfterSet />
  if (name === 'settle') return <Settle />
  return name === 'rest' ? <Next state={state} /> : <Doing state={state} failure={failure} />
}

/** The steps of the exercise, the range where the camera measured one, and the place of the one correction. */
function Doing({ state, failure }: { state: SessionState; failure: StageFailure | null }) {
  const { send, press } = useSession()
  const { i18n } = useLingui()
  const item = itemAt(state)
  if (item === null) return null
  const byCamera = sourceOf(state) === 'camera'
  return (
    <div className={styles['doing']}>
      <CueCard />
      <SessionFigure state={state} place="body" />
      {state.camera === 'failed' && (
        <p className={styles['remark']}>
          {failure === null ? <Trans>The camera stopped.</Trans> : i18n._(FAILURE_WORDS[failure].title)}{' '}
          <Trans>The timer counts, and nothing is lost.</Trans>
        </p>
      )}
      {item.rangeShare < 1 && hasRange(item.dosage) && (
        <p className={styles['remark']}>
          <Trans>
            Make it smaller today: about {Math.round(item.rangeShare * 100)} percent of what you can.
          </Trans>
        </p>
      )}
      <ol className={styles['steps']}>
        {item.exercise.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {byCamera && state.phase.name === 'work' && (
        <p className={styles['range']} data-range={state.range?.value === undefined ? 'none' : 'read'}>
          <RangeLine
            movement={item.exercise.movement}
            framing={state.framing}
            reading={typeof state.range?.value === 'number'}
            range={state.summaries[boutKey(state)]?.range ?? null}
          />
        </p>
      )}
      {(state.pause === 'lost' || (byCamera && (state.lost ?? 0) > 3)) && (
        <Button look="plain" onClick={() => press('by-timer')}>
          <Trans>Go on by the timer</Trans>
        </Button>
      )}
      {state.pause === 'reopened' && state.camera === 'off' && (
        <Button look="plain" onClick={() => send({ type: 'camera', to: 'starting' })}>
          <Trans>Use my camera</Trans>
        </Button>
      )}
    </div>
  )
}

function Next({ state }: { state: SessionState }) {
  const next = state.place === null ? null : nextSet(state.items, state.place)
  const item = next === null ? undefined : state.items[next.item]
  return (
    <div className={styles['doing']}>
      <SessionFigure state={state} place="body" />
      {item === undefined || next === null ? (
        <p className={styles['next']}>
          <Trans>That was the last exercise.</Trans>
        </p>
      ) : (
        <p className={styles['next']}>
          <Trans>
            Next: <strong>{item.exercise.name}</strong>, set {next.set} of {item.dosage.sets}
          </Trans>
        </p>
      )}
    </div>
  )
}
