export { Head, MatrixTable, SubjectTable } from '#app/concepts/matrix-table.tsx'
