# ruff: noqa: RUF001 (the spaces that do not break are meant)
"""French: what is wrong with a bundle, its seal or its stamp, and what to do about it."""

_AGAIN = "Demandez à l'expéditeur de l'envoyer de nouveau."

BUNDLE_ERRORS = {
    "wrong-identity": (
        "Ce paquet est scellé pour la clé de quelqu'un d'autre.",
        "Prenez le fichier d'identité dont l'expéditeur a reçu la clé publique.",
    ),
    "wrong-identity:missing": (
        "Ce paquet est scellé, et aucune clé n'a été donnée.",
        "Donnez votre fichier d'identité pour l'ouvrir.",
    ),
    "wrong-identity:protected": (
        "Ce fichier d'identité est lui-même fermé par une phrase de passe.",
        "Ouvrez-le d'abord avec age, et donnez le fichier ouvert.",
    ),
    "wrong-identity:not-a-key": (
        "Ce fichier ne contient aucune identité qui puisse ouvrir un paquet.",
        "Donnez le fichier avec la ligne qui commence par AGE-SECRET-KEY-1.",
    ),
    "wrong-identity:other-passphrase": (
        "Cette phrase de passe n'ouvre pas le paquet.",
        "Redemandez-la à l'expéditeur, par une autre voie que celle du paquet.",
    ),
    "wrong-identity:openpgp": (
        "Ce paquet est scellé avec OpenPGP, et il n'y a pas de gpg ici pour l'ouvrir.",
        "Installez GnuPG là où est votre clé, ou déchiffrez-le là-bas et vérifiez ce qui en sort.",
    ),
    "wrong-identity:openpgp-other-key": (
        "Le gpg d'ici n'a aucune clé qui ouvre ce paquet.",
        "Prenez l'ordinateur, ou le gpg, qui a la clé que l'expéditeur a reçue.",
    ),
    "bad-recipient": (
        "Ce n'est pas une clé publique pour laquelle on puisse sceller.",
        "Demandez au destinataire la ligne qui commence par age1, ou une clé OpenPGP, entière.",
    ),
    "bad-recipient:secret-key": (
        "C'est une clé secrète, et personne d'autre que son propriétaire ne devrait l'avoir.",
        "Dites-lui d'en faire une nouvelle, et demandez la clé publique, qui commence par age1.",
    ),
    "bad-recipient:ssh-key": (
        "C'est une clé SSH. Un paquet scellé pour elle montrerait qui peut l'ouvrir.",
        "Demandez au destinataire une clé qui commence par age1.",
    ),
    "bad-recipient:mixed": (
        "Ces clés sont de deux sortes, et un paquet ne peut pas être scellé pour les deux.",
        "Faites un paquet pour les clés age et un autre pour les clés OpenPGP.",
    ),
    "bad-recipient:openpgp-quoted": (
        "Cette clé OpenPGP a été citée par un programme de courrier, et a pu changer en chemin.",
        "Demandez la clé comme fichier, ou copiez-la là où elle n'est pas citée.",
    ),
    "bad-recipient:openpgp-several": (
        "Il y a ici plus d'une clé OpenPGP, et rien ne dit laquelle est la bonne.",
        "Demandez au destinataire laquelle est la sienne, et donnez chaque clé à part.",
    ),
    "bad-recipient:openpgp-truncated": (
        "Cette clé OpenPGP est coupée.",
        "Redemandez-la, et donnez-la entière, de BEGIN à END.",
    ),
    "bad-recipient:openpgp-damaged": (
        "Cette clé OpenPGP est abîmée, ou n'en est pas une.",
        "Redemandez-la, comme fichier.",
    ),
    "bad-recipient:openpgp-revoked": (
        "Le propriétaire a révoqué cette clé OpenPGP : d'autres peuvent peut-être l'utiliser.",
        "Demandez-lui, par une autre voie, la clé dont il se sert maintenant.",
    ),
    "bad-recipient:openpgp-expired": (
        "Cette clé OpenPGP a expiré, ou la partie d'elle pour laquelle on scelle.",
        "Demandez la clé telle qu'elle est maintenant. Vérifiez aussi la date de cet ordinateur.",
    ),
    "bad-recipient:openpgp-weak": (
        "Cette clé OpenPGP est d'une sorte ancienne qui peut être cassée.",
        "Demandez au destinataire une clé plus récente.",
    ),
    "bad-recipient:openpgp-sign-only": (
        "Cette clé OpenPGP ne peut que signer. Rien ne peut être scellé pour elle.",
        "Demandez une clé qui puisse chiffrer.",
    ),
    "bad-recipient:openpgp-unusable": (
        "Aucune partie de cette clé OpenPGP ne tient assez pour qu'on scelle pour elle.",
        "Redemandez-la. Vérifiez aussi la date de cet ordinateur.",
    ),
    "bad-recipient:post-quantum": (
        "C'est une sorte de clé age pour laquelle Firsthand ne sait pas encore sceller.",
        "Demandez une clé plus courte qui commence par age1.",
    ),
    "bad-recipient:plugin": (
        "Cette clé age demande un autre programme, et Firsthand ne peut pas sceller pour elle.",
        "Demandez une clé simple qui commence par age1.",
    ),
    "bad-recipient:one-alone": ("Une destination a une seule clé.", "Choisissez l'une d'elles."),
    "bad-recipient:too-many": ("Cela fait trop de destinataires.", "Faites plusieurs paquets."),
    "bad-recipient:originals-need-one": (
        "Les originaux ne peuvent sortir que scellés, et aucun destinataire n'a été nommé.",
        "Nommez un destinataire, ou laissez les originaux de côté.",
    ),
    "damaged-bundle": (
        "Ce paquet est abîmé ou a été changé après coup. Ne vous y fiez pas.",
        _AGAIN,
    ),
    "damaged-bundle:part": (
        "Ce paquet est abîmé ou a été changé après coup : {part}. Ne vous y fiez pas.",
        _AGAIN,
    ),
    "damaged-bundle:not-a-bundle": (
        "Ce fichier n'est pas un paquet de Firsthand.",
        "Donnez le fichier .zip ou .age que vous avez reçu.",
    ),
    "damaged-bundle:cut": ("Ce paquet se termine trop tôt.", _AGAIN),
    "damaged-bundle:rewrapped": (
        "Ce paquet a été refait par un autre programme.",
        "Décompressez-le et vérifiez le dossier, ou demandez le fichier tel qu'il a été fait.",
    ),
    "damaged-bundle:signature": (
        "La signature ne va pas : ce paquet a été changé après sa signature. Ne vous y fiez pas.",
        _AGAIN,
    ),
    "damaged-bundle:signer": (
        "Ce paquet est entier, mais signé par quelqu'un d'autre que la personne attendue.",
        "Demandez à l'expéditeur, par une autre voie, quelle est sa clé.",
    ),
    "damaged-bundle:name": (
        "Il y a dans ce paquet un fichier qui n'a rien à y faire. Ne vous y fiez pas.",
        "Demandez à l'expéditeur de l'envoyer de nouveau, en un seul fichier.",
    ),
    "damaged-bundle:custody": (
        "Ce n'est pas un registre de conservation exporté, ou il a été changé. Ne vous y fiez pas.",
        "Demandez à qui vous l'a donné le fichier tel qu'il a été écrit.",
    ),
    "damaged-bundle:pages": (
        "La planche-contact ou VERIFY.txt n'est pas comme Firsthand l'écrit, bien que signée.",
        "Ne l'ouvrez pas et ne la suivez pas. Demandez quel programme a fait le paquet.",
    ),
    "damaged-bundle:opening-unlike": (
        "C'est l'original qui a été signé, mais la copie du paquet ne lui ressemble pas.",
        "Ne vous fiez pas à la copie. Demandez à l'expéditeur ce qui lui a été fait.",
    ),
    "damaged-bundle:sheet": (
        "La planche-contact contient quelque chose qui n'a rien à y faire.",
        "Rien n'a été écrit. Signalez-le : c'est une erreur de Firsthand.",
    ),
    "damaged-bundle:duplicate": (
        "Ce paquet contient deux fichiers du même nom : {part}. Ne vous y fiez pas.",
        _AGAIN,
    ),
    "damaged-bundle:too-large": (
        (
            "Ce paquet annonce plus que ce qu'il peut contenir. Ce pourrait être un piège, et il "
            "n'a pas été lu plus loin."
        ),
        _AGAIN,
    ),
    "damaged-bundle:source": (
        "Un fichier a changé pendant que le paquet se faisait, donc aucun paquet n'a été fait.",
        "Réessayez. Si cela se répète, contrôlez le coffre.",
    ),
    "damaged-bundle:volume": (
        "La partie {number} de ce paquet manque, ou porte un autre nom.",
        (
            "Mettez toutes les parties dans un dossier, sous les noms avec lesquels elles ont "
            "été envoyées."
        ),
    ),
    "damaged-bundle:opening": (
        "Ce fichier n'est pas l'ouverture d'un paquet.",
        "Donnez le fichier que l'expéditeur a fait avec : reveal",
    ),
    "damaged-bundle:opening-elsewhere": (
        "Cette ouverture appartient à un autre paquet que celui-ci.",
        "Demandez à l'expéditeur pour quel paquet elle a été faite.",
    ),
    "damaged-bundle:opening-wrong": (
        (
            "Cette ouverture n'ouvre rien dans ce paquet : elle a été changée, ou inventée. Ne "
            "vous y fiez pas."
        ),
        "Demandez à l'expéditeur de la refaire.",
    ),
    "damaged-bundle:opening-original": (
        "Ce n'est pas l'original sur lequel le paquet a été signé.",
        "Demandez à l'expéditeur cet original, bit à bit tel qu'il était.",
    ),
    "damaged-bundle:opening-copy": (
        "C'est bien l'original qui a été signé, mais la copie du paquet n'en vient pas.",
        (
            "Une autre version de Firsthand a peut-être fait la copie. Sinon, ne vous fiez pas à "
            "la copie."
        ),
    ),
    "damaged-bundle:seal": (
        "Le fichier scellé a été coupé ou changé en chemin. Ne vous y fiez pas.",
        _AGAIN,
    ),
    "bad-stamp": (
        "Cet horodatage ne dit rien de ce paquet.",
        "Demandez celui qui a été fait pour lui.",
    ),
    "bad-stamp:not-one": (
        "Ce fichier n'est pas un horodatage.",
        "Donnez le fichier par lequel l'autorité a répondu, qui finit souvent par .tsr.",
    ),
    "bad-stamp:not-there": (
        "Il n'y a pas d'horodatage dans ce paquet, et aucun n'a été donné à part.",
        "Donnez aussi le fichier de l'horodatage, ou demandez-le à l'expéditeur.",
    ),
    "bad-stamp:refused": (
        "L'autorité a refusé de donner un horodatage.",
        "Redemandez-lui plus tard, ou demandez à une autre autorité.",
    ),
    "bad-stamp:elsewhere": (
        "Cet horodatage porte sur autre chose que ce paquet.",
        "Donnez celui qui a été fait pour lui.",
    ),
    "bad-stamp:authority": (
        "Ce ne sont pas des certificats avec lesquels vérifier un horodatage.",
        "Donnez les certificats de l'autorité comme fichier PEM.",
    ),
    "bad-stamp:untrusted": (
        "L'autorité que vous avez nommée n'a pas signé cet horodatage.",
        (
            "Ne vous fiez pas à son heure. Vérifiez que vous avez bien les certificats de cette "
            "autorité."
        ),
    ),
    "too-many-volumes": (
        "Cela ferait plus de 999 parties.",
        "Choisissez des parties plus grandes. Rien n'a été écrit.",
    ),
}
