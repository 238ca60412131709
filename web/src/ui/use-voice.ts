import { useEffect, useRef } from 'react'
import { useSoundSettings } from '../lib/sound-settings.ts'
import { deviceVoice } from '../lib/voice.ts'

/** Says a sentence as loud as the person likes the guide; '' says nothing. It stands on the screen either way. */
export function useSpoken(sentence: string): void {
  const { muted, voice: volume } = useSoundSettings()
  const loudness = muted ? 0 : volume
  const voice = useRef(deviceVoice(document.documentElement.lang || 'en'))
  useEffect(() => {
    if (sentence !== '') voice.current.say(sentence, loudness)
  }, [sentence, loudness])
  useEffect(() => {
    const { current } = voice
    return () => current.hush()
  }, [])
}
