/** Documents: given on a phone, opened at the desk as a file; one that is refused leaves the form as it was; taken out of view. */
import { readFile } from 'node:fs/promises'
import { somePdf } from '../server/src/document/some-pdf.ts'
import { expect, test, unexpected } from './product.ts'
import { meOf } from './session-helpers.ts'
import { album, DESKTOP, PHONE } from './steps/album.ts'
import { clinicianAtDesk } from './steps/clinician.ts'
import { agreeAtOnce } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({
  viewport: PHONE,
  reducedMotion: 'reduce',
  settings: { EMERGENCY_NUMBER: '112', CLINIC_NAME: 'Hill Street Clinic' },
  expectedErrors: [/status of 422/],
})

const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer })
const LETTER = somePdf()
const ACTIVE = somePdf({ catalogue: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' })
const LONG = `Letter of referral ${'Donaudampfschifffahrtsgesellschaft'.repeat(2)}`

test('a person gives a PDF on a phone, and a therapist opens it as a file', async ({
  page,
  browser,
  product,
  problems,
}) => {
  await agreeAtOnce(page)
  await sendSafeIntake(page)
  const { patientId } = await meOf(page)
  const look = album(page, { journey: 'documents', for: 'patient' })
  await page.goto('/messages')
  await page.getByRole('link', { name: 'Give or see documents' }).click()
  await expect(page.getByText('There are no documents yet.')).toBeVisible()
  await look('none')
  const file = page.getByLabel('The file: a PDF')
  const words = page.getByLabel('A few words about it')
  const give = page.getByRole('button', { name: 'Give it to the clinic' })

  await test.step('a file that would do something is refused in words, and the form stays as it was', async () => {
    await give.click()
    await expect(page.getByRole('alert')).toContainText('Choose a file first')
    await file.setInputFiles(pdf('notes.txt', Buffer.from('no picture at all')))
    await expect(page.getByRole('alert')).toContainText('no PDF and no picture')
    await page.getByLabel('What is it?').selectOption('imaging')
    await words.fill(LONG)
    await file.setInputFiles(pdf('report.pdf', ACTIVE))
    await give.click()
    await expect(page.getByRole('alert')).toContainText('This PDF would do something by itself.')
    await expect(words).toHaveValue(LONG)
    await expect(page.getByLabel('What is it?')).toHaveValue('imaging')
    await look('refused')
  })

  await test.step('a good one is given, and its words are put to the questions that they call for', async () => {
    await file.setInputFiles(pdf('../report of Ann.pdf', LETTER))
    await give.click()
    await expect(page.getByRole('status').getByText('The clinic has it now.')).toBeVisible()
    await expect(page.getByRole('heading', { name: LONG })).toBeVisible()
    await expect(words).toHaveValue('')
    await look('given')
  })

  const desk = await clinicianAtDesk({ browser, product, problems })
  await desk.setViewportSize(DESKTOP)
  await desk.goto(`/clinician/patients/${patientId}`)
  const documents = desk.getByRole('region', { name: 'Documents' })
  const deskLook = album(desk, { journey: 'documents-desk', for: 'clinician' })
  await test.step('the therapist opens what was given, and adds a letter', async () => {
    const saved = desk.waitForEvent('download')
    await documents.getByRole('link', { name: /^Save and open/ }).click()
    const download = await saved
    expect(await readFile(await download.path())).toEqual(LETTER)
    expect(download.suggestedFilename()).toMatch(/^report of Ann\.pdf$/)
    await documents.getByText('Add a document').click()
    await documents.getByLabel('The file: a PDF').setInputFiles(pdf('letter.pdf', LETTER))
    await documents.getByLabel('A few words about it').fill('For your GP')
    await documents.scrollIntoViewIfNeeded()
    await deskLook('adding')
    await documents.getByRole('button', { name: 'Add to the record' }).click()
    await expect(documents.getByRole('heading', { name: 'For your GP' })).toBeVisible()
    await expect(documents.getByRole('button', { name: 'Take out of view' })).toHaveCount(1)
    await deskLook('added')
  })

  await test.step('the person has it too, and takes their own out of view', async () => {
    await page.reload()
    await expect(page.getByText(/From Demo Clinician/)).toBeVisible()
    const own = page.locator('[data-document]').filter({ hasText: LONG })
    await own.getByRole('button', { name: 'Take out of view' }).click()
    await expect(own.getByRole('button', { name: 'Keep it' })).toBeFocused()
    await look('asked')
    await own.getByRole('button', { name: 'Take it out' }).click()
    await expect(own).toHaveCount(0)
    await expect(documents.getByRole('heading', { name: LONG })).toHaveCount(0)
  })

  await test.step('words that are a danger bring help first', async () => {
    await words.fill('I want to kill myself')
    await file.setInputFiles(pdf('letter.pdf', LETTER))
    await give.click()
    await expect(page.locator('[data-danger]')).toBeVisible()
    await expect.poll(async () => (await meOf(page)).next).toBe('escalate')
    await look('danger')
  })
  expect(unexpected(problems)).toEqual([])
  await desk.context().close()
})
