import type { TrainingFormat, TrainingStatus } from './contract.ts'

export const formatNames: Record<TrainingFormat, string> = {
  schilf: 'Schulinterne Fortbildung (SchiLf)',
  pedagogical_day: 'Pädagogischer Tag',
  peer_offer: 'Angebot aus dem Kollegium',
  external: 'Externe Fortbildung',
  smz_workshop: 'Workshop im MediaLab',
  self_study: 'Selbststudium',
}

export const trainingStatusNames: Record<TrainingStatus, string> = {
  wished: 'Gewünscht',
  planned: 'Geplant',
  done: 'Fand statt',
  dropped: 'Entfällt',
}

export const words = {
  missingTopic: 'Bitte schreiben Sie, worum es gehen soll.',
  badCount: 'Bitte geben Sie eine Zahl von 1 bis 1000 ein.',
}
