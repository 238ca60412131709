import { GLASS_MINUTES } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ApiError, call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'

export const isNotOnTeam = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'not-on-team'

type Props = { patientId: string; onOpened: () => void }

/** Before a record of another team: what opening it means, and the reason for it. */
export function GlassAsk({ patientId, onOpened }: Props) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const [reason, setReason] = useState('')
  const { busy, failed, run } = useDoing()
  const send = () =>
    run(async () => {
      await call('breakGlass', { params: { id: patientId }, body: { id, reason: reason.trim() } })
      onOpened()
    })
  return (
    <>
      <title>{`${t`Another team’s record`} · Dorsal`}</title>
      <h1>
        <Trans>Another team’s record</Trans>
      </h1>
      <Card tone="warn">
        <p>
          <Trans>
            You are not on the team that cares for this person. If you must see the record now, say why. It
            opens for {GLASS_MINUTES} minutes.
          </Trans>
        </p>
        <p>
          <Trans>
            The person reads your name and this reason. Their team and the administrator are told.
          </Trans>
        </p>
        <Form
          onSubmit={send}
          busy={busy}
          failed={failed}
          action={<Trans>Open the record for {GLASS_MINUTES} minutes</Trans>}
        >
          <Field
            label={t`Why you need it now`}
            hint={t`At least ten characters. What you could not say to the person is no reason.`}
            lines={3}
            maxLength={500}
            required
            value={reason}
            onChange={setReason}
          />
        </Form>
      </Card>
    </>
  )
}
