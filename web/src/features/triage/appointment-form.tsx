import {
  type AppointmentRequest,
  type CardId,
  cardOf,
  Contact,
  type Me,
  type PatientContent,
  type PublicConfig,
  type RedFlag,
  screen,
} from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../../lib/api.ts'
import { contentQuery } from '../../lib/config.ts'
import { contactOf, contactProblem, type TypedContact } from '../../lib/contact.ts'
import { refreshMe } from '../../lib/me.ts'
import { newId } from '../../lib/new-id.ts'
import { momentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { CrisisCall, EmergencyCall } from '../../ui/emergency-call.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { NoteCheck } from '../../ui/note-check.tsx'
import { Stack } from '../../ui/page.tsx'

const isWhen = (value: string): value is AppointmentRequest['when'] =>
  value === 'soonest' || value === 'morning' || value === 'afternoon' || value === 'after-work'

/** The card that words come to when they name a danger outright that needs help today; null otherwise. */
function dangerOf(
  found: ReturnType<typeof screen>,
  patterns: PatientContent['redFlags']['patterns'],
): CardId | null {
  if (found.disposition !== 'emergency_now' && found.disposition !== 'same_day_urgent') return null
  const pattern = patterns.find(
    (each) => found.rules.includes(each.id) && each.disposition === found.disposition,
  )
  return pattern?.card ?? cardOf(found.disposition)
}

/** Help first, whatever else is sent: a request for an appointment is read when somebody has time. */
function HelpFirst({ card, config }: { card: CardId; config: PublicConfig }) {
  return (
    <Notice tone="warn" live>
      <p data-danger={card}>
        <strong>
          <Trans>What you wrote may need help now. Do not wait for an appointment.</Trans>
        </strong>
      </p>
      {card === 'self-harm' && <CrisisCall {...config} />}
      <EmergencyCall {...config} />
    </Notice>
  )
}

/** Asking the clinic for an appointment: how to reach the person, when it suits. One id, so that a second try is not a second request. */
export function AppointmentForm({ me, config }: { me: Me | null; config: PublicConfig }) {
  const { t, i18n } = useLingui()
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
  const [danger, setDanger] = useState<CardId | null>(null)
  const [asks, setAsks] = useState<readonly RedFlag[]>([])
  const content = useQuery(contentQuery(config)).data
  const [state, setState] = useState<'filling' | 'sending' | { error: unknown }>('filling')
  const problem = contactProblem(typed, Contact)

  const look = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (problem) return
    const words = [note, typed.name].filter((text) => text.trim() !== '')
    const found = content ? words.map((text) => screen(text, content.redFlags, i18n.locale)) : []
    const cards = found.map((one) => dangerOf(one, content?.redFlags.patterns ?? []))
    setDanger(cards.find((card) => card !== null) ?? null)
    const asked = new Set(found.flatMap((one) => (one.ask ? one.asks : [])))
    const items = content?.redFlags.items.filter((item) => asked.has(item.id)) ?? []
    if (items.length > 0) setAsks(items)
    else void send([])
  }
  const send = async (yes: readonly RedFlag[]) => {
    setAsks([])
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
          onNo={() => void send([])}
          onYes={(item) => {
            setDanger(item.card)
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
