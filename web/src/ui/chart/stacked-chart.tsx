import { Trans } from '@lingui/react/macro'
import { AxisBottom } from '@visx/axis'
import { scaleLinear, scaleTime } from '@visx/scale'
import { LinePath } from '@visx/shape'
import { useId } from 'react'
import { shortDayOf } from '../../lib/time.ts'
import { Mark } from './mark.tsx'
import { evenly } from './spread.ts'
import { type Bar, gathered, type Marked, type Panel, toldIn } from './stacked.ts'
import styles from './stacked-chart.module.css'
import { dayAt, domainOf, type Happening } from './trend.ts'
import chart from './trend-chart.module.css'
import { useWidth } from './use-width.ts'

type Props = {
  title: string
  locale: string
  panels: readonly Panel[]
  marks: readonly Marked[]
  spans: readonly Happening[]
  /** Drawn at least from the first to the last of these. */
  span: readonly string[]
}

const EDGE = { left: 34, right: 14, top: 18, panel: 92, bottom: 6, lane: 20, axis: 30 }
const DAY_WIDTH = 90
const MARK_ROOM = 22

/** Several pictures above one another on one and the same time, and what happened as signs below with a line through all of them. */
export function StackedChart({ title, locale, panels, marks, spans, span }: Props) {
  const id = useId()
  const [room, width] = useWidth(900)
  const [from, to] = domainOf(
    { lines: panels.flatMap(({ lines }) => lines), band: null, happenings: spans },
    [...span, ...marks.map(({ at }) => at)],
  )
  const x = scaleTime({ domain: [from, to], range: [EDGE.left, width - EDGE.right] })
  const xOf = (at: string) => x(Date.parse(at))
  const days = evenly(from, to, Math.max(2, Math.min(8, Math.floor(width / DAY_WIDTH))))
  const groups = gathered(marks, xOf, MARK_ROOM)
  const told = toldIn(panels, marks, spans)
  return (
    <figure className={chart['figure']}>
      <figcaption id={id}>{title}</figcaption>
      <p className={chart['legend']} aria-hidden="true">
        {[...new Map(marks.map((one) => [one.sign, one])).values()].map(({ sign, label }) => (
          <span key={sign}>
            <b>{sign}</b> {label}
          </span>
        ))}
        {spans[0] && (
          <span>
            <svg viewBox="0 0 24 12" width="24" height="12">
              <rect className={chart['span']} width={24} height={12} />
            </svg>{' '}
            {spans[0].label}
          </span>
        )}
      </p>
      <div ref={room} className={styles['panels']}>
        {panels.map((panel) => (
          <OnePanel key={panel.title} panel={panel} width={width} xOf={xOf} spans={spans} groups={groups} />
        ))}
        <svg viewBox={`0 0 ${width} ${EDGE.lane + EDGE.axis}`} className={styles['chart']} aria-hidden="true">
          {groups.map(({ x: place, signs, labels }) => (
            <text key={place} x={place} y={EDGE.lane - 6} className={styles['sign']}>
              {signs}
              <title>{labels.join(', ')}</title>
            </text>
          ))}
          <AxisBottom
            top={EDGE.lane}
            scale={x}
            tickValues={days.map((at) => new Date(at))}
            hideTicks
            axisClassName={chart['axis'] ?? ''}
            tickClassName={chart['tick'] ?? ''}
            tickFormat={(value) => dayAt(Number(value), locale)}
            tickLabelProps={(_, index) => ({
              textAnchor: index === days.length - 1 ? 'end' : index === 0 ? 'start' : 'middle',
            })}
          />
        </svg>
      </div>
      <details className={chart['details']}>
        <summary>
          <Trans>All of it as a table ({told.length})</Trans>
        </summary>
        <table className={chart['table']}>
          <tbody>
            {told.map(({ at, what, value }, index) => (
              <tr key={`${at}${what}${index}`}>
                <th scope="row">{shortDayOf(at, locale)}</th>
                <td>{what}</td>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

type PanelProps = {
  panel: Panel
  width: number
  xOf: (at: string) => number
  spans: readonly Happening[]
  groups: readonly { x: number }[]
}

function OnePanel({ panel, width, xOf, spans, groups }: PanelProps) {
  const { title, max, lines, bars = [], none } = panel
  const id = useId()
  const { top } = EDGE
  const foot = top + EDGE.panel
  const y = scaleLinear({ domain: [0, max], range: [foot, top] })
  const [left, right] = [EDGE.left, width - EDGE.right]
  const empty = bars.length === 0 && lines.every(({ points }) => points.length === 0)
  return (
    <div>
      <p className={chart['legend']}>
        <b id={id} className={styles['title']}>
          {title}
        </b>
        {lines
          .filter(({ points }) => points.length > 0)
          .map(({ label, look }) => (
            <span key={label} className={chart[look]} aria-hidden="true">
              <svg viewBox="0 0 14 12" width="14" height="12">
                <Mark look={look} x={7} y={6} />
              </svg>{' '}
              {label}
            </span>
          ))}
      </p>
      <svg
        viewBox={`0 0 ${width} ${foot + EDGE.bottom}`}
        className={styles['chart']}
        role="img"
        aria-labelledby={id}
      >
        {spans.map(({ label, from: begin, to: end }) => (
          <rect
            key={`${label}${begin}`}
            className={chart['span']}
            x={xOf(begin)}
            y={top}
            width={Math.max(4, xOf(end ?? begin) - xOf(begin))}
            height={EDGE.panel}
          />
        ))}
        {groups.map(({ x }) => (
          <path key={x} className={styles['through']} d={`M${x} 0V${foot + EDGE.bottom}`} />
        ))}
        {[0, max].map((tick) => (
          <g key={tick}>
            <line className={chart['grid']} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
            <text x={left - 6} y={y(tick) + 4} className={styles['tick']}>
              {tick}
            </text>
          </g>
        ))}
        {empty && (
          <text x={(left + right) / 2} y={top + EDGE.panel / 2} className={styles['none']}>
            {none}
          </text>
        )}
        {bars.map((bar) => (
          <OneBar key={bar.from} bar={bar} y={y} xOf={xOf} right={right} />
        ))}
        {lines.map((line) => (
          <g key={line.label} className={chart[line.look]}>
            {!line.dots && line.points.length > 1 && (
              <LinePath
                data={[...line.points]}
                x={({ at }) => xOf(at)}
                y={({ value }) => y(value)}
                fill="none"
              />
            )}
            {line.points.map(({ at, value, error }) => (
              <g key={at}>
                {error !== null && (
                  <line
                    className={chart['error']}
                    x1={xOf(at)}
                    x2={xOf(at)}
                    y1={y(Math.max(0, value - error))}
                    y2={y(Math.min(max, value + error))}
                  />
                )}
                <Mark look={line.look} x={xOf(at)} y={y(value)} />
              </g>
            ))}
          </g>
        ))}
      </svg>
    </div>
  )
}

type BarProps = { bar: Bar; y: (value: number) => number; xOf: (at: string) => number; right: number }

function OneBar({ bar: { from, to, done, planned }, y, xOf, right }: BarProps) {
  const [x1, x2] = [xOf(from) + 2, Math.min(right, xOf(to)) - 2]
  const wide = Math.max(3, x2 - x1)
  return (
    <g>
      <rect className={styles['planned']} x={x1} width={wide} y={y(planned)} height={y(0) - y(planned)} />
      <rect className={styles['done']} x={x1} width={wide} y={y(done)} height={y(0) - y(done)} />
      {wide > 34 && (
        <text x={x1 + wide / 2} y={y(planned) - 4} className={styles['count']}>
          {done}/{planned}
        </text>
      )}
    </g>
  )
}
