import type { NewGenerator as Given, StaffSecurity } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { BackupCodes } from '../../ui/backup-codes.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { Form } from '../../ui/form.tsx'
import { NewGenerator } from '../../ui/new-generator.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { AskPassword } from './ask-password.tsx'

type Props = { security: StaffSecurity; onChanged: () => void }

/** The authenticator app and its backup codes: a new phone, new codes. */
export function Authenticator({ security, onChanged }: Props) {
  const { t } = useLingui()
  const [given, setGiven] = useState<Given | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const show = (backupCodes: readonly string[]) => {
    setGiven(null)
    setCodes(backupCodes)
    onChanged()
  }
  return (
    <Card label={t`Authenticator app`}>
      <h2>
        <Trans>Authenticator app</Trans>
      </h2>
      {codes ? (
        <BackupCodes codes={codes} onKept={() => setCodes(null)} />
      ) : given ? (
        <FirstCode given={given} onCodes={show} onCancel={() => setGiven(null)} />
      ) : (
        <>
          <p>
            {security.generator ? (
              <>
                <Trans>Set up.</Trans>{' '}
                <Plural
                  value={security.backupCodesLeft}
                  _0="No backup code is left: make new ones."
                  one="# backup code is left."
                  other="# backup codes are left."
                />
              </>
            ) : (
              <Trans>Not set up: this account belongs to the demonstration.</Trans>
            )}
          </p>
          <AskPassword
            open={<Trans>Set up a new phone</Trans>}
            action={<Trans>Go on</Trans>}
            onPassword={async (password) => setGiven(await call('newGenerator', { body: { password } }))}
          />
          {security.generator && (
            <AskPassword
              open={<Trans>Make new backup codes</Trans>}
              action={<Trans>Make them</Trans>}
              onPassword={async (password) =>
                show((await call('newBackupCodes', { body: { password } })).backupCodes)
              }
            />
          )}
        </>
      )}
    </Card>
  )
}

type FirstProps = { given: Given; onCodes: (codes: readonly string[]) => void; onCancel: () => void }

function FirstCode({ given, onCodes, onCancel }: FirstProps) {
  const [code, setCode] = useState('')
  const { busy, failed, run } = useDoing()
  return (
    <>
      <NewGenerator given={given} />
      <Form
        onSubmit={() =>
          run(async () => onCodes((await call('newGeneratorCode', { body: { code } })).backupCodes))
        }
        busy={busy}
        failed={failed}
        action={<Trans>Go on</Trans>}
        beside={
          <Button look="quiet" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        }
      >
        <CodeField value={code} onChange={setCode} />
      </Form>
    </>
  )
}
