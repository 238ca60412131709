import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from './button.tsx'
import { Notice } from './card.tsx'
import styles from './new-generator.module.css'
import { Actions } from './page.tsx'

type Props = { codes: readonly string[]; onKept: () => void }

/** The backup codes in the one moment in which they can be read. */
export function BackupCodes({ codes, onKept }: Props) {
  const [copied, setCopied] = useState<'copied' | 'by-hand' | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'))
      setCopied('copied')
    } catch {
      setCopied('by-hand')
    }
  }
  return (
    <>
      <Notice tone="warn">
        <p>
          <strong>
            <Trans>This is the only time that they are shown.</Trans>
          </strong>{' '}
          <Trans>
            Each opens your account once when your phone is lost. Print them or write them down, and keep them
            apart from your phone.
          </Trans>
        </p>
      </Notice>
      <ul className={styles['codes']} data-backup-codes="">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Actions>
        <Button look="plain" onClick={() => window.print()}>
          <Trans>Print</Trans>
        </Button>
        <Button look="plain" onClick={() => void copy()}>
          <Trans>Copy</Trans>
        </Button>
        <Button onClick={onKept}>
          <Trans>I have kept them</Trans>
        </Button>
      </Actions>
      <output>
        {copied === 'copied' && <Trans>Copied.</Trans>}
        {copied === 'by-hand' && <Trans>Copying did not work here. Write them down.</Trans>}
      </output>
    </>
  )
}
