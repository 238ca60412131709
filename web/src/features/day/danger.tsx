import { type Prescription, screenAsked } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { usePublicConfig } from '../../lib/config.ts'
import { Card } from '../../ui/card.tsx'
import { EmergencyCall } from '../../ui/emergency-call.tsx'
import { Page } from '../../ui/page.tsx'
import { KeptNote } from './kept-note.tsx'

export type Answers = Record<string, 'yes' | 'no'>

/** What the answers come to by the rules on this device: the same as the server's, and at once. */
export const screened = (answers: Answers, pain: number | null, prescription: Prescription) =>
  screenAsked(answers, pain, prescription)

/** A danger was answered with yes: help first, whether or not there is a connection. Nobody is said to have been told. */
export function Danger({ urgent, kept }: { urgent: boolean; kept: boolean }) {
  const { t } = useLingui()
  const config = usePublicConfig()
  return (
    <Page title={urgent ? t`Stop here. Get help now.` : t`Stop here. Let somebody look at it first.`}>
      {kept && <KeptNote />}
      <Card tone="danger">
        {urgent && <EmergencyCall {...config} />}
        <p>
          <Trans>
            Do not exercise today. What you answered needs to be looked at by a doctor or your clinic first.
          </Trans>
        </p>
        <p>{config.contactLine}</p>
        {!urgent && (
          <>
            <p>
              <Trans>If it gets worse, or if you feel very ill:</Trans>
            </p>
            <EmergencyCall {...config} />
          </>
        )}
      </Card>
    </Page>
  )
}
