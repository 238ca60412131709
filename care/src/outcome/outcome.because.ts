/** Why a check-in makes work for the clinic, in plain English. */
export const OUTCOME_SENTENCES: Readonly<Record<string, string>> = {
  'outcome.cutoff': '{measure}: {score}, which asks for a look ({limit}).',
  'outcome.serious-event': 'Something bad happened that needed care (severity {severity}). Look at it today.',
  'outcome.event': 'A side effect was told (severity {severity}).',
}
