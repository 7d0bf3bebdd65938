<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>Account</name>
        <message>
            <source>Signed in as {who}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Up to date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pulling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting for the CRM’s limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needs sign-in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needs review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Never synced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needs you</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AccountMenu</name>
        <message>
            <source>Sync now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to sync from {name}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to send to {name}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in again…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New key…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Detected settings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove account…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume the account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause the account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For 1 hour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Until tomorrow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Until resumed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync automatically</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every 15 minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every 30 minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every hour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every 2 hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every 4 hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Daily at {time}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Daily at…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Manually</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quiet hours {hours}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quiet hours…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Direction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both ways</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only read from the CRM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only write to the CRM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where accounts disagree, the value of the higher one is shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deleting here also deletes there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is read-only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} allows no deleting from outside.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync daily</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time of day on this computer</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) (is|are) missing in {name}</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>A sync never removes that many without asking, so nothing was removed. If they were deleted there on purpose, remove them here too. Otherwise keep them and check the CRM.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Review the removals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove them here too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is deleted in the CRM.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (has|have) not been sent and will not be.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Remove {name}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove with its contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove, keep its contacts here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AccountRow</name>
        <message>
            <source>More for {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Calls used by {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>API calls used, of those that the CRM allows:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last synced: {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: {when}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Accounts</name>
        <message>
            <source>This computer</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ActivityList</name>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Problems</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed in both places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every sync as a table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None of the recent syncs match.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sync has run yet. Each one leaves a receipt here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>compared everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show what changed</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln request(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide what changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read what changed</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>and %Ln more</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>No value changed: new contacts came, or what was sent was already yours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open {name}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AddAccountDialog</name>
        <message>
            <source>Connect a CRM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connecting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect and sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signing in…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in in the browser…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Test the connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect the account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in in the browser</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the setting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings from a .env file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read the file</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AddressEditor</name>
        <message>
            <source>Copy the address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit the parts of the address</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AttentionPage</name>
        <message>
            <source>Needs attention</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Problems</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed in both places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing needs you. Every change was accepted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is lost, and everything else keeps syncing.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Bonds</name>
        <message>
            <source>Add to {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the relation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Register for an event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Register a contact for this event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is registered. Sending it now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Register for the event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlinked: there are two now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlink the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Linked again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Link again</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BrowserWait</name>
        <message>
            <source>Sign in in your browser</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You enter your password on {crm}’s own page; CRM Desk never sees it. Allow access there, then come back here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting for the browser</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the page again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy its address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CRM Desk waits a few minutes. Nothing is saved yet, and “Back” cancels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No browser could be opened. Copy the address and open it yourself.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CandidatesDialog</name>
        <message>
            <source>Is it already there?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{crm} already has someone who looks like {name}. Nothing is created until you decide.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking it up…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None of these: create it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look up the candidates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are no longer there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Link to this one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Link to {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide about the new contact</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Add field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fields for this computer only…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No CRM of this contact has further fields</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CardPresenter</name>
        <message>
            <source>Menus and keys act on all of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a row in the list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No longer here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This contact was deleted or removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read the card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the trash since {when}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Load the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change {field}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ChangeLine</name>
        <message>
            <source>Restore</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore {field} to “{value}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write “{value}” again</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Column</name>
        <message>
            <source>Where</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cancelled</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ColumnChooser</name>
        <message>
            <source>Columns to show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fit widths to content</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The name is always shown.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CommandStates</name>
        <message>
            <source>Undo: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redo: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No CRM is connected yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose an account in the sidebar first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume this account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause this account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sync is running.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select something in the list first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select one in the list first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is in the trash already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only what lies in the trash: open the trash in the sidebar.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect a CRM…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back up…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave demo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy emails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sidebar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Editor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Editor below the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Columns…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save and go to the next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Link as one…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move to trash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore from trash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete for good…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync this account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel the sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause this account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed in both places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Problems</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History of syncs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open log folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About CRM Desk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the editor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First, last contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One screen up, down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear selection or search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ConflictsList</name>
        <message>
            <source>Keep mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep here only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was changed in both places. If that happens, both values are kept until you decide.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select the conflict of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep mine on this computer only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mine stays on this computer, theirs stays there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>changed here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>deleted there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>was there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide the conflict</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ContactTable</name>
        <message>
            <source>Copy the rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the emails</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln row(s) copied</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln email address(|es) copied</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln update(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>New updates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{updates}: show them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list holds still while you work in it. Click to show the updates.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CreateIn</name>
        <message>
            <source>Create in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Always: it stays here until a CRM has accepted it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{account} also needs {fields}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DateEditor</name>
        <message>
            <source>{with_year} or {without}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DemoStrip</name>
        <message>
            <source>Demo: sample CRMs on this computer. Nothing here is real, try anything.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave demo</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Direction</name>
        <message>
            <source>{kinds}: {crm} takes new ones but no changes; your edits of existing ones stay on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kinds}: {crm} takes changes but no new ones; those stay on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kinds}: {crm} takes no changes; yours stay on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every sync only reads. The first one runs while you work.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first sync only reads. It runs while you work.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first sync writes to {crm} at once. What goes there: {kinds}, everything you have here. Each is looked up there first, and linked if it exists.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DirectionChoice</name>
        <message>
            <source>Both ways: what I change here goes there after the first sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only read: what I change stays on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only write: what I have here goes there, nothing comes from there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{crm} takes no changes over this connection. {more}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EditorActions</name>
        <message>
            <source>Moved to the trash.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move to the trash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restored from the trash.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore from the trash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete for good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add to the account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo the change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show another value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose automatically</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each has its own value again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field} is the same everywhere now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the value everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the newer value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide the conflict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read the history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The earlier value is back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore the value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read the payload</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EditorBar</name>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save on this computer now; sending follows ({keys})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discard these changes (Esc)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EditorPage</name>
        <message>
            <source>Card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EntriesEditor</name>
        <message>
            <source>work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>home</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mobile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add another to {field}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EntryRow</name>
        <message>
            <source>name@company.com</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label of {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make primary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write or call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Primary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open {target}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FactEditor</name>
        <message>
            <source>Set by the CRM; it cannot be changed here.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Facts</name>
        <message>
            <source>A removed account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cannot be changed in {names}. A change stays on this computer only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The other values stay as they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goes to {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last sent and verified {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>up to date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>changed in both places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It needs a decision.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved · sending to {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved · waits for {names}: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent to {names} and verified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Problem with {names}: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change {fields}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Job title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Description</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Birthday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Instagram</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LinkedIn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>X (Twitter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Facebook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Telegram</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Website</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Location</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Street</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>City</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Region</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Postcode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Country</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Education</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bill to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pricing model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starred</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next reminder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Price</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vendors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Buyers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Milestones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Risk overview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Property</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Summary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settlement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Risk level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Risk flags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next action by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ends</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FieldBoxes</name>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tick all values of {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tick no value of {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a value of {field}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>and %Ln more: type to find them</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(none)</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{field}: only %Ln value(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Only ticked values are included. New values stay out.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{field}: %Ln value(s) left out</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Unticked values are left out. New values are included.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field}: all</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>In Dex, open Settings, then API, and copy the key (a Professional plan is needed).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Personal relationships: friends, family and contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Base address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>v1: the origin; legacy: up to /api/rest (https://api.getdex.com/api/rest)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>API</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today's API: keys that begin with dex_</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The older API, with a key of its own kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts a page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>10 to 500</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the list has them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read every contact by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send emails and phones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Country of phone numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>two letters, such as AU, for numbers without a country code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Emails and phones are sent as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>contact_emails and contact_phone_numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>emails and phones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tells tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tells what changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>API key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dex: Settings, API</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In Flex, open Main Menu, Integrations, API, accept the terms once, and add an API key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rental of equipment: clients, vendors and venues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address of your Flex</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>https://yoursite.flexrentalsolutions.com/f5/api; the host alone will do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>API plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enterprise: 100,000 calls a month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Upgrade: 250,000 calls a month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lite: 1,000 calls a month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Calls a month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>where your plan allows another number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 to 1000; by plan: 100, lite 500</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read details again after days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flex does not tell when an email or phone changed; by plan: 7, upgrade 3, lite 90</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts can be changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts can be deleted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts can be changed without their lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Addresses can be changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list comes in the order of changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resource type of new contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number of the list's first page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flex: Main Menu, Integrations, API, Add API Key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the email address and password with which you sign in to Rex; a user for CRM Desk alone is best.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Real estate sales and rentals in Australia and the UK</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Region or address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>accounts of the UK are at home on a host of their own; or an address up to /v1/rex</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Australia and New Zealand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>United Kingdom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Email address and password: reads and writes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign-in in the browser: reads the contact list only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Demo Rex only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes: it starts by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Account number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>which one, for a user who belongs to several accounts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts a list page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>10 to 50000</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign-in address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>usually /oauth/authorize</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Token address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>usually /oauth/token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redirect address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>http://127.0.0.1:PORT/PATH as registered; unset: any free port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sources come as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accounts of this user</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scope</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>usually openid profile rex.read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contact list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>usually contacts/list below the base address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Email address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the address you sign in to Rex with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Client ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of the application registered with Rex</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Client secret</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The API key comes from MRI; the access token from Office, Integrations, Third-Party Access in MRI Vault.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Real estate in Australia, New Zealand and the UK</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>or an address up to /api/v1.3; of a Zena service its origin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>United Kingdom (VaultEA)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MRI's own API: the integrator's key and an access token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A Zena service: one key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Records a page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Entity types</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>those that the agency has</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time zone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the agency's, in which its days begin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Owners and buyers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave them: saves three calls for each property</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The integrator's key that MRI gave you (X-Api-Key).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Access token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In MRI Vault: Office, Integrations, Third-Party Access.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the web app of your deployment, open Organizations, Manage Org, Security &amp; API, and generate an API key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your organisation’s own contacts and events</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address of the deployment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>https://yours.convex.site; its origin will do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find out at the sign-in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first server: reads, and takes new contacts alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The later server: takes changes too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 to 200</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Generation of the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Custom fields that were seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Manage Organization, Security &amp; API, Generate API key; it is shown once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In Follow Up Boss, open Admin, then API, and create an API key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Real estate leads and clients in North America</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People a page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Custom fields</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow Up Boss: Admin, API</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FoundDialog</name>
        <message>
            <source>Detected settings of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every CRM is set up a little differently. These settings were detected from its answers; forget one, and it is detected again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signed in as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget the detected setting</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FoundPage</name>
        <message>
            <source>{crm} answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signed in as {who}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of this account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is still empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fields seen: {fields}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln more field(s) (is|are) stored but not shown</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>Star</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the star</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HistoryDialog</name>
        <message>
            <source>History of syncs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copies the selected rows, or all that are shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All accounts</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln sync(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>HistorySection</name>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show earlier ones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing changed since it was first read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>restored by you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>decided by you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>import</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ItemModel</name>
        <message>
            <source>Loading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sorted descending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sorted ascending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, second</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ItemPicker</name>
        <message>
            <source>Type to find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By the name “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing found</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Kinds</name>
        <message>
            <source>Properties</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Events</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Property</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New property</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New deal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New contact</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln propert(y|ies)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln deal(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln event(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of %Ln propert(y|ies)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of %Ln deal(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of %Ln event(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of %Ln contact(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>No properties yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No deals yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No events yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No contacts yet</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KindsChoice</name>
        <message>
            <source>not open to this key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only some of them…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What goes there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to bring here</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LineEditor</name>
        <message>
            <source>Open {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open {target}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LinkChoice</name>
        <message>
            <source>Link new contacts to those I have</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By email or phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only where exactly one contact has it and the names do not contradict each other. You can unlink at any time.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Linking</name>
        <message>
            <source>No name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} – in {accounts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each CRM keeps its own values, nothing is overwritten, and you can unlink them again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Link these {things} as one?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Link as one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{things} linked as one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlink</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlinked again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore them from the trash first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select two or more in the list first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select fewer: one look must be enough to see that they are the same.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Listing</name>
        <message>
            <source>Show the list</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>CRM Desk – demo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CRM Desk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MessageCard</name>
        <message>
            <source>Copy details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{what}” failed because of a bug in CRM Desk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was saved before is unchanged. The log has the details.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CRM Desk ran into a bug of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was saved before is unchanged. {summary}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MomentEditor</name>
        <message>
            <source>like {example}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MoreButton</name>
        <message>
            <source>Show more ({count} hidden)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>{name} is shown although it does not match “{text}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear the search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is shown although it is not in “{place}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The trash is empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you delete waits here until you decide.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing needs you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Problems, and what was changed in both places, appear here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They appear here after the first sync.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing matches “{text}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every text field in this list was searched, but not the trash.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only “{place}” was searched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing from {account} yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first ones are on their way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{state}. Sync to fetch what the CRM has.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect a CRM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Explore with sample data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All your CRMs in one window. Search and edit instantly, even offline; your changes are sent back for you. Your contacts stay on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Welcome to CRM Desk</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NoteEditor</name>
        <message>
            <source>Write something worth remembering</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Offers</name>
        <message>
            <source>The values of this field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shown here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose automatically</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first account in your order that has a value shows it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use everywhere it stands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{value} → {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{names} cannot take another value from here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes it in {names}, and sends that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the CRM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep mine: {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take {name}’s: {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep mine on this computer only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before: {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add to account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move to trash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore from trash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete for good</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OutboxList</name>
        <message>
            <source>Send again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep here only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdraw</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every change was accepted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is waiting. Changes appear here as soon as you save them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select the change of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send the change of {name} again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdraw the change of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the change of {name} on this computer only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide about {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose what {name} is linked to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>being sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the answer was lost, so it is checked first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>changed in both places; waits for your decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>already there? {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not accepted: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no reason was given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{why} Next try {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdraw the change</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PaneHost</name>
        <message>
            <source>{things} selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you typed for these contacts is not saved yet:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is kept as a draft, and is there when you open CRM Desk again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quit with unsaved changes?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quit and keep the drafts</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Phrases</name>
        <message>
            <source>never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>just now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} min ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} h ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>today {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yesterday {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>manually</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in {n} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in {n} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tomorrow {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole record</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>{name} replaces the whole record but does not show all of it. May end up empty there: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept on this computer only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cannot be changed: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not accepted: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Could not be read: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Newer value: {value} – take it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed in both places – decide</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln value(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Also to {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only to {name}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln change(s) not saved</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>to {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{fields} on this computer only</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProblemsList</name>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dismiss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No problems. If a CRM refuses something or cannot be read, you find it here with a way to fix it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep here only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reconnect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look up the candidates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep it on this computer only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dismiss the problem</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProviderPage</name>
        <message>
            <source>Which CRM?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connecting only reads. What is synced, and in which direction, you choose on the last page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Planned: {crms}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings from a .env file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ignore it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a file {file} in {folder}, where CRM Desk was started. It may contain the address and key of a CRM. It has not been read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>found in {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This CRM cannot be connected yet.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QuietDialog</name>
        <message>
            <source>Quiet hours of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No scheduled syncs during these hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By the clock of this computer. Your changes are still sent; pause the account to stop that too. “Sync now” always works.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReconnectDialog</name>
        <message>
            <source>Reconnect {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other credentials</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your browser opens the sign-in page of {crm}. The stored credentials are used again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in in the browser…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reconnect</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (is|are) waiting and will be sent afterwards.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Nothing is lost: contacts and settings of this account stay as they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting for the browser…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signing in…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RelatedSection</name>
        <message>
            <source>Add to {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The CRM refers to it, but it is not in CRM Desk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Register for an event…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Register a contact…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Registered for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Registered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>registered {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>withdrawn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waits to be sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Linked records</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In {account}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlink</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlink the record in {account}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It becomes a contact of its own again, with its own values. You can undo this.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RememberedState</name>
        <message>
            <source>Keep the window's layout</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RenameDialog</name>
        <message>
            <source>Rename {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of this account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename the account</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RowDelegate</name>
        <message>
            <source>No name</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RunsModel</name>
        <message>
            <source>Started</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Completed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inserted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Updated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read the history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not yet</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Saving</name>
        <message>
            <source>Keep the draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes discarded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not saved: {why}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ScopeChoice</name>
        <message>
            <source>These rules are more detailed than checkboxes:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rules of the scope</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you can choose by is known after the first sync.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent there: {found}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Included: {found}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent there: about {found}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Included: about {found}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Included: {found} of those that the test read</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ScopeDialog</name>
        <message>
            <source>What to send to {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to sync from {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Count what there is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is left out is not sent. What is there already stays there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is deleted, here or there. What you leave out is hidden, and comes back when you include it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tick at least one.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Search everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Finds words in every text field and phone numbers in any notation. Enter opens the first hit, Down goes to the list, Esc goes back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear the search</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SecretFields</name>
        <message>
            <source>Open {address}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SecretLine</name>
        <message>
            <source>Hide it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SentList</name>
        <message>
            <source>Nothing was sent yet. Each change leaves a receipt here once the CRM has it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sent and verified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>withdrawn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>kept on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>was there already</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the setting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show pictures of contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures come from other servers, which then see that you are looking at the contact. While this is off, nothing is loaded.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ShortcutSheet</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a shortcut</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the list</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accounts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Views</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needs attention</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trash</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>Which API?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check {fields}, then try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait a little, then try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check “{address}” and your connection to the internet, then try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check your connection to the internet, then try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check “{address}”, then try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter {value} under “{title}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{value}” under “{title}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose “{value}” under “{title}”</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SignInPage</name>
        <message>
            <source>Sign in to {crm}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Secrets are encrypted on this computer, and never logged or exported.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which account of {crm}?</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln value(s) from {file}</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>State</name>
        <message>
            <source>Changed in both places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A change was not accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A record could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deleted in its CRM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Archived in its CRM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting to be sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Out of the account’s scope</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Progress of the sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opens the list of changes that wait to be sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} selected</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (waits|wait) to be sent</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (needs|need) you</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) not saved</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>All changes saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending to {account}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pulling {account}: {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pulling {account}: {done}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SyncPanel</name>
        <message>
            <source>Accounts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No CRM is connected yet. Connecting one brings its contacts here and writes nothing there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect a CRM…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lists of the sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed in both places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Problems</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect another CRM…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume the account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync now</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (waits|wait) to be sent</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Paused until {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waits until {when}: the CRM asked for a pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failing since {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln read</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln waiting</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln not accepted</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln changed in both places</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln problem(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more (is|are) archived or gone in {account}, and kept out of the list.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reconnect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>last synced {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>first sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next {when}, after the quiet hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>syncing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} removed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} out of scope</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pulled {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing pulled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sent {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} not accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} changed in both places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>under way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>partly done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>needs review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the balance does not add up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Success</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{left} of {all} calls left this hour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{left} of {all} calls left today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{left} of {all} calls left this month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this hour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this month</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TableHeader</name>
        <message>
            <source>Columns</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TableView</name>
        <message>
            <source>Contacts</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TagChip</name>
        <message>
            <source>Remove {tag}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TagsEditor</name>
        <message>
            <source>Add to {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a tag</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ThingList</name>
        <message>
            <source>List</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A removed account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select all</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln selected</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Choose some first</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Told</name>
        <message>
            <source>That did not work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That cannot be done as asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct the request and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the id or the name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This account is already connected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the account that exists, or remove it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The account was not connected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose one of the accounts, and sign in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The CRM could not do that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything you entered is kept here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The CRM refused the sign-in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your edits are kept here and wait.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reconnect the account with a valid key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The CRM asks for a pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to do: the desk goes on by itself when the time has passed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The quota is nearly used up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The CRM cannot be reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the connection; the desk tries again by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not known whether the CRM took the change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to do: the desk looks it up before it sends anything again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The record changed there meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to do: the desk merges and sends again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The record no longer exists in the CRM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide whether to create it again or to delete it here too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The record already exists in the CRM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Link the contact to the record that exists.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The CRM did not take the change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the value, or keep it on this computer only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The key may not do that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the key that right in the CRM.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This CRM cannot do that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the value on this computer only, or do it in the CRM itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The answer was not understood</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the base address of the account; if it is right, try again later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database could not be used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was saved before is unchanged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run the doctor and restore a backup if it says so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk is full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was saved before is unchanged; the last change was not saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free some room, then save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another program holds the database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the other program (a backup or cloud-sync tool, perhaps) and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database cannot be written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Allow writing to the profile folder, or choose another with --profile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database file is damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The damaged file is left as it is; backups are untouched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore the last good backup.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A newer version of CRM Desk wrote this profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install the newer version, or open another profile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another CRM Desk holds this profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the window that is open, or close it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secrets could not be used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No secret was written anywhere else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlock the system keychain and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no system keychain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set ENCRYPTION_KEY (base64 or hex of exactly 32 bytes) or give a passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The system keychain is locked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The vault was sealed with another key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The vault is unchanged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the key or passphrase the vault was made with, or reconnect the accounts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The vault file is damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The damaged file is kept beside the new one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reconnect the accounts with their keys.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CRM Desk itself failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run `crmdesk doctor` and report what the log says.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start the demo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the direction {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is already an account “{0}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} has {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} lets nothing be deleted from outside.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deleting here will not delete in {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} holds no removals back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” is connected to the same sign-in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing of it can be taken back: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The conflict {0} was resolved before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is not set to hold {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>`crmdesk account set {0} --kinds` takes the kinds that it is to hold.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing here has the id “{0}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} has no {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no account “{0}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>`crmdesk account list` lists them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No key is stored for this account on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The demo CRM cannot be started from here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An account needs a name, without a colon.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” stands for what is kept on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” is no rule of a scope.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A rule is written field:value,value for what is wanted, or -field:value for what is not.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The scope of {0} does not go by “{1}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It goes by {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is yes or no, not “{1}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is a date as YYYY-MM-DD, or --MM-DD without a year, not “{1}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is a number, not “{1}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is a JSON list such as ["a@b.example"], or of objects with "value" and "label", not “{1}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set one of them: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A base address starts with https://, “{0}” does not.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A base address has no blanks, line ends or backslashes in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A base address holds no user name or password; the key goes into its own field.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A base address ends before “?” and “#”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>http:// would send the key to {0} unencrypted; only this computer itself may be called so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the address with https://.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A base address starts with https://, not {0}://.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The base address names no host.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” is no valid host name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” is no address that can be called.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The host of the base address is no address that can be called.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list counts a number of records that no list can have.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} does not know this call.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} says: {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} refused the values: {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CRM API</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>page_size is a number from 1 to {0}, not “{1}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The CRM API needs the address of your deployment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give base_url=https://yours.convex.site.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This address ends in .convex.cloud, where the deployment's database is, not its CRM API.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give base_url={0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The CRM API lists no record with this id.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The CRM API has no {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The desk makes no events in the CRM API.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The CRM API has a contact with this email.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This server of the CRM API has no way to change what is there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This server of the CRM API has no way to delete anything.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The CRM API answered with another contact than the one asked for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This server of the CRM API is of the first generation: it has no way to read a contact by its id.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set api to auto, or to v1, and sign in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This key is for Dex's current API (v1), not for the legacy one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set api=v1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>page_size is a number from {0} to {1}, not “{2}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dex has no {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dex has no contact with this id.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dex answered with another contact than the one asked for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dex reports an error: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dex still has the contact after it was asked to delete it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dex did not say which contact it made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” is longer than a file of settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” is no text file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was found in “{0}”: {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” is no file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” cannot be read: {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flex Rental</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flex Rental needs the address of your Flex.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give base_url=https://yoursite.{0}{1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is a number from {1} to {2}, not “{3}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was read: the second page of Flex's list holds records of the first one, and no answer says which page it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flex counts the pages of its list in two ways: where page {0} was asked for, it answered {1}. The list was not read on, so that no contact is missed or taken for deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flex Rental has no {0} for the desk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This Flex does not describe a way to change contacts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This Flex does not describe a way to delete contacts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flex answered with another contact than the one asked for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The change was made, but Flex added {0} of the contact's addresses once more, and they cannot be taken away from here. {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete the doubled addresses of this contact in Flex.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow Up Boss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} has it marked as deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This CRM does not say who signs in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This CRM cannot read one record by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This CRM takes no registrations for events.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} still has it, but no such call for this account: {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no codec “{0}”; there are {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” is no path to a value of codec {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” cannot be read together as {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Zena dialect of MRI Vault has no address of its own: it needs the one of your instance.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the base address, such as https://vault.example.com.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list {0} has no end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The stream of events leads back to itself, so its end cannot be found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MRI Vault has no deal of this id.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This sale or lease is no longer the property's.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A commercial property has its deals beside its sale or lease.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is a mere listing again: nothing was agreed upon, and nobody offers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This {0} is a deal in MRI Vault already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MRI Vault ends a sale or lease in the property itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list of lives has no end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MRI Vault</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>page_size is a number from 10 to {0}, not “{1}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MRI Vault knows no suburb “{0}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MRI Vault's API has no way to change this property of class “{0}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MRI Vault has no class “{0}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MRI Vault has this {0} nowhere to be changed: {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MRI Vault answered with another record than the one asked for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MRI Vault has whole numbers as ids.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MRI Vault shows “{0}” in a form that its API does not describe, so that it could not be put back: nothing was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change it in MRI Vault itself, and tell us what it shows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This dialect has no {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no provider “{0}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>`crmdesk providers` lists them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cannot be connected yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>`crmdesk providers` lists what works.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is one of {1}, or an address with https://, not “{2}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is the two letters of a country, such as AU, DE or US, not “{1}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} has no setting “{1}”; it has {2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is one of {1}, not “{2}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} needs its {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is {0}, not the {1} of {2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} has no {1} for the desk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} has it already, by its email or phone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The desk only reads {0} in {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>REX_MOCK=1 stands for the demo Rex, and this is not its address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave the addresses out: the demo Rex starts by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This user belongs to several accounts of Rex.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set account_id to the number of the one to be connected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rex's contact list has no {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rex reports an error: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rex's contacts have numbers, not “{0}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The desk reads no {0} from Rex.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rex answered with another contact than the one asked for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The contact lies in Rex's trash.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The change was sent, but its answer was not understood: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} did not understand the request (HTTP {1}){2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reconnect the account with a valid {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} has no such list (HTTP {1}){2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} refused the change{1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} had too many requests of this account{1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} failed (HTTP {1}) after the change was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is not working at the moment (HTTP {1}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} points to another address, which is not followed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} takes no such change (HTTP 405){1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} refused the values{1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The proxy that is set on this computer cannot be used: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set HTTPS_PROXY to an http:// proxy, or unset ALL_PROXY.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The redirect address leads to {0}, not to this computer: the answer would never arrive.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Register http://127.0.0.1 with a port in the CRM and set it as redirect_uri, or leave it unset.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The redirect address is written http://127.0.0.1:PORT/PATH, without anything behind it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Register such an address in the CRM and set it as redirect_uri, or leave it unset.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The redirect address “{0}” is no address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Port {0} of the redirect address is taken: {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End the program that holds it, or register and set another loopback address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} gave no access.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has signed in to {0} in the browser yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sign-in to {0} has ended.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sign-in in the browser was not finished within {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} did not answer the sign-in: {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} did not accept the sign-in ({1})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No browser could be opened for the sign-in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list changed each time it was read, so that it could not be read completely.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list counts {0} records, but gives none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The CRM asked for a pause that has not passed yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} sends on in a circle.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An id of nothing but dots cannot be asked for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} was not called: {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check this computer's date and the account's address; a network may be intercepting it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The change was sent to {0}, but {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is to be sent holds half a character (a lone surrogate).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} sends on to another address, which is not followed: the key stays here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} was not called: its address, the key or an id holds a character that cannot be sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the account's base address, and sign in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} answered, but {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The change was sent. {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The keychain could not be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No system keychain that the desk trusts is running.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The keychain is locked, or its question was dismissed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The keychain {0} did not keep what it was given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The keychain still waits for an answer to its earlier question.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The configured keychain {0} is not one that the desk trusts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The keychain did not answer within {0} seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is neither a system keychain nor a key or passphrase for the vault.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The {0} gave a key that does not open this vault.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The vault's key lies in {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The keychain no longer has the vault's key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reconnect the accounts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is set, but the vault was sealed with a key from the {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unset {0}, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The keychain's entry for the vault is not a key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The vault was sealed with {0}, which is not set now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set {0} to the value it had, or reconnect the accounts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The vault opens with a passphrase, and none was given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A sealed secret is damaged or does not belong where it lies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The vault names costs for its passphrase that it was never written with.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ENCRYPTION_KEY is not base64 or hex of exactly 32 bytes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The key for the vault cannot be used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it 64 hex digits (`openssl rand -hex 32` makes some), or unset it to use the system keychain.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The passphrase has fewer than {0} characters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take a longer one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This build of the cryptography package has no Argon2id.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set ENCRYPTION_KEY instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A secret is still sealed with the key before the last one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A sealed secret names a key that the vault does not have.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The vault file is far larger than any the desk writes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The stored key was given for {0}; it is not sent to {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The vault file cannot be read: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check its owner.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The vault could not be saved: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There was no room to save the vault.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret was not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The vault file names no key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The vault file is not one of CRM Desk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A newer version of CRM Desk wrote the vault.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install the newer version.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The head of the vault file is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The backup was given up because the desk closes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cannot be written: {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no backup {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} holds what no CRM Desk has made: {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The backup was not restored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take another backup; somebody has changed this one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cannot be read: {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cannot be made: {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The copy of the database is not sound.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no change-set {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>`crmdesk changes` lists them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} or its folder does not allow writing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is not a database.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is a database of another program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} has version {1}; this desk reads up to {2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} does not allow writing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no decision {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no suggestion {0}; it was decided, or what it rested on has changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step {0} of the database would lose rows of {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} exists already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file has version {0}; only versions 1 to {1} can be read out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing can be read out of the file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no room for a copy of {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A stored value is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A stored text is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Less than {0} MB are left on the disk, which are kept for your own edits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free some room; the next sync goes on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database was opened for reading alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database is closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no account {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is an account named {0} already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no conflict {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no problem {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no run {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no change {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no item {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no outbox entry {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no record {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} takes no new {1} without its {2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fill it in, or leave {0} out for now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} takes no new records from the desk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} takes none of the fields that are filled in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A conflict is resolved by {0}, {1} or {2}, not “{3}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was settled already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The entry was not cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is on its way to the CRM right now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The entry was not sent again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was changed in both places.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resolve the conflict first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It does not wait for such a decision.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The choice was not made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That record is not among those offered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not known yet whether the CRM already created it; the next sync finds out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“This computer” cannot be removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is in {0} already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was not added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was filled in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The {0} was not created</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A change of it is on its way to the CRM right now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was not deleted for good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again in a moment; it is in the trash.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two different ones are needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was linked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are of different kinds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One of them is in the trash; restore it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It has no record in that account.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was unlinked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It stands in that account alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One of the records is none of this suggestion's.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave one out, or name none to say it of all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No account takes registrations from the desk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect one that does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Several accounts take registrations ({0}), and it is not clear which one is meant.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name an event of that account, by its id or as ACCOUNT:ID, or add the contact to the account first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The event has no name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} events are called “{1}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name the one that is meant, by its id or as ACCOUNT:ID.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only a contact can be registered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The contact has no email address, by which the CRM knows people.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add an email address first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} has no event “{1}” that the desk knows of, and makes none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose one of its events; sync first if this one is new there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is not an event.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} no longer has this event.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another event.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing else holds another value that can be changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was taken back already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} used up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} used up but for the last, which are kept for your edits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>link_by is {0}, both with a comma between them, or {1}, not “{2}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} of {1} could not be read from {2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct it in the CRM. Until then the last value that was read stays here, and nothing is sent for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} no longer lists {1} of {2} records</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That many removals at once are often a filter, a changed permission or a fault there. Nothing was removed here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Review them: accept the removals, or keep the records.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The last sync of {0} does not add up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} told {1}, and listed {2} records. Somebody may have added or removed records meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync again; if it stays, compare the counts with the CRM.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next complete sync tells whether it arrived.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not known whether the {0} arrived, and nothing it could be looked up by is known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was made there may show later; it is looked for again before anything is sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was made there as {0}, and does not show yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was made there as {0}, and is not there any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} seems to take no changed emails and phones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It left them as they were when they were sent on {0}. From then on such changes stay on this computer; everything else is sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again to have them sent once more, and later ones too if they are taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} The next complete sync tells which one it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} did not take {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}. What you entered is kept here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the value, send it again, or keep it on this computer only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} did not put {1} down for “{2}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It keeps changing there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} has it, but no such call for this account: {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It may be deleted there, and be shown for a while yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no {0} “{1}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>`crmdesk {0}` lists the ids of those there are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It names something that {0} does not have yet, and waits for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} refused the sign-in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} could not be synced {1} times in a row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The key may not read {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}, or ask {1} for that list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} did not show its {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A schedule is {0}, daily@HH:MM or {1}, not “{2}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quiet hours are HH:MM-HH:MM, such as 22:00-07:00, or off, not “{0}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is a symbolic link, so somebody else could choose where the files go.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name the real folder with --profile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is not a folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another folder with --profile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cannot be made or used: {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} belongs to another user of this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder of your own with --profile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The command is too long to be handed to the window that is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The lock file of the profile cannot be opened: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk of the profile cannot lock files: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder on a local disk with --profile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another CRM Desk still held the profile {0} after {1} seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The CRM Desk that holds the profile took the command, but ended or fell silent before its answer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not known whether the command was finished</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln need(s|) you</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Show what needs attention</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>UnmappedSection</name>
        <message>
            <source>Seen, not mapped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The CRM sends these. They are kept whole, and never lost when CRM Desk writes there.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WhyNot</name>
        <message>
            <source>Not possible in {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read-only by your choice: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not synced with {names}, by your choice</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowCommands</name>
        <message>
            <source>Move to trash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{things} moved to the trash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore from trash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{things} restored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {things} for good?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cannot be undone, and no sync brings them back. What the CRMs hold stays there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete for good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep in the trash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume the account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause the account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back up to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backed up to {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database is sound.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database is damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All your CRMs in one window.
Version {version} · MIT licence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CRM Desk</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>window</name>
        <message>
            <source>Start the demo</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
