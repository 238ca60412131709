import type { Calibration, Frame, TrackerEvent } from '@dorsal/motion'
import { useEffect, useRef } from 'react'
import { mayRecord } from '../../lib/replay/agreement.ts'
import { base64Of } from '../../lib/base64.ts'
import { packed, SetRecorder } from '../../lib/replay/recorder.ts'
import type { SessionState } from './state.ts'

type Under = { set: number; sessionId: string; recorder: SetRecorder }

/** Packs and keeps the movement of a set that is over. Whatever goes wrong costs the replay alone. */
async function keep({ set, sessionId, recorder }: Under): Promise<void> {
  const bytes = recorder.finish()
  const small = bytes === null ? null : await packed(bytes)
  if (small === null || !mayRecord()) return
  const { replayQueue, sendReplays } = await import('../../lib/replay/replay-device.ts')
  const { calibration } = recorder
  if (await replayQueue.keep({ sessionId, set, calibration, data: base64Of(small) })) await sendReplays()
}

const over = (under: Under | null): void => {
  if (under !== null) void keep(under).catch(() => undefined)
}

/** Records each set that the camera counts, if the person agreed. Gives what takes the frames of a running set. */
export function useReplay(
  state: Pick<SessionState, 'id' | 'sets' | 'engine'>,
  exerciseId: string | undefined,
): (frame: Frame, events: readonly TrackerEvent[], known: Calibration | null) => void {
  const under = useRef<Under | null>(null)
  const set = state.sets.length
  // A set is over when another's place in the report is the one that counts, or the player goes.
  useEffect(() => {
    const { current } = under
    if (current === null || (current.set === set && current.sessionId === state.id)) return
    under.current = null
    over(current)
  }, [set, state.id])
  useEffect(
    () => () => {
      over(under.current)
      under.current = null
    },
    [],
  )
  return (frame, events, known) => {
    if (exerciseId === undefined || !mayRecord()) return
    under.current ??= {
      set,
      sessionId: state.id,
      recorder: new SetRecorder({ exerciseId, engine: state.engine }),
    }
    under.current.recorder.take(frame, events, known)
  }
}
