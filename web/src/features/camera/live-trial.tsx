import type { Exercise } from '@dorsal/care'
import type { Framing, SetSummary, TrackerEvent } from '@dorsal/motion'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { PoseModel } from '../../lib/pose/protocol.ts'
import { Button } from '../../ui/button.tsx'
import { CameraStage, type PoseSource } from '../../ui/camera-stage.tsx'
import { Actions } from '../../ui/page.tsx'
import styles from './camera-page.module.css'
import { CountLines } from './count-lines.tsx'
import { TechnicalDetails } from './technical-details.tsx'
import { useTimings } from './use-timings.ts'

type LiveTrialProps = { exercise: Exercise; model: PoseModel | 'auto'; onOff: () => void }

/** The camera on: picture, count and range side by side, below one another on a phone. */
export function LiveTrial({ exercise, model, onOff }: LiveTrialProps) {
  const { movement } = exercise
  const [set, setSet] = useState(0)
  const [skeleton, setSkeleton] = useState(true)
  const [source, setSource] = useState<PoseSource | null>(null)
  const [framing, setFraming] = useState<Framing | null>(null)
  const [summary, setSummary] = useState<SetSummary | null>(null)
  const [held, setHeld] = useState(0)
  /** Ids of the corrections of this set, in the order in which they came. */
  const [said, setSaid] = useState<string[]>([])
  const [cue, setCue] = useState<string | null>(null)
  const [reading, setReading] = useState(false)
  const [failed, setFailed] = useState(false)
  const timings = useTimings()

  const onEvents = (events: TrackerEvent[]): void => {
    for (const event of events) {
      if (event.type === 'framing') setFraming(event.framing)
      if (event.type === 'hold') setHeld(event.seconds)
      if (event.type === 'fault') {
        setSaid((before) => [...before, event.fault])
        setCue(event.cue)
      }
      if (event.type === 'fault-mended') setCue((now) => (now === event.cue ? null : now))
      if (event.type === 'range') setReading(event.value !== null)
    }
  }
  const onReady = (ready: PoseSource): void => {
    setSource(ready)
    setFailed(false)
  }
  const again = (): void => {
    setSet(set + 1)
    setSummary(null)
    setHeld(0)
    setSaid([])
    setCue(null)
  }
  return (
    <div className={styles['live']}>
      <CameraStage
        movement={movement}
        running
        set={set}
        onEvents={onEvents}
        onSummary={setSummary}
        onFailure={() => setFailed(true)}
        onReady={onReady}
        onTiming={timings.add}
        model={model}
        showSkeleton={skeleton}
        guide="offered"
      />
      <div className={styles['reading']}>
        {(!failed || Boolean(summary?.reps.total)) && (
          <CountLines movement={movement} summary={summary} held={held} framing={framing} reading={reading} />
        )}
        <output className={styles['range']} data-said={said.join(' ')} data-held={held}>
          {exercise.faults.find(({ id }) => id === cue)?.cue}
        </output>
        {failed ? (
          <Actions>
            <Button look="plain" onClick={onOff}>
              <Trans>Back</Trans>
            </Button>
          </Actions>
        ) : (
          <Actions>
            <Button look="plain" onClick={again}>
              <Trans>Start again from 0</Trans>
            </Button>
            <Button look="plain" aria-pressed={skeleton} onClick={() => setSkeleton(!skeleton)}>
              {skeleton ? <Trans>Hide the lines</Trans> : <Trans>Show the lines</Trans>}
            </Button>
            <Button look="plain" onClick={onOff}>
              <Trans>Turn the camera off</Trans>
            </Button>
          </Actions>
        )}
        <TechnicalDetails source={source} timing={timings.shown} />
      </div>
    </div>
  )
}
