# ruff: noqa: RUF001 (the spaces that do not break are meant)
"""French: what goes wrong with a vault, its keys and its records, and what to do about it."""

VAULT_ERRORS = {
    "storage": ("Le coffre n'a pas pu faire cela.", "Lancez : vault check"),
    "not-mine": (
        "Cela ne s'ouvre pas avec ce qui a été donné.",
        "Vérifiez que vous avez choisi la bonne clé.",
    ),
    "wrong-passphrase": (
        "Cette phrase de passe n'ouvre pas le coffre.",
        "Vérifiez les majuscules et la disposition du clavier, et réessayez. Rien n'a été changé.",
    ),
    "bad-share": (
        "Cette carte ne peut pas servir.",
        "Comparez-la avec ce qui y est imprimé, mot à mot.",
    ),
    "bad-share:word": (
        "Le mot {number} n'est sur aucune carte.",
        "Comparez-le avec la carte. Les quatre premières lettres d'un mot suffisent.",
    ),
    "bad-share:length": (
        "Aucune carte n'a ce nombre de mots.",
        "Tapez tous les mots d'une carte, séparés par des espaces.",
    ),
    "bad-share:checksum": (
        "L'un de ces mots n'est pas celui de la carte.",
        "Comparez-les avec la carte, mot à mot et dans leur ordre.",
    ),
    "bad-share:impossible": (
        "Aucun programme qui suit la norme ne fait une telle carte.",
        "Comparez-la avec ce qui y est imprimé, mot à mot.",
    ),
    "bad-share:mixed": (
        "Ces cartes ne vont pas ensemble.",
        "Elles sont de jeux différents. Prenez des cartes faites en même temps.",
    ),
    "bad-share:twice": ("Cette carte a déjà été donnée.", "Donnez la carte d'une autre personne."),
    "bad-share:too-few": (
        "Il faut plus de cartes.",
        "Manquantes : {missing}. Demandez les leurs à d'autres.",
    ),
    "try-later": (
        "Après de mauvaises phrases de passe, ce coffre veut une pause.",
        (
            "Attendez {seconds} secondes, puis réessayez. Rien n'a été essayé maintenant, et "
            "rien n'a été compté."
        ),
    ),
    "vault-wiped": (
        "Ce coffre a été détruit : ses clés n'existent plus, et rien ne l'ouvre.",
        "Ce qui reste de ses fichiers est du bruit. Ceci l'enlève : vault wipe",
    ),
    "not-a-vault": (
        "Il n'y a pas de coffre dans ce dossier.",
        "Vérifiez le dossier, ou créez un coffre.",
    ),
    "newer-version": (
        "Ceci a été écrit par un Firsthand plus récent que celui-ci.",
        "Mettez Firsthand à jour. Rien n'a été changé.",
    ),
    "damaged-storage": (
        "Ce qui a été rangé n'est pas ce qui a été écrit.",
        "Restaurez-le depuis une sauvegarde, si vous en avez une.",
    ),
    "damaged-vault": (
        "Une partie du coffre est abîmée : {part}.",
        (
            "Rien n'a été montré comme si c'était entier. Restaurez cette partie depuis une "
            "sauvegarde."
        ),
    ),
    "vault-in-use": ("Un autre Firsthand a ce coffre ouvert.", "Fermez-le d'abord là-bas."),
    "vault-closed": ("Le coffre a été verrouillé avant la fin.", "Déverrouillez-le et réessayez."),
    "no-such-item": (
        "Aucun élément du coffre n'a cet identifiant, ou plusieurs commencent ainsi.",
        "Listez le coffre pour voir les identifiants.",
    ),
    "no-such-item:bundle": (
        (
            "Cet élément n'est allé dans aucun paquet de cet identifiant, ou dans plusieurs qui "
            "commencent ainsi."
        ),
        "Regardez le registre de conservation de l'élément : il nomme les paquets.",
    ),
    "no-such-item:part": (
        (
            "L'un d'eux est le premier d'un élément à plusieurs parties, ou appartient déjà à un "
            "autre élément."
        ),
        "Séparez d'abord cet élément.",
    ),
    "no-such-key": ("Le coffre n'a pas cette clé.", "Regardez les clés qu'il a."),
    "last-key": (
        "C'est la dernière clé qui ouvre le coffre, donc elle reste.",
        "Ajoutez-en d'abord une autre.",
    ),
    "no-such-field": (
        "La fiche n'a pas ce champ, ou Firsthand le remplit lui-même.",
        "Affichez l'élément pour voir ses champs.",
    ),
    "bad-value": ("Ce champ n'admet pas cette valeur.", "Affichez l'élément pour voir ses champs."),
    "bad-value:choices": ("Le champ {field} n'admet que : {choices}.", "Choisissez l'un d'eux."),
    "bad-value:limit": ("C'est trop long pour le champ {field}.", "{limit} caractères au plus."),
    "bad-head": (
        "Ce fichier ne dit pas où en était un registre de conservation.",
        "Il a pu être changé ou coupé. Redemandez-le là où il est gardé.",
    ),
    "other-vaults-head": (
        "Ce fichier a été écrit par un autre coffre.",
        (
            "Ouvrez le coffre qui l'a écrit. Une phrase de passe n'ouvre que ce qu'elle a écrit "
            "elle-même."
        ),
    ),
    "rolled-back": (
        (
            "Ce coffre n'est plus ce qu'il était : son registre de conservation ne contient pas "
            "ce qu'il contenait."
        ),
        (
            "Quelqu'un a remis une copie plus ancienne, ou recommencé le registre : cherchez "
            "d'abord ce qui manque."
        ),
    ),
    "not-a-backup": (
        "Il n'y a pas de sauvegarde d'un coffre à cet endroit.",
        "Indiquez le dossier ou la destination où la sauvegarde a été faite.",
    ),
    "not-a-backup:address": (
        "On ne trouve pas de sauvegarde à cette adresse.",
        (
            "Prenez l'adresse entière que la dernière sauvegarde a montrée ; une autre "
            "sauvegarde la montre de nouveau."
        ),
    ),
    "not-a-backup:no-address": (
        "Cette destination ne peut pas dire ce qu'elle contient.",
        (
            "Donnez l'adresse que la dernière sauvegarde a montrée, ou le fichier où elle a été "
            "écrite."
        ),
    ),
    "backup-not-kept": (
        "L'endroit de la sauvegarde n'a pas rendu ce qui lui a été envoyé.",
        (
            "Le coffre est inchangé. Réessayez ; si cela se répète, prenez un autre disque ou "
            "une autre destination."
        ),
    ),
    "empty-passphrase": (
        "Une phrase de passe vide ne protège rien.",
        "Choisissez cinq mots au hasard, ou plus.",
    ),
    "no-free-slot": (
        "Ce coffre n'a plus de place pour une autre clé.",
        "Retirez-en une qui ne sert pas.",
    ),
}
