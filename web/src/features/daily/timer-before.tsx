import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ReviewMark } from '../../ui/review-mark.tsx'
import { Evidence } from '../../ui/evidence.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import styles from './daily.module.css'
import { useTimer } from './timer-context.ts'
import { partsOf } from './timer-state.ts'

/** What must be confirmed before the start; a no leads to why it is left out, and to nothing else. */
function Confirm() {
  const { state, send } = useTimer()
  const { confirm } = state.offer
  if (confirm === null) return null
  return (
    <Card>
      <h2>{confirm.question}</h2>
      <Actions>
        <Button
          look="plain"
          large
          aria-pressed={state.confirmed === true}
          onClick={() => send({ type: 'confirm', value: true })}
        >
          {confirm.yes}
        </Button>
        <Button
          look="plain"
          large
          aria-pressed={state.confirmed === false}
          onClick={() => send({ type: 'confirm', value: false })}
        >
          {confirm.no}
        </Button>
      </Actions>
      {state.confirmed === false && (
        <Notice tone="warn" live>
          <p>{confirm.stay}</p>
        </Notice>
      )}
    </Card>
  )
}

/** Before a timer: how long, what to have ready, what to stop for, and the one big start. */
export function TimerBefore() {
  const { state, send } = useTimer()
  const { t } = useLingui()
  const stopId = useId()
  const { offer, minutes, confirmed } = state
  const moves = partsOf(state).flatMap(({ move }) => (move === null ? [] : [move]))
  const open = offer.confirm === null || confirmed === true
  return (
    <Page title={offer.title} lead={<span lang={offer.lang}>{offer.hook}</span>}>
      <div lang={offer.lang} className={styles['before']}>
        <ReviewMark of={`timers/${offer.id}`} shipped={offer.signOff} />
        {offer.gentle !== null && (
          <Notice tone="accent">
            <p>{offer.gentle}</p>
          </Notice>
        )}
        <ul>
          {offer.before.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {offer.minutes.length > 1 && (
          <fieldset className={styles['lengths']}>
            <legend>
              <Trans>How long?</Trans>
            </legend>
            {offer.minutes.map((length) => (
              <Button
                key={length}
                look="plain"
                aria-pressed={length === minutes}
                onClick={() => send({ type: 'length', minutes: length })}
              >
                <Plural value={length} one="# minute" other="# minutes" />
              </Button>
            ))}
          </fieldset>
        )}
        {moves.length > 0 && (
          <p>
            <Trans>From your plan:</Trans> {moves.map(({ name }) => name).join(' · ')}
          </p>
        )}
        <Confirm />
        <section className={styles['stop']} aria-labelledby={stopId}>
          <h2 id={stopId}>
            <Trans>Stop if you notice</Trans>
          </h2>
          <ul>
            {offer.stop.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <Evidence grade={offer.evidence} sources={offer.sources} />
      </div>
      <Actions>
        {confirmed !== false && (
          <Button large disabled={!open} onClick={() => send({ type: 'start' })}>
            <Plural value={minutes} one="Start: # minute" other="Start: # minutes" />
          </Button>
        )}
        <Link
          to="/today"
          className={buttonClass(confirmed === false ? 'main' : 'quiet', confirmed === false)}
          aria-label={t`Back to today`}
        >
          <Trans>Back to today</Trans>
        </Link>
      </Actions>
    </Page>
  )
}
