import { SHOWN_NAME_LENGTH, type Lasts } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { firstChoice, LastsChoice } from './lasts-choice.tsx'
import { LinkList } from './link-list.tsx'
import { useLinks } from './use-links.ts'

/** What somebody with a link sees, and what not. */
function WhatTheySee() {
  return (
    <Card>
      <h2>
        <Trans>What your helper sees</Trans>
      </h2>
      <ul>
        <li>
          <Trans>your exercises of today: pictures, how much, and how to do them</Trans>
        </li>
        <li>
          <Trans>what to stop for, and the emergency number</Trans>
        </li>
        <li>
          <Trans>a name, only if you write one below</Trans>
        </li>
      </ul>
      <p>
        <Trans>
          Never your answers, your history or your reports. A helper cannot answer for you or change anything.
          Whoever has the link can open it, so give it only to people you trust.
        </Trans>
      </p>
    </Card>
  )
}

function NewLink({ offers, busy, onMake }: { offers: readonly Lasts[]; busy: boolean; onMake: Make }) {
  const [lasts, setLasts] = useState(() => firstChoice(offers))
  const [name, setName] = useState('')
  return (
    <Card>
      <h2>
        <Trans>A new link</Trans>
      </h2>
      <LastsChoice offers={offers} value={lasts} onChange={setLasts} />
      <Field
        label={<Trans>A name that your helper sees</Trans>}
        hint={<Trans>You can leave this empty. A first name is enough.</Trans>}
        value={name}
        onChange={setName}
        maxLength={SHOWN_NAME_LENGTH}
        autoComplete="off"
      />
      <Actions>
        <Button large disabled={busy} onClick={() => onMake(lasts, name.trim() || null)}>
          <Trans>Make the link</Trans>
        </Button>
      </Actions>
    </Card>
  )
}

type Make = (lasts: Lasts, shownName: string | null) => void

/** Links to today's exercises for people who help: making one, handing it on, seeing all and taking them back. */
export function SharePage({ nothingToday }: { nothingToday: boolean }) {
  const { t } = useLingui()
  const { links, offers, busy, error, again, make, stop } = useLinks()
  const [made, setMade] = useState<string | null>(null)
  const onMake: Make = (lasts, shownName) => void make({ kind: 'helper', lasts, shownName }).then(setMade)
  return (
    <Page
      title={t`Let somebody help you`}
      lead={<Trans>A link shows your exercises of today to somebody you trust.</Trans>}
    >
      {nothingToday && (
        <Notice>
          <p>
            <Trans>You have no exercises for today at the moment. Until you have, a link shows none.</Trans>
          </p>
        </Notice>
      )}
      {error !== null && <ErrorNote error={error} onRetry={again} />}
      {links === null ? (
        error === null && <Waiting />
      ) : (
        <>
          <LinkList links={links} made={made} busy={busy} onStop={(id) => void stop(id)} />
          <WhatTheySee />
          {offers.length === 0 ? (
            <Notice>
              <p>
                <Trans>Your clinic does not offer such links.</Trans>
              </p>
            </Notice>
          ) : (
            <NewLink offers={offers} busy={busy} onMake={onMake} />
          )}
        </>
      )}
      <Actions>
        <Link to="/paper" className={buttonClass('plain', true)}>
          <Trans>One page on paper</Trans>
        </Link>
        <Link to="/plan" className={buttonClass('quiet')}>
          <Trans>Back to my plan</Trans>
        </Link>
      </Actions>
    </Page>
  )
}
