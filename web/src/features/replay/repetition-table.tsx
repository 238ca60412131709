import { differenceOf, type RepetitionSeen } from '@dorsal/care'
import { rangeText } from '@dorsal/motion'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import styles from './replay.module.css'
import { SIDE_WORDS } from './replay-words.ts'
import type { Shown } from './use-watched.ts'

type Pair = { a: RepetitionSeen; b: RepetitionSeen }
type RepetitionTableProps = {
  shown: Shown
  pairs: readonly Pair[] | null
  t: number
  onGo: (at: RepetitionSeen) => void
}

/** Each repetition in words: side, range with its error, how long, what was corrected; and against the other date, where one is chosen. */
export function RepetitionTable({ shown, pairs, t: now, onGo }: RepetitionTableProps) {
  const { t, i18n } = useLingui()
  const [trace] = shown.watched.traces
  const text = (reached: RepetitionSeen['reached']) =>
    trace === undefined || reached === null
      ? null
      : rangeText({ signal: trace.signal, unit: trace.unit, error: reached.error }, reached.value)
  return (
    <section className={styles['scroll']} aria-label={t`Repetitions`}>
      <table className={styles['table']}>
        <caption className="visually-hidden">
          <Trans>The repetitions of this set</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Repetition</Trans>
            </th>
            <th scope="col">
              <Trans>Side</Trans>
            </th>
            <th scope="col">
              <Trans>Range</Trans>
            </th>
            <th scope="col">
              <Trans>Seconds</Trans>
            </th>
            <th scope="col">
              <Trans>Corrected</Trans>
            </th>
            {pairs !== null && (
              <th scope="col">
                <Trans>Against the other date</Trans>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.repetitions.map((one) => {
            const faults = shown.faults.filter((fault) => fault.t >= one.start && fault.t <= one.end)
            const pair = pairs?.find(({ a }) => a.number === one.number)
            return (
              <tr key={one.number} data-now={now >= one.start && now <= one.end}>
                <th scope="row">
                  <Button
                    look="quiet"
                    onClick={() => onGo(one)}
                    aria-label={t`Go to repetition ${one.number}`}
                  >
                    {one.number}
                  </Button>
                </th>
                <td>{i18n._(SIDE_WORDS[one.side])}</td>
                <td>{text(one.reached) ?? <Trans>not measured</Trans>}</td>
                <td>
                  {one.seconds.toFixed(1)}
                  {one.partial && (
                    <>
                      {' · '}
                      <Trans>not all the way</Trans>
                    </>
                  )}
                </td>
                <td>{faults.length === 0 ? '–' : faults.map(({ name }) => name).join(', ')}</td>
                {pairs !== null && (
                  <td>
                    <Against pair={pair} degrees={trace?.unit === 'deg'} />
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** The difference to the same repetition of the other date, never said as more than it is. */
function Against({ pair, degrees }: { pair: Pair | undefined; degrees: boolean }) {
  if (pair === undefined) return <Trans>no such repetition</Trans>
  const found = differenceOf(pair.b.reached, pair.a.reached)
  if (found.verdict === 'not-measured') return <Trans>cannot be compared</Trans>
  const say = (value: number) => (degrees ? `${Math.round(value)}°` : value.toFixed(2))
  const error = say(found.error)
  if (found.verdict === 'within-error')
    return <Trans>smaller than the error of measurement (± {error})</Trans>
  const change = `${found.difference > 0 ? '+' : '−'}${say(Math.abs(found.difference))}`
  return (
    <>
      {change} ± {error}
    </>
  )
}
