import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import { Actions } from '../../ui/page.tsx'
import { QrPicture } from '../../ui/qr-picture.tsx'
import styles from './devices-page.module.css'

/** The code that opens the record on one more device. Its secret stands behind the #, which browsers send to nobody. */
export function EntryCode({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useLingui()
  const address = `${location.origin}/enter#${token}`
  return (
    <>
      <QrPicture address={address} label={t`QR code that opens your record on another device`} />
      <details className={styles['byHand']}>
        <summary>
          <Trans>Or type this address there</Trans>
        </summary>
        <code className={styles['address']} data-entry="">
          {address}
        </code>
      </details>
      <Actions>
        <Button look="plain" onClick={onDone}>
          <Trans>Hide the code</Trans>
        </Button>
      </Actions>
    </>
  )
}
