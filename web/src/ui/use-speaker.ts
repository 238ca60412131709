import { useEffect, useEffectEvent, useRef } from 'react'
import { deviceSounds, TONES } from '../lib/sound.ts'
import { useSoundSettings } from '../lib/sound-settings.ts'
import { deviceVoice } from '../lib/voice.ts'

/** What a player says and sounds: each rise of a number is one more; `words` are made when they are to be spoken. */
export type Spoken = {
  said: number
  words: () => string
  sounded: number
  sound: keyof typeof TONES | 'none'
}

/** Speaks each line and plays each sound once, as loud as the person likes it; silent for what was there when it came. */
export function useSpeaker({ said, words, sounded, sound }: Spoken): void {
  const settings = useSoundSettings()
  const voice = useRef(deviceVoice(document.documentElement.lang || 'en'))
  const sounds = useRef(deviceSounds())
  const first = useRef({ said, sounded })
  const speak = useEffectEvent(() => voice.current.say(words(), settings.muted ? 0 : settings.voice))
  const play = useEffectEvent(() => {
    if (sound !== 'none') sounds.current.play(TONES[sound], settings.muted ? 0 : settings.sounds)
  })

  useEffect(() => {
    if (said !== first.current.said) speak()
  }, [said])

  useEffect(() => {
    if (sounded !== first.current.sounded) play()
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
