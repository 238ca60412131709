import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { memo, type PointerEvent } from 'react'
import { type Block, clockOf } from './day-grid.ts'
import styles from './schedule.module.css'
import { STATES } from './state-words.ts'

export const PX = 1.4

type Props = {
  block: Block
  top: number
  zone: string
  active: boolean
  onOpen: (block: Block) => void
  onFocus: (key: string) => void
  onGrab: (block: Block, event: PointerEvent<HTMLButtonElement>) => void
}

/** One visit, class or gap of the day. Only what changed is drawn anew: a full day has sixty. */
export const BlockCard = memo(function BlockCard({
  block,
  top,
  zone,
  active,
  onOpen,
  onFocus,
  onGrab,
}: Props) {
  const { i18n } = useLingui()
  const look =
    block.what === 'visit' ? (styles[block.visit.state === 'done' ? 'over' : block.visit.state] ?? '') : ''
  const minutes = block.to - block.from
  const time = `${clockOf(block.from)}–${clockOf(block.to)}`
  return (
    <li
      className={styles['at']}
      style={{ insetBlockStart: (block.from - top) * PX, blockSize: Math.max(minutes * PX - 2, 24) }}
    >
      <button
        type="button"
        data-key={block.key}
        tabIndex={active ? 0 : -1}
        className={`${styles['block']} ${styles[block.what]} ${look}`}
        onClick={() => onOpen(block)}
        onFocus={() => onFocus(block.key)}
        onPointerDown={(event) => onGrab(block, event)}
      >
        {block.what === 'free' && (
          <span>
            <span className="visually-hidden">{time} </span>
            <Plural value={minutes} one="# minute free" other="# minutes free" />
          </span>
        )}
        {block.what === 'class' && (
          <>
            <strong>{block.group.name}</strong>
            <span>
              {time} ·{' '}
              <Trans>
                {block.group.taken} of {block.group.seats} seats
              </Trans>
            </span>
          </>
        )}
        {block.what === 'visit' && (
          <>
            <strong>{block.visit.who || '…'}</strong>
            <span>
              <span aria-hidden="true">{STATES[block.visit.state].sign} </span>
              {i18n._(STATES[block.visit.state].label)} · {time} · {block.visit.type.name}
              {block.visit.room && ` · ${block.visit.room}`}
              {block.visit.zone !== zone && ` · ${block.visit.wall.slice(11)} ${block.visit.zone}`}
            </span>
          </>
        )}
      </button>
    </li>
  )
})
