import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { explain } from '../../lib/reasons.ts'
import { Notice } from '../../ui/card.tsx'
import { withKitNamed } from '../../ui/kit-words.ts'
import type { Fit } from './fit.ts'
import styles from './library.module.css'

/** One word on a row of the list: in the plan, not for you, not now. Nothing where it just can be read. */
export function FitMark({ fit }: { fit: Fit }) {
  const says = {
    reading: null,
    fits: null,
    planned: <Trans>In your plan</Trans>,
    later: <Trans>Not in your plan now</Trans>,
    forbidden: <Trans>Not for you now</Trans>,
    held: <Trans>Do not do this now</Trans>,
  }[fit.state]
  if (says === null) return null
  return (
    <span className={styles['state']} data-fit={fit.state}>
      {says}
    </span>
  )
}

/** How an exercise stands to the person, with the reason, before anything is said of how it goes. */
export function FitNote({ fit }: { fit: Fit }) {
  const { i18n } = useLingui()
  switch (fit.state) {
    case 'reading':
      return (
        <Notice>
          <p>
            <Trans>
              This is for reading. Which exercises fit you comes out of the questions at the start.
            </Trans>
          </p>
        </Notice>
      )
    case 'held':
      return (
        <Notice tone="danger">
          <p>
            <strong>
              <Trans>Please do no exercises now. Somebody should look at your answers first.</Trans>
            </strong>
          </p>
          <p>
            <Link to="/result">
              <Trans>See what to do next</Trans>
            </Link>
          </p>
        </Notice>
      )
    case 'forbidden':
      return (
        <Notice tone="danger">
          <p>
            <strong>
              <Trans>Not for you now.</Trans>
            </strong>{' '}
            {explain(fit.because)}
          </p>
          <p>
            <Trans>So its steps are not shown. Your therapist can tell you what to do in its place.</Trans>
          </p>
        </Notice>
      )
    case 'planned':
      return (
        <Notice tone="ok">
          <p>
            <Trans>This is in your plan. Your sessions say how often and how much.</Trans>
          </p>
        </Notice>
      )
    case 'later':
      return (
        <Notice>
          <p>
            <strong>
              <Trans>Not in your plan now.</Trans>
            </strong>{' '}
            {explain(withKitNamed(fit.because, i18n))}
          </p>
        </Notice>
      )
    case 'fits':
      return (
        <Notice>
          <p>
            <Trans>
              This is not in your plan. Your plan does enough for now; ask your therapist before you add it.
            </Trans>
          </p>
        </Notice>
      )
  }
}
