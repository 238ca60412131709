import type { PanelRow as Row } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import type { FocusEventHandler } from 'react'
import { shortDayOf } from '../../lib/time.ts'
import { Chip } from './chip.tsx'
import styles from './panel-page.module.css'

type Props = {
  row: Row | undefined
  index: number
  active: boolean
  onOpen: (row: Row) => void
  onFocus: FocusEventHandler
}

/** One person of the panel. Not there yet: an empty line of the same height, so that nothing jumps. */
export function PanelRow({ row, index, active, onOpen, onFocus }: Props) {
  const { t, i18n } = useLingui()
  if (row === undefined)
    return (
      <tr data-index={index} aria-rowindex={index + 2}>
        <td colSpan={5} className={styles['coming']}>
          …
        </td>
      </tr>
    )
  return (
    <tr data-index={index} aria-rowindex={index + 2} onFocus={onFocus}>
      <th scope="row">
        <a
          href={`/clinician/patients/${row.patientId}`}
          tabIndex={active ? 0 : -1}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey) return
            event.preventDefault()
            onOpen(row)
          }}
        >
          {row.label}
        </a>
        {row.lead && (
          <span className={styles['lead']}>
            {row.coverUntil ? (
              <Trans>
                of {row.lead}, you stand in until {shortDayOf(row.coverUntil, i18n.locale)}
              </Trans>
            ) : (
              row.lead
            )}
          </span>
        )}
      </th>
      <td>
        <span className={styles['chips']}>
          {row.reasons.length === 0 ? (
            <span className={styles['quiet']}>
              <Trans>Nothing waits</Trans>
            </span>
          ) : (
            row.reasons.map((reason) => <Chip key={reason} reason={reason} />)
          )}
        </span>
      </td>
      <td className={styles['number']} data-word={t`Pain`}>
        {row.painFirst === null ? '–' : `${row.painFirst} → ${row.painLast ?? '–'}`}
      </td>
      <td className={styles['number']} data-word={t`Sessions in 7 days`}>
        {row.sessionsLast7Days}
      </td>
      <td data-word={t`Last session`}>
        {row.lastSessionAt ? shortDayOf(row.lastSessionAt, i18n.locale) : t`none yet`}
      </td>
    </tr>
  )
}
