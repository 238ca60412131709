import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useConfigIfKnown } from '../../lib/config.ts'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import styles from './helper-frame.module.css'

/** What stands round the page of a helper: whose product and which clinic, the banner of unsigned content, the languages. */
export function HelperFrame({ children }: { children: ReactNode }) {
  const config = useConfigIfKnown()
  return (
    <div className={styles['frame']}>
      <header>
        {config?.demo && (
          <p className={styles['banner']}>
            <Trans>
              Demonstration. No clinician has signed off this content yet; do not use it for real treatment.
            </Trans>
          </p>
        )}
        <p className={styles['head']}>
          <strong>Dorsal</strong>
          {config && <span>{config.clinic}</span>}
        </p>
      </header>
      <main>{children}</main>
      <footer className={styles['foot']}>
        <LanguageSwitch />
      </footer>
    </div>
  )
}
