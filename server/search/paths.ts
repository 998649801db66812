export const paths = {
  results: (q: string) => `/suche?q=${encodeURIComponent(q)}`,
}
