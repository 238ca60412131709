import { Trans } from '@lingui/react/macro'
import { shortDayOf } from '../../lib/time.ts'
import { type Band, dayAt, round1, rowsOf, type TrendParts } from './trend.ts'
import styles from './trend-chart.module.css'

/** What usually happens, week by week, apart from what was told: they are read against one another, not as one. */
function Usual({ band: { label, points }, locale }: { band: Band; locale: string }) {
  return (
    <table className={`${styles['table']} ${styles['days']}`}>
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Day</Trans>
          </th>
          <th scope="col">
            <Trans>typical</Trans>
          </th>
          <th scope="col">
            <Trans>many are between</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ at, typical, low, high }) => (
          <tr key={at}>
            <th scope="row">{dayAt(Date.parse(at), locale)}</th>
            <td>{round1(typical)}</td>
            <td>
              {round1(low)}–{round1(high)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same numbers as a chart, day by day, and what happened on the way. */
export function TrendTable({ lines, band, happenings, locale }: TrendParts & { locale: string }) {
  return (
    <details className={styles['details']}>
      <summary>
        <Trans>The same as a table</Trans>
      </summary>
      <table className={`${styles['table']} ${styles['days']}`}>
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
          </tr>
        </thead>
        <tbody>
          {rowsOf(lines).map(({ at, values }) => (
            <tr key={at}>
              <th scope="row">{dayAt(Date.parse(at), locale)}</th>
              {values.map((value, index) => (
                <td key={lines[index]?.label}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {band && <Usual band={band} locale={locale} />}
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
