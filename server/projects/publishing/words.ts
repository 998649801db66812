export const words = {
  chooseVisibility: 'Bitte wählen Sie, wer es lesen soll.',
  chooseLicence: 'Bitte wählen Sie eine Lizenz.',
  chooseName: 'Bitte wählen Sie, ob Ihr Name dabeistehen soll.',
  draft: 'Ein Entwurf kann noch nicht veröffentlicht werden. Setzen Sie ihn zuerst auf „Geplant“.',
  noSummary: 'Bitte schreiben Sie zuerst in wenigen Sätzen auf, worum es geht.',
  shareAlike:
    'Das Original steht unter CC BY-SA. Was daraus entsteht, kann nur unter derselben Lizenz weitergegeben werden.',
}
