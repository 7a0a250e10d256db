# ruff: noqa: RUF001 (the spaces that do not break are meant)
"""French: what is wrong with a file, a device or a copy, and what to do about it.

Keys are an error's code, ``code:reason``, or ``code:fact`` for an error that has that fact.
"""

_UNCHANGED = "Votre original est inchangé."

FILE_ERRORS = {
    "capture": ("Ce fichier n'a pas pu être traité.", _UNCHANGED),
    "unknown-kind": (
        "Ce n'est pas une photo ou une vidéo que Firsthand connaît, quoi que dise son nom.",
        (
            "Ne le partagez pas tel quel. Si c'en est une, enregistrez-la en JPEG ou MP4 et "
            "essayez cela."
        ),
    ),
    "empty-file": (
        "Le fichier est vide : il n'y a pas un octet dedans.",
        "Copiez-le de nouveau depuis le téléphone ou la carte.",
    ),
    "unreadable": (
        "Le système n'a pas laissé Firsthand lire ceci.",
        "Copiez-le d'abord sur votre disque.",
    ),
    "unreadable:permission": (
        "Vous n'avez pas le droit de lire ceci : le système a refusé.",
        "Changez ses droits, ou copiez-le dans un dossier à vous.",
    ),
    "unreadable:missing": (
        "Il n'y a rien à cet endroit.",
        "Vérifiez le nom, ou rebranchez le téléphone ou la carte.",
    ),
    "unreadable:device": (
        "L'appareil n'a pas répondu pendant la lecture.",
        "Rebranchez-le et copiez d'abord le fichier sur votre disque.",
    ),
    "unreadable:stalled": (
        "L'appareil n'a plus rien donné pendant une minute : c'est abandonné.",
        (
            "Déverrouillez-le ou rebranchez-le, et importez de nouveau : ce qui est scellé ne "
            "l'est pas deux fois."
        ),
    ),
    "unreadable:other-size": (
        "Il a donné plus ou moins d'octets qu'il n'avait dit : il a été coupé, ou s'écrit encore.",
        "Attendez qu'il soit fini, ou rebranchez le téléphone, et importez de nouveau.",
    ),
    "unreadable:cut-off": (
        "La liaison s'est rompue, ou était trop lente, avant que le fichier entier soit ici.",
        "Il n'en reste rien ici. Le téléphone l'a encore : envoyez-le de nouveau.",
    ),
    "unreadable:other-content": (
        (
            "Ce qui est venu n'est pas ce que le téléphone avait annoncé : sa somme de contrôle "
            "diffère."
        ),
        "Il n'en reste rien ici. Le téléphone l'a encore : envoyez-le de nouveau.",
    ),
    "unreadable:too-many": (
        "Il y a ici plus de fichiers qu'on n'en peut prendre à la fois.",
        "Indiquez l'un des dossiers, ou copiez d'abord une partie sur votre disque.",
    ),
    "unreadable:no-library": (
        (
            "Sur ce système, Firsthand ne peut pas parler avec les appareils photo et téléphones "
            "par câble."
        ),
        (
            "Copiez les fichiers sur une carte ou dans un dossier avec le programme du système, "
            "et importez cela."
        ),
    ),
    "unreadable:no-usbmuxd": (
        "Ce système n'a rien qui parle avec les iPhone par câble.",
        (
            "Installez usbmuxd (sous Windows : Appareils Apple), ou copiez les fichiers sur une "
            "carte ou dans un dossier."
        ),
    ),
    "unreadable:iphone-locked": (
        "L'iPhone est verrouillé, et ne donne rien avant d'être déverrouillé.",
        "Déverrouillez-le avec son code, laissez l'écran allumé, et réessayez.",
    ),
    "unreadable:iphone-not-trusted": (
        "L'iPhone ne fait pas encore confiance à cet ordinateur.",
        (
            "Déverrouillez-le, touchez « Se fier » et tapez son code. S'il ne demande rien, "
            "rebranchez-le."
        ),
    ),
    "unreadable:iphone-forbidden": (
        "Qui gère cet iPhone interdit de le lire par câble.",
        "Copiez autrement les fichiers sur une carte ou dans un dossier, et importez cela.",
    ),
    "unreadable:iphone-refused": (
        "L'iPhone n'a pas voulu donner ceci.",
        (
            "Déverrouillez-le, rebranchez-le et importez de nouveau : ce qui est scellé ne l'est "
            "pas deux fois."
        ),
    ),
    "unreadable:changed": (
        "Ce n'est plus le fichier qui a été lu : il a changé depuis.",
        "Il a été laissé où il est. Importez de nouveau, pour le sceller tel qu'il est maintenant.",
    ),
    "unreadable:not-erasable": (
        "Il ne peut pas être supprimé là où il est, car il est dans une archive.",
        "Supprimez vous-même l'archive, une fois scellé tout ce qu'il vous en faut.",
    ),
    "unreadable:still-there": (
        "L'appareil a dit l'avoir supprimé, et le liste encore.",
        "Supprimez-le sur l'appareil même.",
    ),
    "unreadable:no-device": (
        "Aucun appareil de ce nom n'est branché, ou plusieurs le sont.",
        "Branchez-le, déverrouillez-le, et voyez ce que dit la liste des appareils.",
    ),
    "unreadable:archive": (
        "Cette partie de l'archive est abîmée, ou compressée d'une façon qui ne se lit pas ici.",
        "Décompressez l'archive avec le programme qui l'a faite, et importez le dossier.",
    ),
    "unreadable:archive-locked": (
        "Cette partie de l'archive est fermée par un mot de passe.",
        "Décompressez l'archive, et importez le dossier.",
    ),
    "unreadable:link": (
        "C'est un lien vers un autre endroit, et les liens dans un dossier ne sont pas suivis.",
        "Indiquez le fichier lui-même, si vous le voulez.",
    ),
    "unreadable:not-a-file": (
        "Ce n'est pas un fichier ordinaire.",
        "Indiquez une photo, une vidéo ou un dossier.",
    ),
    "unreadable:too-deep": (
        "Ce dossier est trop profond dans d'autres dossiers.",
        "Indiquez-le directement.",
    ),
    "damaged": (
        "Le fichier est abîmé ou incomplet.",
        "Copiez-le de nouveau là d'où il vient. Un coffre peut le garder tel quel.",
    ),
    "too-large": (
        "Le fichier annonce une taille que Firsthand n'ouvre pas, car ce pourrait être un piège.",
        "S'il est vrai, faites-en une copie plus petite avec le programme qui l'a fait.",
    ),
    "too-large:post-length": (
        "Cette vidéo dure plus longtemps que ce qui tient là-bas : {seconds} secondes.",
        "Coupez-la à l'essentiel, ou choisissez un autre endroit.",
    ),
    "too-large:post-size": (
        "On ne peut rien en faire d'assez petit pour là-bas : {bytes} octets au plus.",
        "Choisissez un autre endroit.",
    ),
    "unsupported": (
        (
            "Aucune copie n'a été faite : le fichier utilise quelque chose que Firsthand ne peut "
            "pas reprendre."
        ),
        "Gardez l'original dans un coffre, et ne le partagez pas tel quel.",
    ),
    "unsupported:raw": (
        (
            "C'est l'image brute d'un appareil photo : on ne peut pas la reprendre bit à bit, "
            "seulement la développer."
        ),
        "Nettoyez-la sans demander de copie fidèle : elle devient un JPEG.",
    ),
    "unsupported:raw-camera": (
        "Firsthand ne peut pas développer les images brutes de cet appareil.",
        "Faites-en un DNG ou un JPEG avec le programme de l'appareil, et prenez cela.",
    ),
    "unsupported:kept": (
        "Un fichier de ce type n'a pas de place pour l'heure ou le lieu à garder.",
        (
            "Nettoyez-le sans --keep ; le manifeste du paquet peut contenir les deux pour tout "
            "fichier."
        ),
    ),
    "unsupported:post-photo": (
        "Là-bas, on ne peut publier que des vidéos.",
        "Choisissez un autre endroit pour cette photo.",
    ),
    "unsupported:post-sound": (
        "C'est du son seul, et là-bas on ne peut pas le publier.",
        "Choisissez des photos et des vidéos.",
    ),
    "unverified": (
        "La copie nettoyée n'a pas pu être vérifiée, elle a donc été retirée.",
        f"{_UNCHANGED} Ne le partagez pas tel quel.",
    ),
    "unverified:codes": (
        (
            "La copie aurait contenu quelque chose derrière l'image ou le son codés, est coupée, "
            "ou ne peut être suivie jusqu'à sa fin."
        ),
        (
            "Votre original est inchangé. Nettoyez-le sans demander de copie fidèle : il est "
            "alors encodé de nouveau."
        ),
    ),
    "unverified:face": (
        "Dans la copie masquée de l'élément {item}, on trouve un visage que personne n'a regardé.",
        "Rien n'a été écrit. Regardez la copie masquée, et masquez aussi ce visage.",
    ),
    "unverified:film": (
        (
            "Dans la copie masquée de la vidéo {item}, on trouve quelque chose à {at}, "
            "peut-être un visage."
        ),
        (
            "Personne ne l'a regardé. Rien n'a été écrit. Regardez ce moment de la vidéo, et "
            "refaites sa copie masquée."
        ),
    ),
    "not-cleaned": (
        "L'élément {item} n'a pas de copie nettoyée et vérifiée, donc rien n'en peut sortir.",
        "Laissez-le hors du paquet.",
    ),
    "not-cleaned:part": (
        "Il appartient à un fichier qui n'a pas pu être nettoyé, donc rien des deux n'a été écrit.",
        "Voyez ce qui est dit de l'autre. Ce qui doit sortir sans lui est à nommer à part.",
    ),
    "not-cleaned:not-covered": (
        "Il n'y a pas encore de copie masquée de l'élément {item}.",
        "Masquez d'abord ce qui doit l'être, puis regardez la copie.",
    ),
    "part-not-covered": (
        "L'élément {item} appartient à une image masquée, et montrerait ce qui est dessous.",
        "Masquez-le aussi, ou laissez les parties hors du paquet.",
    ),
    "not-looked": (
        (
            "Personne n'a regardé la copie masquée de l'élément {item} depuis qu'un second "
            "examen a trouvé quelque chose."
        ),
        "Regardez la copie. Masquez ce qui doit l'être, ou dites que vous avez regardé.",
    ),
    "no-consent": (
        "La fiche de l'élément {item} dit que la personne {person} n'a pas donné son accord.",
        "Laissez l'élément de côté, ou demandez à la personne et changez la fiche.",
    ),
    "weights-missing": (
        "La partie qui trouve les visages et les plaques n'est pas installée.",
        "Installez-la avec le programme d'installation, ou masquez à la main ce qui doit l'être.",
    ),
    "cannot-receive": (
        "Aucun téléphone ne peut envoyer à cet ordinateur en ce moment.",
        "Reliez-le à un réseau où est le téléphone, ou ouvrez un point d'accès sur le téléphone.",
    ),
    "cannot-receive:not-ours": (
        "Cet ordinateur n'a pas cette adresse.",
        "Choisissez l'une des siennes, sur le réseau où est le téléphone.",
    ),
    "cannot-receive:in-use": (
        "Un autre programme de cet ordinateur utilise déjà le port {port}.",
        (
            "Si LocalSend tourne ici, fermez-le ; ou choisissez un autre port et tapez-le sur le "
            "téléphone."
        ),
    ),
    "bad-plan": ("Ce plan de masquage ne va pas avec cette image.", "Faites-en un nouveau."),
    "decoder-crashed": (
        "La partie qui ouvre les fichiers a planté sur celui-ci ; tout le reste a continué.",
        f"Le fichier est peut-être abîmé ou hostile. {_UNCHANGED}",
    ),
    "decoder-forbidden": (
        (
            "En ouvrant ce fichier, quelque chose a tenté de se connecter ou de démarrer un "
            "programme. Cela a été empêché."
        ),
        f"Le fichier est probablement fait pour attaquer qui l'ouvre. {_UNCHANGED}",
    ),
    "decoder-timeout": (
        "Ce fichier mettait bien trop de temps à s'ouvrir, et a été abandonné.",
        f"Le fichier est peut-être abîmé ou hostile. {_UNCHANGED}",
    ),
    "decoder-memory": (
        "Ce fichier demandait bien trop de mémoire, et a été abandonné.",
        f"Le fichier est peut-être abîmé ou hostile. {_UNCHANGED}",
    ),
}
