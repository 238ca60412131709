import type { ReasonChip } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import styles from './chip.module.css'

type Look = { label: MessageDescriptor; sign: string; tone: 'danger' | 'warn' | 'accent' | 'calm' }

/** Each reason as word and sign, so that colour is never the only difference. */
export const CHIPS: Record<ReasonChip, Look> = {
  'red-flag': { label: msg`Warning sign`, sign: '▲', tone: 'danger' },
  'stopped-session': { label: msg`Stopped a session`, sign: '■', tone: 'danger' },
  flare: { label: msg`Flare-up`, sign: '◆', tone: 'warn' },
  'pain-trend': { label: msg`Pain rising`, sign: '↗', tone: 'warn' },
  review: { label: msg`Please review`, sign: '?', tone: 'warn' },
  'appointment-request': { label: msg`Wants an appointment`, sign: '☎', tone: 'accent' },
  'message-waiting': { label: msg`Message waiting`, sign: '✉', tone: 'accent' },
  'first-plan-waiting': { label: msg`First plan waits`, sign: '●', tone: 'accent' },
  'proposal-waiting': { label: msg`Change waits`, sign: '●', tone: 'accent' },
  'missed-days': { label: msg`Missed days`, sign: '…', tone: 'calm' },
  'co-sign': { label: msg`To co-sign`, sign: '✓', tone: 'calm' },
  'no-contact': { label: msg`No contact given`, sign: '–', tone: 'calm' },
  'note-co-sign': { label: msg`Note to co-sign`, sign: '✎', tone: 'calm' },
  'plan-of-care': { label: msg`Plan of care ends`, sign: '◷', tone: 'warn' },
  'stalled-range': { label: msg`Range not growing`, sign: '→', tone: 'calm' },
  'check-in-due': { label: msg`Check-in due`, sign: '○', tone: 'calm' },
}

export function Chip({ reason }: { reason: ReasonChip }) {
  const { _ } = useLingui()
  const look = CHIPS[reason]
  return (
    <span className={`${styles['chip']} ${styles[look.tone]}`}>
      <span aria-hidden="true">{look.sign}</span> {_(look.label)}
    </span>
  )
}
