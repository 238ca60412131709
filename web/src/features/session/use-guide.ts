import { useEffect, useRef } from 'react'
import { deviceSounds, TONES } from '../../lib/sound.ts'
import { useSoundSettings } from '../../lib/sound-settings.ts'
import { deviceVoice } from '../../lib/voice.ts'
import { wordsOf } from './script.ts'
import { useSession } from './session-context.ts'

/** Speaks each line and plays each sound once, as loud as the person likes it. The caption is on the screen either way. */
export function useGuide(): void {
  const { state } = useSession()
  const settings = useSoundSettings()
  const voice = useRef(deviceVoice(document.documentElement.lang || 'en'))
  const sounds = useRef(deviceSounds())
  const latest = useRef({ state, settings })
  latest.current = { state, settings }
  const said = state.said.seq
  const sounded = state.sound.seq
  const first = useRef({ said, sounded })

  useEffect(() => {
    if (said === first.current.said) return
    const { state: now, settings: loud } = latest.current
    voice.current.say(wordsOf(now.said.line, now), loud.muted ? 0 : loud.voice)
  }, [said])

  useEffect(() => {
    const { state: now, settings: loud } = latest.current
    if (sounded === first.current.sounded || now.sound.kind === 'none') return
    sounds.current.play(TONES[now.sound.kind], loud.muted ? 0 : loud.sounds)
  }, [sounded])

  useEffect(() => {
    if (settings.muted || settings.voice === 0) voice.current.hush()
  }, [settings])

  useEffect(() => {
    const { current: speaker } = voice
    const { current: player } = sounds
    return () => {
      speaker.hush()
      player.close()
    }
  }, [])
}
