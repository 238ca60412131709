import { use } from 'react'
import { useSpeaker } from '../../ui/use-speaker.ts'
import { speechOf } from './script.ts'
import { SessionContext, useSession } from './session-context.ts'

/** Speaks each line and plays each sound once, as loud as the person likes it. The caption is on the screen either way. */
export function useGuide(): void {
  const { state } = useSession()
  const runner = use(SessionContext)
  if (runner === null) throw new Error('There is no session here.')
  useSpeaker({
    said: state.said.seq,
    words: () => speechOf(state.said.line, state),
    sounded: state.sound.seq,
    sound: state.sound.kind,
    ahead: runner,
  })
}
