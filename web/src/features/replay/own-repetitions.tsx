import type { RepetitionSeen } from '@dorsal/care'
import type { Trace } from '@dorsal/motion'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import styles from './replay.module.css'
import { SIDE_WORDS } from './replay-words.ts'

type OwnRepetitionsProps = {
  repetitions: readonly RepetitionSeen[]
  trace: Trace | undefined
  now: RepetitionSeen | undefined
  onGo: (to: RepetitionSeen) => void
}

/** How far one went, as far as that can be told: with its error where it is an angle, and nothing where it was not seen. */
function HowFar({ one, trace }: { one: RepetitionSeen; trace: Trace | undefined }) {
  if (one.reached === null || trace?.unit !== 'deg')
    return <Trans>How far you went could not be measured here.</Trans>
  const degrees = Math.round(one.reached.value)
  const error = Math.ceil(one.reached.error)
  return (
    <Trans>
      About {degrees}°, give or take {error}°.
    </Trans>
  )
}

/** Each repetition in plain words, to go to. Nothing here says what was wrong: that is for the set itself, and for a therapist. */
export function OwnRepetitions({ repetitions, trace, now, onGo }: OwnRepetitionsProps) {
  const { t, i18n } = useLingui()
  if (repetitions.length === 0)
    return (
      <p>
        <Trans>No repetition was counted in this set.</Trans>
      </p>
    )
  return (
    <section aria-label={t`Repetitions`}>
      <ol className={styles['own']}>
        {repetitions.map((one) => {
          const seconds = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 1 }).format(one.seconds)
          return (
            <li key={one.number} aria-current={one.number === now?.number ? 'true' : undefined}>
              <Button look="plain" onClick={() => onGo(one)} aria-label={t`Go to repetition ${one.number}`}>
                {one.number}
              </Button>
              <p>
                {one.side !== 'both' && <>{i18n._(SIDE_WORDS[one.side])} · </>}
                <HowFar one={one} trace={trace} />{' '}
                <span className={styles['quiet']}>
                  <Trans>{seconds} seconds</Trans>
                </span>
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
