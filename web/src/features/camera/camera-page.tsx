import type { Exercise } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import styles from './camera-page.module.css'
import type { CameraSearch } from './camera-search.ts'
import { LiveTrial } from './live-trial.tsx'

/** Anyone can try their camera here, without an account: pick an exercise, move, see it counted. Nothing is stored. */
export function CameraPage({ exercises }: { exercises: Exercise[] }) {
  const { t } = useLingui()
  const search: CameraSearch = useSearch({ strict: false })
  const [chosen, setChosen] = useState(search.exercise)
  const [on, setOn] = useState(false)
  const exercise = exercises.find(({ id }) => id === chosen) ?? exercises[0]
  if (!exercise)
    return (
      <Page title={t`Try the camera`}>
        <p>
          <Trans>There is no exercise here that a camera can count.</Trans>
        </p>
      </Page>
    )
  if (on)
    return (
      <Page wide title={exercise.name}>
        <LiveTrial exercise={exercise} model={search.model ?? 'auto'} onOff={() => setOn(false)} />
      </Page>
    )
  return (
    <Page
      title={t`Try the camera`}
      lead={t`Move in front of your camera and see it counted. The picture stays on this device: nothing is recorded or sent.`}
    >
      <div className={styles['pick']}>
        <label htmlFor="camera-exercise">
          <Trans>Exercise</Trans>
        </label>
        <select
          id="camera-exercise"
          value={exercise.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {exercises.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <ol className={styles['steps']}>
        {exercise.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Actions>
        <Button large onClick={() => setOn(true)}>
          <Trans>Turn the camera on</Trans>
        </Button>
      </Actions>
    </Page>
  )
}
