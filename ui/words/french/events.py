# ruff: noqa: RUF001 (the spaces that do not break are meant)
"""French: what happened, as the custody log and the checks of bundles and vaults name it."""

EVENTS = {
    "vault created": "Le coffre a été créé",
    "sealed": "Scellé dans le coffre",
    "derived": "Une copie nettoyée a été faite et vérifiée",
    "redacted": "Une copie masquée a été faite et vérifiée",
    "noted": "La fiche a été remplie",
    "bundled": "Mis dans un paquet",
    "captions written": "Ce qui en est dit a été écrit dans un fichier",
    "custody exported": (
        "Son registre de conservation a été écrit dans un fichier, pour être montré à d'autres"
    ),
    "viewed": "Regardé",
    "stamp requested": "Une demande d'horodatage d'un paquet a été écrite",
    "stamped": "Une autorité a donné un horodatage d'un paquet",
    "revealed": (
        "Il a été montré que son original correspond à un paquet, dans une ouverture qui a été "
        "écrite"
    ),
    "queued": "Mis dans la file d'envoi",
    "handed over": "Écrit dans un dossier, pour être remis à la main",
    "delivered": "Remis, comme la destination l'a confirmé",
    "sent unconfirmed": "Envoyé jusqu'au dernier octet ; la destination ne peut pas le confirmer",
    "sending cancelled": "Retiré de la file avant d'être remis",
    "saved for posting": "Une copie a été enregistrée, pour être publiée",
    "marked for publication": "Cette copie a été marquée : tout le monde peut la voir",
    "mark for publication taken back": (
        "La marque disant que tout le monde peut voir cette copie a été retirée"
    ),
    "outlet added": "Une destination a été ajoutée",
    "outlet changed": "La carte d'une destination a été changée",
    "outlet removed": "Une destination a été retirée",
    "network chosen": "La façon d'atteindre Tor a été choisie",
    "checked": "Le coffre a été contrôlé",
    "backed up": "Une sauvegarde du coffre a été mise à jour",
    "restored": "Le coffre a été refait depuis une sauvegarde",
    "merged": "Venu d'un autre coffre",
    "vault merged": "Un autre coffre a été réuni à celui-ci",
    "head exported": (
        "L'état de ce registre a été écrit dans un fichier, pour être donné à d'autres"
    ),
    "deleted": "Supprimé du coffre",
    "erasing at source": (
        "Sur le point d'être supprimé là d'où il vient, où il est le même à l'octet près"
    ),
    "erased at source": "Supprimé là d'où il vient, qui ne le liste plus",
    "left at source": "Laissé là d'où il vient",
    "grouped": "Ses parties ont été réunies en un élément",
    "clip taken out": "Le petit film dans son fichier a été scellé comme partie de l’élément",
    "taken apart": "Ses parties ont été séparées",
    "index rebuilt": "La liste des éléments a été refaite à partir des éléments eux-mêmes",
    "key added": "Une autre clé du coffre a été ajoutée",
    "key removed": "Une clé du coffre a été retirée",
    "repaired": "Des dégâts dans le coffre ont été réparés",
    "other set made anew": "Le second ensemble d'éléments a été refait",
    "guard set": "Ce qui se passe après de mauvaises phrases de passe a été changé",
    "passphrase changed": "La phrase de passe a été changée",
}

CHECKS = {
    "container": "Le fichier est entier, sans rien de caché",
    "manifest": "Sa liste de contenu peut être lue",
    "signature": "Il n'a pas été changé depuis sa signature",
    "signer": "Il a été signé par qui vous attendiez",
    "complete": "Tout ce qui doit y être y est, et rien d'autre",
    "media": "Chaque photo et vidéo est exactement celle qui a été signée",
    "notes": "Chaque note est exactement celle qui a été signée",
    "pages": "Les planches-contact et VERIFY.txt ont la forme que Firsthand écrit",
    "lists": "Ses listes et sommes de contrôle sont justes",
    "root": "Chaque élément appartient à ce paquet",
    "stamp": "L'horodatage qu'il contient porte sur ce paquet",
    "pad": "Le remplissage est vide",
}

FINDINGS = {
    "index-lost": (
        "La liste des éléments était perdue et a été refaite à partir des éléments eux-mêmes"
    ),
    "index-damaged": (
        "La liste des éléments était abîmée et a été refaite à partir des éléments eux-mêmes"
    ),
    "index-altered": (
        "La liste des éléments avait été changée et a été refaite à partir des éléments"
    ),
    "index-older": (
        "Une liste plus ancienne des éléments a été remise ; elle a été refaite à partir d'eux"
    ),
    "journal-lost": "Le journal du coffre était perdu et a été réécrit",
    "journal-damaged": "Le journal du coffre est abîmé",
    "head-renewed": "Un petit fichier du coffre était abîmé et a été réécrit",
    "keys-mended": "L'une des deux copies des serrures était abîmée et a été réécrite",
    "keys-renewed": "L'une des deux copies des serrures était plus ancienne et a été réécrite",
    "items-missing": "Des éléments que la liste connaît manquent",
    "keys-damaged": "Une copie des serrures est abîmée",
    "custody-broken": "Le registre de conservation ne tient pas",
    "item-missing": "Un élément manque",
    "header-damaged": "Un élément est abîmé et ne peut pas être lu",
    "footer-damaged": "Ce qu'un élément dit de lui-même est abîmé",
    "chunk-damaged": "Une partie d'un élément est abîmée",
    "content-differs": "Un élément n'est pas ce qui a été scellé",
    "not-merged": "Un élément n'a pas pu être apporté : il est abîmé dans l'autre coffre",
    "parts-not-merged": (
        "Les parties d'un élément n'ont pas pu être réunies comme elles l'étaient là-bas"
    ),
    "backup-missing": "La sauvegarde avait perdu quelque chose",
    "backup-altered": "Quelque chose dans la sauvegarde n'était pas ce qui y avait été envoyé",
    "backup-older": "L'endroit de la sauvegarde a rendu un état plus ancien que le dernier",
    "backup-unfinished": (
        "Le dernier tour de la sauvegarde n'était pas fini ; ce qu'il a envoyé est ici"
    ),
    "differs-from-backup": (
        "Un élément n'est pas ce qui a été envoyé à la sauvegarde ; celui de la sauvegarde est "
        "inchangé"
    ),
    "unknown-damaged": "Un élément qu'aucune liste ne connaît est abîmé",
    "unfinished-purged": "Ce qu'une interruption avait laissé à moitié fait a été retiré",
    "taken-back": "Des éléments qu'une interruption avait laissés hors de la liste ont été repris",
    "erasing-finished": "Ce qui devait être supprimé avant une interruption l'est maintenant",
    "core-dumps": "Ce système peut écrire la mémoire sur le disque quand un programme plante",
    "memory-readable": "Ce système laisse vos autres programmes lire la mémoire de celui-ci",
    "swap-plain": (
        "L'espace d'échange de cet ordinateur n'est pas chiffré, autant que Firsthand puisse le "
        "dire : des clés en mémoire peuvent y être écrites"
    ),
    "swap-unknown": "On ne peut pas dire d'ici si l'espace d'échange de cet ordinateur est chiffré",
    "keys-settled": (
        "Une clé qu'on ajoutait quand le travail a été interrompu n'est pas là : ajoutez-la de "
        "nouveau"
    ),
    "wrong-tries": (
        "Une mauvaise phrase de passe a été essayée depuis la dernière ouverture du coffre"
    ),
    "guard-damaged": (
        "Le fichier qui compte les mauvaises phrases de passe était abîmé et n'est plus là : "
        "réglez cela de nouveau"
    ),
    "memory-not-locked": "Ce système peut écrire des clés de la mémoire dans son espace d'échange",
}
