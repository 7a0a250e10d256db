"""Spanish: what goes wrong on the way to an outlet, and what to do about it.

Keys are as in ``errors_files``; they stand apart because there are many.
"""

_QUEUED = "Con ello no se pierde nada."
_LATER = f"Inténtelo más tarde. {_QUEUED}"
_BETWEEN = "Puede haber alguien en medio."
_NEW_CARD = f"{_BETWEEN} Pida una tarjeta nueva si su clave cambió. {_QUEUED}"
_OTHER_WAY = "Pida otra vez su tarjeta al destino, por otra vía."
_WHOLE = "Cópiela otra vez, entera, de lo que le dio el destino."

OUTLET_ERRORS = {
    "outlet": ("No se pudo usar el destino.", _QUEUED),
    "no-route": (
        "No hay ningún camino al destino que usted haya permitido, así que no se envió nada.",
        f"Inicie Tor, o elija un proxy. {_QUEUED}",
    ),
    "no-route:no-tor": (
        "Tor no está en marcha en este ordenador, así que no se envió nada.",
        f"Inicie Tor Browser, o instale el paquete tor, e inténtelo de nuevo. {_QUEUED}",
    ),
    "no-route:proxy-gone": (
        "El proxy no responde, así que no se envió nada más.",
        f"Inícielo de nuevo. {_QUEUED}",
    ),
    "no-route:proxy-refused": (
        "El proxy no dejó pasar a Firsthand.",
        f"Compruebe su nombre y contraseña. {_QUEUED}",
    ),
    "no-route:proxy-answer": (
        "Lo que responde allí no es el proxy que usted indicó.",
        f"Compruebe el tipo y el puerto del proxy. {_QUEUED}",
    ),
    "no-route:no-tor-program": (
        (
            "Sus puentes necesitan un Tor que inicie Firsthand, y no hay ninguno instalado. No "
            "se envió nada."
        ),
        f"Instale el paquete tor. Sin puentes, bastaría un Tor ya en marcha. {_QUEUED}",
    ),
    "no-route:no-bridge-program": (
        "El programa que necesita este tipo de puente no está instalado, así que no se envió nada.",
        f"Instale el paquete {{package}}, o use otro tipo de puente. {_QUEUED}",
    ),
    "no-route:tor-ended": (
        "El Tor que inició Firsthand ha terminado, así que no se envió nada más.",
        f"Inténtelo de nuevo. {_QUEUED}",
    ),
    "no-route:tor-stuck": (
        "Tor se inició y no puede entrar en su red, así que no se envió nada.",
        "Compruebe que este ordenador tiene conexión. Donde Tor está bloqueado, elija puentes. "
        + _QUEUED,
    ),
    "no-route:bridges-silent": (
        "Ninguno de sus puentes deja entrar a Tor en su red, así que no se envió nada.",
        f"Consiga puentes nuevos en bridges.torproject.org, o de otro tipo. {_QUEUED}",
    ),
    "no-route:tor-clock": (
        (
            "Tor no puede entrar en su red, porque el reloj de este ordenador está mal. No se "
            "envió nada."
        ),
        f"Ponga bien el reloj, la fecha y la zona horaria. {_QUEUED}",
    ),
    "unreachable": ("El destino no responde.", _LATER),
    "unreachable:refused": (
        "El ordenador del destino está, pero nada responde en ese puerto.",
        f"Compruebe la dirección, o inténtelo más tarde. {_QUEUED}",
    ),
    "unreachable:timed-out": ("El destino tardó demasiado en responder.", _LATER),
    "unreachable:too-slow": (
        "El destino, o el camino a él, es tan lento que nunca terminaría. Se abandonó.",
        f"Inténtelo más tarde, o pregunte al destino si su servidor está bien. {_QUEUED}",
    ),
    "unreachable:no-host": (
        "No existe ese servidor, o desde allí no se llega a él.",
        f"Compruebe la dirección. {_QUEUED}",
    ),
    "unreachable:broken-off": (
        "La conexión se cortó.",
        f"Lo que el destino ya tiene se conserva donde se pueda seguir. {_QUEUED}",
    ),
    "unreachable:onion-not-published": (
        "Esta dirección onion no está en línea en este momento.",
        f"Pregunte al destino si su servicio está en marcha, e inténtelo más tarde. {_QUEUED}",
    ),
    "unreachable:onion-key-needed": (
        "Esta dirección onion pide una clave, y Tor no tiene ninguna para ella.",
        f"Añada a Tor la clave que le dio el destino. {_QUEUED}",
    ),
    "unreachable:onion-wrong-key": (
        "La clave que Tor tiene para esta dirección onion no es la correcta.",
        f"Pida al destino la clave correcta. {_QUEUED}",
    ),
    "unreachable:onion-address": (
        "Esta dirección onion está mal escrita: su propia comprobación no encaja.",
        f"Compárela con la del destino, letra por letra. {_QUEUED}",
    ),
    "unreachable:onion-unreadable": (
        "Lo que esta dirección onion publica de sí misma no se puede leer.",
        f"Pida al destino que revise su servicio, e inténtelo más tarde. {_QUEUED}",
    ),
    "unreachable:onion-too-slow": (
        "Esta dirección onion tardó demasiado en responder.",
        f"Casi siempre se pasa. {_LATER}",
    ),
    "unreachable:onion-failed": (
        "Tor no pudo llegar a esta dirección onion.",
        f"Casi siempre se pasa. {_LATER}",
    ),
    "not-trusted": (
        "Lo que respondió no pudo mostrar que es este destino. No se le envió nada.",
        f"{_BETWEEN} {_QUEUED}",
    ),
    "not-trusted:pin": (
        "Lo que respondió tiene otra clave que la de la tarjeta del destino. No se le envió nada.",
        _NEW_CARD,
    ),
    "not-trusted:certificate": (
        "Ninguna autoridad responde por el certificado de lo que contestó. No se le envió nada.",
        f"{_BETWEEN} Pida al destino su clave y póngala en la tarjeta. {_QUEUED}",
    ),
    "not-trusted:certificate-expired": (
        "El certificado del destino ha caducado. No se le envió nada.",
        "Compruebe el reloj de este ordenador; si está bien, pida al destino que lo renueve. "
        + _QUEUED,
    ),
    "not-trusted:no-tls": (
        "Lo que respondió no habla TLS. No se le envió nada.",
        f"Compruebe la dirección y su puerto. {_QUEUED}",
    ),
    "not-trusted:host-key": (
        "Lo que respondió tiene otra clave de servidor que la de la tarjeta. No se le envió nada.",
        _NEW_CARD,
    ),
    "outlet-refused": ("El destino lo rechazó.", f"Pregunte al destino qué ocurre. {_QUEUED}"),
    "outlet-refused:wrong-login": (
        "El destino no acepta el nombre y la contraseña de su tarjeta.",
        f"Pida al destino una tarjeta nueva. {_QUEUED}",
    ),
    "outlet-refused:no-such-place": (
        "El destino no tiene el sitio que dice su tarjeta.",
        f"Compruebe la dirección de la tarjeta. {_QUEUED}",
    ),
    "outlet-refused:too-large": (
        "Esto es más grande de lo que toma el destino.",
        f"Haga un paquete más pequeño, o envíelo por partes. {_QUEUED}",
    ),
    "outlet-refused:no-room": (
        "El disco del destino está lleno.",
        f"Avise al destino, e inténtelo más tarde. {_QUEUED}",
    ),
    "outlet-refused:moved": (
        "El destino señala otra dirección. Firsthand no sigue esas indicaciones.",
        f"Pida al destino una tarjeta nueva. {_QUEUED}",
    ),
    "outlet-refused:wrong-clock": (
        "El destino lo rechazó porque su reloj y el de este ordenador difieren demasiado.",
        f"Ponga bien el reloj de este ordenador. {_QUEUED}",
    ),
    "outlet-refused:no-reading": (
        "Este servidor no devuelve lo que toma. No se le envió nada de la bóveda.",
        "Haga el respaldo en otro disco o en otro destino.",
    ),
    "outlet-busy": ("El destino está demasiado ocupado en este momento.", _LATER),
    "outlet-not-there": ("El destino no tiene nada con este nombre.", "Compruebe el nombre."),
    "outlet-lied": (
        "La respuesta del destino no encaja con lo que se envió, así que no cuenta como entregado.",
        f"Avise al destino. {_QUEUED}",
    ),
    "bad-address": ("Esta no es una dirección que Firsthand pueda usar.", _WHOLE),
    "bad-address:plain-http": (
        "Esta dirección empieza por http, así que todos en el camino podrían leerla y cambiarla.",
        "Pida una que empiece por https, o una dirección onion.",
    ),
    "bad-address:onion-needs-tor": (
        "A una dirección onion no se llega sin Tor.",
        "Deje que a este destino se llegue por Tor.",
    ),
    "bad-address:password-inside": (
        "Dentro de esta dirección hay un nombre o una contraseña.",
        "Dé la dirección sin ellos, y la contraseña aparte.",
    ),
    "bad-address:proxy-name": (
        "La dirección del propio proxy debe ir en números: un nombre se preguntaría en abierto.",
        "Escríbala en números, como 127.0.0.1.",
    ),
    "bad-address:pin-spelling": (
        "Esto no es una clave que quepa en una tarjeta.",
        "Cópiela otra vez, entera: cert:…, key:…, o para SFTP la clave pública del servidor.",
    ),
    "bad-address:bridge": (
        "Estos no son puentes que Tor pueda usar.",
        "Copie otra vez cada línea, entera, como se la dieron: un puente por línea, 20 como mucho.",
    ),
    "bad-address:bridge-kind": (
        "Firsthand no conoce este tipo de puente.",
        "Conoce: {choices}, y los que son una simple dirección.",
    ),
    "bad-address:scheme": ("Este tipo de destino tiene otro tipo de dirección: {choices}.", _WHOLE),
    "bad-card": ("Esto no es una tarjeta de destino.", "Pida otra vez su tarjeta al destino."),
    "bad-card:newer-card": (
        "Esta tarjeta se hizo para un Firsthand más nuevo que este.",
        "Actualice Firsthand.",
    ),
    "bad-card:wrong-signature": (
        "Esta tarjeta se cambió después de firmarse. No se fíe de ella.",
        _OTHER_WAY,
    ),
    "bad-card:other-words": (
        "Estas no son las palabras de esta tarjeta: no es la del destino. No se fíe de ella.",
        _OTHER_WAY,
    ),
    "bad-card:other-signer": (
        "Ya se conoce un destino con este nombre, y esta tarjeta la firmó otra persona.",
        "Si el destino dice que tiene una clave nueva, quite primero la antigua.",
    ),
    "bad-card:unknown-kind": ("Firsthand no conoce este tipo de destino.", "Conoce: {choices}."),
    "bad-card:card-lacks": (
        "A este tipo de destino no se llega sin: {field}.",
        "Pídalo al destino.",
    ),
    "bad-card:no-code": (
        "En esta imagen no hay ninguna tarjeta de destino que se pueda leer.",
        (
            "Fotografíe el código de cerca, nítido y entero, o pida al destino su tarjeta como "
            "archivo."
        ),
    ),
    "bad-card:pieces-missing": (
        "Esta tarjeta viene en {of} códigos, y faltan estos: {missing}.",
        "Dé juntas las imágenes de todos ellos.",
    ),
    "bad-card:several-cards": ("Son varias tarjetas.", "Dé las tarjetas de una en una."),
    "bad-card:card-too-long": (
        "Esta tarjeta es demasiado larga para una imagen.",
        "Dela como archivo.",
    ),
    "bad-card:by-hand": (
        "A este tipo de destino ningún programa puede enviar nada.",
        "Indique una carpeta con --folder, y entregue lo que se escriba allí.",
    ),
    "bad-card:no-store": (
        "Este tipo de destino toma paquetes y no puede guardar un respaldo.",
        "Use uno de los tipos webdav, s3, sftp o tus.",
    ),
    "no-such-outlet": (
        "La bóveda no conoce ningún destino con este nombre.",
        "Liste los destinos para ver sus nombres.",
    ),
    "no-such-parcel": ("La cola no contiene nada con este identificador.", "Liste la cola."),
    "not-sealed": (
        (
            "Este destino tiene una clave, y lo que se iba a enviar no está sellado con ella. No "
            "se envió nada."
        ),
        "Selle antes el paquete con la clave del destino.",
    ),
    "not-sealed:no-key": (
        "Este destino no tiene clave, así que cualquiera de su lado podría leer lo que se envía.",
        "Pida una clave al destino. Si cualquiera puede leerlo, dígalo con --unsealed.",
    ),
    "not-sealed:other-key": (
        "Esto se selló con una clave que ya no está en la tarjeta del destino. No se envió nada.",
        "Sáquelo de la cola y envíe los elementos de nuevo: entonces se sellan con la clave nueva.",
    ),
    "not-for-publication": (
        "Todos pueden ver lo que toma este destino, y nada dice que esto sea para todos.",
        "Mire las copias, y marque las que se pueden publicar.",
    ),
    "not-for-publication:not-marked": (
        (
            "Todos pueden ver lo que toma este destino, y no todas las copias están marcadas "
            "para publicar."
        ),
        "Mire cada copia, y márquela para publicar si todos pueden verla para siempre.",
    ),
    "not-for-publication:sealed": (
        "Este paquete está sellado, y este destino muestra a todos lo que toma.",
        "Envíe un paquete sin sellar, de copias marcadas para publicar.",
    ),
    "not-for-publication:unsaid": (
        (
            "Lo que va a este destino es público al momento y para siempre, con el nombre de su "
            "cuenta."
        ),
        "Si todos pueden verlo, dígalo con --public.",
    ),
    "too-big-for-outlet": (
        "Esto es más grande de lo que toma el destino.",
        "Elija menos elementos, o envíelos en varios paquetes. No se envió nada.",
    ),
}

TOR_STAGES = {
    "starting": "Tor se está iniciando",
    "connecting": "Tor busca un camino a su red",
    "learning": "Tor averigua qué repetidores hay",
    "circuit": "Tor hace su primer circuito",
    "ready": "Tor está listo",
}
"""What Tor is at, while something waits for it."""
