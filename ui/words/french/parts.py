# ruff: noqa: RUF001 (the spaces that do not break are meant)
"""French: parts of an item, what holds the confined child, printed cards, what deleting leaves."""

ROLES = {
    "clip": "la partie animée d'une photo vivante",
    "raw": "l'image brute de l'appareil photo",
    "burst": "une autre photo de la même rafale",
    "edited": "une version retouchée sur le téléphone",
    "preview": "une petite copie faite par l'appareil photo",
    "sidecar": "des notes que le téléphone ou l'appareil photo a gardées à côté",
}

HELD = {
    "memory": "prendre plus de mémoire qu'une quantité bornée",
    "no-core-dump": "laisser une image de sa mémoire sur le disque en cas de plantage",
    "no-file-writing": "écrire un fichier",
    "few-open-files": "ouvrir beaucoup de fichiers",
    "no-files-of-yours": "lire un fichier à vous, sauf celui qu'on lui donne",
    "no-network": "se connecter à quoi que ce soit",
    "no-other-programs": "démarrer un autre programme, ni regarder dans l'un d'eux",
    "apart": "voir seulement d'autres programmes, d'autres dossiers ou les appareils du réseau",
}

CARDS = {
    "share": "Carte {number} sur {of}",
    "share-what": (
        "Ces mots sont une partie d'une clé. {need} de ces cartes réunies font la clé entière ; "
        "celle-ci seule n'ouvre rien, et ne dit rien du reste."
    ),
    "share-how": (
        "Gardez-la où personne ne regarde, loin des autres cartes, et ne la photographiez "
        "jamais. Tapez les mots dans leur ordre ; les quatre premières lettres de chacun "
        "suffisent. Le carré contient les mêmes mots. Ils suivent la norme SLIP-0039."
    ),
    "recovery": "Code de récupération",
    "recovery-what": "Qui a ce code a tout ce qu'il ouvre.",
    "recovery-how": (
        "Gardez-le où personne ne regarde, loin de l'ordinateur, et ne le photographiez jamais. "
        "Tapez-le là où la phrase de passe est demandée. Le carré contient le même code."
    ),
}

SURVIVES = (
    (
        "Ce qui a été supprimé avant sur le téléphone peut être dans « Supprimés récemment ». "
        "Videz cela aussi."
    ),
    (
        "Des copies peuvent être dans un nuage, sur d'autres appareils, dans des sauvegardes et "
        "chez ceux qui les ont reçues."
    ),
    (
        "La galerie du téléphone peut garder de petites images et des listes jusqu'à ce qu'elle "
        "les refasse."
    ),
    (
        "La mémoire flash peut garder des restes que des outils spéciaux trouvent, jusqu'à ce "
        "qu'elle soit toute effacée."
    ),
)
