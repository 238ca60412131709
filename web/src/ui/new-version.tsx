import { Trans } from '@lingui/react/macro'
import { takeNewVersion, useNewVersion } from '../lib/offline/registration.ts'
import { Button } from './button.tsx'
import { Notice } from './card.tsx'

/** Pages on which nobody is in the middle of anything. */
const CALM = ['/', '/today', '/plan', '/progress', '/library', '/privacy']

/** Offers a new version where it disturbs nobody. Who does not take it gets it when the pages are opened the next time. */
export function NewVersion({ path }: { path: string }) {
  const there = useNewVersion()
  if (!there || !CALM.includes(path)) return null
  return (
    <Notice live>
      <p data-new-version="waiting">
        <Trans>A new version is ready. Nothing you entered is lost by it.</Trans>
      </p>
      <div>
        <Button look="plain" onClick={takeNewVersion}>
          <Trans>Use the new version</Trans>
        </Button>
      </div>
    </Notice>
  )
}
