import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Section } from './steps.ts'

export const SECTIONS: readonly Section[] = ['you', 'danger', 'pain', 'day', 'health', 'goals', 'setup']

export const SECTION_NAMES: Readonly<Record<Section, MessageDescriptor>> = {
  you: msg`About you`,
  danger: msg`Warning signs`,
  pain: msg`Your pain`,
  day: msg`Your day`,
  health: msg`Your health`,
  goals: msg`What matters to you`,
  setup: msg`Your exercise time`,
}
