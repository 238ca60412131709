import { readFileSync } from 'node:fs'
import {
  ageOn,
  type Content,
  Intake,
  mayBeUnderAge,
  missingEmergencyItems,
  unreadableAnswers,
} from '@dorsal/care'
import type { Given } from './reply.ts'

/** The intakes of a file, or what is wrong with it, in words. `many` when the file holds an array. */
export type Intakes = { intakes: Intake[]; many: boolean; faults: string[] }

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** One intake, an array of them, or the form of the published examples (`{ "examples": [{ "intake": … }] }`). */
function listed(value: unknown): { list: unknown[]; many: boolean } {
  const examples = record(value)['examples']
  if (Array.isArray(examples))
    return { list: examples.map((one) => record(one)['intake'] ?? one), many: true }
  return Array.isArray(value) ? { list: value, many: true } : { list: [value], many: false }
}

function faultsOf(intake: Intake, content: Content, now: string): string[] {
  if (mayBeUnderAge(intake.yearOfBirth, now)) return []
  const missing = missingEmergencyItems(intake, content.redFlags)
  return [
    ...(ageOn(intake.yearOfBirth, now) === null ? ['yearOfBirth: this is not a year of birth'] : []),
    ...missing.map((id) => `answers.${id}: this warning-sign question has no answer (yes, no or unsure)`),
    ...unreadableAnswers(intake, content.redFlags)
      .filter((id) => !missing.includes(id))
      .map((id) => `answers.${id}: this is not one of the choices`),
  ]
}

/** Reads and checks a file of intakes; an emergency item without an answer makes an intake incomplete. */
export function readIntakes(file: string, { content, now }: Given): Intakes {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return {
      intakes: [],
      many: false,
      faults: [`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`],
    }
  }
  const { list, many } = listed(value)
  const intakes: Intake[] = []
  const faults: string[] = []
  for (const [index, one] of list.entries()) {
    const place = many ? `${file}[${index}]: ` : `${file}: `
    const parsed = Intake.safeParse(one)
    if (parsed.success) {
      intakes.push(parsed.data)
      faults.push(...faultsOf(parsed.data, content, now).map((fault) => place + fault))
    } else
      faults.push(
        ...parsed.error.issues.map(
          (issue) => `${place}${issue.path.join('.') || 'intake'}: ${issue.message}`,
        ),
      )
  }
  return { intakes, many, faults }
}
