import type { SignOff } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useReview } from '../lib/reviewed.ts'
import { dateOf } from '../lib/time.ts'
import styles from './review-mark.module.css'

type Props = {
  /** Which item, as `exercises/cat-cow`. */
  of: string
  /** The mark of its own file, for as long as the clinic's word is not known. */
  shipped?: SignOff | undefined
}

/** The same in a few letters, where a row has no room: beside a name in a list or an editor. */
export function ReviewSign({ of }: Pick<Props, 'of'>) {
  const { t } = useLingui()
  const review = useReview()(of)
  const by = review.state === 'signed' ? review.by : null
  const words = {
    signed: t`reviewed by ${by}`,
    changed: t`changed since the review`,
    unsigned: t`not yet reviewed`,
  }[review.state]
  return (
    <span className={styles['sign']} data-review={review.state}>
      <span aria-hidden="true">{review.state === 'signed' ? '✓' : '○'}</span> {words}
    </span>
  )
}

/** By whom and when the clinic reviewed an item, or that it has not: the same words wherever content is shown. */
export function ReviewMark({ of, shipped }: Props) {
  const review = useReview()(of, shipped)
  if (review.state !== 'signed')
    return (
      <p className={styles['mark']} data-review={review.state}>
        {review.state === 'changed' ? (
          <Trans>Changed since this clinic reviewed it</Trans>
        ) : (
          <Trans>Not yet reviewed by this clinic</Trans>
        )}
      </p>
    )
  const { by, at } = review
  const on = at === null ? '' : dateOf(at)
  return (
    <p className={styles['signed']} data-review="signed">
      <span aria-hidden="true">✓ </span>
      {on === '' ? (
        <Trans>Reviewed by {by}</Trans>
      ) : (
        <Trans>
          Reviewed by {by}, {on}
        </Trans>
      )}
    </p>
  )
}
