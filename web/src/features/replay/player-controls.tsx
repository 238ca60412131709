import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { Button } from '../../ui/button.tsx'
import styles from './replay.module.css'
import { timeText } from './replay-words.ts'
import { type Clock, SPEEDS } from './use-clock.ts'
import { FRAME } from './use-replay-keys.ts'

type PlayerControlsProps = { clock: Clock; start: number; end: number; calm: boolean; keys?: boolean }

/** Play, step, speed and place in time. */
export function PlayerControls({ clock, start, end, calm, keys = true }: PlayerControlsProps) {
  const { t } = useLingui()
  const id = useId()
  const step = (by: 1 | -1) => {
    clock.play(false)
    clock.to(clock.t + by * FRAME)
  }
  return (
    <>
      <div className={styles['controls']} data-playing={clock.playing}>
        <Button onClick={() => clock.play(!clock.playing)}>
          {clock.playing ? (
            <Trans>Pause</Trans>
          ) : calm ? (
            <Trans>Show the key poses</Trans>
          ) : (
            <Trans>Play</Trans>
          )}
        </Button>
        <Button look="plain" onClick={() => step(-1)} aria-label={t`One frame back`}>
          ◂
        </Button>
        <Button look="plain" onClick={() => step(1)} aria-label={t`One frame on`}>
          ▸
        </Button>
        <label htmlFor={id}>
          <Trans>Speed</Trans>
        </label>
        <select id={id} value={clock.speed} onChange={(event) => clock.setSpeed(Number(event.target.value))}>
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {speed}×
            </option>
          ))}
        </select>
        <span className={styles['time']} data-time={(clock.t - start).toFixed(3)}>
          {timeText(clock.t - start)} / {timeText(end - start)}
        </span>
      </div>
      <input
        className={styles['seek']}
        type="range"
        min={0}
        max={end - start}
        step={FRAME}
        value={clock.t - start}
        aria-label={t`Place in time`}
        aria-valuetext={timeText(clock.t - start)}
        onChange={(event) => clock.to(start + Number(event.target.value))}
      />
      {keys && (
        <p className={styles['quiet']}>
          <Trans>Keys: space plays, arrows step, [ and ] change the speed, 1 to 9 go to a repetition.</Trans>
        </p>
      )}
    </>
  )
}
