import { type Read, single } from '../angles/row.ts'
import { BreathingReader } from './reader.ts'

/**
 * Reader of the signal `respiratory_wave`, with a memory of one minute: breaths a minute with their expected error; null while it
 * abstains (the first 20 seconds, after movement, below the quality gate). Open one for each person.
 */
export function openRespiratoryWave(): Read {
  const reader = new BreathingReader()
  return (body) => {
    const breathing = reader.read(body)
    return breathing === null ? null : single(breathing.rate, breathing.error)
  }
}
