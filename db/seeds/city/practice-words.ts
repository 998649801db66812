import type { Chance } from './chance.ts'
import { filled, list } from './words.ts'

/** What groups try, say about it and write down. Every name in it is invented. */

/** Matters by the subject they belong to. */
const MATTERS: Record<string, string[]> = {
  german:
    list(`Erstlesen|Rechtschreibung|Gedichte|Kurzvorträge|Leseflüssigkeit|Sachtexte|Hörbücher|Fabeln|
    Erörterungen|Buchvorstellungen`),
  mathematics:
    list(`Bruchrechnen|Messen und Schätzen|Textaufgaben|Körper und Netze|Daten und Diagramme|
    Einmaleins|Zuordnungen|Winkel|Wahrscheinlichkeit|Sachrechnen`),
  english: list(`Vokabeln|Hörverstehen|Dialoge sprechen|Aussprache|Reiseberichte|Comics erzählen`),
  general_studies:
    list(`Versuche mit Wasser|Stromkreise|Karten lesen|Zeitleisten|Wetter beobachten|Fahrradwerkstatt|
    Tiere im Winter`),
  biology: list(`Mikroskopieren|Blätter bestimmen|Ernährung|Verhalten beobachten`),
  physics: list(`Schall und Ton|Optik|Messreihen|Bewegungen filmen`),
  computer_science: list(`Programmieren|Robotik|Verschlüsseln|Algorithmen ohne Gerät`),
  history: list(`Quellen lesen|Stadtgeschichte|Interviews mit Zeitzeugen|Denkmäler erkunden`),
  politics: list(`Nachrichten prüfen|Debattieren|Wahlen im Klassenrat|Werbung durchschauen`),
  art: list(`Farben mischen|Stop-Motion|Fotografieren|Plakate gestalten`),
  music: list(`Rhythmus|Klanggeschichten|Lieder aufnehmen`),
  sports: list(`Bewegungspausen|Bewegungen vergleichen|Spiele erfinden`),
  german_second_language: list(`Sprachbildung|Wörter und Bilder|Erzählen mit Bildkarten`),
}

const PROJECT_FRAMES =
  list(`{s} mit {t}|{s} hören und sprechen|{s} in kleinen Gruppen|{s} sichtbar machen|
  {s}: vom Heft zum Bildschirm und zurück|Lernende erklären {s}|{s} im Wochenplan|Rückmeldung zu {s} in einer Woche|
  {s} ohne Angst vor Fehlern|{s} draußen|{s} zu zweit an einem Gerät|Erklärfilme zu {s}|{s} für alle: drei Wege|
  {s} mit eigenem Lerntagebuch|Portfolio statt Test: {s}`)
const INNOVATION_FRAMES = list(`{t} im Alltag der Schule|Ein Lernort für {s}|Geräteausleihe für {s}|
  {t} gemeinsam erproben|Werkstatt {s} an drei Schulen|Lernzeit mit {t}`)
const SUMMARIES = list(`Lernende arbeiten drei Wochen lang an {m} und halten fest, was sich ändert.|
  Wir wollen wissen, ob {t} denen hilft, die bei {m} bisher wenig sagen.|Zwei Klassen arbeiten mit {t}, eine ohne; danach
  vergleichen wir dieselbe Aufgabe.|Jede Stunde endet mit einem Satz, den die Lernenden selbst schreiben.|Das Gerät kommt
  erst in der zweiten Stunde dazu.|Die Gruppen werden jede Woche neu gemischt.|Am Ende stellen die Lernenden ihre Ergebnisse
  einer Parallelklasse vor.|Aus {g} nehmen zwei Klassen teil, andere können später dazukommen.`)

const IDEA_FRAMES =
  list(`{s} mit {t} ausprobieren|Wie gelingt {s} in {g}?|{s} für Lernende, die gerade Deutsch lernen|
  Gemeinsame Aufgaben zu {s}|{s} bewerten, ohne zu korrigieren|{s} in der Ganztagszeit|{s}: gleiche Frage, fünf Schulen|
  Übergang von Klasse 4 nach 5: {s}|{t} für {s}: lohnt das?|Lernvideos zu {s} selbst machen`)
const PROBLEMS =
  list(`In {g} verlieren wir bei {m} regelmäßig die Hälfte der Klasse.|Die Ergebnisse in den Vergleichsarbeiten
  sind bei {m} seit drei Jahren schwach.|Wir haben {t}, nutzen es aber kaum, weil niemand Zeit zum Ausprobieren hat.|Jede
  Lehrkraft macht zu {m} etwas anderes, und niemand weiß davon.|Geräte sind da, aber es fehlt eine Stunde, die sich lohnt.`)
const NEEDS =
  list(`Lernende brauchen mehr Gelegenheiten, {m} in eigenen Worten zu erklären.|Wer langsam liest, braucht einen
  zweiten Weg zu {m}.|Lernende brauchen Rückmeldung, solange sie noch an der Sache sind.|Alle sollen zeigen können, was sie
  schon verstanden haben.`)
const NOTES = list(`Wir könnten mit einer Klasse anfangen.||Bei uns wären zwei Lehrkräfte dabei.||
  Gern ab dem nächsten Halbjahr.|Wir haben dazu schon Material.|`)

/** Told without places to fill, so that the database can pick one for each row. */
export const TRIALS = {
  what: list(`Erst ohne Gerät besprochen, dann zu zweit gearbeitet und die Ergebnisse ausgehängt.|Drei Stationen, jede mit
    einer Aufgabe; die letzte war freiwillig.|Die Lernenden haben die Aufgabe selbst umgeschrieben und getauscht.|Kurzer
    Einstieg, lange Arbeitsphase, am Ende ein Satz ins Heft.|Wie geplant, nur die zweite Stunde haben wir geteilt.`),
  reaction:
    list(`Ruhiger als sonst, viele Fragen untereinander.|Am Anfang Neugier, nach zwanzig Minuten wurde es zäh.|
    Wer sonst wenig sagt, hat die Aufnahme dreimal wiederholt.|Die meisten wollten weitermachen.|`),
  problem:
    list(`|Zwei Geräte waren nicht geladen.|Die Anmeldung hat zehn Minuten gekostet.||Die Zeit für die
    Sicherung war zu knapp.|Das Netz in der Turnhalle reicht nicht.`),
} as const
export const REPORTS = {
  sentence:
    list(`Wer zuerst erklärt und dann rechnet, macht weniger Fehler und traut sich mehr.|Kurze Aufnahmen helfen denen,
    die ungern vor allen sprechen.|Ohne gemeinsame Auswertung am Ende der Stunde bleibt wenig hängen.|Das Gerät lohnt sich nur
    in der Übungsphase, nicht am Anfang.|Zwei Wochen sind zu kurz, vier reichen.`),
  context:
    list(`Zwei Klassen mit zusammen rund fünfzig Lernenden, ein Gerätekoffer, eine Doppelstunde in der Woche.|
    Drei Lerngruppen an drei Schulen, sehr verschieden ausgestattet.|Eine Klasse mit vielen Kindern, die erst seit Kurzem
    Deutsch lernen.`),
  approach:
    list(`Vier Einheiten, jede mit demselben Aufbau: zeigen, ausprobieren, vergleichen, festhalten.|Wir haben eine
    gemeinsame Aufgabe vorher und nachher gestellt.|Jede Schule hat einen Baustein entwickelt, die anderen haben ihn erprobt.`),
  result:
    list(`Die meisten konnten die Aufgabe danach in eigenen Worten erklären.|Deutlich mehr Beteiligung, bei den
    Ergebnissen kein Unterschied.|In zwei Klassen klare Fortschritte, in der dritten keine.`),
  surprise:
    list(`Die besten Erklärungen kamen von denen, die sonst schweigen.|Papier war schneller.|
    Die Lernenden haben sich die Regeln selbst gegeben.`),
  change: list(
    `Mit weniger Material anfangen.|Die Auswertung nicht ans Ende der Woche legen.|Eltern früher einbeziehen.`,
  ),
  effort: list(
    `Etwa eine Stunde Vorbereitung in der Woche.|Einmal drei Stunden, danach wenig.|Zwei Nachmittage im Team.`,
  ),
} as const
export const SHEETS = {
  take: list(
    `Die vier Aufgaben zum Einstieg|Der Ablauf der Auswertung|Das Lerntagebuch für eine Woche`,
  ),
  whom: list(`Fachkonferenz Deutsch|Fachkonferenz Mathematik|Jahrgangsteam 5|Das ganze Kollegium`),
  how: list(
    `Kurzer Beitrag in der nächsten Konferenz, danach gemeinsame Stunde.|Zwei Lehrkräfte begleiten je eine Klasse.`,
  ),
  reason: 'In diesem Schuljahr fehlt dafür die Zeit.',
} as const
export const MEETINGS = {
  title:
    list(`Stand der Erprobung|Entwurf prüfen|Arbeiten ansehen|Wie geht es weiter?|Planung der nächsten Einheit|
    Austausch über die Hospitation|Material ordnen|Auswertung vorbereiten`),
  place: list(`Lehrerzimmer|Raum 104|Bibliothek|Medienraum|Raum 21|Aula`),
  minutes:
    list(`Wir haben die letzte Erprobung besprochen und die Aufgabe gekürzt. Die Auswertung bleibt, wie sie ist.|Drei
    Arbeiten angesehen. Uns ist aufgefallen, dass der Einstieg mehr Zeit braucht als die Übung.|Der Entwurf ist beschlossen. Zwei
    Klassen beginnen nach den Ferien, die dritte folgt.|Die Geräte sind bestellt. Bis dahin arbeiten wir mit denen der
    Nachbarschule.|Wir haben lange über die Bewertung gesprochen und vertagen die Entscheidung.`),
  takeaway:
    list(`Weniger Aufgaben, mehr Gespräch.|Alle haben dieselbe Stelle, an der es hakt.|Die Auswertung geht kürzer.||
    Ich will das in der Parallelklasse sehen.`),
  next: list(
    `Ich probiere den Einstieg am Montag aus.|Ich bringe drei Arbeiten ohne Namen mit.||Ich frage die Fachkonferenz.`,
  ),
  decision:
    list(`Wir erproben die Einheit nach den Ferien in zwei Klassen.|Die Sicherung bekommt eine eigene Stunde.|Wir
    treffen uns künftig reihum an den Schulen.|Das Lerntagebuch bleibt auf einer Seite.`),
  task: list(`Arbeitsblatt zur Sicherung überarbeiten|Drei Arbeiten ohne Namen mitbringen|Leihgeräte anfragen|Raum für das
    nächste Treffen klären|Fragebogen für die Lernenden kürzen|Einladung an die Fachkonferenz schreiben`),
  poll: list(`Nächstes Treffen|Auswertung der Erprobung|Planung des Halbjahres`),
} as const
export const NORMS =
  list(`Was hier gesagt wird, bleibt hier.|Wir fangen pünktlich an und hören pünktlich auf.|Wir besprechen
  die Sache, nicht die Person.|Wer Unterricht zeigt, bestimmt, worauf die anderen achten.`)
export const VISITS = {
  topic:
    list(`Lesen im Tandem|Rechengespräch am Wochenanfang|Stationen mit zwei Geräten|Klassenrat ohne Lehrkraft|
    Vokabeln mit Bewegung|Versuch mit Voraussage|Schreibkonferenz`),
  focus: list(
    `Wer spricht wie lange?|Woran merken Lernende, dass sie fertig sind?|Was machen die beiden hinten links?`,
  ),
  observation:
    list(`Nach der Aufgabe war es zwei Minuten still, dann haben fast alle angefangen.|Die Paare haben sich sehr
    verschieden geholfen.`),
  debrief:
    list(`Die Stille war gewollt; beim nächsten Mal steht die Frage an der Wand.|Wir tauschen die Paare und sehen
    noch einmal hin.`),
} as const
export const REQUESTS =
  list(`Wir suchen jemanden, der unser nächstes Treffen moderiert.|Wir brauchen einen Rat zur
  Auswertung unserer Fragebögen.|Eine Fortbildung zu unserem Thema würde vier Schulen helfen.|Wer begleitet uns bei der
  ersten Erprobung?`)

/** A subject with one of its matters: titles and facets say the same. */
export function matterOf(chance: Chance) {
  const subject = chance.pick(Object.keys(MATTERS))
  return { subject, matter: chance.pick(MATTERS[subject] ?? []) }
}

const about = (chance: Chance, frames: string[], matter: string) =>
  filled(chance, chance.pick(frames).replace('{s}', matter).replace('{m}', matter))

export const projectTitle = (chance: Chance, matter: string, isInnovation: boolean) =>
  about(chance, isInnovation ? INNOVATION_FRAMES : PROJECT_FRAMES, matter)
export const projectSummary = (chance: Chance, matter: string) =>
  chance
    .some(SUMMARIES, 2 + chance.below(2))
    .map((frame) => about(chance, [frame], matter))
    .join(' ')
export const ideaTitle = (chance: Chance, matter: string) => about(chance, IDEA_FRAMES, matter)
export const ideaProblem = (chance: Chance, matter: string) => about(chance, PROBLEMS, matter)
export const ideaNeed = (chance: Chance, matter: string) => about(chance, NEEDS, matter)
export const interestNotes = NOTES
