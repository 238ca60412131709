import type { Plan, PlanItem } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export const COMPONENT_NAMES: Readonly<Record<PlanItem['component'], MessageDescriptor>> = {
  'manual-therapy': msg`Hands-on treatment`,
  strengthening: msg`Strength`,
  stretching: msg`Stretching`,
  posture: msg`Posture and body mechanics`,
  'pain-management': msg`Easing pain`,
  functional: msg`What matters to you`,
  'home-programme': msg`At home, day by day`,
}

export const COMPONENT_HINTS: Readonly<Record<PlanItem['component'], MessageDescriptor>> = {
  'manual-therapy': msg`What a therapist’s hands can do at a visit`,
  strengthening: msg`Mid-back, trunk, shoulders and hips`,
  stretching: msg`Chest, shoulders and upper back`,
  posture: msg`How you sit, stand, lift and move`,
  'pain-management': msg`Beside the exercises, not instead of them`,
  functional: msg`The movements that your own days ask for`,
  'home-programme': msg`Small things between the sessions`,
}

/** How sure a finding is, in words: a number would promise more than it is. */
export function sureness(confidence: number): MessageDescriptor {
  if (confidence >= 0.75) return msg`quite sure`
  return confidence >= 0.5 ? msg`likely` : msg`possible`
}

/** Who stands behind the plan: the rules alone, or a clinician of the clinic. */
export function decidedByClinician(plan: Pick<Plan, 'decidedBy'>): boolean {
  return plan.decidedBy.startsWith('clinician:')
}
