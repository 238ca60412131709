import { checkInOpen, type Visit } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ownZone } from '../../lib/own-calendar.ts'
import { buttonClass } from '../../ui/button.tsx'
import { type AgendaItem, canChange, canJoin } from './agenda.ts'
import styles from './calendar.module.css'

type Look = 'open' | 'done' | 'rest' | 'later' | 'fixed'
const SHAPES: Readonly<Record<Look, string>> = { open: '○', done: '✓', rest: '◐', later: '→', fixed: '■' }

function Line({
  look,
  what,
  state,
  children,
}: {
  look: Look
  what: ReactNode
  state: ReactNode
  children?: ReactNode
}) {
  return (
    <li className={styles['item']} data-look={look}>
      <span className={styles['shape']} aria-hidden="true">
        {SHAPES[look]}
      </span>
      <div className={styles['what']}>
        <p>
          <strong>{what}</strong> <span className={styles['state']}>{state}</span>
        </p>
        {children}
      </div>
    </li>
  )
}

/** By video the hour of one's own clocks; else by those of the place, which are named where they are other ones. */
function clockOf({ type, starts, zone: there }: Visit, locale: string): string {
  const zone = type.kind === 'video' ? ownZone() : there
  const elsewhere = zone !== ownZone()
  return new Date(starts).toLocaleTimeString(locale, {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
    ...(elsewhere && { timeZoneName: 'short' }),
  })
}

function VisitLine({ visit, now }: { visit: Visit; now: string }) {
  const { i18n } = useLingui()
  const changes = canChange(visit, now)
  const asks = checkInOpen(visit, now)
  const time = clockOf(visit, i18n.locale)
  const video = visit.type.kind === 'video'
  const over = visit.state === 'done' || Date.parse(visit.ends) <= Date.parse(now)
  return (
    <Line
      look={over ? 'done' : 'fixed'}
      what={video ? <Trans>{time}: video visit</Trans> : <Trans>{time}: visit</Trans>}
      state={over ? <Trans>over</Trans> : <Trans>booked</Trans>}
    >
      <p className={styles['soft']}>
        {visit.staff.name}
        {!video && ` · ${[visit.place.name, visit.place.address].filter((part) => part !== '').join(', ')}`}
      </p>
      {(canJoin(visit, now) || changes || asks) && (
        <p className={styles['links']}>
          {canJoin(visit, now) && (
            <a href={`/visit/${visit.id}/video`} className={buttonClass('main')}>
              <Trans>Join video visit</Trans>
            </a>
          )}
          {asks && (
            <Link to="/visits/$id/check-in" params={{ id: visit.id }} className={buttonClass('quiet')}>
              <Trans>Questions before it</Trans>
              <span className="visually-hidden">, {time}</span>
            </Link>
          )}
          {changes && (
            <a href={`/visits/${visit.id}`} className={buttonClass('quiet')}>
              <Trans>Move or cancel</Trans>
              <span className="visually-hidden">, {time}</span>
            </a>
          )}
        </p>
      )}
    </Line>
  )
}

const SESSION_LOOKS = { planned: 'open', done: 'done', rest: 'rest', 'put-off': 'later' } as const

function SessionLine({ state, count }: Extract<AgendaItem, { kind: 'session' }>) {
  const words = {
    planned: <Trans>planned</Trans>,
    done: <Trans>done</Trans>,
    rest: <Trans>rest that counts</Trans>,
    'put-off': <Trans>put off to tomorrow</Trans>,
  }
  const what =
    count > 1 ? (
      <Plural value={count} one="# session at home" other="# sessions at home" />
    ) : (
      <Trans>Session at home</Trans>
    )
  return <Line look={SESSION_LOOKS[state]} what={what} state={words[state]} />
}

/** One line of a day: what, and how it stands, in a word and a shape. */
export function ItemLine({ item, now }: { item: AgendaItem; now: string }) {
  switch (item.kind) {
    case 'visit':
      return <VisitLine visit={item.visit} now={now} />
    case 'session':
      return <SessionLine {...item} />
    case 'check-in':
      return item.state === 'done' ? (
        <Line look="done" what={<Trans>A few questions</Trans>} state={<Trans>answered</Trans>} />
      ) : (
        <Line
          look="open"
          what={
            <Link to="/check-in">
              <Trans>A few questions</Trans>
            </Link>
          }
          state={<Trans>when it suits you</Trans>}
        />
      )
    case 'break':
      return item.state === 'done' ? (
        <Line
          look="done"
          what={<Plural value={item.count} one="# short break" other="# short breaks" />}
          state={<Trans>done</Trans>}
        />
      ) : (
        <Line
          look="open"
          what={
            <Link to="/today">
              <Trans>Short breaks</Trans>
            </Link>
          }
          state={<Trans>when it suits you</Trans>}
        />
      )
  }
}
