import { AxisBottom, AxisLeft } from '@visx/axis'
import { Group } from '@visx/group'
import { scaleLinear, scaleTime } from '@visx/scale'
import { AreaClosed, LinePath } from '@visx/shape'
import { type ReactNode, useId } from 'react'
import { Legend } from './legend.tsx'
import { Mark } from './mark.tsx'
import { evenly } from './spread.ts'
import { dayAt, domainOf, type Line, type TrendParts } from './trend.ts'
import styles from './trend-chart.module.css'
import { TrendTable } from './trend-table.tsx'
import { useWidth } from './use-width.ts'

type Props = {
  title: string
  unit: string
  max: number
  locale: string
  lines: readonly Line[]
  band?: TrendParts['band']
  happenings?: TrendParts['happenings']
  /** Drawn at least from the first to the last of these. */
  span?: readonly string[]
  /** Said with the chart, always: what its bars and bands are, and what they are not. */
  children?: ReactNode
}

const EDGE = { height: 230, left: 34, right: 14, top: 12, bottom: 30 }
/** Room that a day needs below the chart, in pixels. */
const DAY_WIDTH = 90

/** A trend over time: lines with bars of error, what usually happens as a band, what happened on the way; and all of it as a table. */
export function TrendChart({
  title,
  unit,
  lines,
  max,
  locale,
  band = null,
  happenings = [],
  span = [],
  children,
}: Props) {
  const id = useId()
  const [room, width] = useWidth(560)
  const parts: TrendParts = { lines, band, happenings }
  const [from, to] = domainOf(parts, span)
  const x = scaleTime({ domain: [from, to], range: [EDGE.left, width - EDGE.right] })
  const y = scaleLinear({ domain: [0, max], range: [EDGE.height - EDGE.bottom, EDGE.top] })
  const xOf = (at: string) => x(Date.parse(at))
  const days = evenly(from, to, Math.max(2, Math.min(5, Math.floor(width / DAY_WIDTH))))
  return (
    <figure className={styles['figure']}>
      <figcaption id={id}>
        {title} <span className={styles['unit']}>({unit})</span>
      </figcaption>
      <Legend {...parts} />
      <div ref={room}>
        <svg
          viewBox={`0 0 ${width} ${EDGE.height}`}
          className={styles['chart']}
          role="img"
          aria-labelledby={id}
        >
          {y.ticks(5).map((tick) => (
            <line
              key={tick}
              className={styles['grid']}
              x1={EDGE.left}
              x2={width - EDGE.right}
              y1={y(tick)}
              y2={y(tick)}
            />
          ))}
          {band && (
            <>
              <AreaClosed
                className={styles['band'] ?? ''}
                data={[...band.points]}
                x={(point) => xOf(point.at)}
                y0={(point) => y(Math.max(0, point.low))}
                y1={(point) => y(Math.min(max, point.high))}
                yScale={y}
              />
              <LinePath
                className={styles['typical'] ?? ''}
                data={[...band.points]}
                x={(point) => xOf(point.at)}
                y={(point) => y(point.typical)}
                fill="none"
              />
            </>
          )}
          {happenings.map(({ label, from: begin, to: end }) =>
            end === null ? (
              <path
                key={`${label}${begin}`}
                className={styles['moment']}
                d={`M${xOf(begin)} ${EDGE.top}V${EDGE.height - EDGE.bottom}`}
              />
            ) : (
              <rect
                key={`${label}${begin}`}
                className={styles['span']}
                x={xOf(begin)}
                y={EDGE.top}
                width={Math.max(4, xOf(end) - xOf(begin))}
                height={EDGE.height - EDGE.bottom - EDGE.top}
              />
            ),
          )}
          <AxisLeft
            left={EDGE.left}
            scale={y}
            numTicks={5}
            hideAxisLine
            hideTicks
            tickClassName={styles['tick'] ?? ''}
            tickLabelProps={() => ({ textAnchor: 'end', dy: '0.32em', dx: '-0.4em' })}
          />
          <AxisBottom
            top={EDGE.height - EDGE.bottom}
            scale={x}
            tickValues={days.map((at) => new Date(at))}
            hideTicks
            axisClassName={styles['axis'] ?? ''}
            tickClassName={styles['tick'] ?? ''}
            tickFormat={(value) => dayAt(Number(value), locale)}
            tickLabelProps={(_, index) => ({
              // The first and the last stay within the picture.
              textAnchor: index === days.length - 1 ? 'end' : index === 0 ? 'start' : 'middle',
            })}
          />
          {lines.map((line) => (
            <Group key={line.label} className={styles[line.look] ?? ''}>
              {!line.dots && (
                <LinePath
                  data={[...line.points]}
                  x={(point) => xOf(point.at)}
                  y={(point) => y(point.value)}
                  fill="none"
                />
              )}
              {line.points.map((point) => (
                <g key={point.at}>
                  {point.error !== null && (
                    <line
                      className={styles['error']}
                      x1={xOf(point.at)}
                      x2={xOf(point.at)}
                      y1={y(Math.max(0, point.value - point.error))}
                      y2={y(Math.min(max, point.value + point.error))}
                    />
                  )}
                  <Mark look={line.look} x={xOf(point.at)} y={y(point.value)} />
                </g>
              ))}
            </Group>
          ))}
        </svg>
      </div>
      {children && <div className={styles['said']}>{children}</div>}
      <TrendTable {...parts} locale={locale} />
    </figure>
  )
}
