"""Spanish: what is wrong with a file, a device or a copy, and what to do about it.

Keys are an error's code, ``code:reason``, or ``code:fact`` for an error that has that fact.
"""

_UNCHANGED = "Su original no ha cambiado."

FILE_ERRORS = {
    "capture": ("No se pudo tratar este archivo.", _UNCHANGED),
    "unknown-kind": (
        "Esto no es una foto ni un vídeo que Firsthand conozca, diga lo que diga su nombre.",
        "No lo comparta tal como está. Si lo es, guárdelo como JPEG o MP4 y pruebe con eso.",
    ),
    "empty-file": (
        "El archivo está vacío: no hay en él ni un byte.",
        "Cópielo de nuevo desde el teléfono o la tarjeta.",
    ),
    "unreadable": ("El sistema no dejó que Firsthand leyera esto.", "Cópielo antes a su disco."),
    "unreadable:permission": (
        "Usted no puede leer esto: el sistema se negó.",
        "Cambie sus permisos, o cópielo a una carpeta suya.",
    ),
    "unreadable:missing": (
        "Allí no hay nada.",
        "Compruebe el nombre, o conecte de nuevo el teléfono o la tarjeta.",
    ),
    "unreadable:device": (
        "El aparato no respondió mientras se leía esto.",
        "Conéctelo de nuevo y copie antes el archivo a su disco.",
    ),
    "unreadable:stalled": (
        "El aparato no dio nada más durante un minuto, así que se abandonó.",
        "Desbloquéelo, o conéctelo de nuevo, e importe otra vez: lo sellado no se sella dos veces.",
    ),
    "unreadable:other-size": (
        "Dio más o menos bytes de los que había dicho: se cortó, o todavía se está escribiendo.",
        "Espere a que termine, o conecte de nuevo el teléfono, e importe otra vez.",
    ),
    "unreadable:cut-off": (
        "La conexión se cortó, o fue demasiado lenta, antes de que llegara el archivo entero.",
        "Aquí no queda nada de él. El teléfono todavía lo tiene: envíelo otra vez.",
    ),
    "unreadable:other-content": (
        "Lo que llegó no es lo que el teléfono había anunciado: su suma de comprobación es otra.",
        "Aquí no queda nada de él. El teléfono todavía lo tiene: envíelo otra vez.",
    ),
    "unreadable:too-many": (
        "Aquí hay más archivos de los que se pueden tomar de una vez.",
        "Indique una carpeta de ellos, o copie antes una parte a su disco.",
    ),
    "unreadable:no-library": (
        "En este sistema, Firsthand no puede hablar con cámaras y teléfonos por cable.",
        "Copie los archivos a una tarjeta o carpeta con el programa del sistema, e impórtela.",
    ),
    "unreadable:no-usbmuxd": (
        "Este sistema no tiene nada que hable con iPhones por cable.",
        (
            "Instale usbmuxd (en Windows: Dispositivos Apple), o copie los archivos a una "
            "tarjeta o carpeta."
        ),
    ),
    "unreadable:iphone-locked": (
        "El iPhone está bloqueado, y no entrega nada hasta que se desbloquee.",
        "Desbloquéelo con su código, deje la pantalla encendida e inténtelo de nuevo.",
    ),
    "unreadable:iphone-not-trusted": (
        "El iPhone todavía no confía en este ordenador.",
        (
            "Desbloquéelo, toque «Confiar» en él y escriba su código. Si no pregunta, conéctelo "
            "de nuevo."
        ),
    ),
    "unreadable:iphone-forbidden": (
        "Quien administra este iPhone prohíbe leerlo por cable.",
        "Copie los archivos a una tarjeta o carpeta de otra manera, e impórtela.",
    ),
    "unreadable:iphone-refused": (
        "El iPhone no quiso entregar esto.",
        "Desbloquéelo, conéctelo de nuevo e importe otra vez: lo sellado no se sella dos veces.",
    ),
    "unreadable:changed": (
        "Este ya no es el archivo que se leyó: ha cambiado desde entonces.",
        "Se dejó donde está. Importe otra vez, para sellarlo como es ahora.",
    ),
    "unreadable:not-erasable": (
        "No se puede borrar donde está, porque está dentro de un archivo comprimido.",
        "Borre usted mismo el archivo comprimido, cuando esté sellado todo lo que necesita de él.",
    ),
    "unreadable:still-there": (
        "El aparato dijo que había borrado esto, y todavía lo lista.",
        "Bórrelo en el propio aparato.",
    ),
    "unreadable:no-device": (
        "No hay conectado ningún aparato con ese nombre, o hay más de uno.",
        "Conéctelo, desbloquéelo y mire qué dice la lista de aparatos.",
    ),
    "unreadable:archive": (
        (
            "Esta parte del archivo comprimido está dañada, o comprimida de una manera que aquí "
            "no se lee."
        ),
        "Descomprímalo con el programa que lo hizo, e importe la carpeta.",
    ),
    "unreadable:archive-locked": (
        "Esta parte del archivo comprimido está cerrada con una contraseña.",
        "Descomprímalo, e importe la carpeta.",
    ),
    "unreadable:link": (
        "Esto es un enlace a otro sitio, y los enlaces dentro de una carpeta no se siguen.",
        "Indique el archivo mismo, si lo quiere.",
    ),
    "unreadable:not-a-file": (
        "Esto no es un archivo normal.",
        "Indique una foto, un vídeo o una carpeta.",
    ),
    "unreadable:too-deep": (
        "Esta carpeta está demasiado hondo dentro de otras carpetas.",
        "Indíquela directamente.",
    ),
    "damaged": (
        "El archivo está dañado o incompleto.",
        "Cópielo de nuevo desde donde vino. Una bóveda puede guardarlo como está.",
    ),
    "too-large": (
        "El archivo dice tener un tamaño que Firsthand no abre, porque podría ser una trampa.",
        "Si es real, haga de él una copia más pequeña con el programa que lo hizo.",
    ),
    "too-large:post-length": (
        "Este vídeo dura más de lo que cabe allí: {seconds} segundos.",
        "Córtelo a lo que más importa, o elija otro sitio para él.",
    ),
    "too-large:post-size": (
        "No se puede hacer de él nada bastante pequeño para allí: puede tener {bytes} bytes.",
        "Elija otro sitio para él.",
    ),
    "unsupported": (
        "No se hizo ninguna copia: el archivo usa algo que Firsthand no puede trasladar.",
        "Guarde el original en una bóveda, y no lo comparta tal como está.",
    ),
    "unsupported:raw": (
        "Esta es una imagen en bruto de una cámara: no se puede trasladar bit a bit, solo revelar.",
        "Límpiela sin pedir una copia fiel: se convierte en un JPEG.",
    ),
    "unsupported:raw-camera": (
        "Firsthand no puede revelar las imágenes en bruto de esta cámara.",
        "Haga de ella un DNG o un JPEG con el programa de la cámara, y tome eso.",
    ),
    "unsupported:kept": (
        "Un archivo de este tipo no tiene sitio para la hora o el lugar que se quieren conservar.",
        (
            "Límpielo sin --keep; el manifiesto del paquete puede guardar ambos para cualquier "
            "archivo."
        ),
    ),
    "unsupported:post-photo": (
        "Allí solo se pueden publicar vídeos.",
        "Elija otro sitio para esta foto.",
    ),
    "unsupported:post-sound": (
        "Esto es solo sonido, y allí no se puede publicar.",
        "Elija fotos y vídeos.",
    ),
    "unverified": (
        "La copia limpia no se pudo verificar, así que se quitó.",
        f"{_UNCHANGED} No lo comparta tal como está.",
    ),
    "unverified:codes": (
        (
            "La copia habría tenido algo detrás de la imagen o del sonido codificados, está "
            "cortada o no se puede seguir hasta su final."
        ),
        f"{_UNCHANGED} Límpielo sin pedir una copia fiel: entonces se vuelve a codificar.",
    ),
    "unverified:face": (
        "En la copia tapada del elemento {item} se encuentra una cara que nadie ha mirado.",
        "No se escribió nada. Mire la copia tapada, y tape también esa cara.",
    ),
    "unverified:film": (
        "En la copia tapada del vídeo {item} se encuentra algo en {at}, quizá una cara.",
        (
            "Nadie lo ha mirado. No se escribió nada. Mire ese momento del vídeo, y haga de nuevo "
            "su copia tapada."
        ),
    ),
    "not-cleaned": (
        "El elemento {item} no tiene una copia limpia verificada, así que nada de él puede salir.",
        "Déjelo fuera del paquete.",
    ),
    "not-cleaned:part": (
        "Pertenece a un archivo que no se pudo limpiar, así que no se escribió nada de los dos.",
        "Vea lo que se dice del otro. Lo que deba salir sin él hay que nombrarlo por separado.",
    ),
    "not-cleaned:not-covered": (
        "Todavía no hay ninguna copia tapada del elemento {item}.",
        "Tape primero lo que haya que tapar, y mire después la copia.",
    ),
    "part-not-covered": (
        "El elemento {item} pertenece a una imagen que está tapada, y mostraría lo que hay debajo.",
        "Tápelo también, o deje las partes fuera del paquete.",
    ),
    "not-looked": (
        (
            "Nadie ha mirado la copia tapada del elemento {item} desde que una segunda revisión "
            "encontró algo."
        ),
        "Mire la copia. Tape lo que haya que tapar, o diga que la ha mirado.",
    ),
    "no-consent": (
        "La ficha del elemento {item} dice que la persona {person} no dio su consentimiento.",
        "Deje fuera el elemento, o pregunte a la persona y cambie la ficha.",
    ),
    "weights-missing": (
        "La parte que encuentra caras y matrículas no está instalada.",
        "Instálela con la configuración, o tape a mano lo que haya que tapar.",
    ),
    "cannot-receive": (
        "Ningún teléfono puede enviar ahora a este ordenador.",
        "Conéctelo a una red en la que esté el teléfono, o abra un punto de acceso en el teléfono.",
    ),
    "cannot-receive:not-ours": (
        "Este ordenador no tiene esa dirección.",
        "Elija una de las suyas, en la red en la que está el teléfono.",
    ),
    "cannot-receive:in-use": (
        "Otro programa de este ordenador ya usa el puerto {port}.",
        "Si LocalSend está abierto aquí, ciérrelo; o elija otro puerto y escríbalo en el teléfono.",
    ),
    "bad-plan": ("Este plan para tapar no encaja con esta imagen.", "Haga uno nuevo."),
    "decoder-crashed": (
        "La parte que abre archivos se cayó con este; todo lo demás siguió.",
        f"El archivo puede estar dañado o ser hostil. {_UNCHANGED}",
    ),
    "decoder-forbidden": (
        "Al abrir este archivo se intentó conectar o iniciar un programa. Eso se impidió.",
        f"Probablemente el archivo está hecho para atacar a quien lo abre. {_UNCHANGED}",
    ),
    "decoder-timeout": (
        "Este archivo tardaba demasiado en abrirse, y se abandonó.",
        f"El archivo puede estar dañado o ser hostil. {_UNCHANGED}",
    ),
    "decoder-memory": (
        "Este archivo pedía demasiada memoria, y se abandonó.",
        f"El archivo puede estar dañado o ser hostil. {_UNCHANGED}",
    ),
}
