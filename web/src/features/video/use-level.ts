import { useEffect, useState } from 'react'

const EVERY_MS = 150
/** Somebody who speaks at an arm's length is about this loud (root mean square of the samples). */
const SPOKEN = 0.12

/** How loud a microphone hears, 0 to 100, and whether it has heard anything yet. */
export function useLevel(stream: MediaStream | null): { level: number; heard: boolean } {
  const [level, setLevel] = useState(0)
  const [heard, setHeard] = useState(false)
  useEffect(() => {
    if (stream === null || stream.getAudioTracks().length === 0 || typeof AudioContext === 'undefined') return
    const context = new AudioContext()
    const meter = context.createAnalyser()
    meter.fftSize = 1024
    context.createMediaStreamSource(stream).connect(meter)
    const samples = new Float32Array(meter.fftSize)
    const timer = setInterval(() => {
      meter.getFloatTimeDomainData(samples)
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
      const now = Math.min(100, Math.round((Math.sqrt(power) / SPOKEN) * 100))
      setLevel(now)
      if (now > 8) setHeard(true)
    }, EVERY_MS)
    return () => {
      clearInterval(timer)
      void context.close()
    }
  }, [stream])
  return { level, heard }
}
