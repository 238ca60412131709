import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { momentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { Actions } from '../../ui/page.tsx'
import { QrPicture } from '../../ui/qr-picture.tsx'
import styles from './colleagues-page.module.css'

export type Handed = { token: string; expiresAt: string; name: string }

type Props = { handed: Handed; onDone: () => void }

/** A link to hand over by oneself: this is the only time that it is shown. */
export function HandOver({ handed, onDone }: Props) {
  const { t } = useLingui()
  const [copied, setCopied] = useState(false)
  const address = `${location.origin}/clinician/join#${handed.token}`
  return (
    <Notice tone="accent" live>
      <p>
        <strong>
          <Trans>Hand this link to {handed.name} yourself.</Trans>
        </strong>{' '}
        <Trans>
          Whoever has it can use it, once, until {momentOf(handed.expiresAt)}. It is shown only now; no mail
          is sent.
        </Trans>
      </p>
      <QrPicture address={address} label={t`QR code of the link`} />
      <code className={styles['link']} data-staff-link="">
        {address}
      </code>
      <Actions>
        <Button
          look="plain"
          onClick={() =>
            void navigator.clipboard.writeText(address).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          <Trans>Copy the link</Trans>
        </Button>
        <Button onClick={onDone}>
          <Trans>Done</Trans>
        </Button>
      </Actions>
      <output>{copied && <Trans>Copied.</Trans>}</output>
    </Notice>
  )
}
