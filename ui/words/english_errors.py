"""English: what each error is called, and what to do about it.

Keys are an error's code, ``code:reason``, or ``code:fact`` for an error that has that fact.
It is over 400 lines because one table of a language's sentences is easier to translate than two.
"""

_UNCHANGED = "Your original is unchanged."

ERRORS = {
    "capture": ("This file could not be handled.", _UNCHANGED),
    "unknown-kind": (
        "This is not a photo or video that Firsthand knows, whatever its name says.",
        "Do not share it as it is. If it is one, save it as JPEG or MP4 and try that.",
    ),
    "empty-file": (
        "The file is empty: there is not one byte in it.",
        "Copy it again from the phone or card.",
    ),
    "unreadable": ("The system would not let Firsthand read this.", "Copy it to your disk first."),
    "unreadable:permission": (
        "You may not read this: the system refused.",
        "Change its permissions, or copy it to a folder of your own.",
    ),
    "unreadable:missing": (
        "There is nothing there.",
        "Check the name, or plug the phone or card in again.",
    ),
    "unreadable:device": (
        "The device did not answer while this was read.",
        "Plug it in again and copy the file to your disk first.",
    ),
    "unreadable:stalled": (
        "The device gave nothing more for a minute, so this was given up.",
        "Unlock it, or plug it in again, and import again: what is sealed is not sealed twice.",
    ),
    "unreadable:other-size": (
        "It gave more or fewer bytes than it had said: it was cut off, or is still being written.",
        "Wait until it is finished, or plug the phone in again, and import again.",
    ),
    "unreadable:cut-off": (
        "The connection broke off, or was too slow, before the whole file was here.",
        "Nothing of it is left here. The phone still has it: send it again.",
    ),
    "unreadable:other-content": (
        "What came is not what the phone had announced: its checksum is another one.",
        "Nothing of it is left here. The phone still has it: send it again.",
    ),
    "unreadable:too-many": (
        "There are more files here than can be taken at once.",
        "Name a folder of it, or copy a part to your disk first.",
    ),
    "unreadable:no-library": (
        "On this system Firsthand cannot speak with cameras and phones on a cable.",
        "Copy the files to a card or a folder with the system's own program, and import that.",
    ),
    "unreadable:no-usbmuxd": (
        "This system has nothing that speaks with iPhones on a cable.",
        "Install usbmuxd (on Windows: Apple Devices), or copy the files to a card or a folder.",
    ),
    "unreadable:iphone-locked": (
        "The iPhone is locked, and gives nothing out before it is unlocked.",
        "Unlock it with its code, leave its screen on, and try again.",
    ),
    "unreadable:iphone-not-trusted": (
        "The iPhone does not trust this computer yet.",
        'Unlock it, tap "Trust" on it and type its code. If it does not ask, plug it in again.',
    ),
    "unreadable:iphone-forbidden": (
        "Whoever manages this iPhone forbids to read it by cable.",
        "Copy the files to a card or a folder another way, and import that.",
    ),
    "unreadable:iphone-refused": (
        "The iPhone would not give this out.",
        "Unlock it, plug it in again, and import again: what is sealed is not sealed twice.",
    ),
    "unreadable:changed": (
        "This is no longer the file that was read: it has changed since.",
        "It was left where it is. Import again, to seal it as it is now.",
    ),
    "unreadable:not-erasable": (
        "It cannot be deleted where it lies, because it is inside of an archive.",
        "Delete the archive yourself, once all that you need of it is sealed.",
    ),
    "unreadable:still-there": (
        "The device said that it deleted this, and still lists it.",
        "Delete it on the device itself.",
    ),
    "unreadable:no-device": (
        "No device of that name is plugged in, or more than one.",
        "Plug it in, unlock it, and look at what the list of devices says.",
    ),
    "unreadable:archive": (
        "This part of the archive is damaged, or packed in a way that is not read here.",
        "Unpack the archive with the program that made it, and import the folder.",
    ),
    "unreadable:archive-locked": (
        "This part of the archive is locked with a passphrase.",
        "Unpack the archive, and import the folder.",
    ),
    "unreadable:link": (
        "This is a link to another place, and links inside a folder are not followed.",
        "Name the file itself if you want it.",
    ),
    "unreadable:not-a-file": ("This is not a regular file.", "Name a photo, a video or a folder."),
    "unreadable:too-deep": (
        "This folder lies too deep inside other folders.",
        "Name it directly.",
    ),
    "damaged": (
        "The file is damaged or incomplete.",
        "Copy it again from where it came from. A vault can keep it as it is.",
    ),
    "too-large": (
        "The file claims a size that Firsthand will not open, because it could be a trap.",
        "If it is real, make a smaller copy of it with the program that made it.",
    ),
    "unsupported": (
        "No copy was made: the file uses something that Firsthand cannot carry over.",
        "Keep the original in a vault, and do not share it as it is.",
    ),
    "unsupported:raw": (
        "This is a camera's raw picture: it cannot be carried over bit by bit, only developed.",
        "Clean it without asking for a faithful copy: it becomes a JPEG.",
    ),
    "unsupported:raw-camera": (
        "Firsthand cannot develop the raw pictures of this camera.",
        "Make a DNG or a JPEG of it with the camera's own program, and take that in.",
    ),
    "unsupported:kept": (
        "A file of this kind has no place for the time or place that is to be kept.",
        "Clean it without --keep; the bundle's manifest can hold both for any file.",
    ),
    "unverified": (
        "The cleaned copy could not be verified, so it was removed.",
        f"{_UNCHANGED} Do not share it as it is.",
    ),
    "unverified:face": (
        "In the item {item} a face can still be found, though its faces were covered.",
        "Nothing was written. Look at the covered copy, and cover that face as well.",
    ),
    "not-cleaned": (
        "The item {item} has no verified cleaned copy, so nothing of it may leave.",
        "Leave it out of the bundle.",
    ),
    "part-not-covered": (
        "The item {item} belongs to a picture that is covered, and would show what is under it.",
        "Cover it as well, or leave the parts out of the bundle.",
    ),
    "not-looked": (
        "Nobody has looked at the covered copy of item {item} since a second look found something.",
        "Look at the copy. Cover what has to be covered, or say that you have looked.",
    ),
    "no-consent": (
        "The record of item {item} says that person {person} gave no consent.",
        "Leave the item out, or ask the person and change the record.",
    ),
    "weights-missing": (
        "The part that finds faces and plates is not installed.",
        "Install it with the set-up, or cover what has to be covered by hand.",
    ),
    "cannot-receive": (
        "No phone can send to this computer now.",
        "Connect it to a network that the phone is on, or open a hotspot on the phone.",
    ),
    "cannot-receive:not-ours": (
        "This computer has no such address.",
        "Choose one of its own addresses, on the network that the phone is on.",
    ),
    "cannot-receive:in-use": (
        "Another program on this computer already uses port {port}.",
        "If LocalSend runs here, close it; or choose another port and type it on the phone.",
    ),
    "bad-plan": (
        "This plan for covering does not fit this picture.",
        "Make a new one.",
    ),
    "decoder-crashed": (
        "The part that opens files crashed on this one; everything else went on.",
        f"The file may be damaged or hostile. {_UNCHANGED}",
    ),
    "decoder-forbidden": (
        "Opening this file made it try to connect or to start a program. That was stopped.",
        f"The file is probably made to attack whoever opens it. {_UNCHANGED}",
    ),
    "decoder-timeout": (
        "This file took far too long to open, and was given up.",
        f"The file may be damaged or hostile. {_UNCHANGED}",
    ),
    "decoder-memory": (
        "This file asked for far too much memory, and was given up.",
        f"The file may be damaged or hostile. {_UNCHANGED}",
    ),
    "storage": ("The vault could not do this.", "Run: vault check"),
    "not-mine": ("This does not open with what was given.", "Check that you chose the right key."),
    "wrong-passphrase": (
        "This passphrase does not open the vault.",
        "Check capital letters and keyboard layout, and try again. Nothing was changed.",
    ),
    "bad-share": (
        "This card cannot be used.",
        "Compare it with what is printed on it, word by word.",
    ),
    "bad-share:word": (
        "Word {number} is on no card.",
        "Compare it with the card. The first four letters of a word are enough.",
    ),
    "bad-share:length": (
        "No card has this many words.",
        "Type all words of one card, with spaces between.",
    ),
    "bad-share:checksum": (
        "One of these words is not the one on the card.",
        "Compare them with the card, word by word and in their order.",
    ),
    "bad-share:impossible": (
        "No program that keeps to the standard makes such a card.",
        "Compare it with what is printed on it, word by word.",
    ),
    "bad-share:mixed": (
        "These cards do not belong together.",
        "They are of different sets. Use cards that were made at the same time.",
    ),
    "bad-share:twice": ("This card was given already.", "Give another person's card."),
    "bad-share:too-few": ("More cards are needed.", "Missing: {missing}. Ask others for theirs."),
    "try-later": (
        "After wrong passphrases this vault wants a pause.",
        "Wait {seconds} seconds, then try again. Nothing was tried now, and nothing was counted.",
    ),
    "vault-wiped": (
        "This vault was wiped: its keys are destroyed, and nothing opens it any more.",
        "What is left of its files is noise. This takes it away: vault wipe",
    ),
    "wrong-identity": (
        "This bundle is sealed for somebody else's key.",
        "Use the identity file whose public key the sender was given.",
    ),
    "wrong-identity:missing": (
        "This bundle is sealed, and no key was given.",
        "Give your identity file to open it.",
    ),
    "wrong-identity:protected": (
        "This identity file is itself locked with a passphrase.",
        "Unlock it with age first, and give the unlocked file.",
    ),
    "wrong-identity:not-a-key": (
        "This file holds no identity that can open a bundle.",
        "Give the file with the line that begins with AGE-SECRET-KEY-1.",
    ),
    "wrong-identity:other-passphrase": (
        "This passphrase does not open the bundle.",
        "Ask the sender for it again, another way than the one the bundle came.",
    ),
    "wrong-identity:openpgp": (
        "This bundle is sealed with OpenPGP, and there is no gpg here to open it.",
        "Install GnuPG where your key is, or decrypt it there and verify what comes out.",
    ),
    "wrong-identity:openpgp-other-key": (
        "gpg has no key here that opens this bundle.",
        "Use the computer, or the gpg, that holds the key which the sender was given.",
    ),
    "bad-recipient": (
        "This is not a public key to seal to.",
        "Ask the recipient for the line that begins with age1, or for an OpenPGP key, whole.",
    ),
    "bad-recipient:secret-key": (
        "This is a secret key, and nobody but its owner should have it.",
        "Tell its owner to make a new one, and ask for the public key, which begins with age1.",
    ),
    "bad-recipient:ssh-key": (
        "This is an SSH key. A bundle sealed to it would show who can open it.",
        "Ask the recipient for a key that begins with age1.",
    ),
    "bad-recipient:mixed": (
        "These are keys of two kinds, and one bundle cannot be sealed to both.",
        "Make one bundle for the age keys and another for the OpenPGP keys.",
    ),
    "bad-recipient:openpgp-quoted": (
        "This OpenPGP key was quoted by a mail program, and may have changed on its way.",
        "Ask the recipient for the key as a file, or copy it where it is not quoted.",
    ),
    "bad-recipient:openpgp-several": (
        "There is more than one OpenPGP key in this, and it does not say which is meant.",
        "Ask the recipient which key is theirs, and give each key by itself.",
    ),
    "bad-recipient:openpgp-truncated": (
        "This OpenPGP key is cut off.",
        "Ask the recipient for it again, and give it whole, from BEGIN to END.",
    ),
    "bad-recipient:openpgp-damaged": (
        "This OpenPGP key is damaged, or is no key.",
        "Ask the recipient for it again, as a file.",
    ),
    "bad-recipient:openpgp-revoked": (
        "The owner has revoked this OpenPGP key: others may be able to use it.",
        "Ask the recipient, another way, for the key that they use now.",
    ),
    "bad-recipient:openpgp-expired": (
        "This OpenPGP key has expired, or the part of it that bundles are sealed to has.",
        "Ask the recipient for their key as it is now. Check this computer's date, too.",
    ),
    "bad-recipient:openpgp-weak": (
        "This OpenPGP key is of an old kind that can be broken.",
        "Ask the recipient for a newer key.",
    ),
    "bad-recipient:openpgp-sign-only": (
        "This OpenPGP key can only sign. Nothing can be sealed to it.",
        "Ask the recipient for a key that can encrypt.",
    ),
    "bad-recipient:openpgp-unusable": (
        "No part of this OpenPGP key holds together well enough to be sealed to.",
        "Ask the recipient for it again. Check this computer's date, too.",
    ),
    "bad-recipient:post-quantum": (
        "This is a kind of age key that Firsthand cannot seal to yet.",
        "Ask the recipient for a shorter key that begins with age1.",
    ),
    "bad-recipient:plugin": (
        "This age key needs another program, and Firsthand cannot seal to it.",
        "Ask the recipient for a plain key that begins with age1.",
    ),
    "too-large:post-length": (
        "This video is longer than what fits there: {seconds} seconds.",
        "Cut it to what matters most, or choose another place for it.",
    ),
    "too-large:post-size": (
        "Nothing small enough for there can be made of it: it may have {bytes} bytes.",
        "Choose another place for it.",
    ),
    "unsupported:post-photo": (
        "Only videos can be posted there.",
        "Choose another place for this photo.",
    ),
    "unsupported:post-sound": (
        "This is sound alone, and there it cannot be posted.",
        "Choose photos and videos.",
    ),
    "bad-recipient:one-alone": ("An outlet has one key.", "Choose one of them."),
    "bad-recipient:too-many": ("These are too many recipients.", "Make several bundles."),
    "bad-recipient:originals-need-one": (
        "Originals may only leave sealed, and no recipient was named.",
        "Name a recipient, or leave the originals out.",
    ),
    "damaged-storage": (
        "What was stored is not what was written.",
        "Restore it from a backup if you have one.",
    ),
    "damaged-vault": (
        "A part of the vault is damaged: {part}.",
        "Nothing was shown as if it were whole. Restore that part from a backup.",
    ),
    "damaged-bundle": (
        "This bundle is damaged or was changed after it was made. Do not trust it.",
        "Ask the sender to send it again.",
    ),
    "damaged-bundle:part": (
        "This bundle is damaged or was changed after it was made: {part}. Do not trust it.",
        "Ask the sender to send it again.",
    ),
    "damaged-bundle:not-a-bundle": (
        "This file is no Firsthand bundle.",
        "Give the .zip or .age file that you were sent.",
    ),
    "damaged-bundle:cut": ("This bundle ends too early.", "Ask the sender to send it again."),
    "damaged-bundle:rewrapped": (
        "This bundle was packed again by another program.",
        "Unpack it and verify the folder, or ask for the file as it was made.",
    ),
    "damaged-bundle:signature": (
        "The signature does not fit: this bundle was changed after it was signed. Do not trust it.",
        "Ask the sender to send it again.",
    ),
    "damaged-bundle:signer": (
        "This bundle is whole, but it was signed by somebody else than the one you expect.",
        "Ask the sender another way which key is theirs.",
    ),
    "damaged-bundle:name": (
        "There is a file in this bundle that does not belong in one. Do not trust it.",
        "Ask the sender to send it again, as one file.",
    ),
    "damaged-bundle:custody": (
        "This is no custody log that was exported, or it was changed since. Do not trust it.",
        "Ask whoever gave it to you for the file as it was written.",
    ),
    "damaged-bundle:sheet": (
        "The contact sheet came out with something in it that does not belong there.",
        "Nothing was written. Please report this: it is a mistake in Firsthand.",
    ),
    "damaged-bundle:duplicate": (
        "This bundle holds two files of one name: {part}. Do not trust it.",
        "Ask the sender to send it again.",
    ),
    "damaged-bundle:too-large": (
        "This bundle claims more than one can hold. It could be a trap, and was not read further.",
        "Ask the sender to send it again.",
    ),
    "damaged-bundle:source": (
        "A file changed while the bundle was made of it, so no bundle was made.",
        "Try again. If it happens again, check the vault.",
    ),
    "damaged-bundle:volume": (
        "Part {number} of this bundle is missing, or has another name.",
        "Put all parts into one folder, under the names that they were sent with.",
    ),
    "damaged-bundle:opening": (
        "This file is no opening of a bundle.",
        "Give the file that the sender made with: reveal",
    ),
    "damaged-bundle:opening-elsewhere": (
        "This opening belongs to another bundle than this one.",
        "Ask the sender which bundle it was made for.",
    ),
    "damaged-bundle:opening-wrong": (
        "This opening opens nothing in this bundle: it was changed, or made up. Do not trust it.",
        "Ask the sender to make it again.",
    ),
    "damaged-bundle:opening-original": (
        "This is not the original that the bundle was signed over.",
        "Ask the sender for that original, bit for bit as it was.",
    ),
    "damaged-bundle:opening-copy": (
        "This is the original that was signed, but the copy in the bundle does not come of it.",
        "Another version of Firsthand may have made the copy. If not, do not trust the copy.",
    ),
    "damaged-bundle:seal": (
        "The sealed file was cut or changed on its way. Do not trust it.",
        "Ask the sender to send it again.",
    ),
    "bad-stamp": (
        "This time stamp says nothing about this bundle.",
        "Ask for the stamp that was made for it.",
    ),
    "bad-stamp:not-one": (
        "This file is no time stamp.",
        "Give the file that the authority answered with, which often ends in .tsr.",
    ),
    "bad-stamp:refused": (
        "The authority refused to give a time stamp.",
        "Ask it again later, or ask another authority.",
    ),
    "bad-stamp:elsewhere": (
        "This time stamp is about something else than this bundle.",
        "Give the stamp that was made for it.",
    ),
    "bad-stamp:authority": (
        "These are no certificates that a time stamp could be checked with.",
        "Give the authority's certificates as a PEM file.",
    ),
    "bad-stamp:untrusted": (
        "The authority that you named did not sign this time stamp.",
        "Do not rely on its time. Check that you have that authority's own certificates.",
    ),
    "not-a-vault": ("There is no vault in this folder.", "Check the folder, or create a vault."),
    "newer-version": (
        "This was written by a newer Firsthand than this one.",
        "Update Firsthand. Nothing was changed.",
    ),
    "already-exists": (
        "There is already something with this name, and nothing is ever overwritten.",
        "Choose another name.",
    ),
    "already-exists:other-backup": (
        "The backup of another vault is there.",
        "Choose another folder, or an empty one. Nothing was sent.",
    ),
    "already-exists:not-a-backup": (
        "There are other files there, and a backup wants a place of its own.",
        "Choose an empty folder, or a new one. Nothing was sent.",
    ),
    "too-many-volumes": (
        "This would be more than 999 parts.",
        "Choose larger parts. Nothing was written.",
    ),
    "vault-in-use": (
        "Another Firsthand has this vault open.",
        "Close it there first.",
    ),
    "vault-closed": ("The vault was locked before this ended.", "Unlock it and try again."),
    "no-such-item": (
        "No item of the vault has this id, or more than one begins like it.",
        "List the vault to see the ids.",
    ),
    "no-such-item:bundle": (
        "This item went into no bundle with that id, or into more than one that begins like it.",
        "Look at the item's custody log: it names the bundles.",
    ),
    "no-such-item:part": (
        "One of these is the first of an item with parts, or belongs to another item already.",
        "Take that item apart first.",
    ),
    "no-such-key": (
        "The vault has no such key.",
        "Look at the keys that it has.",
    ),
    "last-key": (
        "This is the last key that opens the vault, so it stays.",
        "Add another one first.",
    ),
    "no-such-field": (
        "The record has no such field, or Firsthand fills it in by itself.",
        "Show the item to see its fields.",
    ),
    "bad-value": ("This field does not take that value.", "Show the item to see its fields."),
    "bad-value:choices": ("The field {field} takes only: {choices}.", "Choose one of them."),
    "bad-value:limit": ("This is too long for the field {field}.", "At most {limit} characters."),
    "bad-head": (
        "This file does not say where a custody log stood.",
        "It may have been altered or cut. Ask for it again where it was kept.",
    ),
    "other-vaults-head": (
        "This file was written by another vault.",
        "Open the vault that wrote it. A passphrase opens only what it wrote itself.",
    ),
    "rolled-back": (
        "This vault is not what it was: its custody log does not contain what it once did.",
        "Somebody put an older copy back, or began its log anew: look for what is missing first.",
    ),
    "not-a-backup": (
        "There is no backup of a vault there.",
        "Name the folder or the outlet that the backup was made to.",
    ),
    "not-a-backup:address": (
        "There is no backup to be found at this address.",
        "Use the whole address that the last backup showed; another backup shows it anew.",
    ),
    "backup-not-kept": (
        "The backup's place did not give back what was sent to it.",
        "The vault is unchanged. Try again; if it happens again, use another disk or outlet.",
    ),
    "out-of-reach": (
        "The copy could not be written, because its format goes back too far while it is made.",
        "Your original is unchanged. Nothing half done was kept.",
    ),
    "disk-full": (
        "There is no room left on the disk.",
        "Free some space and try again. Nothing half done was kept.",
    ),
    "file-too-big": (
        "The file is bigger than this disk or system allows.",
        "Choose another disk. Nothing half done was kept.",
    ),
    "no-permission": (
        "The system would not let Firsthand read or write there.",
        "Choose a folder of your own.",
    ),
    "disk-failed": ("The disk failed while it was used.", "Plug it in again, or use another."),
    "empty-passphrase": (
        "A passphrase with nothing in it protects nothing.",
        "Choose five or more random words.",
    ),
    "no-free-slot": ("This vault has no room for another key.", "Remove one that is not used."),
    "read-only": ("This disk cannot be written to.", "Choose another folder."),
    "not-there": ("There is nothing with this name.", "Check the name."),
    "is-a-folder": ("This is a folder, not a file.", "Name a file."),
    "name-too-long": ("This name is too long for the disk.", "Choose a shorter one."),
    "device-error": ("The disk or device failed while it was used.", "Plug it in again."),
    "out-of-memory": ("The computer has no memory left for this.", "Close other programs."),
    "system": ("The system would not do this.", "Try again, or choose another folder."),
    "cancelled": ("Cancelled.", "What was finished stays; nothing half done was kept."),
    "bug": (
        "Something went wrong that Firsthand did not foresee. This is a mistake in Firsthand.",
        "Please report it with the line below; it holds nothing of your files.",
    ),
}
