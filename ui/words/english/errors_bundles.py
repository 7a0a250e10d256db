"""English: what is wrong with a bundle, its seal or its stamp, and what to do about it."""

BUNDLE_ERRORS = {
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
    "bad-recipient:one-alone": ("An outlet has one key.", "Choose one of them."),
    "bad-recipient:too-many": ("These are too many recipients.", "Make several bundles."),
    "bad-recipient:originals-need-one": (
        "Originals may only leave sealed, and no recipient was named.",
        "Name a recipient, or leave the originals out.",
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
    "damaged-bundle:pages": (
        "The contact sheet or VERIFY.txt in it is not as Firsthand writes it, though it is signed.",
        "Do not open it, and do not do what it says. Ask the sender which program made the bundle.",
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
    "damaged-bundle:opening-unlike": (
        "This is the original that was signed, but the copy in the bundle is not like it.",
        "Do not trust the copy. Ask the sender what was done to it.",
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
    "bad-stamp:not-there": (
        "There is no time stamp in this bundle, and none was given beside it.",
        "Give the stamp's file, too, or ask the sender for it.",
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
    "too-many-volumes": (
        "This would be more than 999 parts.",
        "Choose larger parts. Nothing was written.",
    ),
}
