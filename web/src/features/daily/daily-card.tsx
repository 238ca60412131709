import { dailySums, type Me } from '@dorsal/care'
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { refreshMe } from '../../lib/me.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { dailyWords } from '../../ui/daily-words.ts'
import { Actions } from '../../ui/page.tsx'
import styles from './daily.module.css'
import { settleUnderWay } from './timer-runner.ts'
import type { TimerState } from './timer-state.ts'

/** The timer that still runs on this device; one whose time ran out meanwhile is reported. */
function useUnderWay(): TimerState | null {
  const client = useQueryClient()
  const [state, setState] = useState<TimerState | null>(null)
  useEffect(() => {
    let over = false
    const look = async () => {
      const found = await settleUnderWay().catch(() => null)
      if (over || found === null) return
      setState(found.running)
      if (found.settled) await refreshMe(client).catch(() => undefined)
    }
    void look()
    return () => {
      over = true
    }
  }, [client])
  return state
}

const WEEK = 7

/** Small things for the day, to be begun with one tap, and what there was of them this week: no streaks, nothing owed. */
export function DailyCard({ me, now }: { me: Me; now: string }) {
  const running = useUnderWay()
  const { offers, done } = me.daily
  const sums = dailySums(done, now, WEEK)
  if (offers.length === 0 && sums.length === 0 && running === null) return null
  return (
    <Card>
      <h2>
        <Trans>In between</Trans>
      </h2>
      {running !== null && (
        <Actions>
          <Link to="/daily" search={{ q: running.offer.id }} className={buttonClass('main', true)}>
            <Trans>Go on: {running.offer.title}</Trans>
          </Link>
        </Actions>
      )}
      {offers.length > 0 && (
        <ul className={styles['offers']}>
          {offers.map(({ id, title, usual, lang }) => (
            <li key={id}>
              <Link to="/daily" search={{ q: id }} className={buttonClass('plain')}>
                <span lang={lang}>{title}</span>
                <span className={styles['minutes']}>
                  <Plural value={usual} one="# minute" other="# minutes" />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {sums.length > 0 && (
        <p className={styles['soft']} data-daily-sums={sums.length}>
          <Trans>In the last seven days:</Trans> {sums.map(dailyWords).join(' · ')}
        </p>
      )}
    </Card>
  )
}
