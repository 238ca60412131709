import { isRelief, type Me, type Plan, type PlanItem, type PublicConfig } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { explain } from '../../lib/reasons.ts'
import { usePlanUnreviewed } from '../../lib/reviewed.ts'
import { wordsOf } from '../../lib/texts.ts'
import { dayOf } from '../../lib/time.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { EraseEverything } from '../../ui/erase-everything.tsx'
import { withKitNamed } from '../../ui/kit-words.ts'
import { Actions, Page } from '../../ui/page.tsx'
import { ContactSettings } from './contact-settings.tsx'
import { Goals } from './goal-ladder.tsx'
import { PlanChanges } from './plan-changes.tsx'
import { PlanItems } from './plan-items.tsx'
import styles from './plan-page.module.css'
import { PlanPhases } from './plan-phases.tsx'
import { PlanWhy } from './plan-why.tsx'
import { decidedByClinician } from './words.ts'

/** Who decided this plan and since when, and whether anybody licensed has signed its content. */
function Decided({ plan, clinic, by }: { plan: Plan; clinic: string; by: string | undefined }) {
  const { t } = useLingui()
  const since = dayOf(plan.at)
  const { version } = plan
  const name = by ?? t`a clinician`
  const unreviewed = usePlanUnreviewed(plan)
  return (
    <>
      <p className={styles['soft']}>
        {decidedByClinician(plan) ? (
          <Trans>
            Decided by {name} of {clinic}, since {since}. Version {version}.
          </Trans>
        ) : (
          <Trans>
            Put together by the programme’s rules from your answers, since {since}. Version {version}.
          </Trans>
        )}
      </p>
      {unreviewed && (
        <Notice tone="warn">
          <p>
            <Trans>
              The content of this plan has not been signed off by a clinician. It is here to be looked at, not
              to be followed.
            </Trans>
          </p>
        </Notice>
      )}
    </>
  )
}

function Cadence({ plan }: { plan: Plan }) {
  const {
    clinicVisitsPerWeek: visits,
    homeSessionsPerWeek: sessions,
    minutesPerSession: minutes,
  } = plan.cadence
  const habits = plan.items.filter((item) => item.kind === 'habit' && !isRelief(item)).length
  return (
    <dl className={styles['cadence']}>
      <div>
        <dt>
          <Trans>Guided sessions at home</Trans>
        </dt>
        <dd>
          <Trans>
            {sessions} a week, {minutes} minutes each. What does not fit into one comes in the next.
          </Trans>
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Beside them</Trans>
        </dt>
        <dd>
          <Plural value={habits} one="# small habit" other="# small habits" />
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Visits, where the clinic offers them</Trans>
        </dt>
        <dd>
          <Trans>{visits} a week</Trans>
        </dd>
      </div>
    </dl>
  )
}

/** Small habits that wait, so that not everything is asked for at once. */
function Later({ items }: { items: readonly PlanItem[] }) {
  if (items.length === 0) return null
  return (
    <Card>
      <h2>
        <Trans>Later</Trans>
      </h2>
      <p>
        <Trans>
          A few small habits at a time are enough. These join in later phases, one after the other:
        </Trans>
      </p>
      <ul>
        {items.map(({ id, title, because }) => {
          const why = because.find(({ id: reason }) => reason === 'later.same-habit')
          return (
            <li key={id}>
              <strong>{title}</strong>
              {why && <span className={styles['because']}> {explain(why)}</span>}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Excluded({ plan, texts }: { plan: Plan; texts: Me['texts'] }) {
  const { i18n } = useLingui()
  if (plan.excluded.length === 0 && plan.precautionTags.length === 0) return null
  if (plan.excluded.length === 0)
    return (
      <Card>
        <h2>
          <Trans>What was left out</Trans>
        </h2>
        <p>
          <Trans>
            Nothing had to be left out of this plan. The library marks the exercises that are not for you, and
            says why.
          </Trans>
        </p>
      </Card>
    )
  return (
    <Card>
      <details className={styles['change']}>
        <summary>
          <Trans>What was left out, and why</Trans>
        </summary>
        <ul>
          {plan.excluded.map((line) => (
            <li key={line.exerciseId}>
              {wordsOf(texts, line.exerciseId)}: {explain(withKitNamed(line.because, i18n))}
            </li>
          ))}
        </ul>
      </details>
    </Card>
  )
}

type PlanPageProps = { me: Me; plan: Plan; config: PublicConfig; offline: boolean }

/** The plan of care as its owner reads it: what, why, how often, how it goes on, who decided. It prints as it stands. */
export function PlanPage({ me, plan, config, offline }: PlanPageProps) {
  const { t } = useLingui()
  const waiting = plan.status === 'waiting-for-clinician'
  return (
    <Page
      title={t`Your plan`}
      lead={waiting ? null : <Trans>Small steps, most days. Each part says why it is here.</Trans>}
    >
      {offline && (
        <Notice>
          <p>
            <Trans>You are offline. This is your plan as it was last seen on this device.</Trans>
          </p>
        </Notice>
      )}
      {waiting && (
        <Notice tone="accent">
          <p>
            <strong>
              <Trans>A clinician looks at this plan before your first session.</Trans>
            </strong>{' '}
            <Trans>
              You can read it already. Come back later; your first session opens when it is accepted.
            </Trans>{' '}
            {config.contactLine}
          </p>
        </Notice>
      )}
      <Decided plan={plan} clinic={config.clinic} by={me.texts[plan.decidedBy]} />
      <Actions>
        {!waiting && (
          <Link to="/today" className={buttonClass('main', true)}>
            <Trans>Go to my next session</Trans>
          </Link>
        )}
        <Link to="/progress" className={buttonClass('plain', true)}>
          <Trans>See my progress</Trans>
        </Link>
        {!waiting && (
          <Link to="/paper" className={buttonClass('plain', true)}>
            <Trans>One page on paper</Trans>
          </Link>
        )}
      </Actions>
      <PlanWhy plan={plan} texts={me.texts} contactLine={config.contactLine} />
      <Goals goals={plan.goals} />
      <PlanChanges me={me} />
      <h2>
        <Trans>The seven parts of your plan</Trans>
      </h2>
      <Cadence plan={plan} />
      <PlanItems plan={plan} texts={me.texts} offers={me.daily.offers} />
      <Later items={plan.later ?? []} />
      <Excluded plan={plan} texts={me.texts} />
      <PlanPhases plan={plan} />
      <Card tone="danger">
        <h2>
          <Trans>If it gets worse</Trans>
        </h2>
        <p>{wordsOf(me.texts, 'safety-net')}</p>
      </Card>
      <div className={styles['screen-only']}>
        <Card>
          <h2>
            <Trans>On paper, or with help</Trans>
          </h2>
          <p>
            <Trans>
              Take your exercises with you on a page in large type, or let somebody you trust see them.
            </Trans>
          </p>
          <Actions>
            <Link to="/share" className={buttonClass('plain')}>
              <Trans>Let somebody help you</Trans>
            </Link>
            <Link to="/devices" className={buttonClass('plain')}>
              <Trans>Use another device</Trans>
            </Link>
            <Button look="plain" onClick={() => globalThis.print()}>
              <Trans>Print the whole plan</Trans>
            </Button>
          </Actions>
        </Card>
        <ContactSettings me={me} clinic={config.clinic} />
        <Card>
          <h2>
            <Trans>Erase from this device</Trans>
          </h2>
          <EraseEverything />
        </Card>
      </div>
    </Page>
  )
}
