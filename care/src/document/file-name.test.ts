import { expect, it } from 'vitest'
import { documentName } from './file-name.ts'

it.each([
  ['Referral Dr. Müller.pdf', 'Referral Dr. Müller.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['..\\..\\windows\\system.ini', 'system.pdf'],
  ['/absolute/report.pdf', 'report.pdf'],
  ['report.pdf.exe', 'report.pdf.pdf'],
  ['report\u202efdp.exe', 'reportfdp.pdf'],
  ['a\r\nset-cookie: x=1.pdf', 'aset-cookie x=1.pdf'],
  ['a"; filename="b.html', 'a filename= b.pdf'],
  ['.htaccess', 'document.pdf'],
  ['...', 'document.pdf'],
  ['', 'document.pdf'],
  ['nul\u0000.html', 'nul.pdf'],
  ['x'.repeat(300), `${'x'.repeat(80)}.pdf`],
])('a name is a name and nothing else: %j', (given, kept) => {
  expect(documentName(given, 'pdf')).toBe(kept)
})

it('the ending is what the file is', () => {
  expect(documentName('holiday.svg', 'jpeg')).toBe('holiday.jpg')
})
