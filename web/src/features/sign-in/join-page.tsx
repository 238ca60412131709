import type { SignInReply, StaffLinkSeen, StaffMe } from '@dorsal/care'
import { LinkToken, PASSWORD_LETTERS } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { buttonClass } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { DoorFrame } from './door-frame.tsx'
import { SignInPage } from './sign-in-page.tsx'

type Props = { onSignedIn: (staff: StaffMe) => void }

/** A link that the clinic handed over: to join it, to choose a new password, or to become its first administrator. */
export function JoinPage({ onSignedIn }: Props) {
  const { t } = useLingui()
  const token = LinkToken.safeParse(location.hash.slice(1)).data ?? null
  const [begin, setBegin] = useState<SignInReply | null>(null)
  const seen = useQuery({
    queryKey: ['staff-link', token],
    queryFn: () => call('lookAtStaffLink', { body: { token: token ?? '' } }),
    enabled: token !== null,
    staleTime: Infinity,
    retry: false,
  })
  if (begin) return <SignInPage begin={begin} onSignedIn={onSignedIn} />
  if (token !== null && seen.isPending) return <Waiting />
  if (token === null || !seen.data)
    return (
      <DoorFrame title={t`This link opens nothing any more`}>
        {seen.error ? <ErrorNote error={seen.error} /> : null}
        <p>
          <Trans>Links work once, and only for some days. Ask your clinic for a new one.</Trans>
        </p>
        <a href="/clinician" className={buttonClass('plain')}>
          <Trans>Sign in</Trans>
        </a>
      </DoorFrame>
    )
  return <Choose token={token} seen={seen.data} onTaken={setBegin} />
}

type ChooseProps = { token: string; seen: StaffLinkSeen; onTaken: (reply: SignInReply) => void }

function Choose({ token, seen, onTaken }: ChooseProps) {
  const { t } = useLingui()
  const [email, setEmail] = useState(seen.email ?? '')
  const [name, setName] = useState(seen.name ?? '')
  const [password, setPassword] = useState('')
  const { busy, failed, run } = useDoing()
  const first = seen.kind === 'first-admin'
  const titles = {
    join: t`Join ${seen.clinic}`,
    reset: t`Choose a new password`,
    'first-admin': t`Set up this clinic`,
  }
  const take = () =>
    run(async () => {
      const own = first ? { email: email.trim(), name: name.trim() } : {}
      onTaken(await call('takeStaffLink', { body: { token, password, ...own } }))
    })
  return (
    <DoorFrame
      title={titles[seen.kind]}
      lead={
        first ? (
          <Trans>You become the first administrator. You can invite everybody else afterwards.</Trans>
        ) : (
          <Trans>
            For {seen.name}, {seen.email}.
          </Trans>
        )
      }
    >
      <Form onSubmit={take} busy={busy} failed={failed} action={<Trans>Go on</Trans>}>
        {first && (
          <>
            <Field
              label={t`Your name`}
              autoComplete="name"
              maxLength={100}
              required
              value={name}
              onChange={setName}
            />
            <Field
              label={t`E-mail`}
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={setEmail}
            />
          </>
        )}
        <Field
          label={seen.known ? t`Your password` : t`New password`}
          hint={
            seen.known
              ? t`You have an account here already. It opens this clinic too.`
              : t`At least ${PASSWORD_LETTERS.least} characters. Four words that do not belong together are easy to remember.`
          }
          type="password"
          autoComplete={seen.known ? 'current-password' : 'new-password'}
          required
          value={password}
          onChange={setPassword}
        />
      </Form>
    </DoorFrame>
  )
}
