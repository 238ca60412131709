import { kitOf, lengthsOf } from '@dorsal/care'
import type { View } from '@dorsal/motion'
import type { MessageDescriptor } from '@lingui/core'
import { msg, plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { Choice, Many } from '../../ui/choice.tsx'
import { KeepMovement } from '../../ui/keep-movement.tsx'
import { KIT } from '../../ui/kit-words.ts'
import { ExerciseFigure } from '../../ui/figure/exercise-figure.tsx'
import { useMedia } from '../../ui/figure/use-media.ts'
import { prepareFigure } from '../../ui/figure/use-scene.ts'
import { paceOf } from './breath.ts'
import { countable, firstPlace, learntBy, type RunItem } from './course.ts'
import styles from './player.module.css'
import { useSession } from './session-context.ts'

const PLACES: Readonly<Record<View, MessageDescriptor>> = {
  front: msg`Face the camera.`,
  side: msg`Turn your side to the camera.`,
  oblique: msg`Stand half turned to the camera.`,
  back: msg`Turn your back to the camera.`,
}

/** Where to put the camera for an exercise, in one or two sentences. */
export function Placement({ view }: { view: View | null }) {
  const { i18n } = useLingui()
  return (
    <p>
      <Trans>Put the device at about hip height, two to three big steps away, with light on you.</Trans>{' '}
      {view !== null && i18n._(PLACES[view])}
    </p>
  )
}

/** How the camera is to see the person: the figure from there. Flat, for the camera is being read already. */
function AsSeen({ item }: { item: RunItem }) {
  const { name, movement } = item.exercise
  return (
    <ExerciseFigure
      name={name}
      figure={movement.cameraView === null ? undefined : movement.figure}
      view={movement.cameraView}
      alternating={false}
      tempo={paceOf(item)}
      small
      flat
    />
  )
}

/** How to do it today: with the camera or without, two equal ways, changeable at any time. */
export function SetUp() {
  const { state, send, press } = useSession()
  const { t } = useLingui()
  const { items, camera } = state
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  // While the person reads, or the camera opens.
  useEffect(() => (calm ? undefined : prepareFigure()), [calm])
  const counted = items.filter((item) => countable(item)).length
  const place = firstPlace(items)
  const first = place === null ? undefined : items[place.item]
  const count = items.length
  if (camera !== 'off') {
    const learns = learntBy(items)
    const shown = learns ?? first
    const { name, steps, movement } = shown?.exercise ?? {}
    return (
      <div className={styles['ask']}>
        <div className={styles['starts']}>
          <Button large onClick={() => press('next')} disabled={camera === 'starting'}>
            {camera === 'failed' ? <Trans>Go on with the timer</Trans> : <Trans>Start the session</Trans>}
          </Button>
          <Button look="quiet" large onClick={() => send({ type: 'camera', to: 'off' })}>
            <Trans>Without the camera</Trans>
          </Button>
        </div>
        {camera !== 'failed' && (
          <div className={styles['placement']}>
            {shown !== undefined && <AsSeen item={shown} />}
            <Placement view={movement?.cameraView ?? null} />
          </div>
        )}
        {camera !== 'failed' && <KeepMovement />}
        {camera !== 'failed' && learns !== null && (
          <>
            <p>
              <Trans>
                The camera first learns how you move, by one gentle movement of this exercise:{' '}
                <strong>{name}</strong>. It tells you when. You can also start at once.
              </Trans>
            </p>
            <ol className={styles['steps']}>
              {steps?.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </>
        )}
      </div>
    )
  }
  return (
    <div className={styles['ask']}>
      <Length />
      <p>{plural(count, { one: 'Today: # exercise.', other: 'Today: # exercises.' })}</p>
      <ul className={styles['today']}>
        {items.map((item) => (
          <li key={item.planItemId}>{item.exercise.name}</li>
        ))}
      </ul>
      <Missing />
      {count === 0 && (
        <Notice>
          <p>
            <Trans>Nothing is left without these. Untick something, or come back when it is at hand.</Trans>
          </p>
        </Notice>
      )}
      <div className={styles['ways']}>
        <Button large disabled={count === 0} onClick={() => press('next')} data-way="timer">
          <Trans>Start with the timer</Trans>
        </Button>
        <Button
          look="plain"
          large
          disabled={count === 0}
          onClick={() => send({ type: 'camera', to: 'starting' })}
          data-way="camera"
        >
          <Trans>Use my camera</Trans>
        </Button>
      </div>
      <p>
        {counted > 0
          ? t`Both ways are complete. The camera can count ${counted} of today’s exercises for you; its picture never leaves this device. You can change at any time.`
          : t`Today’s exercises are best done by the timer.`}
      </p>
    </div>
  )
}

/** How long it shall be today, where there is a choice. */
function Length() {
  const { state, send } = useSession()
  const { t } = useLingui()
  const lengths = lengthsOf(state.prescription)
  if (lengths.length < 2) return null
  return (
    <Choice
      inline
      legend={t`How much time do you have?`}
      value={String(state.minutes)}
      onChange={(value) => send({ type: 'length', minutes: Number(value) })}
      options={lengths.map(({ minutes }) => ({ value: String(minutes), label: t`${minutes} min` }))}
    />
  )
}

/** What today's session needs, and what of it is not here. */
function Missing() {
  const { state, send } = useSession()
  const { t, i18n } = useLingui()
  const length = lengthsOf(state.prescription).find(({ minutes }) => minutes === state.minutes)
  const needed = kitOf(length?.items ?? [])
  if (needed.length === 0) return null
  const words = (thing: string) => (KIT[thing] === undefined ? thing : i18n._(KIT[thing]))
  const list = needed.map((thing) => words(thing).toLowerCase()).join(', ')
  return (
    <details>
      <summary>
        <Trans>You need: {list}. Is something not at hand?</Trans>
      </summary>
      <Many
        inline
        legend={t`Not at hand today`}
        legendHidden
        hint={t`What needs it is left out today. Your plan stays as it is.`}
        values={state.missing ?? []}
        onChange={(things) => send({ type: 'missing', things })}
        options={needed.map((thing) => ({ value: thing, label: words(thing) }))}
      />
    </details>
  )
}
