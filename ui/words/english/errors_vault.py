"""English: what goes wrong with a vault, its keys and its records, and what to do about it."""

VAULT_ERRORS = {
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
    "damaged-storage": (
        "What was stored is not what was written.",
        "Restore it from a backup if you have one.",
    ),
    "damaged-vault": (
        "A part of the vault is damaged: {part}.",
        "Nothing was shown as if it were whole. Restore that part from a backup.",
    ),
    "not-a-vault": ("There is no vault in this folder.", "Check the folder, or create a vault."),
    "newer-version": (
        "This was written by a newer Firsthand than this one.",
        "Update Firsthand. Nothing was changed.",
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
    "not-a-backup:no-address": (
        "This outlet cannot say what it holds.",
        "Give the address that the last backup showed, or the file that it was written to.",
    ),
    "backup-not-kept": (
        "The backup's place did not give back what was sent to it.",
        "The vault is unchanged. Try again; if it happens again, use another disk or outlet.",
    ),
    "empty-passphrase": (
        "A passphrase with nothing in it protects nothing.",
        "Choose five or more random words.",
    ),
    "no-free-slot": ("This vault has no room for another key.", "Remove one that is not used."),
}
