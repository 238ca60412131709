import type { SignOff } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import styles from './draft-mark.module.css'

/** The small mark on content that no clinician has reviewed yet: an item of the plan, an exercise, a lesson. Nothing once it is reviewed. */
export function DraftMark({ signOff }: { signOff: SignOff | undefined }) {
  if (signOff === undefined || signOff.state === 'reviewed') return null
  return (
    <p className={styles['mark']}>
      <Trans>Draft, not yet reviewed</Trans>
    </p>
  )
}
