import { Trans, useLingui } from '@lingui/react/macro'
import { CoverageCheck } from '../../ui/coverage-check.tsx'
import { Page } from '../../ui/page.tsx'

/** For everybody, without an account. */
export function CoveragePage() {
  const { t } = useLingui()
  return (
    <Page
      title={t`Who pays for my visits?`}
      lead={
        <Trans>See whether this clinic takes your employer or health plan, and what there is besides.</Trans>
      }
    >
      <CoverageCheck />
    </Page>
  )
}
