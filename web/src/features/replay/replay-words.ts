import type { Side } from '@dorsal/motion'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export const SIDE_WORDS: Readonly<Record<Side, MessageDescriptor>> = {
  left: msg`left`,
  right: msg`right`,
  both: msg`both`,
}

/** Minutes and seconds of a replay, to the tenth. */
export function timeText(seconds: number): string {
  const whole = Math.max(0, seconds)
  const minutes = Math.floor(whole / 60)
  return `${minutes}:${(whole - minutes * 60).toFixed(1).padStart(4, '0')}`
}
