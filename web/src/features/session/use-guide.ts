import { useEffect, useEffectEvent, useRef } from 'react'
import { deviceSounds, TONES } from '../../lib/sound.ts'
import { useSoundSettings } from '../../lib/sound-settings.ts'
import { deviceVoice } from '../../lib/voice.ts'
import { speechOf } from './script.ts'
import { useSession } from './session-context.ts'

/** Speaks each line and plays each sound once, as loud as the person likes it. The caption is on the screen either way. */
export function useGuide(): void {
  const { state } = useSession()
  const settings = useSoundSettings()
  const voice = useRef(deviceVoice(document.documentElement.lang || 'en'))
  const sounds = useRef(deviceSounds())
  const said = state.said.seq
  const sounded = state.sound.seq
  const first = useRef({ said, sounded })
  const speak = useEffectEvent(() =>
    voice.current.say(speechOf(state.said.line, state), settings.muted ? 0 : settings.voice),
  )
  const sound = useEffectEvent(() => {
    const { kind } = state.sound
    if (kind !== 'none') sounds.current.play(TONES[kind], settings.muted ? 0 : settings.sounds)
  })

  useEffect(() => {
    if (said !== first.current.said) speak()
  }, [said])

  useEffect(() => {
    if (sounded !== first.current.sounded) sound()
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
