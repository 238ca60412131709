import { AxisBottom, AxisLeft } from '@visx/axis'
import { Group } from '@visx/group'
import { scaleLinear, scaleTime } from '@visx/scale'
import { LinePath } from '@visx/shape'
import { useId } from 'react'
import { shortDayOf } from '../../lib/time.ts'
import type { Point } from './series.ts'
import styles from './trend-chart.module.css'

export type Line = { label: string; points: readonly Point[]; look: 'first' | 'second' }

type Props = {
  title: string
  unit: string
  lines: readonly Line[]
  max: number
  locale: string
  dateWord: string
  tableWord: string
}

const BOX = { width: 560, height: 200, left: 40, right: 12, top: 12, bottom: 30 }

/** At most `most` of the values, evenly over the row, first and last among them. */
export function spread<T>(values: readonly T[], most: number): T[] {
  if (values.length <= most) return [...values]
  return Array.from(
    { length: most },
    (_, i) => values[Math.round((i * (values.length - 1)) / (most - 1))] as T,
  )
}

/** A trend over time as lines with error bars, and the same numbers as a table. */
export function TrendChart({ title, unit, lines, max, locale, dateWord, tableWord }: Props) {
  const id = useId()
  const days = lines.flatMap((line) => line.points.map((point) => Date.parse(point.at)))
  const first = Math.min(...days)
  const last = Math.max(...days)
  const x = scaleTime({
    // One session alone stands in the middle of its day.
    domain: first === last ? [first - 43_200_000, last + 43_200_000] : [first, last],
    range: [BOX.left, BOX.width - BOX.right],
  })
  const y = scaleLinear({ domain: [0, max], range: [BOX.height - BOX.bottom, BOX.top] })
  const dates = [...new Set(lines.flatMap((line) => line.points.map((point) => point.at)))].sort()
  return (
    <figure className={styles['figure']}>
      <figcaption id={id}>
        {title} <span className={styles['unit']}>({unit})</span>
      </figcaption>
      <p className={styles['legend']} aria-hidden="true">
        {lines.map((line) => (
          <span key={line.label} className={styles[line.look]}>
            <svg viewBox="0 0 24 10" width="24" height="10">
              <path d="M0 5H24" />
              <Mark look={line.look} x={12} y={5} />
            </svg>{' '}
            {line.label}
          </span>
        ))}
      </p>
      <svg
        viewBox={`0 0 ${BOX.width} ${BOX.height}`}
        className={styles['chart']}
        role="img"
        aria-labelledby={id}
      >
        <AxisLeft
          left={BOX.left}
          scale={y}
          numTicks={5}
          hideAxisLine
          hideTicks
          tickClassName={styles['tick'] ?? ''}
          tickLabelProps={() => ({ textAnchor: 'end', dy: '0.32em', dx: '-0.4em' })}
        />
        {y.ticks(5).map((tick) => (
          <line
            key={tick}
            className={styles['grid']}
            x1={BOX.left}
            x2={BOX.width - BOX.right}
            y1={y(tick)}
            y2={y(tick)}
          />
        ))}
        <AxisBottom
          top={BOX.height - BOX.bottom}
          scale={x}
          tickValues={spread(dates, 4).map((at) => new Date(at))}
          hideTicks
          axisClassName={styles['axis'] ?? ''}
          tickClassName={styles['tick'] ?? ''}
          tickFormat={(value) => shortDayOf(new Date(Number(value)).toISOString(), locale)}
          tickLabelProps={(_, index, ticks) => ({
            // The first and the last stay within the picture.
            textAnchor:
              ticks.length > 1 && index === ticks.length - 1
                ? 'end'
                : index === 0 && ticks.length > 1
                  ? 'start'
                  : 'middle',
          })}
        />
        {lines.map((line) => (
          <Group key={line.label} className={styles[line.look] ?? ''}>
            <LinePath
              data={[...line.points]}
              x={(point) => x(Date.parse(point.at))}
              y={(point) => y(point.value)}
              fill="none"
            />
            {line.points.map((point) => (
              <g key={point.at}>
                {point.error !== null && (
                  <line
                    className={styles['error']}
                    x1={x(Date.parse(point.at))}
                    x2={x(Date.parse(point.at))}
                    y1={y(Math.max(0, point.value - point.error))}
                    y2={y(Math.min(max, point.value + point.error))}
                  />
                )}
                <Mark look={line.look} x={x(Date.parse(point.at))} y={y(point.value)} />
              </g>
            ))}
          </Group>
        ))}
      </svg>
      <details>
        <summary>{tableWord}</summary>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{dateWord}</th>
              {lines.map((line) => (
                <th scope="col" key={line.label}>
                  {line.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {dates.map((at) => (
              <tr key={at}>
                <th scope="row">{shortDayOf(at, locale)}</th>
                {lines.map((line) => {
                  const point = line.points.find((candidate) => candidate.at === at)
                  return (
                    <td key={line.label}>
                      {point ? `${point.value}${point.error === null ? '' : ` ± ${point.error}`}` : '–'}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

function Mark({ look, x, y }: { look: Line['look']; x: number; y: number }) {
  return look === 'first' ? (
    <circle cx={x} cy={y} r={4} />
  ) : (
    <rect x={x - 4} y={y - 4} width={8} height={8} transform={`rotate(45 ${x} ${y})`} />
  )
}
