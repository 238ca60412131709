import type { SignInReply, StaffMe } from '@dorsal/care'
import { useState } from 'react'
import { CodeStep } from './code-step.tsx'
import { EnrolStep } from './enrol-step.tsx'
import { PasswordStep } from './password-step.tsx'

type Props = { begin?: SignInReply | null; onSignedIn: (staff: StaffMe) => void }

/** Coming in as staff, step by step; `begin` is where a link from the clinic has led already. */
export function SignInPage({ begin = null, onSignedIn }: Props) {
  const [reply, setReply] = useState<SignInReply | null>(begin)
  const onReply = (next: SignInReply) => (next.step === 'in' ? onSignedIn(next.staff) : setReply(next))
  if (reply?.step === 'code')
    return (
      <CodeStep backupCodesLeft={reply.backupCodesLeft} onIn={onSignedIn} onAnew={() => setReply(null)} />
    )
  if (reply?.step === 'enrol') return <EnrolStep onIn={onSignedIn} />
  return <PasswordStep onReply={onReply} onIn={onSignedIn} />
}
