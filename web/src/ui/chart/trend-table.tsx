import { Trans } from '@lingui/react/macro'
import { shortDayOf } from '../../lib/time.ts'
import { round1, type TrendParts } from './trend.ts'
import styles from './trend-chart.module.css'

/** The same numbers as a chart, day by day, and what happened on the way. */
export function TrendTable({ lines, band, happenings, locale }: TrendParts & { locale: string }) {
  const dates = [
    ...new Set([
      ...lines.flatMap(({ points }) => points.map(({ at }) => at)),
      ...(band?.points ?? []).map(({ at }) => at),
    ]),
  ].sort((a, b) => Date.parse(a) - Date.parse(b))
  return (
    <details className={styles['details']}>
      <summary>
        <Trans>The same as a table</Trans>
      </summary>
      <div>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Day</Trans>
              </th>
              {lines.map(({ label }) => (
                <th scope="col" key={label}>
                  {label}
                </th>
              ))}
              {band && <th scope="col">{band.label}</th>}
            </tr>
          </thead>
          <tbody>
            {dates.map((at) => {
              const usual = band?.points.find((point) => point.at === at)
              return (
                <tr key={at}>
                  <th scope="row">{shortDayOf(at, locale)}</th>
                  {lines.map(({ label, points }) => {
                    const point = points.find((one) => one.at === at)
                    const error = point?.error == null ? '' : ` ± ${round1(point.error)}`
                    return <td key={label}>{point === undefined ? '–' : `${round1(point.value)}${error}`}</td>
                  })}
                  {band && (
                    <td>
                      {usual === undefined
                        ? '–'
                        : `${round1(usual.typical)} (${round1(usual.low)}–${round1(usual.high)})`}
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {happenings.length > 0 && (
        <ul>
          {happenings.map(({ label, from, to }) => (
            <li key={`${label}${from}`}>
              {label}: {shortDayOf(from, locale)}
              {to !== null && ` – ${shortDayOf(to, locale)}`}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
