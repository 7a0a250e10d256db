"""Spanish: what the system would not do, and what to do about it."""

SYSTEM_ERRORS = {
    "already-exists": (
        "Ya hay algo con este nombre, y nunca se sobrescribe nada.",
        "Elija otro nombre.",
    ),
    "already-exists:other-backup": (
        "Allí está el respaldo de otra bóveda.",
        "Elija otra carpeta, o una vacía. No se ha enviado nada.",
    ),
    "already-exists:not-a-backup": (
        "Allí hay otros archivos, y un respaldo necesita un sitio propio.",
        "Elija una carpeta vacía, o una nueva. No se ha enviado nada.",
    ),
    "already-exists:in-the-vault": (
        "El respaldo quedaría dentro de la propia bóveda.",
        "Elija otro disco. No se ha enviado nada.",
    ),
    "out-of-reach": (
        "No se pudo escribir la copia, porque su formato vuelve demasiado atrás mientras se hace.",
        "Su original no ha cambiado. No se conservó nada a medias.",
    ),
    "disk-full": (
        "No queda sitio en el disco.",
        "Libere espacio e inténtelo de nuevo. No se conservó nada a medias.",
    ),
    "file-too-big": (
        "El archivo es más grande de lo que permite este disco o sistema.",
        "Elija otro disco. No se conservó nada a medias.",
    ),
    "no-permission": (
        "El sistema no deja que Firsthand lea o escriba allí.",
        "Elija una carpeta suya.",
    ),
    "disk-failed": ("El disco falló mientras se usaba.", "Vuelva a conectarlo, o use otro."),
    "read-only": ("En este disco no se puede escribir.", "Elija otra carpeta."),
    "not-there": ("No hay nada con este nombre.", "Compruebe el nombre."),
    "is-a-folder": ("Esto es una carpeta, no un archivo.", "Indique un archivo."),
    "name-too-long": ("Este nombre es demasiado largo para el disco.", "Elija uno más corto."),
    "device-error": ("El disco o el aparato falló mientras se usaba.", "Vuelva a conectarlo."),
    "out-of-memory": ("Al ordenador no le queda memoria para esto.", "Cierre otros programas."),
    "system": ("El sistema no quiso hacer esto.", "Inténtelo de nuevo, o elija otra carpeta."),
    "cancelled": ("Cancelado.", "Lo que estaba terminado queda; no se conservó nada a medias."),
    "bug": (
        "Algo salió mal que Firsthand no había previsto. Es un error de Firsthand.",
        "Por favor, comuníquelo con la línea de abajo; no contiene nada de sus archivos.",
    ),
}
