import { type Threshold, thresholdsOf } from '@dorsal/care'
import type { I18n } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react/macro'
import styles from './content-review.module.css'
import { nameOf } from './fields.tsx'
import { SOURCE_WORDS, UNIT_WORDS } from './words.ts'

const SIGNS = { equals: '=', 'at-least': '≥', 'at-most': '≤' } as const

function valueOf({ is, value, to, of }: Threshold): string {
  if (to !== undefined) return to === null ? `≥ ${value}` : `${value}–${to}`
  return of === null ? String(value) : `${SIGNS[is]} ${value}`
}

const sourceOf = ({ source }: Threshold, i18n: I18n): string =>
  source
    .map((one) => {
      const words = SOURCE_WORDS[one]
      return words === undefined ? one : i18n._(words)
    })
    .join(', ')

/** Every number of an item that decides something, with its unit and what stands behind it. */
export function ThresholdsTable({ item }: { item: unknown }) {
  const { i18n, t } = useLingui()
  const rows = thresholdsOf(item)
  if (rows.length === 0) return null
  return (
    <section>
      <h2>
        <Trans>Numbers that decide</Trans>
      </h2>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Where</Trans>
              </th>
              <th scope="col">
                <Trans>Compared with</Trans>
              </th>
              <th scope="col">
                <Trans>Value</Trans>
              </th>
              <th scope="col">
                <Trans>Unit</Trans>
              </th>
              <th scope="col">
                <Trans>Source</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={`${at}-${row.path}`}>
                <th scope="row">{row.path.split('.').map(nameOf).join(' › ') || '–'}</th>
                <td>{row.of ?? '–'}</td>
                <td className={styles['number']}>{valueOf(row)}</td>
                <td>{i18n._(UNIT_WORDS[row.unit])}</td>
                <td>{sourceOf(row, i18n) || t`own judgement, none named`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
