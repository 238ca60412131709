import { Trans } from '@lingui/react/macro'
import { Card } from '../../ui/card.tsx'
import styles from '../../ui/list.module.css'

/** How anybody can see for themselves that no picture leaves the device. From what needs no knowledge to what needs some. */
export function CheckCamera() {
  return (
    <Card>
      <h2 id="check-camera">
        <Trans>Check it yourself: no picture leaves this device</Trans>
      </h2>
      <p>
        <Trans>You do not have to take our word for it.</Trans>
      </p>
      <ol className={styles['list']}>
        <li>
          <Trans>
            <strong>Take the connection away.</strong> Make it ready for offline use (below), switch on flight
            mode, and do a session with the camera. It counts and measures as before: no picture needs to go
            anywhere.
          </Trans>
        </li>
        <li>
          <Trans>
            <strong>Watch the camera light.</strong> It is on only while a session uses the camera, and goes
            off within a second of its end.
          </Trans>
        </li>
        <li>
          <Trans>
            <strong>Look at what is sent.</strong> On a computer press F12, choose “Network”, and do a
            session. You see one report at the end. Open it: it holds counts, angles and your answers, and is
            smaller than any photo. If you let the clinic keep how you moved, one request a set follows it:
            the points of your joints, and no picture.
          </Trans>
        </li>
        <li>
          <Trans>
            <strong>Look at what is stored.</strong> In the same window choose “Application” or “Storage”.
            There are the pages, the texts and the camera’s model; what is about you is encrypted. There is no
            picture.
          </Trans>
        </li>
      </ol>
      <details>
        <summary>
          <Trans>For a person who knows about computers</Trans>
        </summary>
        <p>
          <Trans>
            Each page comes with the rule “connect-src 'self'”: the browser itself refuses any connection to
            another address. The code is open, and its tests record all traffic and all storage while the
            camera runs.
          </Trans>
        </p>
      </details>
    </Card>
  )
}
