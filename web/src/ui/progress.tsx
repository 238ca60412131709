import { Trans, useLingui } from '@lingui/react/macro'
import styles from './progress.module.css'

type ProgressProps = {
  value: number
  max: number
  label: string
  /** Said instead of "3 of 9", where the number of steps would not help. */
  words?: string
}

/** How far along the person is; the words say it too. `value` and `max` in steps. */
export function Progress({ value, max, label, words }: ProgressProps) {
  const { t } = useLingui()
  return (
    <div className={styles['progress']}>
      <div className={styles['words']}>
        <span>{label}</span>
        <span>
          {words ?? (
            <Trans>
              {value} of {max}
            </Trans>
          )}
        </span>
      </div>
      <progress className={styles['bar']} value={value} max={max} aria-label={t`Progress: ${label}`} />
    </div>
  )
}
