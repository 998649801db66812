/** A PDF with so many pages, each with one line of text. */
export function pdfWith(lines: string[]): Buffer {
  const pages = lines.map((_, at) => `${4 + at * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages}] /Count ${lines.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...lines.flatMap(pageObjects),
  ]
  let file = '%PDF-1.4\n'
  const starts = objects.map((body, at) => {
    const start = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`,
    'latin1',
  )
}

function pageObjects(line: string, at: number): string[] {
  const text = `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
  ]
}
