<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message>
        <source>Cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover all that was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw an ellipse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move or resize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop and straighten</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddForm</name>
    <message>
        <source>Add a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another person, or another place, gets a passphrase of its own. It opens the same things, and can be taken away without changing yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose it is, or what for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new passphrase opens the vault too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Alike</name>
    <message>
        <source>Taken within seconds of this one. They get the same covers, and every face found in them is covered too, also where you left one visible here. (Ctrl+Shift+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same in similar photos ({number})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Arrived</name>
    <message>
        <source>See what is on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Play or rest (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame back (,)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound on or off (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BelongsPanel</name>
    <message>
        <source>Take apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is one item with several parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first leaves in a bundle, and only once all were cleaned.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to see the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick, move and resize (V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a box (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw an ellipse (E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint with the brush (P), [ and ] for its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase (X), [ and ] for its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture (H)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop and straighten (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further away (-)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel by pixel (1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BundlePage</name>
    <message>
        <source>Leave those out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who I am and how to reach me, as in the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the bundle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to an outlet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much you reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they will read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This, the cleaned copies, and a sheet with small pictures of those. No names of files, no device, nothing hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet. Select photos and videos in the library first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of what is chosen cannot leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the bundle to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the bundle and reading it again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture with the places that are covered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardsField</name>
    <message>
        <source>Add this card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of one &amp;card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first card says how many are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card {number} is right. Still needed: {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card is right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeForm</name>
    <message>
        <source>Change a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is encrypted again. Copies of the vault that were made before still open with the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the old passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is changed. The old one opens nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>All eight words are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not trust it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust this outlet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the outlet for the eight words of its card, another way than the card came: a call, a meeting. Whoever made this card gets what you send, so go on only if all eight are the same, in this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This changes an outlet that you trust already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on it is different.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyPanel</name>
    <message>
        <source>Try to make one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover the faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover faces and more…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save for posting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one without covers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no cleaned copy of this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original is sealed and unchanged. It is not put into bundles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover faces and voices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleaned copy: nothing had to be removed that we know how to find.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleaned copy: {number} things removed, nothing identifying left that we know how to find.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places covered: {number}. A face that was not found is not covered: look at the copy before it leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is seen and heard in it is exactly that of the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was encoded again, so it is not exactly the original&apos;s picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the copy still shows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>Vault folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I will not lose it: I can remember it or keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a way back as the next thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest six words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vault is a folder in which everything is encrypted, names included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it &amp;lives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in the vault is lost then: there is no other way in, not for you, not for us, not for anyone. Unless you make one, once the vault is made: a recovery code, or cards for people you trust, several of whom open it together. Keep any of it on paper only where nobody searches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the vault lives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same in both fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a card of a shared key. Choose a passphrase that is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the box above: a forgotten passphrase cannot be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This seems to be a folder that is copied to a cloud. The vault stays encrypted there; its provider sees that it is there, how large it is, and when it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any folder will do, also on a stick that you take away. It is not hidden: who looks at this computer sees that a vault is there, and not what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecoyForm</name>
    <message>
        <source>DECOY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another passphrase opens another, empty set, for the day when somebody forces you to unlock. Put harmless things into it. Its limits: the files of the vault are more, and larger, than the decoy shows, and whoever counts them sees that. If there is such a set already, everything in it is destroyed, for from inside one set nobody can know of the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the decoy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of the decoy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do this from the set that you want to keep. A passphrase that opens what you see now is wanted first: so nobody destroys the real set while the decoy is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of what you see now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {word} to go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase of what you see now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {word} in the last field to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second passphrase opens another, empty set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase does not open what you see now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may be in the other set. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>A phone, a card or a camera appears here by itself when it is plugged in: unlock the phone, and choose “File transfer” on it, or “Trust this computer”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is on {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Save covered copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the copy (Ctrl+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have looked at the whole copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And nothing more has to be covered (Ctrl+Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the item (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for places…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking more closely…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {number} found. Others may be there: look for yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found places are not decided yet: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover them, leave them visible with a reason, or say nothing is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covering, and looking once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. No copy was made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>Choose photos and videos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop photos, videos or folders here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is sealed in the vault exactly as it is, read for what it gives away about you, and gets a cleaned copy that can be passed on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your files stay where they are: nothing is moved, changed or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you forget the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can help, unless you make a way back now: a recovery code to keep on paper, or cards for people you trust, several of whom open the vault together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is like that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EraseBox</name>
    <message>
        <source>I want them deleted there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete them there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them where they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of each file where it came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can stay behind all the same:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is first compared with the vault and read once more where it is; what does not fit is left there. It cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still where they came from, too: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete them there…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be deleted from the phone, card or folder: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing and deleting where they came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted there, and listed no more: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left where they are: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before these, which are left: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: deleted there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmActs</name>
    <message>
        <source>Draw an ellipse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move or resize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key at this moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the key away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach from cut to cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A track is split in its middle: go there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No track of this kind begins after this one has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join two tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That one may be seen says nothing of the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for all alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark what is to be left out; all of it cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tone instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disguise the voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits to be looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the copy is coded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmCanvas</name>
    <message>
        <source>Frame with the places that are covered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmPage</name>
    <message>
        <source>Play it as the copy will be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show and play what will be seen and heard (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the item (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voices can be covered here in videos alone, so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the video. You can go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following what is covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Find and follow faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through the whole video (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for other things (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the video for: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FramingPanel</name>
    <message>
        <source>As large as it goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without empty corners (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole picture again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither cropped nor straightened (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop and straighten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is cut away is not in the copy, not even hidden. The original keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straighten by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuardBox</name>
    <message>
        <source>Growing pauses after three wrong passphrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After wrong passphrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both hold up somebody who tries at this computer, in Firsthand. Whoever takes a copy of the folder can go on trying there: only a strong passphrase helps against that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe the vault after so many in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. {count} wrong passphrases in a row destroy the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody who can start Firsthand here can do that. Keep a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandOut</name>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save pages to print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have them: put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown only once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print them, or write them down. A printer may keep a copy, and so does a page that was saved until you delete it. Nothing in Firsthand keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save pages to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each page is a secret on that disk. Print them, then delete them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Held</name>
    <message>
        <source>These cannot leave:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no cleaned copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of it has no cleaned copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a person shown in it did not consent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody has looked at its covered copy since a second look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a face can still be found in its covered copy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HiddenPictures</name>
    <message>
        <source>Hidden inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Check the whole log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log holds: every entry is signed, and none is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step is signed and chained to the one before, so that none can be changed or left out without it being seen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>The original says this, worst first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says about you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleaned copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further away (-)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading and cleaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for faces and covering them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second look still finds faces in the copy: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it closely before you share it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face was found, so nothing was covered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That does not mean that there is none: look for yourself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A moment, please.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Quick check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read every byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set right what can be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards for trusted people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and locks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What opens this vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is everything whole?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quick check looks at every item; only reading every byte is certain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the vault is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its keys are in this computer&apos;s memory until it is locked: Ctrl+L keeps what was just typed and locks, Ctrl+Shift+L locks that very moment, Ctrl+Shift+W leads to its destruction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has granted what Firsthand asks for: no crash dumps, no reading by other programs, no swap space for the vault&apos;s key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken away: {label}. Copies made before still open with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting right what can be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No damage was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damage was found.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeavingBox</name>
    <message>
        <source>Language of the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of 95 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask an authority for a time stamp, through Tor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the time-stamp authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authority sees one digest that means nothing to it, and that somebody asked. The bundle is not made if it does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cleaned copy ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Make a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save for posting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos and videos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder or ZIP: look first…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the vault found this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add photos and videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a whole folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting: {number}, with all copies and notes. This cannot be taken back later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealing, reading and cleaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sealed until then is in the vault; of the rest nothing is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover every face in these photos: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still reading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MadePanel</name>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the recipient checks it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it to an outlet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make another of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is written: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}, {number} photos and videos, in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only cleaned copies went in, under neutral names and dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every byte was read again before it was written: nothing that should not leave was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is signed with a key that is used for this bundle alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is sealed: it opens with the passphrase alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is sealed: it opens with one of {number} keys, and with no other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not sealed: whoever gets it can look into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The untouched originals are in it too, with everything they give away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in {number} parts. Send all of them, with their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time stamp in it says that it was there at {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With Firsthand: “Verify a bundle”. Without it, with tools that most systems have; VERIFY.txt inside has all the commands:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>Make the covered copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the copy (Ctrl+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have watched the whole copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And nothing more has to be covered (Ctrl+Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covering the video, and looking once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. No copy was made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapSketch</name>
    <message>
        <source>Sketch of the place. {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn from outlines in the app: nothing was fetched for it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Strength of the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several words that have nothing to do with each other are best: no saying, no verse, no song, nothing that stands in a book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak: someone powerful who takes this computer could find it {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair: it would take someone powerful years to find it, unless it is a line that others know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong: guessing it would take longer than anybody has, unless it is a line that others know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within months</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkBox</name>
    <message>
        <source>Start Tor where none runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Tor now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How Tor is come by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bridges, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bridges hide from your network that you use Tor, as far as that can be done. You get them from bridges.torproject.org, or from somebody you trust. With them Firsthand starts a Tor of its own, and uses no other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Tor runs on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Tor runs on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firsthand can start one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none to start either: install the package tor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bridges need the package {name}, which is not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Bridges: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for Tor…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tor is ready.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same in both fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a card of a shared key. Choose a passphrase that is none.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Something in Firsthand itself went wrong. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can send these lines to its makers; they hold nothing of your files:
{report}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningsBox</name>
    <message>
        <source>Prove this original to somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An opening shows whom you give it to that you held this original when you signed the bundle. It tells its digest and size, nothing of other items, and cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an opening for bundle {bundle}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the opening to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The opening is written: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it to whom you choose, with the bundle. “Verify a bundle” checks it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>How fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As fast as it goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 MB/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200 kB/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 kB/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some time within an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some time within a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose photos and videos, make a bundle, and send it to an outlet that you trust. It then waits here, sealed, until the outlet has confirmed it, however often the line breaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower, and begun at a time left to chance, it stands out less to whoever watches your line. What waits is sent while the vault is open, and it does not lock by itself during that. Locking it stops the sending at once; it goes on after the next unlock, where the outlet lets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen exactly: {rate} a second, begun within {minutes} min.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Close this summary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutletCard</name>
    <message>
        <source>Try to reach it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the way there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save its card…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody sees what it takes, at once and for good, with its account&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes at most {size} at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no key: anybody on its side could read what is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes there is sealed to its key: {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes there is sealed to the OpenPGP key {fingerprint} of {owner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached over Tor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached by the proxy that you named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached directly: your network sees whom you write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of the card: {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutletForm</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an outlet down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key to seal to: age or OpenPGP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name or first key, if it gave one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password or second key, if it gave one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of its server, if it gave one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutletsPage</name>
    <message>
        <source>Trust it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add from a file or a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one down…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You trust no outlet yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An outlet is a newsroom or an organisation that takes what you send. It gives you its card, as a file or as a picture with a code, and tells you the eight words of the card another way. Nothing is sent anywhere before that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a card, or pictures of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You trust {name} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaching it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes at most {size} at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has room for {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way to {name} is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the card (.json, or .png for a picture)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes in several pictures: all of them are needed to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is taken away. What waits for it is not sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParcelCard</name>
    <message>
        <source>How much was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is being connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}, not before {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{confirmed} {when}. The custody log has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries so far: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover all that was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to cover in the doubtful ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is only a maybe, or no person (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For people, writing and more, not for faces alone (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover it (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it visible (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You looked, and nothing of it has to be covered (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no blur and no mosaic here, on purpose. They are computed from what they cover, and machines read it back: in our measurement a simple program still knew 84 of 100 blurred faces and 93 of 100 in mosaic, where guessing gives 20. The soft fill and the solid cover are computed from nothing of what they cover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why no blur or mosaic?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we measured (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next one (T), the one before (Shift+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next one (S), the one before (Shift+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next one (W), the one before (Shift+W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who it is, of the people in the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, or a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that is not decided yet (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to cover in the doubtful ones ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write who it is or why it may be seen, and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in the vault with the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change who it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostPage</name>
    <message>
        <source>Save for posting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where you post it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save for posting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firsthand posts nothing. It saves the cleaned or covered copies under names that say nothing, makes smaller what is too large there, and reads each file again before it gets its name. Whoever knows the place or the people still knows them in the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos and videos to be saved: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits there. Photos: {photo}. Videos: {video}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As read in {month}: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page with these figures was found: they are what is generally known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the copies in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was saved is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving what is to be posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made again, to fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the very copy of the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {number} of {all}, in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>… and {number} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cleaned copy, and not a word about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the copies themselves still show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and locks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiveBox</name>
    <message>
        <source>Code to scan with the phone&apos;s camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code for another phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the phone&apos;s browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the LocalSend app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it this computer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone has opened this page; nobody else can now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is for the first phone that opens it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceivePage</name>
    <message>
        <source>For how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announce it to all devices on this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what the phone calls itself in the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin to receive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten more minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of this phone&apos;s files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive from a phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone on the same network sends photos and videos straight into the vault: with the free LocalSend app, or with nothing but its browser. Nothing listens until you begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Network that the phone is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, the phone is given the address by hand, or scans the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is on no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect it to the one that the phone is on, or to the phone&apos;s hotspot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has sent anything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving from a phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ending: what came is examined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone is done. What came is examined and cleaned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving has ended. Of what came, so many files are in the vault: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sealed until then is in the vault; of the rest nothing is left here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time is over; whoever is sending may end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>Only you can say these things. Leave empty what you do not want to say. What you write is kept, encrypted, as soon as you leave a field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One part for each person who can be recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryForm</name>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code to print and keep far from the computer, for the day when the passphrase is forgotten. Whoever has it can open the vault. It is shown once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code opens the vault.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>probably sealed already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Covered photos, the least sure first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covering {number} photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The least sure come first. Open any of them to mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for faces and covering them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered: {done} of {all} photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at these first: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stood out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A face that no program finds is not covered. Look at each photo before it leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photos shown here are done; the others are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still found in the copy: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found: look yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered: {number}, least sure {share}%</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>From a phone, through the air…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RouteBox</name>
    <message>
        <source>The way there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the proxy, in numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My network may see whom I write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say first that your network may see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tor hides from your network whom you write to, and from the outlet where you are. If it is not running, nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address in numbers. If it does not answer, nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever watches your line sees the outlet&apos;s address; the outlet sees yours.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaysPanel</name>
    <message>
        <source>Nothing beside the picture itself that we know how to find.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is in or near {city}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw tags ({number})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SealBox</name>
    <message>
        <source>Who can open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only who I choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their public &amp;keys, one on a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the untouched originals in too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever gets this file can look into it, on its way as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the key of at least one person who may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the passphrase that will open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase that opens the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five random words or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file with public keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key says that it belongs to {owner}. Compare its fingerprint with them another way: {digits}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>Anybody on its side may read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody may see these copies, for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put into the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to an outlet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You trust no outlet yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the card that an outlet gave you first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the outlets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} photos and videos, cleaned, in a new bundle. It is read again before it goes into the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a folder to hand over…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what you hand over to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing what is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This outlet takes photos and videos in a new bundle alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing what you hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was put in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sendings</name>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox · {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox · …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharesForm</name>
    <message>
        <source>Cards for trusted people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each person gets a card with twenty words. So many of them open the vault together; fewer learn nothing from theirs, and none of these people can open it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People with a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More cards would be needed than there are people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card {number} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cards open the vault. Give each to another person.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SieveBar</name>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;rder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find by name, or by what you wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By import, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By day, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By day, oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives away most first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered copy made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went into a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone did not consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent is implied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All consented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not told</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Only new ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose all shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the device&apos;s name in the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos, videos and recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lock marks what is probably sealed already, by name, size and time; the truth is told by its content when it is taken in. Nothing of this list is written anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be read, and will be named at the end: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still listing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it, or plug it in again: the import goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} more waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealing in the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed; reading and cleaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is gone; it is waited for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Files that need your attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed in the vault: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already there: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a cleaned copy: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was nothing to take in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original is sealed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to go there, with Shift to mark a stretch; Ctrl and wheel to zoom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Mark from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark up to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover the whole picture there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out, with its sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tone there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disguise the voices there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture and sound there as they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The track begins here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The track ends here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The track reaches from cut to cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the track here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join it with the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the key here away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow what is covered here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TracksPanel</name>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The doubtful place before (Shift+U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next doubtful place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next one (U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more has to be covered here (Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover it (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it visible, with a name or a reason (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You looked, and nothing of it has to be covered (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for all alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is decided here, for all of its kind (Ctrl+Shift+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next one (T), the one before (Shift+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next one (S), the one before (Shift+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next one (W), the one before (Shift+W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next one (Q), the one before (Shift+Q)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who it is, of the people in the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, or a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the copy is coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be looked at: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write who it is or why it may be seen, and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in the vault with the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change who it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Vault folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock your vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Vault folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open with a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open with trusted people&apos;s cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault was wiped. Nothing opens it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files are being deleted. You may close the window meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder holds files that are not the vault&apos;s, so it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault was wiped, and its files are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies and backups elsewhere are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pause is over: try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>Check an opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a bundle here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is read on this computer alone: whether it is whole, and unchanged since it was signed. Nothing is unpacked, and nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a bundle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your &amp;key, or the passphrase, for a sealed bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open with this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bundle is whole, and unchanged since it was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether you can believe it depends on who signed it: compare the key below with one that you got from the sender by another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed with the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos and videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, as it states; VERIFY.txt says how to check that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The opening holds for {item}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever signed this bundle held an original of {size} with the SHA-256 {digest} then. When and where it was recorded, it does not say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sealed: only the key opens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain: anybody can open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unpacked folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wave</name>
    <message>
        <source>Loudness</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {name}…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Firsthand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what your phone recorded, see what it would give away about you, and pass it on without that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer. Firsthand connects to nothing by itself, and remembers nothing outside your vault, not even where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am new here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a vault: an encrypted folder that opens with a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have a vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I was sent a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is whole and unchanged. No vault is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy the vault…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WipeBox</name>
    <message>
        <source>WIPE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy the vault now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys go first, at once: from then on nothing opens, for nobody. Then the files are deleted; the window can be closed meanwhile. Copies and backups elsewhere stay as they are, and still open with the passphrase. Flash disks keep old blocks that only somebody with the passphrase could use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {word} to destroy it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {ms} ms nothing would open the vault any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After about {s} s all of it would be gone: {files} files, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the vault&apos;s, and would stay in its folder: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was a rehearsal. Nothing was destroyed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place that can be recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solid, with words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found, not decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maybe, not decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} (no consent)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These places were found. Others may be there: look for yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That does not mean that there is none: small, turned, dark and masked faces are missed. Look for yourself, and draw what has to be covered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is saved. A second look at it still finds: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves in no bundle yet. Decide about each one in the list, and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is saved, but nothing could look at it a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves in no bundle before you have looked at all of it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The covered copy is saved. A second look at it left no question open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is what leaves in a bundle. What no program finds, only you can see.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>film</name>
    <message>
        <source>Covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followed through a gap in which nothing was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May or may not be something to cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came or went in the middle of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames that cannot be decoded; they will be blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in the covered copy by a second look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disguised voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H.264 (MP4), plays everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VP9 (WebM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AV1, small and slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is covered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have faces found and followed, or draw what has to be covered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found in the whole video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That does not mean that nothing is there: small, turned, dark and masked faces are missed. Watch it yourself, and draw what has to be covered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found, followed and covered: {number}. Places to be looked at: {doubtful}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to each of them, and say that you have looked. Others may be there as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found, followed and covered: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others may be there: watch it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames that could not be decoded are blank in it: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is made. A second look at it still finds something: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves in no bundle yet. Look at each place, and make the copy again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is made, but nothing could look at it a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves in no bundle before you have watched all of it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is made. Doubtful places are left that nobody has looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves in no bundle before you have looked at them, and made it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The covered copy is made. A second look at it left no question open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is what leaves in a bundle. What no program finds, only you can see.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>+ 1 part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ {number} parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a moment left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {number} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {number} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {number} h left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>north</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>north-east</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>east</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>south-east</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>south</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>south-west</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>west</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>north-west</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {town} ({numbers})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} km {direction} of {town} ({numbers})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>record</name>
    <message>
        <source>The file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock was off by at most (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device that it was read from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it lay on the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device, says the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation, by its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, says the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, say you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How exact the time is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How you know the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place, says the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place, say you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How exact the place is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How you know the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language heard or read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name to use for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to reach you, only if you want that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Willing to testify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may use it, and how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed to what purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed to be seen by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk if this is seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed to a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place revealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time revealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Originals in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>implied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explicit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the country</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
