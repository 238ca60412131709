import type { OwnReminders, ReminderSettings } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { NextOne } from './next-one.tsx'
import { OnDevice } from './on-device.tsx'
import { ReminderForm } from './reminder-form.tsx'

const KEY = ['reminders']

type Props = {
  /** Leads to where an address is given. */
  addAddress: ReactNode
}

/** How somebody is reminded: of what, by which way, when, how often, or not at all; and what comes next. */
export function RemindersPage({ addAddress }: Props) {
  const { t } = useLingui()
  const client = useQueryClient()
  const known = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call('myReminders', { signal }) })
  const save = async (settings: ReminderSettings): Promise<void> => {
    client.setQueryData<OwnReminders>(KEY, await call('setReminders', { body: settings }))
  }
  return (
    <Page
      title={t`Your reminders`}
      lead={<Trans>Few, at an hour that suits you. They say nothing about your health.</Trans>}
    >
      {known.isPending ? (
        <Waiting />
      ) : known.data === undefined ? (
        <ErrorNote error={known.error} onRetry={() => void known.refetch()} />
      ) : (
        <Reminders
          own={known.data}
          save={save}
          addAddress={addAddress}
          onDevices={() => void known.refetch()}
        />
      )}
    </Page>
  )
}

type Own = Props & {
  own: OwnReminders
  save: (settings: ReminderSettings) => Promise<void>
  onDevices: () => void
}

/** By mail only where there is an address that was confirmed. */
function NoAddress({ own, addAddress }: Pick<Own, 'own' | 'addAddress'>) {
  if (!own.mail || own.address === 'confirmed') return null
  return (
    <Notice>
      <p>
        {own.address === 'none' ? (
          <Trans>There is no e-mail address of yours yet, so nothing can come by e-mail.</Trans>
        ) : (
          <Trans>Your e-mail address waits to be confirmed. Until then nothing comes by e-mail.</Trans>
        )}
      </p>
      <p>{addAddress}</p>
    </Notice>
  )
}

function Reminders({ own, save, addAddress, onDevices }: Own) {
  const { busy, failed, run } = useDoing()
  const { settings } = own
  const turn = (off: boolean) => void run(() => save({ ...settings, off }))
  if (settings.off)
    return (
      <Card tone="ok">
        <Notice live>
          <Trans>Your reminders are off. Nothing comes, until you turn them on again.</Trans>
        </Notice>
        {failed ? <ErrorNote error={failed} /> : null}
        <Actions>
          <Button disabled={busy} onClick={() => turn(false)}>
            <Trans>Turn them on again</Trans>
          </Button>
        </Actions>
      </Card>
    )
  return (
    <>
      <NextOne own={own}>
        {failed ? <ErrorNote error={failed} /> : null}
        <Actions>
          <Button look="plain" disabled={busy} onClick={() => turn(true)}>
            <Trans>No reminders at all</Trans>
          </Button>
        </Actions>
      </NextOne>
      <NoAddress own={own} addAddress={addAddress} />
      <OnDevice own={own} onChanged={onDevices} />
      <ReminderForm key={JSON.stringify(settings)} own={own} save={save} />
    </>
  )
}
