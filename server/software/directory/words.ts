export const usableName = 'Freigegeben, auch mit Auflagen'
