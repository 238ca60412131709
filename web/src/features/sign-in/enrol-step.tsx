import type { StaffMe } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { BackupCodes } from '../../ui/backup-codes.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { NewGenerator } from '../../ui/new-generator.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { DoorFrame } from './door-frame.tsx'

type Enrolled = { staff: StaffMe; backupCodes: string[] }

/** Somebody who has no second factor yet makes one now; then the backup codes, once. */
export function EnrolStep({ onIn }: { onIn: (staff: StaffMe) => void }) {
  const { t } = useLingui()
  const [code, setCode] = useState('')
  const [enrolled, setEnrolled] = useState<Enrolled | null>(null)
  const { busy, failed, run } = useDoing()
  // Asked once: each asking makes another secret.
  const given = useQuery({
    queryKey: ['enrol-generator'],
    queryFn: () => call('enrolGenerator'),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
  if (enrolled)
    return (
      <DoorFrame title={t`Your backup codes`}>
        <BackupCodes codes={enrolled.backupCodes} onKept={() => onIn(enrolled.staff)} />
      </DoorFrame>
    )
  return (
    <DoorFrame
      title={t`Protect your account`}
      lead={
        <Trans>
          Patients trust you with their records. So a password alone opens nothing here: your phone is the
          second key.
        </Trans>
      }
    >
      {given.data ? (
        <>
          <NewGenerator given={given.data} />
          <Form
            onSubmit={() => run(async () => setEnrolled(await call('enrolCode', { body: { code } })))}
            busy={busy}
            failed={failed}
            action={<Trans>Go on</Trans>}
          >
            <CodeField value={code} onChange={setCode} />
          </Form>
        </>
      ) : given.error ? (
        <ErrorNote error={given.error} onRetry={() => void given.refetch()} />
      ) : (
        <Waiting />
      )}
    </DoorFrame>
  )
}
