import { Trans } from '@lingui/react/macro'
import { Notice } from '../../ui/card.tsx'

/** Without a connection: what was told is on this device and goes out later. */
export function KeptNote() {
  return (
    <Notice live>
      <p>
        <Trans>Kept on this device, will be sent when there is a connection.</Trans>
      </p>
    </Notice>
  )
}
