import { useEffect, useEffectEvent, useState } from 'react'
import { canListen, listen } from '../../lib/listen.ts'
import { changeSound, useSoundSettings } from '../../lib/sound-settings.ts'
import { speechOf } from './script.ts'
import { useSession } from './session-context.ts'
import { spokenControl } from './spoken-words.ts'

const langOfPage = (): string => document.documentElement.lang.split('-')[0] || 'en'

/** Whether spoken words can be offered here at all: understood on this device, or not offered. */
export function useCanListen(): boolean {
  const [can, setCan] = useState(false)
  useEffect(() => {
    let over = false
    const ask = async () => {
      const answer = await canListen(langOfPage())
      if (!over) setCan(answer)
    }
    void ask()
    return () => {
      over = true
    }
  }, [])
  return can
}

/** Drives the session by what is said, while the person has that switched on. The microphone is closed with the player. */
export function useListening(): void {
  const { state, press } = useSession()
  const { listen: wanted } = useSoundSettings()
  const can = useCanListen()
  const onPhrase = useEffectEvent((phrase: string) => {
    const speaking = typeof speechSynthesis !== 'undefined' && speechSynthesis.speaking
    const control = spokenControl(phrase, langOfPage(), {
      paused: state.pause !== null,
      speaking: speaking ? speechOf(state.said.line, state) : null,
    })
    if (control !== null) press(control)
  })
  useEffect(() => {
    if (!wanted || !can) return
    return listen(langOfPage(), onPhrase, () => changeSound({ listen: false }))
  }, [wanted, can])
}
