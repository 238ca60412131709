import { readFile } from 'node:fs/promises'
import {
  type Because,
  type Content,
  composePlan,
  evaluate,
  explain,
  Intake,
  missingEmergencyItems,
  type Plan,
  type TriageResult,
  triage,
} from '@dorsal/care'
import { loadContent } from '@dorsal/content'

const USAGE = 'usage: dorsal plan FILE.json'

/** Where the command writes: JSON for programs, messages for people. */
type Output = { line: (text: string) => void; message: (text: string) => void }

const CONSOLE: Output = {
  line: (text) => process.stdout.write(`${text}\n`),
  message: (text) => process.stderr.write(`${text}\n`),
}

/** Dispositions under which no plan is made. */
const NO_PLAN: readonly string[] = ['emergency_now', 'same_day_urgent', 'see_clinician_first']

/** What is wrong with the input, for a person to read. */
class BadInput extends Error {}

/**
 * `dorsal plan FILE`: reads one intake or an array of them (format `dorsal-intake/1`) and prints `{triage, plan}` for each, in
 * the same form: one, or an array. `plan` is null where the disposition forbids one. Gives the exit code: 0, or 2 on bad
 * input with the reason on stderr.
 */
export async function plan(
  args: readonly string[],
  output: Output = CONSOLE,
  now = new Date(),
): Promise<number> {
  const [file, ...more] = args
  if (file === undefined || more.length > 0 || file.startsWith('-')) {
    output.message(USAGE)
    return 2
  }
  try {
    const given = await read(file)
    const content = loadContent()
    const answers = (Array.isArray(given) ? given : [given]).map((one, index) =>
      answer(one, index, content, now.toISOString()),
    )
    output.line(JSON.stringify(Array.isArray(given) ? answers : answers[0], null, 1))
    return 0
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    output.message(`${file}: ${error.message}`)
    return 2
  }
}

async function read(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new BadInput('the file cannot be read')
  })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new BadInput(`this is not JSON: ${error instanceof Error ? error.message : ''}`)
  }
}

function answer(given: unknown, index: number, content: Content, now: string) {
  const parsed = Intake.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new BadInput(
      `intake ${index + 1}: ${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`,
    )
  }
  const intake = parsed.data
  const missing = missingEmergencyItems(intake, content.redFlags)
  if (missing.length > 0)
    throw new BadInput(`intake ${index + 1}: no answer to the emergency items ${missing.join(', ')}`)
  const screened = triage(intake, content, now).result
  const { disposition, rules, because, contentVersion } = screened
  const allowed = !NO_PLAN.includes(disposition) && screened.card !== 'under-18'
  return {
    triage: { disposition, rules, because: because.map(said), contentVersion },
    plan: allowed ? shown(planOf(intake, screened, content, now)) : null,
  }
}

function planOf(intake: Intake, screened: TriageResult, content: Content, now: string): Plan {
  const evaluation = evaluate(intake, content, screened, now).result
  return composePlan({ intake, evaluation, triage: screened, content, now, hold: false }).result
}

const said = (because: Because): string => explain(because)

function shown({ pattern, findings, phase, cadence, items, excluded, precautionTags, evaluation }: Plan) {
  return {
    pattern,
    because: evaluation.because.map(said),
    against: evaluation.against.map(said),
    findings: findings.map((finding) => ({ ...finding, because: finding.because.map(said) })),
    phase,
    cadence,
    precautionTags,
    items: items.map(({ kind, exerciseId, component, title, dosage, rangeShare, because, wouldChange }) => ({
      kind,
      exerciseId,
      title,
      component,
      dosage,
      rangeShare,
      because: because.map(said),
      wouldChange: wouldChange.map(said),
    })),
    excluded: excluded.map(({ exerciseId, because }) => ({ exerciseId, because: said(because) })),
  }
}
