import type { ReviewRow } from '@dorsal/care'
import { useLingui } from '@lingui/react/macro'
import { shortDayOf } from '../../lib/time.ts'
import styles from './content-review.module.css'
import { STATE_WORDS } from './words.ts'

const SIGNS: Readonly<Record<ReviewRow['state'], string>> = {
  signed: '✓',
  unsigned: '○',
  changed: '△',
  returned: '↩',
}

/** Where an item stands, by a sign and a word, with who and when. */
export function StateChip({ row }: { row: ReviewRow }) {
  const { i18n } = useLingui()
  return (
    <span className={styles['chip']} data-state={row.state}>
      <span aria-hidden="true">{SIGNS[row.state]}</span> {i18n._(STATE_WORDS[row.state])}
      {row.by !== null && ` · ${row.by}`}
      {row.at !== null && ` · ${shortDayOf(row.at, i18n.locale)}`}
    </span>
  )
}
