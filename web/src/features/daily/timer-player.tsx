import type { Prescription } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useRef } from 'react'
import { tempoOf } from '../../lib/tempo.ts'
import { Button, type ButtonLook } from '../../ui/button.tsx'
import { ExerciseFigure } from '../../ui/figure/exercise-figure.tsx'
import { useMedia } from '../../ui/figure/use-media.ts'
import { HurtQuestion } from '../../ui/hurt-question.tsx'
import { Ring } from '../../ui/ring.tsx'
import { SoundPanel } from '../../ui/sound-panel.tsx'
import { usePlayerKeys } from '../../ui/use-player-keys.ts'
import { useStage } from '../../ui/use-stage.ts'
import styles from './daily.module.css'
import { useTimer } from './timer-context.ts'
import { breathIn, type TimerControl } from './timer-machine.ts'
import { wordsOf } from './timer-script.ts'
import { isLookDue, isPack, placeOf, type TimerState, totalOf } from './timer-state.ts'
import { TimerWays } from './timer-ways.tsx'
import { TIMER_KEYS, TIMER_MEDIA } from './timer-keys.ts'

const clockOf = (seconds: number): string =>
  seconds >= 60 ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` : String(seconds)

/** How much time is left, and the breath to follow where one is paced. Without motion the breath is a word and its seconds. */
function TimeRing({ state }: { state: TimerState }) {
  const { t } = useLingui()
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const total = totalOf(state)
  const left = Math.max(0, Math.ceil(total - state.elapsed))
  const breath = breathIn(state)
  const way = breath === null ? '' : breath.part === 'back' ? t`Breathe out` : t`Breathe in`
  return (
    <Ring
      share={state.elapsed / total}
      inner={breath === null || still ? null : breath.fill}
      value={clockOf(left)}
      above={way}
      below={left >= 60 ? t`to go` : t`seconds`}
      label={t`${left} seconds left of ${total}`}
    />
  )
}

function Press({
  control,
  look = 'plain',
  hint,
  children,
}: {
  control: TimerControl
  look?: ButtonLook
  hint: string
  children: ReactNode
}) {
  const { press } = useTimer()
  return (
    <Button
      look={look}
      data-control={control}
      aria-keyshortcuts={hint}
      onClick={(event) => {
        press(control)
        // After a touch the space bar is to pause, not to press this button again.
        if (event.detail > 0) event.currentTarget.blur()
      }}
    >
      {children}
    </Button>
  )
}

/** The figure of the move that is shown now, beside the ring. */
function MoveFigure({ state }: { state: TimerState }) {
  const move = placeOf(state)?.part.move ?? null
  if (move === null) return null
  const { id, name, rangeShare, movement, tempo, holdSeconds } = move
  return (
    <div className={styles['figure']}>
      <ExerciseFigure
        key={id}
        name={name}
        figure={movement.figure}
        view={movement.cameraView}
        alternating={movement.template === 'alternating'}
        tempo={tempoOf({ tempo, holdSeconds })}
        share={rangeShare}
        still={state.paused || state.asks}
        small
      />
    </div>
  )
}

/** How the move goes; where there is none, what to stop for. */
function Body({ state }: { state: TimerState }) {
  const move = placeOf(state)?.part.move ?? null
  if (move !== null)
    return (
      <ol className={styles['steps']} lang={move.lang}>
        {move.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    )
  return (
    <div className={styles['minding']}>
      <p>
        <Trans>Stop if you notice</Trans>
      </p>
      <ul>
        {state.offer.stop.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

/** A timer while it runs: what to do now, how long still, and at any moment the way out. */
export function TimerPlayer({ stopRules }: { stopRules: Prescription['stopRules'] }) {
  const { state, send, press } = useTimer()
  const { offer, paused, asks } = state
  const look = isLookDue(state)
  const pack = isPack(state)
  usePlayerKeys(TIMER_KEYS, TIMER_MEDIA, press)
  useStage(true)
  // What was pressed to begin is gone: who listens to the screen is told where they are.
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  return (
    <div
      className={styles['player']}
      data-kind={offer.kind}
      data-paused={paused}
      data-part={placeOf(state)?.part.id ?? 'over'}
    >
      <header className={styles['head']}>
        <h1 ref={title} tabIndex={-1} lang={offer.lang}>
          {offer.title}
        </h1>
        <SoundPanel>
          <TimerWays />
        </SoundPanel>
      </header>
      <div className={styles['visual']}>
        <div className={styles['ring']}>
          <TimeRing state={state} />
        </div>
        <MoveFigure state={state} />
      </div>
      <div className={styles['body']} lang={offer.lang}>
        <Body state={state} />
      </div>
      <div className={styles['low']}>
        <output className={styles['caption']} data-line={state.said.line.id} lang={offer.lang}>
          {wordsOf(state.said.line, state)}
        </output>
        <div className={styles['controls']}>
          {look ? (
            <Press control="one" look="main" hint="Space">
              <Trans>My skin looks fine</Trans>
            </Press>
          ) : (
            !pack && (
              <Press control="one" look={paused ? 'main' : 'plain'} hint="Space">
                {paused ? <Trans>Go on</Trans> : <Trans>Pause</Trans>}
              </Press>
            )
          )}
          <Press control="hurts" hint="h">
            <Trans>That hurts</Trans>
          </Press>
          <Press control="stop" look="danger" hint="s">
            {pack ? <Trans>Take it off now</Trans> : <Trans>Stop</Trans>}
          </Press>
        </div>
      </div>
      {asks && <HurtQuestion waits={!pack} onChoose={(kind) => send({ type: 'hurt', kind, stopRules })} />}
    </div>
  )
}
