import type { AppointmentRequest } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import type { PatientKey } from '../patient/decision.store.ts'

export async function addAppointmentRequest(tx: Tx, key: PatientKey, request: AppointmentRequest, now: Date) {
  await tx
    .insertInto('app.appointment_request')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      request_id: request.id,
      body: json(request),
      at: now,
    })
    .execute()
}

export async function appointmentRequestedAt(tx: Tx, patientId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('app.appointment_request')
    .select('at')
    .where('patient_id', '=', patientId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at.toISOString() ?? null
}
