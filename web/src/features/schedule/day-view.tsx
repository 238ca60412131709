import type { DeskVisit } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { BlockCard, PX } from './block-card.tsx'
import { type Block, type Column, clockOf, hoursShown, walk } from './day-grid.ts'
import { KeyLine } from './key-line.tsx'
import styles from './schedule.module.css'
import { useKeysWithin } from './use-keys.ts'
import { type Moving, useDrag } from './use-drag.ts'

export type Key = 'a' | 'd' | 'n'

type Props = {
  columns: readonly Column[]
  zone: string
  step: number
  /** The minute of now, where the day is today. */
  now: number | null
  onOpen: (block: Block) => void
  onMove: (visit: DeskVisit, staffId: string, minute: number) => void
  onKey: (visit: DeskVisit, key: Key) => void
}

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const
type Arrow = (typeof ARROWS)[number]
const isArrow = (key: string): key is Arrow => ARROWS.some((one) => one === key)

/** One day: a column for each therapist, walked through by arrows, changed by keys or by dragging. */
export function DayView({ columns, zone, step, now, onOpen, onMove, onKey }: Props) {
  const { t } = useLingui()
  const [active, setActive] = useState<string | null>(null)
  const [one, setOne] = useState<string | null>(null)
  const [moving, setMoving] = useState<Moving | null>(null)
  const grid = useRef<HTMLElement>(null)
  const wantsFocus = useRef(false)
  const shown = useMemo(() => hoursShown(columns), [columns])
  const all = columns.flatMap(({ blocks }) => blocks)
  const current = all.some(({ key }) => key === active) ? active : (all[0]?.key ?? null)
  const first = columns.some(({ staffId }) => staffId === one) ? one : (columns[0]?.staffId ?? null)
  const { grab, wasDragged } = useDrag({ grid, columns, step, setMoving, onDrop: onMove })
  const latest = useRef(onOpen)
  useEffect(() => {
    latest.current = onOpen
  })
  const open = useCallback(
    (block: Block) => {
      if (!wasDragged()) latest.current(block)
    },
    [wasDragged],
  )
  useEffect(() => {
    if (!wantsFocus.current || current === null) return
    wantsFocus.current = false
    grid.current?.querySelector<HTMLElement>(`[data-key="${current}"]`)?.focus()
  })
  const go = (block: Block | undefined) => {
    if (block === undefined) return
    wantsFocus.current = true
    setActive(block.key)
    setOne(block.staffId)
  }
  const shift = (to: Moving, key: Arrow) => {
    if (key === 'ArrowUp' || key === 'ArrowDown') {
      const from = to.from + (key === 'ArrowUp' ? -step : step)
      const fits = from >= 0 && from + to.to - to.from <= 24 * 60
      if (fits) setMoving({ ...to, from, to: from + to.to - to.from })
      return
    }
    const at = columns.findIndex(({ staffId }) => staffId === to.staffId)
    const next = columns[at + (key === 'ArrowLeft' ? -1 : 1)]
    if (next === undefined) return
    setOne(next.staffId)
    setMoving({ ...to, staffId: next.staffId })
  }
  const whileMoving = (to: Moving, key: string): boolean => {
    if (isArrow(key)) shift(to, key)
    else if (key === 'Enter') {
      setMoving(null)
      wantsFocus.current = true
      onMove(to.visit, to.staffId, to.from)
    } else if (key === 'Escape') setMoving(null)
    else return false
    return true
  }
  useKeysWithin(grid, (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const { key } = event
    const block = all.find((each) => each.key === current)
    const heard = (): boolean => {
      if (moving) return whileMoving(moving, key)
      if (isArrow(key)) {
        go(walk(columns, current ?? '', key))
        return true
      }
      if (block?.what === 'free' && key === 'b') onOpen(block)
      else if (block?.what !== 'visit') return false
      else if (key === 'm' && block.visit.state === 'booked')
        setMoving({ visit: block.visit, staffId: block.staffId, from: block.from, to: block.to })
      else if (key === 'a' || key === 'd' || key === 'n') onKey(block.visit, key)
      else return false
      return true
    }
    if (heard()) event.preventDefault()
  })
  const hours = Array.from({ length: (shown.to - shown.from) / 60 }, (_, n) => shown.from + n * 60)
  const height = (shown.to - shown.from) * PX
  const place = (span: { from: number; to: number }) => ({
    insetBlockStart: (Math.max(span.from, shown.from) - shown.from) * PX,
    blockSize: (Math.min(span.to, shown.to) - Math.max(span.from, shown.from)) * PX,
  })
  if (columns.length === 0)
    return (
      <p>
        <Trans>Nobody sees people on this day.</Trans>
      </p>
    )
  const target = columns.find(({ staffId }) => staffId === moving?.staffId)
  return (
    <div className={styles['dayview']}>
      <label className={styles['switch']}>
        <Trans>Therapist</Trans>
        <select value={first ?? ''} onChange={(event) => setOne(event.target.value)}>
          {columns.map(({ staffId, name }) => (
            <option key={staffId} value={staffId}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <KeyLine />
      <output className="visually-hidden">
        {moving && target ? `${t`Moving to`} ${clockOf(moving.from)}, ${target.name}` : ''}
      </output>
      <section ref={grid} className={styles['columns']} aria-label={t`Visits of the day`}>
        <div className={styles['clock']} aria-hidden="true">
          <div className={styles['name']} />
          <div style={{ blockSize: height }} className={styles['rule']}>
            {hours.map((hour) => (
              <span key={hour} style={{ insetBlockStart: (hour - shown.from) * PX }}>
                {clockOf(hour)}
              </span>
            ))}
          </div>
        </div>
        {columns.map((column) => (
          <section
            key={column.staffId}
            className={styles['column']}
            data-here={column.staffId === first}
            data-staff={column.staffId}
            aria-label={column.name}
          >
            <h2 className={styles['name']}>{column.name}</h2>
            <div className={styles['time']} style={{ blockSize: height }}>
              {column.open.map((span) => (
                <div key={span.from} className={styles['open']} style={place(span)} />
              ))}
              {column.off.map((span) => (
                <div key={span.from} className={styles['off']} style={place(span)}>
                  <span>
                    <Trans>Time off</Trans> {span.title}
                  </span>
                </div>
              ))}
              <ul aria-label={column.name}>
                {column.blocks.map((block) => (
                  <BlockCard
                    key={block.key}
                    block={block}
                    top={shown.from}
                    zone={zone}
                    active={block.key === current}
                    onOpen={open}
                    onFocus={setActive}
                    onGrab={grab}
                  />
                ))}
              </ul>
              {moving?.staffId === column.staffId && (
                <div className={styles['ghost']} style={place(moving)} aria-hidden="true">
                  <strong>{clockOf(moving.from)}</strong> {moving.visit.who}
                </div>
              )}
              {now !== null && now > shown.from && now < shown.to && (
                <div className={styles['now']} style={{ insetBlockStart: (now - shown.from) * PX }} />
              )}
            </div>
          </section>
        ))}
      </section>
    </div>
  )
}
