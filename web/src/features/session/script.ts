import { plural, t } from '@lingui/core/macro'
import { explain } from '../../lib/reasons.ts'
import { kindOf, targetOf } from './course.ts'
import type { Line } from './line.ts'
import { itemAt, type SessionState } from './state.ts'

/** From so many seconds on, minutes are said. */
const MINUTES_FROM = 120

const SIDE_WORDS = { left: () => t`Now the left side.`, right: () => t`Now the right side.` }

/** With which side to begin: who does not look at the screen knows it only so. */
function sideFirst(state: SessionState): string {
  const side = state.place?.side ?? 'both'
  return side === 'both' ? '' : ` ${SIDE_WORDS[side]()}`
}

function target(state: SessionState): string {
  const item = itemAt(state)
  if (item === null) return ''
  const count = targetOf(item)
  return kindOf(item) === 'timed'
    ? count >= MINUTES_FROM
      ? plural(Math.round(count / 60), { one: 'for # minute', other: 'for # minutes' })
      : t`for ${Math.round(count)} seconds`
    : plural(count, { one: '# time', other: '# times' })
}

/** About how long it still takes, in words. */
function timeLeft(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 1) return t`Less than a minute left`
  return plural(minutes, { one: 'About # minute left', other: 'About # minutes left' })
}

function latestChange(state: SessionState): string {
  const index = state.notice?.changes.at(-1)
  const change = index === undefined ? undefined : state.changes[index]
  return change === undefined ? '' : explain(change.because)
}

/** What the voice says: the line as it is shown, and with a new exercise its steps, which stand on the screen as a list. */
export function speechOf(line: Line, state: SessionState): string {
  const steps = line.id === 'exercise' ? (itemAt(state)?.exercise.steps ?? []) : []
  return [wordsOf(line, state), ...steps].join(' ')
}

/** The words of one line, for caption and voice alike: what cannot be heard can be read, and the other way round. */
export function wordsOf(line: Line, state: SessionState): string {
  const item = itemAt(state)
  const name = item?.exercise.name ?? ''
  const values = line.values ?? {}
  const seconds = Math.round(Number(values.seconds ?? 0))
  switch (line.id) {
    case 'welcome':
      return t`A few short questions first.`
    case 'set-up':
      return t`Choose how you want to do it today.`
    case 'exercise':
      return t`${name}, ${target(state)}.` + sideFirst(state)
    case 'next-set':
      return t`Set ${Number(values.set)}. Get ready.` + sideFirst(state)
    case 'other-side':
      return values.side === 'left' ? SIDE_WORDS.left() : SIDE_WORDS.right()
    case 'go':
      return t`Go, at your own pace.`
    case 'count':
      return String(values.count)
    case 'smaller':
      return t`A smaller one. That is fine.`
    case 'mended':
      return t`Yes, like that.`
    case 'half-way':
      return t`Half way.`
    case 'hold':
      return t`Hold, and keep breathing.`
    case 'ease-off':
      return t`And ease off.`
    case 'last-ten':
      return t`Ten seconds more.`
    case 'set-done':
      return t`Set done. How was it?`
    case 'rest':
      return t`Rest for ${seconds} seconds.`
    case 'rest-longer':
      return t`Take your time. ${seconds} seconds of rest.`
    case 'paused':
      return t`Paused. Your count is kept.`
    case 'away':
      return t`Paused, because the screen was asleep. Your count is kept.`
    case 'go-on':
      return t`And on we go.`
    case 'lost':
      return t`I cannot see you, so I am not counting. Step back into the picture.`
    case 'still-lost':
      return t`I still cannot see you, so we pause. Come into the picture, or go on by the timer.`
    case 'found':
      return t`I see you again. Go on.`
    case 'are-you-ok':
      return t`Are you OK?`
    case 'help':
      return t`If you need help, call for it now. This app has not called anybody.`
    case 'camera-on':
      return t`The camera counts with you now.`
    case 'camera-off':
      return t`The camera is off. The timer counts.`
    case 'camera-failed':
      return t`The camera stopped, so the timer goes on. Nothing is lost.`
    case 'by-timer':
      return t`The timer counts this set. You can correct the number afterwards.`
    case 'cue':
      return item?.exercise.faults.find((fault) => fault.id === values.fault)?.cue ?? ''
    case 'change':
      return latestChange(state)
    case 'undone':
      return t`Taken back. As it was before.`
    case 'settle':
      return t`Your pain went up, so we stop here for two minutes. Rest, and breathe calmly.`
    case 'settle-ask':
      return t`How strong is the pain now?`
    case 'skipped':
      return t`Left out. That is fine.`
    case 'harder':
      return t`Noted for next time. Today stays as it is.`
    case 'time-left':
      return timeLeft(seconds)
    case 'breathe-in':
      return t`Breathe in`
    case 'breathe-hold':
      return t`Hold softly`
    case 'breathe-out':
      return t`Breathe out`
    case 'stopped':
      return t`Stopped. Thank you for looking after yourself.`
    case 'end':
      return t`That was the last one. Well done for taking the time.`
    case 'recovery':
      return t`Today is for rest.`
    case 'finished':
      return t`The session is over.`
  }
}
