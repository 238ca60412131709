import type { NewGenerator as Given, StaffMe } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { call } from '../../lib/api.ts'
import { BackupCodes } from '../../ui/backup-codes.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { NewGenerator } from '../../ui/new-generator.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { DoorFrame } from './door-frame.tsx'
import { Form } from './form.tsx'

type Enrolled = { staff: StaffMe; backupCodes: string[] }

/** Somebody who has no second factor yet makes one now; then the backup codes, once. */
export function EnrolStep({ onIn }: { onIn: (staff: StaffMe) => void }) {
  const { t } = useLingui()
  const [given, setGiven] = useState<Given | null>(null)
  const [code, setCode] = useState('')
  const [enrolled, setEnrolled] = useState<Enrolled | null>(null)
  const { busy, failed, run } = useDoing()
  const begin = () => run(async () => setGiven(await call('enrolGenerator')))
  useEffect(() => {
    void begin()
    // Once: each asking makes another secret.
  }, [])
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
      {given ? (
        <>
          <NewGenerator given={given} />
          <Form
            onSubmit={() => run(async () => setEnrolled(await call('enrolCode', { body: { code } })))}
            busy={busy}
            failed={failed}
            action={<Trans>Go on</Trans>}
          >
            <CodeField value={code} onChange={setCode} />
          </Form>
        </>
      ) : failed ? (
        <ErrorNote error={failed} onRetry={() => void begin()} />
      ) : (
        <Waiting />
      )}
    </DoorFrame>
  )
}
