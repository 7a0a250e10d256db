"""Spanish: what a file says, and why that matters; what is in it, and what a copy still shows."""

from capture.report import Harm

TOPICS = {
    "place": (
        "{subject} dice dónde se tomó: {value}",
        "Cualquiera puede encontrar este punto en un mapa.",
    ),
    "altitude": ("{subject} dice a qué altura está el lugar: {value}", ""),
    "direction": ("{subject} dice hacia dónde miraba la cámara: {value}", ""),
    "movement": ("{subject} dice a qué velocidad se movía la cámara: {value}", ""),
    "place-name": ("{subject} nombra el lugar: {value}", ""),
    "satellite-time": (
        "{subject} contiene la hora exacta del satélite: {value}",
        "Es exacta al segundo, y cierta aunque el reloj del teléfono esté mal.",
    ),
    "gps": (
        "{subject} contiene datos de posición por satélite: {value}",
        "Ayudan a acotar el lugar.",
    ),
    "owner": ("{subject} nombra al dueño del aparato: {value}", "Puede ser su nombre."),
    "author": ("{subject} nombra a quien lo hizo: {value}", "Puede ser su nombre."),
    "rights": ("{subject} nombra a quien tiene los derechos: {value}", "Puede ser su nombre."),
    "contact": ("{subject} dice cómo contactar con quien lo hizo: {value}", ""),
    "serial": (
        "{subject} contiene el número de serie de la cámara: {value}",
        "Une este archivo con todos los demás del mismo aparato, y con quien lo compró.",
    ),
    "lens-serial": (
        "{subject} contiene el número de serie del objetivo: {value}",
        "Une este archivo con todos los demás hechos con él.",
    ),
    "file-id": (
        "{subject} lleva un número propio: {value}",
        "Une entre sí las copias y los archivos relacionados.",
    ),
    "device": (
        "{subject} dice qué aparato lo hizo: {value}",
        "Junto con otras cosas, esto apunta a su dueño.",
    ),
    "lens": ("{subject} dice qué objetivo se usó: {value}", ""),
    "software": ("{subject} dice qué programa lo escribió: {value}", ""),
    "time": (
        "{subject} dice cuándo se hizo: {value}",
        "Cámaras, antenas de telefonía y testigos pueden decir quién estaba allí entonces.",
    ),
    "zone": ("{subject} dice en qué zona horaria: {value}", "Ayuda a acotar el país."),
    "maker-note": (
        "{subject} contiene las notas propias del fabricante: {value}",
        "A menudo contienen números de serie y nombres de dueños.",
    ),
    "text": ("{subject} contiene palabras que escribió alguien o un programa: {value}", ""),
    "person": (
        "{subject} dice quién aparece, o dónde hay personas: {value}",
        "Esto pone en riesgo a otras personas.",
    ),
    "history": ("{subject} dice qué se le hizo antes: {value}", ""),
    "claim": (
        "{subject} lleva una declaración firmada de dónde viene: {value}",
        "Su clave y su historia pueden apuntar al aparato.",
    ),
    "claim-signer": (
        "{subject} lleva una declaración de su procedencia, firmada por: {value}",
        "La clave que hay detrás puede llevar a un dispositivo o a la cuenta de alguien.",
    ),
    "claim-program": (
        "Su declaración firmada nombra el programa o dispositivo que la escribió: {value}",
        "Junto con otras cosas, esto apunta a su propietario.",
    ),
    "claim-actions": (
        "Su declaración firmada dice lo que se le hizo: {value}",
        "",
    ),
    "claim-source": (
        "Su declaración firmada dice cómo se hizo: {value}",
        "",
    ),
    "thumbnail": (
        "{subject} tiene dentro una imagen pequeña escondida",
        "Puede mostrar todavía lo que se recortó o se tapó.",
    ),
    "preview": (
        "{subject} tiene dentro otra imagen escondida",
        "Puede mostrar todavía lo que se recortó o se tapó.",
    ),
    "depth": (
        "{subject} tiene dentro una segunda capa de la imagen",
        "Puede mostrar todavía lo que se recortó o se tapó.",
    ),
    "clip": (
        "{subject} tiene dentro una película corta escondida",
        "Muestra, y puede dejar oír, lo que pasaba alrededor de la imagen.",
    ),
    "after-end": (
        "{subject} sigue después de su final: {value}",
        "Nadie lo ve, y puede contener cualquier cosa.",
    ),
    "colour": ("{subject} lleva un perfil de color que puede nombrar un aparato: {value}", ""),
    "track": (
        "{subject} tiene una pista escondida con datos de sensores: {value}",
        "Estas pistas contienen lugares, movimientos y números de aparatos.",
    ),
    "name": ("Su propio nombre dice algo: {value}", "Una copia limpia recibe otro."),
    "name-maker": ("Su nombre es de los que dan a los archivos: {value}", ""),
    "name-date": ("Su nombre contiene una fecha: {value}", ""),
    "file-time": (
        "El propio archivo tiene fecha: {value}",
        "Una copia limpia lleva fecha de 1980, como la de todos.",
    ),
    "sidecar": (
        "Hay a su lado un archivo pequeño que le pertenece: {value}",
        "Estos archivos dicen qué se le hizo a la imagen, o de dónde es. No los comparta.",
    ),
    "partner": (
        "Hay a su lado una segunda mitad: {value}",
        "Muestra el mismo momento. Mírela antes de compartir cualquiera de las dos.",
    ),
    "language": ("{subject} nombra un idioma: {value}", "Ayuda a acotar el país."),
    "settings": ("{subject} dice cómo estaba ajustada la cámara: {value}", ""),
}

UNKNOWN = {
    Harm.LOCATION: ("{subject} contiene algo sobre un lugar: {value}", ""),
    Harm.IDENTITY: ("{subject} contiene algo que puede decir quién lo hizo: {value}", ""),
    Harm.PERSON: ("{subject} contiene algo sobre personas: {value}", ""),
    Harm.DEVICE: ("{subject} contiene algo sobre el aparato: {value}", ""),
    Harm.TIME: ("{subject} contiene una hora: {value}", ""),
    Harm.HISTORY: ("{subject} contiene algo sobre su pasado: {value}", ""),
    Harm.TECHNICAL: ("{subject} contiene datos que no hacen falta para verlo: {value}", ""),
}

HEADINGS = {
    Harm.LOCATION: "Dónde",
    Harm.IDENTITY: "Lo que lo une a alguien",
    Harm.PERSON: "Quién",
    Harm.DEVICE: "Qué aparato",
    Harm.TIME: "Cuándo",
    Harm.HISTORY: "Qué le pasó antes",
    Harm.TECHNICAL: "Otras cosas dentro",
}

SUBJECTS = {
    "photo": "Esta foto",
    "video": "Este vídeo",
    "sound": "Esta grabación",
    "file": "Este archivo",
}

EMBEDDED = {
    "thumbnail": "imagen pequeña",
    "preview": "imagen",
    "picture": "otra imagen",
    "page": "otra página",
    "auxiliary": "segunda capa de la imagen",
    "gain-map": "segunda capa de la imagen",
    "depth-map": "profundidad de la imagen",
    "matte": "contorno de lo que hay en la imagen",
    "motion-clip": "película corta",
    "clip": "película corta",
    "embedded": "archivo escondido",
    "unreferenced": "datos a los que nada en el archivo se refiere",
    "unknown": "datos de un tipo desconocido",
    "mp4": "película",
    "mov": "película",
    "track": "pista escondida",
    "trailer": "datos después del final",
    "maker-trailer": "datos propios del fabricante después del final",
    "data-after-end": "datos después del final",
    "same": "Muestra lo que muestra la foto, y queda como está cuando la foto se tapa.",
    "other-shape": "Tiene otra forma que la foto: puede mostrar lo que se recortó.",
    "other-content": "Muestra otra cosa que la foto: puede ser de antes de un cambio.",
}

LEAVES = {
    "jpeg-tables": (
        "La manera en que está comprimida la imagen puede apuntar a una marca de cámara."
    ),
    "sensor-noise": "El ruido del sensor de la cámara está en la imagen, como una huella dactilar.",
    "visible-content": (
        "Lo que se puede ver: caras, letreros, calles, fechas escritas en la imagen."
    ),
    "audible-content": "Lo que se puede oír: voces y sonidos del lugar.",
    "codec-settings": "La manera en que está comprimido puede apuntar a una marca de aparato.",
    "frame-timing": "El ritmo exacto de los fotogramas puede apuntar a una marca de aparato.",
    "resolution": "Su tamaño en píxeles puede apuntar a una marca de aparato.",
    "colour-profile": "Su perfil de color, sin ningún nombre, es uno que usan pocas marcas.",
    "duration": "Cuánto dura.",
    "under-transparency": "Lo que hay bajo sus partes transparentes sigue dentro.",
    "transparent-pixels": "Lo que hay bajo sus partes transparentes sigue dentro.",
    "raw-developed": (
        "La imagen en bruto de la cámara se reveló aquí, no como la muestra la cámara."
    ),
    "kept-time": "Cuándo se hizo, con la exactitud que usted eligió.",
    "kept-place": "Dónde se hizo, con la exactitud que usted eligió.",
    "hidden-frames": "Siguen dentro fotogramas que un reproductor no muestra.",
    "first-picture-alone": "Solo su primera imagen o página: las demás no están en esta copia.",
    "last-picture-alone": "Solo la imagen en la que termina: las demás no están en esta copia.",
    "several-pages": "Varias páginas: mire cada una de ellas.",
}
