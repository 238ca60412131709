import { Mark } from './mark.tsx'
import type { TrendParts } from './trend.ts'
import styles from './trend-chart.module.css'

/** What the marks of a chart are; the table below says all of it in words. */
export function Legend({ lines, band, happenings }: TrendParts) {
  const kinds = [...new Map(happenings.map((one) => [one.to === null ? 'moment' : 'span', one])).entries()]
  return (
    <p className={styles['legend']} aria-hidden="true">
      {lines.map((line) => (
        <span key={line.label} className={styles[line.look]}>
          <svg viewBox="0 0 24 12" width="24" height="12">
            {!line.dots && <path d="M0 6H24" />}
            <Mark look={line.look} x={12} y={6} />
          </svg>{' '}
          {line.label}
        </span>
      ))}
      {band && (
        <span>
          <svg viewBox="0 0 24 12" width="24" height="12">
            <rect className={styles['band']} width={24} height={12} />
            <path className={styles['typical']} d="M0 6H24" />
          </svg>{' '}
          {band.label}
        </span>
      )}
      {kinds.map(([kind, { label }]) => (
        <span key={kind}>
          <svg viewBox="0 0 24 12" width="24" height="12">
            {kind === 'span' ? (
              <rect className={styles['span']} width={24} height={12} />
            ) : (
              <path className={styles['moment']} d="M12 0V12" />
            )}
          </svg>{' '}
          {label}
        </span>
      ))}
    </p>
  )
}
