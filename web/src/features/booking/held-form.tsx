import { Contact, type Me, type PublicConfig, type RedFlag, type Visit } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useEffect, useState } from 'react'
import { ApiError, call } from '../../lib/api.ts'
import { useConsent } from '../../lib/consent.ts'
import { contactOf, contactProblem, type TypedContact } from '../../lib/contact.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { NoteCheck } from '../../ui/note-check.tsx'
import { Actions, Stack } from '../../ui/page.tsx'
import { WhatIsKept } from '../../ui/what-is-kept.tsx'
import { HelpFirst, useWrittenDanger } from '../../ui/written-danger.tsx'
import { VisitFacts } from './visit-facts.tsx'
import { untilWords } from './when.ts'

export type Typed = TypedContact & { note: string }

type HeldFormProps = {
  visit: Visit
  me: Me | null
  config: PublicConfig
  typed: Typed
  onTyped: (typed: Typed) => void
  onBooked: (visit: Visit, danger: boolean) => Promise<void>
  onGone: () => void
  onOther: () => void
}

/** Whether a time is over; looked at again when it comes. */
function useOver(instant: string | null): boolean {
  const at = instant === null ? Infinity : Date.parse(instant)
  const [over, setOver] = useState(() => Date.now() >= at)
  useEffect(() => {
    if (at === Infinity) return
    const timer = setTimeout(() => setOver(true), Math.max(0, at - Date.now()))
    return () => clearTimeout(timer)
  }, [at])
  return over
}

/** A start that is kept: name and contact last, and what is agreed to by booking where no record is open yet. */
export function HeldForm({ visit, me, config, typed, onTyped, onBooked, onGone, onOther }: HeldFormProps) {
  const { t, i18n } = useLingui()
  const [checked, setChecked] = useState(false)
  const [state, setState] = useState<'filling' | 'sending' | { error: unknown }>('filling')
  const giveConsent = useConsent(config.consentVersion)
  const { danger, asks, look, answered } = useWrittenDanger(config)
  const over = useOver(visit.heldUntil)
  const problem = contactProblem(typed, Contact)
  const nameless = typed.name.trim() === ''
  const until = visit.heldUntil === null ? '' : untilWords(visit.heldUntil, i18n.locale)

  const send = async (yes: readonly RedFlag[]) => {
    setState('sending')
    try {
      if (me === null) await giveConsent()
      const booked = await call('bookHeld', {
        body: {
          id: visit.id,
          contact: contactOf(typed),
          note: typed.note.trim() || null,
          ...(yes.length > 0 && { yes: yes.map((item) => item.id) }),
        },
      })
      await onBooked(booked.visit, danger !== null || yes.length > 0)
    } catch (error) {
      setState({ error })
      if (error instanceof ApiError && error.code === 'hold-ended') onGone()
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (problem || nameless) return
    if (!look([typed.note, typed.name])) void send([])
  }
  const missing =
    checked && problem === 'missing'
      ? t`Give an e-mail address or a telephone number, so that the clinic can reach you.`
      : null
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
    <>
      {danger && <HelpFirst card={danger} config={config} />}
      <Card label={t`Your time`}>
        <VisitFacts visit={visit} />
        <output data-held={visit.starts}>
          {over ? (
            <Trans>
              It is no longer kept for you, but may still be free. Try to book it, or choose another time.
            </Trans>
          ) : (
            <Trans>Kept for you until {until}. Take your time.</Trans>
          )}
        </output>
      </Card>
      <form onSubmit={submit} noValidate>
        <Card>
          <Stack>
            <Field
              label={t`Your name`}
              value={typed.name}
              onChange={(name) => onTyped({ ...typed, name })}
              autoComplete="name"
              maxLength={200}
              error={checked && nameless ? t`Please say who comes.` : null}
            />
            <Field
              label={t`Telephone`}
              hint={t`E-mail or telephone: one of them is enough.`}
              value={typed.phone}
              onChange={(phone) => onTyped({ ...typed, phone })}
              type="tel"
              autoComplete="tel"
              maxLength={40}
              error={missing}
            />
            <Field
              label={t`E-mail`}
              value={typed.email}
              onChange={(email) => onTyped({ ...typed, email })}
              type="email"
              autoComplete="email"
              maxLength={200}
              error={checked && problem === 'email' ? t`This does not look like an e-mail address.` : null}
            />
            <Field
              label={t`Anything else the clinic should know`}
              hint={t`You may leave this empty.`}
              value={typed.note}
              onChange={(note) => onTyped({ ...typed, note })}
              lines={3}
              maxLength={500}
            />
            {me === null && (
              <details>
                <summary>
                  <Trans>What is kept of you, where, and how long</Trans>
                </summary>
                <WhatIsKept days={config.anonRetentionDays} />
              </details>
            )}
            {me === null && (
              <p>
                <Trans>
                  By booking you agree that {config.clinic} keeps your name, how to reach you, and this visit.
                  You must be 18 or older. You can erase everything later.
                </Trans>
              </p>
            )}
            {typeof state === 'object' && <ErrorNote error={state.error} />}
            <Actions>
              <Button type="submit" large disabled={state === 'sending'}>
                {state === 'sending' ? (
                  <Trans>Booking…</Trans>
                ) : me === null ? (
                  <Trans>Agree and book</Trans>
                ) : (
                  <Trans>Book this visit</Trans>
                )}
              </Button>
              <Button look="plain" large onClick={onOther}>
                <Trans>Another time</Trans>
              </Button>
            </Actions>
          </Stack>
        </Card>
      </form>
      {config.contactLine !== '' && (
        <Notice>
          <p>{config.contactLine}</p>
        </Notice>
      )}
    </>
  )
}
