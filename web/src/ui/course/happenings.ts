import type { CourseSoFar } from '@dorsal/care'
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { Happening } from '../chart/trend.ts'

const PHASES: Readonly<Record<CourseSoFar['phases'][number]['phase'], MessageDescriptor>> = {
  early: msg`First phase begins`,
  middle: msg`Second phase begins`,
  late: msg`Third phase begins`,
  maintenance: msg`Keeping-up phase begins`,
}

/** What happened on the way: flare-ups as spans (to now while one runs), changes of phase as moments. The first phase is the start itself. */
export function happeningsOf(
  { phases, flares }: Pick<CourseSoFar, 'phases' | 'flares'>,
  now: string,
  i18n: { _: (words: MessageDescriptor) => string },
): Happening[] {
  return [
    ...flares.map(({ began, ended }) => ({ label: i18n._(msg`Flare-up`), from: began, to: ended ?? now })),
    ...phases.slice(1).map(({ phase, since }) => ({ label: i18n._(PHASES[phase]), from: since, to: null })),
  ]
}
