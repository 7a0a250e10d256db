# ruff: noqa: RUF001 (the spaces that do not break are meant)
"""French: what a person does with files that no program can send, step by step."""

HANDING = {
    "first": "Rien n'a été envoyé. Pour remettre ceci :",
    "open": "Ouvrez Tor Browser. Le mieux est un ordinateur démarré avec Tails.",
    "go": "Allez à {address}",
    "codename": "Notez le nom de code qui s'affiche. Gardez-le loin de cet ordinateur.",
    "upload": "Déposez ces fichiers, un envoi pour chacun, dans cet ordre :",
    "wait": (
        "Revenez avec le nom de code : seule la réponse de la rédaction à cet endroit est une "
        "confirmation."
    ),
    "delete": (
        "Supprimez les fichiers. Ce qu'une mémoire flash en garde est scellé pour la clé de la "
        "rédaction."
    ),
}
