import { type Lasts, type PatientContent, type PublicConfig, type SharedDay, stopWords } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { momentOf, nowInstant } from '../../lib/time.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { Many } from '../../ui/choice.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { firstChoice, LastsChoice } from './lasts-choice.tsx'
import { onlyHere } from './link-address.ts'
import { Sheet } from './sheet.tsx'
import styles from './sharing.module.css'
import { type Links, type OwnLink, useLinks } from './use-links.ts'

function AddCode({ offers, busy, make }: Pick<Links, 'offers' | 'busy' | 'make'>) {
  const [lasts, setLasts] = useState<Lasts>(() => firstChoice(offers))
  return (
    <>
      <p>
        <Trans>
          A phone that is pointed at it opens your exercises of the day, without signing in. Whoever has the
          paper can open it too.
        </Trans>
      </p>
      <LastsChoice offers={offers} value={lasts} onChange={setLasts} />
      <Actions>
        <Button
          look="plain"
          disabled={busy}
          onClick={() => void make({ kind: 'paper', lasts, shownName: null })}
        >
          <Trans>Put a QR code on the page</Trans>
        </Button>
      </Actions>
    </>
  )
}

/** The code on the page: put there when it is wished for, and taken off again. */
function Code({ links, code }: { links: Links; code: OwnLink | undefined }) {
  const { offers, busy, error, again, make, stop } = links
  const until = code === undefined ? '' : momentOf(code.expiresAt)
  return (
    <Card>
      <h2>
        <Trans>QR code</Trans>
      </h2>
      {error !== null && <ErrorNote error={error} onRetry={again} />}
      {code !== undefined ? (
        <>
          <output>
            <Trans>It stands on the page, and opens until {until}. Printed ones end then too.</Trans>
          </output>
          <Actions>
            <Button look="plain" disabled={busy} onClick={() => void stop(code.id)}>
              <Trans>Take it off and stop it</Trans>
            </Button>
          </Actions>
        </>
      ) : offers.length > 0 ? (
        <AddCode offers={offers} busy={busy} make={make} />
      ) : (
        error === null && (
          <p>
            <Trans>Your clinic does not offer such links.</Trans>
          </p>
        )
      )}
      {onlyHere() && (
        <Notice tone="warn">
          <p>
            <Trans>This address works on this computer alone. Another device could not open the link.</Trans>
          </p>
        </Notice>
      )}
    </Card>
  )
}

type PaperPageProps = {
  day: NonNullable<SharedDay['day']>
  config: PublicConfig
  content: PatientContent
}

/** The next session on one page of paper in large type, with or without a code that opens it. */
export function PaperPage({ day, config, content }: PaperPageProps) {
  const { t } = useLingui()
  const links = useLinks()
  const [wishes, setWishes] = useState<string[]>([])
  const [now] = useState(nowInstant)
  const code = links.links?.find(({ kind, token }) => kind === 'paper' && token !== null)
  return (
    <Page title={t`My exercises`}>
      <div className={styles['screenOnly']}>
        <p>
          <Trans>One page in large type, as your next session is now. Print it, or save it as a file.</Trans>
        </p>
        <Many
          legend={t`On the page`}
          legendHidden
          options={[
            {
              value: 'steps',
              label: t`With all steps in words`,
              hint: t`This may need a second page.`,
            },
          ]}
          values={wishes}
          onChange={setWishes}
        />
        <Actions>
          <Button large onClick={() => globalThis.print()}>
            <Trans>Print this page</Trans>
          </Button>
          <Link to="/share" className={buttonClass('plain', true)}>
            <Trans>Let somebody help you</Trans>
          </Link>
          <Link to="/plan" className={buttonClass('quiet')}>
            <Trans>Back to my plan</Trans>
          </Link>
        </Actions>
        <Code links={links} code={code} />
      </div>
      <Sheet
        exercises={day.exercises}
        stop={stopWords(content.redFlags)}
        config={config}
        planVersion={day.planVersion}
        now={now}
        code={
          code === undefined || code.token === null ? null : { token: code.token, expiresAt: code.expiresAt }
        }
        steps={wishes.includes('steps')}
      />
    </Page>
  )
}
