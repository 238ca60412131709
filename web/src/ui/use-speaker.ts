import { useEffect, useEffectEvent, useRef } from 'react'
import { type Coming, type Guided, markOf, wentOtherwise } from '../lib/ahead.ts'
import { deviceSounds, TONES } from '../lib/sound.ts'
import { useSoundSettings } from '../lib/sound-settings.ts'
import { deviceVoice } from '../lib/voice.ts'

type Sound = keyof typeof TONES | 'none'

/** What a guide tells of itself, so that it can be heard on time on a page that nobody looks at. */
export type Ahead = {
  read: () => Guided<Sound>
  listen: (listener: () => void) => () => void
  /** What comes from now on if nobody does anything; nothing where that is not known. */
  coming: () => readonly Coming<Sound>[]
  /** Whether the last step of time came long after it was due. */
  isLate: () => boolean
  /** Lets pass what has passed. */
  settle: () => void
}

/** What a player says and sounds: each rise of a number is one more; `words` are made when they are to be spoken. */
export type Spoken = { said: number; words: () => string; sounded: number; sound: Sound; ahead: Ahead }

/**
 * Speaks each line and plays each sound once, as loud as the person likes it; silent for what was there when it came. Browsers wake a
 * hidden page once a second, later once a minute: what is to sound is then planned ahead on the clock of the sound, and of what could not
 * be said in time only the last sentence is said when the page is back.
 */
export function useSpeaker({ said, words, sounded, sound, ahead }: Spoken): void {
  const settings = useSoundSettings()
  const voice = useRef(deviceVoice(document.documentElement.lang || 'en'))
  const sounds = useRef(deviceSounds())
  const first = useRef({ said, sounded })
  /** What was foreseen when the page was hidden; null while it is looked at, and where nothing can be planned. */
  const plan = useRef<{ at: number; mark: number; coming: readonly Coming<Sound>[] } | null>(null)
  const held = useRef(false)
  const loudness = settings.muted ? 0 : settings.sounds

  const speak = useEffectEvent(() => {
    held.current = document.hidden && ahead.isLate()
    if (!held.current) voice.current.say(words(), settings.muted ? 0 : settings.voice)
  })
  const play = useEffectEvent(() => {
    if (sound !== 'none' && plan.current === null) sounds.current.play(TONES[sound], loudness)
  })
  const foresee = useEffectEvent(() => {
    const coming = ahead.coming()
    const planned = sounds.current.plan(
      coming.flatMap((one) => (one.sound === 'none' ? [] : [{ inMs: one.inMs, tones: TONES[one.sound] }])),
      loudness,
    )
    plan.current = planned ? { at: performance.now(), mark: markOf(ahead.read()), coming } : null
  })
  const onSight = useEffectEvent(() => {
    if (document.hidden) return foresee()
    const before = ahead.read().said.seq
    // While the page catches up what was planned still counts as what is heard.
    ahead.settle()
    if (sounds.current.unplan()) first.current.sounded = ahead.read().sound.seq
    plan.current = null
    if (held.current && ahead.read().said.seq === before) speak()
  })
  const onStep = useEffectEvent(() => {
    const foreseen = plan.current
    if (!document.hidden || foreseen === null) return
    if (wentOtherwise(foreseen, markOf(ahead.read()), performance.now() - foreseen.at)) foresee()
  })

  useEffect(() => {
    if (said !== first.current.said) speak()
  }, [said])

  useEffect(() => {
    if (sounded !== first.current.sounded) play()
  }, [sounded])

  useEffect(() => {
    if (settings.muted || settings.voice === 0) voice.current.hush()
    if (document.hidden) foresee()
  }, [settings])

  const { listen } = ahead
  useEffect(() => listen(() => onStep()), [listen])
  useEffect(() => {
    const seen = () => onSight()
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [])

  useEffect(() => {
    const { current: speaker } = voice
    const { current: player } = sounds
    return () => {
      speaker.hush()
      player.close()
    }
  }, [])
}
