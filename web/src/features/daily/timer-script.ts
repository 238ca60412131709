import { plural, t } from '@lingui/core/macro'
import { partsOf, type TimerLine, type TimerState } from './timer-state.ts'

/** About how long it still takes, in words. */
function timeLeft(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 1) return t`Less than a minute left`
  return plural(minutes, { one: 'About # minute left', other: 'About # minutes left' })
}

/** The words of one line, for caption and voice alike: what cannot be heard can be read, and the other way round. */
export function wordsOf(line: TimerLine, state: TimerState): string {
  switch (line.id) {
    case 'ready':
      return state.offer.hook
    case 'part': {
      const part = partsOf(state)[line.index]
      // A length in the name of a move is not the one that it has here.
      return part === undefined ? '' : `${part.text.replace(/ \([^)]*\)$|[.!]$/, '')}.`
    }
    case 'breath':
      return line.way === 'in' ? t`Breathe in` : t`Breathe out`
    case 'half':
      return t`Half way.`
    case 'check':
      return state.offer.check?.text ?? ''
    case 'left':
      return timeLeft(line.seconds)
    case 'paused':
      return t`Paused. Take your time.`
    case 'take-off':
      return t`The time is over. Take the pack off now.`
    case 'over':
      return t`That was it. Well done for taking the time.`
    case 'stopped':
      return t`Stopped. Thank you for looking after yourself.`
  }
}

/** What the voice says: the line, and with a move how it goes, which stands on the screen as a list. */
export function speechOf(line: TimerLine, state: TimerState): string {
  const move = line.id === 'part' ? partsOf(state)[line.index]?.move : null
  return [wordsOf(line, state), ...(move?.steps ?? [])].join(' ')
}
