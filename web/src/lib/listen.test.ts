import { describe, expect, it, vi } from 'vitest'
import { canListen, listen } from './listen.ts'

/** A browser's recognition; `local`: it can be bound to the device. */
function browser(local: boolean, answer = 'available') {
  const made: Fake[] = []
  const asked: unknown[] = []
  class Fake {
    static available = async (options: unknown) => {
      asked.push(options)
      return answer
    }
    lang = ''
    started = 0
    listeners = new Map<string, (event: unknown) => void>()
    constructor() {
      made.push(this)
    }
    addEventListener(type: string, listener: (event: unknown) => void) {
      this.listeners.set(type, listener)
    }
    happen(type: string, event: unknown = {}) {
      this.listeners.get(type)?.(event)
    }
    start() {
      this.started += 1
    }
    abort() {
      this.happen('end')
    }
    say(transcript: string) {
      this.happen('result', { resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal: true })] })
    }
  }
  if (local) Object.assign(Fake.prototype, { processLocally: false })
  return { from: { SpeechRecognition: Fake, webkitSpeechRecognition: Fake }, made, asked }
}

describe('listening on the device', () => {
  it('is offered only where the browser says that it is available on the device', async () => {
    const local = browser(true)
    expect(await canListen('en', local.from)).toBe(true)
    expect(local.asked).toEqual([{ langs: ['en-US'], processLocally: true }])
    expect(await canListen('es', browser(true, 'downloadable').from)).toBe(false)
    expect(await canListen('pt', browser(true, 'unavailable').from)).toBe(false)
  })

  it('does not exist where the browser cannot be bound to the device', async () => {
    const remote = browser(false)
    const [heard, over] = [vi.fn(), vi.fn()]
    expect(await canListen('en', remote.from)).toBe(false)
    expect(await canListen('en', { webkitSpeechRecognition: browser(true).from.SpeechRecognition })).toBe(
      false,
    )
    expect(await canListen('en', {})).toBe(false)
    listen('en', heard, over, remote.from)
    expect([remote.made.length, over.mock.calls.length]).toEqual([0, 1])
  })

  it('is bound to the device before it starts, hands phrases over, and is silent once it is ended', () => {
    const local = browser(true)
    const heard = vi.fn()
    const end = listen('en', heard, vi.fn(), local.from)
    const [made] = local.made
    expect(made).toMatchObject({ processLocally: true, started: 1, lang: 'en-US' })
    made?.say('pause')
    end()
    made?.say('stop')
    expect(heard.mock.calls).toEqual([['pause']])
  })

  it('begins again after a silence and gives up where it is not allowed', () => {
    vi.useFakeTimers()
    const local = browser(true)
    const over = vi.fn()
    listen('en', vi.fn(), over, local.from)
    const [made] = local.made
    made?.happen('end')
    vi.advanceTimersByTime(1000)
    expect(made?.started).toBe(2)
    made?.happen('error', { error: 'no-speech' })
    expect(over).not.toHaveBeenCalled()
    made?.happen('error', { error: 'service-not-allowed' })
    vi.advanceTimersByTime(5000)
    expect([over.mock.calls.length, made?.started]).toEqual([1, 2])
    vi.useRealTimers()
  })
})
