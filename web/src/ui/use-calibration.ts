import {
  type Calibration,
  type CalibrationHelp,
  type CalibrationState,
  calibrate,
  type Frame,
  type Movement,
  startCalibration,
} from '@dorsal/motion'
import { useEffect, useRef, useState } from 'react'
import { keepCalibration, knownCalibration } from '../lib/kept-calibration.ts'

/** Where the guided calibration stands: not asked for, not wanted, asking this, or over with this sentence. */
export type Guidance =
  | { doing: 'nothing' | 'skipped' }
  | { doing: 'guiding' | 'done' | 'failed'; say: CalibrationHelp }

export type Guide = {
  guidance: Guidance
  /** What is known of the person for this movement; null while nothing is, undefined while the device is asked. */
  known: Calibration | null | undefined
  begin: () => void
  skip: () => void
  /** Takes a frame while guiding; true when the frame belonged to the guide and to nothing else. */
  take: (frame: Frame) => boolean
}

/** Seconds in which the first sentence is read or heard before anything is measured: somebody still may be asked on at once. */
const READING = 3

const NOTHING: Guidance = { doing: 'nothing' }

/** The guided calibration of one movement: what is known from before, and the way to learn it now. */
export function useCalibration(movement: Movement): Guide {
  const [guidance, setGuidance] = useState<Guidance>(NOTHING)
  const [learnt, setLearnt] = useState<{ of: Movement; calibration: Calibration | null } | null>(null)
  const running = useRef<CalibrationState | null>(null)
  const since = useRef(Number.NaN)

  useEffect(() => {
    let over = false
    const ask = async () => {
      const calibration = await knownCalibration(movement)
      if (!over) setLearnt({ of: movement, calibration })
    }
    void ask()
    return () => {
      over = true
      running.current = null
      setGuidance(NOTHING)
    }
  }, [movement])

  return {
    guidance,
    known: learnt?.of === movement ? learnt.calibration : undefined,
    begin() {
      running.current = startCalibration(movement)
      since.current = Number.NaN
      setGuidance({ doing: 'guiding', say: 'stand-still' })
    },
    skip() {
      running.current = null
      setGuidance({ doing: 'skipped' })
    },
    take(frame) {
      if (running.current === null) return false
      if (Number.isNaN(since.current)) since.current = frame.t
      if (frame.t - since.current < READING) return true
      const { state, events } = calibrate(running.current, frame)
      running.current = state
      for (const event of events) {
        if (event.type === 'guide') setGuidance({ doing: doingIn(event.phase), say: event.say })
        if (event.type !== 'calibrated') continue
        setLearnt({ of: movement, calibration: event.calibration })
        void keepCalibration(movement, event.calibration)
      }
      if (state.phase === 'done' || state.phase === 'failed') running.current = null
      return true
    },
  }
}

const doingIn = (phase: CalibrationState['phase']): 'guiding' | 'done' | 'failed' =>
  phase === 'done' || phase === 'failed' ? phase : 'guiding'
