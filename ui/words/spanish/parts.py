"""Spanish: parts of an item, what holds the confined child, printed cards, what deleting leaves."""

ROLES = {
    "clip": "la parte en movimiento de una foto viva",
    "raw": "la imagen en bruto de la cámara",
    "burst": "otra foto de la misma ráfaga",
    "edited": "una versión editada en el teléfono",
    "preview": "una copia pequeña hecha por la cámara",
    "sidecar": "notas que el teléfono o la cámara guardó a su lado",
}

HELD = {
    "memory": "tomar más memoria que la permitida",
    "no-core-dump": "dejar en el disco una imagen de su memoria si se cae",
    "no-file-writing": "escribir un archivo",
    "few-open-files": "abrir muchos archivos",
    "no-files-of-yours": "leer un archivo de usted, salvo el que se le da",
    "no-network": "conectarse a nada",
    "no-other-programs": "iniciar otro programa, ni mirar dentro de uno",
    "apart": "ver siquiera otros programas, otras carpetas o los aparatos de la red",
}

CARDS = {
    "share": "Tarjeta {number} de {of}",
    "share-what": (
        "Estas palabras son una parte de una clave. {need} de estas tarjetas juntas son la clave "
        "entera; esta sola no abre nada, y no dice nada del resto."
    ),
    "share-how": (
        "Guárdela donde nadie mire, lejos de las otras tarjetas, y no la fotografíe nunca. "
        "Escriba las palabras en su orden; bastan las cuatro primeras letras de cada una. El "
        "cuadrado contiene las mismas palabras. Siguen la norma SLIP-0039."
    ),
    "recovery": "Código de recuperación",
    "recovery-what": "Quien tiene este código tiene todo lo que abre.",
    "recovery-how": (
        "Guárdelo donde nadie mire, lejos del ordenador, y no lo fotografíe nunca. Escríbalo "
        "donde se pide la frase de contraseña. El cuadrado contiene el mismo código."
    ),
}

SURVIVES = (
    (
        "Lo que se borró antes en el teléfono puede estar en «Eliminado recientemente». Vacíe "
        "eso también."
    ),
    (
        "Puede haber copias en una nube, en otros aparatos, en respaldos y en manos de quien las "
        "recibió."
    ),
    (
        "La galería del teléfono puede guardar imágenes pequeñas y listas de ellas hasta que las "
        "rehaga."
    ),
    (
        "La memoria flash puede conservar restos que encuentran herramientas especiales, hasta "
        "que se borre toda."
    ),
)
