import type { PersonFound } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'

/** The way to somebody of another team: by the whole name. Opening the record asks for the reason. */
export function FindPersonPage() {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const [found, setFound] = useState<readonly PersonFound[] | null>(null)
  const { busy, failed, run } = useDoing()
  const send = () =>
    run(async () => {
      setFound((await call('findPerson', { body: { name: name.trim() } })).people)
    })
  return (
    <>
      <title>{`${t`Somebody of another team`} · Dorsal`}</title>
      <p>
        <Link to="/">
          <Trans>← All patients</Trans>
        </Link>
      </p>
      <h1>
        <Trans>Somebody of another team</Trans>
      </h1>
      <p>
        <Trans>
          For an emergency, or when the team cannot be reached. That you looked for somebody is written down.
        </Trans>
      </p>
      <Form onSubmit={send} busy={busy} failed={failed} action={<Trans>Find</Trans>}>
        <Field
          label={t`Whole name`}
          hint={t`As the person gave it, or their code (P-…). Half a name finds nobody.`}
          autoComplete="off"
          maxLength={100}
          required
          value={name}
          onChange={setName}
        />
      </Form>
      <output>
        {found?.length === 0 && <Trans>Nobody here has this name.</Trans>}
        {found !== null && found.length > 0 && (
          <ul>
            {found.map((one) => (
              <li key={one.patientId}>
                <Link to="/patients/$id" params={{ id: one.patientId }}>
                  {one.label}
                </Link>{' '}
                {one.onTeam ? <Trans>open to you</Trans> : <Trans>asks for a reason</Trans>}
              </li>
            ))}
          </ul>
        )}
      </output>
    </>
  )
}
