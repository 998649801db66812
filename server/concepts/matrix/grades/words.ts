export const words = {
  tooMuch: 'Bitte höchstens 40 Zeilen mit je 60 Zeichen.',
  usual: (name: string) => `„${name}“ gibt es schon unter den üblichen Fächern.`,
}
