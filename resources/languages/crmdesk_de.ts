<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About CRM Desk</source>
            <translation>Über CRM Desk</translation>
        </message>
        <message>
            <source>Libraries and their licences</source>
            <translation>Bibliotheken und ihre Lizenzen</translation>
        </message>
        <message>
            <source>CRM Desk</source>
            <translation>CRM Desk</translation>
        </message>
        <message>
            <source>Version {version} · MIT licence</source>
            <translation>Version {version} · MIT-Lizenz</translation>
        </message>
        <message>
            <source>All your CRMs in one window.</source>
            <translation>Alle Ihre CRMs in einem Fenster.</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Profil</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Sicherungen</translation>
        </message>
        <message>
            <source>Logs</source>
            <translation>Protokolle</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Programm</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>Built from</source>
            <translation>Gebaut aus</translation>
        </message>
        <message>
            <source>its source, as it lies here</source>
            <translation>seinem Quelltext, wie er hier liegt</translation>
        </message>
        <message>
            <source>System</source>
            <translation>System</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>Datenbank</translation>
        </message>
        <message>
            <source>version {number}</source>
            <translation>Version {number}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>Account</name>
        <message>
            <source>Reads {file}: by file, not live; changes are handed over</source>
            <translation>Liest {file}: als Datei, nicht live; Änderungen werden übergeben</translation>
        </message>
        <message>
            <source>Reads and changes {file}</source>
            <translation>Liest und ändert {file}</translation>
        </message>
        <message>
            <source>Reads {file}: by file, not live</source>
            <translation>Liest {file}: per Datei, nicht live</translation>
        </message>
        <message>
            <source>Signed in as {who}</source>
            <translation>Angemeldet als {who}</translation>
        </message>
        <message>
            <source>Up to date</source>
            <translation>Aktuell</translation>
        </message>
        <message>
            <source>Changes waiting</source>
            <translation>Änderungen warten</translation>
        </message>
        <message>
            <source>Pulling</source>
            <translation>Wird abgerufen</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Wird gesendet</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Pausiert</translation>
        </message>
        <message>
            <source>Waiting for the CRM’s limit</source>
            <translation>Wartet auf das Limit des CRM</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Offline</translation>
        </message>
        <message>
            <source>Needs sign-in</source>
            <translation>Anmeldung nötig</translation>
        </message>
        <message>
            <source>Needs review</source>
            <translation>Prüfung nötig</translation>
        </message>
        <message>
            <source>Failing</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Never synced</source>
            <translation>Nie synchronisiert</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Braucht Sie</translation>
        </message>
    </context>
    <context>
        <name>AccountMenu</name>
        <message>
            <source>Sync now</source>
            <translation>Jetzt synchronisieren</translation>
        </message>
        <message>
            <source>Compare everything</source>
            <translation>Alles vergleichen</translation>
        </message>
        <message>
            <source>Hand over changes…</source>
            <translation>Änderungen übergeben…</translation>
        </message>
        <message>
            <source>Nothing waits to be handed over.</source>
            <translation>Nichts wartet auf die Übergabe.</translation>
        </message>
        <message>
            <source>What to sync from {name}…</source>
            <translation>Was von {name} kommt…</translation>
        </message>
        <message>
            <source>What to send to {name}…</source>
            <translation>Was an {name} geht…</translation>
        </message>
        <message>
            <source>History…</source>
            <translation>Verlauf…</translation>
        </message>
        <message>
            <source>Sign in again…</source>
            <translation>Neu anmelden…</translation>
        </message>
        <message>
            <source>New key…</source>
            <translation>Neuer Schlüssel…</translation>
        </message>
        <message>
            <source>Detected settings…</source>
            <translation>Erkannte Einstellungen…</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Umbenennen…</translation>
        </message>
        <message>
            <source>Remove account…</source>
            <translation>Konto entfernen…</translation>
        </message>
        <message>
            <source>Change the account</source>
            <translation>Konto ändern</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Resume the account</source>
            <translation>Konto fortsetzen</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Pause the account</source>
            <translation>Konto anhalten</translation>
        </message>
        <message>
            <source>For 1 hour</source>
            <translation>Für 1 Stunde</translation>
        </message>
        <message>
            <source>Until tomorrow</source>
            <translation>Bis morgen</translation>
        </message>
        <message>
            <source>Until resumed</source>
            <translation>Bis zum Fortsetzen</translation>
        </message>
        <message>
            <source>Sync automatically</source>
            <translation>Automatisch synchronisieren</translation>
        </message>
        <message>
            <source>Every 15 minutes</source>
            <translation>Alle 15 Minuten</translation>
        </message>
        <message>
            <source>Every 30 minutes</source>
            <translation>Alle 30 Minuten</translation>
        </message>
        <message>
            <source>Every hour</source>
            <translation>Jede Stunde</translation>
        </message>
        <message>
            <source>Every 2 hours</source>
            <translation>Alle 2 Stunden</translation>
        </message>
        <message>
            <source>Every 4 hours</source>
            <translation>Alle 4 Stunden</translation>
        </message>
        <message>
            <source>Daily at {time}…</source>
            <translation>Täglich um {time}…</translation>
        </message>
        <message>
            <source>Daily at…</source>
            <translation>Täglich um…</translation>
        </message>
        <message>
            <source>Manually</source>
            <translation>Manuell</translation>
        </message>
        <message>
            <source>Quiet hours {hours}…</source>
            <translation>Ruhezeit {hours}…</translation>
        </message>
        <message>
            <source>Quiet hours…</source>
            <translation>Ruhezeit…</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>Richtung</translation>
        </message>
        <message>
            <source>Both ways</source>
            <translation>In beide Richtungen</translation>
        </message>
        <message>
            <source>Only read from the CRM</source>
            <translation>Nur aus dem CRM lesen</translation>
        </message>
        <message>
            <source>Only write to the CRM</source>
            <translation>Nur in das CRM schreiben</translation>
        </message>
        <message>
            <source>Where accounts disagree, the value of the higher one is shown.</source>
            <translation>Wo Konten sich unterscheiden, wird der Wert des oberen gezeigt.</translation>
        </message>
        <message>
            <source>Move the account</source>
            <translation>Konto verschieben</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Nach unten</translation>
        </message>
        <message>
            <source>Deleting here also deletes there</source>
            <translation>Löschen hier löscht auch dort</translation>
        </message>
        <message>
            <source>{name} is read-only.</source>
            <translation>{name} wird nur gelesen.</translation>
        </message>
        <message>
            <source>{name} allows no deleting from outside.</source>
            <translation>{name} lässt von außen nichts löschen.</translation>
        </message>
        <message>
            <source>Sync daily</source>
            <translation>Täglich synchronisieren</translation>
        </message>
        <message>
            <source>Time of day on this computer</source>
            <translation>Uhrzeit auf diesem Computer</translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) (is|are) missing in {name}</source>
            <translation>
                <numerusform>%Ln Kontakt fehlt in {name}</numerusform>
                <numerusform>%Ln Kontakte fehlen in {name}</numerusform>
            </translation>
        </message>
        <message>
            <source>A sync never removes that many without asking, so nothing was removed. If they were deleted there on purpose, remove them here too. Otherwise keep them and check the CRM.</source>
            <translation>So viele entfernt ein Abgleich nie ungefragt, darum wurde nichts entfernt. Wurden sie dort absichtlich gelöscht, entfernen Sie sie auch hier. Sonst behalten Sie sie und sehen im CRM nach.</translation>
        </message>
        <message>
            <source>Review the removals</source>
            <translation>Entfernte prüfen</translation>
        </message>
        <message>
            <source>Remove them here too</source>
            <translation>Auch hier entfernen</translation>
        </message>
        <message>
            <source>Keep them</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Nothing is deleted in the CRM.</source>
            <translation>Im CRM wird nichts gelöscht.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (has|have) not been sent and will not be.</source>
            <translation>
                <numerusform>%Ln Änderung wurde nicht gesendet und wird es auch nicht mehr.</numerusform>
                <numerusform>%Ln Änderungen wurden nicht gesendet und werden es auch nicht mehr.</numerusform>
            </translation>
        </message>
        <message>
            <source>Remove {name}?</source>
            <translation>{name} entfernen?</translation>
        </message>
        <message>
            <source>Remove the account</source>
            <translation>Konto entfernen</translation>
        </message>
        <message>
            <source>Remove with its contacts</source>
            <translation>Mit seinen Kontakten entfernen</translation>
        </message>
        <message>
            <source>Remove, keep its contacts here</source>
            <translation>Entfernen, Kontakte hier behalten</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
    </context>
    <context>
        <name>AccountRow</name>
        <message>
            <source>More for {name}</source>
            <translation>Mehr zu {name}</translation>
        </message>
        <message>
            <source>Progress of {name}</source>
            <translation>Fortschritt von {name}</translation>
        </message>
        <message>
            <source>Calls used by {name}</source>
            <translation>Verbrauchte Aufrufe von {name}</translation>
        </message>
        <message>
            <source>API calls used, of those that the CRM allows:</source>
            <translation>Verbrauchte API-Aufrufe von denen, die das CRM erlaubt:</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Last synced: {when}</source>
            <translation>Zuletzt synchronisiert: {when}</translation>
        </message>
        <message>
            <source>Next: {when}</source>
            <translation>Nächster Abgleich: {when}</translation>
        </message>
    </context>
    <context>
        <name>Accounts</name>
        <message>
            <source>This computer</source>
            <translation>Dieser Computer</translation>
        </message>
    </context>
    <context>
        <name>ActivityList</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>Probleme</translation>
        </message>
        <message>
            <source>Changed in both places</source>
            <translation>An beiden Orten geändert</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Gesendet</translation>
        </message>
        <message>
            <source>History…</source>
            <translation>Verlauf…</translation>
        </message>
        <message>
            <source>Every sync as a table</source>
            <translation>Jeder Abgleich als Tabelle</translation>
        </message>
        <message>
            <source>None of the recent syncs match.</source>
            <translation>Keiner der letzten Abgleiche passt.</translation>
        </message>
        <message>
            <source>No sync has run yet. Each one leaves a receipt here.</source>
            <translation>Noch kein Abgleich. Jeder hinterlässt hier einen Beleg.</translation>
        </message>
        <message>
            <source>compared everything</source>
            <translation>alles verglichen</translation>
        </message>
    </context>
    <context>
        <name>ActivityRow</name>
        <message>
            <source>Show more</source>
            <translation>Mehr zeigen</translation>
        </message>
        <message>
            <source>Nothing was written and nothing refused yet.</source>
            <translation>Noch wurde nichts geschrieben und nichts abgelehnt.</translation>
        </message>
        <message>
            <source>Read the activity of the local API</source>
            <translation>Tätigkeit der lokalen API lesen</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Ohne Namen</translation>
        </message>
        <message>
            <source>Show more of {n}</source>
            <translation>Mehr von {n} zeigen</translation>
        </message>
        <message>
            <source>no key</source>
            <translation>ohne Schlüssel</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
    </context>
    <context>
        <name>AddAccountDialog</name>
        <message>
            <source>Connect a CRM</source>
            <translation>CRM verbinden</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>Wird verbunden…</translation>
        </message>
        <message>
            <source>Connect and sync</source>
            <translation>Verbinden und synchronisieren</translation>
        </message>
        <message>
            <source>Signing in…</source>
            <translation>Anmeldung läuft…</translation>
        </message>
        <message>
            <source>Sign in in the browser…</source>
            <translation>Im Browser anmelden…</translation>
        </message>
        <message>
            <source>Test the connection</source>
            <translation>Verbindung testen</translation>
        </message>
        <message>
            <source>Connect the account</source>
            <translation>Konto verbinden</translation>
        </message>
        <message>
            <source>Look who is here already</source>
            <translation>Nachsehen, wer schon hier ist</translation>
        </message>
        <message>
            <source>Sign in in the browser</source>
            <translation>Im Browser anmelden</translation>
        </message>
        <message>
            <source>First sync</source>
            <translation>Erster Abgleich</translation>
        </message>
        <message>
            <source>Keep the setting</source>
            <translation>Einstellung speichern</translation>
        </message>
        <message>
            <source>Settings from a .env file</source>
            <translation>Einstellungen aus einer .env-Datei</translation>
        </message>
        <message>
            <source>Read the file</source>
            <translation>Datei lesen</translation>
        </message>
    </context>
    <context>
        <name>AddressEditor</name>
        <message>
            <source>Copy the address</source>
            <translation>Adresse kopieren</translation>
        </message>
        <message>
            <source>Edit the parts of the address</source>
            <translation>Teile der Adresse bearbeiten</translation>
        </message>
    </context>
    <context>
        <name>AddressRow</name>
        <message>
            <source>Copy the address</source>
            <translation>Adresse kopieren</translation>
        </message>
    </context>
    <context>
        <name>AdvancedPage</name>
        <message>
            <source>No file manager answered. The path can be copied.</source>
            <translation>Es hat sich kein Dateimanager gemeldet. Der Pfad lässt sich kopieren.</translation>
        </message>
        <message>
            <source>LOG_LEVEL={level} was set for this start, and goes before this setting.</source>
            <translation>Für diesen Start war LOG_LEVEL={level} gesetzt; das geht dieser Einstellung vor.</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>Jetzt prüfen</translation>
        </message>
        <message>
            <source>Check the database</source>
            <translation>Datenbank prüfen</translation>
        </message>
        <message>
            <source>Back up…</source>
            <translation>Sichern…</translation>
        </message>
        <message>
            <source>Errors only</source>
            <translation>Nur Fehler</translation>
        </message>
        <message>
            <source>Errors and warnings</source>
            <translation>Fehler und Warnungen</translation>
        </message>
        <message>
            <source>What is usual</source>
            <translation>Das Übliche</translation>
        </message>
        <message>
            <source>Everything, for finding a fault</source>
            <translation>Alles, um einen Fehler zu finden</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Wird geprüft …</translation>
        </message>
        <message>
            <source>The database is sound.</source>
            <translation>Die Datenbank ist in Ordnung.</translation>
        </message>
        <message>
            <source>Back up to</source>
            <translation>Sichern nach</translation>
        </message>
        <message>
            <source>Back up</source>
            <translation>Sichern</translation>
        </message>
        <message>
            <source>Backing up…</source>
            <translation>Wird gesichert …</translation>
        </message>
        <message>
            <source>Backed up to {file}</source>
            <translation>Gesichert nach {file}</translation>
        </message>
        <message>
            <source>Choose a backup…</source>
            <translation>Sicherung wählen …</translation>
        </message>
        <message>
            <source>before an update</source>
            <translation>vor einer Aktualisierung</translation>
        </message>
        <message>
            <source>daily</source>
            <translation>täglich</translation>
        </message>
        <message>
            <source>replaced by a restore</source>
            <translation>durch eine Wiederherstellung ersetzt</translation>
        </message>
        <message>
            <source>Another file…</source>
            <translation>Andere Datei …</translation>
        </message>
        <message>
            <source>The demo begins anew at each start and has nothing to be restored.</source>
            <translation>Die Demo beginnt bei jedem Start neu; es gibt nichts wiederherzustellen.</translation>
        </message>
        <message>
            <source>Restore from</source>
            <translation>Wiederherstellen aus</translation>
        </message>
        <message>
            <source>Backups (*.db);;All files (*)</source>
            <translation>Sicherungen (*.db);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Restore {file}?</source>
            <translation>{file} wiederherstellen?</translation>
        </message>
        <message>
            <source>CRM Desk closes its database and opens again as it was in that backup. What was changed since is not in it; the database of now is kept beside it. What CRMs hold stays there, and the next syncs bring it.</source>
            <translation>CRM Desk schließt seine Datenbank und öffnet sich wieder auf dem Stand dieser Sicherung. Was seither geändert wurde, ist darin nicht enthalten; die jetzige Datenbank bleibt daneben liegen. Was in den CRMs steht, bleibt dort und kommt mit den nächsten Abgleichen.</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>Keep what is here</source>
            <translation>Behalten, was hier ist</translation>
        </message>
    </context>
    <context>
        <name>Answers</name>
        <message>
            <source>Link as one</source>
            <translation>Verknüpfen</translation>
        </message>
        <message>
            <source>Link all</source>
            <translation>Alle verknüpfen</translation>
        </message>
        <message>
            <source>Keep them apart</source>
            <translation>Getrennt lassen</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
    </context>
    <context>
        <name>ApiKeysRow</name>
        <message>
            <source>New key…</source>
            <translation>Neuer Schlüssel…</translation>
        </message>
        <message>
            <source>No key yet: nobody can use the API.</source>
            <translation>Noch kein Schlüssel: niemand kann die API nutzen.</translation>
        </message>
        <message>
            <source>used {when}</source>
            <translation>benutzt: {when}</translation>
        </message>
        <message>
            <source>never used</source>
            <translation>nie benutzt</translation>
        </message>
        <message numerus="yes">
            <source>%Ln request(s)</source>
            <translation>
                <numerusform>%Ln Anfrage</numerusform>
                <numerusform>%Ln Anfragen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln refused</source>
            <translation>
                <numerusform>%Ln abgelehnt</numerusform>
                <numerusform>%Ln abgelehnt</numerusform>
            </translation>
        </message>
        <message>
            <source>made {when}</source>
            <translation>angelegt: {when}</translation>
        </message>
        <message>
            <source>Revoked {when}</source>
            <translation>Widerrufen: {when}</translation>
        </message>
        <message>
            <source>expired {day}</source>
            <translation>abgelaufen am {day}</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>bis {day}</translation>
        </message>
        <message>
            <source>Revoke</source>
            <translation>Widerrufen</translation>
        </message>
        <message>
            <source>Revoke “{name}”?</source>
            <translation>„{name}“ widerrufen?</translation>
        </message>
        <message>
            <source>Whatever uses this key is refused from now on. It cannot be given back; a new one can be made.</source>
            <translation>Was diesen Schlüssel benutzt, wird ab jetzt abgelehnt. Er lässt sich nicht zurückgeben; ein neuer lässt sich anlegen.</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Behalten</translation>
        </message>
    </context>
    <context>
        <name>ApiRights</name>
        <message>
            <source>deletes</source>
            <translation>löscht</translation>
        </message>
        <message>
            <source>starts syncs</source>
            <translation>startet Abgleiche</translation>
        </message>
        <message>
            <source>connects CRMs</source>
            <translation>verbindet CRMs</translation>
        </message>
        <message>
            <source>makes hooks</source>
            <translation>legt Hooks an</translation>
        </message>
        <message>
            <source>Also: {what}.</source>
            <translation>Außerdem: {what}.</translation>
        </message>
        <message>
            <source>Reads: {what}.</source>
            <translation>Liest: {what}.</translation>
        </message>
        <message>
            <source>Changes: {what}.</source>
            <translation>Ändert: {what}.</translation>
        </message>
        <message>
            <source>Adds contacts, and reads nothing.</source>
            <translation>Fügt Kontakte hinzu und liest nichts.</translation>
        </message>
        <message>
            <source>Only in: {accounts}.</source>
            <translation>Nur in: {accounts}.</translation>
        </message>
        <message>
            <source>An organisation’s CRM API: /api/v1</source>
            <translation>CRM-API einer Organisation: /api/v1</translation>
        </message>
        <message>
            <source>Contacts of Rex: /api/integrations/rex</source>
            <translation>Kontakte aus Rex: /api/integrations/rex</translation>
        </message>
        <message>
            <source>CRM integrations: /api/integrations/crm</source>
            <translation>CRM-Integrationen: /api/integrations/crm</translation>
        </message>
        <message>
            <source>Functions over Dex, as Convex serves them: /api/query</source>
            <translation>Funktionen über Dex, wie Convex sie anbietet: /api/query</translation>
        </message>
        <message>
            <source>done</source>
            <translation>erledigt</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>abgelehnt</translation>
        </message>
    </context>
    <context>
        <name>AppearancePage</name>
        <message>
            <source>Follow the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Comfortable</source>
            <translation>Bequem</translation>
        </message>
        <message>
            <source>Close together</source>
            <translation>Dicht beieinander</translation>
        </message>
        <message>
            <source>{n} %</source>
            <translation>{n} %</translation>
        </message>
        <message>
            <source>100 %, as the system has it</source>
            <translation>100 %, wie im System</translation>
        </message>
    </context>
    <context>
        <name>AttentionPage</name>
        <message>
            <source>Needs attention</source>
            <translation>Zu klären</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>Listen</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>Probleme</translation>
        </message>
        <message>
            <source>Changed in both places</source>
            <translation>An beiden Orten geändert</translation>
        </message>
        <message>
            <source>Not accepted</source>
            <translation>Nicht angenommen</translation>
        </message>
        <message>
            <source>Nothing needs you. Every change was accepted.</source>
            <translation>Nichts braucht Sie. Jede Änderung wurde angenommen.</translation>
        </message>
        <message>
            <source>Nothing is lost, and everything else keeps syncing.</source>
            <translation>Nichts ist verloren, und alles andere läuft weiter.</translation>
        </message>
    </context>
    <context>
        <name>Bonds</name>
        <message>
            <source>Add to {field}</source>
            <translation>Zu {field} hinzufügen</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Gespeichert.</translation>
        </message>
        <message>
            <source>Change the relation</source>
            <translation>Beziehung ändern</translation>
        </message>
        <message>
            <source>Sent to {accounts} at once; who is not there yet is created there.</source>
            <translation>Geht sofort an {accounts}; wer dort noch fehlt, wird dort angelegt.</translation>
        </message>
        <message>
            <source>Register for an event</source>
            <translation>Zu einem Termin anmelden</translation>
        </message>
        <message>
            <source>Register a contact for this event</source>
            <translation>Einen Kontakt zu diesem Termin anmelden</translation>
        </message>
        <message>
            <source>{name} is registered. Sending it now.</source>
            <translation>{name} ist angemeldet. Wird jetzt gesendet.</translation>
        </message>
        <message>
            <source>Register for the event</source>
            <translation>Zum Termin anmelden</translation>
        </message>
        <message>
            <source>Unlinked: there are two now.</source>
            <translation>Getrennt: Es sind jetzt zwei.</translation>
        </message>
        <message>
            <source>Unlink the record</source>
            <translation>Datensatz trennen</translation>
        </message>
        <message>
            <source>Not the same: they are not suggested again.</source>
            <translation>Nicht dieselben: Sie werden nicht wieder vorgeschlagen.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Keep them apart</source>
            <translation>Getrennt lassen</translation>
        </message>
        <message>
            <source>Linked again.</source>
            <translation>Wieder verknüpft.</translation>
        </message>
        <message>
            <source>Link again</source>
            <translation>Wieder verknüpfen</translation>
        </message>
    </context>
    <context>
        <name>BrowserWait</name>
        <message>
            <source>Sign in in your browser</source>
            <translation>Melden Sie sich im Browser an</translation>
        </message>
        <message>
            <source>You enter your password on {crm}’s own page; CRM Desk never sees it. Allow access there, then come back here.</source>
            <translation>Ihr Passwort geben Sie auf der Seite von {crm} ein; CRM Desk sieht es nie. Erlauben Sie dort den Zugriff und kommen Sie dann zurück.</translation>
        </message>
        <message>
            <source>Waiting for the browser</source>
            <translation>Warten auf den Browser</translation>
        </message>
        <message>
            <source>Open the page again</source>
            <translation>Seite noch einmal öffnen</translation>
        </message>
        <message>
            <source>Copy its address</source>
            <translation>Adresse der Seite kopieren</translation>
        </message>
        <message>
            <source>CRM Desk waits a few minutes. Nothing is saved yet, and “Back” cancels.</source>
            <translation>CRM Desk wartet einige Minuten. Noch ist nichts gespeichert, und „Zurück“ bricht ab.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>No browser could be opened. Copy the address and open it yourself.</source>
            <translation>Es ließ sich kein Browser öffnen. Kopieren Sie die Adresse und öffnen Sie sie selbst.</translation>
        </message>
    </context>
    <context>
        <name>BulkDialog</name>
        <message>
            <source>Link all that is certain</source>
            <translation>Alles Sichere verknüpfen</translation>
        </message>
        <message>
            <source>Read the suggestions</source>
            <translation>Vorschläge lesen</translation>
        </message>
        <message>
            <source>What would be linked</source>
            <translation>Was verknüpft würde</translation>
        </message>
        <message>
            <source>The weakest come first. Untick whom you doubt (Space). Nothing in any CRM changes, and one Undo takes all of it back, also after a restart.</source>
            <translation>Die schwächsten zuerst. Entfernen Sie den Haken, wo Sie zweifeln (Leertaste). In keinem CRM ändert sich etwas, und ein Rückgängig nimmt alles zurück, auch nach einem Neustart.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Link {things} at once?</source>
            <translation>{things} auf einmal verknüpfen?</translation>
        </message>
        <message>
            <source>Link {things}</source>
            <translation>{things} verknüpfen</translation>
        </message>
    </context>
    <context>
        <name>BulkEdit</name>
        <message>
            <source>Edit {things}</source>
            <translation>{things} bearbeiten</translation>
        </message>
        <message>
            <source>Another field</source>
            <translation>Weiteres Feld</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Anwenden</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>What the edit would do</source>
            <translation>Was die Änderung bewirken würde</translation>
        </message>
        <message numerus="yes">
            <source>%n keep(s|) it on this computer, because no CRM of theirs takes it. Show</source>
            <translation>
                <numerusform>%n behält es auf diesem Computer, weil kein CRM es annimmt. Zeigen</numerusform>
                <numerusform>%n behalten es auf diesem Computer, weil kein CRM es annimmt. Zeigen</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing would change.</source>
            <translation>Nichts würde sich ändern.</translation>
        </message>
        <message>
            <source>{fields} of {things}, on this computer.</source>
            <translation>{fields} von {things}, auf diesem Computer.</translation>
        </message>
        <message>
            <source>{fields} of {things}, sent to {where}.</source>
            <translation>{fields} von {things}, gesendet an {where}.</translation>
        </message>
    </context>
    <context>
        <name>CandidatesDialog</name>
        <message>
            <source>Is it already there?</source>
            <translation>Ist das schon dort?</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Ohne Namen</translation>
        </message>
        <message>
            <source>{crm} already has someone who looks like {name}. Nothing is created until you decide.</source>
            <translation>{crm} hat schon jemanden, der wie {name} aussieht. Nichts wird angelegt, bevor Sie entscheiden.</translation>
        </message>
        <message>
            <source>Looking it up…</source>
            <translation>Wird nachgesehen…</translation>
        </message>
        <message>
            <source>None of these: create it</source>
            <translation>Keiner davon: anlegen</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translation>Später entscheiden</translation>
        </message>
        <message>
            <source>Look up the candidates</source>
            <translation>Kandidaten nachsehen</translation>
        </message>
        <message>
            <source>They are no longer there.</source>
            <translation>Sie sind nicht mehr dort.</translation>
        </message>
        <message>
            <source>Link to this one</source>
            <translation>Mit diesem verknüpfen</translation>
        </message>
        <message>
            <source>Link to {name}</source>
            <translation>Mit {name} verknüpfen</translation>
        </message>
        <message>
            <source>Decide about the new contact</source>
            <translation>Über den neuen Kontakt entscheiden</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Add field</source>
            <translation>Feld hinzufügen</translation>
        </message>
        <message>
            <source>Find a field</source>
            <translation>Feld suchen</translation>
        </message>
        <message>
            <source>Fields for this computer only…</source>
            <translation>Felder nur für diesen Computer…</translation>
        </message>
        <message>
            <source>No CRM of this contact has further fields</source>
            <translation>Kein CRM dieses Kontakts hat weitere Felder</translation>
        </message>
    </context>
    <context>
        <name>CardHistory</name>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Back to {name}</source>
            <translation>Zurück zu {name}</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Vor</translation>
        </message>
        <message>
            <source>Forward to {name}</source>
            <translation>Vor zu {name}</translation>
        </message>
        <message>
            <source>No card was looked at before.</source>
            <translation>Davor wurde keine Karte angesehen.</translation>
        </message>
        <message>
            <source>You have not gone back.</source>
            <translation>Sie sind nicht zurückgegangen.</translation>
        </message>
        <message>
            <source>{name} is no longer there, or in the trash</source>
            <translation>{name} ist nicht mehr da oder liegt im Papierkorb</translation>
        </message>
        <message numerus="yes">
            <source>%n card(s) (is|are) no longer there, or in the trash</source>
            <translation>
                <numerusform>%n Karte ist nicht mehr da oder liegt im Papierkorb</numerusform>
                <numerusform>%n Karten sind nicht mehr da oder liegen im Papierkorb</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardPresenter</name>
        <message>
            <source>Menus and keys act on all of them.</source>
            <translation>Menüs und Tasten wirken auf alle.</translation>
        </message>
        <message>
            <source>Choose a row in the list.</source>
            <translation>Wählen Sie eine Zeile in der Liste.</translation>
        </message>
        <message>
            <source>Nothing chosen</source>
            <translation>Nichts ausgewählt</translation>
        </message>
        <message>
            <source>No longer here</source>
            <translation>Nicht mehr hier</translation>
        </message>
        <message>
            <source>This contact was deleted or removed.</source>
            <translation>Dieser Kontakt wurde gelöscht oder entfernt.</translation>
        </message>
        <message>
            <source>Read the card</source>
            <translation>Karte lesen</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Ohne Namen</translation>
        </message>
        <message>
            <source>In the trash since {when}.</source>
            <translation>Seit {when} im Papierkorb.</translation>
        </message>
        <message>
            <source>Load the picture</source>
            <translation>Bild laden</translation>
        </message>
        <message>
            <source>Change {field}</source>
            <translation>{field} ändern</translation>
        </message>
    </context>
    <context>
        <name>Cell</name>
        <message>
            <source>In which CRMs it stands is changed in its card, not in the list.</source>
            <translation>In welchen CRMs es steht, ändert man auf der Karte, nicht in der Liste.</translation>
        </message>
        <message>
            <source>Set by the CRM; it cannot be changed here.</source>
            <translation>Vom CRM gesetzt; hier nicht änderbar.</translation>
        </message>
    </context>
    <context>
        <name>CellEditing</name>
        <message>
            <source>This contact was deleted or removed. What you typed is not saved; copy it from here.</source>
            <translation>Dieser Kontakt wurde gelöscht oder entfernt. Was Sie geschrieben haben, ist nicht gespeichert; kopieren Sie es von hier.</translation>
        </message>
        <message>
            <source>Meanwhile it was changed to “{value}”. Enter saves yours, Esc leaves that.</source>
            <translation>Inzwischen wurde es in „{value}“ geändert. Die Eingabetaste speichert Ihres, Esc lässt es dabei.</translation>
        </message>
        <message>
            <source>Meanwhile it was cleared. Enter saves yours, Esc leaves it empty.</source>
            <translation>Inzwischen wurde es geleert. Die Eingabetaste speichert Ihres, Esc lässt es leer.</translation>
        </message>
        <message>
            <source>Save the cell</source>
            <translation>Die Zelle speichern</translation>
        </message>
        <message>
            <source>Keep the draft</source>
            <translation>Entwurf behalten</translation>
        </message>
    </context>
    <context>
        <name>ChangeLine</name>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>Restore {field} to “{value}”</source>
            <translation>{field} auf „{value}“ zurücksetzen</translation>
        </message>
        <message>
            <source>Write “{value}” again</source>
            <translation>„{value}“ wieder eintragen</translation>
        </message>
    </context>
    <context>
        <name>Column</name>
        <message>
            <source>Where</source>
            <translation>Wo</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>leer</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>abgesagt</translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>noch nicht gespeichert</translation>
        </message>
    </context>
    <context>
        <name>ColumnChooser</name>
        <message>
            <source>Columns to show</source>
            <translation>Angezeigte Spalten</translation>
        </message>
        <message>
            <source>Find a column</source>
            <translation>Spalte suchen</translation>
        </message>
        <message>
            <source>Fit widths to content</source>
            <translation>Breiten an den Inhalt anpassen</translation>
        </message>
        <message>
            <source>Reset columns</source>
            <translation>Spalten zurücksetzen</translation>
        </message>
        <message>
            <source>The name is always shown.</source>
            <translation>Der Name wird immer gezeigt.</translation>
        </message>
    </context>
    <context>
        <name>ColumnTable</name>
        <message>
            <source>Column</source>
            <translation>Spalte</translation>
        </message>
        <message>
            <source>Means here</source>
            <translation>Bedeutet hier</translation>
        </message>
        <message>
            <source>Where it differs</source>
            <translation>Wo es abweicht</translation>
        </message>
        <message>
            <source>Filled</source>
            <translation>Gefüllt</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>Beispiele</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Hinweise</translation>
        </message>
        <message>
            <source>Columns of the file</source>
            <translation>Spalten der Datei</translation>
        </message>
        <message>
            <source>{share} %</source>
            <translation>{share} %</translation>
        </message>
        <message>
            <source>Not imported</source>
            <translation>Nicht importiert</translation>
        </message>
        <message>
            <source>Id in the file</source>
            <translation>ID in der Datei</translation>
        </message>
        <message>
            <source>No data</source>
            <translation>Keine Daten</translation>
        </message>
        <message>
            <source>As for all</source>
            <translation>Wie für alle</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>Meines behalten</translation>
        </message>
        <message>
            <source>Take the file's</source>
            <translation>Das der Datei nehmen</translation>
        </message>
        <message>
            <source>Leave alone</source>
            <translation>Nicht anfassen</translation>
        </message>
    </context>
    <context>
        <name>CommandStates</name>
        <message>
            <source>No CRM is connected yet.</source>
            <translation>Noch ist kein CRM verbunden.</translation>
        </message>
        <message>
            <source>Choose an account in the sidebar first.</source>
            <translation>Wählen Sie zuerst ein Konto in der Seitenleiste.</translation>
        </message>
        <message>
            <source>Resume this account</source>
            <translation>Dieses Konto fortsetzen</translation>
        </message>
        <message>
            <source>Pause this account</source>
            <translation>Dieses Konto anhalten</translation>
        </message>
        <message>
            <source>No sync is running.</source>
            <translation>Es läuft kein Abgleich.</translation>
        </message>
        <message>
            <source>Select something in the list first.</source>
            <translation>Wählen Sie zuerst etwas in der Liste.</translation>
        </message>
        <message>
            <source>The list is empty.</source>
            <translation>Die Liste ist leer.</translation>
        </message>
        <message>
            <source>Select one in the list first.</source>
            <translation>Wählen Sie zuerst einen Eintrag in der Liste.</translation>
        </message>
        <message>
            <source>It is in the trash already.</source>
            <translation>Es ist schon im Papierkorb.</translation>
        </message>
        <message>
            <source>Only what lies in the trash: open the trash in the sidebar.</source>
            <translation>Nur für den Papierkorb: Öffnen Sie ihn in der Seitenleiste.</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Abgleich</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>Neuer Kontakt</translation>
        </message>
        <message>
            <source>Connect a CRM…</source>
            <translation>CRM verbinden…</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importieren…</translation>
        </message>
        <message>
            <source>History of imports…</source>
            <translation>Verlauf der Importe…</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>Back up…</source>
            <translation>Sichern…</translation>
        </message>
        <message>
            <source>Check the database</source>
            <translation>Datenbank prüfen</translation>
        </message>
        <message>
            <source>Leave demo</source>
            <translation>Demo verlassen</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>History of changes…</source>
            <translation>Verlauf der Änderungen…</translation>
        </message>
        <message>
            <source>Copy rows</source>
            <translation>Zeilen kopieren</translation>
        </message>
        <message>
            <source>Copy emails</source>
            <translation>E-Mails kopieren</translation>
        </message>
        <message>
            <source>Paste rows…</source>
            <translation>Zeilen einfügen …</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Alles auswählen</translation>
        </message>
        <message>
            <source>Command palette…</source>
            <translation>Befehlspalette…</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Add a filter…</source>
            <translation>Filter hinzufügen…</translation>
        </message>
        <message>
            <source>Save as view…</source>
            <translation>Als Ansicht speichern…</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Einstellungen…</translation>
        </message>
        <message>
            <source>Sidebar</source>
            <translation>Seitenleiste</translation>
        </message>
        <message>
            <source>Sync panel</source>
            <translation>Abgleich-Leiste</translation>
        </message>
        <message>
            <source>Editor</source>
            <translation>Karte</translation>
        </message>
        <message>
            <source>Editor below the list</source>
            <translation>Karte unter der Liste</translation>
        </message>
        <message>
            <source>Columns…</source>
            <translation>Spalten…</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Größere Schrift</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Kleinere Schrift</translation>
        </message>
        <message>
            <source>Usual text size</source>
            <translation>Übliche Schriftgröße</translation>
        </message>
        <message>
            <source>Edit in the list</source>
            <translation>In der Liste bearbeiten</translation>
        </message>
        <message>
            <source>Tag…</source>
            <translation>Tag…</translation>
        </message>
        <message>
            <source>All tags…</source>
            <translation>Alle Tags…</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Save and go to the next</source>
            <translation>Speichern und zum nächsten</translation>
        </message>
        <message>
            <source>Previous contact</source>
            <translation>Vorheriger Kontakt</translation>
        </message>
        <message>
            <source>Next contact</source>
            <translation>Nächster Kontakt</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Vor</translation>
        </message>
        <message>
            <source>Link as one…</source>
            <translation>Verknüpfen…</translation>
        </message>
        <message>
            <source>Same person?</source>
            <translation>Dieselbe Person?</translation>
        </message>
        <message>
            <source>Move to trash</source>
            <translation>In den Papierkorb</translation>
        </message>
        <message>
            <source>Restore from trash</source>
            <translation>Aus dem Papierkorb holen</translation>
        </message>
        <message>
            <source>Delete for good…</source>
            <translation>Endgültig löschen…</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Jetzt synchronisieren</translation>
        </message>
        <message>
            <source>Sync this account</source>
            <translation>Dieses Konto synchronisieren</translation>
        </message>
        <message>
            <source>Compare everything</source>
            <translation>Alles vergleichen</translation>
        </message>
        <message>
            <source>Cancel the sync</source>
            <translation>Abgleich abbrechen</translation>
        </message>
        <message>
            <source>Pause this account</source>
            <translation>Dieses Konto anhalten</translation>
        </message>
        <message>
            <source>Waiting changes</source>
            <translation>Wartende Änderungen</translation>
        </message>
        <message>
            <source>Changed in both places</source>
            <translation>An beiden Orten geändert</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>Probleme</translation>
        </message>
        <message>
            <source>History of syncs</source>
            <translation>Verlauf der Abgleiche</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>Open log folder</source>
            <translation>Protokollordner öffnen</translation>
        </message>
        <message>
            <source>About CRM Desk</source>
            <translation>Über CRM Desk</translation>
        </message>
        <message>
            <source>Open the editor</source>
            <translation>Karte öffnen</translation>
        </message>
        <message>
            <source>To the cell before, after</source>
            <translation>Zur Zelle davor, danach</translation>
        </message>
        <message>
            <source>In a cell: save and go down, right, left</source>
            <translation>In einer Zelle: speichern und nach unten, rechts, links</translation>
        </message>
        <message>
            <source>First, last contact</source>
            <translation>Erster, letzter Kontakt</translation>
        </message>
        <message>
            <source>One screen up, down</source>
            <translation>Eine Seite nach oben, unten</translation>
        </message>
        <message>
            <source>Select more</source>
            <translation>Mehr auswählen</translation>
        </message>
        <message>
            <source>Clear selection or search, leave the card</source>
            <translation>Auswahl oder Suche aufheben, Karte verlassen</translation>
        </message>
        <message>
            <source>Menus</source>
            <translation>Menüs</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>Gehe zu</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Farben</translation>
        </message>
        <message>
            <source>Follow the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
    </context>
    <context>
        <name>ConflictsList</name>
        <message>
            <source>Keep mine</source>
            <translation>Meines behalten</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>Ihres nehmen</translation>
        </message>
        <message>
            <source>Take the newest</source>
            <translation>Das Neueste nehmen</translation>
        </message>
        <message>
            <source>Keep here only</source>
            <translation>Nur hier behalten</translation>
        </message>
        <message>
            <source>Nothing was changed in both places. If that happens, both values are kept until you decide.</source>
            <translation>Nichts wurde an beiden Orten geändert. Wenn doch, bleiben beide Werte, bis Sie entscheiden.</translation>
        </message>
        <message>
            <source>Select the conflict of {name}</source>
            <translation>Konflikt von {name} auswählen</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>{name} öffnen</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Vorher</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Meines</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>Beides behalten</translation>
        </message>
        <message>
            <source>Mine stays on this computer, theirs stays there.</source>
            <translation>Meines bleibt auf diesem Computer, das andere dort.</translation>
        </message>
        <message>
            <source>changed here</source>
            <translation>hier geändert</translation>
        </message>
        <message>
            <source>deleted there</source>
            <translation>dort gelöscht</translation>
        </message>
        <message>
            <source>was there</source>
            <translation>war dort</translation>
        </message>
        <message>
            <source>Decide the conflict</source>
            <translation>Konflikt entscheiden</translation>
        </message>
    </context>
    <context>
        <name>ContactEditor</name>
        <message>
            <source>The tags that there are</source>
            <translation>Die vorhandenen Tags</translation>
        </message>
    </context>
    <context>
        <name>ContactTable</name>
        <message>
            <source>Copy the rows</source>
            <translation>Zeilen kopieren</translation>
        </message>
        <message>
            <source>Copy the emails</source>
            <translation>E-Mails kopieren</translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) copied</source>
            <translation>
                <numerusform>%Ln Zeile kopiert</numerusform>
                <numerusform>%Ln Zeilen kopiert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln email address(|es) copied</source>
            <translation>
                <numerusform>%Ln E-Mail-Adresse kopiert</numerusform>
                <numerusform>%Ln E-Mail-Adressen kopiert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln update(s)</source>
            <translation>
                <numerusform>%Ln Neuerung</numerusform>
                <numerusform>%Ln Neuerungen</numerusform>
            </translation>
        </message>
        <message>
            <source>New updates</source>
            <translation>Neuerungen</translation>
        </message>
        <message>
            <source>{updates}: show them</source>
            <translation>{updates}: anzeigen</translation>
        </message>
        <message>
            <source>The list holds still while you work in it. Click to show the updates.</source>
            <translation>Die Liste hält still, während Sie darin arbeiten. Klicken Sie, um die Neuerungen zu sehen.</translation>
        </message>
    </context>
    <context>
        <name>CountsView</name>
        <message>
            <source>{n} new</source>
            <translation>{n} neu</translation>
        </message>
        <message>
            <source>{n} changed</source>
            <translation>{n} geändert</translation>
        </message>
        <message>
            <source>{n} unchanged</source>
            <translation>{n} unverändert</translation>
        </message>
        <message>
            <source>{n} skipped</source>
            <translation>{n} übersprungen</translation>
        </message>
        <message>
            <source>{n} failed</source>
            <translation>{n} fehlgeschlagen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s)</source>
            <translation>
                <numerusform>%Ln Zeile</numerusform>
                <numerusform>%Ln Zeilen</numerusform>
            </translation>
        </message>
        <message>
            <source>Of these, {n} differ from what is here, and yours is kept.</source>
            <translation>Davon weichen {n} von dem ab, was hier ist, und Ihres bleibt.</translation>
        </message>
        <message>
            <source>{n} need you: it is not sure who is meant.</source>
            <translation>{n} brauchen Sie: Es ist nicht sicher, wer gemeint ist.</translation>
        </message>
    </context>
    <context>
        <name>CreateIn</name>
        <message>
            <source>Create in</source>
            <translation>Anlegen in</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Dieser Computer</translation>
        </message>
        <message>
            <source>Always: it stays here until a CRM has accepted it.</source>
            <translation>Immer: Es bleibt hier, bis ein CRM es angenommen hat.</translation>
        </message>
        <message>
            <source>{account} also needs {fields}</source>
            <translation>{account} braucht noch {fields}</translation>
        </message>
    </context>
    <context>
        <name>DateEditor</name>
        <message>
            <source>{with_year} or {without}</source>
            <translation>{with_year} oder {without}</translation>
        </message>
    </context>
    <context>
        <name>DecidedList</name>
        <message>
            <source>Nothing is decided yet. What you link or keep apart stands here, and can be taken back.</source>
            <translation>Noch ist nichts entschieden. Was Sie verknüpfen oder trennen, steht hier und lässt sich zurücknehmen.</translation>
        </message>
        <message>
            <source>Linked {things} at once</source>
            <translation>{things} auf einmal verknüpft</translation>
        </message>
        <message>
            <source>Linked: {names}</source>
            <translation>Verknüpft: {names}</translation>
        </message>
        <message>
            <source>Not the same: {names}</source>
            <translation>Nicht dieselben: {names}</translation>
        </message>
        <message>
            <source>Undo: link {things}</source>
            <translation>Rückgängig: {things} verknüpfen</translation>
        </message>
        <message>
            <source>Unlink</source>
            <translation>Trennen</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Wieder fragen</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>auf diesem Computer</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>Zurückgenommen.</translation>
        </message>
        <message>
            <source>Revoke the decision</source>
            <translation>Entscheidung zurücknehmen</translation>
        </message>
    </context>
    <context>
        <name>Deeds</name>
        <message>
            <source>Colours of tags</source>
            <translation>Farben von Tags</translation>
        </message>
        <message>
            <source>Undo: {origin}</source>
            <translation>Rückgängig: {origin}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Redo: {origin}</source>
            <translation>Wiederholen: {origin}</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>Sync of {subject}: {whom}</source>
            <translation>Abgleich von {subject}: {whom}</translation>
        </message>
        <message>
            <source>Edit {detail} of {whom}</source>
            <translation>{detail} von {whom} bearbeiten</translation>
        </message>
        <message>
            <source>Create {whom}</source>
            <translation>{whom} anlegen</translation>
        </message>
        <message>
            <source>Tag {whom} with “{detail}”</source>
            <translation>{whom} mit „{detail}“ taggen</translation>
        </message>
        <message>
            <source>Remove the tag “{detail}” from {whom}</source>
            <translation>Tag „{detail}“ von {whom} entfernen</translation>
        </message>
        <message>
            <source>Rename the tag “{detail}”</source>
            <translation>Tag „{detail}“ umbenennen</translation>
        </message>
        <message>
            <source>Delete the tag “{detail}”</source>
            <translation>Tag „{detail}“ löschen</translation>
        </message>
        <message>
            <source>Choose what is shown of {whom}</source>
            <translation>Wählen, was von {whom} gezeigt wird</translation>
        </message>
        <message>
            <source>Link {whom}</source>
            <translation>{whom} verknüpfen</translation>
        </message>
        <message>
            <source>Unlink {whom}</source>
            <translation>{whom} trennen</translation>
        </message>
        <message>
            <source>Keep {whom} apart</source>
            <translation>{whom} getrennt lassen</translation>
        </message>
        <message>
            <source>Move {whom} to the trash</source>
            <translation>{whom} in den Papierkorb legen</translation>
        </message>
        <message>
            <source>Restore {whom}</source>
            <translation>{whom} wiederherstellen</translation>
        </message>
        <message>
            <source>Delete {whom} for good</source>
            <translation>{whom} endgültig löschen</translation>
        </message>
        <message>
            <source>Add {whom} to {detail}</source>
            <translation>{whom} zu {detail} hinzufügen</translation>
        </message>
        <message>
            <source>Register {whom}</source>
            <translation>{whom} anmelden</translation>
        </message>
        <message>
            <source>Decide about {whom}</source>
            <translation>Über {whom} entscheiden</translation>
        </message>
        <message>
            <source>Withdraw a change of {whom}</source>
            <translation>Eine Änderung von {whom} zurückziehen</translation>
        </message>
        <message>
            <source>Import {whom}</source>
            <translation>{whom} importieren</translation>
        </message>
        <message>
            <source>Setting “{detail}”</source>
            <translation>Einstellung „{detail}“</translation>
        </message>
        <message>
            <source>Edit {whom}</source>
            <translation>{whom} bearbeiten</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Verknüpfen</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>Papierkorb</translation>
        </message>
        <message>
            <source>Restored</source>
            <translation>Wiederhergestellt</translation>
        </message>
        <message>
            <source>Sent to a CRM</source>
            <translation>An ein CRM gesendet</translation>
        </message>
        <message>
            <source>Withdrawn from a CRM</source>
            <translation>Aus einem CRM zurückgezogen</translation>
        </message>
        <message>
            <source>Shown value</source>
            <translation>Gezeigter Wert</translation>
        </message>
        <message>
            <source>Deleted for good</source>
            <translation>Endgültig gelöscht</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>Einstellung</translation>
        </message>
    </context>
    <context>
        <name>DemoStrip</name>
        <message>
            <source>Demo: sample CRMs on this computer. Nothing here is real, try anything.</source>
            <translation>Demo: Beispiel-CRMs auf diesem Computer. Nichts davon ist echt, probieren Sie alles aus.</translation>
        </message>
        <message>
            <source>Leave demo</source>
            <translation>Demo verlassen</translation>
        </message>
    </context>
    <context>
        <name>Detail</name>
        <message>
            <source>All evidence</source>
            <translation>Alle Belege</translation>
        </message>
        <message>
            <source>Every reason with its weight, and every field (E)</source>
            <translation>Jeder Grund mit seinem Gewicht und jedes Feld (E)</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Verknüpfen</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>Nicht dieselben</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Später</translation>
        </message>
        <message>
            <source>{what} ({key})</source>
            <translation>{what} ({key})</translation>
        </message>
        <message>
            <source>{n} of {total}</source>
            <translation>{n} von {total}</translation>
        </message>
        <message>
            <source>Less</source>
            <translation>Weniger</translation>
        </message>
        <message>
            <source>Left out: not the same</source>
            <translation>Ausgelassen: nicht dieselben</translation>
        </message>
    </context>
    <context>
        <name>Direction</name>
        <message>
            <source>{kinds}: {crm} takes new ones but no changes; your edits of existing ones stay on this computer</source>
            <translation>{kinds}: {crm} nimmt neue an, aber keine Änderungen; Ihre Änderungen an vorhandenen bleiben auf diesem Computer</translation>
        </message>
        <message>
            <source>{kinds}: {crm} takes changes but no new ones; those stay on this computer</source>
            <translation>{kinds}: {crm} nimmt Änderungen an, aber keine neuen; die bleiben auf diesem Computer</translation>
        </message>
        <message>
            <source>{kinds}: {crm} takes no changes; yours stay on this computer</source>
            <translation>{kinds}: {crm} nimmt keine Änderungen an; Ihre bleiben auf diesem Computer</translation>
        </message>
        <message>
            <source>Every sync only reads. The first one runs while you work.</source>
            <translation>Jeder Abgleich liest nur. Der erste läuft, während Sie arbeiten.</translation>
        </message>
        <message>
            <source>The first sync only reads. It runs while you work.</source>
            <translation>Der erste Abgleich liest nur. Er läuft, während Sie arbeiten.</translation>
        </message>
        <message>
            <source>The first sync writes to {crm} at once. What goes there: {kinds}, everything you have here. Each is looked up there first, and linked if it exists.</source>
            <translation>Der erste Abgleich schreibt sofort in {crm}. Dorthin gehen: {kinds}, alles, was Sie hier haben. Jeder Eintrag wird dort zuerst gesucht und, wenn es ihn gibt, verknüpft.</translation>
        </message>
    </context>
    <context>
        <name>DirectionChoice</name>
        <message>
            <source>Both ways: what I change here goes there after the first sync</source>
            <translation>In beide Richtungen: Was ich hier ändere, geht nach dem ersten Abgleich dorthin</translation>
        </message>
        <message>
            <source>Only read: what I change stays on this computer</source>
            <translation>Nur lesen: Was ich ändere, bleibt auf diesem Computer</translation>
        </message>
        <message>
            <source>Only write: what I have here goes there, nothing comes from there</source>
            <translation>Nur schreiben: Was ich hier habe, geht dorthin, nichts kommt von dort</translation>
        </message>
        <message>
            <source>{crm} takes no changes over this connection. {more}</source>
            <translation>{crm} nimmt über diese Verbindung keine Änderungen an. {more}</translation>
        </message>
    </context>
    <context>
        <name>EditorActions</name>
        <message>
            <source>Moved to the trash.</source>
            <translation>In den Papierkorb gelegt.</translation>
        </message>
        <message>
            <source>Move to the trash</source>
            <translation>In den Papierkorb</translation>
        </message>
        <message>
            <source>Restored from the trash.</source>
            <translation>Aus dem Papierkorb geholt.</translation>
        </message>
        <message>
            <source>Restore from the trash</source>
            <translation>Aus dem Papierkorb holen</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>Endgültig löschen</translation>
        </message>
        <message>
            <source>Add to the account</source>
            <translation>Zum Konto hinzufügen</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>Zurückgenommen.</translation>
        </message>
        <message>
            <source>Undo the change</source>
            <translation>Änderung rückgängig machen</translation>
        </message>
        <message>
            <source>Show another value</source>
            <translation>Anderen Wert zeigen</translation>
        </message>
        <message>
            <source>Choose automatically</source>
            <translation>Automatisch wählen</translation>
        </message>
        <message>
            <source>Each has its own value again.</source>
            <translation>Jeder hat wieder seinen eigenen Wert.</translation>
        </message>
        <message>
            <source>{field} is the same everywhere now.</source>
            <translation>{field} ist jetzt überall gleich.</translation>
        </message>
        <message>
            <source>Use the value everywhere</source>
            <translation>Wert überall verwenden</translation>
        </message>
        <message>
            <source>Take the newer value</source>
            <translation>Neueren Wert übernehmen</translation>
        </message>
        <message>
            <source>Decide the conflict</source>
            <translation>Konflikt entscheiden</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Read the history</source>
            <translation>Verlauf lesen</translation>
        </message>
        <message>
            <source>The earlier value is back.</source>
            <translation>Der frühere Wert ist zurück.</translation>
        </message>
        <message>
            <source>Restore the value</source>
            <translation>Wert wiederherstellen</translation>
        </message>
        <message>
            <source>Read the original data</source>
            <translation>Originaldaten lesen</translation>
        </message>
    </context>
    <context>
        <name>EditorBar</name>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Save on this computer now; sending follows ({keys})</source>
            <translation>Jetzt auf diesem Computer speichern; gesendet wird danach ({keys})</translation>
        </message>
        <message>
            <source>Discard these changes</source>
            <translation>Änderungen verwerfen</translation>
        </message>
    </context>
    <context>
        <name>EditorPage</name>
        <message>
            <source>Card</source>
            <translation>Karte</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
    </context>
    <context>
        <name>EntriesEditor</name>
        <message>
            <source>work</source>
            <translation>Arbeit</translation>
        </message>
        <message>
            <source>home</source>
            <translation>privat</translation>
        </message>
        <message>
            <source>other</source>
            <translation>andere</translation>
        </message>
        <message>
            <source>mobile</source>
            <translation>mobil</translation>
        </message>
        <message>
            <source>Add another to {field}</source>
            <translation>Weiteres bei {field} hinzufügen</translation>
        </message>
    </context>
    <context>
        <name>EntryRow</name>
        <message>
            <source>name@company.com</source>
            <translation>name@firma.de</translation>
        </message>
        <message>
            <source>Label of {field}</source>
            <translation>Bezeichnung von {field}</translation>
        </message>
        <message>
            <source>Make primary</source>
            <translation>Als wichtigste markieren</translation>
        </message>
        <message>
            <source>Write or call</source>
            <translation>Schreiben oder anrufen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Primary</source>
            <translation>Wichtigste</translation>
        </message>
        <message>
            <source>label</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Open {target}</source>
            <translation>{target} öffnen</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <source>The selection: {things}</source>
            <translation>Die Auswahl: {things}</translation>
        </message>
        <message>
            <source>The list as it is shown</source>
            <translation>Die Liste, wie sie gezeigt wird</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Only the columns that the list shows</source>
            <translation>Nur die Spalten, die die Liste zeigt</translation>
        </message>
        <message>
            <source>Safe for spreadsheets: nothing in it is calculated</source>
            <translation>Sicher für Tabellenprogramme: nichts darin wird berechnet</translation>
        </message>
        <message>
            <source>Cells that begin like a formula get an apostrophe in front. CRM Desk takes it away on import.</source>
            <translation>Zellen, die wie eine Formel beginnen, bekommen ein Hochkomma davor. Beim Import nimmt CRM Desk es wieder weg.</translation>
        </message>
        <message>
            <source>Excel workbook (.xlsx)</source>
            <translation>Excel-Arbeitsmappe (.xlsx)</translation>
        </message>
        <message>
            <source>Table, with commas (.csv)</source>
            <translation>Tabelle mit Kommas (.csv)</translation>
        </message>
        <message>
            <source>Table, with tabs (.tsv)</source>
            <translation>Tabelle mit Tabulatoren (.tsv)</translation>
        </message>
        <message>
            <source>Cards for phones, iCloud and Outlook (vCard 3.0)</source>
            <translation>Karten für Telefone, iCloud und Outlook (vCard 3.0)</translation>
        </message>
        <message>
            <source>Cards (vCard 4.0)</source>
            <translation>Karten (vCard 4.0)</translation>
        </message>
        <message>
            <source>JSON, for programs</source>
            <translation>JSON, für Programme</translation>
        </message>
        <message>
            <source>JSON, one object a line</source>
            <translation>JSON, ein Objekt je Zeile</translation>
        </message>
        <message>
            <source>Cards as JSON (jCard)</source>
            <translation>Karten als JSON (jCard)</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>Wie weit es ist</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>What the export will hold</source>
            <translation>Was der Export enthalten wird</translation>
        </message>
        <message numerus="yes">
            <source>Also %Ln that (is|are) archived or removed in its CRM</source>
            <translation>
                <numerusform>Auch %Ln, (der|die) im CRM archiviert oder entfernt (ist|sind)</numerusform>
                <numerusform>Auch %Ln, (der|die) im CRM archiviert oder entfernt (ist|sind)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln in the trash (is|are) left out.</source>
            <translation>
                <numerusform>%Ln im Papierkorb (fehlt|fehlen) darin.</numerusform>
                <numerusform>%Ln im Papierkorb (fehlt|fehlen) darin.</numerusform>
            </translation>
        </message>
        <message>
            <source>{things}, a card each.</source>
            <translation>{things}, je eine Karte.</translation>
        </message>
        <message>
            <source>A card that was imported keeps all that it had.</source>
            <translation>Eine importierte Karte behält alles, was sie hatte.</translation>
        </message>
        <message numerus="yes">
            <source>{fields} and %Ln more</source>
            <translation>
                <numerusform>{fields} und %Ln (weiteres|weitere)</numerusform>
                <numerusform>{fields} und %Ln (weiteres|weitere)</numerusform>
            </translation>
        </message>
        <message>
            <source>{things} with {fields}.</source>
            <translation>{things} mit {fields}.</translation>
        </message>
        <message>
            <source>Export to</source>
            <translation>Exportieren nach</translation>
        </message>
    </context>
    <context>
        <name>FactEditor</name>
        <message>
            <source>Set by the CRM; it cannot be changed here.</source>
            <translation>Vom CRM gesetzt; hier nicht änderbar.</translation>
        </message>
    </context>
    <context>
        <name>Facts</name>
        <message>
            <source>A removed account</source>
            <translation>Ein entferntes Konto</translation>
        </message>
        <message>
            <source>This cannot be changed in {names}. A change stays on this computer only.</source>
            <translation>In {names} lässt sich das nicht ändern. Eine Änderung bleibt nur auf diesem Computer.</translation>
        </message>
        <message>
            <source>The other values stay as they are.</source>
            <translation>Die anderen Werte bleiben, wie sie sind.</translation>
        </message>
        <message>
            <source>Goes to {names}</source>
            <translation>Geht an {names}</translation>
        </message>
        <message>
            <source>only on this computer</source>
            <translation>nur auf diesem Computer</translation>
        </message>
        <message>
            <source>Last sent and verified {when}</source>
            <translation>Zuletzt gesendet und geprüft {when}</translation>
        </message>
        <message>
            <source>sent</source>
            <translation>gesendet</translation>
        </message>
        <message>
            <source>up to date</source>
            <translation>aktuell</translation>
        </message>
        <message>
            <source>sending</source>
            <translation>wird gesendet</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
        <message>
            <source>handed over</source>
            <translation>übergeben</translation>
        </message>
        <message>
            <source>In a file {when}; the next export shows what was taken.</source>
            <translation>In eine Datei geschrieben {when}; der nächste Export zeigt, was übernommen wurde.</translation>
        </message>
        <message>
            <source>not accepted</source>
            <translation>nicht angenommen</translation>
        </message>
        <message>
            <source>changed in both places</source>
            <translation>an beiden Orten geändert</translation>
        </message>
        <message>
            <source>It needs a decision.</source>
            <translation>Es braucht eine Entscheidung.</translation>
        </message>
        <message>
            <source>Saved · sending to {names}</source>
            <translation>Gespeichert · wird an {names} gesendet</translation>
        </message>
        <message>
            <source>Handed over to {names}; the next export shows what was taken</source>
            <translation>An {names} übergeben; der nächste Export zeigt, was übernommen wurde</translation>
        </message>
        <message>
            <source>Saved · waits for {names}: {why}</source>
            <translation>Gespeichert · wartet auf {names}: {why}</translation>
        </message>
        <message>
            <source>Sent to {names} and verified</source>
            <translation>An {names} gesendet und geprüft</translation>
        </message>
        <message>
            <source>Problem with {names}: {why}</source>
            <translation>Problem mit {names}: {why}</translation>
        </message>
        <message>
            <source>Saved on this computer</source>
            <translation>Auf diesem Computer gespeichert</translation>
        </message>
        <message>
            <source>Create there</source>
            <translation>Dort anlegen</translation>
        </message>
        <message>
            <source>Delete there</source>
            <translation>Dort löschen</translation>
        </message>
        <message>
            <source>Change {fields}</source>
            <translation>{fields} ändern</translation>
        </message>
    </context>
    <context>
        <name>Fate</name>
        <message>
            <source>new</source>
            <translation>neu</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>geändert</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>unverändert</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>übersprungen</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Vorname</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>Nachname</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>Firma</translation>
        </message>
        <message>
            <source>Job title</source>
            <translation>Position</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Beschreibung</translation>
        </message>
        <message>
            <source>Email</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Telefon</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>Geburtstag</translation>
        </message>
        <message>
            <source>Instagram</source>
            <translation>Instagram</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Tags</translation>
        </message>
        <message>
            <source>LinkedIn</source>
            <translation>LinkedIn</translation>
        </message>
        <message>
            <source>X (Twitter)</source>
            <translation>X (Twitter)</translation>
        </message>
        <message>
            <source>Facebook</source>
            <translation>Facebook</translation>
        </message>
        <message>
            <source>Telegram</source>
            <translation>Telegram</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>Website</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>Location</source>
            <translation>Ort</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Street</source>
            <translation>Straße</translation>
        </message>
        <message>
            <source>City</source>
            <translation>Stadt</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Region</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Postleitzahl</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>Land</translation>
        </message>
        <message>
            <source>Education</source>
            <translation>Ausbildung</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Phase</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Source reference</source>
            <translation>Quellenangabe</translation>
        </message>
        <message>
            <source>Bill to</source>
            <translation>Rechnung an</translation>
        </message>
        <message>
            <source>Pricing model</source>
            <translation>Preismodell</translation>
        </message>
        <message>
            <source>Starred</source>
            <translation>Markiert</translation>
        </message>
        <message>
            <source>Last seen</source>
            <translation>Zuletzt gesehen</translation>
        </message>
        <message>
            <source>Next reminder</source>
            <translation>Nächste Erinnerung</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Klasse</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>Preis</translation>
        </message>
        <message>
            <source>Vendors</source>
            <translation>Verkäufer</translation>
        </message>
        <message>
            <source>Buyers</source>
            <translation>Käufer</translation>
        </message>
        <message>
            <source>Milestones</source>
            <translation>Meilensteine</translation>
        </message>
        <message>
            <source>Risk overview</source>
            <translation>Risikoübersicht</translation>
        </message>
        <message>
            <source>Deal</source>
            <translation>Geschäft</translation>
        </message>
        <message>
            <source>Property</source>
            <translation>Immobilie</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Zusammenfassung</translation>
        </message>
        <message>
            <source>Settlement</source>
            <translation>Abwicklung</translation>
        </message>
        <message>
            <source>Risk level</source>
            <translation>Risikostufe</translation>
        </message>
        <message>
            <source>Risk flags</source>
            <translation>Risikomerkmale</translation>
        </message>
        <message>
            <source>Next action</source>
            <translation>Nächster Schritt</translation>
        </message>
        <message>
            <source>Next action by</source>
            <translation>Nächster Schritt durch</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Termin</translation>
        </message>
        <message>
            <source>Starts</source>
            <translation>Beginn</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>Ende</translation>
        </message>
    </context>
    <context>
        <name>FieldBoxes</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <source>Tick all values of {field}</source>
            <translation>Alle Werte von {field} anhaken</translation>
        </message>
        <message>
            <source>Tick no value of {field}</source>
            <translation>Keinen Wert von {field} anhaken</translation>
        </message>
        <message>
            <source>Find a value</source>
            <translation>Wert suchen</translation>
        </message>
        <message>
            <source>Find a value of {field}</source>
            <translation>Wert von {field} suchen</translation>
        </message>
        <message numerus="yes">
            <source>and %Ln more: type to find them</source>
            <translation>
                <numerusform>und %Ln weiterer: tippen, um ihn zu finden</numerusform>
                <numerusform>und %Ln weitere: tippen, um sie zu finden</numerusform>
            </translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>(none)</source>
            <translation>(keiner)</translation>
        </message>
        <message numerus="yes">
            <source>{field}: only %Ln value(s)</source>
            <translation>
                <numerusform>{field}: nur %Ln Wert</numerusform>
                <numerusform>{field}: nur %Ln Werte</numerusform>
            </translation>
        </message>
        <message>
            <source>Only ticked values are included. New values stay out.</source>
            <translation>Nur angehakte Werte gehören dazu. Neue Werte bleiben draußen.</translation>
        </message>
        <message numerus="yes">
            <source>{field}: %Ln value(s) left out</source>
            <translation>
                <numerusform>{field}: %Ln Wert ausgelassen</numerusform>
                <numerusform>{field}: %Ln Werte ausgelassen</numerusform>
            </translation>
        </message>
        <message>
            <source>Unticked values are left out. New values are included.</source>
            <translation>Nicht angehakte Werte fallen weg. Neue Werte gehören dazu.</translation>
        </message>
        <message>
            <source>{field}: all</source>
            <translation>{field}: alle</translation>
        </message>
    </context>
    <context>
        <name>FilterBar</name>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>Alle aufheben</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Save as view…</source>
            <translation>Als Ansicht speichern…</translation>
        </message>
        <message>
            <source>Revert</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>{view} (changed)</source>
            <translation>{view} (geändert)</translation>
        </message>
        <message>
            <source>Filter: {words}</source>
            <translation>Filter: {words}</translation>
        </message>
        <message>
            <source>Leave these out</source>
            <translation>Diese auslassen</translation>
        </message>
        <message>
            <source>Only these</source>
            <translation>Nur diese</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
    </context>
    <context>
        <name>FilterForm</name>
        <message>
            <source>is empty</source>
            <translation>ist leer</translation>
        </message>
        <message>
            <source>is filled in</source>
            <translation>ist ausgefüllt</translation>
        </message>
        <message>
            <source>has the words</source>
            <translation>enthält die Wörter</translation>
        </message>
        <message>
            <source>is</source>
            <translation>ist</translation>
        </message>
        <message>
            <source>starts with</source>
            <translation>beginnt mit</translation>
        </message>
        <message>
            <source>contains</source>
            <translation>enthält</translation>
        </message>
        <message>
            <source>does not have the words</source>
            <translation>enthält die Wörter nicht</translation>
        </message>
        <message>
            <source>differs between CRMs</source>
            <translation>unterscheidet sich zwischen CRMs</translation>
        </message>
        <message>
            <source>is on</source>
            <translation>ist am</translation>
        </message>
        <message>
            <source>before</source>
            <translation>vor</translation>
        </message>
        <message>
            <source>after</source>
            <translation>nach</translation>
        </message>
        <message>
            <source>in the last days</source>
            <translation>in den letzten Tagen</translation>
        </message>
        <message>
            <source>in the next days</source>
            <translation>in den nächsten Tagen</translation>
        </message>
        <message>
            <source>more than</source>
            <translation>mehr als</translation>
        </message>
        <message>
            <source>less than</source>
            <translation>weniger als</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <source>Add a filter</source>
            <translation>Filter hinzufügen</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Konto</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Changed in the last days</source>
            <translation>In den letzten Tagen geändert</translation>
        </message>
        <message>
            <source>Added in the last days</source>
            <translation>In den letzten Tagen hinzugekommen</translation>
        </message>
        <message>
            <source>Filter by</source>
            <translation>Filtern nach</translation>
        </message>
        <message>
            <source>Which</source>
            <translation>Welche</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>Add filter</source>
            <translation>Filter hinzufügen</translation>
        </message>
        <message>
            <source>Several CRMs</source>
            <translation>Mehrere CRMs</translation>
        </message>
        <message>
            <source>within</source>
            <translation>innerhalb</translation>
        </message>
        <message>
            <source>The tags that there are</source>
            <translation>Vorhandene Tags</translation>
        </message>
        <message>
            <source>Fill in a value.</source>
            <translation>Geben Sie einen Wert ein.</translation>
        </message>
    </context>
    <context>
        <name>Filters</name>
        <message>
            <source>Account</source>
            <translation>Konto</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>Alle aufheben</translation>
        </message>
        <message>
            <source>Every kind</source>
            <translation>Jede Art</translation>
        </message>
        <message>
            <source>People and companies</source>
            <translation>Personen und Firmen</translation>
        </message>
        <message>
            <source>Properties</source>
            <translation>Immobilien</translation>
        </message>
        <message>
            <source>Filter by {what}</source>
            <translation>Filtern nach {what}</translation>
        </message>
        <message>
            <source>Every account</source>
            <translation>Jedes Konto</translation>
        </message>
        <message>
            <source>Every reason</source>
            <translation>Jeder Grund</translation>
        </message>
        <message>
            <source>Every tag</source>
            <translation>Jeder Tag</translation>
        </message>
        <message>
            <source>not: {filter}</source>
            <translation>nicht: {filter}</translation>
        </message>
        <message>
            <source> or </source>
            <translation> oder </translation>
        </message>
        <message>
            <source>{field} is {value}</source>
            <translation>{field} ist {value}</translation>
        </message>
        <message>
            <source>{field} starts with {value}</source>
            <translation>{field} beginnt mit {value}</translation>
        </message>
        <message>
            <source>{field} contains {value}</source>
            <translation>{field} enthält {value}</translation>
        </message>
        <message>
            <source>{field} before {value}</source>
            <translation>{field} vor {value}</translation>
        </message>
        <message>
            <source>{field} up to {value}</source>
            <translation>{field} bis {value}</translation>
        </message>
        <message>
            <source>{field} after {value}</source>
            <translation>{field} nach {value}</translation>
        </message>
        <message>
            <source>{field} from {value}</source>
            <translation>{field} ab {value}</translation>
        </message>
        <message>
            <source>{field} is empty</source>
            <translation>{field} ist leer</translation>
        </message>
        <message>
            <source>{field} is filled in</source>
            <translation>{field} ist ausgefüllt</translation>
        </message>
        <message>
            <source>{field} differs between CRMs</source>
            <translation>{field} unterscheidet sich zwischen CRMs</translation>
        </message>
        <message>
            <source>In {account}</source>
            <translation>In {account}</translation>
        </message>
        <message>
            <source>Changed: {span}</source>
            <translation>Geändert: {span}</translation>
        </message>
        <message>
            <source>Added: {span}</source>
            <translation>Hinzugekommen: {span}</translation>
        </message>
        <message>
            <source>Change waits to be sent</source>
            <translation>Änderung wartet auf das Senden</translation>
        </message>
        <message>
            <source>Changed in both places</source>
            <translation>An beiden Orten geändert</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Braucht Sie</translation>
        </message>
        <message>
            <source>Starred</source>
            <translation>Markiert</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Entwurf</translation>
        </message>
    </context>
    <context>
        <name>FoldersRow</name>
        <message>
            <source>Profile</source>
            <translation>Profil</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>Datenbank</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Sicherungen</translation>
        </message>
        <message>
            <source>Logs</source>
            <translation>Protokolle</translation>
        </message>
        <message>
            <source>Open the folder: {name}</source>
            <translation>Ordner öffnen: {name}</translation>
        </message>
        <message>
            <source>Copy the path: {name}</source>
            <translation>Pfad kopieren: {name}</translation>
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>In Dex, open Settings, then API, and copy the key (a Professional plan is needed).</source>
            <translation>Öffnen Sie in Dex Settings, dann API, und kopieren Sie den Schlüssel (der Tarif Professional ist nötig).</translation>
        </message>
        <message>
            <source>Personal relationships: friends, family and contacts</source>
            <translation>Persönliche Beziehungen: Freunde, Familie und Kontakte</translation>
        </message>
        <message>
            <source>Base address</source>
            <translation>Basisadresse</translation>
        </message>
        <message>
            <source>v1: the origin; legacy: up to /api/rest (https://api.getdex.com/api/rest)</source>
            <translation>v1: nur der Ursprung; legacy: bis /api/rest (https://api.getdex.com/api/rest)</translation>
        </message>
        <message>
            <source>API</source>
            <translation>API</translation>
        </message>
        <message>
            <source>Today's API: keys that begin with dex_</source>
            <translation>Heutige API: Schlüssel, die mit dex_ beginnen</translation>
        </message>
        <message>
            <source>The older API, with a key of its own kind</source>
            <translation>Ältere API mit eigener Art von Schlüssel</translation>
        </message>
        <message>
            <source>Contacts a page</source>
            <translation>Kontakte je Seite</translation>
        </message>
        <message>
            <source>10 to 500</source>
            <translation>10 bis 500</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <source>As the list has them</source>
            <translation>Wie die Liste sie hat</translation>
        </message>
        <message>
            <source>Read every contact by itself</source>
            <translation>Jeden Kontakt einzeln lesen</translation>
        </message>
        <message>
            <source>Send emails and phones</source>
            <translation>E-Mails und Telefone senden</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>Country of phone numbers</source>
            <translation>Land der Telefonnummern</translation>
        </message>
        <message>
            <source>two letters, such as AU, for numbers without a country code</source>
            <translation>zwei Buchstaben wie DE, für Nummern ohne Ländervorwahl</translation>
        </message>
        <message>
            <source>Emails and phones are sent as</source>
            <translation>E-Mails und Telefone werden gesendet als</translation>
        </message>
        <message>
            <source>contact_emails and contact_phone_numbers</source>
            <translation>contact_emails und contact_phone_numbers</translation>
        </message>
        <message>
            <source>emails and phones</source>
            <translation>emails und phones</translation>
        </message>
        <message>
            <source>Tells tags</source>
            <translation>Nennt Tags</translation>
        </message>
        <message>
            <source>Tells what changed</source>
            <translation>Nennt, was sich geändert hat</translation>
        </message>
        <message>
            <source>API key</source>
            <translation>API-Schlüssel</translation>
        </message>
        <message>
            <source>Dex: Settings, API</source>
            <translation>Dex: Settings, API</translation>
        </message>
        <message>
            <source>In Flex, open Main Menu, Integrations, API, accept the terms once, and add an API key.</source>
            <translation>Öffnen Sie in Flex Main Menu, Integrations, API, stimmen Sie einmal den Bedingungen zu und legen Sie einen API-Schlüssel an.</translation>
        </message>
        <message>
            <source>Rental of equipment: clients, vendors and venues</source>
            <translation>Vermietung von Technik: Kunden, Lieferanten und Orte</translation>
        </message>
        <message>
            <source>Address of your Flex</source>
            <translation>Adresse Ihres Flex</translation>
        </message>
        <message>
            <source>https://yoursite.flexrentalsolutions.com/f5/api; the host alone will do</source>
            <translation>https://yoursite.flexrentalsolutions.com/f5/api; der Host allein genügt</translation>
        </message>
        <message>
            <source>API plan</source>
            <translation>API-Tarif</translation>
        </message>
        <message>
            <source>Enterprise: 100,000 calls a month</source>
            <translation>Enterprise: 100.000 Aufrufe im Monat</translation>
        </message>
        <message>
            <source>Upgrade: 250,000 calls a month</source>
            <translation>Upgrade: 250.000 Aufrufe im Monat</translation>
        </message>
        <message>
            <source>Lite: 1,000 calls a month</source>
            <translation>Lite: 1.000 Aufrufe im Monat</translation>
        </message>
        <message>
            <source>Calls a month</source>
            <translation>Aufrufe im Monat</translation>
        </message>
        <message>
            <source>where your plan allows another number</source>
            <translation>wenn Ihr Tarif eine andere Zahl erlaubt</translation>
        </message>
        <message>
            <source>1 to 1000; by plan: 100, lite 500</source>
            <translation>1 bis 1000; je nach Tarif: 100, lite 500</translation>
        </message>
        <message>
            <source>Read details again after days</source>
            <translation>Einzelheiten neu lesen nach Tagen</translation>
        </message>
        <message>
            <source>Flex does not tell when an email or phone changed; by plan: 7, upgrade 3, lite 90</source>
            <translation>Flex sagt nicht, wann sich E-Mail oder Telefon änderten; je nach Tarif: 7, upgrade 3, lite 90</translation>
        </message>
        <message>
            <source>Contacts can be changed</source>
            <translation>Kontakte lassen sich ändern</translation>
        </message>
        <message>
            <source>Contacts can be deleted</source>
            <translation>Kontakte lassen sich löschen</translation>
        </message>
        <message>
            <source>Contacts can be changed without their lists</source>
            <translation>Kontakte lassen sich ohne ihre Listen ändern</translation>
        </message>
        <message>
            <source>Addresses can be changed</source>
            <translation>Adressen lassen sich ändern</translation>
        </message>
        <message>
            <source>The list comes in the order of changes</source>
            <translation>Die Liste kommt in der Reihenfolge der Änderungen</translation>
        </message>
        <message>
            <source>Resource type of new contacts</source>
            <translation>Ressourcentyp neuer Kontakte</translation>
        </message>
        <message>
            <source>Number of the list's first page</source>
            <translation>Nummer der ersten Seite der Liste</translation>
        </message>
        <message>
            <source>Flex: Main Menu, Integrations, API, Add API Key</source>
            <translation>Flex: Main Menu, Integrations, API, Add API Key</translation>
        </message>
        <message>
            <source>Use the email address and password with which you sign in to Rex; a user for CRM Desk alone is best.</source>
            <translation>Verwenden Sie E-Mail-Adresse und Passwort, mit denen Sie sich bei Rex anmelden; am besten einen eigenen Benutzer für CRM Desk.</translation>
        </message>
        <message>
            <source>Real estate sales and rentals in Australia and the UK</source>
            <translation>Verkauf und Vermietung von Immobilien in Australien und Großbritannien</translation>
        </message>
        <message>
            <source>Region or address</source>
            <translation>Region oder Adresse</translation>
        </message>
        <message>
            <source>accounts of the UK are at home on a host of their own; or an address up to /v1/rex</source>
            <translation>Konten aus Großbritannien haben einen eigenen Host; oder eine Adresse bis /v1/rex</translation>
        </message>
        <message>
            <source>Australia and New Zealand</source>
            <translation>Australien und Neuseeland</translation>
        </message>
        <message>
            <source>United Kingdom</source>
            <translation>Großbritannien</translation>
        </message>
        <message>
            <source>Email address and password: reads and writes</source>
            <translation>E-Mail-Adresse und Passwort: liest und schreibt</translation>
        </message>
        <message>
            <source>Sign-in in the browser: reads the contact list only</source>
            <translation>Anmeldung im Browser: liest nur die Kontaktliste</translation>
        </message>
        <message>
            <source>Demo Rex only</source>
            <translation>Nur Demo-Rex</translation>
        </message>
        <message>
            <source>Yes: it starts by itself</source>
            <translation>Ja: es startet von selbst</translation>
        </message>
        <message>
            <source>Account number</source>
            <translation>Kontonummer</translation>
        </message>
        <message>
            <source>which one, for a user who belongs to several accounts</source>
            <translation>welches, für Benutzer mit mehreren Konten</translation>
        </message>
        <message>
            <source>Contacts a list page</source>
            <translation>Kontakte je Listenseite</translation>
        </message>
        <message>
            <source>10 to 50000</source>
            <translation>10 bis 50000</translation>
        </message>
        <message>
            <source>Sign-in address</source>
            <translation>Anmeldeadresse</translation>
        </message>
        <message>
            <source>usually /oauth/authorize</source>
            <translation>meist /oauth/authorize</translation>
        </message>
        <message>
            <source>Token address</source>
            <translation>Token-Adresse</translation>
        </message>
        <message>
            <source>usually /oauth/token</source>
            <translation>meist /oauth/token</translation>
        </message>
        <message>
            <source>Redirect address</source>
            <translation>Rückkehradresse</translation>
        </message>
        <message>
            <source>http://127.0.0.1:PORT/PATH as registered; unset: any free port</source>
            <translation>http://127.0.0.1:PORT/PFAD wie registriert; leer: irgendein freier Port</translation>
        </message>
        <message>
            <source>Sources come as</source>
            <translation>Quellen kommen als</translation>
        </message>
        <message>
            <source>Accounts of this user</source>
            <translation>Konten dieses Benutzers</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>Umfang</translation>
        </message>
        <message>
            <source>usually openid profile rex.read</source>
            <translation>meist openid profile rex.read</translation>
        </message>
        <message>
            <source>Contact list</source>
            <translation>Kontaktliste</translation>
        </message>
        <message>
            <source>usually contacts/list below the base address</source>
            <translation>meist contacts/list unter der Basisadresse</translation>
        </message>
        <message>
            <source>Email address</source>
            <translation>E-Mail-Adresse</translation>
        </message>
        <message>
            <source>the address you sign in to Rex with</source>
            <translation>die Adresse, mit der Sie sich bei Rex anmelden</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <source>Client ID</source>
            <translation>Client-ID</translation>
        </message>
        <message>
            <source>of the application registered with Rex</source>
            <translation>der bei Rex registrierten Anwendung</translation>
        </message>
        <message>
            <source>Client secret</source>
            <translation>Client-Geheimnis</translation>
        </message>
        <message>
            <source>The API key comes from MRI; the access token from Office, Integrations, Third-Party Access in MRI Vault.</source>
            <translation>Den API-Schlüssel gibt MRI; das Zugriffstoken steht in MRI Vault unter Office, Integrations, Third-Party Access.</translation>
        </message>
        <message>
            <source>Real estate in Australia, New Zealand and the UK</source>
            <translation>Immobilien in Australien, Neuseeland und Großbritannien</translation>
        </message>
        <message>
            <source>or an address up to /api/v1.3; of a Zena service its origin</source>
            <translation>oder eine Adresse bis /api/v1.3; bei einem Zena-Dienst sein Ursprung</translation>
        </message>
        <message>
            <source>United Kingdom (VaultEA)</source>
            <translation>Großbritannien (VaultEA)</translation>
        </message>
        <message>
            <source>MRI's own API: the integrator's key and an access token</source>
            <translation>MRIs eigene API: der Integrator-Schlüssel und ein Zugriffstoken</translation>
        </message>
        <message>
            <source>A Zena service: one key</source>
            <translation>Ein Zena-Dienst: ein Schlüssel</translation>
        </message>
        <message>
            <source>Records a page</source>
            <translation>Datensätze je Seite</translation>
        </message>
        <message>
            <source>Entity types</source>
            <translation>Arten von Einträgen</translation>
        </message>
        <message>
            <source>those that the agency has</source>
            <translation>die, welche die Agentur hat</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zeitzone</translation>
        </message>
        <message>
            <source>the agency's, in which its days begin</source>
            <translation>die der Agentur, in der ihre Tage beginnen</translation>
        </message>
        <message>
            <source>Owners and buyers</source>
            <translation>Eigentümer und Käufer</translation>
        </message>
        <message>
            <source>Read them</source>
            <translation>Lesen</translation>
        </message>
        <message>
            <source>Leave them: saves three calls for each property</source>
            <translation>Weglassen: spart drei Aufrufe je Immobilie</translation>
        </message>
        <message>
            <source>The integrator's key that MRI gave you (X-Api-Key).</source>
            <translation>Der Integrator-Schlüssel, den MRI Ihnen gab (X-Api-Key).</translation>
        </message>
        <message>
            <source>Access token</source>
            <translation>Zugriffstoken</translation>
        </message>
        <message>
            <source>In MRI Vault: Office, Integrations, Third-Party Access.</source>
            <translation>In MRI Vault: Office, Integrations, Third-Party Access.</translation>
        </message>
        <message>
            <source>In the web app of your deployment, open Organizations, Manage Org, Security &amp; API, and generate an API key.</source>
            <translation>Öffnen Sie in der Web-App Ihrer Installation Organizations, Manage Org, Security &amp; API, und erzeugen Sie einen API-Schlüssel.</translation>
        </message>
        <message>
            <source>Your organisation’s own contacts and events</source>
            <translation>Eigene Kontakte und Termine Ihrer Organisation</translation>
        </message>
        <message>
            <source>Address of the deployment</source>
            <translation>Adresse der Installation</translation>
        </message>
        <message>
            <source>https://yours.convex.site; its origin will do</source>
            <translation>https://yours.convex.site; der Ursprung genügt</translation>
        </message>
        <message>
            <source>Find out at the sign-in</source>
            <translation>Bei der Anmeldung herausfinden</translation>
        </message>
        <message>
            <source>The first server: reads, and takes new contacts alone</source>
            <translation>Der erste Server: liest und nimmt nur neue Kontakte an</translation>
        </message>
        <message>
            <source>The later server: takes changes too</source>
            <translation>Der spätere Server: nimmt auch Änderungen an</translation>
        </message>
        <message>
            <source>1 to 200</source>
            <translation>1 bis 200</translation>
        </message>
        <message>
            <source>Generation of the server</source>
            <translation>Generation des Servers</translation>
        </message>
        <message>
            <source>The first</source>
            <translation>Die erste</translation>
        </message>
        <message>
            <source>The later</source>
            <translation>Die spätere</translation>
        </message>
        <message>
            <source>Custom fields that were seen</source>
            <translation>Gesehene eigene Felder</translation>
        </message>
        <message>
            <source>Manage Organization, Security &amp; API, Generate API key; it is shown once</source>
            <translation>Manage Organization, Security &amp; API, Generate API key; er wird nur einmal gezeigt</translation>
        </message>
        <message>
            <source>In Follow Up Boss, open Admin, then API, and create an API key.</source>
            <translation>Öffnen Sie in Follow Up Boss Admin, dann API, und legen Sie einen API-Schlüssel an.</translation>
        </message>
        <message>
            <source>Real estate leads and clients in North America</source>
            <translation>Interessenten und Kunden für Immobilien in Nordamerika</translation>
        </message>
        <message>
            <source>People a page</source>
            <translation>Personen je Seite</translation>
        </message>
        <message>
            <source>Custom fields</source>
            <translation>Eigene Felder</translation>
        </message>
        <message>
            <source>Follow Up Boss: Admin, API</source>
            <translation>Follow Up Boss: Admin, API</translation>
        </message>
        <message>
            <source>File or folder</source>
            <translation>Datei oder Ordner</translation>
        </message>
        <message>
            <source>the whole path</source>
            <translation>der ganze Pfad</translation>
        </message>
        <message>
            <source>Kind of file</source>
            <translation>Art der Datei</translation>
        </message>
        <message>
            <source>One file</source>
            <translation>Eine Datei</translation>
        </message>
        <message>
            <source>The newest file of a folder</source>
            <translation>Die neueste Datei eines Ordners</translation>
        </message>
        <message>
            <source>Names of its files</source>
            <translation>Namen der Dateien darin</translation>
        </message>
        <message>
            <source>such as contacts*.csv</source>
            <translation>etwa kontakte*.csv</translation>
        </message>
        <message>
            <source>What tells contacts apart</source>
            <translation>Woran Kontakte zu unterscheiden sind</translation>
        </message>
        <message>
            <source>a column, or email, or row; found out where it is left empty</source>
            <translation>eine Spalte, oder email, oder row; leer: wird herausgefunden</translation>
        </message>
        <message>
            <source>Does each file hold everybody?</source>
            <translation>Enthält jede Datei alle?</translation>
        </message>
        <message>
            <source>No: who is missing stays</source>
            <translation>Nein: wer fehlt, bleibt</translation>
        </message>
        <message>
            <source>Yes: who is missing was deleted there</source>
            <translation>Ja: wer fehlt, wurde dort gelöscht</translation>
        </message>
        <message>
            <source>Order of dates</source>
            <translation>Reihenfolge im Datum</translation>
        </message>
        <message>
            <source>where the file does not prove it</source>
            <translation>wo die Datei sie nicht beweist</translation>
        </message>
        <message>
            <source>Day, month, year</source>
            <translation>Tag, Monat, Jahr</translation>
        </message>
        <message>
            <source>Month, day, year</source>
            <translation>Monat, Tag, Jahr</translation>
        </message>
        <message>
            <source>Year, month, day</source>
            <translation>Jahr, Monat, Tag</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>Tabellenblatt</translation>
        </message>
        <message>
            <source>of a workbook; the one that looks like contacts where it is left empty</source>
            <translation>einer Arbeitsmappe; leer: das Blatt, das nach Kontakten aussieht</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>Zeichencodierung</translation>
        </message>
        <message>
            <source>such as windows-1252; found out where it is left empty</source>
            <translation>etwa windows-1252; leer: wird herausgefunden</translation>
        </message>
        <message>
            <source>Delimiter</source>
            <translation>Trennzeichen</translation>
        </message>
        <message>
            <source>; or , or tab; found out where it is left empty</source>
            <translation>; oder , oder tab; leer: wird herausgefunden</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>of the file; it follows from its path</source>
            <translation>der Datei; sie folgt aus ihrem Pfad</translation>
        </message>
        <message>
            <source>Read as</source>
            <translation>Gelesen als</translation>
        </message>
        <message>
            <source>Told apart by</source>
            <translation>Unterschieden nach</translation>
        </message>
        <message>
            <source>Was not empty</source>
            <translation>War nicht leer</translation>
        </message>
        <message>
            <source>What its columns mean</source>
            <translation>Was die Spalten bedeuten</translation>
        </message>
        <message>
            <source>Choose a file that another program writes again and again, such as an export. It is read, never changed; only a folder of cards is.</source>
            <translation>Eine Datei wählen, die ein anderes Programm immer wieder schreibt, etwa einen Export. Sie wird gelesen, nie geändert; nur ein Ordner mit Karten wird es.</translation>
        </message>
        <message>
            <source>A folder of cards, changed too</source>
            <translation>Ein Ordner mit Karten, auch geändert</translation>
        </message>
        <message>
            <source>A table or vCards on this computer. By file, not live: as new as the file, and nothing is sent</source>
            <translation>Eine Tabelle oder vCards auf diesem Computer. Per Datei, nicht live: so neu wie die Datei, und nichts wird gesendet</translation>
        </message>
        <message>
            <source>In Top Producer, search for all contacts, tick all, and choose Export Contacts with all columns. It has no way in for other programs: what you change here is handed over as a file, which you import there.</source>
            <translation>Suchen Sie in Top Producer nach allen Kontakten, markieren Sie alle und wählen Sie „Export Contacts“ mit allen Spalten. Für andere Programme hat es keinen Zugang: Was Sie hier ändern, wird als Datei übergeben, die Sie dort importieren.</translation>
        </message>
        <message>
            <source>Exported contacts. By file, not live: as new as the file; what you change is handed over as a file</source>
            <translation>Exportierte Kontakte. Als Datei, nicht live: so neu wie die Datei; was Sie ändern, wird als Datei übergeben</translation>
        </message>
        <message>
            <source>A table: CSV, TSV, XLSX or JSON</source>
            <translation>Eine Tabelle: CSV, TSV, XLSX oder JSON</translation>
        </message>
        <message>
            <source>A file of cards: vCard or jCard</source>
            <translation>Eine Datei mit Karten: vCard oder jCard</translation>
        </message>
    </context>
    <context>
        <name>FoundDialog</name>
        <message>
            <source>Detected settings of {name}</source>
            <translation>Erkannte Einstellungen von {name}</translation>
        </message>
        <message>
            <source>Every CRM is set up a little differently. These settings were detected from its answers; forget one, and it is detected again.</source>
            <translation>Jedes CRM ist ein wenig anders eingerichtet. Diese Einstellungen wurden an seinen Antworten erkannt; vergessen Sie eine, und sie wird neu erkannt.</translation>
        </message>
        <message>
            <source>Forget all</source>
            <translation>Alle vergessen</translation>
        </message>
        <message>
            <source>Signed in as</source>
            <translation>Angemeldet als</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Vergessen</translation>
        </message>
        <message>
            <source>Forget {what}</source>
            <translation>{what} vergessen</translation>
        </message>
        <message>
            <source>Forget the detected setting</source>
            <translation>Erkannte Einstellung vergessen</translation>
        </message>
    </context>
    <context>
        <name>FoundPage</name>
        <message>
            <source>{crm} answers</source>
            <translation>{crm} antwortet</translation>
        </message>
        <message>
            <source>Signed in as {who}</source>
            <translation>Angemeldet als {who}</translation>
        </message>
        <message>
            <source>Name of this account</source>
            <translation>Name dieses Kontos</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Ohne Namen</translation>
        </message>
        <message>
            <source>It is still empty.</source>
            <translation>Es ist noch leer.</translation>
        </message>
        <message>
            <source>Fields seen: {fields}</source>
            <translation>Gesehene Felder: {fields}</translation>
        </message>
        <message numerus="yes">
            <source>%Ln more field(s) (is|are) stored but not shown</source>
            <translation>
                <numerusform>%Ln weiteres Feld wird gespeichert, aber nicht gezeigt</numerusform>
                <numerusform>%Ln weitere Felder werden gespeichert, aber nicht gezeigt</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GeneralPage</name>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <source>First name first: Ada Quill</source>
            <translation>Vorname zuerst: Ada Quill</translation>
        </message>
        <message>
            <source>Last name first: Quill, Ada</source>
            <translation>Nachname zuerst: Quill, Ada</translation>
        </message>
        <message>
            <source>Follow the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Ask me</source>
            <translation>Nachfragen</translation>
        </message>
        <message>
            <source>Keep syncing in the tray</source>
            <translation>Im Infobereich weiter synchronisieren</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>This desktop has no tray to come back from, so closing the window always quits.</source>
            <translation>Dieser Desktop hat keinen Infobereich, aus dem man zurückkäme; Schließen beendet daher immer.</translation>
        </message>
        <message>
            <source>Where the last one was</source>
            <translation>Wo der letzte angelegt wurde</translation>
        </message>
        <message>
            <source>This computer only</source>
            <translation>Nur auf diesem Computer</translation>
        </message>
        <message>
            <source>An account that takes nothing new any more</source>
            <translation>Ein Konto, das nichts Neues mehr annimmt</translation>
        </message>
    </context>
    <context>
        <name>HandOver</name>
        <message>
            <source>Hand over the changes for {name}</source>
            <translation>Änderungen für {name} übergeben</translation>
        </message>
        <message>
            <source>Changes for {name} {day}</source>
            <translation>Änderungen für {name} {day}</translation>
        </message>
        <message>
            <source>Hand over the changes</source>
            <translation>Änderungen übergeben</translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) handed over</source>
            <translation>
                <numerusform>%Ln Änderung übergeben</numerusform>
                <numerusform>%Ln Änderungen übergeben</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was handed over</source>
            <translation>Nichts wurde übergeben</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation>
                <numerusform>%Ln Kontakt</numerusform>
                <numerusform>%Ln Kontakte</numerusform>
            </translation>
        </message>
        <message>
            <source>{people} in {file}.</source>
            <translation>{people} in {file}.</translation>
        </message>
        <message>
            <source>Import it in {crm}, and let it replace who is there: a program that does not look for them makes them twice. The next export that is read here shows what was taken; until then nothing counts as done.</source>
            <translation>Importieren Sie sie in {crm} und lassen Sie ersetzen, wer dort schon ist: Ein Programm, das nicht danach sucht, legt sie doppelt an. Der nächste Export, der hier gelesen wird, zeigt, was übernommen wurde; bis dahin gilt nichts als erledigt.</translation>
        </message>
        <message>
            <source>Not in it: {field}. {why}.</source>
            <translation>Nicht darin: {field}. {why}.</translation>
        </message>
        <message numerus="yes">
            <source>And %Ln more, as the list of problems says.</source>
            <translation>
                <numerusform>Und %Ln weitere, wie die Liste der Probleme sagt.</numerusform>
                <numerusform>Und %Ln weitere, wie die Liste der Probleme sagt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (waits|wait) for your decision first.</source>
            <translation>
                <numerusform>%Ln Änderung wartet zuerst auf Ihre Entscheidung.</numerusform>
                <numerusform>%Ln Änderungen warten zuerst auf Ihre Entscheidung.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>Star</source>
            <translation>Markieren</translation>
        </message>
        <message>
            <source>More actions</source>
            <translation>Weitere Aktionen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Abgesagt</translation>
        </message>
        <message>
            <source>Remove the star</source>
            <translation>Markierung entfernen</translation>
        </message>
    </context>
    <context>
        <name>HistoryDialog</name>
        <message>
            <source>History of syncs</source>
            <translation>Verlauf der Abgleiche</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Copies the selected rows, or all that are shown</source>
            <translation>Kopiert die ausgewählten Zeilen, oder alle gezeigten</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Konto</translation>
        </message>
        <message>
            <source>All accounts</source>
            <translation>Alle Konten</translation>
        </message>
        <message numerus="yes">
            <source>%Ln sync(s)</source>
            <translation>
                <numerusform>%Ln Abgleich</numerusform>
                <numerusform>%Ln Abgleiche</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HistoryOfChanges</name>
        <message>
            <source>History of changes</source>
            <translation>Verlauf der Änderungen</translation>
        </message>
        <message>
            <source>Changes, newest first</source>
            <translation>Änderungen, neueste zuerst</translation>
        </message>
        <message>
            <source>What taking it back would do</source>
            <translation>Was das Zurücknehmen bewirken würde</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>Danach</translation>
        </message>
        <message>
            <source>Undo this</source>
            <translation>Das rückgängig machen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>{what} (undone)</source>
            <translation>{what} (rückgängig)</translation>
        </message>
        <message>
            <source>Nothing was changed yet. What you do, and what a sync brings, is listed here.</source>
            <translation>Noch wurde nichts geändert. Was Sie tun und was ein Abgleich bringt, steht hier.</translation>
        </message>
        <message>
            <source>What undo would do</source>
            <translation>Was das Rückgängigmachen bewirken würde</translation>
        </message>
        <message>
            <source>All of it is as it was before.</source>
            <translation>Alles ist, wie es vorher war.</translation>
        </message>
        <message numerus="yes">
            <source>%n can be taken back</source>
            <translation>
                <numerusform>%n kann zurückgenommen werden</numerusform>
                <numerusform>%n können zurückgenommen werden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n edited since, which stay(s|)</source>
            <translation>
                <numerusform>%n seitdem bearbeitet, bleibt</numerusform>
                <numerusform>%n seitdem bearbeitet, bleiben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cannot be taken back</source>
            <translation>
                <numerusform>%n kann nicht zurückgenommen werden</numerusform>
                <numerusform>%n können nicht zurückgenommen werden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>und %n weitere</numerusform>
                <numerusform>und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Undone: {what}</source>
            <translation>Rückgängig gemacht: {what}</translation>
        </message>
    </context>
    <context>
        <name>HistorySection</name>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>import of {file}, line {line}</source>
            <translation>Import von {file}, Zeile {line}</translation>
        </message>
        <message>
            <source>Show earlier ones</source>
            <translation>Frühere zeigen</translation>
        </message>
        <message>
            <source>Made by the import of {file}, line {line}</source>
            <translation>Angelegt beim Import von {file}, Zeile {line}</translation>
        </message>
        <message>
            <source>Nothing changed since it was first read.</source>
            <translation>Seit dem ersten Lesen hat sich nichts geändert.</translation>
        </message>
        <message>
            <source>you</source>
            <translation>Sie</translation>
        </message>
        <message>
            <source>sync</source>
            <translation>Abgleich</translation>
        </message>
        <message>
            <source>restored by you</source>
            <translation>von Ihnen wiederhergestellt</translation>
        </message>
        <message>
            <source>decided by you</source>
            <translation>von Ihnen entschieden</translation>
        </message>
        <message>
            <source>import</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>the key “{name}”</source>
            <translation>der Schlüssel „{name}“</translation>
        </message>
    </context>
    <context>
        <name>HooksRow</name>
        <message>
            <source>Address of a new hook</source>
            <translation>Adresse eines neuen Hooks</translation>
        </message>
        <message>
            <source>What it is told</source>
            <translation>Was er erfährt</translation>
        </message>
        <message>
            <source>All changes</source>
            <translation>Alle Änderungen</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Kontakte</translation>
        </message>
        <message>
            <source>Properties</source>
            <translation>Immobilien</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Geschäfte</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Termine</translation>
        </message>
        <message>
            <source>Trouble alone</source>
            <translation>Nur Störungen</translation>
        </message>
        <message>
            <source>It may lead to this computer or into my own network</source>
            <translation>Er darf zu diesem Computer oder in mein eigenes Netz führen</translation>
        </message>
        <message>
            <source>New hook</source>
            <translation>Neuer Hook</translation>
        </message>
        <message>
            <source>No CRM can call a program on a desk, and we run no relay. What works: incremental pulls on a short schedule (there already).</source>
            <translation>Kein CRM kann ein Programm auf einem Schreibtisch anrufen, und wir betreiben keine Vermittlung. Was geht: inkrementelles Abholen nach kurzem Zeitplan (schon vorhanden).</translation>
        </message>
        <message>
            <source>No hook yet.</source>
            <translation>Noch kein Hook.</translation>
        </message>
        <message>
            <source>Nothing was sent yet</source>
            <translation>Noch wurde nichts gesendet</translation>
        </message>
        <message>
            <source>may lead into your network</source>
            <translation>darf in Ihr Netz führen</translation>
        </message>
        <message>
            <source>made by the key {name}</source>
            <translation>vom Schlüssel {name} angelegt</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Noch einmal senden</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Remove the hook</source>
            <translation>Hook entfernen</translation>
        </message>
        <message>
            <source>Make the hook</source>
            <translation>Hook anlegen</translation>
        </message>
        <message>
            <source>The secret of the hook</source>
            <translation>Das Geheimnis des Hooks</translation>
        </message>
        <message>
            <source>Its messages are signed with this secret (Standard Webhooks). It is shown this once: keep it where the messages arrive.</source>
            <translation>Seine Nachrichten werden mit diesem Geheimnis signiert (Standard Webhooks). Es wird nur dieses eine Mal gezeigt: Bewahren Sie es dort auf, wo die Nachrichten ankommen.</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>Import</source>
            <translation>Importieren</translation>
        </message>
        <message>
            <source>Undo the import</source>
            <translation>Import rückgängig machen</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>End the import</source>
            <translation>Import beenden</translation>
        </message>
        <message>
            <source>See what would happen</source>
            <translation>Zeigen, was geschehen würde</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Read the file</source>
            <translation>Datei lesen</translation>
        </message>
        <message>
            <source>Plan the import</source>
            <translation>Import planen</translation>
        </message>
        <message>
            <source>Import the file</source>
            <translation>Datei importieren</translation>
        </message>
        <message>
            <source>Tell what was imported</source>
            <translation>Sagen, was importiert wurde</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Save the rows that were not taken</source>
            <translation>Die nicht übernommenen Zeilen speichern</translation>
        </message>
        <message>
            <source>Save the rows</source>
            <translation>Zeilen speichern</translation>
        </message>
    </context>
    <context>
        <name>ImportHistory</name>
        <message>
            <source>History of imports</source>
            <translation>Verlauf der Importe</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>Unverändert</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Übersprungen</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>How it ended</source>
            <translation>Wie er endete</translation>
        </message>
        <message>
            <source>Undo this import</source>
            <translation>Diesen Import rückgängig machen</translation>
        </message>
        <message>
            <source>Go on with it</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Undo the import</source>
            <translation>Import rückgängig machen</translation>
        </message>
        <message>
            <source>Go on with the import</source>
            <translation>Import fortsetzen</translation>
        </message>
        <message>
            <source>Nothing was imported yet.</source>
            <translation>Es wurde noch nichts importiert.</translation>
        </message>
        <message>
            <source>whole</source>
            <translation>ganz</translation>
        </message>
        <message>
            <source>but for some rows</source>
            <translation>bis auf einige Zeilen</translation>
        </message>
        <message>
            <source>ended by you</source>
            <translation>von Ihnen beendet</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>angehalten</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>going on</source>
            <translation>läuft</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>rückgängig gemacht</translation>
        </message>
        <message>
            <source>{back} taken back, {kept} kept, since they were changed or sent meanwhile.</source>
            <translation>{back} rückgängig gemacht, {kept} behalten, da inzwischen geändert oder gesendet.</translation>
        </message>
    </context>
    <context>
        <name>Importing</name>
        <message>
            <source>Import</source>
            <translation>Importieren</translation>
        </message>
        <message>
            <source>Contacts and tables (*.csv *.tsv *.txt *.xlsx *.json *.jsonl *.vcf *.vcard)</source>
            <translation>Kontakte und Tabellen (*.csv *.tsv *.txt *.xlsx *.json *.jsonl *.vcf *.vcard)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Keep what was pasted</source>
            <translation>Das Eingefügte aufheben</translation>
        </message>
        <message>
            <source>The clipboard holds no rows of a table, no signature of a mail, no vCard and no file.</source>
            <translation>Die Zwischenablage enthält keine Zeilen einer Tabelle, keine Signatur einer E-Mail, keine vCard und keine Datei.</translation>
        </message>
        <message>
            <source>Forget what was pasted</source>
            <translation>Das Eingefügte vergessen</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>Datei öffnen</translation>
        </message>
        <message>
            <source>Clipboard</source>
            <translation>Zwischenablage</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Read the history of imports</source>
            <translation>Verlauf der Importe lesen</translation>
        </message>
    </context>
    <context>
        <name>ItemModel</name>
        <message>
            <source>Loading</source>
            <translation>Wird geladen</translation>
        </message>
        <message>
            <source>sorted descending</source>
            <translation>absteigend sortiert</translation>
        </message>
        <message>
            <source>sorted ascending</source>
            <translation>aufsteigend sortiert</translation>
        </message>
        <message>
            <source>, second</source>
            <translation>, zweites</translation>
        </message>
    </context>
    <context>
        <name>ItemPicker</name>
        <message>
            <source>Type to find</source>
            <translation>Zum Suchen tippen</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>By the name “{name}”</source>
            <translation>Mit dem Namen „{name}“</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nichts gefunden</translation>
        </message>
    </context>
    <context>
        <name>Keeper</name>
        <message>
            <source>Keep the setting</source>
            <translation>Einstellung speichern</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Undone: {what}</source>
            <translation>Rückgängig gemacht: {what}</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
    </context>
    <context>
        <name>KeyButton</name>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <source>Press the new keys…</source>
            <translation>Neue Tasten drücken …</translation>
        </message>
        <message>
            <source>{command}: {keys}</source>
            <translation>{command}: {keys}</translation>
        </message>
    </context>
    <context>
        <name>KeySheet</name>
        <message>
            <source>Keys of the review</source>
            <translation>Tasten der Durchsicht</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>KeysRow</name>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <source>Back to {keys}: {command}</source>
            <translation>Zurück zu {keys}: {command}</translation>
        </message>
        <message>
            <source>Use it here instead</source>
            <translation>Stattdessen hier verwenden</translation>
        </message>
    </context>
    <context>
        <name>Kinds</name>
        <message>
            <source>Properties</source>
            <translation>Immobilien</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Geschäfte</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Termine</translation>
        </message>
        <message>
            <source>All contacts</source>
            <translation>Alle Kontakte</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Kontakte</translation>
        </message>
        <message>
            <source>Property</source>
            <translation>Immobilie</translation>
        </message>
        <message>
            <source>Deal</source>
            <translation>Geschäft</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Termin</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <source>New property</source>
            <translation>Neue Immobilie</translation>
        </message>
        <message>
            <source>New deal</source>
            <translation>Neues Geschäft</translation>
        </message>
        <message>
            <source>New event</source>
            <translation>Neuer Termin</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>Neuer Kontakt</translation>
        </message>
        <message numerus="yes">
            <source>%Ln propert(y|ies)</source>
            <translation>
                <numerusform>%Ln Immobilie</numerusform>
                <numerusform>%Ln Immobilien</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln deal(s)</source>
            <translation>
                <numerusform>%Ln Geschäft</numerusform>
                <numerusform>%Ln Geschäfte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln event(s)</source>
            <translation>
                <numerusform>%Ln Termin</numerusform>
                <numerusform>%Ln Termine</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation>
                <numerusform>%Ln Kontakt</numerusform>
                <numerusform>%Ln Kontakte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of %Ln propert(y|ies)</source>
            <translation>
                <numerusform>{n} von %Ln Immobilie</numerusform>
                <numerusform>{n} von %Ln Immobilien</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of %Ln deal(s)</source>
            <translation>
                <numerusform>{n} von %Ln Geschäft</numerusform>
                <numerusform>{n} von %Ln Geschäften</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of %Ln event(s)</source>
            <translation>
                <numerusform>{n} von %Ln Termin</numerusform>
                <numerusform>{n} von %Ln Terminen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of %Ln contact(s)</source>
            <translation>
                <numerusform>{n} von %Ln Kontakt</numerusform>
                <numerusform>{n} von %Ln Kontakten</numerusform>
            </translation>
        </message>
        <message>
            <source>No properties yet</source>
            <translation>Noch keine Immobilien</translation>
        </message>
        <message>
            <source>No deals yet</source>
            <translation>Noch keine Geschäfte</translation>
        </message>
        <message>
            <source>No events yet</source>
            <translation>Noch keine Termine</translation>
        </message>
        <message>
            <source>No contacts yet</source>
            <translation>Noch keine Kontakte</translation>
        </message>
    </context>
    <context>
        <name>KindsChoice</name>
        <message>
            <source>not open to this key</source>
            <translation>für diesen Schlüssel nicht offen</translation>
        </message>
        <message>
            <source>Only some of them…</source>
            <translation>Nur einige davon…</translation>
        </message>
        <message>
            <source>What goes there</source>
            <translation>Was dorthin geht</translation>
        </message>
        <message>
            <source>What to bring here</source>
            <translation>Was hierher kommt</translation>
        </message>
    </context>
    <context>
        <name>Lanes</name>
        <message>
            <source>Read the suggestions</source>
            <translation>Vorschläge lesen</translation>
        </message>
    </context>
    <context>
        <name>LineEditor</name>
        <message>
            <source>Open {field}</source>
            <translation>{field} öffnen</translation>
        </message>
        <message>
            <source>Open {target}</source>
            <translation>{target} öffnen</translation>
        </message>
    </context>
    <context>
        <name>Lines</name>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>Datensätze</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Dafür</translation>
        </message>
        <message>
            <source>Against</source>
            <translation>Dagegen</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>Gewicht</translation>
        </message>
        <message>
            <source>not to be linked</source>
            <translation>nicht zu verknüpfen</translation>
        </message>
        <message>
            <source>to be linked</source>
            <translation>zu verknüpfen</translation>
        </message>
    </context>
    <context>
        <name>LinkChoice</name>
        <message>
            <source>Link new contacts to those I have</source>
            <translation>Neue Kontakte mit vorhandenen verknüpfen</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>Nie</translation>
        </message>
        <message>
            <source>By email</source>
            <translation>Über die E-Mail</translation>
        </message>
        <message>
            <source>By phone</source>
            <translation>Über das Telefon</translation>
        </message>
        <message>
            <source>By email or phone</source>
            <translation>Über E-Mail oder Telefon</translation>
        </message>
        <message>
            <source>Who certainly is the same</source>
            <translation>Wer sicher dieselbe Person ist</translation>
        </message>
        <message>
            <source>Only where exactly one contact has it and the names do not contradict each other. You can unlink at any time.</source>
            <translation>Nur wo genau ein Kontakt sie hat und die Namen sich nicht widersprechen. Trennen können Sie jederzeit.</translation>
        </message>
    </context>
    <context>
        <name>Linking</name>
        <message>
            <source>No name</source>
            <translation>Ohne Namen</translation>
        </message>
        <message>
            <source>{name} – in {accounts}</source>
            <translation>{name} – in {accounts}</translation>
        </message>
        <message>
            <source>Each CRM keeps its own values, nothing is overwritten, and you can unlink them again.</source>
            <translation>Jedes CRM behält seine eigenen Werte, nichts wird überschrieben, und Sie können sie wieder trennen.</translation>
        </message>
        <message>
            <source>Link these {things} as one?</source>
            <translation>Diese {things} verknüpfen?</translation>
        </message>
        <message>
            <source>Link as one</source>
            <translation>Verknüpfen</translation>
        </message>
        <message>
            <source>{things} linked as one</source>
            <translation>{things} verknüpft</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Unlink</source>
            <translation>Trennen</translation>
        </message>
        <message>
            <source>Unlinked again</source>
            <translation>Wieder getrennt</translation>
        </message>
        <message>
            <source>Restore them from the trash first.</source>
            <translation>Holen Sie sie zuerst aus dem Papierkorb.</translation>
        </message>
        <message>
            <source>Select two or more in the list first.</source>
            <translation>Wählen Sie zuerst mindestens zwei in der Liste.</translation>
        </message>
        <message>
            <source>Select fewer: one look must be enough to see that they are the same.</source>
            <translation>Wählen Sie weniger: Ein Blick muss zeigen, dass es dieselben sind.</translation>
        </message>
    </context>
    <context>
        <name>Listing</name>
        <message>
            <source>Show the list</source>
            <translation>Liste zeigen</translation>
        </message>
    </context>
    <context>
        <name>LocalApiPage</name>
        <message>
            <source>Copy the command</source>
            <translation>Befehl kopieren</translation>
        </message>
        <message>
            <source>It is set up on this computer. “crmdesk api service remove” ends it.</source>
            <translation>Es ist auf diesem Computer eingerichtet. „crmdesk api service remove“ beendet es.</translation>
        </message>
        <message>
            <source>Started {when}.</source>
            <translation>Gestartet: {when}.</translation>
        </message>
        <message>
            <source>Change the local API</source>
            <translation>Lokale API ändern</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>CRM Desk – demo</source>
            <translation>CRM Desk – Demo</translation>
        </message>
        <message>
            <source>CRM Desk</source>
            <translation>CRM Desk</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>They are not the same</source>
            <translation>Sie sind nicht dieselben</translation>
        </message>
    </context>
    <context>
        <name>MappingPage</name>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>Comma</source>
            <translation>Komma</translation>
        </message>
        <message>
            <source>Semicolon</source>
            <translation>Strichpunkt</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>Tabulator</translation>
        </message>
        <message>
            <source>Bar</source>
            <translation>Strich</translation>
        </message>
        <message>
            <source>As found</source>
            <translation>Wie gefunden</translation>
        </message>
        <message>
            <source>Day, month, year</source>
            <translation>Tag, Monat, Jahr</translation>
        </message>
        <message>
            <source>Month, day, year</source>
            <translation>Monat, Tag, Jahr</translation>
        </message>
        <message>
            <source>Year, month, day</source>
            <translation>Jahr, Monat, Tag</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>Kodierung</translation>
        </message>
        <message>
            <source>Between cells</source>
            <translation>Zwischen Zellen</translation>
        </message>
        <message>
            <source>Header in line</source>
            <translation>Kopf in Zeile</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>Daten</translation>
        </message>
        <message>
            <source>email</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>phone</source>
            <translation>Telefon</translation>
        </message>
        <message>
            <source>everything together, where that is certain</source>
            <translation>alles zusammen, wo das sicher ist</translation>
        </message>
        <message>
            <source>Fill what is empty, keep mine where it differs</source>
            <translation>Leeres füllen, meines behalten, wo es abweicht</translation>
        </message>
        <message>
            <source>Take the file's where it differs</source>
            <translation>Das der Datei nehmen, wo es abweicht</translation>
        </message>
        <message>
            <source>Leave them alone</source>
            <translation>Nicht anfassen</translation>
        </message>
        <message>
            <source>Make people who are not here yet</source>
            <translation>Personen anlegen, die noch nicht hier sind</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keines</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Dieser Computer</translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s)</source>
            <translation>
                <numerusform>%Ln Zeile</numerusform>
                <numerusform>%Ln Zeilen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %Ln row(s)</source>
            <translation>
                <numerusform>etwa %Ln Zeile</numerusform>
                <numerusform>etwa %Ln Zeilen</numerusform>
            </translation>
        </message>
        <message>
            <source>People here are found by</source>
            <translation>Personen werden hier gefunden über</translation>
        </message>
        <message>
            <source>Whoever is here already</source>
            <translation>Wer schon hier ist</translation>
        </message>
        <message>
            <source>A tag for all</source>
            <translation>Ein Tag für alle</translation>
        </message>
        <message>
            <source>Goes to</source>
            <translation>Kommt nach</translation>
        </message>
        <message numerus="yes">
            <source>%Ln further row(s) of the same contacts</source>
            <translation>
                <numerusform>%Ln weitere Zeile derselben Kontakte</numerusform>
                <numerusform>%Ln weitere Zeilen derselben Kontakte</numerusform>
            </translation>
        </message>
        <message>
            <source>from {program}</source>
            <translation>aus {program}</translation>
        </message>
        <message>
            <source>mapped as the last time</source>
            <translation>zugeordnet wie beim letzten Mal</translation>
        </message>
        <message>
            <source>Not imported, though something stands in them: {names}</source>
            <translation>Nicht importiert, obwohl etwas darin steht: {names}</translation>
        </message>
        <message>
            <source>Say in which order the dates of {names} name day and month: no cell tells it.</source>
            <translation>Sagen Sie, in welcher Reihenfolge die Daten von {names} Tag und Monat nennen: Keine Zelle verrät es.</translation>
        </message>
    </context>
    <context>
        <name>MatchStrip</name>
        <message>
            <source>Link</source>
            <translation>Verknüpfen</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>Nicht dieselben</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>{what} ({key})</source>
            <translation>{what} ({key})</translation>
        </message>
    </context>
    <context>
        <name>Matches</name>
        <message>
            <source>Certain</source>
            <translation>Sicher</translation>
        </message>
        <message>
            <source>Likely</source>
            <translation>Wahrscheinlich</translation>
        </message>
        <message>
            <source>Possible</source>
            <translation>Möglich</translation>
        </message>
        <message>
            <source>{tier} because: {reasons}</source>
            <translation>{tier} wegen: {reasons}</translation>
        </message>
        <message>
            <source>Against it: {reasons}</source>
            <translation>Dagegen: {reasons}</translation>
        </message>
        <message>
            <source>Nothing speaks against it</source>
            <translation>Nichts spricht dagegen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln record(s)</source>
            <translation>
                <numerusform>%Ln Datensatz</numerusform>
                <numerusform>%Ln Datensätze</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} of {total}</source>
            <translation>{n} von {total}</translation>
        </message>
        <message>
            <source>Of {of} like these, about {right} are the same.</source>
            <translation>Von {of} solchen sind etwa {right} dieselben.</translation>
        </message>
        <message>
            <source>About {right} of {of} are right</source>
            <translation>Etwa {right} von {of} stimmen</translation>
        </message>
        <message>
            <source>The search has not finished yet.</source>
            <translation>Die Suche ist noch nicht fertig.</translation>
        </message>
        <message>
            <source>Last search {when}, over {records}</source>
            <translation>Letzte Suche {when}, über {records}</translation>
        </message>
        <message>
            <source>Not searched yet</source>
            <translation>Noch nicht gesucht</translation>
        </message>
        <message>
            <source>{records} searched {when}</source>
            <translation>{records} durchsucht {when}</translation>
        </message>
        <message>
            <source>Tick at least two to link them.</source>
            <translation>Haken Sie mindestens zwei an, um sie zu verknüpfen.</translation>
        </message>
        <message>
            <source>one contact</source>
            <translation>ein Kontakt</translation>
        </message>
        <message>
            <source>one property</source>
            <translation>eine Immobilie</translation>
        </message>
        <message numerus="yes">
            <source>%Ln record(s) become {one}</source>
            <translation>
                <numerusform>%Ln Datensatz wird {one}</numerusform>
                <numerusform>%Ln Datensätze werden {one}</numerusform>
            </translation>
        </message>
        <message>
            <source>nothing in any CRM changes</source>
            <translation>in keinem CRM ändert sich etwas</translation>
        </message>
        <message>
            <source>shown name from</source>
            <translation>gezeigter Name aus</translation>
        </message>
        <message>
            <source>first phone from</source>
            <translation>erstes Telefon aus</translation>
        </message>
        <message numerus="yes">
            <source>%Ln propert(y|ies)</source>
            <translation>
                <numerusform>%Ln Immobilie</numerusform>
                <numerusform>%Ln Immobilien</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln (person|people)</source>
            <translation>
                <numerusform>%Ln Person</numerusform>
                <numerusform>%Ln Personen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln group(s)</source>
            <translation>
                <numerusform>%Ln Gruppe</numerusform>
                <numerusform>%Ln Gruppen</numerusform>
            </translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Ohne Namen</translation>
        </message>
        <message>
            <source>Somebody</source>
            <translation>Jemand</translation>
        </message>
        <message>
            <source>{name} is here already ({tier})</source>
            <translation>{name} ist schon hier ({tier})</translation>
        </message>
    </context>
    <context>
        <name>MatchesBanner</name>
        <message>
            <source>Have a look</source>
            <translation>Ansehen</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Nicht jetzt</translation>
        </message>
        <message numerus="yes">
            <source>%Ln may be here more than once. Nothing is linked without you.</source>
            <translation>
                <numerusform>%Ln ist vielleicht mehrfach hier. Nichts wird ohne Sie verknüpft.</numerusform>
                <numerusform>%Ln sind vielleicht mehrfach hier. Nichts wird ohne Sie verknüpft.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MatchesHost</name>
        <message>
            <source>Remember that it was said</source>
            <translation>Merken, dass es gesagt wurde</translation>
        </message>
    </context>
    <context>
        <name>MatchesOnCard</name>
        <message numerus="yes">
            <source>%Ln more might be {name} ({tier})</source>
            <translation>
                <numerusform>%Ln weiterer könnte {name} sein ({tier})</numerusform>
                <numerusform>%Ln weitere könnten {name} sein ({tier})</numerusform>
            </translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>Look who is here already</source>
            <translation>Nachsehen, wer schon hier ist</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Linked: {name}</source>
            <translation>Verknüpft: {name}</translation>
        </message>
        <message>
            <source>Not the same: {name}</source>
            <translation>Nicht dieselben: {name}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Decide who is the same</source>
            <translation>Entscheiden, wer dieselbe Person ist</translation>
        </message>
    </context>
    <context>
        <name>MatchesPage</name>
        <message>
            <source>Undo: link {things}</source>
            <translation>Rückgängig: {things} verknüpfen</translation>
        </message>
        <message>
            <source>{things} linked</source>
            <translation>{things} verknüpft</translation>
        </message>
        <message>
            <source>Taking it back…</source>
            <translation>Wird zurückgenommen…</translation>
        </message>
        <message>
            <source>Nothing fits the filters</source>
            <translation>Nichts passt zu den Filtern</translation>
        </message>
        <message>
            <source>Other suggestions may.</source>
            <translation>Andere Vorschläge vielleicht.</translation>
        </message>
        <message>
            <source>What is left is folded on the left, or put off.</source>
            <translation>Was übrig ist, liegt links eingeklappt oder ist aufgeschoben.</translation>
        </message>
        <message>
            <source>That was all that is likely</source>
            <translation>Das war alles Wahrscheinliche</translation>
        </message>
        <message>
            <source>Nobody is here twice</source>
            <translation>Niemand ist zweimal hier</translation>
        </message>
        <message>
            <source>Linked: {name}</source>
            <translation>Verknüpft: {name}</translation>
        </message>
        <message>
            <source>Not the same: {name}</source>
            <translation>Nicht dieselben: {name}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>{name} has changed meanwhile.</source>
            <translation>{name} hat sich inzwischen geändert.</translation>
        </message>
    </context>
    <context>
        <name>MessageCard</name>
        <message>
            <source>Copy details</source>
            <translation>Einzelheiten kopieren</translation>
        </message>
        <message>
            <source>Close the message</source>
            <translation>Meldung schließen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>“{what}” failed because of a bug in CRM Desk</source>
            <translation>„{what}“ schlug wegen eines Fehlers in CRM Desk fehl</translation>
        </message>
        <message>
            <source>What was saved before is unchanged. The log has the details.</source>
            <translation>Zuvor Gespeichertes ist unverändert. Einzelheiten stehen im Protokoll.</translation>
        </message>
        <message>
            <source>CRM Desk ran into a bug of its own</source>
            <translation>CRM Desk ist auf einen eigenen Fehler gestoßen</translation>
        </message>
        <message>
            <source>What was saved before is unchanged. {summary}</source>
            <translation>Zuvor Gespeichertes ist unverändert. {summary}</translation>
        </message>
    </context>
    <context>
        <name>MomentEditor</name>
        <message>
            <source>like {example}</source>
            <translation>wie {example}</translation>
        </message>
    </context>
    <context>
        <name>MoreButton</name>
        <message>
            <source>Show more ({count} hidden)</source>
            <translation>Mehr zeigen ({count} verborgen)</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>{name} is shown although it does not match “{text}”.</source>
            <translation>{name} wird gezeigt, obwohl „{text}“ nicht passt.</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Suche leeren</translation>
        </message>
        <message>
            <source>{name} is shown although it is not in “{place}”.</source>
            <translation>{name} wird gezeigt, obwohl nicht in „{place}“.</translation>
        </message>
    </context>
    <context>
        <name>NewKey</name>
        <message>
            <source>New key</source>
            <translation>Neuer Schlüssel</translation>
        </message>
        <message>
            <source>What uses it, such as “Website form”</source>
            <translation>Was ihn benutzt, etwa „Formular der Website“</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>An email that somebody has updates that contact, instead of being refused</source>
            <translation>Eine E-Mail, die schon jemand hat, aktualisiert diesen Kontakt, statt abgelehnt zu werden</translation>
        </message>
        <message>
            <source>What it may do</source>
            <translation>Was er darf</translation>
        </message>
        <message>
            <source>Read everything</source>
            <translation>Alles lesen</translation>
        </message>
        <message>
            <source>Read and change everything, delete nothing</source>
            <translation>Alles lesen und ändern, nichts löschen</translation>
        </message>
        <message>
            <source>Only add contacts, as a form on a website does</source>
            <translation>Nur Kontakte hinzufügen, wie ein Formular einer Website</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Wo</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>Überall</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Bis</translation>
        </message>
        <message numerus="yes">
            <source>%Ln day(s) from now</source>
            <translation>
                <numerusform>In %Ln Tag</numerusform>
                <numerusform>In %Ln Tagen</numerusform>
            </translation>
        </message>
        <message>
            <source>It is revoked</source>
            <translation>Zum Widerruf</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Make the key</source>
            <translation>Schlüssel anlegen</translation>
        </message>
        <message>
            <source>The key “{name}”</source>
            <translation>Der Schlüssel „{name}“</translation>
        </message>
        <message>
            <source>It is shown this once: CRM Desk keeps only what it needs to know it again.</source>
            <translation>Er wird nur dieses eine Mal gezeigt: CRM Desk behält nur, woran es ihn wiedererkennt.</translation>
        </message>
        <message>
            <source>The key</source>
            <translation>Der Schlüssel</translation>
        </message>
        <message>
            <source>To try it in a terminal</source>
            <translation>Zum Ausprobieren im Terminal</translation>
        </message>
        <message>
            <source>For a website that is made for such a back end</source>
            <translation>Für eine Website, die dafür gemacht ist</translation>
        </message>
    </context>
    <context>
        <name>NotOpened</name>
        <message>
            <source>Your contacts are safe. If it happens again, open without the last view: panes, columns and sorting start afresh, everything else stays.</source>
            <translation>Ihre Kontakte sind sicher. Passiert es wieder, öffnen Sie ohne die letzte Ansicht: Bereiche, Spalten und Sortierung beginnen neu, alles andere bleibt.</translation>
        </message>
        <message>
            <source>Opening did not finish last time</source>
            <translation>Beim letzten Mal wurde das Öffnen nicht fertig</translation>
        </message>
        <message>
            <source>Restore latest backup</source>
            <translation>Letzte Sicherung wiederherstellen</translation>
        </message>
        <message>
            <source>Show log</source>
            <translation>Protokoll zeigen</translation>
        </message>
        <message>
            <source>Open without last view</source>
            <translation>Ohne letzte Ansicht öffnen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>NoteEditor</name>
        <message>
            <source>Write something worth remembering</source>
            <translation>Schreiben Sie etwas, das man sich merken will</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Sign in again to go on</source>
            <translation>Melden Sie sich neu an, damit es weitergeht</translation>
        </message>
        <message>
            <source>Removals wait for your review</source>
            <translation>Entfernte warten auf Ihre Prüfung</translation>
        </message>
        <message numerus="yes">
            <source>%Ln changed in both places</source>
            <translation>
                <numerusform>%Ln an beiden Orten geändert</numerusform>
                <numerusform>%Ln an beiden Orten geändert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) not accepted</source>
            <translation>
                <numerusform>%Ln Änderung nicht angenommen</numerusform>
                <numerusform>%Ln Änderungen nicht angenommen</numerusform>
            </translation>
        </message>
        <message>
            <source>{account} needs you</source>
            <translation>{account} braucht Sie</translation>
        </message>
    </context>
    <context>
        <name>NotificationsPage</name>
        <message>
            <source>A CRM refuses the sign-in</source>
            <translation>Ein CRM lehnt die Anmeldung ab</translation>
        </message>
        <message>
            <source>Removals wait for your review</source>
            <translation>Entfernte warten auf Ihre Prüfung</translation>
        </message>
        <message>
            <source>Something was changed in both places</source>
            <translation>Etwas wurde an beiden Orten geändert</translation>
        </message>
        <message>
            <source>A CRM does not accept a change</source>
            <translation>Ein CRM nimmt eine Änderung nicht an</translation>
        </message>
        <message>
            <source>This desktop has no tray, through which notices are shown; so there are none.</source>
            <translation>Dieser Desktop hat keinen Infobereich, über den Mitteilungen gezeigt werden; daher gibt es keine.</translation>
        </message>
    </context>
    <context>
        <name>Offers</name>
        <message>
            <source>The values of this field</source>
            <translation>Die Werte dieses Felds</translation>
        </message>
        <message>
            <source>Shown here</source>
            <translation>Hier gezeigt</translation>
        </message>
        <message>
            <source>Choose automatically</source>
            <translation>Automatisch wählen</translation>
        </message>
        <message>
            <source>The first account in your order that has a value shows it.</source>
            <translation>Das erste Konto Ihrer Reihenfolge mit einem Wert zeigt ihn.</translation>
        </message>
        <message>
            <source>Use everywhere it stands</source>
            <translation>Überall verwenden, wo das Feld steht</translation>
        </message>
        <message>
            <source>{value} → {names}</source>
            <translation>{value} → {names}</translation>
        </message>
        <message>
            <source>{names} cannot take another value from here.</source>
            <translation>{names} kann von hier keinen anderen Wert annehmen.</translation>
        </message>
        <message>
            <source>Changes it in {names}, and sends that.</source>
            <translation>Ändert es in {names} und sendet das.</translation>
        </message>
        <message>
            <source>the CRM</source>
            <translation>das CRM</translation>
        </message>
        <message>
            <source>Keep mine: {value}</source>
            <translation>Meines behalten: {value}</translation>
        </message>
        <message>
            <source>Take {name}’s: {value}</source>
            <translation>Von {name} nehmen: {value}</translation>
        </message>
        <message>
            <source>Keep mine on this computer only</source>
            <translation>Meines nur auf diesem Computer behalten</translation>
        </message>
        <message>
            <source>Before: {value}</source>
            <translation>Vorher: {value}</translation>
        </message>
        <message>
            <source>Add to account</source>
            <translation>Zu Konto hinzufügen</translation>
        </message>
        <message>
            <source>Move to trash</source>
            <translation>In den Papierkorb</translation>
        </message>
        <message>
            <source>Restore from trash</source>
            <translation>Aus dem Papierkorb holen</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>Endgültig löschen</translation>
        </message>
    </context>
    <context>
        <name>OriginsRow</name>
        <message>
            <source>Web page to be let in</source>
            <translation>Webseite, die zugelassen wird</translation>
        </message>
        <message>
            <source>Let in</source>
            <translation>Zulassen</translation>
        </message>
        <message>
            <source>No web page is let in.</source>
            <translation>Keine Webseite ist zugelassen.</translation>
        </message>
        <message>
            <source>Keep out</source>
            <translation>Ausschließen</translation>
        </message>
        <message>
            <source>Let in the web page</source>
            <translation>Webseite zulassen</translation>
        </message>
    </context>
    <context>
        <name>OutboxList</name>
        <message>
            <source>Send again</source>
            <translation>Noch einmal senden</translation>
        </message>
        <message>
            <source>Keep here only</source>
            <translation>Nur hier behalten</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Zurückziehen</translation>
        </message>
        <message>
            <source>Every change was accepted.</source>
            <translation>Jede Änderung wurde angenommen.</translation>
        </message>
        <message>
            <source>Nothing is waiting. Changes appear here as soon as you save them.</source>
            <translation>Nichts wartet. Änderungen erscheinen hier, sobald Sie sie speichern.</translation>
        </message>
        <message>
            <source>Select the change of {name}</source>
            <translation>Änderung von {name} auswählen</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>{name} öffnen</translation>
        </message>
        <message>
            <source>Send the change of {name} again</source>
            <translation>Änderung von {name} noch einmal senden</translation>
        </message>
        <message>
            <source>Withdraw the change of {name}</source>
            <translation>Änderung von {name} zurückziehen</translation>
        </message>
        <message>
            <source>Keep the change of {name} on this computer only</source>
            <translation>Änderung von {name} nur auf diesem Computer behalten</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>Entscheiden</translation>
        </message>
        <message>
            <source>Decide about {name}</source>
            <translation>Über {name} entscheiden</translation>
        </message>
        <message>
            <source>Choose what {name} is linked to</source>
            <translation>Wählen, womit {name} verknüpft wird</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Wählen…</translation>
        </message>
        <message>
            <source>Hand over again</source>
            <translation>Erneut übergeben</translation>
        </message>
        <message>
            <source>Hand over the change of {name}, and all others of its account</source>
            <translation>Die Änderung von {name} und alle anderen ihres Kontos übergeben</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>Übergeben…</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>Jetzt senden</translation>
        </message>
        <message>
            <source>being sent</source>
            <translation>wird gerade gesendet</translation>
        </message>
        <message>
            <source>handed over {when}; the next export shows whether it was taken</source>
            <translation>übergeben {when}; der nächste Export zeigt, ob es übernommen wurde</translation>
        </message>
        <message>
            <source>waits to be handed over</source>
            <translation>wartet auf die Übergabe</translation>
        </message>
        <message>
            <source>the answer was lost, so it is checked first</source>
            <translation>die Antwort ging verloren, darum wird erst nachgesehen</translation>
        </message>
        <message>
            <source>changed in both places; waits for your decision</source>
            <translation>an beiden Orten geändert; wartet auf Ihre Entscheidung</translation>
        </message>
        <message>
            <source>already there? {why}</source>
            <translation>schon dort? {why}</translation>
        </message>
        <message>
            <source>not accepted: {why}</source>
            <translation>nicht angenommen: {why}</translation>
        </message>
        <message>
            <source>no reason was given</source>
            <translation>ein Grund wurde nicht genannt</translation>
        </message>
        <message>
            <source>{why} Next try {when}</source>
            <translation>{why} Nächster Versuch {when}</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
        <message>
            <source>Withdraw the change</source>
            <translation>Änderung zurückziehen</translation>
        </message>
    </context>
    <context>
        <name>PageHead</name>
        <message>
            <source>Same person?</source>
            <translation>Dieselbe Person?</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Entschieden</translation>
        </message>
        <message numerus="yes">
            <source>%Ln new</source>
            <translation>
                <numerusform>%Ln neu</numerusform>
                <numerusform>%Ln neu</numerusform>
            </translation>
        </message>
        <message>
            <source>The list has changed</source>
            <translation>Die Liste hat sich geändert</translation>
        </message>
        <message>
            <source>Link {things}…</source>
            <translation>{things} verknüpfen…</translation>
        </message>
        <message numerus="yes">
            <source>Decided (%Ln)</source>
            <translation>
                <numerusform>Entschieden (%Ln)</numerusform>
                <numerusform>Entschieden (%Ln)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Command palette</source>
            <translation>Befehlspalette</translation>
        </message>
        <message>
            <source>Do something, or go to somebody</source>
            <translation>Etwas tun oder zu jemandem gehen</translation>
        </message>
        <message>
            <source>What fits</source>
            <translation>Was passt</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Ohne Namen</translation>
        </message>
    </context>
    <context>
        <name>PaletteHost</name>
        <message>
            <source>not now</source>
            <translation>nicht jetzt</translation>
        </message>
        <message>
            <source>Go to {place}</source>
            <translation>Gehe zu {place}</translation>
        </message>
        <message>
            <source>Setting: {name}</source>
            <translation>Einstellung: {name}</translation>
        </message>
        <message>
            <source>Remember what is used</source>
            <translation>Merken, was verwendet wird</translation>
        </message>
    </context>
    <context>
        <name>PaneHost</name>
        <message>
            <source>{things} selected</source>
            <translation>{things} ausgewählt</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>Neuer Kontakt</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Ohne Namen</translation>
        </message>
        <message>
            <source>What you typed for these contacts is not saved yet:</source>
            <translation>Was Sie bei diesen Kontakten eingegeben haben, ist noch nicht gespeichert:</translation>
        </message>
        <message>
            <source>It is kept as a draft, and is there when you open CRM Desk again.</source>
            <translation>Es bleibt als Entwurf erhalten und ist da, wenn Sie CRM Desk wieder öffnen.</translation>
        </message>
        <message>
            <source>Quit with unsaved changes?</source>
            <translation>Mit ungespeicherten Änderungen beenden?</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Quit and keep the drafts</source>
            <translation>Beenden und Entwürfe behalten</translation>
        </message>
    </context>
    <context>
        <name>PathLine</name>
        <message>
            <source>Choose…</source>
            <translation>Wählen …</translation>
        </message>
        <message>
            <source>Choose it on this computer</source>
            <translation>Auf diesem Computer wählen</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>Ordner wählen</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Datei wählen</translation>
        </message>
    </context>
    <context>
        <name>Phrases</name>
        <message>
            <source>never</source>
            <translation>nie</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>gerade eben</translation>
        </message>
        <message>
            <source>{n} min ago</source>
            <translation>vor {n} min</translation>
        </message>
        <message>
            <source>{n} h ago</source>
            <translation>vor {n} h</translation>
        </message>
        <message>
            <source>today {time}</source>
            <translation>heute {time}</translation>
        </message>
        <message>
            <source>yesterday {time}</source>
            <translation>gestern {time}</translation>
        </message>
        <message>
            <source>manually</source>
            <translation>manuell</translation>
        </message>
        <message>
            <source>now</source>
            <translation>jetzt</translation>
        </message>
        <message>
            <source>in {n} s</source>
            <translation>in {n} s</translation>
        </message>
        <message>
            <source>in {n} min</source>
            <translation>in {n} min</translation>
        </message>
        <message>
            <source>tomorrow {time}</source>
            <translation>morgen {time}</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>leer</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <source>The whole record</source>
            <translation>Der ganze Datensatz</translation>
        </message>
    </context>
    <context>
        <name>PlanPage</name>
        <message>
            <source>Line</source>
            <translation>Zeile</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Feld</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <source>Then, or why not</source>
            <translation>Dann, oder warum nicht</translation>
        </message>
        <message>
            <source>What would happen</source>
            <translation>Was geschehen würde</translation>
        </message>
        <message>
            <source>{account}: {changes} changes, about {calls} calls.</source>
            <translation>{account}: {changes} Änderungen, etwa {calls} Aufrufe.</translation>
        </message>
        <message>
            <source>Everything stays on this computer: nothing is sent to a CRM.</source>
            <translation>Alles bleibt auf diesem Computer: An kein CRM wird etwas gesendet.</translation>
        </message>
        <message>
            <source>{n} rows are the same people as rows before them.</source>
            <translation>{n} Zeilen sind dieselben Personen wie Zeilen vor ihnen.</translation>
        </message>
        <message>
            <source>emptied</source>
            <translation>geleert</translation>
        </message>
        <message>
            <source>Only the first of all changes are shown; the counts are those of all rows.</source>
            <translation>Nur die ersten aller Änderungen sind gezeigt; die Zahlen gelten für alle Zeilen.</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>{name} replaces the whole record but does not show all of it. May end up empty there: {what}</source>
            <translation>{name} ersetzt den ganzen Datensatz, zeigt aber nicht alles davon. Dort vielleicht danach leer: {what}</translation>
        </message>
        <message>
            <source>Kept on this computer only</source>
            <translation>Bleibt nur auf diesem Computer</translation>
        </message>
        <message>
            <source>Cannot be changed: {why}</source>
            <translation>Nicht änderbar: {why}</translation>
        </message>
        <message>
            <source>Not accepted: {why}</source>
            <translation>Nicht angenommen: {why}</translation>
        </message>
        <message>
            <source>Could not be read: {why}</source>
            <translation>Nicht lesbar: {why}</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Newer value: {value} – take it</source>
            <translation>Neuerer Wert: {value} – übernehmen</translation>
        </message>
        <message>
            <source>Changed in both places – decide</source>
            <translation>An beiden Orten geändert – entscheiden</translation>
        </message>
        <message numerus="yes">
            <source>%Ln value(s)</source>
            <translation>
                <numerusform>%Ln Wert</numerusform>
                <numerusform>%Ln Werte</numerusform>
            </translation>
        </message>
        <message>
            <source>Also to {names}</source>
            <translation>Auch an {names}</translation>
        </message>
        <message>
            <source>Only to {name}</source>
            <translation>Nur an {name}</translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) not saved</source>
            <translation>
                <numerusform>%Ln Änderung nicht gespeichert</numerusform>
                <numerusform>%Ln Änderungen nicht gespeichert</numerusform>
            </translation>
        </message>
        <message>
            <source>to {names}</source>
            <translation>an {names}</translation>
        </message>
        <message>
            <source>{fields} on this computer only</source>
            <translation>{fields} nur auf diesem Computer</translation>
        </message>
    </context>
    <context>
        <name>ProblemsList</name>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <source>No problems. If a CRM refuses something or cannot be read, you find it here with a way to fix it.</source>
            <translation>Keine Probleme. Lehnt ein CRM etwas ab oder lässt es sich nicht lesen, steht es hier mit einem Ausweg.</translation>
        </message>
        <message>
            <source>Select: {what}</source>
            <translation>Auswählen: {what}</translation>
        </message>
        <message numerus="yes">
            <source>and %Ln more</source>
            <translation>
                <numerusform>und %Ln weiteres</numerusform>
                <numerusform>und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>{name} öffnen</translation>
        </message>
        <message>
            <source>Keep here only</source>
            <translation>Nur hier behalten</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Einzelheiten kopieren</translation>
        </message>
        <message numerus="yes">
            <source>%Ln record(s) of {crm} could not be read</source>
            <translation>
                <numerusform>%Ln Datensatz von {crm} konnte nicht gelesen werden</numerusform>
                <numerusform>%Ln Datensätze von {crm} konnten nicht gelesen werden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{field} of %Ln record(s) could not be read from {crm}</source>
            <translation>
                <numerusform>{field} von %Ln Datensatz konnte aus {crm} nicht gelesen werden</numerusform>
                <numerusform>{field} von %Ln Datensätzen konnte aus {crm} nicht gelesen werden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{what}, and %Ln more</source>
            <translation>
                <numerusform>{what}, und %Ln weiteres</numerusform>
                <numerusform>{what}, und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Reconnect</source>
            <translation>Neu verbinden</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Wählen…</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Look up the candidates</source>
            <translation>Kandidaten nachsehen</translation>
        </message>
        <message>
            <source>Keep it on this computer only</source>
            <translation>Nur auf diesem Computer behalten</translation>
        </message>
        <message>
            <source>Dismiss the problem</source>
            <translation>Problem ausblenden</translation>
        </message>
    </context>
    <context>
        <name>ProviderPage</name>
        <message>
            <source>Which CRM?</source>
            <translation>Welches CRM?</translation>
        </message>
        <message>
            <source>Connecting only reads. What is synced, and in which direction, you choose on the last page.</source>
            <translation>Beim Verbinden wird nur gelesen. Was in welche Richtung abgeglichen wird, wählen Sie auf der letzten Seite.</translation>
        </message>
        <message>
            <source>Planned: {crms}</source>
            <translation>Geplant: {crms}</translation>
        </message>
        <message>
            <source>Settings from a .env file…</source>
            <translation>Einstellungen aus einer .env-Datei…</translation>
        </message>
        <message>
            <source>Read the file</source>
            <translation>Datei lesen</translation>
        </message>
        <message>
            <source>Ignore it</source>
            <translation>Nicht beachten</translation>
        </message>
        <message>
            <source>There is a file {file} in {folder}, where CRM Desk was started. It may contain the address and key of a CRM. It has not been read.</source>
            <translation>In {folder}, wo CRM Desk gestartet wurde, liegt eine Datei {file}. Sie kann Adresse und Schlüssel eines CRM enthalten. Sie wurde nicht gelesen.</translation>
        </message>
        <message>
            <source>found in {file}</source>
            <translation>in {file} gefunden</translation>
        </message>
        <message>
            <source>by file, not live</source>
            <translation>per Datei, nicht live</translation>
        </message>
        <message>
            <source>This CRM cannot be connected yet.</source>
            <translation>Dieses CRM lässt sich noch nicht verbinden.</translation>
        </message>
    </context>
    <context>
        <name>Queue</name>
        <message>
            <source>folded</source>
            <translation>eingeklappt</translation>
        </message>
    </context>
    <context>
        <name>QueueView</name>
        <message>
            <source>Suggestions</source>
            <translation>Vorschläge</translation>
        </message>
    </context>
    <context>
        <name>QuietDialog</name>
        <message>
            <source>Quiet hours of {name}</source>
            <translation>Ruhezeit von {name}</translation>
        </message>
        <message>
            <source>No scheduled syncs during these hours</source>
            <translation>Kein automatischer Abgleich in dieser Zeit</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>By the clock of this computer. Your changes are still sent; pause the account to stop that too. “Sync now” always works.</source>
            <translation>Nach der Uhr dieses Computers. Ihre Änderungen werden trotzdem gesendet; halten Sie das Konto an, um auch das zu stoppen. „Jetzt synchronisieren“ geht immer.</translation>
        </message>
    </context>
    <context>
        <name>QuietRow</name>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
    </context>
    <context>
        <name>Reason</name>
        <message>
            <source>same email</source>
            <translation>dieselbe E-Mail-Adresse</translation>
        </message>
        <message>
            <source>same mobile</source>
            <translation>dieselbe Mobilnummer</translation>
        </message>
        <message>
            <source>same phone</source>
            <translation>dieselbe Telefonnummer</translation>
        </message>
        <message>
            <source>same landline</source>
            <translation>dieselbe Festnetznummer</translation>
        </message>
        <message>
            <source>same email or phone, which two people hold</source>
            <translation>dieselbe E-Mail-Adresse oder Telefonnummer, die zwei Personen haben</translation>
        </message>
        <message>
            <source>same email or phone, which {detail} people hold</source>
            <translation>dieselbe E-Mail-Adresse oder Telefonnummer, die {detail} Personen haben</translation>
        </message>
        <message>
            <source>same office mailbox</source>
            <translation>dasselbe Postfach eines Büros</translation>
        </message>
        <message>
            <source>same family mailbox</source>
            <translation>dasselbe Postfach einer Familie</translation>
        </message>
        <message>
            <source>same name in a social network</source>
            <translation>derselbe Name in einem sozialen Netzwerk</translation>
        </message>
        <message>
            <source>same unusual name before the @</source>
            <translation>derselbe ungewöhnliche Name vor dem @</translation>
        </message>
        <message>
            <source>the email is made of the other's name</source>
            <translation>die E-Mail-Adresse ist aus dem Namen des anderen gebildet</translation>
        </message>
        <message>
            <source>phones that differ in one digit</source>
            <translation>Telefonnummern, die sich in einer Ziffer unterscheiden</translation>
        </message>
        <message>
            <source>different emails</source>
            <translation>verschiedene E-Mail-Adressen</translation>
        </message>
        <message>
            <source>different emails at one firm</source>
            <translation>verschiedene E-Mail-Adressen in einer Firma</translation>
        </message>
        <message>
            <source>different mobiles</source>
            <translation>verschiedene Mobilnummern</translation>
        </message>
        <message>
            <source>different LinkedIn profiles</source>
            <translation>verschiedene LinkedIn-Profile</translation>
        </message>
        <message>
            <source>same birthday</source>
            <translation>derselbe Geburtstag</translation>
        </message>
        <message>
            <source>same day of birth, one without the year</source>
            <translation>derselbe Tag der Geburt, einmal ohne das Jahr</translation>
        </message>
        <message>
            <source>birthdays that differ by a slip</source>
            <translation>Geburtstage, die sich durch ein Versehen unterscheiden</translation>
        </message>
        <message>
            <source>different birthdays</source>
            <translation>verschiedene Geburtstage</translation>
        </message>
        <message>
            <source>same address</source>
            <translation>dieselbe Adresse</translation>
        </message>
        <message>
            <source>addresses that differ by a slip</source>
            <translation>Adressen, die sich durch ein Versehen unterscheiden</translation>
        </message>
        <message>
            <source>same house, another flat</source>
            <translation>dasselbe Haus, eine andere Wohnung</translation>
        </message>
        <message>
            <source>different addresses</source>
            <translation>verschiedene Adressen</translation>
        </message>
        <message>
            <source>same company</source>
            <translation>dieselbe Firma</translation>
        </message>
        <message>
            <source>email of the company that the other names</source>
            <translation>E-Mail-Adresse der Firma, die der andere nennt</translation>
        </message>
        <message>
            <source>emails of one company</source>
            <translation>E-Mail-Adressen einer Firma</translation>
        </message>
        <message>
            <source>different companies</source>
            <translation>verschiedene Firmen</translation>
        </message>
        <message>
            <source>same first name</source>
            <translation>derselbe Vorname</translation>
        </message>
        <message>
            <source>a short form of the first name</source>
            <translation>eine Kurzform des Vornamens</translation>
        </message>
        <message>
            <source>the beginning of the first name</source>
            <translation>der Anfang des Vornamens</translation>
        </message>
        <message>
            <source>the first name in another language</source>
            <translation>der Vorname in einer anderen Sprache</translation>
        </message>
        <message>
            <source>first names that differ by a slip</source>
            <translation>Vornamen, die sich durch ein Versehen unterscheiden</translation>
        </message>
        <message>
            <source>first names that look alike</source>
            <translation>ähnliche Vornamen</translation>
        </message>
        <message>
            <source>the initial of the first name</source>
            <translation>der Anfangsbuchstabe des Vornamens</translation>
        </message>
        <message>
            <source>the second first name</source>
            <translation>der zweite Vorname</translation>
        </message>
        <message>
            <source>one of two first names differs</source>
            <translation>einer von zwei Vornamen ist ein anderer</translation>
        </message>
        <message>
            <source>a first name used beside one in the own language</source>
            <translation>ein Vorname, der neben dem in der eigenen Sprache gebraucht wird</translation>
        </message>
        <message>
            <source>different first names</source>
            <translation>verschiedene Vornamen</translation>
        </message>
        <message>
            <source>same last name</source>
            <translation>derselbe Nachname</translation>
        </message>
        <message>
            <source>one of two last names</source>
            <translation>einer von zwei Nachnamen</translation>
        </message>
        <message>
            <source>last names that differ by a slip</source>
            <translation>Nachnamen, die sich durch ein Versehen unterscheiden</translation>
        </message>
        <message>
            <source>the initial of the last name</source>
            <translation>der Anfangsbuchstabe des Nachnamens</translation>
        </message>
        <message>
            <source>last names that look alike</source>
            <translation>ähnliche Nachnamen</translation>
        </message>
        <message>
            <source>different last names</source>
            <translation>verschiedene Nachnamen</translation>
        </message>
        <message>
            <source>first and last name the other way round</source>
            <translation>Vor- und Nachname vertauscht</translation>
        </message>
        <message>
            <source>Jr and Sr</source>
            <translation>junior und senior</translation>
        </message>
        <message>
            <source>Mr and Mrs</source>
            <translation>Herr und Frau</translation>
        </message>
        <message>
            <source>two records of one CRM</source>
            <translation>zwei Datensätze eines CRM</translation>
        </message>
        <message>
            <source>a company and a person</source>
            <translation>eine Firma und eine Person</translation>
        </message>
        <message>
            <source>same company name</source>
            <translation>derselbe Firmenname</translation>
        </message>
        <message>
            <source>company names that differ little</source>
            <translation>Firmennamen, die sich wenig unterscheiden</translation>
        </message>
        <message>
            <source>different company names</source>
            <translation>verschiedene Firmennamen</translation>
        </message>
        <message>
            <source>same website or email domain</source>
            <translation>dieselbe Website oder E-Mail-Domain</translation>
        </message>
        <message>
            <source>different websites</source>
            <translation>verschiedene Websites</translation>
        </message>
        <message>
            <source>same street and number</source>
            <translation>dieselbe Straße und Hausnummer</translation>
        </message>
        <message>
            <source>same town</source>
            <translation>derselbe Ort</translation>
        </message>
        <message>
            <source>different towns</source>
            <translation>verschiedene Orte</translation>
        </message>
        <message>
            <source>same unit</source>
            <translation>dieselbe Einheit</translation>
        </message>
        <message>
            <source>one names a unit</source>
            <translation>einer nennt eine Einheit</translation>
        </message>
        <message>
            <source>different units</source>
            <translation>verschiedene Einheiten</translation>
        </message>
        <message>
            <source>could be a relative</source>
            <translation>könnte jemand aus der Familie sein</translation>
        </message>
        <message>
            <source>could be a colleague</source>
            <translation>könnte jemand aus derselben Firma sein</translation>
        </message>
        <message>
            <source>could be somebody of the same name</source>
            <translation>könnte jemand mit demselben Namen sein</translation>
        </message>
        <message>
            <source>{what} explains itself</source>
            <translation>{what} erklärt sich dann von selbst</translation>
        </message>
        <message>
            <source>the same address</source>
            <translation>dieselbe Adresse</translation>
        </message>
        <message>
            <source>the same landline</source>
            <translation>dieselbe Festnetznummer</translation>
        </message>
        <message>
            <source>the same last name</source>
            <translation>derselbe Nachname</translation>
        </message>
        <message>
            <source>the same family mailbox</source>
            <translation>dasselbe Postfach der Familie</translation>
        </message>
        <message>
            <source>the same birthday</source>
            <translation>derselbe Geburtstag</translation>
        </message>
        <message>
            <source>what they share</source>
            <translation>was sie gemeinsam haben</translation>
        </message>
        <message>
            <source>the same company</source>
            <translation>dieselbe Firma</translation>
        </message>
        <message>
            <source>the same line</source>
            <translation>derselbe Anschluss</translation>
        </message>
        <message>
            <source>the same office mailbox</source>
            <translation>dasselbe Postfach des Büros</translation>
        </message>
        <message>
            <source>the same name</source>
            <translation>derselbe Name</translation>
        </message>
    </context>
    <context>
        <name>ReasonChip</name>
        <message>
            <source>Speaks against it</source>
            <translation>Spricht dagegen</translation>
        </message>
        <message>
            <source>Speaks for it</source>
            <translation>Spricht dafür</translation>
        </message>
    </context>
    <context>
        <name>ReceiptRow</name>
        <message>
            <source>Show what changed</source>
            <translation>Zeigen, was sich geändert hat</translation>
        </message>
        <message>
            <source>List: {figure}</source>
            <translation>Liste: {figure}</translation>
        </message>
        <message numerus="yes">
            <source>%Ln request(s)</source>
            <translation>
                <numerusform>%Ln Anfrage</numerusform>
                <numerusform>%Ln Anfragen</numerusform>
            </translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
        <message>
            <source>Hide what changed</source>
            <translation>Änderungen verbergen</translation>
        </message>
        <message>
            <source>Read what changed</source>
            <translation>Änderungen lesen</translation>
        </message>
        <message>
            <source>Sent: {what}</source>
            <translation>Gesendet: {what}</translation>
        </message>
        <message>
            <source>New here</source>
            <translation>Neu hier</translation>
        </message>
        <message numerus="yes">
            <source>and %Ln more</source>
            <translation>
                <numerusform>und %Ln weitere</numerusform>
                <numerusform>und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Ohne Namen</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>{name} öffnen</translation>
        </message>
    </context>
    <context>
        <name>ReconnectDialog</name>
        <message>
            <source>Reconnect {name}</source>
            <translation>{name} neu verbinden</translation>
        </message>
        <message>
            <source>Other credentials</source>
            <translation>Andere Zugangsdaten</translation>
        </message>
        <message>
            <source>Your browser opens the sign-in page of {crm}. The stored credentials are used again.</source>
            <translation>Ihr Browser öffnet die Anmeldeseite von {crm}. Die gespeicherten Zugangsdaten werden wieder verwendet.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Sign in in the browser…</source>
            <translation>Im Browser anmelden…</translation>
        </message>
        <message>
            <source>Reconnect</source>
            <translation>Neu verbinden</translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (is|are) waiting and will be sent afterwards.</source>
            <translation>
                <numerusform>%Ln Änderung wartet und wird danach gesendet.</numerusform>
                <numerusform>%Ln Änderungen warten und werden danach gesendet.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is lost: contacts and settings of this account stay as they are.</source>
            <translation>Nichts ist verloren: Kontakte und Einstellungen dieses Kontos bleiben, wie sie sind.</translation>
        </message>
        <message>
            <source>Waiting for the browser…</source>
            <translation>Warten auf den Browser…</translation>
        </message>
        <message>
            <source>Signing in…</source>
            <translation>Anmeldung läuft…</translation>
        </message>
    </context>
    <context>
        <name>RelatedSection</name>
        <message>
            <source>Add to {field}</source>
            <translation>Zu {field} hinzufügen</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Ohne Namen</translation>
        </message>
        <message>
            <source>The CRM refers to it, but it is not in CRM Desk.</source>
            <translation>Das CRM verweist darauf, aber in CRM Desk ist es nicht.</translation>
        </message>
        <message>
            <source>Remove {name}</source>
            <translation>{name} entfernen</translation>
        </message>
        <message>
            <source>Register for an event…</source>
            <translation>Zu einem Termin anmelden…</translation>
        </message>
        <message>
            <source>Register a contact…</source>
            <translation>Einen Kontakt anmelden…</translation>
        </message>
        <message>
            <source>Registered for</source>
            <translation>Angemeldet zu</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>Angemeldet</translation>
        </message>
        <message>
            <source>An event</source>
            <translation>Ein Termin</translation>
        </message>
        <message>
            <source>registered {when}</source>
            <translation>angemeldet {when}</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>zurückgezogen</translation>
        </message>
        <message>
            <source>not accepted</source>
            <translation>nicht angenommen</translation>
        </message>
        <message>
            <source>waits to be sent</source>
            <translation>wartet auf das Senden</translation>
        </message>
        <message>
            <source>Linked records</source>
            <translation>Verknüpfte Datensätze</translation>
        </message>
        <message>
            <source>In {account}</source>
            <translation>In {account}</translation>
        </message>
        <message>
            <source>Unlink</source>
            <translation>Trennen</translation>
        </message>
        <message>
            <source>Unlink the record in {account}</source>
            <translation>Datensatz in {account} trennen</translation>
        </message>
        <message>
            <source>It becomes a contact of its own again, with its own values. You can undo this.</source>
            <translation>Er wird wieder ein eigener Kontakt mit eigenen Werten. Das lässt sich rückgängig machen.</translation>
        </message>
    </context>
    <context>
        <name>Relations</name>
        <message>
            <source>same</source>
            <translation>gleich</translation>
        </message>
        <message>
            <source>means the same</source>
            <translation>bedeutet dasselbe</translation>
        </message>
        <message>
            <source>more</source>
            <translation>mehr</translation>
        </message>
        <message>
            <source>differs</source>
            <translation>verschieden</translation>
        </message>
        <message>
            <source>only here</source>
            <translation>nur hier</translation>
        </message>
    </context>
    <context>
        <name>RememberedState</name>
        <message>
            <source>Keep the window's layout</source>
            <translation>Aufteilung des Fensters merken</translation>
        </message>
    </context>
    <context>
        <name>RenameDialog</name>
        <message>
            <source>Rename {name}</source>
            <translation>{name} umbenennen</translation>
        </message>
        <message>
            <source>Name of this account</source>
            <translation>Name dieses Kontos</translation>
        </message>
        <message>
            <source>Rename the account</source>
            <translation>Konto umbenennen</translation>
        </message>
    </context>
    <context>
        <name>ReviewKeys</name>
        <message>
            <source>Next, previous</source>
            <translation>Weiter, zurück</translation>
        </message>
        <message>
            <source>Link what is ticked</source>
            <translation>Was angehakt ist, verknüpfen</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>Nicht dieselben</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Später</translation>
        </message>
        <message>
            <source>Go to a record</source>
            <translation>Zu einem Datensatz gehen</translation>
        </message>
        <message>
            <source>Tick the record, or leave it out</source>
            <translation>Den Datensatz anhaken oder auslassen</translation>
        </message>
        <message>
            <source>All evidence</source>
            <translation>Alle Belege</translation>
        </message>
        <message>
            <source>Undo the last answer</source>
            <translation>Die letzte Antwort rückgängig machen</translation>
        </message>
        <message>
            <source>Give the answer again that was undone</source>
            <translation>Die zurückgenommene Antwort wieder geben</translation>
        </message>
        <message>
            <source>This sheet</source>
            <translation>Diese Übersicht</translation>
        </message>
    </context>
    <context>
        <name>RowDelegate</name>
        <message>
            <source>No name</source>
            <translation>Ohne Namen</translation>
        </message>
    </context>
    <context>
        <name>RunPage</name>
        <message>
            <source>How far the import is</source>
            <translation>Wie weit der Import ist</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Zeile</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Feld</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>Why not</source>
            <translation>Warum nicht</translation>
        </message>
        <message>
            <source>Rows that were not taken</source>
            <translation>Zeilen, die nicht übernommen wurden</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Undo this import</source>
            <translation>Diesen Import rückgängig machen</translation>
        </message>
        <message>
            <source>Save these rows…</source>
            <translation>Diese Zeilen speichern…</translation>
        </message>
        <message>
            <source>Importing {file}</source>
            <translation>{file} wird importiert</translation>
        </message>
        <message>
            <source>Another import goes on; this one waits for it.</source>
            <translation>Ein anderer Import läuft; dieser wartet auf ihn.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s)</source>
            <translation>
                <numerusform>%Ln Zeile</numerusform>
                <numerusform>%Ln Zeilen</numerusform>
            </translation>
        </message>
        <message>
            <source>{rate} a second</source>
            <translation>{rate} je Sekunde</translation>
        </message>
        <message>
            <source>about {n} s left</source>
            <translation>noch etwa {n} s</translation>
        </message>
        <message>
            <source>{file} was imported</source>
            <translation>{file} wurde importiert</translation>
        </message>
        <message>
            <source>{file} was imported, but for some rows</source>
            <translation>{file} wurde importiert, bis auf einige Zeilen</translation>
        </message>
        <message>
            <source>The import of {file} was ended; what was done until then stays</source>
            <translation>Der Import von {file} wurde beendet; was bis dahin getan war, bleibt</translation>
        </message>
        <message>
            <source>The import of {file} stopped; it can be continued</source>
            <translation>Der Import von {file} blieb stehen; er kann fortgesetzt werden</translation>
        </message>
        <message>
            <source>{file} was not imported</source>
            <translation>{file} wurde nicht importiert</translation>
        </message>
        <message>
            <source>The import of {file} was taken back</source>
            <translation>Der Import von {file} wurde rückgängig gemacht</translation>
        </message>
    </context>
    <context>
        <name>RunsModel</name>
        <message>
            <source>Started</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Beendet</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Konto</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Fetched</source>
            <translation>Abgerufen</translation>
        </message>
        <message>
            <source>Inserted</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Gesendet</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Meldung</translation>
        </message>
        <message>
            <source>Read the history</source>
            <translation>Verlauf lesen</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>noch nicht</translation>
        </message>
    </context>
    <context>
        <name>Saving</name>
        <message>
            <source>Keep the draft</source>
            <translation>Entwurf behalten</translation>
        </message>
        <message>
            <source>Changes discarded.</source>
            <translation>Änderungen verworfen.</translation>
        </message>
        <message>
            <source>Save the contact</source>
            <translation>Kontakt speichern</translation>
        </message>
        <message>
            <source>Not saved: {why}</source>
            <translation>Nicht gespeichert: {why}</translation>
        </message>
    </context>
    <context>
        <name>ScopeChoice</name>
        <message>
            <source>These rules are more detailed than checkboxes:</source>
            <translation>Diese Regeln sagen mehr als Kästchen:</translation>
        </message>
        <message>
            <source>Rules of the scope</source>
            <translation>Regeln der Auswahl</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>What you can choose by is known after the first sync.</source>
            <translation>Wonach Sie wählen können, zeigt der erste Abgleich.</translation>
        </message>
        <message>
            <source>Sent there: {found}</source>
            <translation>Geht dorthin: {found}</translation>
        </message>
        <message>
            <source>Included: {found}</source>
            <translation>Dabei: {found}</translation>
        </message>
        <message>
            <source>Sent there: about {found}</source>
            <translation>Geht dorthin: etwa {found}</translation>
        </message>
        <message>
            <source>Included: about {found}</source>
            <translation>Dabei: etwa {found}</translation>
        </message>
        <message>
            <source>Included: {found} of those that the test read</source>
            <translation>Dabei: {found} von denen, die der Test las</translation>
        </message>
    </context>
    <context>
        <name>ScopeDialog</name>
        <message>
            <source>What to send to {name}</source>
            <translation>Was an {name} geht</translation>
        </message>
        <message>
            <source>What to sync from {name}</source>
            <translation>Was von {name} kommt</translation>
        </message>
        <message>
            <source>Count what there is</source>
            <translation>Zählen, was es gibt</translation>
        </message>
        <message>
            <source>What is left out is not sent. What is there already stays there.</source>
            <translation>Was Sie auslassen, wird nicht gesendet. Was schon dort ist, bleibt dort.</translation>
        </message>
        <message>
            <source>Nothing is deleted, here or there. What you leave out is hidden, and comes back when you include it again.</source>
            <translation>Nichts wird gelöscht, weder hier noch dort. Was Sie auslassen, wird verborgen und kommt zurück, wenn Sie es wieder aufnehmen.</translation>
        </message>
        <message>
            <source>Tick at least one.</source>
            <translation>Haken Sie mindestens eines an.</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Search everything</source>
            <translation>Alles durchsuchen</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Finds words in every text field and phone numbers in any notation. Enter opens the first hit, Down goes to the list, Esc goes back.</source>
            <translation>Findet Wörter in jedem Textfeld und Telefonnummern in jeder Schreibweise. Eingabe öffnet den ersten Treffer, Abwärts geht zur Liste, Esc zurück.</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Suche leeren</translation>
        </message>
    </context>
    <context>
        <name>SecretFields</name>
        <message>
            <source>Open {address}</source>
            <translation>{address} öffnen</translation>
        </message>
    </context>
    <context>
        <name>SecretLine</name>
        <message>
            <source>Hide it</source>
            <translation>Verbergen</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Zeigen</translation>
        </message>
    </context>
    <context>
        <name>SelectionHost</name>
        <message>
            <source>What they share</source>
            <translation>Was sie gemeinsam haben</translation>
        </message>
        <message>
            <source>Edit the selected</source>
            <translation>Ausgewählte bearbeiten</translation>
        </message>
        <message>
            <source>Add to a CRM</source>
            <translation>Zu einem CRM hinzufügen</translation>
        </message>
        <message>
            <source>{things} changed</source>
            <translation>{things} geändert</translation>
        </message>
        <message numerus="yes">
            <source>%n not: {why}</source>
            <translation>
                <numerusform>%n nicht: {why}</numerusform>
                <numerusform>%n nicht: {why}</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
    </context>
    <context>
        <name>SelectionPanel</name>
        <message>
            <source>Tag… (T)</source>
            <translation>Tag… (T)</translation>
        </message>
        <message>
            <source>Edit a field…</source>
            <translation>Ein Feld bearbeiten…</translation>
        </message>
        <message>
            <source>Add to a CRM</source>
            <translation>Zu einem CRM hinzufügen</translation>
        </message>
        <message>
            <source>Link as one…</source>
            <translation>Verknüpfen…</translation>
        </message>
        <message>
            <source>Copy rows</source>
            <translation>Zeilen kopieren</translation>
        </message>
        <message>
            <source>Copy emails</source>
            <translation>E-Mails kopieren</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>Move to trash</source>
            <translation>In den Papierkorb</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>Wie weit es ist</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>What they share</source>
            <translation>Was sie gemeinsam haben</translation>
        </message>
        <message>
            <source>{things} selected</source>
            <translation>{things} ausgewählt</translation>
        </message>
        <message>
            <source>Select all {n}</source>
            <translation>Alle {n} auswählen</translation>
        </message>
        <message>
            <source>(several)</source>
            <translation>(mehrere)</translation>
        </message>
    </context>
    <context>
        <name>SentList</name>
        <message>
            <source>Nothing was sent yet. Each change leaves a receipt here once the CRM has it.</source>
            <translation>Noch nichts gesendet. Jede Änderung hinterlässt hier einen Beleg, sobald das CRM sie hat.</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>{name} öffnen</translation>
        </message>
        <message>
            <source>sent and verified</source>
            <translation>gesendet und geprüft</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>zurückgezogen</translation>
        </message>
        <message>
            <source>kept on this computer</source>
            <translation>auf diesem Computer behalten</translation>
        </message>
        <message>
            <source>was there already</source>
            <translation>war schon dort</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>General</source>
            <translation>Allgemein</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Abgleich</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Darstellung</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>Privatsphäre</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Mitteilungen</translation>
        </message>
        <message>
            <source>Local API</source>
            <translation>Lokale API</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>Erweitert</translation>
        </message>
        <message>
            <source>Create new contacts in</source>
            <translation>Neue Kontakte anlegen in</translation>
        </message>
        <message>
            <source>Each card of something new lets you choose otherwise.</source>
            <translation>Auf jeder neuen Karte lässt sich anders wählen.</translation>
        </message>
        <message>
            <source>default account new</source>
            <translation>Standardkonto neu</translation>
        </message>
        <message>
            <source>Region of phone numbers</source>
            <translation>Region der Telefonnummern</translation>
        </message>
        <message>
            <source>Numbers without a country code are read as numbers of that region, unless their account names another.</source>
            <translation>Nummern ohne Landesvorwahl gehören dorthin, sofern ihr Konto keine andere Region nennt.</translation>
        </message>
        <message>
            <source>country code</source>
            <translation>Landesvorwahl</translation>
        </message>
        <message>
            <source>Names in lists</source>
            <translation>Namen in Listen</translation>
        </message>
        <message>
            <source>How people are written and sorted where a CRM gives first and last name apart; other names stay as they are.</source>
            <translation>So werden Personen geschrieben und sortiert, wenn ein CRM Vor- und Nachnamen getrennt liefert; andere Namen bleiben, wie sie sind.</translation>
        </message>
        <message>
            <source>first last surname sort order</source>
            <translation>Vorname Nachname Familienname sortieren Reihenfolge</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Numbers and dates follow.</source>
            <translation>Zahlen und Datumsangaben richten sich danach.</translation>
        </message>
        <message>
            <source>When the window is closed</source>
            <translation>Beim Schließen des Fensters</translation>
        </message>
        <message>
            <source>tray background quit</source>
            <translation>Infobereich Hintergrund beenden</translation>
        </message>
        <message>
            <source>Sync newly connected CRMs</source>
            <translation>Neu verbundene CRMs synchronisieren</translation>
        </message>
        <message>
            <source>Each connected CRM keeps its own schedule; change it in the menu of its account.</source>
            <translation>Jedes verbundene CRM behält seinen eigenen Zeitplan; er lässt sich im Menü seines Kontos ändern.</translation>
        </message>
        <message>
            <source>schedule interval automatic</source>
            <translation>Zeitplan Abstand automatisch</translation>
        </message>
        <message>
            <source>Quiet hours</source>
            <translation>Ruhezeiten</translation>
        </message>
        <message>
            <source>No scheduled syncs then, by the clock of this computer, for accounts without quiet hours of their own. Your changes are still sent.</source>
            <translation>Dann gibt es, nach der Uhr dieses Computers, keine geplanten Abgleiche für Konten ohne eigene Ruhezeiten. Ihre Änderungen werden trotzdem gesendet.</translation>
        </message>
        <message>
            <source>night pause</source>
            <translation>Nacht Pause</translation>
        </message>
        <message>
            <source>No scheduled syncs on a metered network</source>
            <translation>Keine geplanten Abgleiche in getakteten Netzen</translation>
        </message>
        <message>
            <source>mobile data hotspot pause</source>
            <translation>mobile Daten Hotspot Volumen Pause</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Farben</translation>
        </message>
        <message>
            <source>dark light colours</source>
            <translation>dunkel hell Farben</translation>
        </message>
        <message>
            <source>Rows of lists</source>
            <translation>Zeilen in Listen</translation>
        </message>
        <message>
            <source>density compact</source>
            <translation>Dichte kompakt</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Schriftgröße</translation>
        </message>
        <message>
            <source>Ctrl and + or - change it anywhere, Ctrl+0 gives the system’s size back.</source>
            <translation>Strg und + oder - ändern sie überall, Strg+0 stellt die Größe des Systems wieder her.</translation>
        </message>
        <message>
            <source>zoom font larger smaller</source>
            <translation>Zoom Schrift größer kleiner</translation>
        </message>
        <message>
            <source>Single keys in the list</source>
            <translation>Einzelne Tasten in der Liste</translation>
        </message>
        <message>
            <source>T tags and / searches while the list has the focus; never while you type.</source>
            <translation>T verschlagwortet und / sucht, solange die Liste den Fokus hat; nie, während Sie tippen.</translation>
        </message>
        <message>
            <source>letters</source>
            <translation>Buchstaben</translation>
        </message>
        <message>
            <source>Keys of commands</source>
            <translation>Tasten der Befehle</translation>
        </message>
        <message>
            <source>Choose a key to change it, then press the new one. Backspace leaves none.</source>
            <translation>Wählen Sie eine Taste, um sie zu ändern, und drücken Sie die neue. Die Rücktaste lässt keine übrig.</translation>
        </message>
        <message>
            <source>keyboard</source>
            <translation>Tastatur</translation>
        </message>
        <message>
            <source>Show pictures of contacts</source>
            <translation>Bilder von Kontakten zeigen</translation>
        </message>
        <message>
            <source>Pictures come from other servers, which then see that you are looking at the contact. While this is off, nothing is loaded.</source>
            <translation>Bilder kommen von anderen Servern, die dann sehen, dass Sie den Kontakt ansehen. Solange dies aus ist, wird nichts geladen.</translation>
        </message>
        <message>
            <source>images photos</source>
            <translation>Bilder Fotos</translation>
        </message>
        <message>
            <source>Notify me when an account needs me</source>
            <translation>Mitteilen, wenn ein Konto mich braucht</translation>
        </message>
        <message>
            <source>While you are not looking at the window, once a day and account at most. What goes well is never announced.</source>
            <translation>Solange Sie nicht auf das Fenster sehen, höchstens einmal je Tag und Konto. Was gelingt, wird nie gemeldet.</translation>
        </message>
        <message>
            <source>Let other programs on this computer use CRM Desk</source>
            <translation>Andere Programme auf diesem Computer dürfen CRM Desk nutzen</translation>
        </message>
        <message>
            <source>Only on this computer, and only with a key. Off: nothing listens.</source>
            <translation>Nur auf diesem Computer und nur mit einem Schlüssel. Aus: Nichts hört zu.</translation>
        </message>
        <message>
            <source>local API server http rest</source>
            <translation>lokale API Server http rest Schnittstelle</translation>
        </message>
        <message>
            <source>Port and address</source>
            <translation>Port und Adresse</translation>
        </message>
        <message>
            <source>If another program has the port, that is said here; no other one is taken.</source>
            <translation>Hat ein anderes Programm den Port, steht es hier; ein anderer wird nicht genommen.</translation>
        </message>
        <message>
            <source>Also without the window</source>
            <translation>Auch ohne Fenster</translation>
        </message>
        <message>
            <source>“crmdesk api service install” in a terminal lets your system start it at each sign-in; it shows first what it writes. A window that opens takes over.</source>
            <translation>„crmdesk api service install“ in einem Terminal lässt Ihr System sie bei jeder Anmeldung starten; es zeigt zuerst, was es schreibt. Ein Fenster, das sich öffnet, übernimmt.</translation>
        </message>
        <message>
            <source>service background headless</source>
            <translation>Dienst Hintergrund</translation>
        </message>
        <message>
            <source>Ways of speaking</source>
            <translation>Sprechweisen</translation>
        </message>
        <message>
            <source>For programs that were made for another server. Each can be switched off.</source>
            <translation>Für Programme, die für einen anderen Server gemacht wurden. Jede lässt sich abschalten.</translation>
        </message>
        <message>
            <source>dialects routes</source>
            <translation>Dialekte Routen</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Schlüssel</translation>
        </message>
        <message>
            <source>token access rights revoke</source>
            <translation>Token Zugriff Rechte Widerruf</translation>
        </message>
        <message>
            <source>Web pages</source>
            <translation>Webseiten</translation>
        </message>
        <message>
            <source>A page in a browser needs a key too. All that are not listed are refused.</source>
            <translation>Auch eine Seite im Browser braucht einen Schlüssel. Alle, die hier nicht stehen, werden abgelehnt.</translation>
        </message>
        <message>
            <source>origins CORS browser</source>
            <translation>Herkunft CORS Browser</translation>
        </message>
        <message>
            <source>Hooks</source>
            <translation>Hooks</translation>
        </message>
        <message>
            <source>Addresses that are told of changes: what changed and of whom, never values.</source>
            <translation>Adressen, die von Änderungen erfahren: was sich bei wem geändert hat, nie Werte.</translation>
        </message>
        <message>
            <source>webhooks</source>
            <translation>Webhooks</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Aktivität</translation>
        </message>
        <message>
            <source>What keys wrote, and what was refused.</source>
            <translation>Was Schlüssel geschrieben haben und was abgelehnt wurde.</translation>
        </message>
        <message>
            <source>audit log</source>
            <translation>Prüfprotokoll</translation>
        </message>
        <message>
            <source>Folders</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>database profile log</source>
            <translation>Datenbank Profil Protokoll</translation>
        </message>
        <message>
            <source>What the log holds</source>
            <translation>Was das Protokoll enthält</translation>
        </message>
        <message>
            <source>Never keys, and no values of contacts.</source>
            <translation>Nie Schlüssel und keine Werte von Kontakten.</translation>
        </message>
        <message>
            <source>log level debug</source>
            <translation>Protokollstufe Fehlersuche</translation>
        </message>
        <message>
            <source>Check the database</source>
            <translation>Datenbank prüfen</translation>
        </message>
        <message>
            <source>Looks whether the file and its search index are sound.</source>
            <translation>Sieht nach, ob die Datei und ihr Suchindex heil sind.</translation>
        </message>
        <message>
            <source>Back up</source>
            <translation>Sichern</translation>
        </message>
        <message>
            <source>A verified copy, made while you work. One is made daily by itself; seven are kept.</source>
            <translation>Eine geprüfte Kopie, während Sie arbeiten. Täglich entsteht eine von selbst; sieben werden behalten.</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>Sicherung wiederherstellen</translation>
        </message>
        <message>
            <source>CRM Desk opens again with the chosen backup. The database of now is kept beside it, so this can be undone by restoring that one.</source>
            <translation>CRM Desk öffnet sich mit der gewählten Sicherung neu. Die jetzige Datenbank bleibt daneben liegen; wer sie wiederherstellt, macht dies rückgängig.</translation>
        </message>
    </context>
    <context>
        <name>SettingsHost</name>
        <message>
            <source>Keep the theme</source>
            <translation>Farben merken</translation>
        </message>
        <message>
            <source>Keep the text size</source>
            <translation>Schriftgröße merken</translation>
        </message>
    </context>
    <context>
        <name>SettingsWindow</name>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Search the settings</source>
            <translation>Einstellungen durchsuchen</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <source>No setting is called like that.</source>
            <translation>So heißt keine Einstellung.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>ShortcutSheet</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>Find a shortcut</source>
            <translation>Tastenkürzel suchen</translation>
        </message>
        <message>
            <source>In the list</source>
            <translation>In der Liste</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsPage</name>
        <message>
            <source>Reset all keys</source>
            <translation>Alle Tasten zurücksetzen</translation>
        </message>
        <message>
            <source>{keys} is “{command}” already.</source>
            <translation>{keys} ist schon „{command}“.</translation>
        </message>
        <message>
            <source>{keys} belongs to the window itself and was not taken.</source>
            <translation>{keys} gehört dem Fenster selbst und wurde nicht übernommen.</translation>
        </message>
        <message>
            <source>{keys} is needed for typing and was not taken.</source>
            <translation>{keys} wird zum Tippen gebraucht und wurde nicht übernommen.</translation>
        </message>
        <message>
            <source>{keys} usually belongs to the system, and may not arrive here.</source>
            <translation>{keys} gehört meist dem System und kommt hier vielleicht nicht an.</translation>
        </message>
    </context>
    <context>
        <name>ShownOnce</name>
        <message>
            <source>I have kept it</source>
            <translation>Ich habe es aufbewahrt</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Copy: {name}</source>
            <translation>Kopieren: {name}</translation>
        </message>
    </context>
    <context>
        <name>SideBySide</name>
        <message>
            <source>The same in all: {fields}</source>
            <translation>Überall gleich: {fields}</translation>
        </message>
        <message>
            <source>linked already</source>
            <translation>schon verknüpft</translation>
        </message>
        <message>
            <source>ticked</source>
            <translation>angehakt</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>ausgelassen</translation>
        </message>
    </context>
    <context>
        <name>SideBySideView</name>
        <message>
            <source>Records side by side</source>
            <translation>Datensätze nebeneinander</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Places</source>
            <translation>Orte</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Konten</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Ansichten</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>Zu klären</translation>
        </message>
        <message>
            <source>Same person?</source>
            <translation>Dieselbe Person?</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Entwürfe</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>Papierkorb</translation>
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>Which API?</source>
            <translation>Welche API?</translation>
        </message>
        <message>
            <source>Check {fields}, then try again</source>
            <translation>Prüfen Sie {fields} und versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <source>Wait a little, then try again</source>
            <translation>Warten Sie ein wenig und versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <source>Check “{address}” and your connection to the internet, then try again</source>
            <translation>Prüfen Sie „{address}“ und Ihre Internetverbindung und versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <source>Check your connection to the internet, then try again</source>
            <translation>Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <source>Check “{address}”, then try again</source>
            <translation>Prüfen Sie „{address}“ und versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <source>Try again later</source>
            <translation>Versuchen Sie es später noch einmal</translation>
        </message>
        <message>
            <source>Enter {value} under “{title}”</source>
            <translation>Geben Sie unter „{title}“ {value} ein</translation>
        </message>
        <message>
            <source>“{value}” under “{title}”</source>
            <translation>„{value}“ unter „{title}“</translation>
        </message>
        <message>
            <source>Choose “{value}” under “{title}”</source>
            <translation>Wählen Sie „{value}“ unter „{title}“</translation>
        </message>
    </context>
    <context>
        <name>SignInPage</name>
        <message>
            <source>Sign in to {crm}</source>
            <translation>Bei {crm} anmelden</translation>
        </message>
        <message>
            <source>{crm}: by file, not live</source>
            <translation>{crm}: per Datei, nicht live</translation>
        </message>
        <message>
            <source>Secrets are encrypted on this computer, and never logged or exported.</source>
            <translation>Geheimes liegt verschlüsselt auf diesem Computer und wird nie protokolliert oder exportiert.</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Which account of {crm}?</source>
            <translation>Welches Konto von {crm}?</translation>
        </message>
        <message numerus="yes">
            <source>%Ln value(s) from {file}</source>
            <translation>
                <numerusform>%Ln Wert aus {file}</numerusform>
                <numerusform>%Ln Werte aus {file}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>State</name>
        <message>
            <source>Changed in both places</source>
            <translation>An beiden Orten geändert</translation>
        </message>
        <message>
            <source>A change was not accepted</source>
            <translation>Eine Änderung wurde nicht angenommen</translation>
        </message>
        <message>
            <source>A record could not be read</source>
            <translation>Ein Datensatz war nicht lesbar</translation>
        </message>
        <message>
            <source>Deleted in its CRM</source>
            <translation>In seinem CRM gelöscht</translation>
        </message>
        <message>
            <source>Archived in its CRM</source>
            <translation>In seinem CRM archiviert</translation>
        </message>
        <message>
            <source>Waiting to be sent</source>
            <translation>Wartet auf das Senden</translation>
        </message>
        <message>
            <source>Out of the account’s scope</source>
            <translation>Außerhalb der Auswahl des Kontos</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Progress of the sync</source>
            <translation>Fortschritt des Abgleichs</translation>
        </message>
        <message>
            <source>Opens the list of changes that wait to be sent</source>
            <translation>Öffnet die Liste der Änderungen, die auf das Senden warten</translation>
        </message>
        <message>
            <source>{n} selected</source>
            <translation>{n} ausgewählt</translation>
        </message>
        <message>
            <source>Local API</source>
            <translation>Lokale API</translation>
        </message>
        <message>
            <source>Opens the settings of the local API</source>
            <translation>Öffnet die Einstellungen der lokalen API</translation>
        </message>
        <message>
            <source>On: {address}</source>
            <translation>An: {address}</translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (waits|wait) to be sent</source>
            <translation>
                <numerusform>%Ln Änderung wartet auf das Senden</numerusform>
                <numerusform>%Ln Änderungen warten auf das Senden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (needs|need) you</source>
            <translation>
                <numerusform>%Ln Änderung braucht Sie</numerusform>
                <numerusform>%Ln Änderungen brauchen Sie</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (waits|wait) for the next export of (its|their) program</source>
            <translation>
                <numerusform>%Ln Änderung wartet auf den nächsten Export ihres Programms</numerusform>
                <numerusform>%Ln Änderungen warten auf den nächsten Export ihres Programms</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) not saved</source>
            <translation>
                <numerusform>%Ln Änderung nicht gespeichert</numerusform>
                <numerusform>%Ln Änderungen nicht gespeichert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln draft(s)</source>
            <translation>
                <numerusform>%Ln Entwurf</numerusform>
                <numerusform>%Ln Entwürfe</numerusform>
            </translation>
        </message>
        <message>
            <source>Something new is not saved</source>
            <translation>Etwas Neues ist nicht gespeichert</translation>
        </message>
        <message>
            <source>All changes saved</source>
            <translation>Alle Änderungen gespeichert</translation>
        </message>
        <message>
            <source>Opens the drafts</source>
            <translation>Öffnet die Entwürfe</translation>
        </message>
        <message>
            <source>Sending to {account}</source>
            <translation>Wird an {account} gesendet</translation>
        </message>
        <message>
            <source>Pulling {account}: {done} of {total}</source>
            <translation>{account} wird abgerufen: {done} von {total}</translation>
        </message>
        <message>
            <source>Pulling {account}: {done}</source>
            <translation>{account} wird abgerufen: {done}</translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>Every 15 minutes</source>
            <translation>Alle 15 Minuten</translation>
        </message>
        <message>
            <source>Every 30 minutes</source>
            <translation>Alle 30 Minuten</translation>
        </message>
        <message>
            <source>Every hour</source>
            <translation>Jede Stunde</translation>
        </message>
        <message>
            <source>Every 2 hours</source>
            <translation>Alle 2 Stunden</translation>
        </message>
        <message>
            <source>Every 4 hours</source>
            <translation>Alle 4 Stunden</translation>
        </message>
        <message>
            <source>Every day at 6:00</source>
            <translation>Jeden Tag um 6:00</translation>
        </message>
        <message>
            <source>Only by hand</source>
            <translation>Nur von Hand</translation>
        </message>
        <message>
            <source>Your changes are still sent, and “Sync now” always works.</source>
            <translation>Ihre Änderungen werden trotzdem gesendet, und „Jetzt synchronisieren“ geht immer.</translation>
        </message>
        <message>
            <source>This system does not tell whether its network is metered, so nothing can be spared.</source>
            <translation>Dieses System sagt nicht, ob sein Netz getaktet ist; daher lässt sich nichts einsparen.</translation>
        </message>
    </context>
    <context>
        <name>SyncPanel</name>
        <message>
            <source>Accounts</source>
            <translation>Konten</translation>
        </message>
        <message>
            <source>No CRM is connected yet. Connecting one brings its contacts here and writes nothing there.</source>
            <translation>Noch ist kein CRM verbunden. Eines zu verbinden bringt seine Kontakte hierher und schreibt dort nichts.</translation>
        </message>
        <message>
            <source>Connect a CRM…</source>
            <translation>CRM verbinden…</translation>
        </message>
        <message>
            <source>Lists of the sync</source>
            <translation>Listen des Abgleichs</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>Listen</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Aktivität</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartend</translation>
        </message>
        <message>
            <source>Changed in both places</source>
            <translation>An beiden Orten geändert</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>Probleme</translation>
        </message>
        <message>
            <source>Connect another CRM…</source>
            <translation>Weiteres CRM verbinden…</translation>
        </message>
        <message>
            <source>Resume the account</source>
            <translation>Konto fortsetzen</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Jetzt synchronisieren</translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (waits|wait) to be handed over</source>
            <translation>
                <numerusform>%Ln Änderung wartet auf die Übergabe</numerusform>
                <numerusform>%Ln Änderungen warten auf die Übergabe</numerusform>
            </translation>
        </message>
        <message>
            <source>Handed over · waits for the next export</source>
            <translation>Übergeben · wartet auf den nächsten Export</translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (waits|wait) to be sent</source>
            <translation>
                <numerusform>%Ln Änderung wartet auf das Senden</numerusform>
                <numerusform>%Ln Änderungen warten auf das Senden</numerusform>
            </translation>
        </message>
        <message>
            <source>Paused until {when}</source>
            <translation>Angehalten bis {when}</translation>
        </message>
        <message>
            <source>Waits until {when}: the CRM asked for a pause</source>
            <translation>Wartet bis {when}: Das CRM bat um eine Pause</translation>
        </message>
        <message>
            <source>Failing since {when}</source>
            <translation>Schlägt fehl seit {when}</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} von {total}</translation>
        </message>
        <message numerus="yes">
            <source>%Ln read</source>
            <translation>
                <numerusform>%Ln gelesen</numerusform>
                <numerusform>%Ln gelesen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln waiting</source>
            <translation>
                <numerusform>%Ln wartet</numerusform>
                <numerusform>%Ln warten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln handed over</source>
            <translation>
                <numerusform>%Ln übergeben</numerusform>
                <numerusform>%Ln übergeben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln not accepted</source>
            <translation>
                <numerusform>%Ln nicht angenommen</numerusform>
                <numerusform>%Ln nicht angenommen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln changed in both places</source>
            <translation>
                <numerusform>%Ln an beiden Orten geändert</numerusform>
                <numerusform>%Ln an beiden Orten geändert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln problem(s)</source>
            <translation>
                <numerusform>%Ln Problem</numerusform>
                <numerusform>%Ln Probleme</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more (is|are) archived or gone in {account}, and kept out of the list.</source>
            <translation>
                <numerusform>%Ln weiterer ist in {account} archiviert oder weg und steht nicht in der Liste.</numerusform>
                <numerusform>%Ln weitere sind in {account} archiviert oder weg und stehen nicht in der Liste.</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Reconnect</source>
            <translation>Neu verbinden</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>Übergeben…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Abgleich</translation>
        </message>
        <message>
            <source>last synced {when}</source>
            <translation>zuletzt synchronisiert {when}</translation>
        </message>
        <message>
            <source>first sync</source>
            <translation>erster Abgleich</translation>
        </message>
        <message>
            <source>syncs by itself again off the metered network</source>
            <translation>synchronisiert im ungetakteten Netz wieder von selbst</translation>
        </message>
        <message>
            <source>next {when}, after the quiet hours</source>
            <translation>nächster {when}, nach der Ruhezeit</translation>
        </message>
        <message>
            <source>next {when}</source>
            <translation>nächster {when}</translation>
        </message>
        <message>
            <source>syncing…</source>
            <translation>läuft…</translation>
        </message>
        <message>
            <source>{n} new</source>
            <translation>{n} neu</translation>
        </message>
        <message>
            <source>{n} changed</source>
            <translation>{n} geändert</translation>
        </message>
        <message>
            <source>{n} same</source>
            <translation>{n} gleich</translation>
        </message>
        <message>
            <source>{n} removed</source>
            <translation>{n} entfernt</translation>
        </message>
        <message>
            <source>{n} out of scope</source>
            <translation>{n} außerhalb der Auswahl</translation>
        </message>
        <message>
            <source>{n} could not be read</source>
            <translation>{n} nicht lesbar</translation>
        </message>
        <message>
            <source>pulled {n}</source>
            <translation>{n} abgerufen</translation>
        </message>
        <message>
            <source>nothing pulled</source>
            <translation>nichts abgerufen</translation>
        </message>
        <message>
            <source>sent {n}</source>
            <translation>{n} gesendet</translation>
        </message>
        <message>
            <source>{n} not accepted</source>
            <translation>{n} nicht angenommen</translation>
        </message>
        <message>
            <source>{n} changed in both places</source>
            <translation>{n} an beiden Orten geändert</translation>
        </message>
        <message>
            <source>under way</source>
            <translation>läuft</translation>
        </message>
        <message>
            <source>partly done</source>
            <translation>teilweise erledigt</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>abgesagt</translation>
        </message>
        <message>
            <source>needs review</source>
            <translation>Prüfung nötig</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>übersprungen</translation>
        </message>
        <message>
            <source>the balance does not add up</source>
            <translation>die Bilanz geht nicht auf</translation>
        </message>
        <message>
            <source>Success</source>
            <translation>Erfolg</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
        <message>
            <source>{left} of {all} calls left this hour</source>
            <translation>noch {left} von {all} Aufrufen in dieser Stunde</translation>
        </message>
        <message>
            <source>{left} of {all} calls left today</source>
            <translation>noch {left} von {all} Aufrufen heute</translation>
        </message>
        <message>
            <source>{left} of {all} calls left this month</source>
            <translation>noch {left} von {all} Aufrufen in diesem Monat</translation>
        </message>
        <message>
            <source>this hour</source>
            <translation>diese Stunde</translation>
        </message>
        <message>
            <source>today</source>
            <translation>heute</translation>
        </message>
        <message>
            <source>this month</source>
            <translation>dieser Monat</translation>
        </message>
    </context>
    <context>
        <name>TableHeader</name>
        <message>
            <source>Columns</source>
            <translation>Spalten</translation>
        </message>
    </context>
    <context>
        <name>TableView</name>
        <message>
            <source>Contacts</source>
            <translation>Kontakte</translation>
        </message>
    </context>
    <context>
        <name>TagChip</name>
        <message>
            <source>Remove {tag}</source>
            <translation>{tag} entfernen</translation>
        </message>
    </context>
    <context>
        <name>TagColours</name>
        <message>
            <source>Red</source>
            <translation>Rot</translation>
        </message>
        <message>
            <source>Orange</source>
            <translation>Orange</translation>
        </message>
        <message>
            <source>Yellow</source>
            <translation>Gelb</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>Grün</translation>
        </message>
        <message>
            <source>Teal</source>
            <translation>Türkis</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>Blau</translation>
        </message>
        <message>
            <source>Purple</source>
            <translation>Violett</translation>
        </message>
        <message>
            <source>Pink</source>
            <translation>Rosa</translation>
        </message>
        <message>
            <source>No colour</source>
            <translation>Keine Farbe</translation>
        </message>
    </context>
    <context>
        <name>TagForm</name>
        <message>
            <source>Tag {things}</source>
            <translation>{things} taggen</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>The tags that there are</source>
            <translation>Vorhandene Tags</translation>
        </message>
        <message>
            <source>Type a tag, or several with commas between.</source>
            <translation>Tippen Sie einen Tag, oder mehrere mit Kommas dazwischen.</translation>
        </message>
    </context>
    <context>
        <name>TagsEditor</name>
        <message>
            <source>Add to {field}</source>
            <translation>Zu {field} hinzufügen</translation>
        </message>
        <message>
            <source>Add a tag</source>
            <translation>Tag hinzufügen</translation>
        </message>
    </context>
    <context>
        <name>TagsWindow</name>
        <message>
            <source>Tags</source>
            <translation>Tags</translation>
        </message>
        <message>
            <source>Find a tag</source>
            <translation>Tag suchen</translation>
        </message>
        <message>
            <source>Tags, the most used first</source>
            <translation>Tags, die meistbenutzten zuerst</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Used by</source>
            <translation>Benutzt von</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Farbe</translation>
        </message>
        <message>
            <source>Rename or join…</source>
            <translation>Umbenennen oder vereinen…</translation>
        </message>
        <message>
            <source>Rename or join the tag</source>
            <translation>Tag umbenennen oder vereinen</translation>
        </message>
        <message>
            <source>New name; that of another tag joins the two</source>
            <translation>Neuer Name; der eines anderen Tags vereint die beiden</translation>
        </message>
        <message>
            <source>There is a tag “{new}” already. Join “{old}” with it?</source>
            <translation>Es gibt schon einen Tag „{new}“. „{old}“ damit vereinen?</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Vereinen</translation>
        </message>
        <message>
            <source>Delete everywhere…</source>
            <translation>Überall löschen…</translation>
        </message>
        <message>
            <source>The tags that there are</source>
            <translation>Die vorhandenen Tags</translation>
        </message>
        <message>
            <source>Nobody has a tag yet. Select people in the list and press T.</source>
            <translation>Noch hat niemand einen Tag. Wählen Sie Personen in der Liste aus und drücken Sie T.</translation>
        </message>
        <message>
            <source>Sent to {accounts}.</source>
            <translation>Wird an {accounts} gesendet.</translation>
        </message>
        <message>
            <source>Only read from {accounts}.</source>
            <translation>Aus {accounts} nur gelesen.</translation>
        </message>
        <message>
            <source>Wherever a CRM takes no tags, they are kept on this computer.</source>
            <translation>Wo ein CRM keine Tags annimmt, bleiben sie auf diesem Computer.</translation>
        </message>
        <message>
            <source>Colour the tag</source>
            <translation>Tag färben</translation>
        </message>
        <message>
            <source>What would change</source>
            <translation>Was sich ändern würde</translation>
        </message>
        <message>
            <source>Delete the tag “{tag}” everywhere?</source>
            <translation>Den Tag „{tag}“ überall löschen?</translation>
        </message>
        <message>
            <source>Delete everywhere</source>
            <translation>Überall löschen</translation>
        </message>
        <message>
            <source>Rename “{old}” to “{new}”?</source>
            <translation>„{old}“ in „{new}“ umbenennen?</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>{things} changed</source>
            <translation>{things} geändert</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>ThingList</name>
        <message>
            <source>List</source>
            <translation>Liste</translation>
        </message>
        <message>
            <source>Show more</source>
            <translation>Mehr zeigen</translation>
        </message>
        <message>
            <source>Read the list</source>
            <translation>Liste lesen</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Ohne Namen</translation>
        </message>
        <message>
            <source>A removed account</source>
            <translation>Ein entferntes Konto</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Alles auswählen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln selected</source>
            <translation>
                <numerusform>%Ln ausgewählt</numerusform>
                <numerusform>%Ln ausgewählt</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose some first</source>
            <translation>Wählen Sie zuerst einige</translation>
        </message>
    </context>
    <context>
        <name>Told</name>
        <message>
            <source>That did not work</source>
            <translation>Das hat nicht geklappt</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>Try again.</source>
            <translation>Versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>That cannot be done as asked</source>
            <translation>So geht das nicht</translation>
        </message>
        <message>
            <source>Correct the request and try again.</source>
            <translation>Berichtigen Sie die Eingabe und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>Nicht gefunden</translation>
        </message>
        <message>
            <source>Check the id or the name.</source>
            <translation>Prüfen Sie die Nummer oder den Namen.</translation>
        </message>
        <message>
            <source>This account is already connected</source>
            <translation>Dieses Konto ist schon verbunden</translation>
        </message>
        <message>
            <source>Use the account that exists, or remove it first.</source>
            <translation>Verwenden Sie das vorhandene Konto, oder entfernen Sie es zuerst.</translation>
        </message>
        <message>
            <source>The search was not understood</source>
            <translation>Die Suche wurde nicht verstanden</translation>
        </message>
        <message>
            <source>Correct what is marked.</source>
            <translation>Berichtigen Sie, was markiert ist.</translation>
        </message>
        <message>
            <source>The account was not connected</source>
            <translation>Das Konto wurde nicht verbunden</translation>
        </message>
        <message>
            <source>Choose one of the accounts, and sign in again.</source>
            <translation>Wählen Sie eines der Konten und melden Sie sich neu an.</translation>
        </message>
        <message>
            <source>The CRM could not do that</source>
            <translation>Das CRM konnte das nicht tun</translation>
        </message>
        <message>
            <source>Everything you entered is kept here.</source>
            <translation>Alles, was Sie eingegeben haben, bleibt hier erhalten.</translation>
        </message>
        <message>
            <source>Try again later.</source>
            <translation>Versuchen Sie es später noch einmal.</translation>
        </message>
        <message>
            <source>The CRM refused the sign-in</source>
            <translation>Das CRM hat die Anmeldung abgelehnt</translation>
        </message>
        <message>
            <source>Your edits are kept here and wait.</source>
            <translation>Ihre Änderungen bleiben hier und warten.</translation>
        </message>
        <message>
            <source>Reconnect the account with a valid key.</source>
            <translation>Verbinden Sie das Konto mit einem gültigen Schlüssel neu.</translation>
        </message>
        <message>
            <source>The CRM asks for a pause</source>
            <translation>Das CRM bittet um eine Pause</translation>
        </message>
        <message>
            <source>Nothing to do: the desk goes on by itself when the time has passed.</source>
            <translation>Nichts zu tun: Es geht von selbst weiter, wenn die Zeit um ist.</translation>
        </message>
        <message>
            <source>The quota is nearly used up</source>
            <translation>Das Kontingent ist fast aufgebraucht</translation>
        </message>
        <message>
            <source>The CRM cannot be reached</source>
            <translation>Das CRM ist nicht zu erreichen</translation>
        </message>
        <message>
            <source>Check the connection; the desk tries again by itself.</source>
            <translation>Prüfen Sie die Verbindung; CRM Desk versucht es von selbst wieder.</translation>
        </message>
        <message>
            <source>It is not known whether the CRM took the change</source>
            <translation>Ob das CRM die Änderung angenommen hat, ist nicht bekannt</translation>
        </message>
        <message>
            <source>Nothing to do: the desk looks it up before it sends anything again.</source>
            <translation>Nichts zu tun: Es wird nachgesehen, bevor wieder etwas gesendet wird.</translation>
        </message>
        <message>
            <source>The record changed there meanwhile</source>
            <translation>Der Datensatz hat sich dort inzwischen geändert</translation>
        </message>
        <message>
            <source>Nothing to do: the desk merges and sends again.</source>
            <translation>Nichts zu tun: Beides wird zusammengefügt und neu gesendet.</translation>
        </message>
        <message>
            <source>The record no longer exists in the CRM</source>
            <translation>Den Datensatz gibt es im CRM nicht mehr</translation>
        </message>
        <message>
            <source>Decide whether to create it again or to delete it here too.</source>
            <translation>Entscheiden Sie, ob er neu angelegt oder auch hier gelöscht wird.</translation>
        </message>
        <message>
            <source>The record already exists in the CRM</source>
            <translation>Den Datensatz gibt es im CRM schon</translation>
        </message>
        <message>
            <source>Link the contact to the record that exists.</source>
            <translation>Verknüpfen Sie den Kontakt mit dem vorhandenen Datensatz.</translation>
        </message>
        <message>
            <source>The CRM did not take the change</source>
            <translation>Das CRM hat die Änderung nicht angenommen</translation>
        </message>
        <message>
            <source>Change the value, or keep it on this computer only.</source>
            <translation>Ändern Sie den Wert, oder behalten Sie ihn nur auf diesem Computer.</translation>
        </message>
        <message>
            <source>The key may not do that</source>
            <translation>Der Schlüssel darf das nicht</translation>
        </message>
        <message>
            <source>Give the key that right in the CRM.</source>
            <translation>Geben Sie dem Schlüssel dieses Recht im CRM.</translation>
        </message>
        <message>
            <source>This CRM cannot do that</source>
            <translation>Dieses CRM kann das nicht</translation>
        </message>
        <message>
            <source>Keep the value on this computer only, or do it in the CRM itself.</source>
            <translation>Behalten Sie den Wert nur auf diesem Computer, oder tun Sie es im CRM selbst.</translation>
        </message>
        <message>
            <source>The answer was not understood</source>
            <translation>Die Antwort wurde nicht verstanden</translation>
        </message>
        <message>
            <source>Check the base address of the account; if it is right, try again later.</source>
            <translation>Prüfen Sie die Basisadresse des Kontos; stimmt sie, versuchen Sie es später noch einmal.</translation>
        </message>
        <message>
            <source>The database could not be used</source>
            <translation>Die Datenbank ließ sich nicht verwenden</translation>
        </message>
        <message>
            <source>What was saved before is unchanged.</source>
            <translation>Zuvor Gespeichertes ist unverändert.</translation>
        </message>
        <message>
            <source>Run the doctor and restore a backup if it says so.</source>
            <translation>Lassen Sie die Datenbank prüfen (`crmdesk doctor`) und stellen Sie eine Sicherung wieder her, wenn es dazu rät.</translation>
        </message>
        <message>
            <source>The disk is full</source>
            <translation>Der Datenträger ist voll</translation>
        </message>
        <message>
            <source>What was saved before is unchanged; the last change was not saved.</source>
            <translation>Zuvor Gespeichertes ist unverändert; die letzte Änderung wurde nicht gespeichert.</translation>
        </message>
        <message>
            <source>Free some room, then save again.</source>
            <translation>Schaffen Sie Platz und speichern Sie dann noch einmal.</translation>
        </message>
        <message>
            <source>Another program holds the database</source>
            <translation>Ein anderes Programm hält die Datenbank</translation>
        </message>
        <message>
            <source>Close the other program (a backup or cloud-sync tool, perhaps) and try again.</source>
            <translation>Schließen Sie das andere Programm (etwa eine Sicherung oder Cloud-Ablage) und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The database cannot be written</source>
            <translation>Die Datenbank lässt sich nicht beschreiben</translation>
        </message>
        <message>
            <source>Allow writing to the profile folder, or choose another with --profile.</source>
            <translation>Erlauben Sie das Schreiben in den Profilordner, oder wählen Sie mit --profile einen anderen.</translation>
        </message>
        <message>
            <source>The database file is damaged</source>
            <translation>Die Datenbankdatei ist beschädigt</translation>
        </message>
        <message>
            <source>The damaged file is left as it is; backups are untouched.</source>
            <translation>Die beschädigte Datei bleibt, wie sie ist; Sicherungen sind unberührt.</translation>
        </message>
        <message>
            <source>Restore the last good backup.</source>
            <translation>Stellen Sie die letzte gute Sicherung wieder her.</translation>
        </message>
        <message>
            <source>A newer version of CRM Desk wrote this profile</source>
            <translation>Eine neuere Version von CRM Desk hat dieses Profil geschrieben</translation>
        </message>
        <message>
            <source>Install the newer version, or open another profile.</source>
            <translation>Installieren Sie die neuere Version, oder öffnen Sie ein anderes Profil.</translation>
        </message>
        <message>
            <source>Another CRM Desk holds this profile</source>
            <translation>Ein anderes CRM Desk verwendet dieses Profil</translation>
        </message>
        <message>
            <source>Use the window that is open, or close it.</source>
            <translation>Verwenden Sie das offene Fenster, oder schließen Sie es.</translation>
        </message>
        <message>
            <source>The secrets could not be used</source>
            <translation>Die Zugangsdaten ließen sich nicht verwenden</translation>
        </message>
        <message>
            <source>No secret was written anywhere else.</source>
            <translation>Nichts Geheimes wurde anderswo gespeichert.</translation>
        </message>
        <message>
            <source>Unlock the system keychain and try again.</source>
            <translation>Entsperren Sie den Schlüsselbund des Systems und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>There is no system keychain</source>
            <translation>Es gibt keinen Schlüsselbund des Systems</translation>
        </message>
        <message>
            <source>Set ENCRYPTION_KEY (base64 or hex of exactly 32 bytes) or give a passphrase.</source>
            <translation>Setzen Sie ENCRYPTION_KEY (genau 32 Bytes als Base64 oder hexadezimal), oder geben Sie eine Passphrase an.</translation>
        </message>
        <message>
            <source>The system keychain is locked</source>
            <translation>Der Schlüsselbund des Systems ist gesperrt</translation>
        </message>
        <message>
            <source>The vault was sealed with another key</source>
            <translation>Der Tresor wurde mit einem anderen Schlüssel versiegelt</translation>
        </message>
        <message>
            <source>The vault is unchanged.</source>
            <translation>Der Tresor ist unverändert.</translation>
        </message>
        <message>
            <source>Use the key or passphrase the vault was made with, or reconnect the accounts.</source>
            <translation>Verwenden Sie den Schlüssel oder die Passphrase, womit der Tresor angelegt wurde, oder verbinden Sie die Konten neu.</translation>
        </message>
        <message>
            <source>The vault file is damaged</source>
            <translation>Die Tresordatei ist beschädigt</translation>
        </message>
        <message>
            <source>The damaged file is kept beside the new one.</source>
            <translation>Die beschädigte Datei bleibt neben der neuen liegen.</translation>
        </message>
        <message>
            <source>Reconnect the accounts with their keys.</source>
            <translation>Verbinden Sie die Konten mit ihren Schlüsseln neu.</translation>
        </message>
        <message>
            <source>CRM Desk itself failed</source>
            <translation>CRM Desk selbst ist gescheitert</translation>
        </message>
        <message>
            <source>Run `crmdesk doctor` and report what the log says.</source>
            <translation>Führen Sie `crmdesk doctor` aus und melden Sie, was im Protokoll steht.</translation>
        </message>
        <message>
            <source>Start the demo</source>
            <translation>Demo starten</translation>
        </message>
        <message>
            <source>Choose the direction {0}.</source>
            <translation>Wählen Sie die Richtung {0}.</translation>
        </message>
        <message>
            <source>There is already an account “{0}”.</source>
            <translation>Es gibt schon ein Konto „{0}“.</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>Wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <source>{0} has {1}.</source>
            <translation>{0} hat {1}.</translation>
        </message>
        <message>
            <source>{0} lets nothing be deleted from outside.</source>
            <translation>{0} lässt von außen nichts löschen.</translation>
        </message>
        <message>
            <source>Deleting here will not delete in {0}</source>
            <translation>Hier Gelöschtes wird in {0} nicht gelöscht</translation>
        </message>
        <message>
            <source>{0} holds no removals back.</source>
            <translation>{0} hält keine Löschungen zurück.</translation>
        </message>
        <message>
            <source>“{0}” is connected to the same sign-in.</source>
            <translation>„{0}“ ist mit derselben Anmeldung verbunden.</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>Es gibt nichts rückgängig zu machen.</translation>
        </message>
        <message>
            <source>Nothing was changed</source>
            <translation>Nichts wurde geändert</translation>
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation>Es gibt nichts zu wiederholen.</translation>
        </message>
        <message>
            <source>Nothing of it can be taken back: {0}</source>
            <translation>Davon lässt sich nichts zurücknehmen: {0}</translation>
        </message>
        <message>
            <source>The conflict {0} was resolved before.</source>
            <translation>Über {0} wurde schon entschieden.</translation>
        </message>
        <message>
            <source>{0} is not set to hold {1}.</source>
            <translation>{0} ist nicht für {1} eingerichtet.</translation>
        </message>
        <message>
            <source>`crmdesk account set {0} --kinds` takes the kinds that it is to hold.</source>
            <translation>`crmdesk account set {0} --kinds` nimmt die Arten, die es enthalten soll.</translation>
        </message>
        <message>
            <source>There is no format “{0}”.</source>
            <translation>Es gibt kein Format „{0}“.</translation>
        </message>
        <message>
            <source>“{0}” is no order of dates.</source>
            <translation>„{0}“ ist keine Reihenfolge für ein Datum.</translation>
        </message>
        <message>
            <source>One of: dmy, mdy, ymd.</source>
            <translation>Möglich sind: dmy, mdy, ymd.</translation>
        </message>
        <message>
            <source>{0} is a folder.</source>
            <translation>{0} ist ein Ordner.</translation>
        </message>
        <message>
            <source>Choose a file in it.</source>
            <translation>Wählen Sie eine Datei darin.</translation>
        </message>
        <message>
            <source>{0} is no file but a device or a pipe.</source>
            <translation>{0} ist keine Datei, sondern ein Gerät oder eine Pipe.</translation>
        </message>
        <message>
            <source>Save what it gives into a file first.</source>
            <translation>Speichern Sie zuerst in einer Datei, was es liefert.</translation>
        </message>
        <message>
            <source>You left it out.</source>
            <translation>Sie haben es ausgelassen.</translation>
        </message>
        <message>
            <source>{0} is there already.</source>
            <translation>{0} gibt es schon.</translation>
        </message>
        <message>
            <source>The rows that failed were not written</source>
            <translation>Die fehlgeschlagenen Zeilen wurden nicht geschrieben</translation>
        </message>
        <message>
            <source>`crmdesk imports rows` lists them.</source>
            <translation>`crmdesk imports rows` zeigt sie.</translation>
        </message>
        <message>
            <source>It cannot be opened again.</source>
            <translation>Sie lässt sich nicht noch einmal öffnen.</translation>
        </message>
        <message>
            <source>Nothing was imported</source>
            <translation>Nichts wurde importiert</translation>
        </message>
        <message>
            <source>It came to its end.</source>
            <translation>Er ist abgeschlossen.</translation>
        </message>
        <message>
            <source>It was taken back.</source>
            <translation>Er wurde zurückgenommen.</translation>
        </message>
        <message>
            <source>Import the file again.</source>
            <translation>Importieren Sie die Datei noch einmal.</translation>
        </message>
        <message>
            <source>{0} is another one than it was then.</source>
            <translation>{0} ist eine andere Datei als damals.</translation>
        </message>
        <message>
            <source>Import it anew: whoever is here already is known again.</source>
            <translation>Importieren Sie sie neu: Wer schon hier ist, wird wiedererkannt.</translation>
        </message>
        <message>
            <source>There is a tag “{0}” already.</source>
            <translation>Es gibt schon einen Tag „{0}“.</translation>
        </message>
        <message>
            <source>The tag was not renamed</source>
            <translation>Der Tag wurde nicht umbenannt</translation>
        </message>
        <message>
            <source>Merge the two, or choose another name.</source>
            <translation>Vereinen Sie die beiden, oder wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <source>Nobody has the tag “{0}”.</source>
            <translation>Niemand hat den Tag „{0}“.</translation>
        </message>
        <message>
            <source>Nothing here has the id “{0}”.</source>
            <translation>Nichts hier hat die ID „{0}“.</translation>
        </message>
        <message>
            <source>{0} has no {1}.</source>
            <translation>{0} hat kein {1}.</translation>
        </message>
        <message>
            <source>There is no account “{0}”.</source>
            <translation>Es gibt kein Konto „{0}“.</translation>
        </message>
        <message>
            <source>`crmdesk account list` lists them.</source>
            <translation>`crmdesk account list` zeigt sie.</translation>
        </message>
        <message>
            <source>No key is stored for this account on this computer.</source>
            <translation>Für dieses Konto ist auf diesem Computer kein Schlüssel gespeichert.</translation>
        </message>
        <message>
            <source>The demo CRM cannot be started from here.</source>
            <translation>Das Demo-CRM lässt sich von hier aus nicht starten.</translation>
        </message>
        <message>
            <source>There is no view “{0}”.</source>
            <translation>Es gibt keine Ansicht „{0}“.</translation>
        </message>
        <message>
            <source>`crmdesk views` lists them.</source>
            <translation>`crmdesk views` zeigt sie.</translation>
        </message>
        <message>
            <source>That view is gone.</source>
            <translation>Diese Ansicht gibt es nicht mehr.</translation>
        </message>
        <message>
            <source>There is a view “{0}” already.</source>
            <translation>Es gibt schon eine Ansicht „{0}“.</translation>
        </message>
        <message>
            <source>The view was not saved</source>
            <translation>Die Ansicht wurde nicht gespeichert</translation>
        </message>
        <message>
            <source>An account needs a name, without a colon.</source>
            <translation>Ein Konto braucht einen Namen ohne Doppelpunkt.</translation>
        </message>
        <message>
            <source>“{0}” stands for what is kept on this computer.</source>
            <translation>„{0}“ steht für das, was nur auf diesem Computer liegt.</translation>
        </message>
        <message>
            <source>No field was chosen.</source>
            <translation>Es wurde kein Feld gewählt.</translation>
        </message>
        <message>
            <source>{0} is the CRM's own and cannot be changed.</source>
            <translation>{0} gehört dem CRM und lässt sich nicht ändern.</translation>
        </message>
        <message>
            <source>{0} is no list; set it instead.</source>
            <translation>{0} ist keine Liste; setzen Sie den Wert stattdessen.</translation>
        </message>
        <message>
            <source>There is nothing to look for.</source>
            <translation>Es gibt nichts zu suchen.</translation>
        </message>
        <message>
            <source>A tag has at least one letter.</source>
            <translation>Ein Tag hat mindestens einen Buchstaben.</translation>
        </message>
        <message>
            <source>A tag has {0} characters at most; this one has {1}.</source>
            <translation>Ein Tag hat höchstens {0} Zeichen; dieser hat {1}.</translation>
        </message>
        <message>
            <source>Shorten it, or keep the text as a note.</source>
            <translation>Kürzen Sie ihn, oder bewahren Sie den Text als Notiz auf.</translation>
        </message>
        <message>
            <source>“{0}” cannot stand here.</source>
            <translation>„{0}“ kann hier nicht stehen.</translation>
        </message>
        <message>
            <source>A {0} has no field “{1}”.</source>
            <translation>{0} hat kein Feld „{1}“.</translation>
        </message>
        <message>
            <source>A view's name has 1 to {0} characters.</source>
            <translation>Der Name einer Ansicht hat 1 bis {0} Zeichen.</translation>
        </message>
        <message>
            <source>The file holds no views.</source>
            <translation>Die Datei enthält keine Ansichten.</translation>
        </message>
        <message>
            <source>No view was taken</source>
            <translation>Keine Ansicht wurde übernommen</translation>
        </message>
        <message>
            <source>“{0}” is no rule of a scope.</source>
            <translation>„{0}“ ist keine Regel für die Auswahl.</translation>
        </message>
        <message>
            <source>A rule is written field:value,value for what is wanted, or -field:value for what is not.</source>
            <translation>Eine Regel schreibt man Feld:Wert,Wert für das Gewünschte oder -Feld:Wert für das, was nicht dabei sein soll.</translation>
        </message>
        <message>
            <source>The scope of {0} does not go by “{1}”.</source>
            <translation>Die Auswahl der {0} richtet sich nicht nach „{1}“.</translation>
        </message>
        <message>
            <source>It goes by {0}.</source>
            <translation>Sie richtet sich nach {0}.</translation>
        </message>
        <message>
            <source>The setting {0} cannot be “{1}”.</source>
            <translation>Die Einstellung {0} kann nicht „{1}“ sein.</translation>
        </message>
        <message>
            <source>The setting was not changed</source>
            <translation>Die Einstellung wurde nicht geändert</translation>
        </message>
        <message>
            <source>{0} is yes or no, not “{1}”.</source>
            <translation>{0} ist yes oder no, nicht „{1}“.</translation>
        </message>
        <message>
            <source>{0} is a date as YYYY-MM-DD, or --MM-DD without a year, not “{1}”.</source>
            <translation>{0} ist ein Datum wie JJJJ-MM-TT, ohne Jahr --MM-TT, nicht „{1}“.</translation>
        </message>
        <message>
            <source>{0} is a number, not “{1}”.</source>
            <translation>{0} ist eine Zahl, nicht „{1}“.</translation>
        </message>
        <message>
            <source>{0} is a JSON list such as ["a@b.example"], or of objects with "value" and "label", not “{1}”.</source>
            <translation>{0} ist eine JSON-Liste wie ["a@b.example"] oder eine von Objekten mit "value" und "label", nicht „{1}“.</translation>
        </message>
        <message>
            <source>Set one of them: {0}.</source>
            <translation>Setzen Sie eines davon: {0}.</translation>
        </message>
        <message>
            <source>A base address starts with https://, “{0}” does not.</source>
            <translation>Eine Basisadresse beginnt mit https://, „{0}“ nicht.</translation>
        </message>
        <message>
            <source>A base address has no blanks, line ends or backslashes in it.</source>
            <translation>Eine Basisadresse enthält keine Leerzeichen, Zeilenumbrüche oder umgekehrten Schrägstriche.</translation>
        </message>
        <message>
            <source>A base address holds no user name or password; the key goes into its own field.</source>
            <translation>Eine Basisadresse enthält weder Benutzernamen noch Passwort; der Schlüssel hat sein eigenes Feld.</translation>
        </message>
        <message>
            <source>A base address ends before “?” and “#”.</source>
            <translation>Eine Basisadresse endet vor „?“ und „#“.</translation>
        </message>
        <message>
            <source>http:// would send the key to {0} unencrypted; only this computer itself may be called so.</source>
            <translation>http:// würde den Schlüssel unverschlüsselt an {0} senden; nur dieser Computer selbst darf so aufgerufen werden.</translation>
        </message>
        <message>
            <source>Write the address with https://.</source>
            <translation>Schreiben Sie die Adresse mit https://.</translation>
        </message>
        <message>
            <source>A base address starts with https://, not {0}://.</source>
            <translation>Eine Basisadresse beginnt mit https://, nicht mit {0}://.</translation>
        </message>
        <message>
            <source>The base address names no host.</source>
            <translation>Die Basisadresse nennt keinen Server.</translation>
        </message>
        <message>
            <source>“{0}” is no valid host name.</source>
            <translation>„{0}“ ist kein gültiger Servername.</translation>
        </message>
        <message>
            <source>“{0}” is no address that can be called.</source>
            <translation>„{0}“ ist keine Adresse, die sich aufrufen lässt.</translation>
        </message>
        <message>
            <source>The host of the base address is no address that can be called.</source>
            <translation>Der Server der Basisadresse hat keine Adresse, die aufgerufen werden kann.</translation>
        </message>
        <message>
            <source>The list counts a number of records that no list can have.</source>
            <translation>Die Liste nennt eine Anzahl von Datensätzen, die keine Liste haben kann.</translation>
        </message>
        <message>
            <source>{0} does not know this call.</source>
            <translation>{0} kennt diesen Aufruf nicht.</translation>
        </message>
        <message>
            <source>{0} says: {1}</source>
            <translation>{0} sagt: {1}</translation>
        </message>
        <message>
            <source>{0} refused the values: {1}</source>
            <translation>{0} hat die Werte abgelehnt: {1}</translation>
        </message>
        <message>
            <source>CRM API</source>
            <translation>CRM API</translation>
        </message>
        <message>
            <source>page_size is a number from 1 to {0}, not “{1}”.</source>
            <translation>page_size ist eine Zahl von 1 bis {0}, nicht „{1}“.</translation>
        </message>
        <message>
            <source>The CRM API needs the address of your deployment.</source>
            <translation>Die CRM API braucht die Adresse Ihrer Installation.</translation>
        </message>
        <message>
            <source>Give base_url=https://yours.convex.site.</source>
            <translation>Geben Sie base_url=https://ihre.convex.site an.</translation>
        </message>
        <message>
            <source>This address ends in .convex.cloud, where the deployment's database is, not its CRM API.</source>
            <translation>Diese Adresse endet auf .convex.cloud: Dort liegt die Datenbank der Installation, nicht ihre CRM API.</translation>
        </message>
        <message>
            <source>Give base_url={0}.</source>
            <translation>Geben Sie base_url={0} an.</translation>
        </message>
        <message>
            <source>The CRM API lists no record with this id.</source>
            <translation>Die CRM API führt keinen Datensatz mit dieser ID.</translation>
        </message>
        <message>
            <source>The desk makes no events in the CRM API.</source>
            <translation>In der CRM API legt dieses Programm keine Termine an.</translation>
        </message>
        <message>
            <source>The CRM API has a contact with this email.</source>
            <translation>Die CRM API hat einen Kontakt mit dieser E-Mail-Adresse.</translation>
        </message>
        <message>
            <source>This server of the CRM API has no way to change what is there.</source>
            <translation>Dieser Server der CRM API kann nichts ändern, was dort steht.</translation>
        </message>
        <message>
            <source>This server of the CRM API has no way to delete anything.</source>
            <translation>Dieser Server der CRM API kann nichts löschen.</translation>
        </message>
        <message>
            <source>This server of the CRM API is of the first generation: it has no way to read a contact by its id.</source>
            <translation>Dieser Server der CRM API ist von der ersten Generation: Er kann keinen einzelnen Kontakt nach seiner ID lesen.</translation>
        </message>
        <message>
            <source>Nothing was saved</source>
            <translation>Nichts wurde gespeichert</translation>
        </message>
        <message>
            <source>Set api to auto, or to v1, and sign in again.</source>
            <translation>Setzen Sie api auf auto oder v1, und melden Sie sich neu an.</translation>
        </message>
        <message>
            <source>This key is for Dex's current API (v1), not for the legacy one.</source>
            <translation>Dieser Schlüssel gehört zur heutigen API von Dex (v1), nicht zur alten.</translation>
        </message>
        <message>
            <source>Set api=v1.</source>
            <translation>Setzen Sie api=v1.</translation>
        </message>
        <message>
            <source>page_size is a number from {0} to {1}, not “{2}”.</source>
            <translation>page_size ist eine Zahl von {0} bis {1}, nicht „{2}“.</translation>
        </message>
        <message>
            <source>Dex has no contact with this id.</source>
            <translation>Dex hat keinen Kontakt mit dieser ID.</translation>
        </message>
        <message>
            <source>Dex reports an error: {0}</source>
            <translation>Dex meldet einen Fehler: {0}</translation>
        </message>
        <message>
            <source>Dex did not say which contact it made.</source>
            <translation>Dex hat nicht gesagt, welchen Kontakt es angelegt hat.</translation>
        </message>
        <message>
            <source>“{0}” is longer than a file of settings.</source>
            <translation>„{0}“ ist länger, als eine Datei mit Einstellungen sein kann.</translation>
        </message>
        <message>
            <source>“{0}” is no text file.</source>
            <translation>„{0}“ ist keine Textdatei.</translation>
        </message>
        <message>
            <source>Nothing was found in “{0}”: {1}.</source>
            <translation>In „{0}“ wurde nichts gefunden: {1}.</translation>
        </message>
        <message>
            <source>“{0}” is no file.</source>
            <translation>„{0}“ ist keine Datei.</translation>
        </message>
        <message>
            <source>“{0}” cannot be read: {1}.</source>
            <translation>„{0}“ lässt sich nicht lesen: {1}.</translation>
        </message>
        <message>
            <source>Flex Rental</source>
            <translation>Flex Rental</translation>
        </message>
        <message>
            <source>Flex Rental needs the address of your Flex.</source>
            <translation>Flex Rental braucht die Adresse Ihres Flex.</translation>
        </message>
        <message>
            <source>Give base_url=https://yoursite.{0}{1}.</source>
            <translation>Geben Sie base_url=https://ihrname.{0}{1} an.</translation>
        </message>
        <message>
            <source>{0} is a number from {1} to {2}, not “{3}”.</source>
            <translation>{0} ist eine Zahl von {1} bis {2}, nicht „{3}“.</translation>
        </message>
        <message>
            <source>Nothing was read: the second page of Flex's list holds records of the first one, and no answer says which page it is.</source>
            <translation>Nichts wurde gelesen: Die zweite Seite der Liste von Flex enthält Datensätze der ersten, und keine Antwort sagt, welche Seite sie ist.</translation>
        </message>
        <message>
            <source>Flex counts the pages of its list in two ways: where page {0} was asked for, it answered {1}. The list was not read on, so that no contact is missed or taken for deleted.</source>
            <translation>Flex zählt die Seiten seiner Liste auf zwei Arten: Auf die Frage nach Seite {0} antwortete es mit {1}. Die Liste wurde nicht weiter gelesen, damit kein Kontakt fehlt oder als gelöscht gilt.</translation>
        </message>
        <message>
            <source>This Flex does not describe a way to change contacts.</source>
            <translation>Dieses Flex beschreibt keinen Weg, Kontakte zu ändern.</translation>
        </message>
        <message>
            <source>This Flex does not describe a way to delete contacts.</source>
            <translation>Dieses Flex beschreibt keinen Weg, Kontakte zu löschen.</translation>
        </message>
        <message>
            <source>The change was made, but Flex added {0} of the contact's addresses once more, and they cannot be taken away from here. {1}</source>
            <translation>Die Änderung wurde ausgeführt, aber Flex hat dabei Adressen des Kontakts ({0}) noch einmal angelegt, die sich von hier aus nicht entfernen lassen. {1}</translation>
        </message>
        <message>
            <source>Delete the doubled addresses of this contact in Flex.</source>
            <translation>Löschen Sie die doppelten Adressen dieses Kontakts in Flex.</translation>
        </message>
        <message>
            <source>Follow Up Boss</source>
            <translation>Follow Up Boss</translation>
        </message>
        <message>
            <source>{0} has it marked as deleted.</source>
            <translation>In {0} ist es als gelöscht markiert.</translation>
        </message>
        <message>
            <source>This CRM does not say who signs in.</source>
            <translation>Dieses CRM sagt nicht, wer sich anmeldet.</translation>
        </message>
        <message>
            <source>This CRM cannot read one record by itself.</source>
            <translation>Dieses CRM kann keinen einzelnen Datensatz lesen.</translation>
        </message>
        <message>
            <source>This CRM takes no registrations for events.</source>
            <translation>Dieses CRM nimmt keine Anmeldungen zu Terminen an.</translation>
        </message>
        <message>
            <source>{0} still has it, but no such call for this account: {1}</source>
            <translation>{0} hat es noch, aber keinen solchen Aufruf für dieses Konto: {1}</translation>
        </message>
        <message>
            <source>{0} still shows it after it was asked to delete it.</source>
            <translation>{0} zeigt es noch, nachdem das Löschen verlangt wurde.</translation>
        </message>
        <message>
            <source>There is no codec “{0}”; there are {1}.</source>
            <translation>Es gibt kein Umwandeln als „{0}“; es gibt {1}.</translation>
        </message>
        <message>
            <source>“{0}” is no path to a value of codec {1}.</source>
            <translation>„{0}“ ist kein Pfad zu einem Wert der Umwandlung {1}.</translation>
        </message>
        <message>
            <source>“{0}” cannot be read together as {1}.</source>
            <translation>„{0}“ lässt sich nicht zusammen als {1} lesen.</translation>
        </message>
        <message>
            <source>The Zena dialect of MRI Vault has no address of its own: it needs the one of your instance.</source>
            <translation>Der Zena-Dialekt von MRI Vault hat keine eigene Adresse: Er braucht die Ihrer Instanz.</translation>
        </message>
        <message>
            <source>Give the base address, such as https://vault.example.com.</source>
            <translation>Geben Sie die Basisadresse an, etwa https://vault.example.com.</translation>
        </message>
        <message>
            <source>The list {0} has no end.</source>
            <translation>Die Liste {0} hat kein Ende.</translation>
        </message>
        <message>
            <source>The stream of events leads back to itself, so its end cannot be found.</source>
            <translation>Der Strom der Ereignisse führt auf sich selbst zurück, sodass sein Ende nicht zu finden ist.</translation>
        </message>
        <message>
            <source>MRI Vault has no deal of this id.</source>
            <translation>MRI Vault hat kein Geschäft mit dieser ID.</translation>
        </message>
        <message>
            <source>This sale or lease is no longer the property's.</source>
            <translation>Dieser Verkauf oder diese Vermietung gehört nicht mehr zur Immobilie.</translation>
        </message>
        <message>
            <source>A commercial property has its deals beside its sale or lease.</source>
            <translation>Eine Gewerbeimmobilie hat ihre Geschäfte neben Verkauf oder Vermietung.</translation>
        </message>
        <message>
            <source>It is a mere listing again: nothing was agreed upon, and nobody offers.</source>
            <translation>Es ist wieder ein bloßes Angebot: Nichts wurde vereinbart, und niemand bietet.</translation>
        </message>
        <message>
            <source>This {0} is a deal in MRI Vault already.</source>
            <translation>{0} ist in MRI Vault schon ein Geschäft.</translation>
        </message>
        <message>
            <source>MRI Vault ends a sale or lease in the property itself.</source>
            <translation>MRI Vault beendet einen Verkauf oder eine Vermietung in der Immobilie selbst.</translation>
        </message>
        <message>
            <source>The list of lives has no end.</source>
            <translation>Die Liste der Vorgänge hat kein Ende.</translation>
        </message>
        <message>
            <source>MRI Vault</source>
            <translation>MRI Vault</translation>
        </message>
        <message>
            <source>page_size is a number from 10 to {0}, not “{1}”.</source>
            <translation>page_size ist eine Zahl von 10 bis {0}, nicht „{1}“.</translation>
        </message>
        <message>
            <source>MRI Vault knows no suburb “{0}”.</source>
            <translation>MRI Vault kennt keinen Ort „{0}“.</translation>
        </message>
        <message>
            <source>MRI Vault's API has no way to change this property of class “{0}”.</source>
            <translation>Die API von MRI Vault kann diese Immobilie der Klasse „{0}“ nicht ändern.</translation>
        </message>
        <message>
            <source>MRI Vault has no class “{0}”.</source>
            <translation>MRI Vault hat keine Klasse „{0}“.</translation>
        </message>
        <message>
            <source>MRI Vault has this {0} nowhere to be changed: {1}</source>
            <translation>In MRI Vault steht {0} nirgends, wo es sich ändern ließe: {1}</translation>
        </message>
        <message>
            <source>MRI Vault answered with another record than the one asked for.</source>
            <translation>MRI Vault antwortete mit einem anderen Datensatz als dem verlangten.</translation>
        </message>
        <message>
            <source>MRI Vault has whole numbers as ids.</source>
            <translation>MRI Vault hat ganze Zahlen als IDs.</translation>
        </message>
        <message>
            <source>MRI Vault shows “{0}” in a form that its API does not describe, so that it could not be put back: nothing was sent.</source>
            <translation>MRI Vault zeigt „{0}“ in einer Form, die seine API nicht beschreibt, sodass es sich nicht zurückschreiben ließe: Nichts wurde gesendet.</translation>
        </message>
        <message>
            <source>Change it in MRI Vault itself, and tell us what it shows.</source>
            <translation>Ändern Sie es in MRI Vault selbst, und sagen Sie uns, was es zeigt.</translation>
        </message>
        <message>
            <source>There is no provider “{0}”.</source>
            <translation>Es gibt keinen Anbieter „{0}“.</translation>
        </message>
        <message>
            <source>`crmdesk providers` lists them.</source>
            <translation>`crmdesk providers` zeigt sie.</translation>
        </message>
        <message>
            <source>{0} cannot be connected yet.</source>
            <translation>{0} lässt sich noch nicht verbinden.</translation>
        </message>
        <message>
            <source>`crmdesk providers` lists what works.</source>
            <translation>`crmdesk providers` zeigt, was geht.</translation>
        </message>
        <message>
            <source>{0} is one of {1}, or an address with https://, not “{2}”.</source>
            <translation>{0} ist eines von {1} oder eine Adresse mit https://, nicht „{2}“.</translation>
        </message>
        <message>
            <source>{0} is the two letters of a country, such as AU, DE or US, not “{1}”.</source>
            <translation>{0} sind die zwei Buchstaben eines Landes, etwa AU, DE oder US, nicht „{1}“.</translation>
        </message>
        <message>
            <source>{0} has no setting “{1}”; it has {2}.</source>
            <translation>{0} hat keine Einstellung „{1}“, sondern {2}.</translation>
        </message>
        <message>
            <source>{0} is one of {1}, not “{2}”.</source>
            <translation>{0} ist eines von {1}, nicht „{2}“.</translation>
        </message>
        <message>
            <source>{0} needs its {1}.</source>
            <translation>{0} braucht: {1}.</translation>
        </message>
        <message>
            <source>This is {0}, not the {1} of {2}.</source>
            <translation>Das ist {0}, nicht {1} von {2}.</translation>
        </message>
        <message>
            <source>There is no mapping {0}.</source>
            <translation>Es gibt keine Zuordnung {0}.</translation>
        </message>
        <message>
            <source>`crmdesk mappings` lists them.</source>
            <translation>`crmdesk mappings` zeigt sie.</translation>
        </message>
        <message>
            <source>There is no import {0}.</source>
            <translation>Es gibt keinen Import {0}.</translation>
        </message>
        <message>
            <source>`crmdesk imports` lists them.</source>
            <translation>`crmdesk imports` zeigt sie.</translation>
        </message>
        <message>
            <source>There is no event {0}.</source>
            <translation>Es gibt keinen Termin {0}.</translation>
        </message>
        <message>
            <source>link_by is {0}, with commas between several, or {1}, not “{2}”.</source>
            <translation>link_by ist {0}, mehrere durch Komma getrennt, oder {1}, nicht „{2}“.</translation>
        </message>
        <message>
            <source>{0} has no {1} for the desk.</source>
            <translation>{0} hat hier kein {1}.</translation>
        </message>
        <message>
            <source>The file is damaged</source>
            <translation>Die Datei ist beschädigt</translation>
        </message>
        <message>
            <source>Get it once more from where it comes from.</source>
            <translation>Holen Sie sie noch einmal von dort, wo sie herkommt.</translation>
        </message>
        <message>
            <source>The file could not be used</source>
            <translation>Die Datei ließ sich nicht verwenden</translation>
        </message>
        <message>
            <source>Check the file and try again.</source>
            <translation>Prüfen Sie die Datei, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The file is protected with a password</source>
            <translation>Die Datei ist mit einem Passwort geschützt</translation>
        </message>
        <message>
            <source>Open it where it was made and save it without a password.</source>
            <translation>Öffnen Sie sie dort, wo sie entstand, und speichern Sie sie ohne Passwort.</translation>
        </message>
        <message>
            <source>The file holds more than it can</source>
            <translation>Die Datei enthält mehr, als sie kann</translation>
        </message>
        <message>
            <source>Split it, or export it anew with fewer columns.</source>
            <translation>Teilen Sie sie, oder exportieren Sie sie neu mit weniger Spalten.</translation>
        </message>
        <message>
            <source>The file was not recognised</source>
            <translation>Die Datei wurde nicht erkannt</translation>
        </message>
        <message>
            <source>Save it as CSV, XLSX, JSON or vCard in the program it comes from.</source>
            <translation>Speichern Sie sie im Programm, aus dem sie kommt, als CSV, XLSX, JSON oder vCard.</translation>
        </message>
        <message>
            <source>The changes since then are no longer told</source>
            <translation>Die Änderungen seither werden nicht mehr mitgeteilt</translation>
        </message>
        <message>
            <source>Read the lists anew, and follow the feed from where it ends now.</source>
            <translation>Lesen Sie die Listen neu, und folgen Sie den Änderungen ab deren jetzigem Ende.</translation>
        </message>
        <message>
            <source>“{0}” is no type of event.</source>
            <translation>„{0}“ ist keine Art von Ereignis.</translation>
        </message>
        <message>
            <source>A hook asks for one type of event at least.</source>
            <translation>Ein Hook verlangt mindestens eine Art von Ereignis.</translation>
        </message>
        <message>
            <source>The hook was not made</source>
            <translation>Der Hook wurde nicht angelegt</translation>
        </message>
        <message>
            <source>The types are {0}; contact.* is all of a kind, * is all.</source>
            <translation>Die Arten sind {0}; contact.* sind alle einer Art, * sind alle.</translation>
        </message>
        <message>
            <source>The secret of the hook to {0} is not in the vault.</source>
            <translation>Das Geheimnis des Hooks an {0} liegt nicht im Tresor.</translation>
        </message>
        <message>
            <source>There are {0} hooks already.</source>
            <translation>Es gibt schon {0} Hooks.</translation>
        </message>
        <message>
            <source>The card says no version; it was read as {0}.</source>
            <translation>Die Karte nennt keine Version; sie wurde als {0} gelesen.</translation>
        </message>
        <message>
            <source>No such character set is known; another one was taken.</source>
            <translation>Einen solchen Zeichensatz gibt es nicht; ein anderer wurde genommen.</translation>
        </message>
        <message>
            <source>No such version is known; it was read like the others.</source>
            <translation>Eine solche Version gibt es nicht; sie wurde wie die anderen gelesen.</translation>
        </message>
        <message>
            <source>It is no whole day.</source>
            <translation>Es ist kein ganzer Tag.</translation>
        </message>
        <message>
            <source>Its name says so.</source>
            <translation>Das sagt der Name.</translation>
        </message>
        <message>
            <source>Its name and number say so.</source>
            <translation>Das sagen Name und Nummer.</translation>
        </message>
        <message>
            <source>{0} means that.</source>
            <translation>{0} bedeutet das.</translation>
        </message>
        <message>
            <source>The order of day and month is not known in {0}.</source>
            <translation>Die Reihenfolge von Tag und Monat ist nicht bekannt: {0}.</translation>
        </message>
        <message>
            <source>The file was not read</source>
            <translation>Die Datei wurde nicht gelesen</translation>
        </message>
        <message>
            <source>Say it with --dates dmy, mdy or ymd.</source>
            <translation>Geben Sie sie mit --dates dmy, mdy oder ymd an.</translation>
        </message>
        <message>
            <source>It says why the row was rejected.</source>
            <translation>Hier steht, warum die Zeile abgewiesen wurde.</translation>
        </message>
        <message>
            <source>Another column is {0} already.</source>
            <translation>Eine andere Spalte ist schon {0}.</translation>
        </message>
        <message>
            <source>It is part of another address.</source>
            <translation>Es ist Teil einer anderen Adresse.</translation>
        </message>
        <message>
            <source>The parts of the address are taken.</source>
            <translation>Die Teile der Adresse sind vergeben.</translation>
        </message>
        <message>
            <source>You said so.</source>
            <translation>Sie haben es so gesagt.</translation>
        </message>
        <message>
            <source>{0} are both mapped to {1}, which holds one value.</source>
            <translation>{0} sind beide {1} zugeordnet, das nur einen Wert hat.</translation>
        </message>
        <message>
            <source>Leave all but one of them out.</source>
            <translation>Lassen Sie alle bis auf eine weg.</translation>
        </message>
        <message>
            <source>“{0}” is not COLUMN=FIELD[:CODEC].</source>
            <translation>„{0}“ ist nicht SPALTE=FELD[:UMWANDLUNG].</translation>
        </message>
        <message>
            <source>The file has no column “{0}”.</source>
            <translation>Die Datei hat keine Spalte „{0}“.</translation>
        </message>
        <message>
            <source>It has {0}.</source>
            <translation>Sie hat {0}.</translation>
        </message>
        <message>
            <source>{0} have no field “{1}”.</source>
            <translation>{0} haben kein Feld „{1}“.</translation>
        </message>
        <message>
            <source>One of: {0}; or custom.NAME.</source>
            <translation>Möglich sind: {0}; oder custom.NAME.</translation>
        </message>
        <message>
            <source>There is no codec “{0}”.</source>
            <translation>Es gibt keine Umwandlung „{0}“.</translation>
        </message>
        <message>
            <source>One of: {0}.</source>
            <translation>Möglich sind: {0}.</translation>
        </message>
        <message>
            <source>comma</source>
            <translation>Komma</translation>
        </message>
        <message>
            <source>semicolon</source>
            <translation>Semikolon</translation>
        </message>
        <message>
            <source>tab</source>
            <translation>Tabulator</translation>
        </message>
        <message>
            <source>bar</source>
            <translation>senkrechter Strich</translation>
        </message>
        <message>
            <source>The request was not carried out</source>
            <translation>Die Anfrage wurde nicht ausgeführt</translation>
        </message>
        <message>
            <source>The request was not understood</source>
            <translation>Die Anfrage wurde nicht verstanden</translation>
        </message>
        <message>
            <source>Send the path alone as the target, and one Host.</source>
            <translation>Senden Sie als Ziel nur den Pfad, und genau einen Host.</translation>
        </message>
        <message>
            <source>The request is not addressed to this computer</source>
            <translation>Die Anfrage ist nicht an diesen Computer gerichtet</translation>
        </message>
        <message>
            <source>Use the address that `crmdesk api status` shows, as it stands there.</source>
            <translation>Verwenden Sie die Adresse, die `crmdesk api status` zeigt, genau wie sie dort steht.</translation>
        </message>
        <message>
            <source>This web page may not use the local API</source>
            <translation>Diese Webseite darf die lokale API nicht verwenden</translation>
        </message>
        <message>
            <source>Let it in with `crmdesk api origins add ORIGIN`, if you trust it with your contacts.</source>
            <translation>Lassen Sie sie mit `crmdesk api origins add ORIGIN` zu, wenn Sie ihr Ihre Kontakte anvertrauen.</translation>
        </message>
        <message>
            <source>The item changed since it was read</source>
            <translation>Das Gelesene wurde inzwischen geändert</translation>
        </message>
        <message>
            <source>Read it again, and send the change with its new ETag.</source>
            <translation>Lesen Sie es noch einmal, und senden Sie die Änderung mit dem neuen ETag.</translation>
        </message>
        <message>
            <source>A key is needed</source>
            <translation>Ein Schlüssel wird gebraucht</translation>
        </message>
        <message>
            <source>Send `Authorization: Bearer KEY`; `crmdesk api keys add` makes one.</source>
            <translation>Senden Sie `Authorization: Bearer SCHLÜSSEL`; `crmdesk api keys add` legt einen an.</translation>
        </message>
        <message>
            <source>The key opens nothing</source>
            <translation>Der Schlüssel öffnet nichts</translation>
        </message>
        <message>
            <source>Use a key that `crmdesk api keys list` shows as standing, or make a new one.</source>
            <translation>Verwenden Sie einen Schlüssel, den `crmdesk api keys list` als gültig zeigt, oder legen Sie einen neuen an.</translation>
        </message>
        <message>
            <source>Somebody has that email already</source>
            <translation>Jemand hat diese E-Mail-Adresse schon</translation>
        </message>
        <message>
            <source>Change that contact, or give the key `--known update`.</source>
            <translation>Ändern Sie diesen Kontakt, oder geben Sie dem Schlüssel `--known update`.</translation>
        </message>
        <message>
            <source>That method is not for this path</source>
            <translation>Diese Methode gibt es für diesen Pfad nicht</translation>
        </message>
        <message>
            <source>Use one of the methods that Allow names.</source>
            <translation>Verwenden Sie eine der Methoden, die Allow nennt.</translation>
        </message>
        <message>
            <source>There is no answer yet</source>
            <translation>Noch gibt es keine Antwort</translation>
        </message>
        <message>
            <source>What was begun goes on.</source>
            <translation>Was begonnen wurde, geht weiter.</translation>
        </message>
        <message>
            <source>Look at what became of it, or repeat it under the same Idempotency-Key.</source>
            <translation>Sehen Sie nach, was daraus wurde, oder wiederholen Sie es mit demselben Idempotency-Key.</translation>
        </message>
        <message>
            <source>The local API could not be started</source>
            <translation>Die lokale API konnte nicht gestartet werden</translation>
        </message>
        <message>
            <source>Nothing was changed; the desk works without it.</source>
            <translation>Nichts wurde geändert; das Programm arbeitet auch ohne sie.</translation>
        </message>
        <message>
            <source>End the other program, or choose another port with `crmdesk api on --port P`.</source>
            <translation>Beenden Sie das andere Programm, oder wählen Sie mit `crmdesk api on --port P` einen anderen Port.</translation>
        </message>
        <message>
            <source>`crmdesk api keys set NAME --scope LIST` changes what it may.</source>
            <translation>`crmdesk api keys set NAME --scope LISTE` ändert, was er darf.</translation>
        </message>
        <message>
            <source>The first request of that Idempotency-Key is not done yet</source>
            <translation>Die erste Anfrage mit diesem Idempotency-Key ist noch nicht fertig</translation>
        </message>
        <message>
            <source>Repeat it in a moment.</source>
            <translation>Wiederholen Sie sie gleich noch einmal.</translation>
        </message>
        <message>
            <source>The Idempotency-Key was used for another request</source>
            <translation>Der Idempotency-Key wurde für eine andere Anfrage verwendet</translation>
        </message>
        <message>
            <source>Use a new one for each new request.</source>
            <translation>Verwenden Sie für jede neue Anfrage einen neuen.</translation>
        </message>
        <message>
            <source>The request is too large</source>
            <translation>Die Anfrage ist zu groß</translation>
        </message>
        <message>
            <source>Send it in parts.</source>
            <translation>Senden Sie sie in Teilen.</translation>
        </message>
        <message>
            <source>Too many requests</source>
            <translation>Zu viele Anfragen</translation>
        </message>
        <message>
            <source>Wait as long as Retry-After says, then send it again.</source>
            <translation>Warten Sie so lange, wie Retry-After sagt, und senden Sie sie dann noch einmal.</translation>
        </message>
        <message>
            <source>The request did not come whole</source>
            <translation>Die Anfrage kam nicht vollständig an</translation>
        </message>
        <message>
            <source>Send it again.</source>
            <translation>Senden Sie sie noch einmal.</translation>
        </message>
        <message>
            <source>The type of the body is not taken</source>
            <translation>Die Art des Inhalts wird nicht angenommen</translation>
        </message>
        <message>
            <source>Send JSON with `Content-Type: application/json`.</source>
            <translation>Senden Sie JSON mit `Content-Type: application/json`.</translation>
        </message>
        <message>
            <source>The file was changed while it was read</source>
            <translation>Die Datei wurde geändert, während sie gelesen wurde</translation>
        </message>
        <message>
            <source>Import it anew when it is whole: whoever is here by then is known again.</source>
            <translation>Importieren Sie sie neu, wenn sie vollständig ist: Wer dann schon hier ist, wird wiedererkannt.</translation>
        </message>
        <message>
            <source>The file was not written</source>
            <translation>Die Datei wurde nicht geschrieben</translation>
        </message>
        <message>
            <source>What is there is unchanged.</source>
            <translation>Was dort liegt, ist unverändert.</translation>
        </message>
        <message>
            <source>Choose another name, or say that it may be replaced.</source>
            <translation>Wählen Sie einen anderen Namen, oder erlauben Sie das Ersetzen.</translation>
        </message>
        <message>
            <source>Nothing was left behind, and nothing that was there is changed.</source>
            <translation>Nichts blieb zurück, und nichts Vorhandenes wurde geändert.</translation>
        </message>
        <message>
            <source>Choose a folder that you may write to, and close the file where it is open.</source>
            <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen, und schließen Sie die Datei, wo sie geöffnet ist.</translation>
        </message>
        <message>
            <source>The import stopped</source>
            <translation>Der Import wurde angehalten</translation>
        </message>
        <message>
            <source>What was imported before is there, whole, and can be taken back.</source>
            <translation>Was vorher importiert wurde, ist vollständig da und lässt sich zurücknehmen.</translation>
        </message>
        <message>
            <source>There is no room for the file</source>
            <translation>Für die Datei ist kein Platz</translation>
        </message>
        <message>
            <source>Free some room, or choose another disk.</source>
            <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Datenträger.</translation>
        </message>
        <message>
            <source>The CRM Desk that is open holds the profile, and serves the API itself while that is switched on.</source>
            <translation>Das offene CRM Desk verwendet das Profil und bedient die API selbst, solange sie eingeschaltet ist.</translation>
        </message>
        <message>
            <source>`crmdesk api on` switches it on there; or close that one first.</source>
            <translation>`crmdesk api on` schaltet sie dort ein; oder schließen Sie es zuerst.</translation>
        </message>
        <message>
            <source>Start the local API</source>
            <translation>Lokale API starten</translation>
        </message>
        <message>
            <source>{0} takes no changes in this way of connecting: it can only be read.</source>
            <translation>{0} nimmt auf diesem Weg keine Änderungen an: Es kann nur gelesen werden.</translation>
        </message>
        <message>
            <source>{0} takes no new records in this way of connecting: what is here alone cannot be sent.</source>
            <translation>{0} nimmt auf diesem Weg keine neuen Datensätze an: Was nur hier steht, kann nicht gesendet werden.</translation>
        </message>
        <message>
            <source>“{0}” reads the same file.</source>
            <translation>„{0}“ liest dieselbe Datei.</translation>
        </message>
        <message>
            <source>All of it is as it was before.</source>
            <translation>Alles ist, wie es vorher war.</translation>
        </message>
        <message>
            <source>“{0}” is no colour of a tag.</source>
            <translation>„{0}“ ist keine Farbe eines Schlagworts.</translation>
        </message>
        <message>
            <source>The colour was not changed</source>
            <translation>Die Farbe wurde nicht geändert</translation>
        </message>
        <message>
            <source>One of {0}.</source>
            <translation>Eines von {0}.</translation>
        </message>
        <message>
            <source>The name {0} does not tell a format.</source>
            <translation>Der Name {0} verrät kein Format.</translation>
        </message>
        <message>
            <source>Use --format, or one of {0}.</source>
            <translation>Verwenden Sie --format oder eines von {0}.</translation>
        </message>
        <message>
            <source>{0} have no cards.</source>
            <translation>{0} haben keine Karten.</translation>
        </message>
        <message>
            <source>Use one of {0}.</source>
            <translation>Verwenden Sie eines von {0}.</translation>
        </message>
        <message>
            <source>A card is written whole, so fields cannot be chosen.</source>
            <translation>Eine Karte wird ganz geschrieben, Felder lassen sich also nicht wählen.</translation>
        </message>
        <message>
            <source>Leave out --fields.</source>
            <translation>Lassen Sie --fields weg.</translation>
        </message>
        <message>
            <source>The file is to lie outside of the profile's own files.</source>
            <translation>Die Datei soll nicht unter den Dateien des Profils liegen.</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>Wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>What waits was changed again and again meanwhile.</source>
            <translation>Was wartet, wurde inzwischen immer wieder geändert.</translation>
        </message>
        <message>
            <source>Hand it over once more.</source>
            <translation>Übergeben Sie es noch einmal.</translation>
        </message>
        <message>
            <source>{0} takes no changes as a file.</source>
            <translation>{0} nimmt keine Änderungen als Datei an.</translation>
        </message>
        <message>
            <source>Nothing was handed over</source>
            <translation>Nichts wurde übergeben</translation>
        </message>
        <message>
            <source>{0} reads that place, and would take the file for an export.</source>
            <translation>{0} liest diesen Ort und hielte die Datei für einen Export.</translation>
        </message>
        <message>
            <source>Nothing waits to be handed over to {0}.</source>
            <translation>Nichts wartet darauf, an {0} übergeben zu werden.</translation>
        </message>
        <message>
            <source>No file was written</source>
            <translation>Es wurde keine Datei geschrieben</translation>
        </message>
        <message>
            <source>What was handed over already waits for the next export, or can be tried again.</source>
            <translation>Was schon übergeben wurde, wartet auf den nächsten Export oder kann erneut versucht werden.</translation>
        </message>
        <message>
            <source>“{0}” is no encoding of cards.</source>
            <translation>„{0}“ ist keine Kodierung für Karten.</translation>
        </message>
        <message>
            <source>Use a name such as windows-1251 or shift_jis.</source>
            <translation>Verwenden Sie einen Namen wie windows-1251 oder shift_jis.</translation>
        </message>
        <message>
            <source>{0} is not what it was when it was opened.</source>
            <translation>{0} ist nicht mehr, was es beim Öffnen war.</translation>
        </message>
        <message>
            <source>What was pasted could not be kept: {0}.</source>
            <translation>Das Eingefügte ließ sich nicht aufbewahren: {0}.</translation>
        </message>
        <message>
            <source>The import of {0} stopped after {1} rows</source>
            <translation>Der Import von {0} wurde nach {1} Zeilen angehalten</translation>
        </message>
        <message>
            <source>Item {0} is no longer as it was when that ETag was given.</source>
            <translation>{0} ist nicht mehr so wie damals, als dieser ETag vergeben wurde.</translation>
        </message>
        <message>
            <source>{0} refused the sign-in.</source>
            <translation>{0} hat die Anmeldung abgelehnt.</translation>
        </message>
        <message>
            <source>{0} is paused.</source>
            <translation>{0} ist angehalten.</translation>
        </message>
        <message>
            <source>There is a key “{0}” already.</source>
            <translation>Es gibt schon einen Schlüssel „{0}“.</translation>
        </message>
        <message>
            <source>Choose another name, or revoke that one.</source>
            <translation>Wählen Sie einen anderen Namen, oder widerrufen Sie jenen.</translation>
        </message>
        <message>
            <source>A port is a number from 1 to 65535.</source>
            <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
        </message>
        <message>
            <source>The local API was not switched on</source>
            <translation>Die lokale API wurde nicht eingeschaltet</translation>
        </message>
        <message>
            <source>A key has a name.</source>
            <translation>Ein Schlüssel hat einen Namen.</translation>
        </message>
        <message>
            <source>The key was not made</source>
            <translation>Der Schlüssel wurde nicht angelegt</translation>
        </message>
        <message>
            <source>There is no scope {0}.</source>
            <translation>Es gibt keine Berechtigung {0}.</translation>
        </message>
        <message>
            <source>There are {0}.</source>
            <translation>Es gibt {0}.</translation>
        </message>
        <message>
            <source>A key may do something, or it is none.</source>
            <translation>Ein Schlüssel darf etwas, sonst ist er keiner.</translation>
        </message>
        <message>
            <source>A known email is refused or updated, not “{0}”.</source>
            <translation>Eine bekannte E-Mail-Adresse wird abgelehnt oder aktualisiert (refuse, update), nicht „{0}“.</translation>
        </message>
        <message>
            <source>A key may make at least one request a minute.</source>
            <translation>Ein Schlüssel darf mindestens eine Anfrage in der Minute stellen.</translation>
        </message>
        <message>
            <source>“{0}” is no origin.</source>
            <translation>„{0}“ ist keine Herkunft einer Webseite.</translation>
        </message>
        <message>
            <source>Write it as https://example.com, with its port.</source>
            <translation>Schreiben Sie sie als https://example.com, mit ihrem Port.</translation>
        </message>
        <message>
            <source>It came before with another method, path or body.</source>
            <translation>Er kam schon mit einer anderen Methode, einem anderen Pfad oder Inhalt.</translation>
        </message>
        <message>
            <source>“{0}” was not let in.</source>
            <translation>„{0}“ war nicht zugelassen.</translation>
        </message>
        <message>
            <source>`crmdesk api origins list` lists them.</source>
            <translation>`crmdesk api origins list` zeigt sie.</translation>
        </message>
        <message>
            <source>Name the host under which your tunnel or relay asks, such as desk.example.com.</source>
            <translation>Nennen Sie den Namen, unter dem Ihr Tunnel oder Relay anfragt, etwa desk.example.com.</translation>
        </message>
        <message>
            <source>That account has no address for nudges.</source>
            <translation>Dieses Konto hat keine Adresse, unter der es angestoßen werden kann.</translation>
        </message>
        <message>
            <source>Contact {0} has that email.</source>
            <translation>Kontakt {0} hat diese E-Mail-Adresse.</translation>
        </message>
        <message>
            <source>This sign-in opens {0} accounts of {1}.</source>
            <translation>Diese Anmeldung öffnet {0} Konten von {1}.</translation>
        </message>
        <message>
            <source>It holds nothing that could be imported.</source>
            <translation>Sie enthält nichts, was importiert werden könnte.</translation>
        </message>
        <message>
            <source>Several of yours could be meant.</source>
            <translation>Mehrere von Ihren könnten gemeint sein.</translation>
        </message>
        <message>
            <source>Nobody like that is here, and new ones are not wanted.</source>
            <translation>So jemand ist nicht hier, und neue sind nicht gewünscht.</translation>
        </message>
        <message>
            <source>It is here already.</source>
            <translation>Ist schon hier.</translation>
        </message>
        <message>
            <source>It is in the trash here.</source>
            <translation>Liegt hier im Papierkorb.</translation>
        </message>
        <message>
            <source>Yours was kept.</source>
            <translation>Ihr Wert wurde behalten.</translation>
        </message>
        <message>
            <source>The order is as the CRM gives it, and cannot be changed from here.</source>
            <translation>Die Reihenfolge gibt das CRM vor; sie lässt sich von hier aus nicht ändern.</translation>
        </message>
        <message>
            <source>A closing bracket is missing.</source>
            <translation>Eine schließende Klammer fehlt.</translation>
        </message>
        <message>
            <source>Something is missing at the end.</source>
            <translation>Am Ende fehlt etwas.</translation>
        </message>
        <message>
            <source>A card inside of a card stays in it.</source>
            <translation>Eine Karte in einer Karte bleibt darin.</translation>
        </message>
        <message>
            <source>A blank line stays where it is.</source>
            <translation>Eine leere Zeile bleibt, wo sie ist.</translation>
        </message>
        <message>
            <source>A comment stays where it is.</source>
            <translation>Ein Kommentar bleibt, wo er ist.</translation>
        </message>
        <message>
            <source>This line has no colon: it is kept, and read as nothing.</source>
            <translation>Diese Zeile hat keinen Doppelpunkt: Sie wird behalten und nicht gelesen.</translation>
        </message>
        <message>
            <source>It holds nothing that tells who it is about.</source>
            <translation>Sie enthält nichts, was sagt, um wen es geht.</translation>
        </message>
        <message>
            <source>This is not a card as jCard has it.</source>
            <translation>Das ist keine Karte, wie jCard sie kennt.</translation>
        </message>
        <message>
            <source>The picture cannot be decoded; its text is kept.</source>
            <translation>Das Bild kann nicht entschlüsselt werden; sein Text wird behalten.</translation>
        </message>
        <message>
            <source>The card has no end: the file may have been cut off.</source>
            <translation>Die Karte hat kein Ende: Die Datei ist vielleicht abgeschnitten.</translation>
        </message>
        <message>
            <source>This stands outside of any card.</source>
            <translation>Das steht außerhalb aller Karten.</translation>
        </message>
        <message>
            <source>No cell tells day from month.</source>
            <translation>Keine Zelle unterscheidet Tag und Monat.</translation>
        </message>
        <message>
            <source>The program that wrote the file has this order.</source>
            <translation>Das Programm, das die Datei schrieb, hat diese Reihenfolge.</translation>
        </message>
        <message>
            <source>“{0}” has the day first, “{1}” the month.</source>
            <translation>„{0}“ hat den Tag zuerst, „{1}“ den Monat.</translation>
        </message>
        <message>
            <source>Points between the parts are used where the day comes first, but no cell proves it.</source>
            <translation>Punkte zwischen den Teilen stehen, wo der Tag zuerst kommt, aber keine Zelle beweist es.</translation>
        </message>
        <message>
            <source>“{0}” proves it.</source>
            <translation>„{0}“ beweist es.</translation>
        </message>
        <message>
            <source>Each names its year first, or its month in words.</source>
            <translation>Jedes nennt das Jahr zuerst oder den Monat in Worten.</translation>
        </message>
        <message>
            <source>It has no name, company, email or phone, and no other row of its contact has one.</source>
            <translation>Sie hat weder Namen noch Firma, E-Mail oder Telefon, und keine andere Zeile ihres Kontakts hat so etwas.</translation>
        </message>
        <message>
            <source>This desk wrote it.</source>
            <translation>Dieses Programm hat sie geschrieben.</translation>
        </message>
        <message>
            <source>“{0}” is what a spreadsheet left of a longer number: its last digits are gone.</source>
            <translation>„{0}“ ist, was eine Tabellenkalkulation von einer längeren Nummer übrig ließ: Die letzten Ziffern sind verloren.</translation>
        </message>
        <message>
            <source>It is no object of texts.</source>
            <translation>Es ist kein Objekt aus Texten.</translation>
        </message>
        <message>
            <source>{0} is no date, so “{1}” says nothing of {2}.</source>
            <translation>{0} ist kein Datum, „{1}“ sagt also nichts über {2}.</translation>
        </message>
        <message>
            <source>{0} holds one value, so {1} is not split into several.</source>
            <translation>{0} hat einen einzigen Wert, {1} wird also nicht aufgeteilt.</translation>
        </message>
        <message>
            <source>{0} is what the desk finds out by itself; a file cannot say it.</source>
            <translation>{0} findet das Programm selbst heraus; eine Datei kann es nicht vorgeben.</translation>
        </message>
        <message>
            <source>Most rows have {0} cells with a {1} between them.</source>
            <translation>Die meisten Zeilen haben {0} Zellen, wenn dies sie trennt: {1}.</translation>
        </message>
        <message>
            <source>With a {0} they would have {1}.</source>
            <translation>Mit diesem anderen Zeichen ({0}) wären es {1}.</translation>
        </message>
        <message>
            <source>The first line of the file names it.</source>
            <translation>Die erste Zeile der Datei nennt es.</translation>
        </message>
        <message>
            <source>No sign parts the rows into cells: it looks like one column.</source>
            <translation>Kein Zeichen teilt die Zeilen in Zellen: Es sieht nach einer Spalte aus.</translation>
        </message>
        <message>
            <source>It is not UTF-8. This is what its letters look most like: check the samples.</source>
            <translation>Es ist kein UTF-8. Danach sehen die Buchstaben am ehesten aus: Prüfen Sie die Beispiele.</translation>
        </message>
        <message>
            <source>{0} lines are valid UTF-8; {1} are not, and are told one by one.</source>
            <translation>{0} Zeilen sind gültiges UTF-8; {1} sind es nicht und werden einzeln genannt.</translation>
        </message>
        <message>
            <source>Every other byte is zero, as in UTF-16.</source>
            <translation>Jedes zweite Byte ist null, wie in UTF-16.</translation>
        </message>
        <message>
            <source>It holds plain letters only.</source>
            <translation>Sie enthält nur einfache Buchstaben.</translation>
        </message>
        <message>
            <source>All of it is valid UTF-8.</source>
            <translation>Alles ist gültiges UTF-8.</translation>
        </message>
        <message>
            <source>There is no encoding “{0}”.</source>
            <translation>Es gibt keine Kodierung „{0}“.</translation>
        </message>
        <message>
            <source>The file says so at its start.</source>
            <translation>Die Datei sagt es an ihrem Anfang.</translation>
        </message>
        <message>
            <source>No row looks like names of columns.</source>
            <translation>Keine Zeile sieht nach Namen von Spalten aus.</translation>
        </message>
        <message>
            <source>There is no row.</source>
            <translation>Es gibt keine Zeile.</translation>
        </message>
        <message>
            <source>{0} of its {1} names are known.</source>
            <translation>{0} ihrer {1} Namen sind bekannt.</translation>
        </message>
        <message>
            <source>It holds names, no data.</source>
            <translation>Sie enthält Namen, keine Daten.</translation>
        </message>
        <message>
            <source>Line {0} is longer than 64 million characters.</source>
            <translation>Zeile {0} ist länger als 64 Millionen Zeichen.</translation>
        </message>
        <message>
            <source>Behind object {0} stands something that is no object.</source>
            <translation>Hinter Objekt {0} steht etwas, das kein Objekt ist.</translation>
        </message>
        <message>
            <source>Object {0} is nested too deeply.</source>
            <translation>Objekt {0} ist zu tief geschachtelt.</translation>
        </message>
        <message>
            <source>The list of objects breaks off.</source>
            <translation>Die Liste der Objekte bricht ab.</translation>
        </message>
        <message>
            <source>Object {0} breaks off, or is no JSON.</source>
            <translation>Objekt {0} bricht ab oder ist kein JSON.</translation>
        </message>
        <message>
            <source>Object {0} is larger than 64 million characters.</source>
            <translation>Objekt {0} ist größer als 64 Millionen Zeichen.</translation>
        </message>
        <message>
            <source>The row is hidden in the sheet.</source>
            <translation>Die Zeile ist im Tabellenblatt ausgeblendet.</translation>
        </message>
        <message>
            <source>It has {0} cells, the header names {1}: a delimiter or a quote too many?</source>
            <translation>Sie hat {0} Zellen, die Kopfzeile nennt {1}: ein Trennzeichen oder Anführungszeichen zu viel?</translation>
        </message>
        <message>
            <source>It was chosen.</source>
            <translation>Es wurde gewählt.</translation>
        </message>
        <message>
            <source>Each object names its own members.</source>
            <translation>Jedes Objekt nennt seine Teile selbst.</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>Die Datei ist leer.</translation>
        </message>
        <message>
            <source>Choose a file with at least one row.</source>
            <translation>Wählen Sie eine Datei mit mindestens einer Zeile.</translation>
        </message>
        <message>
            <source>It is a workbook in the old XLS format, or a document of Office.</source>
            <translation>Es ist eine Arbeitsmappe im alten Format XLS oder ein Dokument von Office.</translation>
        </message>
        <message>
            <source>Save it as XLSX or CSV there.</source>
            <translation>Speichern Sie sie dort als XLSX oder CSV.</translation>
        </message>
        <message>
            <source>It is a PDF, which holds no table.</source>
            <translation>Es ist ein PDF, das keine Tabelle enthält.</translation>
        </message>
        <message>
            <source>It is a web page or XML, whatever its name says.</source>
            <translation>Es ist eine Webseite oder XML, was auch immer der Name sagt.</translation>
        </message>
        <message>
            <source>Open it in a spreadsheet and save it as XLSX.</source>
            <translation>Öffnen Sie sie in einer Tabellenkalkulation, und speichern Sie sie als XLSX.</translation>
        </message>
        <message>
            <source>It holds no text and is no workbook.</source>
            <translation>Es enthält keinen Text und ist keine Arbeitsmappe.</translation>
        </message>
        <message>
            <source>Line {0} is none that could be the header.</source>
            <translation>Zeile {0} kann nicht die Kopfzeile sein.</translation>
        </message>
        <message>
            <source>The workbook has no sheet with cells.</source>
            <translation>Die Arbeitsmappe hat kein Blatt mit Zellen.</translation>
        </message>
        <message>
            <source>There is no sheet “{0}”.</source>
            <translation>Es gibt kein Blatt „{0}“.</translation>
        </message>
        <message>
            <source>No sheet of the workbook holds a row.</source>
            <translation>Kein Blatt der Arbeitsmappe enthält eine Zeile.</translation>
        </message>
        <message>
            <source>It holds no {0} of JSON objects.</source>
            <translation>Es enthält kein {0} aus JSON-Objekten.</translation>
        </message>
        <message>
            <source>It is a workbook that only opens with its password.</source>
            <translation>Es ist eine Arbeitsmappe, die sich nur mit ihrem Passwort öffnet.</translation>
        </message>
        <message>
            <source>A delimiter is one sign, not “{0}”.</source>
            <translation>Ein Trennzeichen ist ein einziges Zeichen, nicht „{0}“.</translation>
        </message>
        <message>
            <source>A quote is opened in line {0} and never closed.</source>
            <translation>Ein Anführungszeichen beginnt in Zeile {0} und endet nie.</translation>
        </message>
        <message>
            <source>It holds a NUL character, which no text has.</source>
            <translation>Sie enthält ein NUL-Zeichen, das in keinem Text steht.</translation>
        </message>
        <message>
            <source>It holds letters that are not in the encoding of the file ({0}).</source>
            <translation>Sie enthält Buchstaben, die es in der Codierung der Datei nicht gibt ({0}).</translation>
        </message>
        <message>
            <source>Row {0} is longer than 64 million characters.</source>
            <translation>Zeile {0} ist länger als 64 Millionen Zeichen.</translation>
        </message>
        <message>
            <source>It declares a document type, which no workbook does; it is not read further.</source>
            <translation>Sie vereinbart einen Dokumenttyp, was keine Arbeitsmappe tut; sie wird nicht weiter gelesen.</translation>
        </message>
        <message>
            <source>It is a ZIP file with a password.</source>
            <translation>Es ist eine ZIP-Datei mit Passwort.</translation>
        </message>
        <message>
            <source>Unpacked it would be {0} MB, out of {1} MB: no table is.</source>
            <translation>Ausgepackt wären es {0} MB aus {1} MB: So ist keine Tabelle.</translation>
        </message>
        <message>
            <source>It is a ZIP file, but no workbook.</source>
            <translation>Es ist eine ZIP-Datei, aber keine Arbeitsmappe.</translation>
        </message>
        <message>
            <source>It begins like a ZIP file and is none ({0}).</source>
            <translation>Sie beginnt wie eine ZIP-Datei und ist keine ({0}).</translation>
        </message>
        <message>
            <source>Its part {0} is missing.</source>
            <translation>Ihr Teil {0} fehlt.</translation>
        </message>
        <message>
            <source>Its part {0} cannot be read: {1}.</source>
            <translation>Ihr Teil {0} lässt sich nicht lesen: {1}.</translation>
        </message>
        <message>
            <source>Its part {0} cannot be unpacked ({1}).</source>
            <translation>Ihr Teil {0} lässt sich nicht auspacken ({1}).</translation>
        </message>
        <message>
            <source>It has more than {0} sheets.</source>
            <translation>Sie hat mehr als {0} Blätter.</translation>
        </message>
        <message>
            <source>A sheet holds {0} columns, not {1}.</source>
            <translation>Ein Blatt fasst {0} Spalten, nicht {1}.</translation>
        </message>
        <message>
            <source>A sheet holds {0} rows.</source>
            <translation>Ein Blatt fasst {0} Zeilen.</translation>
        </message>
        <message>
            <source>Export fewer, or as CSV.</source>
            <translation>Exportieren Sie weniger, oder als CSV.</translation>
        </message>
        <message>
            <source>Dex does not let this account use its API, which needs the Professional plan.</source>
            <translation>Dex lässt dieses Konto seine API nicht nutzen; dafür ist der Tarif Professional nötig.</translation>
        </message>
        <message>
            <source>What tells its contacts apart is no column, so that nothing can be handed over.</source>
            <translation>Was die Kontakte dort unterscheidet, ist keine Spalte; darum lässt sich nichts übergeben.</translation>
        </message>
        <message>
            <source>Cards are told apart by {0}, {1} or {2}, not by “{3}”.</source>
            <translation>Karten unterscheiden sich durch {0}, {1} oder {2}, nicht durch „{3}“.</translation>
        </message>
        <message>
            <source>The setting “columns” is none that was found out.</source>
            <translation>Die Einstellung „columns“ ist keine, die herausgefunden wurde.</translation>
        </message>
        <message>
            <source>Forget it with --set columns= and test the account.</source>
            <translation>Vergessen Sie sie mit --set columns=, und prüfen Sie das Konto.</translation>
        </message>
        <message>
            <source>No file was named.</source>
            <translation>Es wurde keine Datei genannt.</translation>
        </message>
        <message>
            <source>Give path=FILE.</source>
            <translation>Geben Sie path=DATEI an.</translation>
        </message>
        <message>
            <source>It is a file, which is read and never changed.</source>
            <translation>Es ist eine Datei, die gelesen und nie geändert wird.</translation>
        </message>
        <message>
            <source>A file is read as a whole, not contact by contact.</source>
            <translation>Eine Datei wird als Ganzes gelesen, nicht Kontakt für Kontakt.</translation>
        </message>
        <message>
            <source>A file has no {0} for the desk.</source>
            <translation>Eine Datei hat hier kein {0}.</translation>
        </message>
        <message>
            <source>The file holds cards, not a table.</source>
            <translation>Die Datei enthält Karten, keine Tabelle.</translation>
        </message>
        <message>
            <source>Choose the kind of file “cards”.</source>
            <translation>Wählen Sie als Art der Datei „Karten“.</translation>
        </message>
        <message>
            <source>The file has no contact.</source>
            <translation>Die Datei enthält keinen Kontakt.</translation>
        </message>
        <message>
            <source>Export it anew. Nothing was changed here.</source>
            <translation>Exportieren Sie sie neu. Hier wurde nichts geändert.</translation>
        </message>
        <message>
            <source>Put the file there; it is read at the next sync.</source>
            <translation>Legen Sie die Datei dorthin; sie wird beim nächsten Abgleich gelesen.</translation>
        </message>
        <message>
            <source>No file in {0} is called {1}.</source>
            <translation>Keine Datei in {0} heißt {1}.</translation>
        </message>
        <message>
            <source>{0} is no file.</source>
            <translation>{0} ist keine Datei.</translation>
        </message>
        <message>
            <source>Choose a file; for a folder choose “the newest of a folder”.</source>
            <translation>Wählen Sie eine Datei; bei einem Ordner wählen Sie „die neueste eines Ordners“.</translation>
        </message>
        <message>
            <source>{0} is not there.</source>
            <translation>{0} ist nicht da.</translation>
        </message>
        <message>
            <source>{0} may not be read: it is locked, or belongs to somebody else.</source>
            <translation>{0} darf nicht gelesen werden: Die Datei ist gesperrt oder gehört jemand anderem.</translation>
        </message>
        <message>
            <source>{0} is being written.</source>
            <translation>{0} wird gerade geschrieben.</translation>
        </message>
        <message>
            <source>It is read once it is whole.</source>
            <translation>Sie wird gelesen, sobald sie ganz ist.</translation>
        </message>
        <message>
            <source>The file has not the columns of an export of {0}.</source>
            <translation>Die Datei hat nicht die Spalten eines Exports aus {0}.</translation>
        </message>
        <message>
            <source>Export all columns there, or connect it as a file, whose columns can be mapped by hand.</source>
            <translation>Exportieren Sie dort alle Spalten, oder verbinden Sie sie als Datei, deren Spalten sich von Hand zuordnen lassen.</translation>
        </message>
        <message>
            <source>The file holds {0}, not contacts.</source>
            <translation>Die Datei enthält {0}, keine Kontakte.</translation>
        </message>
        <message>
            <source>Choose another file.</source>
            <translation>Wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <source>Give dates=dmy, dates=mdy or dates=ymd.</source>
            <translation>Geben Sie dates=dmy, dates=mdy oder dates=ymd an.</translation>
        </message>
        <message>
            <source>No column of the file is one that the desk knows.</source>
            <translation>Keine Spalte der Datei ist hier bekannt.</translation>
        </message>
        <message>
            <source>Map one with map.FIELD=COLUMN, or choose another.</source>
            <translation>Ordnen Sie eine mit map.FELD=SPALTE zu, oder wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <source>The file holds no card.</source>
            <translation>Die Datei enthält keine Karte.</translation>
        </message>
        <message>
            <source>{0} is empty, and was not before: it may lie on a disk that is not there now.</source>
            <translation>{0} ist leer und war es vorher nicht: Vielleicht liegt es auf einem Datenträger, der gerade nicht da ist.</translation>
        </message>
        <message>
            <source>{0} cannot be written in {1}: {2}.</source>
            <translation>{0} lässt sich in {1} nicht schreiben: {2}.</translation>
        </message>
        <message>
            <source>A folder of cards has no events.</source>
            <translation>Ein Ordner mit Karten hat keine Termine.</translation>
        </message>
        <message>
            <source>A folder of cards has no {0}.</source>
            <translation>Ein Ordner mit Karten hat keine {0}.</translation>
        </message>
        <message>
            <source>Connect that disk. If you emptied the folder, remove the account here.</source>
            <translation>Schließen Sie den Datenträger an. Wenn Sie den Ordner geleert haben, entfernen Sie hier das Konto.</translation>
        </message>
        <message>
            <source>“{0}” is no name of a card in this folder.</source>
            <translation>„{0}“ ist kein Name einer Karte in diesem Ordner.</translation>
        </message>
        <message>
            <source>{0} was changed by another program meanwhile.</source>
            <translation>{0} wurde inzwischen von einem anderen Programm geändert.</translation>
        </message>
        <message>
            <source>{0} may not be written in {1}.</source>
            <translation>{0} darf in {1} nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>Allow yourself to write there.</source>
            <translation>Erlauben Sie sich dort das Schreiben.</translation>
        </message>
        <message>
            <source>{0} is not in the folder any more.</source>
            <translation>{0} ist nicht mehr im Ordner.</translation>
        </message>
        <message>
            <source>An earlier try has made that card.</source>
            <translation>Ein früherer Versuch hat diese Karte angelegt.</translation>
        </message>
        <message>
            <source>Flex keeps {0} lines of a street.</source>
            <translation>Flex behält {0} Zeilen einer Straße.</translation>
        </message>
        <message>
            <source>Sync again; if it stays so, test the account, which finds out anew how its pages are counted.</source>
            <translation>Synchronisieren Sie erneut; bleibt es so, prüfen Sie das Konto: Dabei wird neu ermittelt, wie seine Seiten gezählt werden.</translation>
        </message>
        <message>
            <source>Do it in Flex itself; testing the account finds out anew what its API has.</source>
            <translation>Tun Sie es in Flex selbst; eine Prüfung des Kontos ermittelt neu, was seine API kann.</translation>
        </message>
        <message>
            <source>{0} (HTTP 404 to {1}, though the contact is there).</source>
            <translation>{0} (HTTP 404 auf {1}, obwohl der Kontakt da ist).</translation>
        </message>
        <message>
            <source>{0} answered with another record than the one asked for.</source>
            <translation>{0} hat mit einem anderen Datensatz geantwortet als dem, nach dem gefragt war.</translation>
        </message>
        <message>
            <source>The record has no id.</source>
            <translation>Der Datensatz hat keine Kennung.</translation>
        </message>
        <message>
            <source>The record's id is {0}.</source>
            <translation>Die Kennung des Datensatzes ist {0}.</translation>
        </message>
        <message>
            <source>An address is needed as in “12/34 Rathdowne St, Carlton”.</source>
            <translation>Die Adresse muss aussehen wie „12/34 Rathdowne St, Carlton“.</translation>
        </message>
        <message>
            <source>The property was made, but not all of it was sent: {0}</source>
            <translation>Die Immobilie wurde angelegt, aber nicht alles wurde gesendet: {0}</translation>
        </message>
        <message>
            <source>The property has no {0} there, as it is not for sale</source>
            <translation>Die Immobilie hat dort kein Feld {0}, da sie nicht zum Verkauf steht</translation>
        </message>
        <message>
            <source>MRI Vault's search by email does not show who may edit this contact, and the change would empty that: nothing was sent.</source>
            <translation>Die Suche von MRI Vault nach E-Mail zeigt nicht, wer diesen Kontakt bearbeiten darf, und die Änderung würde das leeren: Nichts wurde gesendet.</translation>
        </message>
        <message>
            <source>Give the key the right to search contacts and send it again, or change the contact in MRI Vault itself.</source>
            <translation>Geben Sie dem Schlüssel das Recht, Kontakte zu suchen, und senden Sie es noch einmal, oder ändern Sie den Kontakt in MRI Vault selbst.</translation>
        </message>
        <message>
            <source>MRI Vault's API changes no address of the United Kingdom</source>
            <translation>Die API von MRI Vault ändert keine Adresse im Vereinigten Königreich</translation>
        </message>
        <message>
            <source>A path begins at the root of the disk; “{}” does not.</source>
            <translation>Ein Pfad beginnt an der Wurzel des Datenträgers, „{}“ nicht.</translation>
        </message>
        <message>
            <source>{0} has it already, by its email or phone.</source>
            <translation>{0} hat es schon, an E-Mail oder Telefon erkannt.</translation>
        </message>
        <message>
            <source>The desk only reads {0} in {1}.</source>
            <translation>{0} in {1} wird hier nur gelesen.</translation>
        </message>
        <message>
            <source>REX_MOCK=1 stands for the demo Rex, and this is not its address.</source>
            <translation>REX_MOCK=1 steht für das Demo-Rex, und das ist nicht dessen Adresse.</translation>
        </message>
        <message>
            <source>Leave the addresses out: the demo Rex starts by itself.</source>
            <translation>Lassen Sie die Adressen weg: Das Demo-Rex startet von selbst.</translation>
        </message>
        <message>
            <source>This user belongs to several accounts of Rex.</source>
            <translation>Dieser Benutzer gehört zu mehreren Konten bei Rex.</translation>
        </message>
        <message>
            <source>Set account_id to the number of the one to be connected.</source>
            <translation>Setzen Sie account_id auf die Nummer des Kontos, das verbunden werden soll.</translation>
        </message>
        <message>
            <source>Rex's contact list can only be read; its services (api=rpc) can be written.</source>
            <translation>Die Kontaktliste von Rex kann nur gelesen werden; in seine Dienste (api=rpc) kann geschrieben werden.</translation>
        </message>
        <message>
            <source>Rex reports an error: {0}</source>
            <translation>Rex meldet einen Fehler: {0}</translation>
        </message>
        <message>
            <source>Rex's contacts have numbers, not “{0}”.</source>
            <translation>Kontakte in Rex haben Nummern, nicht „{0}“.</translation>
        </message>
        <message>
            <source>The contact lies in Rex's trash.</source>
            <translation>Der Kontakt liegt im Papierkorb von Rex.</translation>
        </message>
        <message>
            <source>This Rex takes a source by its number alone, which the desk does not know.</source>
            <translation>Dieses Rex nimmt eine Quelle nur mit ihrer Nummer an, die das Programm nicht kennt.</translation>
        </message>
        <message>
            <source>The change was sent, but its answer was not understood: {0}</source>
            <translation>Die Änderung wurde gesendet, aber die Antwort nicht verstanden: {0}</translation>
        </message>
        <message>
            <source>{0} did not understand the request (HTTP {1}){2}</source>
            <translation>{0} hat die Anfrage nicht verstanden (HTTP {1}){2}</translation>
        </message>
        <message>
            <source>{0} answered that the {1} is missing, wrong, expired or revoked{2}</source>
            <translation>{0} hat geantwortet, dass der Schlüssel fehlt, falsch, abgelaufen oder widerrufen ist ({1}){2}</translation>
        </message>
        <message>
            <source>Reconnect the account with a valid {0}.</source>
            <translation>Verbinden Sie das Konto mit gültigen Zugangsdaten neu ({0}).</translation>
        </message>
        <message>
            <source>{0} has no such list (HTTP {1}){2}</source>
            <translation>{0} hat keine solche Liste (HTTP {1}){2}</translation>
        </message>
        <message>
            <source>{0} refused the change{1}</source>
            <translation>{0} hat die Änderung abgelehnt{1}</translation>
        </message>
        <message>
            <source>{0} had too many requests of this account{1}</source>
            <translation>{0} hatte zu viele Anfragen dieses Kontos{1}</translation>
        </message>
        <message>
            <source>{0} failed (HTTP {1}) after the change was sent.</source>
            <translation>{0} scheiterte (HTTP {1}), nachdem die Änderung gesendet war.</translation>
        </message>
        <message>
            <source>{0} is not working at the moment (HTTP {1}).</source>
            <translation>{0} funktioniert gerade nicht (HTTP {1}).</translation>
        </message>
        <message>
            <source>{0} points to another address, which is not followed.</source>
            <translation>{0} verweist auf eine andere Adresse, der nicht gefolgt wird.</translation>
        </message>
        <message>
            <source>{0} takes no such change (HTTP 405){1}</source>
            <translation>{0} nimmt keine solche Änderung an (HTTP 405){1}</translation>
        </message>
        <message>
            <source>{0} refused the values{1}</source>
            <translation>{0} hat die Werte abgelehnt{1}</translation>
        </message>
        <message>
            <source>The proxy that is set on this computer cannot be used: {0}</source>
            <translation>Der auf diesem Computer eingestellte Proxy lässt sich nicht verwenden: {0}</translation>
        </message>
        <message>
            <source>Set HTTPS_PROXY to an http:// proxy, or unset ALL_PROXY.</source>
            <translation>Setzen Sie HTTPS_PROXY auf einen Proxy mit http://, oder entfernen Sie ALL_PROXY.</translation>
        </message>
        <message>
            <source>The redirect address leads to {0}, not to this computer: the answer would never arrive.</source>
            <translation>Die Rückkehradresse führt zu {0}, nicht zu diesem Computer: Die Antwort käme nie an.</translation>
        </message>
        <message>
            <source>Register http://127.0.0.1 with a port in the CRM and set it as redirect_uri, or leave it unset.</source>
            <translation>Tragen Sie im CRM http://127.0.0.1 mit einem Port ein und setzen Sie das als redirect_uri, oder lassen Sie es leer.</translation>
        </message>
        <message>
            <source>The redirect address is written http://127.0.0.1:PORT/PATH, without anything behind it.</source>
            <translation>Die Rückkehradresse schreibt man http://127.0.0.1:PORT/PFAD, ohne etwas dahinter.</translation>
        </message>
        <message>
            <source>Register such an address in the CRM and set it as redirect_uri, or leave it unset.</source>
            <translation>Tragen Sie im CRM eine solche Adresse ein und setzen Sie sie als redirect_uri, oder lassen Sie es leer.</translation>
        </message>
        <message>
            <source>The redirect address “{0}” is no address.</source>
            <translation>Die Rückkehradresse „{0}“ ist keine Adresse.</translation>
        </message>
        <message>
            <source>Port {0} of the redirect address is taken: {1}.</source>
            <translation>Port {0} der Rückkehradresse ist belegt: {1}.</translation>
        </message>
        <message>
            <source>End the program that holds it, or register and set another loopback address.</source>
            <translation>Beenden Sie das Programm, das ihn verwendet, oder tragen Sie einen anderen Port ein.</translation>
        </message>
        <message>
            <source>Check the token address of the account; if it is right, try again later.</source>
            <translation>Prüfen Sie die Token-Adresse des Kontos; stimmt sie, versuchen Sie es später noch einmal.</translation>
        </message>
        <message>
            <source>Sign in again: the desk opens the browser for it.</source>
            <translation>Melden Sie sich neu an: Das Programm öffnet dafür den Browser.</translation>
        </message>
        <message>
            <source>{0} gave no access.</source>
            <translation>{0} hat keinen Zugriff erlaubt.</translation>
        </message>
        <message>
            <source>Nobody has signed in to {0} in the browser yet.</source>
            <translation>Bei {0} hat sich noch niemand im Browser angemeldet.</translation>
        </message>
        <message>
            <source>The sign-in to {0} has ended.</source>
            <translation>Die Anmeldung bei {0} ist abgelaufen.</translation>
        </message>
        <message>
            <source>The sign-in in the browser was not finished within {0}.</source>
            <translation>Die Anmeldung im Browser wurde nicht innerhalb von {0} beendet.</translation>
        </message>
        <message>
            <source>{0} did not answer the sign-in: {1}</source>
            <translation>{0} hat auf die Anmeldung nicht geantwortet: {1}</translation>
        </message>
        <message>
            <source>{0} did not accept the sign-in ({1})</source>
            <translation>{0} hat die Anmeldung nicht angenommen ({1})</translation>
        </message>
        <message>
            <source>No browser could be opened for the sign-in.</source>
            <translation>Für die Anmeldung ließ sich kein Browser öffnen.</translation>
        </message>
        <message>
            <source>The list changed each time it was read, so that it could not be read completely.</source>
            <translation>Die Liste änderte sich bei jedem Lesen, sodass sie sich nicht vollständig lesen ließ.</translation>
        </message>
        <message>
            <source>The list counts {0} records, but gives none.</source>
            <translation>Die Liste nennt {0} Datensätze, liefert aber keine.</translation>
        </message>
        <message>
            <source>{0} is this computer or lies in a private network, where no key may send anything.</source>
            <translation>{0} ist dieser Computer oder liegt in einem privaten Netz, wohin kein Schlüssel etwas senden darf.</translation>
        </message>
        <message>
            <source>Make it in the window, or with `crmdesk api hooks add --local`.</source>
            <translation>Legen Sie ihn im Fenster an, oder mit `crmdesk api hooks add --local`.</translation>
        </message>
        <message>
            <source>A hook is sent to https://host[:port][/path], without a user name in it.</source>
            <translation>Ein Hook geht an https://server[:port][/pfad], ohne Benutzernamen darin.</translation>
        </message>
        <message>
            <source>A hook is sent over https://; http:// is for your own computer and network alone.</source>
            <translation>Ein Hook wird über https:// gesendet; http:// ist nur für Ihren eigenen Computer und Ihr Netz.</translation>
        </message>
        <message>
            <source>The CRM asked for a pause that has not passed yet.</source>
            <translation>Das CRM bat um eine Pause, die noch nicht um ist.</translation>
        </message>
        <message>
            <source>The change was sent, but could not be read back: {0}</source>
            <translation>Die Änderung wurde gesendet, konnte aber nicht zurückgelesen werden: {0}</translation>
        </message>
        <message>
            <source>{0} cannot be reached: {1}.</source>
            <translation>{0} ist nicht erreichbar: {1}.</translation>
        </message>
        <message>
            <source>{0} sends on in a circle.</source>
            <translation>{0} leitet im Kreis weiter.</translation>
        </message>
        <message>
            <source>An id of nothing but dots cannot be asked for.</source>
            <translation>Eine ID, die nur aus Punkten besteht, lässt sich nicht abfragen.</translation>
        </message>
        <message>
            <source>{0} gave an answer that was not read: {1}.</source>
            <translation>{0} hat eine Antwort gegeben, die nicht gelesen wurde: {1}.</translation>
        </message>
        <message>
            <source>{0} was not called: {1}.</source>
            <translation>{0} wurde nicht aufgerufen: {1}.</translation>
        </message>
        <message>
            <source>Check this computer's date and the account's address; a network may be intercepting it.</source>
            <translation>Prüfen Sie das Datum dieses Computers und die Adresse des Kontos; vielleicht fängt ein Netz die Verbindung ab.</translation>
        </message>
        <message>
            <source>The change was sent to {0}, but {1}.</source>
            <translation>Die Änderung wurde an {0} gesendet, aber {1}.</translation>
        </message>
        <message>
            <source>What is to be sent holds half a character (a lone surrogate).</source>
            <translation>Was gesendet werden soll, enthält ein halbes Zeichen.</translation>
        </message>
        <message>
            <source>{0} sends on to another address, which is not followed: the key stays here.</source>
            <translation>{0} leitet an eine andere Adresse weiter, der nicht gefolgt wird: Der Schlüssel bleibt hier.</translation>
        </message>
        <message>
            <source>{0} was not called: its address, the key or an id holds a character that cannot be sent.</source>
            <translation>{0} wurde nicht aufgerufen: Adresse, Schlüssel oder eine ID enthält ein Zeichen, das sich nicht senden lässt.</translation>
        </message>
        <message>
            <source>Check the account's base address, and sign in again.</source>
            <translation>Prüfen Sie die Basisadresse des Kontos, und melden Sie sich neu an.</translation>
        </message>
        <message>
            <source>{0} answered, but {1}.</source>
            <translation>{0} hat geantwortet, aber {1}.</translation>
        </message>
        <message>
            <source>The change was sent. {0}</source>
            <translation>Die Änderung wurde gesendet. {0}</translation>
        </message>
        <message>
            <source>The keychain could not be used.</source>
            <translation>Der Schlüsselbund ließ sich nicht verwenden.</translation>
        </message>
        <message>
            <source>The key was stored in {0}; the keychain now is {1}.</source>
            <translation>Der Schlüssel wurde in {0} abgelegt; der Schlüsselbund ist jetzt {1}.</translation>
        </message>
        <message>
            <source>No system keychain that the desk trusts is running.</source>
            <translation>Es läuft kein Schlüsselbund des Systems, dem dieses Programm vertraut.</translation>
        </message>
        <message>
            <source>The keychain is locked, or its question was dismissed.</source>
            <translation>Der Schlüsselbund ist gesperrt, oder seine Frage wurde abgewiesen.</translation>
        </message>
        <message>
            <source>The keychain {0} did not keep what it was given.</source>
            <translation>Der Schlüsselbund {0} hat nicht behalten, was ihm gegeben wurde.</translation>
        </message>
        <message>
            <source>The keychain still waits for an answer to its earlier question.</source>
            <translation>Der Schlüsselbund wartet noch auf die Antwort auf seine frühere Frage.</translation>
        </message>
        <message>
            <source>The configured keychain {0} is not one that the desk trusts.</source>
            <translation>Der eingestellte Schlüsselbund {0} ist keiner, dem dieses Programm vertraut.</translation>
        </message>
        <message>
            <source>The keychain did not answer within {0} seconds.</source>
            <translation>Der Schlüsselbund hat innerhalb von {0} Sekunden nicht geantwortet.</translation>
        </message>
        <message>
            <source>There is neither a system keychain nor a key or passphrase for the vault.</source>
            <translation>Es gibt weder einen Schlüsselbund des Systems noch einen Schlüssel oder eine Passphrase für den Tresor.</translation>
        </message>
        <message>
            <source>The vault's key was stored in {0}; the keychain now is {1}, which does not have it.</source>
            <translation>Der Schlüssel des Tresors wurde in {0} abgelegt; der Schlüsselbund ist jetzt {1} und hat ihn nicht.</translation>
        </message>
        <message>
            <source>The {0} gave a key that does not open this vault.</source>
            <translation>{0} lieferte einen Schlüssel, der diesen Tresor nicht öffnet.</translation>
        </message>
        <message>
            <source>The vault's key lies in {0}.</source>
            <translation>Der Schlüssel des Tresors liegt in {0}.</translation>
        </message>
        <message>
            <source>The vault's key lies in {0}. {1}</source>
            <translation>Der Schlüssel des Tresors liegt in {0}. {1}</translation>
        </message>
        <message>
            <source>The keychain no longer has the vault's key.</source>
            <translation>Der Schlüsselbund hat den Schlüssel des Tresors nicht mehr.</translation>
        </message>
        <message>
            <source>Reconnect the accounts.</source>
            <translation>Verbinden Sie die Konten neu.</translation>
        </message>
        <message>
            <source>{0} is set, but the vault was sealed with a key from the {1}.</source>
            <translation>{0} ist gesetzt, aber der Tresor wurde mit einem Schlüssel aus {1} versiegelt.</translation>
        </message>
        <message>
            <source>Unset {0}, then try again.</source>
            <translation>Entfernen Sie {0}, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The keychain's entry for the vault is not a key.</source>
            <translation>Der Eintrag des Schlüsselbunds für den Tresor ist kein Schlüssel.</translation>
        </message>
        <message>
            <source>The vault was sealed with {0}, which is not set now.</source>
            <translation>Der Tresor wurde mit {0} versiegelt, was jetzt nicht gesetzt ist.</translation>
        </message>
        <message>
            <source>Set {0} to the value it had, or reconnect the accounts.</source>
            <translation>Setzen Sie {0} auf den damaligen Wert, oder verbinden Sie die Konten neu.</translation>
        </message>
        <message>
            <source>The vault opens with a passphrase, and none was given.</source>
            <translation>Der Tresor öffnet sich mit einer Passphrase, und keine wurde angegeben.</translation>
        </message>
        <message>
            <source>Give the passphrase.</source>
            <translation>Geben Sie die Passphrase an.</translation>
        </message>
        <message>
            <source>A sealed secret is damaged or does not belong where it lies.</source>
            <translation>Ein versiegeltes Geheimnis ist beschädigt oder gehört nicht an seinen Platz.</translation>
        </message>
        <message>
            <source>The vault names costs for its passphrase that it was never written with.</source>
            <translation>Der Tresor nennt für seine Passphrase einen Aufwand, mit dem er nie geschrieben wurde.</translation>
        </message>
        <message>
            <source>ENCRYPTION_KEY is not base64 or hex of exactly 32 bytes.</source>
            <translation>ENCRYPTION_KEY ist nicht Base64 oder hexadezimal von genau 32 Bytes.</translation>
        </message>
        <message>
            <source>The key for the vault cannot be used</source>
            <translation>Der Schlüssel für den Tresor lässt sich nicht verwenden</translation>
        </message>
        <message>
            <source>Give it 64 hex digits (`openssl rand -hex 32` makes some), or unset it to use the system keychain.</source>
            <translation>Geben Sie 64 hexadezimale Ziffern an (`openssl rand -hex 32` erzeugt sie), oder entfernen Sie es, damit der Schlüsselbund des Systems verwendet wird.</translation>
        </message>
        <message>
            <source>The passphrase has fewer than {0} characters.</source>
            <translation>Die Passphrase hat weniger als {0} Zeichen.</translation>
        </message>
        <message>
            <source>Take a longer one.</source>
            <translation>Nehmen Sie eine längere.</translation>
        </message>
        <message>
            <source>This build of the cryptography package has no Argon2id.</source>
            <translation>Dieser Bau des Pakets cryptography hat kein Argon2id.</translation>
        </message>
        <message>
            <source>Set ENCRYPTION_KEY instead.</source>
            <translation>Setzen Sie stattdessen ENCRYPTION_KEY.</translation>
        </message>
        <message>
            <source>A secret is still sealed with the key before the last one.</source>
            <translation>Ein Geheimnis ist noch mit dem vorletzten Schlüssel versiegelt.</translation>
        </message>
        <message>
            <source>A sealed secret names a key that the vault does not have.</source>
            <translation>Ein versiegeltes Geheimnis nennt einen Schlüssel, den der Tresor nicht hat.</translation>
        </message>
        <message>
            <source>The vault file is far larger than any the desk writes.</source>
            <translation>Die Tresordatei ist viel größer als jede, die dieses Programm schreibt.</translation>
        </message>
        <message>
            <source>The stored key was given for {0}; it is not sent to {1}.</source>
            <translation>Der gespeicherte Schlüssel wurde für {0} angegeben; er wird nicht an {1} gesendet.</translation>
        </message>
        <message>
            <source>The vault file cannot be read: {0}.</source>
            <translation>Die Tresordatei lässt sich nicht lesen: {0}.</translation>
        </message>
        <message>
            <source>Check its owner.</source>
            <translation>Prüfen Sie, wem sie gehört.</translation>
        </message>
        <message>
            <source>The vault could not be saved: {0}.</source>
            <translation>Der Tresor ließ sich nicht speichern: {0}.</translation>
        </message>
        <message>
            <source>Check the folder.</source>
            <translation>Prüfen Sie den Ordner.</translation>
        </message>
        <message>
            <source>There was no room to save the vault.</source>
            <translation>Zum Speichern des Tresors war kein Platz.</translation>
        </message>
        <message>
            <source>The secret was not saved</source>
            <translation>Das Geheimnis wurde nicht gespeichert</translation>
        </message>
        <message>
            <source>The vault file names no key.</source>
            <translation>Die Tresordatei nennt keinen Schlüssel.</translation>
        </message>
        <message>
            <source>The vault file is not one of CRM Desk.</source>
            <translation>Die Tresordatei ist keine von CRM Desk.</translation>
        </message>
        <message>
            <source>A newer version of CRM Desk wrote the vault.</source>
            <translation>Eine neuere Version von CRM Desk hat den Tresor geschrieben.</translation>
        </message>
        <message>
            <source>Install the newer version.</source>
            <translation>Installieren Sie die neuere Version.</translation>
        </message>
        <message>
            <source>The head of the vault file is damaged.</source>
            <translation>Der Kopf der Tresordatei ist beschädigt.</translation>
        </message>
        <message>
            <source>{0} has version {1}; this desk, CRM Desk {2}, reads up to {3}.</source>
            <translation>{0} hat Version {1}; dieses Programm, CRM Desk {2}, liest bis {3}.</translation>
        </message>
        <message>
            <source>There is no key “{0}”.</source>
            <translation>Es gibt keinen Schlüssel „{0}“.</translation>
        </message>
        <message>
            <source>`crmdesk api keys list` lists them.</source>
            <translation>`crmdesk api keys list` zeigt sie.</translation>
        </message>
        <message>
            <source>The backup was given up because the desk closes.</source>
            <translation>Die Sicherung wurde abgebrochen, weil das Programm endet.</translation>
        </message>
        <message>
            <source>{0} cannot be written: {1}.</source>
            <translation>{0} lässt sich nicht schreiben: {1}.</translation>
        </message>
        <message>
            <source>There is no backup {0}.</source>
            <translation>Es gibt keine Sicherung {0}.</translation>
        </message>
        <message>
            <source>{0} holds what no CRM Desk has made: {1}.</source>
            <translation>{0} enthält, was kein CRM Desk angelegt hat: {1}.</translation>
        </message>
        <message>
            <source>The backup was not restored</source>
            <translation>Die Sicherung wurde nicht wiederhergestellt</translation>
        </message>
        <message>
            <source>Take another backup; somebody has changed this one.</source>
            <translation>Nehmen Sie eine andere Sicherung; diese hat jemand verändert.</translation>
        </message>
        <message>
            <source>{0} cannot be read: {1}.</source>
            <translation>{0} lässt sich nicht lesen: {1}.</translation>
        </message>
        <message>
            <source>{0} cannot be made: {1}.</source>
            <translation>{0} lässt sich nicht anlegen: {1}.</translation>
        </message>
        <message>
            <source>The copy of the database is not sound.</source>
            <translation>Die Kopie der Datenbank ist nicht in Ordnung.</translation>
        </message>
        <message>
            <source>There is no change-set {0}.</source>
            <translation>Es gibt keine Aktion {0}.</translation>
        </message>
        <message>
            <source>`crmdesk changes` lists them.</source>
            <translation>`crmdesk changes` zeigt sie.</translation>
        </message>
        <message>
            <source>{0} It was written by CRM Desk {1}.</source>
            <translation>{0} Geschrieben wurde es von CRM Desk {1}.</translation>
        </message>
        <message>
            <source>Install CRM Desk {0} or newer, or open another profile.</source>
            <translation>Installieren Sie CRM Desk {0} oder neuer, oder öffnen Sie ein anderes Profil.</translation>
        </message>
        <message>
            <source>{0} or its folder does not allow writing.</source>
            <translation>{0} oder der Ordner lässt kein Schreiben zu.</translation>
        </message>
        <message>
            <source>{0} is empty.</source>
            <translation>{0} ist leer.</translation>
        </message>
        <message>
            <source>{0} is not a database.</source>
            <translation>{0} ist keine Datenbank.</translation>
        </message>
        <message>
            <source>{0} is a database of another program.</source>
            <translation>{0} ist die Datenbank eines anderen Programms.</translation>
        </message>
        <message>
            <source>{0} does not allow writing.</source>
            <translation>{0} lässt kein Schreiben zu.</translation>
        </message>
        <message>
            <source>The feed does not go on from “{0}”: it keeps 30 days.</source>
            <translation>Die Änderungen gehen ab „{0}“ nicht weiter: Aufbewahrt werden 30 Tage.</translation>
        </message>
        <message>
            <source>There is no hook {0}.</source>
            <translation>Es gibt keinen Hook {0}.</translation>
        </message>
        <message>
            <source>`crmdesk api hooks list` lists them.</source>
            <translation>`crmdesk api hooks list` zeigt sie.</translation>
        </message>
        <message>
            <source>There is no delivery {0}.</source>
            <translation>Es gibt keine Zustellung {0}.</translation>
        </message>
        <message>
            <source>There is no decision {0}.</source>
            <translation>Es gibt keine Entscheidung {0}.</translation>
        </message>
        <message>
            <source>There is no suggestion {0}; it was decided, or what it rested on has changed.</source>
            <translation>Es gibt keinen Vorschlag {0}; über ihn wurde entschieden, oder worauf er beruhte, hat sich geändert.</translation>
        </message>
        <message>
            <source>Step {0} of the database would lose rows of {1}.</source>
            <translation>Bei Schritt {0} der Datenbank gingen Zeilen verloren: {1}.</translation>
        </message>
        <message>
            <source>{0} exists already.</source>
            <translation>{0} gibt es schon.</translation>
        </message>
        <message>
            <source>The file has version {0}; only versions 1 to {1} can be read out.</source>
            <translation>Die Datei hat Version {0}; auslesen lassen sich nur Versionen von 1 bis {1}.</translation>
        </message>
        <message>
            <source>Nothing can be read out of the file.</source>
            <translation>Aus der Datei lässt sich nichts lesen.</translation>
        </message>
        <message>
            <source>There is no room for a copy of {0}.</source>
            <translation>Für eine Kopie von {0} ist kein Platz.</translation>
        </message>
        <message>
            <source>There are {0}, and 2+.</source>
            <translation>Es gibt {0} und 2+.</translation>
        </message>
        <message>
            <source>Free some room on that disk (a megabyte is enough), then open it again; nothing needs to be restored.</source>
            <translation>Schaffen Sie auf diesem Datenträger etwas Platz (ein Megabyte genügt) und öffnen Sie sie dann erneut; wiederhergestellt werden muss nichts.</translation>
        </message>
        <message>
            <source>A stored value is damaged.</source>
            <translation>Ein gespeicherter Wert ist beschädigt.</translation>
        </message>
        <message>
            <source>A stored text is damaged.</source>
            <translation>Ein gespeicherter Text ist beschädigt.</translation>
        </message>
        <message>
            <source>Less than {0} MB are left on the disk, which are kept for your own edits.</source>
            <translation>Auf dem Datenträger sind weniger als {0} MB frei; die bleiben für Ihre Änderungen.</translation>
        </message>
        <message>
            <source>Free some room; the next sync goes on.</source>
            <translation>Schaffen Sie Platz; der nächste Abgleich macht weiter.</translation>
        </message>
        <message>
            <source>The database was opened for reading alone.</source>
            <translation>Die Datenbank wurde nur zum Lesen geöffnet.</translation>
        </message>
        <message>
            <source>The database is closed.</source>
            <translation>Die Datenbank ist geschlossen.</translation>
        </message>
        <message>
            <source>There is no account {0}.</source>
            <translation>Es gibt kein Konto {0}.</translation>
        </message>
        <message>
            <source>There is an account named {0} already.</source>
            <translation>Es gibt schon ein Konto namens {0}.</translation>
        </message>
        <message>
            <source>There is no conflict {0}.</source>
            <translation>Es gibt keinen Konflikt {0}.</translation>
        </message>
        <message>
            <source>There is no problem {0}.</source>
            <translation>Es gibt kein Problem {0}.</translation>
        </message>
        <message>
            <source>There is no run {0}.</source>
            <translation>Es gibt keinen Abgleich {0}.</translation>
        </message>
        <message>
            <source>There is no change {0}.</source>
            <translation>Es gibt keine Änderung {0}.</translation>
        </message>
        <message>
            <source>The desk ended while this ran.</source>
            <translation>Das Programm endete, während dies lief.</translation>
        </message>
        <message>
            <source>There is no item {0}.</source>
            <translation>Es gibt keinen Eintrag {0}.</translation>
        </message>
        <message>
            <source>There is no outbox entry {0}.</source>
            <translation>Es gibt nichts Wartendes {0}.</translation>
        </message>
        <message>
            <source>There is no record {0}.</source>
            <translation>Es gibt keinen Datensatz {0}.</translation>
        </message>
        <message>
            <source>{0} takes no new {1} without its {2}.</source>
            <translation>{0} nimmt nichts Neues ({1}) ohne {2} an.</translation>
        </message>
        <message>
            <source>Fill it in, or leave {0} out for now.</source>
            <translation>Füllen Sie es aus, oder lassen Sie {0} vorerst weg.</translation>
        </message>
        <message>
            <source>{0} takes no new records from the desk.</source>
            <translation>{0} nimmt keine neuen Datensätze an.</translation>
        </message>
        <message>
            <source>{0} takes none of the fields that are filled in.</source>
            <translation>{0} nimmt keines der ausgefüllten Felder an.</translation>
        </message>
        <message>
            <source>A conflict is resolved by {0}, {1} or {2}, not “{3}”.</source>
            <translation>Ein Konflikt wird durch {0}, {1} oder {2} entschieden, nicht durch „{3}“.</translation>
        </message>
        <message>
            <source>It was settled already.</source>
            <translation>Es war schon erledigt.</translation>
        </message>
        <message>
            <source>The entry was not cancelled</source>
            <translation>Das Senden wurde nicht abgebrochen</translation>
        </message>
        <message>
            <source>It is on its way to the CRM right now.</source>
            <translation>Es ist gerade auf dem Weg zum CRM.</translation>
        </message>
        <message>
            <source>The entry was not sent again</source>
            <translation>Es wurde nicht noch einmal gesendet</translation>
        </message>
        <message>
            <source>It was changed in both places.</source>
            <translation>Es wurde an beiden Orten geändert.</translation>
        </message>
        <message>
            <source>Resolve the conflict first.</source>
            <translation>Entscheiden Sie zuerst den Konflikt.</translation>
        </message>
        <message>
            <source>It does not wait for such a decision.</source>
            <translation>Eine solche Entscheidung steht hier nicht an.</translation>
        </message>
        <message>
            <source>The choice was not made</source>
            <translation>Die Auswahl wurde nicht getroffen</translation>
        </message>
        <message>
            <source>That record is not among those offered.</source>
            <translation>Dieser Datensatz ist nicht unter den angebotenen.</translation>
        </message>
        <message>
            <source>It is not known yet whether the CRM already created it; the next sync finds out.</source>
            <translation>Noch ist nicht bekannt, ob das CRM es schon angelegt hat; die nächste Synchronisierung findet es heraus.</translation>
        </message>
        <message>
            <source>“This computer” cannot be removed.</source>
            <translation>„Dieser Computer“ lässt sich nicht entfernen.</translation>
        </message>
        <message>
            <source>It is in {0} already.</source>
            <translation>Es ist schon in {0}.</translation>
        </message>
        <message>
            <source>It was not added</source>
            <translation>Es wurde nicht hinzugefügt</translation>
        </message>
        <message>
            <source>Nothing was filled in.</source>
            <translation>Nichts wurde ausgefüllt.</translation>
        </message>
        <message>
            <source>The {0} was not created</source>
            <translation>Nicht angelegt: {0}</translation>
        </message>
        <message>
            <source>A change of it is on its way to the CRM right now.</source>
            <translation>Eine Änderung daran ist gerade auf dem Weg zum CRM.</translation>
        </message>
        <message>
            <source>It was not deleted for good</source>
            <translation>Es wurde nicht endgültig gelöscht</translation>
        </message>
        <message>
            <source>Try again in a moment; it is in the trash.</source>
            <translation>Versuchen Sie es gleich noch einmal; es liegt im Papierkorb.</translation>
        </message>
        <message>
            <source>Change the value so that it fits, change it there by hand, or keep it on this computer only.</source>
            <translation>Ändern Sie den Wert, sodass er passt, ändern Sie ihn dort von Hand, oder behalten Sie ihn nur auf diesem Computer.</translation>
        </message>
        <message>
            <source>Two different ones are needed.</source>
            <translation>Es müssen zwei verschiedene sein.</translation>
        </message>
        <message>
            <source>Nothing was linked</source>
            <translation>Nichts wurde verknüpft</translation>
        </message>
        <message>
            <source>They are of different kinds.</source>
            <translation>Sie sind verschiedener Art.</translation>
        </message>
        <message>
            <source>One of them is in the trash; restore it first.</source>
            <translation>Eines davon liegt im Papierkorb; stellen Sie es zuerst wieder her.</translation>
        </message>
        <message>
            <source>It has no record in that account.</source>
            <translation>In diesem Konto gibt es davon keinen Datensatz.</translation>
        </message>
        <message>
            <source>Nothing was unlinked</source>
            <translation>Nichts wurde getrennt</translation>
        </message>
        <message>
            <source>It stands in that account alone.</source>
            <translation>Es steht nur in diesem Konto.</translation>
        </message>
        <message>
            <source>One of the records is none of this suggestion's.</source>
            <translation>Einer der Datensätze gehört nicht zu diesem Vorschlag.</translation>
        </message>
        <message>
            <source>Nothing was decided</source>
            <translation>Nichts wurde entschieden</translation>
        </message>
        <message>
            <source>Leave one out, or name none to say it of all.</source>
            <translation>Lassen Sie einen weg, oder nennen Sie keinen, um alle zu meinen.</translation>
        </message>
        <message>
            <source>No account takes registrations from the desk.</source>
            <translation>Kein Konto nimmt von hier Anmeldungen an.</translation>
        </message>
        <message>
            <source>Connect one that does.</source>
            <translation>Verbinden Sie eines, das es tut.</translation>
        </message>
        <message>
            <source>Several accounts take registrations ({0}), and it is not clear which one is meant.</source>
            <translation>Mehrere Konten nehmen Anmeldungen an ({0}), und es ist nicht klar, welches gemeint ist.</translation>
        </message>
        <message>
            <source>Name an event of that account, by its id or as ACCOUNT:ID, or add the contact to the account first.</source>
            <translation>Nennen Sie einen Termin dieses Kontos, nach ID oder als KONTO:ID, oder fügen Sie den Kontakt zuerst dem Konto hinzu.</translation>
        </message>
        <message>
            <source>The event has no name.</source>
            <translation>Der Termin hat keinen Namen.</translation>
        </message>
        <message>
            <source>{0} events are called “{1}”.</source>
            <translation>{0} Termine heißen „{1}“.</translation>
        </message>
        <message>
            <source>Name the one that is meant, by its id or as ACCOUNT:ID.</source>
            <translation>Nennen Sie den gemeinten, nach ID oder als KONTO:ID.</translation>
        </message>
        <message>
            <source>Only a contact can be registered.</source>
            <translation>Nur ein Kontakt lässt sich anmelden.</translation>
        </message>
        <message>
            <source>The contact has no email address, by which the CRM knows people.</source>
            <translation>Der Kontakt hat keine E-Mail-Adresse, an der das CRM Personen erkennt.</translation>
        </message>
        <message>
            <source>Add an email address first.</source>
            <translation>Fügen Sie zuerst eine E-Mail-Adresse hinzu.</translation>
        </message>
        <message>
            <source>{0} has no event “{1}” that the desk knows of, and makes none.</source>
            <translation>{0} hat keinen hier bekannten Termin „{1}“ und legt keinen an.</translation>
        </message>
        <message>
            <source>Choose one of its events; sync first if this one is new there.</source>
            <translation>Wählen Sie einen der vorhandenen Termine; synchronisieren Sie zuerst, wenn dieser dort neu ist.</translation>
        </message>
        <message>
            <source>That is not an event.</source>
            <translation>Das ist kein Termin.</translation>
        </message>
        <message>
            <source>{0} no longer has this event.</source>
            <translation>{0} hat diesen Termin nicht mehr.</translation>
        </message>
        <message>
            <source>That registration waits already.</source>
            <translation>Diese Anmeldung wartet schon.</translation>
        </message>
        <message>
            <source>The contact is registered for it already.</source>
            <translation>Der Kontakt ist dafür schon angemeldet.</translation>
        </message>
        <message>
            <source>Choose another event.</source>
            <translation>Wählen Sie einen anderen Termin.</translation>
        </message>
        <message>
            <source>Nothing else holds another value that can be changed.</source>
            <translation>Nichts anderes hat einen abweichenden Wert, der sich ändern ließe.</translation>
        </message>
        <message>
            <source>It was taken back already.</source>
            <translation>Es wurde schon zurückgenommen.</translation>
        </message>
        <message>
            <source>It was deleted for good.</source>
            <translation>Wurde endgültig gelöscht.</translation>
        </message>
        <message>
            <source>It was linked, or added to an account, since.</source>
            <translation>Wurde seitdem verknüpft oder einem Konto hinzugefügt.</translation>
        </message>
        <message>
            <source>It is in the trash; restore it first.</source>
            <translation>Liegt im Papierkorb; stellen Sie es erst wieder her.</translation>
        </message>
        <message>
            <source>Its record is no longer there.</source>
            <translation>Der Datensatz ist nicht mehr da.</translation>
        </message>
        <message>
            <source>It is on its way to the CRM right now; try again in a moment.</source>
            <translation>Ist gerade auf dem Weg zum CRM; versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>{0} new ones stay; whoever is not wanted can go to the trash.</source>
            <translation>{0} neue bleiben; wer nicht gewünscht ist, kann in den Papierkorb.</translation>
        </message>
        <message>
            <source>{0} has it by now; delete it there.</source>
            <translation>{0} hat es inzwischen; löschen Sie es dort.</translation>
        </message>
        <message>
            <source>It was linked or unlinked again since.</source>
            <translation>Wurde seitdem wieder verknüpft oder getrennt.</translation>
        </message>
        <message>
            <source>{0} has the registration by now; take it back there.</source>
            <translation>{0} hat die Anmeldung inzwischen; nehmen Sie sie dort zurück.</translation>
        </message>
        <message>
            <source>{0} is only read here.</source>
            <translation>{0} wird hier nur gelesen.</translation>
        </message>
        <message>
            <source>It was changed again since.</source>
            <translation>Es wurde seither noch einmal geändert.</translation>
        </message>
        <message>
            <source>{0} lets nobody change it from here.</source>
            <translation>{0} lässt es niemanden von hier aus ändern.</translation>
        </message>
        <message>
            <source>{0} used up.</source>
            <translation>Aufgebraucht: {0}.</translation>
        </message>
        <message>
            <source>{0} used up but for the last, which are kept for your edits.</source>
            <translation>Aufgebraucht bis auf die letzten, die für Ihre Änderungen aufgehoben werden: {0}.</translation>
        </message>
        <message>
            <source>The hook to {0} is paused</source>
            <translation>Der Hook an {0} ist angehalten</translation>
        </message>
        <message>
            <source>See that its target works, then send one of its deliveries again, or remove the hook.</source>
            <translation>Sorgen Sie dafür, dass sein Ziel arbeitet, und senden Sie dann eine seiner Zustellungen noch einmal, oder entfernen Sie den Hook.</translation>
        </message>
        <message>
            <source>It is not known whether it made “{0}”, who is new in {1}</source>
            <translation>Es ist nicht bekannt, ob „{0}“ daraus wurde, neu in {1}</translation>
        </message>
        <message>
            <source>It is listed there, but cannot be opened: it was just deleted, or this key may not see it.</source>
            <translation>Es steht dort in der Liste, lässt sich aber nicht öffnen: Es wurde gerade gelöscht, oder dieser Schlüssel darf es nicht sehen.</translation>
        </message>
        <message>
            <source>Hand it over again, change it there by hand, or keep it on this computer only.</source>
            <translation>Übergeben Sie es noch einmal, ändern Sie es dort von Hand, oder behalten Sie es nur auf diesem Computer.</translation>
        </message>
        <message>
            <source>The file that was read since does not hold this contact, so that the next one has to tell.</source>
            <translation>Die seitdem gelesene Datei enthält diesen Kontakt nicht; die nächste muss es zeigen.</translation>
        </message>
        <message>
            <source>The file of {0} that was read since has nothing there</source>
            <translation>Die seitdem gelesene Datei von {0} hat dort nichts</translation>
        </message>
        <message>
            <source>It was changed here and in {0}.</source>
            <translation>Wurde hier und in {0} geändert.</translation>
        </message>
        <message>
            <source>The file of {0} that was read since has “{1}”</source>
            <translation>Die seitdem gelesene Datei von {0} hat „{1}“</translation>
        </message>
        <message>
            <source>{0} of {1} could not be read from {2}</source>
            <translation>{0} von {1} war in {2} nicht lesbar</translation>
        </message>
        <message>
            <source>Correct it in the CRM. Until then the last value that was read stays here, and nothing is sent for it.</source>
            <translation>Berichtigen Sie es im CRM. Bis dahin bleibt hier der zuletzt gelesene Wert, und nichts wird dafür gesendet.</translation>
        </message>
        <message>
            <source>You deleted it.</source>
            <translation>Sie haben es gelöscht.</translation>
        </message>
        <message>
            <source>{0} no longer lists {1} of {2} records</source>
            <translation>{0} führt {1} von {2} Datensätzen nicht mehr auf</translation>
        </message>
        <message>
            <source>That many removals at once are often a filter, a changed permission or a fault there. Nothing was removed here.</source>
            <translation>So viele Löschungen auf einmal sind oft ein Filter, ein geändertes Recht oder ein Fehler dort. Hier wurde nichts entfernt.</translation>
        </message>
        <message>
            <source>Review them: accept the removals, or keep the records.</source>
            <translation>Prüfen Sie sie: Nehmen Sie die Löschungen an, oder behalten Sie die Datensätze.</translation>
        </message>
        <message>
            <source>The last sync of {0} does not add up</source>
            <translation>Die Bilanz des letzten Abgleichs von {0} geht nicht auf</translation>
        </message>
        <message>
            <source>{0} told {1}, and listed {2} records. Somebody may have added or removed records meanwhile.</source>
            <translation>{0} nannte {1} und listete {2} Datensätze. Vielleicht hat inzwischen jemand welche hinzugefügt oder entfernt.</translation>
        </message>
        <message>
            <source>Sync again; if it stays, compare the counts with the CRM.</source>
            <translation>Synchronisieren Sie noch einmal; bleibt es dabei, vergleichen Sie die Zahlen mit dem CRM.</translation>
        </message>
        <message>
            <source>{0} has {1} records with this {2}</source>
            <translation>{0} hat {1} Datensätze mit demselben Wert ({2})</translation>
        </message>
        <message>
            <source>{0} has “{1}” under this {2}</source>
            <translation>{0} hat „{1}“ unter demselben Wert ({2})</translation>
        </message>
        <message>
            <source>{0} has no such call for this account, or what it belongs to is gone there: {1}</source>
            <translation>{0} bietet diesem Konto so etwas nicht an, oder wozu es gehört, gibt es dort nicht mehr: {1}</translation>
        </message>
        <message>
            <source>The next complete sync tells whether it arrived.</source>
            <translation>Die nächste vollständige Synchronisierung zeigt, ob es ankam.</translation>
        </message>
        <message>
            <source>It is not known whether the {0} arrived, and nothing it could be looked up by is known</source>
            <translation>Es ist nicht bekannt, ob es ankam ({0}), und nichts, woran es sich finden ließe</translation>
        </message>
        <message>
            <source>What was made there may show later; it is looked for again before anything is sent.</source>
            <translation>Was dort angelegt wurde, zeigt sich vielleicht später; bevor etwas gesendet wird, wird noch einmal danach gesucht.</translation>
        </message>
        <message>
            <source>It was made there as {0}, and does not show yet.</source>
            <translation>Es wurde dort als {0} angelegt und zeigt sich noch nicht.</translation>
        </message>
        <message>
            <source>It was made there as {0}, and is not there any more</source>
            <translation>Es wurde dort als {0} angelegt und ist nicht mehr da</translation>
        </message>
        <message>
            <source>{0} seems to take no changed emails and phones</source>
            <translation>{0} nimmt anscheinend keine geänderten E-Mail-Adressen und Telefonnummern an</translation>
        </message>
        <message>
            <source>It left them as they were when they were sent on {0}. From then on such changes stay on this computer; everything else is sent.</source>
            <translation>Sie blieben, wie sie waren, als sie am {0} gesendet wurden. Solche Änderungen bleiben seither auf diesem Computer; alles andere wird gesendet.</translation>
        </message>
        <message>
            <source>Try again to have them sent once more, and later ones too if they are taken.</source>
            <translation>Versuchen Sie es noch einmal, damit sie erneut gesendet werden, und auch spätere, wenn sie angenommen werden.</translation>
        </message>
        <message>
            <source>{0} The next complete sync tells which one it is.</source>
            <translation>{0} Die nächste vollständige Synchronisierung zeigt, welcher es ist.</translation>
        </message>
        <message>
            <source>It was deleted in {0} and changed here.</source>
            <translation>Wurde in {0} gelöscht und hier geändert.</translation>
        </message>
        <message>
            <source>{0}. What you entered is kept here.</source>
            <translation>{0}. Was Sie eingegeben haben, bleibt hier.</translation>
        </message>
        <message>
            <source>{0} has no such event: it took note of the contact, and of nothing else.</source>
            <translation>{0} hat keinen solchen Termin: Es hat sich den Kontakt gemerkt und sonst nichts.</translation>
        </message>
        <message>
            <source>{0} did not put {1} down for “{2}”</source>
            <translation>{0} hat {1} nicht zu „{2}“ angemeldet</translation>
        </message>
        <message>
            <source>It keeps changing there.</source>
            <translation>Es ändert sich dort immer wieder.</translation>
        </message>
        <message>
            <source>{0} takes no such change from the desk</source>
            <translation>{0} nimmt eine solche Änderung von diesem Programm nicht an</translation>
        </message>
        <message>
            <source>{0} has it, but no such call for this account: {1}</source>
            <translation>{0} hat es, aber keinen solchen Aufruf für dieses Konto: {1}</translation>
        </message>
        <message>
            <source>It may be deleted there, and be shown for a while yet.</source>
            <translation>Vielleicht ist es dort gelöscht und wird noch eine Weile gezeigt.</translation>
        </message>
        <message>
            <source>There is no {0} “{1}”.</source>
            <translation>Nicht gefunden: {0} „{1}“.</translation>
        </message>
        <message>
            <source>`crmdesk {0}` lists the ids of those there are.</source>
            <translation>`crmdesk {0}` zeigt die vorhandenen IDs.</translation>
        </message>
        <message>
            <source>It names something that {0} does not have yet, and waits for it.</source>
            <translation>Es nennt etwas, das {0} noch nicht hat, und wartet darauf.</translation>
        </message>
        <message>
            <source>{0} refused the sign-in</source>
            <translation>{0} hat die Anmeldung abgelehnt</translation>
        </message>
        <message>
            <source>{0} could not be synced {1} times in a row</source>
            <translation>{0} ließ sich {1}-mal hintereinander nicht synchronisieren</translation>
        </message>
        <message>
            <source>{0} shows this account no list of {1}: {2}</source>
            <translation>{0} zeigt diesem Konto keine solche Liste ({1}): {2}</translation>
        </message>
        <message>
            <source>The key may not read {0}.</source>
            <translation>Der Schlüssel darf nicht lesen: {0}.</translation>
        </message>
        <message>
            <source>{0}, or ask {1} for that list.</source>
            <translation>{0}, oder bitten Sie {1} um diese Liste.</translation>
        </message>
        <message>
            <source>{0} did not show its {1}</source>
            <translation>{0} zeigte nichts davon: {1}</translation>
        </message>
        <message>
            <source>A schedule is {0}, daily@HH:MM or {1}, not “{2}”.</source>
            <translation>Ein Zeitplan ist {0}, daily@HH:MM oder {1}, nicht „{2}“.</translation>
        </message>
        <message>
            <source>Quiet hours are HH:MM-HH:MM, such as 22:00-07:00, or off, not “{0}”.</source>
            <translation>Ruhezeiten schreibt man HH:MM-HH:MM, etwa 22:00-07:00, oder off, nicht „{0}“.</translation>
        </message>
        <message>
            <source>Name a file in it.</source>
            <translation>Nennen Sie eine Datei darin.</translation>
        </message>
        <message>
            <source>{0} is no file that could be replaced.</source>
            <translation>{0} ist keine Datei, die sich ersetzen ließe.</translation>
        </message>
        <message>
            <source>The folder {0} is not there.</source>
            <translation>Der Ordner {0} ist nicht da.</translation>
        </message>
        <message>
            <source>Make it, or choose another.</source>
            <translation>Legen Sie ihn an, oder wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>The disk is full before {0} was whole.</source>
            <translation>Der Datenträger ist voll, bevor {0} vollständig war.</translation>
        </message>
        <message>
            <source>The name of the file is too long.</source>
            <translation>Der Name der Datei ist zu lang.</translation>
        </message>
        <message>
            <source>Choose a shorter one.</source>
            <translation>Wählen Sie einen kürzeren.</translation>
        </message>
        <message>
            <source>{0} is a symbolic link, so somebody else could choose where the files go.</source>
            <translation>{0} ist ein symbolischer Verweis, sodass jemand anderes bestimmen könnte, wohin die Dateien kommen.</translation>
        </message>
        <message>
            <source>Name the real folder with --profile.</source>
            <translation>Nennen Sie mit --profile den wirklichen Ordner.</translation>
        </message>
        <message>
            <source>{0} is not a folder.</source>
            <translation>{0} ist kein Ordner.</translation>
        </message>
        <message>
            <source>Choose another folder with --profile.</source>
            <translation>Wählen Sie mit --profile einen anderen Ordner.</translation>
        </message>
        <message>
            <source>{0} cannot be made or used: {1}.</source>
            <translation>{0} lässt sich nicht anlegen oder verwenden: {1}.</translation>
        </message>
        <message>
            <source>{0} belongs to another user of this computer.</source>
            <translation>{0} gehört einem anderen Benutzer dieses Computers.</translation>
        </message>
        <message>
            <source>Choose a folder of your own with --profile.</source>
            <translation>Wählen Sie mit --profile einen eigenen Ordner.</translation>
        </message>
        <message>
            <source>The command is too long to be handed to the window that is open.</source>
            <translation>Der Befehl ist zu lang, um an das offene Fenster übergeben zu werden.</translation>
        </message>
        <message>
            <source>The lock file of the profile cannot be opened: {0}.</source>
            <translation>Die Sperrdatei des Profils lässt sich nicht öffnen: {0}.</translation>
        </message>
        <message>
            <source>The disk of the profile cannot lock files: {0}.</source>
            <translation>Der Datenträger des Profils kann keine Dateien sperren: {0}.</translation>
        </message>
        <message>
            <source>Choose a folder on a local disk with --profile.</source>
            <translation>Wählen Sie mit --profile einen Ordner auf einem lokalen Datenträger.</translation>
        </message>
        <message>
            <source>Another CRM Desk still held the profile {0} after {1} seconds.</source>
            <translation>Ein anderes CRM Desk verwendete das Profil {0} auch nach {1} Sekunden noch.</translation>
        </message>
        <message>
            <source>The CRM Desk that holds the profile took the command, but ended or fell silent before its answer.</source>
            <translation>Das CRM Desk, das das Profil verwendet, nahm den Befehl an, endete oder verstummte aber vor der Antwort.</translation>
        </message>
        <message>
            <source>It is not known whether the command was finished</source>
            <translation>Es ist nicht bekannt, ob der Befehl zu Ende geführt wurde</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>Neuer Kontakt</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Farben</translation>
        </message>
        <message numerus="yes">
            <source>%Ln need(s|) you</source>
            <translation>
                <numerusform>%Ln braucht Sie</numerusform>
                <numerusform>%Ln brauchen Sie</numerusform>
            </translation>
        </message>
        <message>
            <source>Show what needs attention</source>
            <translation>Zeigen, was zu klären ist</translation>
        </message>
    </context>
    <context>
        <name>TouchRow</name>
        <message>
            <source>Field</source>
            <translation>Feld</translation>
        </message>
        <message>
            <source>What is done to it</source>
            <translation>Was damit geschieht</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Set to</source>
            <translation>Setzen auf</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>Find and replace</source>
            <translation>Suchen und ersetzen</translation>
        </message>
        <message>
            <source>Replace by</source>
            <translation>Ersetzen durch</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>CRM Desk</source>
            <translation>CRM Desk</translation>
        </message>
        <message>
            <source>Open CRM Desk</source>
            <translation>CRM Desk öffnen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln need(s|) you</source>
            <translation>
                <numerusform>%Ln braucht Sie</numerusform>
                <numerusform>%Ln brauchen Sie</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln account(s) (needs|need) you</source>
            <translation>
                <numerusform>%Ln Konto braucht Sie</numerusform>
                <numerusform>%Ln Konten brauchen Sie</numerusform>
            </translation>
        </message>
        <message>
            <source>Keep the setting</source>
            <translation>Einstellung speichern</translation>
        </message>
        <message>
            <source>CRM Desk can keep syncing while its window is closed; its icon in the tray brings the window back. You can change this in the settings.</source>
            <translation>CRM Desk kann weiter synchronisieren, während sein Fenster geschlossen ist; das Symbol im Infobereich holt das Fenster zurück. Ändern können Sie das in den Einstellungen.</translation>
        </message>
        <message>
            <source>Keep syncing in the background?</source>
            <translation>Im Hintergrund weiter synchronisieren?</translation>
        </message>
        <message>
            <source>Keep syncing</source>
            <translation>Weiter synchronisieren</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
    </context>
    <context>
        <name>UndoHost</name>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Undo: {what}</source>
            <translation>Rückgängig: {what}</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>Redo: {what}</source>
            <translation>Wiederholen: {what}</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>Es gibt nichts rückgängig zu machen.</translation>
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation>Es gibt nichts zu wiederholen.</translation>
        </message>
        <message>
            <source>Undone: {what}</source>
            <translation>Rückgängig gemacht: {what}</translation>
        </message>
        <message>
            <source>Done again: {what}</source>
            <translation>Wiederholt: {what}</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) stayed: {why}</source>
            <translation>
                <numerusform>%n Änderung blieb: {why}</numerusform>
                <numerusform>%n Änderungen blieben: {why}</numerusform>
            </translation>
        </message>
        <message>
            <source>History…</source>
            <translation>Verlauf…</translation>
        </message>
    </context>
    <context>
        <name>UnmappedSection</name>
        <message>
            <source>Seen, not mapped</source>
            <translation>Gesehen, nicht zugeordnet</translation>
        </message>
        <message>
            <source>The CRM sends these. They are kept whole, and never lost when CRM Desk writes there.</source>
            <translation>Das CRM sendet sie. Sie bleiben ganz erhalten und gehen nie verloren, wenn CRM Desk dort schreibt.</translation>
        </message>
    </context>
    <context>
        <name>ViewsHost</name>
        <message>
            <source>Which filter leaves nothing</source>
            <translation>Welcher Filter nichts übrig lässt</translation>
        </message>
        <message>
            <source>Without “{filter}” there are {n}</source>
            <translation>Ohne „{filter}“ sind es {n}</translation>
        </message>
        <message>
            <source>Save the view</source>
            <translation>Ansicht speichern</translation>
        </message>
        <message>
            <source>Save as view</source>
            <translation>Als Ansicht speichern</translation>
        </message>
        <message>
            <source>Name of the view</source>
            <translation>Name der Ansicht</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Umbenennen…</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Nach unten</translation>
        </message>
        <message>
            <source>Delete the view</source>
            <translation>Ansicht löschen</translation>
        </message>
        <message>
            <source>Rename the view</source>
            <translation>Ansicht umbenennen</translation>
        </message>
        <message>
            <source>Move the view</source>
            <translation>Ansicht verschieben</translation>
        </message>
        <message>
            <source>The view “{name}” is deleted</source>
            <translation>Die Ansicht „{name}“ ist gelöscht</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Restore the view</source>
            <translation>Ansicht wiederherstellen</translation>
        </message>
        <message>
            <source>Count what the views hold</source>
            <translation>Zählen, was die Ansichten enthalten</translation>
        </message>
    </context>
    <context>
        <name>WhyEmpty</name>
        <message>
            <source>What you delete waits here until you decide.</source>
            <translation>Was Sie löschen, wartet hier, bis Sie entscheiden.</translation>
        </message>
        <message>
            <source>The trash is empty</source>
            <translation>Der Papierkorb ist leer</translation>
        </message>
        <message>
            <source>What you type and do not save is kept, and listed here.</source>
            <translation>Was Sie tippen und nicht speichern, bleibt erhalten und steht hier.</translation>
        </message>
        <message>
            <source>No drafts</source>
            <translation>Keine Entwürfe</translation>
        </message>
        <message>
            <source>Problems, and what was changed in both places, appear here.</source>
            <translation>Probleme und an beiden Orten Geändertes erscheinen hier.</translation>
        </message>
        <message>
            <source>Nothing needs you</source>
            <translation>Nichts braucht Sie</translation>
        </message>
        <message>
            <source>Their contacts arrive in a few seconds. Nothing here is real, try anything.</source>
            <translation>Ihre Kontakte kommen in ein paar Sekunden. Nichts davon ist echt, probieren Sie alles aus.</translation>
        </message>
        <message>
            <source>The sample CRMs are starting</source>
            <translation>Die Beispiel-CRMs starten</translation>
        </message>
        <message>
            <source>Nothing matches “{text}”</source>
            <translation>Nichts passt zu „{text}“</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Suche leeren</translation>
        </message>
        <message>
            <source>Every text field in this list was searched, but not the trash.</source>
            <translation>Jedes Textfeld dieser Liste wurde durchsucht, nicht aber der Papierkorb.</translation>
        </message>
        <message>
            <source>Only “{place}” was searched.</source>
            <translation>Nur „{place}“ wurde durchsucht.</translation>
        </message>
        <message>
            <source>Search everywhere</source>
            <translation>Überall suchen</translation>
        </message>
        <message>
            <source>None of your accounts is set to bring any.</source>
            <translation>Keines Ihrer Konten ist darauf eingestellt, welche zu bringen.</translation>
        </message>
        <message>
            <source>Nothing from {account} yet</source>
            <translation>Noch nichts von {account}</translation>
        </message>
        <message>
            <source>{accounts} is being read; the first ones are on their way.</source>
            <translation>{accounts} wird gelesen; die ersten sind unterwegs.</translation>
        </message>
        <message>
            <source>{account} has none, or none within what you chose to see of it.</source>
            <translation>{account} hat keine, oder keine von denen, die Sie sehen wollen.</translation>
        </message>
        <message>
            <source>The first sync with {account} starts in a moment.</source>
            <translation>Der erste Abgleich mit {account} beginnt gleich.</translation>
        </message>
        <message>
            <source>{account} was never synced: it waits for you.</source>
            <translation>{account} wurde nie synchronisiert: Es wartet auf Sie.</translation>
        </message>
        <message>
            <source>{account} is paused.</source>
            <translation>{account} ist angehalten.</translation>
        </message>
        <message>
            <source>{account} does not take the sign-in any more. Sign in again, and it goes on.</source>
            <translation>{account} nimmt die Anmeldung nicht mehr an. Melden Sie sich neu an, und es geht weiter.</translation>
        </message>
        <message>
            <source>{account} cannot be reached. The next try is {when}.</source>
            <translation>{account} ist nicht zu erreichen. Der nächste Versuch ist {when}.</translation>
        </message>
        <message>
            <source>{account}: {state}</source>
            <translation>{account}: {state}</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Reconnect</source>
            <translation>Neu verbinden</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Jetzt synchronisieren</translation>
        </message>
        <message>
            <source>Connect a CRM</source>
            <translation>CRM verbinden</translation>
        </message>
        <message>
            <source>Explore with sample data</source>
            <translation>Mit Beispieldaten ausprobieren</translation>
        </message>
        <message>
            <source>All your CRMs in one window. Search and edit instantly, even offline; your changes are sent back for you. Your contacts stay on this computer.</source>
            <translation>Alle Ihre CRMs in einem Fenster. Sofort suchen und bearbeiten, auch offline; Ihre Änderungen werden für Sie zurückgesendet. Ihre Kontakte bleiben auf diesem Computer.</translation>
        </message>
        <message>
            <source>Import a file</source>
            <translation>Eine Datei importieren</translation>
        </message>
        <message>
            <source>Welcome to CRM Desk</source>
            <translation>Willkommen bei CRM Desk</translation>
        </message>
    </context>
    <context>
        <name>WhyNot</name>
        <message>
            <source>Not possible in {names}</source>
            <translation>Nicht möglich in {names}</translation>
        </message>
        <message>
            <source>Read-only by your choice: {names}</source>
            <translation>Nach Ihrer Wahl nur gelesen: {names}</translation>
        </message>
        <message>
            <source>Not synced with {names}, by your choice</source>
            <translation>Nach Ihrer Wahl nicht mit {names} abgeglichen</translation>
        </message>
    </context>
    <context>
        <name>WindowCommands</name>
        <message>
            <source>Move to trash</source>
            <translation>In den Papierkorb</translation>
        </message>
        <message>
            <source>{things} moved to the trash</source>
            <translation>{things} in den Papierkorb gelegt</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Restore from trash</source>
            <translation>Aus dem Papierkorb holen</translation>
        </message>
        <message>
            <source>{things} restored</source>
            <translation>{things} wiederhergestellt</translation>
        </message>
        <message>
            <source>Delete {things} for good?</source>
            <translation>{things} endgültig löschen?</translation>
        </message>
        <message>
            <source>This cannot be undone, and no sync brings them back. What the CRMs hold stays there.</source>
            <translation>Das lässt sich nicht rückgängig machen, und kein Abgleich bringt sie zurück. Was die CRMs haben, bleibt dort.</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>Endgültig löschen</translation>
        </message>
        <message>
            <source>Keep in the trash</source>
            <translation>Im Papierkorb lassen</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Jetzt synchronisieren</translation>
        </message>
        <message>
            <source>Resume the account</source>
            <translation>Konto fortsetzen</translation>
        </message>
        <message>
            <source>Pause the account</source>
            <translation>Konto anhalten</translation>
        </message>
        <message>
            <source>Exported {things} to {file}</source>
            <translation>{things} nach {file} exportiert</translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) longer than a sheet can hold (was|were) cut.</source>
            <translation>
                <numerusform>%n Zelle(|n), länger als ein Blatt sie fassen kann, (wurde|wurden) gekürzt.</numerusform>
                <numerusform>%n Zelle(|n), länger als ein Blatt sie fassen kann, (wurde|wurden) gekürzt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <source>Back up to</source>
            <translation>Sichern nach</translation>
        </message>
        <message>
            <source>Back up</source>
            <translation>Sichern</translation>
        </message>
        <message>
            <source>Backed up to {file}</source>
            <translation>Gesichert nach {file}</translation>
        </message>
        <message>
            <source>Check the database</source>
            <translation>Datenbank prüfen</translation>
        </message>
        <message>
            <source>The database is sound.</source>
            <translation>Die Datenbank ist in Ordnung.</translation>
        </message>
        <message>
            <source>The database is damaged</source>
            <translation>Die Datenbank ist beschädigt</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>No file manager answered. The log is in {folder}</source>
            <translation>Kein Dateimanager hat geantwortet. Das Protokoll liegt in {folder}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Look up what this program is</source>
            <translation>Nachsehen, was dieses Programm ist</translation>
        </message>
    </context>
    <context>
        <name>_Delegate</name>
        <message>
            <source>left out</source>
            <translation>ausgelassen</translation>
        </message>
        <message>
            <source>linked already</source>
            <translation>schon verknüpft</translation>
        </message>
        <message numerus="yes">
            <source>%Ln record(s)</source>
            <translation>
                <numerusform>%Ln Datensatz</numerusform>
                <numerusform>%Ln Datensätze</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>window</name>
        <message>
            <source>Start the local API</source>
            <translation>Lokale API starten</translation>
        </message>
        <message>
            <source>Start the demo</source>
            <translation>Demo starten</translation>
        </message>
    </context>
</TS>
