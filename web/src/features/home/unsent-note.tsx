import { Plural, Trans } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { waitingReports } from '../../lib/outbox-device.ts'
import { Notice } from '../../ui/card.tsx'

/** Reports of a record that this browser can no longer open: still kept here, and never passed over in silence. */
export function UnsentNote({ contactLine }: { contactLine: string }) {
  const [count, setCount] = useState(0)
  useEffect(() => {
    let over = false
    const look = async () => {
      const rows = await waitingReports().catch(() => [])
      if (!over) setCount(rows.length)
    }
    void look()
    return () => {
      over = true
    }
  }, [])
  if (count === 0) return null
  return (
    <Notice tone="warn" live>
      <p data-unsent={count}>
        <strong>
          <Plural
            value={count}
            one="One report is still on this device and was not sent."
            other="# reports are still on this device and were not sent."
          />
        </strong>{' '}
        <Trans>
          This browser can no longer open the record that they belong to. Nothing of them is lost: tell the
          clinic.
        </Trans>{' '}
        {contactLine}
      </p>
    </Notice>
  )
}
