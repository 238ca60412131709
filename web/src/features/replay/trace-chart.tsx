import type { RepetitionSeen } from '@dorsal/care'
import type { Trace } from '@dorsal/motion'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { useWidth } from '../../ui/chart/use-width.ts'
import { signalWords } from '../../ui/course/signal-words.ts'
import styles from './replay.module.css'
import { bandOf, boundsOf, keysOf, lineOf, runsOf } from './trace-paths.ts'
import type { FaultMark } from './use-watched.ts'

const HEIGHT = 190
const TOP = 26
const BOTTOM = 24
const LEFT = 48

type TraceChartProps = {
  trace: Trace
  /** The other date's course, laid over this one by so many seconds. */
  other?: { trace: Trace; shift: number } | undefined
  start: number
  end: number
  t: number
  repetitions: readonly RepetitionSeen[]
  faults: readonly FaultMark[]
  onTime: (t: number) => void
}

/** The course of one signal with its error, the repetitions as spans and the faults as marks, on the time of the replay. */
export function TraceChart(props: TraceChartProps) {
  const { trace, other, start, end, t, repetitions, faults, onTime } = props
  const { i18n } = useLingui()
  const [ref, width] = useWidth(600)
  const span = Math.max(0.1, end - start)
  const x = (time: number) => LEFT + ((time - start) / span) * (width - LEFT - 8)
  const shift = other?.shift ?? 0
  const drawn = useMemo(() => {
    const bounds = boundsOf(other === undefined ? [trace] : [trace, other.trace])
    if (bounds === null) return null
    const { low, high } = bounds
    const along = (time: number) => LEFT + ((time - start) / span) * (width - LEFT - 8)
    const y = (value: number) => TOP + (1 - (value - low) / (high - low)) * (HEIGHT - TOP - BOTTOM)
    const of = (one: Trace, by: number) =>
      keysOf(one).map((key) => ({
        key,
        runs: runsOf(one.points, key).map((run) => ({
          line: lineOf(run, { x: (time) => along(time + by), y }),
          band: bandOf(run, { x: (time) => along(time + by), y }),
        })),
      }))
    const ticks = [low, (low + high) / 2, high].map((value) => ({ value, y: y(value) }))
    return { mine: of(trace, 0), theirs: other === undefined ? [] : of(other.trace, shift), ticks }
  }, [trace, other, shift, start, span, width])
  const title = signalWords(trace.signal, i18n)
  const unit = trace.kind === 'trend' ? '' : trace.unit === 'deg' ? '°' : ''
  return (
    <figure className={styles['trace']}>
      <figcaption>
        <strong>{title}</strong>{' '}
        {trace.kind === 'trend' ? (
          <Trans>only a trend: to be compared with itself, no number</Trans>
        ) : (
          <Trans>with its error; where it could not be read honestly there is a gap</Trans>
        )}
      </figcaption>
      <div ref={ref}>
        {drawn === null ? (
          <p className={styles['quiet']}>
            <Trans>Not read in this set: not seen well enough, or not from the right side.</Trans>
          </p>
        ) : (
          <svg
            width={width}
            height={HEIGHT}
            aria-hidden
            onPointerDown={(event) => {
              const { left } = event.currentTarget.getBoundingClientRect()
              onTime(start + ((event.clientX - left - LEFT) / (width - LEFT - 8)) * span)
            }}
          >
            {repetitions.map((one) => (
              <g key={one.number} data-repetition={one.number}>
                <rect
                  className={styles['span']}
                  x={x(one.start)}
                  y={TOP - 4}
                  width={Math.max(2, x(one.end) - x(one.start))}
                  height={HEIGHT - TOP - BOTTOM + 8}
                />
                <text className={styles['number']} x={(x(one.start) + x(one.end)) / 2} y={15}>
                  {one.number}
                </text>
              </g>
            ))}
            {trace.kind !== 'trend' &&
              drawn.ticks.map(({ value, y }) => (
                <text key={value} className={styles['tick']} x={LEFT - 6} y={y + 5}>
                  {trace.unit === 'ratio' ? value.toFixed(2) : Math.round(value)}
                  {unit}
                </text>
              ))}
            {drawn.theirs.map(({ key, runs }) =>
              runs.map(({ line }) => <path key={`${key}${line}`} className={styles['other']} d={line} />),
            )}
            {drawn.mine.map(({ key, runs }) =>
              runs.map(({ line, band }) => (
                <g key={`${key}${line}`} data-side={key}>
                  {trace.kind !== 'trend' && <path className={styles['band']} d={band} />}
                  <path className={styles['line']} d={line} />
                </g>
              )),
            )}
            {faults.map((fault, index) => (
              <text key={`${fault.t}${fault.name}`} className={styles['fault']} x={x(fault.t)} y={HEIGHT - 6}>
                ▲{index + 1}
              </text>
            ))}
            <line className={styles['now']} x1={x(t)} x2={x(t)} y1={TOP - 8} y2={HEIGHT - BOTTOM + 6} />
          </svg>
        )}
      </div>
      {drawn !== null && (drawn.mine.length > 1 || other !== undefined) && (
        <p className={styles['quiet']}>
          {drawn.mine.length > 1 && <Trans>Long dashes: right side. Whole line: left side.</Trans>}{' '}
          {other !== undefined && <Trans>Dots: the other date.</Trans>}
        </p>
      )}
    </figure>
  )
}
