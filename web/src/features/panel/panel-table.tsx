import type { PanelRow as Row } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Fragment, type ReactNode, useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import { PanelRow } from './panel-row.tsx'
import styles from './panel-page.module.css'
import { useWindow } from './use-window.ts'

export type TableHandle = { focus: (index: number) => void }

type Props = {
  total: number
  rowAt: (index: number) => Row | undefined
  active: number
  onActive: (index: number) => void
  onShown: (first: number, last: number) => void
  onOpen: (row: Row) => void
  /** What stands below the row of this person. */
  below: { patientId: string; content: ReactNode } | null
  handle: Ref<TableHandle>
}

/** The rows that are near the window, in a table that says how many there are. */
export function PanelTable({ total, rowAt, active, onActive, onShown, onOpen, below, handle }: Props) {
  const { t } = useLingui()
  const body = useRef<HTMLTableSectionElement>(null)
  const wanted = useRef<number | null>(null)
  const { first, last, rowPx, many } = useWindow(total, body)
  useEffect(() => onShown(first, last), [first, last, onShown])
  const linkOf = (index: number) => body.current?.querySelector<HTMLElement>(`tr[data-index="${index}"] a`)
  // A row that was far away is focused once it is drawn.
  useEffect(() => {
    const index = wanted.current
    const link = index === null ? null : linkOf(index)
    if (!link) return
    wanted.current = null
    link.focus()
  })
  useImperativeHandle(handle, () => ({
    focus: (index) => {
      const link = linkOf(index)
      if (link) return link.focus()
      wanted.current = index
      const top = window.scrollY + (body.current?.getBoundingClientRect().top ?? 0) + index * rowPx
      window.scrollTo({ top: top - window.innerHeight / 2 })
    },
  }))
  const above = first * rowPx
  const beneath = (total - 1 - last) * rowPx
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  return (
    <section className={styles['scroll']} aria-label={t`Patients by need`}>
      <table className={styles['table']} aria-rowcount={total + 1} data-many={many || undefined}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Patient</Trans>
            </th>
            <th scope="col">
              <Trans>Why now</Trans>
            </th>
            <th scope="col" className={styles['number']}>
              <Trans>Pain, first → last</Trans>
            </th>
            <th scope="col" className={styles['number']}>
              <Trans>Sessions, 7 days</Trans>
            </th>
            <th scope="col">
              <Trans>Last session</Trans>
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {above > 0 && <Gap size={above} />}
          {shown.map((index) => {
            const row = rowAt(index)
            return (
              <Fragment key={row?.patientId ?? index}>
                <PanelRow
                  row={row}
                  index={index}
                  active={index === active}
                  onOpen={onOpen}
                  onFocus={() => onActive(index)}
                />
                {row !== undefined && row.patientId === below?.patientId && (
                  <tr>
                    <td colSpan={5}>{below.content}</td>
                  </tr>
                )}
              </Fragment>
            )
          })}
          {beneath > 0 && <Gap size={beneath} />}
        </tbody>
      </table>
    </section>
  )
}

/** Room for rows that are not drawn. */
function Gap({ size }: { size: number }) {
  return (
    <tr aria-hidden="true" className={styles['gap']}>
      <td colSpan={5} style={{ blockSize: size }}>
        {' '}
      </td>
    </tr>
  )
}
