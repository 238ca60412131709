import { Trans } from '@lingui/react/macro'

export function ClinicianApp() {
  return (
    <main>
      <h1>
        <Trans>For clinics</Trans>
      </h1>
    </main>
  )
}
