import type { PhaseId } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

type Words = Readonly<Record<string, MessageDescriptor>>

/** What an exercise is for, by the component that it belongs to. */
export const PARTS: Words = {
  strengthening: msg`Strength`,
  mobility: msg`Moving freely`,
  stretching: msg`Stretching`,
  functional: msg`Everyday movements`,
  posture: msg`Posture and body mechanics`,
  'pain-management': msg`Easing pain`,
  breathing: msg`Breathing`,
  habit: msg`Habits of the day`,
  'manual-therapy': msg`Instead of hands-on treatment`,
  'home-programme': msg`At home, day by day`,
}

/** How one is placed. */
export const POSITIONS: Words = {
  standing: msg`Standing`,
  seated: msg`Sitting`,
  walking: msg`Walking`,
  supine: msg`Lying on the back`,
  prone: msg`Lying on the front`,
  'side-lying': msg`Lying on the side`,
  quadruped: msg`On hands and knees`,
  kneeling: msg`Kneeling`,
  'half-kneeling': msg`On one knee`,
  any: msg`Any position`,
}

/** When in the course an exercise has a dose. */
export const PHASES: Readonly<Record<Exclude<PhaseId, 'maintenance'>, MessageDescriptor>> = {
  early: msg`First weeks: calm and move`,
  middle: msg`Middle: strength and stamina`,
  late: msg`Later: what matters to you`,
}
