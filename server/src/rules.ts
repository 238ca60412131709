import type {
  CardId,
  Content,
  Decision,
  Evaluation,
  Facts,
  Intake,
  Next,
  PanelRow,
  Plan,
  PlanChange,
  Prescription,
  SessionReport,
  Task,
  TriageResult,
} from '@dorsal/care'
import * as care from '@dorsal/care'

/** The rules of care as the server calls them. */
export type Rules = {
  factsOf(intake: Intake, now: string): Facts
  mayBeUnderAge(yearOfBirth: number, now: string): boolean
  missingEmergencyItems(intake: Intake, table: Content['redFlags']): string[]
  triage(
    intake: Intake,
    content: Pick<Content, 'redFlags' | 'version'>,
    now: string,
  ): { result: TriageResult; decision: Decision }
  evaluate(
    intake: Intake,
    content: Content,
    triage: TriageResult,
    now: string,
  ): { result: Evaluation; decision: Decision }
  composePlan(input: {
    intake: Intake
    evaluation: Evaluation
    triage: TriageResult
    content: Content
    now: string
    hold: boolean
  }): { result: Plan; decision: Decision }
  editPlan(plan: Plan, changes: PlanChange[], by: string, now: string): Plan
  prescribe(input: {
    plan: Plan
    content: Content
    sessionNumber: number
    minutes: number
    changes: PlanChange[]
    now: string
  }): { result: Prescription; decision: Decision }
  adapt(input: {
    plan: Plan
    report: SessionReport
    history: SessionReport[]
    content: Content
    now: string
  }): {
    plan: Plan
    changes: PlanChange[]
    tasks: Pick<Task, 'kind' | 'level' | 'because'>[]
    next: Next
    card: CardId | null
    decision: Decision
  }
  needOf(input: unknown): Pick<PanelRow, 'reasons' | 'need'>
}

export const rules = care as unknown as Rules
