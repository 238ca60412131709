import type { NewGenerator as Given } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { QrPicture } from './qr-picture.tsx'
import styles from './new-generator.module.css'

/** How to set up an authenticator app: a code to point it at, and the same secret to type in. */
export function NewGenerator({ given }: { given: Given }) {
  const { t } = useLingui()
  return (
    <ol className={styles['steps']}>
      <li>
        <Trans>
          Open an authenticator app on your phone. Any will do; the password app of your phone often is one.
        </Trans>
      </li>
      <li>
        <p>
          <Trans>Add an account and point the camera at this code.</Trans>
        </p>
        <QrPicture address={given.address} label={t`QR code that sets up your authenticator app`} />
        <details>
          <summary>
            <Trans>Type it in instead</Trans>
          </summary>
          <code className={styles['secret']} data-secret="">
            {given.secret.replace(/(.{4})(?=.)/g, '$1 ')}
          </code>
        </details>
      </li>
      <li>
        <Trans>Type the six digits that the app shows now.</Trans>
      </li>
    </ol>
  )
}
