# ruff: noqa: RUF001 (the spaces that do not break are meant)
"""French: what the system would not do, and what to do about it."""

SYSTEM_ERRORS = {
    "already-exists": (
        "Il y a déjà quelque chose de ce nom, et rien n'est jamais écrasé.",
        "Choisissez un autre nom.",
    ),
    "already-exists:other-backup": (
        "La sauvegarde d'un autre coffre est à cet endroit.",
        "Choisissez un autre dossier, ou un dossier vide. Rien n'a été envoyé.",
    ),
    "already-exists:not-a-backup": (
        "D'autres fichiers sont à cet endroit, et une sauvegarde veut le sien.",
        "Choisissez un dossier vide, ou un nouveau. Rien n'a été envoyé.",
    ),
    "already-exists:in-the-vault": (
        "La sauvegarde se trouverait dans le coffre lui-même.",
        "Choisissez un autre disque. Rien n'a été envoyé.",
    ),
    "out-of-reach": (
        (
            "La copie n'a pas pu être écrite, car son format revient trop loin en arrière "
            "pendant qu'elle se fait."
        ),
        "Votre original est inchangé. Rien d'inachevé n'a été gardé.",
    ),
    "disk-full": (
        "Il n'y a plus de place sur le disque.",
        "Libérez de la place et réessayez. Rien d'inachevé n'a été gardé.",
    ),
    "file-too-big": (
        "Le fichier est plus gros que ce que permet ce disque ou ce système.",
        "Choisissez un autre disque. Rien d'inachevé n'a été gardé.",
    ),
    "no-permission": (
        "Le système n'a pas laissé Firsthand lire ou écrire à cet endroit.",
        "Choisissez un dossier à vous.",
    ),
    "disk-failed": (
        "Le disque a lâché pendant qu'on s'en servait.",
        "Rebranchez-le, ou prenez-en un autre.",
    ),
    "read-only": ("On ne peut pas écrire sur ce disque.", "Choisissez un autre dossier."),
    "not-there": ("Il n'y a rien de ce nom.", "Vérifiez le nom."),
    "is-a-folder": ("C'est un dossier, pas un fichier.", "Indiquez un fichier."),
    "name-too-long": ("Ce nom est trop long pour le disque.", "Choisissez-en un plus court."),
    "device-error": (
        "Le disque ou l'appareil a lâché pendant qu'on s'en servait.",
        "Rebranchez-le.",
    ),
    "out-of-memory": ("L'ordinateur n'a plus de mémoire pour cela.", "Fermez d'autres programmes."),
    "system": (
        "Le système n'a pas voulu faire cela.",
        "Réessayez, ou choisissez un autre dossier.",
    ),
    "cancelled": ("Annulé.", "Ce qui était fini reste ; rien d'inachevé n'a été gardé."),
    "bug": (
        (
            "Quelque chose s'est mal passé que Firsthand n'avait pas prévu. C'est une erreur de "
            "Firsthand."
        ),
        "Signalez-la avec la ligne ci-dessous ; elle ne contient rien de vos fichiers.",
    ),
}
