import { Trans } from '@lingui/react/macro'
import styles from './schedule.module.css'

/** The keys of the calendar, always in sight where there is a keyboard. */
export function KeyLine() {
  return (
    <p className={styles['keys']}>
      <Trans>
        Keys: arrows walk, Enter opens, <kbd>b</kbd> books, <kbd>m</kbd> moves (arrows, then Enter; Escape
        leaves), <kbd>a</kbd> arrived, <kbd>d</kbd> over, <kbd>n</kbd> did not come.
      </Trans>
    </p>
  )
}
