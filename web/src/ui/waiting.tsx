import { Trans } from '@lingui/react/macro'
import styles from './waiting.module.css'

/** While something is fetched: a quiet sign that appears only after a moment, and a word for screen readers. */
export function Waiting() {
  return (
    <output className={styles['waiting']}>
      <span className={styles['dots']} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <Trans>One moment…</Trans>
    </output>
  )
}
