"""Spanish: what happened, as the custody log and the checks of bundles and vaults name it."""

EVENTS = {
    "vault created": "Se hizo la bóveda",
    "sealed": "Sellado en la bóveda",
    "derived": "Se hizo y se verificó una copia limpia",
    "redacted": "Se hizo y se verificó una copia tapada",
    "noted": "Se rellenó la ficha",
    "bundled": "Puesto en un paquete",
    "captions written": "Lo que se dice de él se escribió en un archivo",
    "custody exported": "Su registro de custodia se escribió en un archivo, para mostrarlo a otros",
    "viewed": "Visto",
    "stamp requested": "Se escribió una petición de sello de tiempo para un paquete",
    "stamped": "Una autoridad dio un sello de tiempo para un paquete",
    "revealed": (
        "Se mostró que su original corresponde a un paquete, en una apertura que se escribió"
    ),
    "queued": "Puesto en la cola, para enviarlo",
    "handed over": "Escrito en una carpeta, para entregarlo a mano",
    "delivered": "Entregado, según confirmó el destino",
    "sent unconfirmed": "Enviado hasta el último byte; el destino no puede confirmarlo",
    "sending cancelled": "Sacado de la cola antes de ser entregado",
    "saved for posting": "Se guardó una copia, para publicarla",
    "marked for publication": "Esta copia se marcó: todos pueden verla",
    "mark for publication taken back": "Se retiró la marca de que todos pueden ver esta copia",
    "outlet added": "Se añadió un destino",
    "outlet changed": "Se cambió la tarjeta de un destino",
    "outlet removed": "Se quitó un destino",
    "network chosen": "Se eligió cómo se llega a Tor",
    "checked": "Se revisó la bóveda",
    "backed up": "Se puso al día un respaldo de la bóveda",
    "restored": "La bóveda se rehízo desde un respaldo",
    "merged": "Vino de otra bóveda",
    "vault merged": "Otra bóveda se unió a esta",
    "head exported": "El estado de este registro se escribió en un archivo, para darlo a otros",
    "deleted": "Borrado de la bóveda",
    "erasing at source": "A punto de borrarse donde estaba, donde es igual hasta el último byte",
    "erased at source": "Borrado donde estaba, que ya no lo lista",
    "left at source": "Dejado donde estaba",
    "grouped": "Sus partes se juntaron en un elemento",
    "clip taken out": "La película corta de su archivo se selló aparte, como parte del elemento",
    "taken apart": "Sus partes se separaron",
    "index rebuilt": "La lista de elementos se rehízo a partir de los propios elementos",
    "key added": "Se añadió otra clave de la bóveda",
    "key removed": "Se quitó una clave de la bóveda",
    "repaired": "Se repararon daños en la bóveda",
    "other set made anew": "El segundo conjunto de elementos se hizo de nuevo",
    "guard set": "Se cambió lo que ocurre tras frases de contraseña equivocadas",
    "passphrase changed": "Se cambió la frase de contraseña",
}

CHECKS = {
    "container": "El archivo está entero, sin nada escondido",
    "manifest": "Su lista de contenidos se puede leer",
    "signature": "No se ha cambiado desde que se firmó",
    "signer": "Lo firmó quien usted esperaba",
    "complete": "Está todo lo que debe estar, y nada más",
    "media": "Cada foto y vídeo es exactamente el que se firmó",
    "notes": "Cada nota es exactamente la que se firmó",
    "pages": "Las hojas de contacto y VERIFY.txt tienen la forma que escribe Firsthand",
    "lists": "Sus listas y sumas de comprobación son correctas",
    "root": "Cada elemento pertenece a este paquete",
    "stamp": "El sello de tiempo que contiene trata de este paquete",
    "pad": "El relleno está vacío",
}

FINDINGS = {
    "index-lost": "La lista de elementos se perdió y se rehízo a partir de los propios elementos",
    "index-damaged": (
        "La lista de elementos estaba dañada y se rehízo a partir de los propios elementos"
    ),
    "index-altered": (
        "La lista de elementos se había cambiado y se rehízo a partir de los elementos"
    ),
    "index-older": (
        "Se repuso una lista de elementos anterior; se rehízo a partir de los elementos"
    ),
    "journal-lost": "El diario de la bóveda se perdió y se escribió de nuevo",
    "journal-damaged": "El diario de la bóveda está dañado",
    "head-renewed": "Un archivo pequeño de la bóveda estaba dañado y se escribió de nuevo",
    "keys-mended": "Una de las dos copias de las cerraduras estaba dañada y se escribió de nuevo",
    "keys-renewed": "Una de las dos copias de las cerraduras era anterior y se escribió de nuevo",
    "items-missing": "Faltan elementos que la lista conoce",
    "keys-damaged": "Una copia de las cerraduras está dañada",
    "custody-broken": "El registro de custodia no se sostiene",
    "item-missing": "Falta un elemento",
    "header-damaged": "Un elemento está dañado y no se puede leer",
    "footer-damaged": "Lo que un elemento dice de sí mismo está dañado",
    "chunk-damaged": "Una parte de un elemento está dañada",
    "content-differs": "Un elemento no es lo que se selló",
    "not-merged": "Un elemento no se pudo traer: está dañado en la otra bóveda",
    "parts-not-merged": "Las partes de un elemento no se pudieron juntar como estaban allí",
    "backup-missing": "El respaldo había perdido algo",
    "backup-altered": "Algo en el respaldo no era lo que se envió allí",
    "backup-older": "El sitio del respaldo devolvió un estado anterior al último",
    "backup-unfinished": "La última ronda del respaldo no terminó; lo que envió está aquí",
    "differs-from-backup": (
        "Un elemento no es lo que se envió al respaldo; el del respaldo no ha cambiado"
    ),
    "unknown-damaged": "Un elemento que ninguna lista conoce está dañado",
    "unfinished-purged": "Se quitó lo que una interrupción dejó a medias",
    "taken-back": "Se recuperaron elementos que una interrupción dejó fuera de la lista",
    "erasing-finished": "Lo que debía borrarse antes de una interrupción ya está borrado",
    "core-dumps": "Este sistema puede escribir la memoria en el disco cuando un programa se cae",
    "memory-readable": "Este sistema deja que sus otros programas lean la memoria de este",
    "swap-plain": (
        "El espacio de intercambio de este ordenador no está cifrado, hasta donde Firsthand "
        "puede ver: las claves en memoria pueden acabar escritas en él"
    ),
    "swap-unknown": (
        "Desde aquí no se puede saber si el espacio de intercambio de este ordenador está cifrado"
    ),
    "keys-settled": (
        "Una clave que se estaba añadiendo cuando se interrumpió el trabajo no está: añádala de "
        "nuevo"
    ),
    "wrong-tries": (
        "Se probó una frase de contraseña equivocada desde que se abrió la bóveda por última vez"
    ),
    "guard-damaged": (
        "El archivo que cuenta las frases de contraseña equivocadas estaba dañado y ya no está: "
        "configúrelo de nuevo"
    ),
    "memory-not-locked": (
        "Este sistema puede escribir claves de la memoria en su espacio de intercambio"
    ),
}
