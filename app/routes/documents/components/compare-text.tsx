export { CompareText } from '#app/comparison/compare-text.tsx'
