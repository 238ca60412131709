/** What choosing a voice needs to know of one. */
type VoiceLike = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>

/**
 * The voice to speak with: only one that runs on the device, because others send the words to a third party. Null where the
 * device has none for the language: captions and sounds carry the session then.
 */
export function chooseVoice<V extends VoiceLike>(voices: readonly V[], lang: string): V | null {
  const base = (tag: string) => tag.toLowerCase().replace('_', '-').split('-')[0]
  const local = voices.filter((voice) => voice.localService && base(voice.lang) === base(lang))
  const exact = local.filter((voice) => voice.lang.toLowerCase().replace('_', '-') === lang.toLowerCase())
  return local.find((voice) => voice.default) ?? exact[0] ?? local[0] ?? null
}

export type Voice = {
  /** Says this and drops whatever was being said. `volume` 0..1; 0 says nothing. */
  say: (text: string, volume: number) => void
  hush: () => void
  /** Whether the device has a voice of its own; asked anew, as voices arrive late. */
  available: () => boolean
}

/** The device's own speech. Without speech, or with remote voices alone, it is silent and says so by `available`. */
export function deviceVoice(lang: string): Voice {
  const speech = typeof speechSynthesis === 'undefined' ? null : speechSynthesis
  const chosen = () => chooseVoice(speech?.getVoices() ?? [], lang)
  return {
    available: () => chosen() !== null,
    hush: () => speech?.cancel(),
    say: (text, volume) => {
      const voice = chosen()
      speech?.cancel()
      if (speech === null || voice === null || volume <= 0 || text === '') return
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.volume = volume
      utterance.rate = 0.95
      speech.speak(utterance)
    },
  }
}
