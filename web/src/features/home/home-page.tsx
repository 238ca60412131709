import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useConfigIfKnown } from '../../lib/config.ts'
import { useDraft } from '../../lib/draft.ts'
import { useMeIfKnown } from '../../lib/me.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import styles from './home-page.module.css'
import { learnAddress } from './learn-address.ts'
import { WarningSigns } from './warning-signs.tsx'
import { whereToGoOn } from './where-to-go-on.ts'

/** The one next step of whoever opens the address. */
function NextStep() {
  const draft = useDraft()
  const record = useMeIfKnown()
  const go = whereToGoOn(draft, record?.me ?? null)
  const main = buttonClass('main', true)
  switch (go) {
    case 'result':
      return (
        <Link to="/result" className={main}>
          <Trans>See what to do next</Trans>
        </Link>
      )
    case 'today':
      return (
        <>
          <Link to="/today" className={main}>
            <Trans>Go to my next session</Trans>
          </Link>
          <Link to="/plan" className={buttonClass('plain', true)}>
            <Trans>See my plan</Trans>
          </Link>
        </>
      )
    case 'intake':
      return (
        <Link to="/intake" className={main}>
          <Trans>Go on where I stopped</Trans>
        </Link>
      )
    case 'start':
      return (
        <Link to="/start" className={main}>
          <Trans>Start now</Trans>
        </Link>
      )
  }
}

/** What it takes, for somebody who has not been through it. */
function HowLong() {
  const draft = useDraft()
  const record = useMeIfKnown()
  const go = whereToGoOn(draft, record?.me ?? null)
  return go === 'start' || go === 'intake' ? (
    <span className={styles['free']}>
      <Trans>No account. About 15 minutes.</Trans>
    </span>
  ) : null
}

const UnsentNote = lazy(async () => ({ default: (await import('./unsent-note.tsx')).UnsentNote }))

/** The first page: what this is, who it is not for, and the way in. It needs nothing from the server to be read. */
export function HomePage() {
  const { t } = useLingui()
  const config = useConfigIfKnown()
  const closed = useMeIfKnown()?.me === null
  return (
    <Page title={t`Help for pain in your upper and middle back`} above={<LanguageSwitch />} wide>
      {closed && (
        <Suspense fallback={null}>
          <UnsentNote contactLine={config?.contactLine ?? ''} />
        </Suspense>
      )}
      <div className={styles['hero']}>
        <div className={styles['words']}>
          <p>
            <Trans>
              Mid-back pain sits between the neck and the lower back: it can feel achy and tight after a desk
              day, or sharp when you twist, reach or lift.
            </Trans>
          </p>
          <p>
            <Trans>
              First we ask about your pain and look at how you move. Then you get a plan with gentle
              exercises, guided step by step, and a therapist of the clinic sees how it goes.
            </Trans>
          </p>
          <p>
            <Trans>
              It is for adults whose pain is not an emergency. It is not for children and does not replace
              urgent care.
            </Trans>
          </p>
          <p className={styles['learn']}>
            <a href={learnAddress()}>
              <Trans>Read about mid-back pain first</Trans>
            </a>
          </p>
          <p className={styles['learn']}>
            <Link to="/book">
              <Trans>Book a visit</Trans>
            </Link>
          </p>
          <p className={styles['learn']}>
            <Link to="/coverage">
              <Trans>Who pays for my visits?</Trans>
            </Link>
          </p>
          <Actions>
            <NextStep />
            <HowLong />
          </Actions>
        </div>
        <WarningSigns emergencyNumber={config?.emergencyNumber ?? null} />
      </div>
      <div className={styles['points']}>
        <Card>
          <h2>
            <Trans>With your camera, or without</Trans>
          </h2>
          <p>
            <Trans>
              The camera can count along and watch your range. The picture stays on this device. Everything
              works by timer too.
            </Trans>
          </p>
          <p>
            <Link to="/camera">
              <Trans>Try your camera first</Trans>
            </Link>
          </p>
        </Card>
        <Card>
          <h2>
            <Trans>You always know why</Trans>
          </h2>
          <p>
            <Trans>
              Each part of your plan says why it is there, what would change it, and who decided it.
            </Trans>
          </p>
        </Card>
        <Card>
          <h2>
            <Trans>Yours to erase</Trans>
          </h2>
          <p>
            <Trans>Your record opens only from this browser. You can erase it at any time.</Trans>
          </p>
          <p>
            <Link to="/privacy">
              <Trans>What is kept, and where</Trans>
            </Link>
          </p>
        </Card>
      </div>
      <Notice>
        <p>
          <Trans>
            See somebody in person when the pain lasts longer than two weeks or keeps coming back, and at any
            time when it worries you.
          </Trans>
        </p>
      </Notice>
    </Page>
  )
}
