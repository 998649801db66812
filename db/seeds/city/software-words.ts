import { list } from './words.ts'

/** What apps of the invented city are called: put together, and invented like the city. */
export const APP_STEMS =
  list(`Bruch|Wort|Silben|Klang|Zahlen|Formen|Karten|Mikro|Labor|Satz|Vokabel|Reim|Takt|Raum|
  Winkel|Knobel|Lese|Schreib|Mal|Bau|Film|Ton|Frage|Denk|Rechen|Natur|Wetter|Stern|Fluss|Insel|Brücken|Bild|
  Text|Noten|Code|Daten|Quiz|Welt|Zeit|Stadt`)
export const APP_ENDINGS =
  list(`werk|insel|spur|heft|kiste|bogen|fuchs|pfad|atlas|studio|garten|turm|kompass|
  netz|baum|lupe|wiese|segel|bote|anker`)
export const APP_EXTRAS = ['', ' Plus', ' Schule']
export const APP_VENDORS =
  list(`Lernhafen GmbH|Ruhrwort Verlag|Klassenlicht|Schulsegel AG|Tafelrunde|
  Pixelpult|Denkufer|Wissensboot|Lernanker|Kreidezeit|Pausenhof Medien|Heftrand|Zirkelschlag|Buchbogen|
  Silbenwerk|Notizfuchs|Lerninsel|Fragezeichen eG|Rechenturm|Schulfenster`)
export const APP_PURPOSES =
  list(`Übungen zu Brüchen mit Rückmeldung nach jedem Schritt.|Vokabeln lernen
  in kurzen Runden.|Eine Pinnwand für die ganze Klasse.|Filme aufnehmen und schneiden.|Lautlesen mit
  Aufnahme und Vergleich.|Programmieren mit Blöcken.|Karten lesen und selbst zeichnen.|Ein Quiz, das die Klasse
  zusammen spielt.|Mindmaps, an denen mehrere arbeiten.|Geometrie mit dem Stift.|Texte gemeinsam überarbeiten.|
  Versuche, die im Klassenzimmer nicht gehen.|Noten hören, lesen und schreiben.|Rechtschreibung in kleinen
  Schritten.|Daten sammeln und als Diagramm zeigen.|Fragen stellen und Antworten einordnen.`)
