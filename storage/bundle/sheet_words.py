# ruff: noqa: RUF001 (letters of Persian and Arabic that look like Latin ones are meant)
"""What the contact sheet says, in the languages of those who receive bundles."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The texts of one language; ``direction`` is "ltr" or "rtl".

    ``fields`` names the fields of the evidence record that may leave, ``person`` a row of those
    shown; one without a name here is shown by its key.
    """

    direction: str
    title: str
    about: str
    limits: str
    check: str
    key: str
    file: str
    size: str
    fields: Mapping[str, str]
    person: str

    def label(self, field: str) -> str:
        """Return what a field is called; those of people shown are numbered."""
        if found := _PERSON.fullmatch(field):
            name = self.fields.get(found[2], found[2])
            return f"{self.person} {found[1]}: {name}"
        return self.fields.get(field, field)


_PERSON = re.compile(r"person\.([0-9]{1,2})\.([a-z_]+)")
_NAMED = (
    "claimed_place",
    "claimed_time",
    "consent",
    "description",
    "duration",
    "embedded_place",
    "embedded_time",
    "graphic",
    "keywords",
    "kind",
    "language",
    "notes",
    "pseudonym",
    "rights",
    "summary",
    "time_zone",
    "place",
    "event_kind",
    "contact",
    "testify",
    "purpose",
    "audience",
    "withdrawal",
    "landmarks",
)
"""The fields that every language names, in the order of the tables below."""


def _fields(*names: str) -> Mapping[str, str]:
    return dict(zip(_NAMED, names, strict=True))


WORDS: Mapping[str, SheetWords] = {
    "en": SheetWords(
        direction="ltr",
        title="Contact sheet",
        about="These are cleaned copies. What their files said about the device, the place "
        "and the time was taken out. The sender keeps the sealed originals, and can later show "
        "from which original each copy was made.",
        limits="Descriptions, times and places are what the sender states. The signature shows "
        "that nothing was changed since; it does not show who recorded this, or when.",
        check="How to check this bundle",
        key="Signed with the key",
        file="File",
        size="Size in bytes",
        person="Person",
        fields=_fields(
            "Place, as stated by the sender",
            "Time, as stated by the sender",
            "Consent",
            "Description",
            "Duration in seconds",
            "Place in the file",
            "Time in the file",
            "Graphic content",
            "Keywords",
            "Kind",
            "Language",
            "Notes",
            "Pseudonym",
            "Rights",
            "Summary",
            "Time zone",
            "Place",
            "Kind of event",
            "How to reach the sender",
            "Willing to testify",
            "Agreed to what purpose",
            "Agreed to be seen by",
            "How to take it back",
            "Landmarks",
        ),
    ),
    "fa": SheetWords(
        direction="rtl",
        title="برگهٔ نمونه‌ها",
        about="این‌ها نسخه‌های پاک‌سازی‌شده‌اند. آنچه در فایل‌ها دربارهٔ دستگاه، مکان و زمان آمده بود "
        "برداشته شده است. فرستنده اصل مهروموم‌شده را نگه می‌دارد و بعداً می‌تواند نشان دهد که هر نسخه "
        "از کدام اصل ساخته شده است.",
        limits="توضیح‌ها، زمان‌ها و مکان‌ها گفتهٔ فرستنده است. امضا نشان می‌دهد که از آن پس چیزی تغییر "
        "نکرده است؛ نشان نمی‌دهد چه کسی یا چه زمانی این را ضبط کرده است.",
        check="چگونه این بسته را بررسی کنید",
        key="امضاشده با کلید",
        file="فایل",
        size="اندازه به بایت",
        person="شخص",
        fields=_fields(
            "مکان، به گفتهٔ فرستنده",
            "زمان، به گفتهٔ فرستنده",
            "رضایت",
            "توضیح",
            "مدت به ثانیه",
            "مکان در فایل",
            "زمان در فایل",
            "محتوای دلخراش",
            "کلیدواژه‌ها",
            "نوع",
            "زبان",
            "یادداشت‌ها",
            "نام مستعار",
            "حقوق",
            "خلاصه",
            "منطقهٔ زمانی",
            "مکان",
            "نوع رویداد",
            "چگونه به فرستنده برسید",
            "آماده به شهادت",
            "رضایت برای چه منظوری",
            "رضایت به دیده شدن نزد",
            "چگونه پس گرفته شود",
            "نشانه‌های جا",
        ),
    ),
    "ar": SheetWords(
        direction="rtl",
        title="ورقة المعاينة",
        about="هذه نسخ منقّاة. أُزيل منها ما كانت الملفات تقوله عن الجهاز والمكان والزمان. يحتفظ "
        "المُرسِل بالأصول المختومة، ويمكنه لاحقًا أن يُظهر من أي أصل صُنعت كل نسخة.",
        limits="الأوصاف والأوقات والأماكن هي ما يذكره المُرسِل. يُظهر التوقيع أن شيئًا لم يتغير منذ "
        "ذلك الحين، ولا يُظهر من سجّل هذا ولا متى.",
        check="كيف تتحقق من هذه الحزمة",
        key="وُقّعت بالمفتاح",
        file="الملف",
        size="الحجم بالبايت",
        person="الشخص",
        fields=_fields(
            "المكان كما يذكره المُرسِل",
            "الوقت كما يذكره المُرسِل",
            "الموافقة",
            "الوصف",
            "المدة بالثواني",
            "المكان في الملف",
            "الوقت في الملف",
            "محتوى صادم",
            "الكلمات المفتاحية",
            "النوع",
            "اللغة",
            "ملاحظات",
            "الاسم المستعار",
            "الحقوق",
            "الملخّص",
            "المنطقة الزمنية",
            "المكان",
            "نوع الحدث",
            "كيف يوصَل إلى المُرسِل",
            "الاستعداد للشهادة",
            "وافق لأي غرض",
            "وافق أن يراه",
            "كيف تُسحب",
            "معالم",
        ),
    ),
    "es": SheetWords(
        direction="ltr",
        title="Hoja de contacto",
        about="Estas son copias limpias. Se quitó lo que los archivos decían del aparato, del "
        "lugar y de la hora. Quien las envía guarda los originales sellados y más tarde puede "
        "mostrar de qué original se hizo cada copia.",
        limits="Las descripciones, las horas y los lugares son lo que declara quien envía. La "
        "firma muestra que nada cambió desde entonces; no muestra quién lo grabó ni cuándo.",
        check="Cómo comprobar este paquete",
        key="Firmado con la clave",
        file="Archivo",
        size="Tamaño en bytes",
        person="Persona",
        fields=_fields(
            "Lugar, según quien envía",
            "Hora, según quien envía",
            "Consentimiento",
            "Descripción",
            "Duración en segundos",
            "Lugar en el archivo",
            "Hora en el archivo",
            "Contenido gráfico",
            "Palabras clave",
            "Tipo",
            "Idioma",
            "Notas",
            "Seudónimo",
            "Derechos",
            "Resumen",
            "Zona horaria",
            "Lugar",
            "Tipo de suceso",
            "Cómo contactar a quien envía",
            "Dispuesto a testificar",
            "Aceptó para qué fin",
            "Aceptó ser visto por",
            "Cómo retirarlo",
            "Puntos de referencia",
        ),
    ),
    "fr": SheetWords(
        direction="ltr",
        title="Planche-contact",
        about="Ce sont des copies nettoyées. Ce que les fichiers disaient de l'appareil, du lieu "
        "et de l'heure a été retiré. L'expéditeur garde les originaux scellés et pourra montrer "
        "plus tard de quel original vient chaque copie.",
        limits="Les descriptions, les heures et les lieux sont ceux que déclare l'expéditeur. La "
        "signature montre que rien n'a changé depuis ; elle ne montre ni qui a enregistré cela, "
        "ni quand.",
        check="Comment vérifier ce paquet",
        key="Signé avec la clé",
        file="Fichier",
        size="Taille en octets",
        person="Personne",
        fields=_fields(
            "Lieu, selon l'expéditeur",
            "Heure, selon l'expéditeur",
            "Consentement",
            "Description",
            "Durée en secondes",
            "Lieu dans le fichier",
            "Heure dans le fichier",
            "Contenu choquant",
            "Mots-clés",
            "Type",
            "Langue",
            "Notes",
            "Pseudonyme",
            "Droits",
            "Résumé",
            "Fuseau horaire",
            "Lieu",
            "Sorte d'événement",
            "Comment joindre l'expéditeur",
            "Prêt à témoigner",
            "Accord pour quel but",
            "Accord pour être vu par",
            "Comment le reprendre",
            "Points de repère",
        ),
    ),
}
"""Every language that the sheet speaks."""
