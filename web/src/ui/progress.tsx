import { Trans, useLingui } from '@lingui/react/macro'
import styles from './progress.module.css'

/** How far along the person is; the words say it too. `value` and `max` in steps. */
export function Progress({ value, max, label }: { value: number; max: number; label: string }) {
  const { t } = useLingui()
  return (
    <div className={styles['progress']}>
      <div className={styles['words']}>
        <span>{label}</span>
        <span>
          <Trans>
            {value} of {max}
          </Trans>
        </span>
      </div>
      <progress className={styles['bar']} value={value} max={max} aria-label={t`Progress: ${label}`} />
    </div>
  )
}
