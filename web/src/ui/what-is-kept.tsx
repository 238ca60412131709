import { Trans } from '@lingui/react/macro'
import styles from './list.module.css'

/** The same words before consent and on the privacy page: what lies where and for how long. */
export function WhatIsKept({ days }: { days: number }) {
  return (
    <ul className={styles['list']}>
      <li>
        <Trans>
          <strong>Your camera picture stays on this device.</strong> It is never sent and never stored. Only
          the counts and angles worked out from it are sent, and the points of your joints if you say yes to
          that.
        </Trans>{' '}
        <Trans>
          The one exception is a visit by video that you join yourself: there your picture and sound go
          straight to your clinician, and nobody records them.
        </Trans>
      </li>
      <li>
        <Trans>
          Your answers, your plan and how your sessions went are kept on the clinic’s server, so that a
          therapist can look after you. You need no account and no name.
        </Trans>
      </li>
      <li>
        <Trans>
          A copy stays in this browser, so that you can go on without a connection. A secret in this browser
          opens your record; without it nobody can open it from outside.
        </Trans>
      </li>
      <li>
        <Trans>
          If you leave no way to reach you, your record is erased after {days} days without a visit. You can
          erase it at any time.
        </Trans>
      </li>
      <li>
        <Trans>Nothing goes to other companies. There are no advertisements and no trackers.</Trans>
      </li>
    </ul>
  )
}
