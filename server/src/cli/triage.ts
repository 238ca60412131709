import { explain, type TriageResult, triage } from '@dorsal/care'
import { readIntakes } from './read-intakes.ts'
import { badInput, type Given, type Reply } from './reply.ts'

/** A triage as it is printed: reasons in words. */
export function printedTriage({
  disposition,
  card,
  rules,
  because,
  precautionTags,
  contentVersion,
}: TriageResult) {
  return {
    disposition,
    card,
    rules,
    because: because.map((reason) => explain(reason)),
    precautionTags,
    contentVersion,
  }
}

/** `triage FILE.json`: the decision over one intake, or over each of an array. */
export function triageCommand(args: string[], given: Given): Reply {
  const [file, ...more] = args
  if (file === undefined || more.length > 0) return badInput('Use: dorsal triage FILE.json')
  const { intakes, many, faults } = readIntakes(file, given)
  if (faults.length > 0) return badInput(...faults)
  const results = intakes.map((intake) => printedTriage(triage(intake, given.content, given.now).result))
  return { code: 0, out: many ? results : results[0], messages: [] }
}
