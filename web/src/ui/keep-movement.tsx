import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { say, useSaid } from '../lib/replay/agreement.ts'
import { Choice } from './choice.tsx'

/** Whether the clinic may keep the movement of the sets that the camera counts. Off until a yes; a no erases what was kept. */
export function KeepMovement({ agreedThere = false }: { agreedThere?: boolean }) {
  const { t } = useLingui()
  const said = useSaid()
  const [asked, setAsked] = useState(0)
  const agreed = said?.agreed ?? agreedThere
  const choose = async (value: string) => {
    setAsked(asked + 1)
    say(value === 'yes')
    const { heedSaid } = await import('../lib/replay/replay-device.ts')
    await heedSaid()
  }
  return (
    <div data-keeps-movement={agreed ? 'yes' : 'no'}>
      <Choice
        legend={t`May your therapist see how you moved?`}
        hint={
          <Trans>
            If you say yes, the points of your joints and your head are kept for each set that the camera
            counts, like a moving stick figure. Never a picture. Only the people of the clinic who treat you
            see it. It is erased after 12 months, or at once when you say no.
          </Trans>
        }
        value={agreed ? 'yes' : 'no'}
        onChange={(value) => void choose(value)}
        options={[
          { value: 'no', label: t`No` },
          { value: 'yes', label: t`Yes, keep the points` },
        ]}
      />
      <p aria-live="polite">
        {asked > 0 && said !== null && !agreed && (
          <strong>
            {said.told ? (
              <Trans>Nothing is kept. What was kept is erased.</Trans>
            ) : (
              <Trans>Nothing more is kept. What the clinic has is erased as soon as it can be reached.</Trans>
            )}
          </strong>
        )}
      </p>
    </div>
  )
}
