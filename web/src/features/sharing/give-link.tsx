import { Trans, useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { Actions } from '../../ui/page.tsx'
import { QrPicture } from '../../ui/qr-picture.tsx'
import { addressOf, onlyHere } from './link-address.ts'
import styles from './sharing.module.css'

type Said = 'copied' | 'by-hand' | null

/** The share sheet of the device. Someone who closes it again has done nothing wrong. */
async function hand(data: ShareData): Promise<void> {
  try {
    await navigator.share(data)
  } catch {
    // Closed, or no app took it: the address stands beside the button.
  }
}

/** A link to hand on: the device's own share sheet where there is one, copying, and a code to point a camera at. */
export function GiveLink({ token }: { token: string }) {
  const { t } = useLingui()
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<Said>(null)
  const address = addressOf(token)
  const data = { title: t`Exercises for today`, text: t`This opens my exercises for today.`, url: address }
  const sheet =
    typeof navigator.share === 'function' && (navigator.canShare === undefined || navigator.canShare(data))
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      setSaid('copied')
    } catch {
      field.current?.select()
      setSaid('by-hand')
    }
  }
  return (
    <div className={styles['give']}>
      <QrPicture address={address} label={t`QR code that opens today’s exercises`} />
      <div className={styles['hand']}>
        <label className={styles['address']}>
          <Trans>The link</Trans>
          <input
            ref={field}
            readOnly
            value={address}
            spellCheck={false}
            data-link=""
            onFocus={(event) => event.target.select()}
          />
        </label>
        <Actions>
          {sheet && (
            <Button onClick={() => void hand(data)}>
              <Trans>Share</Trans>
            </Button>
          )}
          <Button look={sheet ? 'plain' : 'main'} onClick={() => void copy()}>
            <Trans>Copy the link</Trans>
          </Button>
        </Actions>
        <output>
          {said === 'copied' && <Trans>Copied.</Trans>}
          {said === 'by-hand' && <Trans>It is marked now: copy it with your device’s own menu.</Trans>}
        </output>
      </div>
      {onlyHere() && (
        <div className={styles['across']}>
          <Notice tone="warn">
            <p>
              <Trans>
                This address works on this computer alone. Another device could not open the link.
              </Trans>
            </p>
          </Notice>
        </div>
      )}
    </div>
  )
}
