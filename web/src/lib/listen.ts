/**
 * Recognition of spoken words, only where it is confirmed to run on this device. A browser that does not know `processLocally`
 * may send the sound of the room to its maker: there it does not exist for us.
 */

type Heard = { readonly transcript: string }
type HeardEvent = { resultIndex: number; results: ArrayLike<ArrayLike<Heard> & { isFinal: boolean }> }

type Recognition = {
  processLocally: boolean
  lang: string
  continuous: boolean
  interimResults: boolean
  start(): void
  abort(): void
  addEventListener(type: 'result', listener: (event: HeardEvent) => void): void
  addEventListener(type: 'error', listener: (event: { error: string }) => void): void
  addEventListener(type: 'end', listener: () => void): void
}

type RecognitionClass = {
  new (): Recognition
  available(options: { langs: string[]; processLocally: boolean }): Promise<string>
}

/** The browser's recognition, where it can be bound to the device at all. Only the standard name: the prefixed one came before the binding. */
function localRecognition(from: object): RecognitionClass | null {
  const found: unknown = (from as { SpeechRecognition?: unknown }).SpeechRecognition
  if (typeof found !== 'function' || !('available' in found) || typeof found.available !== 'function')
    return null
  const known = 'prototype' in found && typeof found.prototype === 'object' && found.prototype !== null
  return known && 'processLocally' in (found.prototype as object)
    ? (found as unknown as RecognitionClass)
    : null
}

/** What the languages of the pages are called by recognition. */
const FULL: Readonly<Record<string, string>> = { en: 'en-US', es: 'es-ES', pt: 'pt-BR' }

/** Whether words of this language can be understood on the device, its language pack included. Nothing is downloaded for it. */
export async function canListen(lang: string, from: object = globalThis): Promise<boolean> {
  const recognition = localRecognition(from)
  if (recognition === null) return false
  try {
    const langs = [FULL[lang] ?? lang]
    return (await recognition.available({ langs, processLocally: true })) === 'available'
  } catch {
    return false
  }
}

/** Errors after which asking again is no use: not allowed, no microphone, or it would not stay on the device. */
const FINAL = new Set(['not-allowed', 'service-not-allowed', 'audio-capture', 'language-not-supported'])

/** Begins anew after a silence, but not in a circle. */
const AGAIN_MS = 400

/**
 * Listens until the returned function is called, and hands over each finished phrase. Bound to the device: where the browser will not
 * be bound, it does not begin. `onOver`: it cannot go on.
 */
export function listen(
  lang: string,
  onPhrase: (phrase: string) => void,
  onOver: () => void,
  from: object = globalThis,
): () => void {
  const Class = localRecognition(from)
  if (Class === null) {
    onOver()
    return () => undefined
  }
  const recognition = new Class()
  recognition.processLocally = true
  recognition.lang = FULL[lang] ?? lang
  recognition.continuous = true
  recognition.interimResults = false
  let over = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    over = true
    clearTimeout(timer)
    recognition.abort()
  }
  const begin = () => {
    if (over) return
    try {
      // Said anew each time, and looked at: what cannot be bound is not begun.
      recognition.processLocally = true
      if (!recognition.processLocally) throw new Error('not on the device')
      recognition.start()
    } catch {
      end()
      onOver()
    }
  }
  recognition.addEventListener('result', ({ resultIndex, results }) => {
    for (let i = resultIndex; i < results.length; i += 1) {
      const result = results[i]
      const phrase = result?.isFinal === true ? (result[0]?.transcript ?? '') : ''
      if (!over && phrase !== '') onPhrase(phrase)
    }
  })
  recognition.addEventListener('error', ({ error }) => {
    if (over || !FINAL.has(error)) return
    end()
    onOver()
  })
  recognition.addEventListener('end', () => {
    if (!over) timer = setTimeout(begin, AGAIN_MS)
  })
  begin()
  return end
}
