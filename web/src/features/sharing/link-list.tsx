import type { ShareKind } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { momentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Actions } from '../../ui/page.tsx'
import { GiveLink } from './give-link.tsx'
import styles from './sharing.module.css'
import type { OwnLink } from './use-links.ts'

const KINDS: Readonly<Record<ShareKind, MessageDescriptor>> = {
  helper: msg`Link for a helper`,
  paper: msg`QR code on paper`,
}

type LinkCardProps = { link: OwnLink; open: boolean; busy: boolean; onStop: () => void }

function LinkCard({ link, open, busy, onStop }: LinkCardProps) {
  const { i18n } = useLingui()
  const [shown, setShown] = useState(open)
  const made = momentOf(link.createdAt)
  const until = momentOf(link.expiresAt)
  const last = link.openedAt === null ? null : momentOf(link.openedAt)
  const what = i18n._(KINDS[link.kind])
  return (
    <li className={styles['link']} data-share={link.id}>
      <h3>{what}</h3>
      <p>
        <Trans>
          Made on {made}. Opens until {until}.
        </Trans>
        {link.shownName !== null && (
          <>
            {' '}
            <Trans>Shows the name “{link.shownName}”.</Trans>
          </>
        )}
      </p>
      <p>
        {last === null ? (
          <Trans>Nobody has opened it yet.</Trans>
        ) : (
          <>
            <Plural value={link.opened} one="Opened once." other="Opened # times." />{' '}
            <Trans>Last on {last}.</Trans>
          </>
        )}
      </p>
      {shown && link.token !== null && <GiveLink token={link.token} />}
      <Actions>
        {link.token !== null && (
          <Button look="plain" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? <Trans>Hide it</Trans> : <Trans>Show it again</Trans>}
            <span className="visually-hidden">
              : {what}, {made}
            </span>
          </Button>
        )}
        <Button look="plain" disabled={busy} onClick={onStop}>
          <Trans>Stop this link</Trans>
          <span className="visually-hidden">
            : {what}, {made}
          </span>
        </Button>
      </Actions>
    </li>
  )
}

type LinkListProps = {
  links: readonly OwnLink[]
  made: string | null
  busy: boolean
  onStop: (id: string) => void
}

/** Every link that opens something now, with the way to stop it. `made`: the one that was just made. */
export function LinkList({ links, made, busy, onStop }: LinkListProps) {
  return (
    <Card>
      <h2>
        <Trans>Links that open now</Trans>
      </h2>
      {links.length === 0 ? (
        <p>
          <Trans>None at the moment.</Trans>
        </p>
      ) : (
        <ul className={styles['links']}>
          {links.map((link) => (
            <LinkCard
              key={link.id}
              link={link}
              open={link.id === made}
              busy={busy}
              onStop={() => onStop(link.id)}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}
