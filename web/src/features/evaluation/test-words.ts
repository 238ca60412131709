import type { TestEvent } from '@dorsal/motion'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

type Said = Extract<TestEvent, { type: 'say' }>
type Refused = Extract<TestEvent, { type: 'not-accepted' }>

/** What the guide of a test says. Left and right are the person's own. */
export const SAYING_WORDS: Record<Said['id'], MessageDescriptor> = {
  'get-ready': msg`Get ready as described below.`,
  'hold-still': msg`Good. Stay still for a moment.`,
  begin: msg`Begin now, slowly.`,
  practice: msg`That was to try. Now it counts.`,
  'other-side': msg`Now the other side.`,
  'turn-round': msg`Turn round, so that your other side faces the camera.`,
  'march-and-settle': msg`March on the spot a little, and settle as you usually stand.`,
}

export const SIDE_WORDS: Record<Said['side'], MessageDescriptor | null> = {
  left: msg`Left side.`,
  right: msg`Right side.`,
  both: null,
}

/** Why one try did not count, and what to do: calm, and nobody's fault. */
const REFUSED_WORDS: Readonly<Record<string, MessageDescriptor>> = {
  'not-seen': msg`The camera lost sight of you. That one is not counted; try again.`,
  'not-measured': msg`The camera could not measure that one. Try again, a little slower.`,
  short: msg`That was a small one. Go as far as is comfortable.`,
  moved: msg`There was some movement. Stay quite still.`,
  unclear: msg`The camera could not read that clearly. More light may help.`,
  'hips-turn': msg`Your hips turned along. Keep them facing the camera.`,
  leaning: msg`You leaned to the side. Stay tall while you turn.`,
  turning: msg`You turned a little. Keep your chest to the camera.`,
  'knee-bends': msg`A knee bent. Keep both legs straight.`,
  'leaning-back': msg`You leaned back. Keep your ribs down and lift only the arm.`,
  'elbow-bends': msg`Your elbow bent. Keep the arm long.`,
  'hips-slide': msg`You slid forward. Sit back in the chair.`,
  'head-tilted': msg`Your head was tilted. Look at a point at eye height.`,
  'hips-lift': msg`Your bottom came up. Keep it on your heels.`,
  'shoulders-turn': msg`Your shoulders turned along. Turn only the head.`,
  'uses-hands': msg`Your hands helped. Keep your arms crossed.`,
  'shoulders-creep-up': msg`Your shoulders crept up.`,
}

export function refusedWords(because: Refused['because']): MessageDescriptor {
  return REFUSED_WORDS[because] ?? msg`That one is not counted. Try again, calmly.`
}

/** What the camera cannot see and the person says: how near the wrists came to the wall. */
export const CONTACT_WORDS: readonly { value: string; label: MessageDescriptor }[] = [
  { value: 'touching', label: msg`They touched the wall all the way` },
  { value: 'small-gap', label: msg`They came off a little` },
  { value: 'far', label: msg`They stayed more than a hand’s width away` },
  { value: 'unknown', label: msg`I could not tell` },
]
