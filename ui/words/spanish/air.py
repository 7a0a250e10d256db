"""Spanish: while phones may send: how, what to compare, what others can see, and what came."""

AIR = {
    "by-app": (
        "Con la aplicación LocalSend: elija en ella fotos y vídeos, envíelos a «{alias}» (o a la "
        "dirección {address}, puerto {port}) y escriba el PIN."
    ),
    "by-browser": (
        "Sin la aplicación: lea el código con la cámara del teléfono o escriba la dirección de "
        "la página. El navegador advierte sobre el certificado, porque nadie más que este "
        "ordenador lo ha firmado."
    ),
    "compare": (
        "La página muestra las mismas palabras si el teléfono ha llegado a este ordenador. Las "
        "palabras no muestran si alguien en medio lee lo que pasa. Para saberlo, compare la "
        "huella SHA-256: el navegador la muestra con el certificado, antes de que usted envíe."
    ),
    "app-trust": (
        "La aplicación LocalSend no deja comparar huellas antes de enviar. En una red de "
        "desconocidos, abra un punto de acceso en el teléfono y conecte a él este ordenador, o "
        "use un cable."
    ),
    "seen": (
        "Quien vigila esta red ve que este ordenador recibe algo, de qué teléfono, cuándo y "
        "cuánto. No ve qué es: llega cifrado y entra cifrado en la bóveda."
    ),
    "unreached": (
        "Si el teléfono no llega a este ordenador: puede haber un cortafuegos que lo impida, y "
        "la Wi-Fi de hoteles e invitados suele separar los aparatos. Contra lo segundo ayuda el "
        "punto de acceso del propio teléfono."
    ),
    "altered": (
        "Por esta vía, los teléfonos pueden entregar copias cambiadas: Android quita el lugar de "
        "las fotos que envía un navegador o el menú «compartir», y el navegador de un iPhone las "
        "convierte en JPEG. Para tenerlas tal como las hizo la cámara, elíjalas en la aplicación "
        "LocalSend, en «Archivos», o use un cable."
    ),
    "announced": (
        "Mientras se anuncia, todo aparato de la red puede ver que aquí hay un receptor de "
        "LocalSend llamado «{alias}». El nombre se inventa de nuevo cada vez."
    ),
    "kept": "En el teléfono no se borra nada: conserva lo que ha enviado.",
    "knocked": "Alguien en {address} dio un PIN equivocado.",
    "beset": "Alguien de esta red estaba adivinando el PIN, así que la recepción ha terminado.",
    "beset-remedy": (
        "No empiece de nuevo en esta red. Use un cable o el punto de acceso del propio teléfono."
    ),
    "state-coming": "en camino",
    "state-sealed": "sellado",
    "state-already": "ya estaba aquí",
    "state-refused": "no se ha tomado: no es foto ni vídeo",
    "state-failed": "no llegó entero: envíelo otra vez",
    "way-localsend": "LocalSend",
    "way-browser": "la página del navegador",
    "sender": "{who}, por {way}",
}
"""``state-`` what became of a file, by the door's state; ``way-`` how a phone sends."""
