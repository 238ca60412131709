import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { usePublicConfig } from '../../lib/config.ts'
import { useMeIfKnown } from '../../lib/me.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EraseEverything } from '../../ui/erase-everything.tsx'
import { KeptHere } from '../../ui/kept-here.tsx'
import { OfflineCard } from '../../ui/offline-card.tsx'
import { Page } from '../../ui/page.tsx'
import { WhatIsKept } from '../../ui/what-is-kept.tsx'
import { CheckCamera } from './check-camera.tsx'
import { MovementCard } from './movement-card.tsx'
import { WhoLooked } from './who-looked.tsx'

export function PrivacyPage() {
  const { t } = useLingui()
  const config = usePublicConfig()
  const me = useMeIfKnown()?.me ?? null
  const hasRecord = me !== null
  return (
    <Page title={t`Your privacy`} lead={<Trans>What is kept, where, and how to erase it.</Trans>}>
      <KeptHere />
      <Card>
        <h2>
          <Trans>What is kept</Trans>
        </h2>
        <WhatIsKept days={config.anonRetentionDays} />
      </Card>
      <Card>
        <h2>
          <Trans>Who can see it</Trans>
        </h2>
        <p>
          <Trans>
            The therapists of {config.clinic}. Each time one of them opens your record, that is written down.{' '}
            {config.contactLine}
          </Trans>
        </p>
        <p>
          <Trans>
            If you make a link or a QR code, whoever has it sees your exercises of the day until it ends, and
            nothing else.
          </Trans>
        </p>
        {hasRecord && (
          <p>
            <Link to="/share" className={buttonClass('plain')}>
              <Trans>See and stop my links</Trans>
            </Link>{' '}
            <Link to="/documents" className={buttonClass('plain')}>
              <Trans>My documents</Trans>
            </Link>{' '}
            <Link to="/devices" className={buttonClass('plain')}>
              <Trans>My devices</Trans>
            </Link>{' '}
            <Link to="/reminders" className={buttonClass('plain')}>
              <Trans>My reminders</Trans>
            </Link>
          </p>
        )}
      </Card>
      {me !== null && <WhoLooked opened={me.opened} />}
      {hasRecord && <MovementCard />}
      <CheckCamera />
      <OfflineCard />
      <Card>
        <h2>
          <Trans>Erase from this device</Trans>
        </h2>
        <p>
          <Trans>This erases your record on the server and everything that this browser keeps.</Trans>
        </p>
        <EraseEverything />
      </Card>
    </Page>
  )
}
