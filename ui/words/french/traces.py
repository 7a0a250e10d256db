# ruff: noqa: RUF001 (the spaces that do not break are meant)
"""French: what a file says, and why that matters; what is in it, and what a copy still shows."""

from capture.report import Harm

TOPICS = {
    "place": (
        "{subject} dit où cela a été pris : {value}",
        "N'importe qui peut trouver ce point sur une carte.",
    ),
    "altitude": ("{subject} dit à quelle altitude est le lieu : {value}", ""),
    "direction": ("{subject} dit dans quelle direction l'appareil regardait : {value}", ""),
    "movement": ("{subject} dit à quelle vitesse l'appareil se déplaçait : {value}", ""),
    "place-name": ("{subject} nomme le lieu : {value}", ""),
    "satellite-time": (
        "{subject} contient l'heure exacte du satellite : {value}",
        "Elle est exacte à la seconde, et juste même si l'horloge du téléphone ne l'est pas.",
    ),
    "gps": (
        "{subject} contient des données de position par satellite : {value}",
        "Elles aident à cerner le lieu.",
    ),
    "owner": ("{subject} nomme le propriétaire de l'appareil : {value}", "Ce peut être votre nom."),
    "author": ("{subject} nomme qui l'a fait : {value}", "Ce peut être votre nom."),
    "rights": ("{subject} nomme à qui cela appartient : {value}", "Ce peut être votre nom."),
    "contact": ("{subject} dit comment joindre qui l'a fait : {value}", ""),
    "serial": (
        "{subject} contient le numéro de série de l'appareil photo : {value}",
        "Il relie ce fichier à tous les autres du même appareil, et à qui l'a acheté.",
    ),
    "lens-serial": (
        "{subject} contient le numéro de série de l'objectif : {value}",
        "Il relie ce fichier à tous les autres faits avec lui.",
    ),
    "file-id": (
        "{subject} porte un numéro qui lui est propre : {value}",
        "Il relie entre eux les copies et les fichiers voisins.",
    ),
    "device": (
        "{subject} dit quel appareil l'a fait : {value}",
        "Avec d'autres indices, cela mène à son propriétaire.",
    ),
    "lens": ("{subject} dit quel objectif a servi : {value}", ""),
    "software": ("{subject} dit quel logiciel l'a écrit : {value}", ""),
    "time": (
        "{subject} dit quand cela a été fait : {value}",
        "Des caméras, des antennes et des témoins peuvent dire qui était là à ce moment.",
    ),
    "zone": ("{subject} dit dans quel fuseau horaire : {value}", "Cela aide à cerner le pays."),
    "maker-note": (
        "{subject} contient les notes propres au fabricant : {value}",
        "Elles contiennent souvent des numéros de série et des noms de propriétaires.",
    ),
    "text": ("{subject} contient des mots que quelqu'un ou un programme a écrits : {value}", ""),
    "person": (
        "{subject} dit qui s'y trouve, ou où sont des personnes : {value}",
        "Cela met d'autres personnes en danger.",
    ),
    "history": ("{subject} dit ce qu'on lui a fait avant : {value}", ""),
    "claim": (
        "{subject} porte une déclaration signée sur sa provenance : {value}",
        "Sa clé et son histoire peuvent mener à l'appareil.",
    ),
    "claim-signer": (
        "{subject} porte une déclaration de provenance, signée par : {value}",
        "La clé qui est derrière peut mener à un appareil ou au compte de quelqu'un.",
    ),
    "claim-program": (
        "Sa déclaration signée nomme le programme ou l'appareil qui l'a écrite : {value}",
        "Avec d'autres indices, cela mène à son propriétaire.",
    ),
    "claim-actions": (
        "Sa déclaration signée dit ce qu'on lui a fait : {value}",
        "",
    ),
    "claim-source": (
        "Sa déclaration signée dit comment il a été fait : {value}",
        "",
    ),
    "thumbnail": (
        "{subject} contient une petite image cachée",
        "Elle peut encore montrer ce qui a été coupé ou masqué.",
    ),
    "preview": (
        "{subject} contient une autre image cachée",
        "Elle peut encore montrer ce qui a été coupé ou masqué.",
    ),
    "depth": (
        "{subject} contient une seconde couche de l'image",
        "Elle peut encore montrer ce qui a été coupé ou masqué.",
    ),
    "clip": (
        "{subject} contient un petit film caché",
        "Il montre, et peut faire entendre, ce qui se passait autour de l'image.",
    ),
    "after-end": (
        "{subject} continue après sa fin : {value}",
        "Personne ne le voit, et cela peut contenir n'importe quoi.",
    ),
    "colour": ("{subject} porte un profil de couleur qui peut nommer un appareil : {value}", ""),
    "track": (
        "{subject} contient une piste cachée de données de capteurs : {value}",
        "De telles pistes contiennent des lieux, des mouvements et des numéros d'appareil.",
    ),
    "name": (
        "Son propre nom dit quelque chose : {value}",
        "Une copie nettoyée en reçoit un autre.",
    ),
    "name-maker": ("Son nom est de ceux que les fichiers reçoivent de {value}", ""),
    "name-date": ("Son nom contient une date : {value}", ""),
    "file-time": (
        "Le fichier lui-même est daté : {value}",
        "Une copie nettoyée est datée de 1980, comme celle de tout le monde.",
    ),
    "sidecar": (
        "Il y a à côté un petit fichier qui lui appartient : {value}",
        (
            "De tels fichiers disent ce qu'on a fait à l'image, ou d'où elle vient. Ne les "
            "partagez pas."
        ),
    ),
    "partner": (
        "Il y a à côté une seconde moitié : {value}",
        "Elle montre le même moment. Regardez-la avant de partager l'une ou l'autre.",
    ),
    "language": ("{subject} nomme une langue : {value}", "Cela aide à cerner le pays."),
    "settings": ("{subject} dit comment l'appareil photo était réglé : {value}", ""),
}

UNKNOWN = {
    Harm.LOCATION: ("{subject} contient quelque chose sur un lieu : {value}", ""),
    Harm.IDENTITY: ("{subject} contient quelque chose qui peut dire qui l'a fait : {value}", ""),
    Harm.PERSON: ("{subject} contient quelque chose sur des personnes : {value}", ""),
    Harm.DEVICE: ("{subject} contient quelque chose sur l'appareil : {value}", ""),
    Harm.TIME: ("{subject} contient une heure : {value}", ""),
    Harm.HISTORY: ("{subject} contient quelque chose sur son passé : {value}", ""),
    Harm.TECHNICAL: ("{subject} contient des données inutiles pour le voir : {value}", ""),
}

HEADINGS = {
    Harm.LOCATION: "Où",
    Harm.IDENTITY: "Ce qui le relie à quelqu'un",
    Harm.PERSON: "Qui",
    Harm.DEVICE: "Quel appareil",
    Harm.TIME: "Quand",
    Harm.HISTORY: "Ce qui lui est arrivé avant",
    Harm.TECHNICAL: "Autres choses à l'intérieur",
}

SUBJECTS = {
    "photo": "Cette photo",
    "video": "Cette vidéo",
    "sound": "Cet enregistrement",
    "file": "Ce fichier",
}

EMBEDDED = {
    "thumbnail": "petite image",
    "preview": "image",
    "picture": "une autre image",
    "page": "une autre page",
    "auxiliary": "seconde couche de l'image",
    "gain-map": "seconde couche de l'image",
    "depth-map": "profondeur de l'image",
    "matte": "contour de ce qui est dans l'image",
    "motion-clip": "petit film",
    "clip": "petit film",
    "embedded": "fichier caché",
    "unreferenced": "données auxquelles rien dans le fichier ne renvoie",
    "unknown": "données d'un type inconnu",
    "mp4": "film",
    "mov": "film",
    "track": "piste cachée",
    "trailer": "données après la fin",
    "maker-trailer": "données propres au fabricant après la fin",
    "data-after-end": "données après la fin",
    "same": "Elle montre ce que montre la photo, et reste telle quelle quand la photo est masquée.",
    "other-shape": "Elle a une autre forme que la photo : elle peut montrer ce qui a été coupé.",
    "other-content": (
        "Elle montre autre chose que la photo : elle peut dater d'avant un changement."
    ),
}

LEAVES = {
    "jpeg-tables": (
        "La façon dont l'image est compressée peut désigner une marque d'appareil photo."
    ),
    "sensor-noise": (
        "Le bruit du capteur de l'appareil est dans l'image, comme une empreinte digitale."
    ),
    "visible-content": "Ce qui se voit : visages, enseignes, rues, dates écrites dans l'image.",
    "audible-content": "Ce qui s'entend : des voix et les sons du lieu.",
    "codec-settings": "La façon dont c'est compressé peut désigner une marque d'appareil.",
    "frame-timing": "Le rythme exact des images peut désigner une marque d'appareil.",
    "resolution": "Sa taille en pixels peut désigner une marque d'appareil.",
    "colour-profile": (
        "Son profil de couleur, sans aucun nom, est de ceux que peu de marques utilisent."
    ),
    "duration": "Combien de temps cela dure.",
    "under-transparency": "Ce qui est sous ses parties transparentes y est encore.",
    "transparent-pixels": "Ce qui est sous ses parties transparentes y est encore.",
    "raw-developed": "L'image brute a été développée ici, pas comme l'appareil photo la montre.",
    "kept-time": "Quand cela a été fait, avec la précision que vous avez choisie.",
    "kept-place": "Où cela a été fait, avec la précision que vous avez choisie.",
    "hidden-frames": "Des images qu'un lecteur ne montre pas y sont encore.",
    "first-picture-alone": (
        "Seulement sa première image ou page : les autres ne sont pas dans cette copie."
    ),
    "last-picture-alone": (
        "Seulement l'image à laquelle il finit : les autres ne sont pas dans cette copie."
    ),
    "several-pages": "Plusieurs pages : regardez-les toutes.",
}
