import type { PublicConfig } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { telephoneLink } from '../lib/telephone.ts'
import { buttonClass } from './button.tsx'
import styles from './emergency-call.module.css'

type Numbers = Pick<PublicConfig, 'emergencyNumber' | 'crisisNumber'>

/** The emergency number to tap; neutral words where the clinic has set none. */
export function EmergencyCall({ emergencyNumber }: Numbers) {
  if (!emergencyNumber)
    return (
      <p className={styles['words']}>
        <Trans>Call your local emergency number now, or ask somebody near you to call.</Trans>
      </p>
    )
  return (
    <a className={`${buttonClass('danger', true)} ${styles['call']}`} href={telephoneLink(emergencyNumber)}>
      <Trans>Call {emergencyNumber}</Trans>
    </a>
  )
}

/** The crisis line to tap; neutral words where the clinic has set none. */
export function CrisisCall({ crisisNumber }: Numbers) {
  if (!crisisNumber)
    return (
      <p className={styles['words']}>
        <Trans>Call a crisis line or a helpline where you live, or talk to somebody you trust now.</Trans>
      </p>
    )
  return (
    <a className={`${buttonClass('danger', true)} ${styles['call']}`} href={telephoneLink(crisisNumber)}>
      <Trans>Call the crisis line: {crisisNumber}</Trans>
    </a>
  )
}
