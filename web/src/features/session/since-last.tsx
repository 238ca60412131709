import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Card } from '../../ui/card.tsx'
import { RangeValue } from '../../ui/range-line.tsx'
import type { Compared, Verdict } from './against-last.ts'
import styles from './questions.module.css'

const VERDICTS: Readonly<Record<Verdict, MessageDescriptor>> = {
  further: msg`further than last time`,
  'less-far': msg`not as far as last time`,
  faster: msg`faster than last time`,
  slower: msg`slower than last time`,
  'about-the-same': msg`about the same as last time`,
}
const SIDES: Readonly<Record<'left' | 'right', MessageDescriptor>> = { left: msg`left`, right: msg`right` }

/** The measured exercises against the last time, in words first; only what is beyond the error of the camera is called a difference. */
export function SinceLast({
  compared,
  nameOf,
}: {
  compared: readonly Compared[]
  nameOf: (id: string) => string
}) {
  const { t, i18n } = useLingui()
  if (compared.length === 0) return null
  return (
    <Card label={t`Against last time`}>
      <h2>
        <Trans>Against last time</Trans>
      </h2>
      <ul className={styles['list']} data-since-last={compared.length}>
        {compared.map(({ exerciseId, now, before, verdicts }) => (
          <li key={exerciseId}>
            <strong>{nameOf(exerciseId)}:</strong>{' '}
            {verdicts
              .map(({ side, verdict }) =>
                side === 'both'
                  ? i18n._(VERDICTS[verdict])
                  : `${i18n._(SIDES[side])} ${i18n._(VERDICTS[verdict])}`,
              )
              .join(', ')}
            <br />
            <span className={styles['small']}>
              <Trans>
                today <RangeValue range={now} />; last time <RangeValue range={before} />
              </Trans>
            </span>
          </li>
        ))}
      </ul>
      <p className={styles['small']}>
        <Trans>
          The camera can be off by what stands after ±. Within that nobody can tell a difference, so we do
          not.
        </Trans>
      </p>
    </Card>
  )
}
