import { Trans } from '@lingui/react/macro'
import { telephoneLink } from '../../lib/telephone.ts'
import { Card } from '../../ui/card.tsx'
import styles from './home-page.module.css'

/** The four groups of warning signs in one look, for whoever should not read on. */
export function WarningSigns({ emergencyNumber }: { emergencyNumber: string | null }) {
  return (
    <Card tone="danger" className={styles['signs']}>
      <h2>
        <Trans>If any of these fits, do not wait</Trans>
      </h2>
      <ul>
        <li>
          <Trans>sudden severe pain after a fall or an accident</Trans>
        </li>
        <li>
          <Trans>chest pain, trouble breathing, pressure round the chest</Trans>
        </li>
        <li>
          <Trans>fever, weight loss without trying, or feeling very ill with the pain</Trans>
        </li>
        <li>
          <Trans>weakness, numbness, or trouble controlling your legs or bladder</Trans>
        </li>
      </ul>
      <p>
        {emergencyNumber ? (
          <a href={telephoneLink(emergencyNumber)} className={styles['number']}>
            <Trans>Call {emergencyNumber}</Trans>
          </a>
        ) : (
          <strong>
            <Trans>Call your local emergency number.</Trans>
          </strong>
        )}
      </p>
    </Card>
  )
}
