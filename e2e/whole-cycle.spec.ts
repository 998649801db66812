import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { accept, agree, button, close, link, moveTo, refused, said, told } from './cycle.ts'
import { choose, enter, pick, press, tick, unfold, write, writeMoment } from './keys.ts'
import { type DemoPerson, expect, expectAccessible, ORIGIN, test } from './test.ts'

const mark = randomUUID().slice(0, 6)
const NAME = `Wattwege ${mark}`
const TRIAL = `Prielkarten zeichnen ${mark}`
/** Addresses that come to be on the way. */
const at = { idea: '', plg: '', session: '', project: '', published: '' }

// One PLG from the idea to the sheet that brings it home: three teachers of three schools, two principals and a
// stranger, each in a browser of their own and none with a mouse. The parts follow each other.
test.describe.configure({ mode: 'serial', timeout: 240_000 })

/** Of Gesamtschule Rheinblick, GGS Am Hafen and Gymnasium Hafenkante. */
const teachers = async (as: (person: DemoPerson) => Promise<Page>) => ({
  meike: await as('meike.thomas'),
  orhan: await as('orhan.demir'),
  tobias: await as('tobias.hansen'),
})

test('three schools have the same idea and found a PLG of it', async ({ as }) => {
  const { meike, orhan, tobias } = await teachers(as)
  await enter(meike, '/ideen')
  await press(meike, link(meike, 'Idee aufschreiben'))
  await expect(meike.getByRole('heading', { level: 1 })).toBeFocused()
  await write(meike, meike.getByLabel('Titel'), NAME)
  await meike.keyboard.press('Enter')
  await write(meike, meike.getByLabel('Was begegnet Ihnen?'), 'Karten sind nur bunte Flächen.')
  await write(meike, meike.getByLabel('Was brauchen Lernende?'), 'Wege, die sie selbst gehen.')
  await unfold(meike, 'Thema, Fächer, Jahrgänge')
  await tick(meike, meike.getByRole('checkbox', { name: 'Mathematik' }))
  await tick(meike, meike.getByRole('checkbox', { name: '5/6' }))
  await expectAccessible(meike)
  await press(meike, button(meike, 'Idee veröffentlichen'))
  await expect(meike.getByRole('heading', { level: 1, name: NAME })).toBeFocused()
  at.idea = new URL(meike.url()).pathname

  for (const [page, note] of [
    [orhan, 'Mit unserer 4b.'],
    [tobias, 'Wir haben den Deich vor der Tür.'],
  ] as const) {
    await enter(page, `/ideen?q=${encodeURIComponent(NAME)}`)
    await press(page, link(page, NAME))
    await write(page, page.getByLabel('Ihre Notiz'), note)
    await press(page, button(page, 'Ich mache mit'))
    await told(page, 'Sie machen mit.')
    await said(meike, note)
  }
  await said(meike, '3 Schulen')
  await expectAccessible(tobias)

  await press(meike, link(meike, 'PLG daraus machen'))
  await write(meike, meike.getByLabel('Ihre Frage in einem Satz'), 'Wie werden aus Karten Wege?')
  await choose(meike, meike.getByRole('radio', { name: /^Auf Anfrage/ }))
  await expectAccessible(meike)
  await press(meike, button(meike, 'Gruppe gründen und einladen'))
  await told(meike, 'Die Gruppe ist gegründet')
  await expect(meike.getByRole('heading', { level: 1, name: NAME })).toBeFocused()
  at.plg = new URL(meike.url()).pathname

  for (const page of [orhan, tobias]) await accept(page, at.plg)
  await expectAccessible(orhan)
})

test('its schools agree, and it passes the first gate', async ({ as }) => {
  const { meike, orhan } = await teachers(as)
  await moveTo(meike, at.plg, 'Fokus')
  await refused(meike, /2 Schulleitungen haben zugestimmt \(bisher 0 von 2\)/)
  await refused(meike, /Absprachen für die Zusammenarbeit sind vereinbart/)
  await expectAccessible(meike)

  await press(meike, link(meike, 'Absprachen vereinbaren'))
  await expect(meike).toHaveURL(/vereinbarung/)
  await unfold(meike, 'Vereinbarung schreiben')
  await write(meike, meike.getByLabel('Was Sie vereinbaren'), 'Jede Schule geht einmal hinaus.')
  await press(meike, button(meike, 'Fassung speichern'))
  await told(meike, 'Die Fassung ist gespeichert.')
  await tick(meike, meike.getByLabel('Wir besprechen die Sache, nicht die Person.'))
  await press(meike, button(meike, 'Absprachen festhalten'))
  await told(meike, 'Die Absprachen sind festgehalten.')
  await expectAccessible(meike)

  const petra = await as('petra.wolff')
  await agree(petra, 'gesamtschule-rheinblick', NAME, 'Zwei Nachmittage')
  await said(petra, 'Jede Schule geht einmal hinaus.')
  await expectAccessible(petra)
  await agree(await as('ruth.lang'), 'ggs-am-hafen', NAME, 'Eine Entlastungsstunde')

  await moveTo(meike, at.plg, 'Fokus')
  await refused(meike, /erst, wenn: Der erste Termin steht fest\./)
  await press(meike, link(meike, 'Termin festlegen'))
  await write(meike, meike.getByLabel('Titel'), 'Karten ansehen')
  await writeMoment(meike, meike.getByLabel('Tag', { exact: true }), '2026-11-27')
  await writeMoment(meike, meike.getByLabel('Beginn'), '08:00')
  await write(meike, meike.getByRole('textbox', { name: /^Ort/ }), 'Raum 104')
  await pick(meike, meike.getByLabel(/^Methode anleiten/), 'Meike Thomas')
  await write(meike, meike.getByLabel('1. Punkt', { exact: true }), 'Erste Entwürfe')
  await pick(meike, meike.getByLabel('Methode zum 1. Punkt'), /^Check-in und Check-out/)
  await expectAccessible(meike)
  await press(meike, button(meike, 'Termin planen'))
  await told(meike, 'Der Termin steht.')
  at.session = new URL(meike.url()).pathname

  await moveTo(meike, at.plg, 'Fokus', 'Wir sind vollständig.')
  await told(meike, 'Ihre Entscheidung ist festgehalten.')
  await said(meike, 'Von „Bildung“ zu „Fokus“')

  await enter(orhan, at.plg)
  await press(orhan, link(orhan, 'Fokus'))
  await write(orhan, orhan.getByLabel(/Was sollen die Lernenden können/), 'Nach Karte gehen.')
  await write(orhan, orhan.getByLabel(/Woran erkennen wir/), 'Sie kommen an und können es zeigen.')
  await expectAccessible(orhan)
  await press(orhan, button(orhan, 'Fokus speichern'))
  await told(orhan, 'Der Fokus ist gespeichert.')
})

test('it meets, plans a Vorhaben and passes the second gate with it', async ({ as }) => {
  const { meike, orhan, tobias } = await teachers(as)
  // All see the same step.
  await enter(orhan, `${at.session}/live`)
  await enter(meike, at.session)
  await press(meike, link(meike, 'Zum Treffen'))
  await press(meike, button(meike, 'Methode beginnen'))
  for (const page of [meike, orhan])
    await expect(page.getByTestId('schritt')).toHaveText('Check-in', { timeout: 20_000 })
  await press(meike, button(meike, 'Nächster Schritt'))
  for (const page of [meike, orhan])
    await expect(page.getByTestId('schritt')).toHaveText('Erwartung', { timeout: 20_000 })
  await expectAccessible(orhan)
  await press(meike, button(meike, 'Methode beenden'))
  await said(orhan, 'Check-in und Check-out ist beendet.')

  await enter(orhan, at.session)
  await write(orhan, orhan.getByLabel('Das nehme ich mit'), 'Erst gehen, dann zeichnen.')
  await press(orhan, button(orhan, 'Check-out speichern'))
  await told(orhan, 'Ihr Check-out ist gespeichert.')
  await enter(meike, at.session)
  await said(meike, 'Erst gehen, dann zeichnen.')
  await press(meike, link(meike, 'Protokoll schreiben'))
  await write(meike, meike.getByLabel('Was war, was folgt daraus?'), 'Wir beginnen am Priel.')
  await press(meike, button(meike, 'Protokoll speichern'))
  await told(meike, 'Das Protokoll ist gespeichert.')

  await moveTo(meike, at.plg, 'Entwurf')
  await told(meike, 'Ihre Entscheidung ist festgehalten.')
  await press(meike, link(meike.getByRole('navigation', { name: 'Bereiche der PLG' }), 'Vorhaben'))
  await press(meike, link(meike, 'Neues Vorhaben'))
  await write(meike, meike.getByLabel('Titel', { exact: true }), TRIAL)
  await write(meike, meike.getByLabel('Worum es geht'), 'Lernende zeichnen den Weg, den sie gehen.')
  await tick(meike, meike.getByRole('checkbox', { name: 'Mathematik' }))
  await tick(meike, meike.getByRole('checkbox', { name: '5/6' }))
  await unfold(meike, 'Medienkompetenzrahmen NRW')
  await tick(meike, meike.getByLabel('1.2 Digitale Werkzeuge'))
  await write(meike, meike.getByLabel('Software 1', { exact: true }), 'Wegzeichner')
  await write(meike, meike.getByLabel('Ausstattung 1', { exact: true }), 'iPad-Koffer 3')
  await unfold(meike, 'Lerngruppen, Entwicklungsfeld, Autor:innen')
  await tick(meike, meike.getByRole('checkbox', { name: /^Tobias Hansen/ }))
  await expectAccessible(meike)
  await press(meike, button(meike, 'Vorhaben anlegen'))
  await expect(meike.getByRole('heading', { level: 1, name: TRIAL })).toBeFocused()
  at.project = new URL(meike.url()).pathname
  await said(meike, /Noch nicht geklärt: Wegzeichner/)
  await expectAccessible(meike)

  await moveTo(meike, at.plg, 'Erprobung')
  await refused(meike, /bekannt, ob sie genutzt werden darf \(es fehlt: Wegzeichner\)/)
  await enter(tobias, `${at.project}/bearbeiten`)
  await pick(tobias, tobias.getByLabel('Stand zu Software 1'), 'Freigegeben')
  await press(tobias, button(tobias, 'Speichern'))
  await told(tobias, 'Das Vorhaben ist gespeichert.')
  await press(tobias, button(tobias, 'Als geplant eintragen'))
  await told(tobias, 'Der Stand ist gespeichert.')
  await press(tobias, button(tobias, 'Erprobung beginnen'))
  await expect(button(tobias, 'Abschließen')).toBeVisible()
  await moveTo(meike, at.plg, 'Erprobung')
  await told(meike, 'Ihre Entscheidung ist festgehalten.')

  await press(tobias, link(tobias, 'Durchgang eintragen'))
  await writeMoment(tobias, tobias.getByLabel('Tag', { exact: true }), '2026-11-26')
  await pick(tobias, tobias.getByLabel(/^Jahrgang/), '5/6')
  await write(tobias, tobias.getByLabel('Was haben Sie ausprobiert?'), 'Den Weg am Deich.')
  await expectAccessible(tobias)
  await press(tobias, button(tobias, 'Durchgang eintragen'))
  await told(tobias, 'Der Durchgang ist eingetragen.')
  await said(tobias, 'Den Weg am Deich.')
})

test('it evaluates, publishes, and another school adopts what came of it', async ({ as }) => {
  const { meike, tobias } = await teachers(as)
  const hannah = await as('hannah.vogt')
  // Before, there is nothing of it for anybody else.
  for (const path of [at.project, `${at.plg}/vorhaben`, `${at.plg}/termine`, at.session])
    expect([403, 404], path).toContain((await hannah.request.get(path)).status())

  await moveTo(meike, at.plg, 'Auswertung')
  await told(meike, 'Ihre Entscheidung ist festgehalten.')
  await enter(tobias, at.project)
  await press(tobias, link(tobias, 'Auswertung beginnen'))
  await write(tobias, tobias.getByLabel(/^Wer hat gelernt/), 'Alle, die selbst gegangen sind.')
  await write(tobias, tobias.getByLabel(/^Wer nicht/), 'Wer gefehlt hat: Sie gehen nach.')
  await write(tobias, tobias.getByLabel(/^Was zeigt Beleg 1/), 'Acht von neun Karten stimmen.')
  await expectAccessible(tobias)
  await press(tobias, button(tobias, 'Auswertung speichern'))
  await told(tobias, 'Die Auswertung ist gespeichert.')

  await enter(meike, at.project)
  await press(meike, link(meike, 'Reflexion schreiben'))
  await press(meike, button(meike, 'Abschluss speichern'))
  await expect(meike.getByRole('alert').filter({ hasText: 'Bitte prüfen Sie 2' })).toBeFocused()
  await write(meike, meike.getByLabel('Was hat geklappt?'), 'Das Gehen vor dem Zeichnen.')
  await write(meike, meike.getByLabel('Das Wichtigste in einem Satz'), 'Erst gehen, dann zeichnen.')
  await choose(meike, meike.getByRole('radio', { name: /^Zur Nachahmung empfohlen/ }))
  await expectAccessible(meike)
  await press(meike, button(meike, 'Abschluss speichern'))
  await told(meike, 'Reflexion und Abschluss sind gespeichert.')

  await press(meike, link(meike, 'Veröffentlichen'))
  await choose(meike, meike.getByRole('radio', { name: /^Netzwerk/ }))
  await choose(meike, meike.getByRole('radio', { name: /^CC BY-SA/ }))
  await expectAccessible(meike)
  await press(meike, button(meike, 'Veröffentlichen'))
  await expect(meike).toHaveURL((url) => /^\/vorhaben\/\d+-/.test(url.pathname))
  at.published = new URL(meike.url()).pathname
  await said(meike, 'Von einer PLG im Duisburger Schulnetz')

  // Each says for themselves whether the own name stands there.
  await choose(meike, meike.getByRole('radio', { name: 'Mit Namen' }))
  await press(meike, button(meike, 'Entscheidung speichern'))
  await said(meike, 'Von Meike Thomas und 1 weiteren Person')
  await enter(tobias, at.published)
  await choose(tobias, tobias.getByRole('radio', { name: 'Ohne Namen' }))
  await press(tobias, button(tobias, 'Entscheidung speichern'))
  await told(tobias, 'Ihre Entscheidung ist gespeichert.')

  await enter(hannah, `/suche?q=${encodeURIComponent(TRIAL)}`)
  await press(hannah, link(hannah, TRIAL))
  await said(hannah, 'Von Meike Thomas und 1 weiteren Person')
  await expect(hannah.getByRole('main')).not.toContainText('Tobias Hansen')
  await expectAccessible(hannah)
  await tick(hannah, hannah.getByLabel('Mein Name darf dabeistehen'))
  await press(hannah, button(hannah, 'Probiere ich aus'))
  await said(hannah, '1 Schule probiert es aus.')
  await pick(hannah, hannah.getByLabel('In welche PLG?'), /^1:1-Ausstattung/)
  await press(hannah, button(hannah, 'In meine Schule übernehmen'))
  await told(hannah, 'Das Vorhaben ist übernommen.')
  await said(hannah, `Übernommen aus „${TRIAL}“.`)
  await enter(meike, at.published)
  await said(meike, '1 PLG hat es übernommen.')
  await said(meike, 'Hannah Vogt')
})

test('each school takes something home, and the cycle ends', async ({ as }) => {
  const meike = await as('meike.thomas')
  await moveTo(meike, at.plg, 'Transfer')
  await told(meike, 'Ihre Entscheidung ist festgehalten.')
  // The end is not even offered, and whoever asks for it all the same is refused.
  await said(meike, /ausgefüllt \(es fehlt: Gesamtschule Rheinblick, GGS Am Hafen, Gymnasium/)
  await expect(meike.getByText('Gruppe abschließen')).toHaveCount(0)
  const form = { intent: 'close', from: 'transfer', cycle: '1', isSure: 'on' }
  const asked = { form, headers: { origin: ORIGIN } }
  const answer = await meike.request.post(`${at.plg}/phasen`, asked)
  expect(await answer.text()).toContain('Das geht erst, wenn: Jede Schule hat ihren Transferbogen')
  await expectAccessible(meike)
  await press(meike, link(meike, 'Zu den Transferbögen'))

  await write(meike, meike.getByLabel('Was nehmen Sie mit an Ihre Schule?'), 'Wege für alle.')
  await write(meike, meike.getByLabel(/^Zu wem/), 'Fachkonferenz Mathematik')
  await expectAccessible(meike)
  await press(meike, button(meike, 'Transferbogen speichern'))
  await told(meike, 'Der Transferbogen ist gespeichert.')
  for (const person of ['orhan.demir', 'tobias.hansen'] as DemoPerson[]) {
    const page = await as(person)
    await enter(page, `${at.plg}/transfer`)
    await write(page, page.getByLabel('Was nehmen Sie mit an Ihre Schule?'), 'Den Weg am Hafen.')
    await press(page, button(page, 'Transferbogen speichern'))
    await told(page, 'Der Transferbogen ist gespeichert.')
  }

  const petra = await as('petra.wolff')
  await enter(petra, '/schulen/gesamtschule-rheinblick/transfer')
  await said(petra, 'Wege für alle.')
  await expect(petra.getByRole('main')).not.toContainText('Den Weg am Hafen.')
  await expectAccessible(petra)
  for (const path of ['transfer', 'vorhaben', 'termine', 'vereinbarung', 'diskussion'])
    expect((await petra.request.get(`${at.plg}/${path}`)).status(), path).toBe(403)

  await enter(meike, `${at.plg}/phasen`)
  await close(meike)
  await told(meike, 'Die Gruppe ist abgeschlossen.')
  await expectAccessible(meike)
  const hannah = await as('hannah.vogt')
  await enter(hannah, at.published)
  await said(hannah, 'Erst gehen, dann zeichnen.')
  await expect(hannah.getByRole('main')).not.toContainText('Den Weg am Deich.')
})
