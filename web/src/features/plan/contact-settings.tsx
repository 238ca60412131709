import { Contact, type Me } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../../lib/api.ts'
import { contactOf, contactProblem, type TypedContact } from '../../lib/contact.ts'
import { refreshMe } from '../../lib/me.ts'
import { dayOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Stack } from '../../ui/page.tsx'

/** How the clinic can reach the person: theirs to give, to change and to leave empty. */
export function ContactSettings({ me, clinic }: { me: Me; clinic: string }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [typed, setTyped] = useState<TypedContact>({
    name: me.contact?.name ?? '',
    email: me.contact?.email ?? '',
    phone: me.contact?.phone ?? '',
  })
  const [state, setState] = useState<'rest' | 'sending' | 'saved' | 'wrong' | { error: unknown }>('rest')
  const put = (patch: Partial<TypedContact>) => {
    setTyped({ ...typed, ...patch })
    setState('rest')
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (contactProblem(typed, Contact) === 'email') return setState('wrong')
    setState('sending')
    try {
      await call('setContact', { body: contactOf(typed) })
      await refreshMe(client)
      setState('saved')
    } catch (error) {
      setState({ error })
    }
  }
  const erasedOn = me.erasedAfter ? dayOf(me.erasedAfter) : null
  return (
    <Card>
      <h2>
        <Trans>How the clinic can reach you</Trans>
      </h2>
      <p>
        <Trans>You may leave this empty. Then {clinic} can see your record but cannot contact you.</Trans>{' '}
        {erasedOn && <Trans>Without it, your record is erased on {erasedOn} if you do not come back.</Trans>}
      </p>
      <form onSubmit={(event) => void save(event)} noValidate>
        <Stack>
          <Field
            label={t`Your name`}
            value={typed.name}
            onChange={(name) => put({ name })}
            autoComplete="name"
            maxLength={200}
          />
          <Field
            label={t`E-mail`}
            type="email"
            value={typed.email}
            onChange={(email) => put({ email })}
            autoComplete="email"
            maxLength={200}
            error={state === 'wrong' ? t`This does not look like an e-mail address.` : null}
          />
          <Field
            label={t`Telephone`}
            type="tel"
            value={typed.phone}
            onChange={(phone) => put({ phone })}
            autoComplete="tel"
            maxLength={40}
          />
          {state === 'saved' && (
            <Notice tone="ok" live>
              <p>
                <Trans>Saved at the clinic.</Trans>
              </p>
            </Notice>
          )}
          {typeof state === 'object' && <ErrorNote error={state.error} />}
          <div>
            <Button type="submit" look="plain" disabled={state === 'sending'}>
              <Trans>Save</Trans>
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  )
}
