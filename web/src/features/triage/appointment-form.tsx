import { type AppointmentRequest, Contact, type Me, type PublicConfig, type RedFlag } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../../lib/api.ts'
import { contactOf, contactProblem, type TypedContact } from '../../lib/contact.ts'
import { refreshMe } from '../../lib/me.ts'
import { newId } from '../../lib/new-id.ts'
import { momentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { NoteCheck } from '../../ui/note-check.tsx'
import { Stack } from '../../ui/page.tsx'
import { HelpFirst, useWrittenDanger } from '../../ui/written-danger.tsx'

const isWhen = (value: string): value is AppointmentRequest['when'] =>
  value === 'soonest' || value === 'morning' || value === 'afternoon' || value === 'after-work'

/** Asking the clinic for an appointment: how to reach the person, when it suits. One id, so that a second try is not a second request. */
export function AppointmentForm({ me, config }: { me: Me | null; config: PublicConfig }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [id] = useState(() => newId())
  const [typed, setTyped] = useState<TypedContact>({
    name: me?.contact?.name ?? '',
    email: me?.contact?.email ?? '',
    phone: me?.contact?.phone ?? '',
  })
  const [when, setWhen] = useState<AppointmentRequest['when']>('soonest')
  const [note, setNote] = useState('')
  const [checked, setChecked] = useState(false)
  const { danger, asks, look: lookAt, answered } = useWrittenDanger(config)
  const [state, setState] = useState<'filling' | 'sending' | { error: unknown }>('filling')
  const problem = contactProblem(typed, Contact)

  const look = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (problem) return
    if (!lookAt([note, typed.name])) void send([])
  }
  const send = async (yes: readonly RedFlag[]) => {
    setState('sending')
    try {
      await call('requestAppointment', {
        params: { id },
        body: {
          id,
          contact: contactOf(typed),
          when,
          note: note.trim() || null,
          ...(yes.length > 0 && { yes: yes.map((item) => item.id) }),
        },
      })
      await refreshMe(client)
      setState('filling')
    } catch (error) {
      setState({ error })
    }
  }
  if (me?.appointmentRequestedAt) {
    const asked = momentOf(me.appointmentRequestedAt)
    return (
      <>
        {danger && <HelpFirst card={danger} config={config} />}
        <Notice tone="ok" live>
          <p>
            <strong>
              <Trans>You asked for an appointment on {asked}.</Trans>
            </strong>{' '}
            <Trans>
              The request is on the list of {config.clinic}. It says how to reach you. {config.contactLine}
            </Trans>
          </p>
        </Notice>
      </>
    )
  }
  if (asks.length > 0)
    return (
      <Card>
        <NoteCheck
          items={asks}
          onNo={() => {
            answered(null)
            void send([])
          }}
          onYes={(item) => {
            answered(item)
            void send([item])
          }}
        />
      </Card>
    )
  return (
    <Card>
      {danger && <HelpFirst card={danger} config={config} />}
      <h2>
        <Trans>Ask for an appointment</Trans>
      </h2>
      <form onSubmit={look} noValidate>
        <Stack>
          <Field
            label={t`Your name`}
            value={typed.name}
            onChange={(name) => setTyped({ ...typed, name })}
            autoComplete="name"
            maxLength={200}
          />
          <Field
            label={t`E-mail`}
            hint={t`E-mail or telephone: one of them is enough.`}
            value={typed.email}
            onChange={(email) => setTyped({ ...typed, email })}
            type="email"
            autoComplete="email"
            maxLength={200}
            error={
              checked && problem === 'email'
                ? t`This does not look like an e-mail address.`
                : checked && problem === 'missing'
                  ? t`Give an e-mail address or a telephone number, so that the clinic can answer.`
                  : null
            }
          />
          <Field
            label={t`Telephone`}
            value={typed.phone}
            onChange={(phone) => setTyped({ ...typed, phone })}
            type="tel"
            autoComplete="tel"
            maxLength={40}
          />
          <Choice
            legend={t`When does it suit you?`}
            value={when}
            onChange={(value) => isWhen(value) && setWhen(value)}
            options={[
              { value: 'soonest', label: t`As soon as possible` },
              { value: 'morning', label: t`In the morning` },
              { value: 'afternoon', label: t`In the afternoon` },
              { value: 'after-work', label: t`After work` },
            ]}
          />
          <Field
            label={t`Anything else the clinic should know`}
            hint={t`You may leave this empty.`}
            value={note}
            onChange={setNote}
            lines={3}
            maxLength={500}
          />
          {typeof state === 'object' && <ErrorNote error={state.error} />}
          <div>
            <Button type="submit" disabled={state === 'sending'}>
              {state === 'sending' ? <Trans>Sending…</Trans> : <Trans>Send the request</Trans>}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  )
}
