"""Spanish: what a person does with files that no program can send, step by step."""

HANDING = {
    "first": "No se ha enviado nada. Para entregar esto:",
    "open": "Abra Tor Browser. Lo mejor es un ordenador arrancado con Tails.",
    "go": "Vaya a {address}",
    "codename": "Anote el nombre en clave que se le muestra. Guárdelo lejos de este ordenador.",
    "upload": "Suba estos archivos, un envío por archivo, en este orden:",
    "wait": (
        "Vuelva con el nombre en clave: solo lo que la redacción responda allí es una confirmación."
    ),
    "delete": (
        "Borre los archivos. Lo que una memoria flash conserva de ellos está sellado con la "
        "clave de la redacción."
    ),
}
