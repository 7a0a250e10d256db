"""What the page for a phone's browser says, in the languages that it knows.

The phone asks in its own language; one that is not here gets English.
"""

# ruff: noqa: RUF001 # the letters are those of the languages

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageWords:
    """One language. ``{…}`` are filled in; ``direction`` is HTML's."""

    direction: str
    title: str
    choose: str
    send: str
    sending: str
    compare: str
    compare_more: str
    limit: str
    came: str
    sealed: str
    already: str
    refused: str
    failed: str
    stays: str
    altered: str
    more: str
    taken: str
    busy: str
    nothing: str


WORDS: Mapping[str, PageWords] = {
    "en": PageWords(
        "ltr",
        "Send to Firsthand",
        "Choose photos and videos",
        "Send",
        "Sending. Keep this page open and the screen on.",
        "The computer must show these words, too:",
        "The same words mean that you have reached that computer. They do not show whether "
        "somebody sits in between. To be sure, compare the SHA-256 fingerprint of the certificate, "
        "which your browser shows, with the one on the computer.",
        "There is room for {size}.",
        "What has come",
        "sealed",
        "was there already",
        "not taken: no photo or video",
        "did not arrive whole: send it again",
        "Nothing was deleted: your phone still has these files.",
        "Some phones hand out changed copies to a browser: without the place, or as JPEG. The "
        "LocalSend app (choose “Files” in it) or a cable brings them as the camera made them.",
        "Send more",
        "Another phone has opened this page. Ask for a new code on the computer.",
        "Another phone is sending. Wait until it is done.",
        "No file was chosen.",
    ),
    "fr": PageWords(
        "ltr",
        "Envoyer à Firsthand",
        "Choisir des photos et des vidéos",
        "Envoyer",
        "Envoi en cours. Laissez cette page ouverte et l’écran allumé.",
        "L’ordinateur doit montrer les mêmes mots :",
        "Les mêmes mots veulent dire que vous avez atteint cet ordinateur. Ils ne montrent pas si "
        "quelqu’un se trouve entre les deux. Pour en être sûr, comparez l’empreinte SHA-256 du "
        "certificat, que montre votre navigateur, avec celle de l’ordinateur.",
        "Il y a de la place pour {size}.",
        "Ce qui est arrivé",
        "scellé",
        "était déjà là",
        "pas pris : ni photo ni vidéo",
        "n’est pas arrivé en entier : envoyez-le encore",
        "Rien n’a été supprimé : ces fichiers sont toujours sur votre téléphone.",
        "Certains téléphones donnent au navigateur des copies modifiées : sans le lieu, ou en "
        "JPEG. L’application LocalSend (choisissez-y « Fichiers ») ou un câble les apporte tels "
        "que l’appareil photo les a faits.",
        "En envoyer d’autres",
        "Un autre téléphone a ouvert cette page. Demandez un nouveau code sur l’ordinateur.",
        "Un autre téléphone est en train d’envoyer. Attendez qu’il ait fini.",
        "Aucun fichier n’a été choisi.",
    ),
    "es": PageWords(
        "ltr",
        "Enviar a Firsthand",
        "Elegir fotos y vídeos",
        "Enviar",
        "Enviando. Deje esta página abierta y la pantalla encendida.",
        "El ordenador debe mostrar las mismas palabras:",
        "Las mismas palabras quieren decir que ha llegado a ese ordenador. No muestran si hay "
        "alguien en medio. Para estar seguro, compare la huella SHA-256 del certificado, que "
        "muestra su navegador, con la del ordenador.",
        "Hay sitio para {size}.",
        "Lo que ha llegado",
        "sellado",
        "ya estaba",
        "no se ha tomado: no es foto ni vídeo",
        "no llegó entero: envíelo otra vez",
        "No se ha borrado nada: su teléfono conserva estos archivos.",
        "Algunos teléfonos dan al navegador copias cambiadas: sin el lugar, o en JPEG. La "
        "aplicación LocalSend (elija en ella «Archivos») o un cable los trae tal como los "
        "hizo la cámara.",
        "Enviar más",
        "Otro teléfono ha abierto esta página. Pida un código nuevo en el ordenador.",
        "Otro teléfono está enviando. Espere a que termine.",
        "No se ha elegido ningún archivo.",
    ),
    "uk": PageWords(
        "ltr",
        "Надіслати до Firsthand",
        "Вибрати фото й відео",
        "Надіслати",
        "Надсилається. Не закривайте цю сторінку й не вимикайте екран.",
        "Комп’ютер має показувати ті самі слова:",
        "Ті самі слова означають, що ви дісталися того комп’ютера. Вони не показують, чи немає "
        "когось посередині. Щоб бути певними, порівняйте відбиток SHA-256 сертифіката, який "
        "показує ваш браузер, із тим, що на комп’ютері.",
        "Є місце для {size}.",
        "Що надійшло",
        "запечатано",
        "вже було",
        "не взято: це не фото й не відео",
        "надійшло не повністю: надішліть ще раз",
        "Нічого не видалено: ці файли досі є на вашому телефоні.",
        "Деякі телефони дають браузеру змінені копії: без місця або як JPEG. Програма LocalSend "
        "(виберіть у ній «Файли») або кабель приносить їх такими, якими їх зробила камера.",
        "Надіслати ще",
        "Цю сторінку відкрив інший телефон. Попросіть новий код на комп’ютері.",
        "Надсилає інший телефон. Зачекайте, доки він закінчить.",
        "Не вибрано жодного файлу.",
    ),
    "ar": PageWords(
        "rtl",
        "الإرسال إلى Firsthand",
        "اختيار الصور ومقاطع الفيديو",
        "إرسال",
        "جارٍ الإرسال. أبقِ هذه الصفحة مفتوحة والشاشة مضاءة.",
        "يجب أن يعرض الحاسوب هذه الكلمات أيضًا:",
        "تطابق الكلمات يعني أنك وصلت إلى ذلك الحاسوب، ولا يبيّن هل يوجد أحد بينكما. للتأكد، قارن "
        "بصمة SHA-256 للشهادة التي يعرضها متصفحك بالبصمة المعروضة على الحاسوب.",
        "يوجد متسع لـ {size}.",
        "ما وصل",
        "خُتم",
        "كان موجودًا من قبل",
        "لم يؤخذ: ليس صورة ولا فيديو",
        "لم يصل كاملًا: أرسله مرة أخرى",
        "لم يُحذف شيء: ما زالت هذه الملفات في هاتفك.",
        "بعض الهواتف تعطي المتصفح نسخًا معدّلة: بلا المكان أو بصيغة JPEG. تطبيق LocalSend (اختر فيه "
        "«الملفات») أو الكابل ينقلها كما صنعتها الكاميرا.",
        "إرسال المزيد",
        "فتح هاتف آخر هذه الصفحة. اطلب رمزًا جديدًا على الحاسوب.",
        "هاتف آخر يرسل الآن. انتظر حتى ينتهي.",
        "لم يُختر أي ملف.",
    ),
    "fa": PageWords(
        "rtl",
        "فرستادن به Firsthand",
        "انتخاب عکس‌ها و ویدیوها",
        "فرستادن",
        "در حال فرستادن. این صفحه را باز و نمایشگر را روشن نگه دارید.",
        "رایانه هم باید همین واژه‌ها را نشان دهد:",
        "یکی بودن واژه‌ها یعنی به همان رایانه رسیده‌اید، ولی نشان نمی‌دهد که کسی در میان راه هست یا "
        "نه. برای اطمینان، اثر انگشت SHA-256 گواهی را که مرورگرتان نشان می‌دهد با آنچه روی رایانه "
        "است مقایسه کنید.",
        "برای {size} جا هست.",
        "آنچه رسیده است",
        "مهر شد",
        "از پیش بود",
        "پذیرفته نشد: عکس یا ویدیو نیست",
        "کامل نرسید: دوباره بفرستید",
        "چیزی پاک نشده است: این فایل‌ها هنوز در گوشی شما هستند.",
        "بعضی گوشی‌ها به مرورگر نسخهٔ تغییریافته می‌دهند: بدون مکان، یا به صورت JPEG. برنامهٔ "
        "LocalSend (در آن «فایل‌ها» را برگزینید) یا کابل آن‌ها را همان‌طور می‌آورد که "
        "دوربین ساخته است.",
        "فرستادن فایل‌های دیگر",
        "گوشی دیگری این صفحه را باز کرده است. روی رایانه رمز تازه‌ای بخواهید.",
        "گوشی دیگری در حال فرستادن است. صبر کنید تا تمام شود.",
        "هیچ فایلی انتخاب نشده است.",
    ),
    "my": PageWords(
        "ltr",
        "Firsthand သို့ ပို့ရန်",
        "ဓာတ်ပုံနှင့် ဗီဒီယိုများ ရွေးပါ",
        "ပို့ပါ",
        "ပို့နေပါသည်။ ဤစာမျက်နှာကို ဖွင့်ထားပြီး ဖန်သားပြင်ကို မပိတ်ပါနှင့်။",
        "ကွန်ပျူတာတွင်လည်း ဤစကားလုံးများကို ပြရမည် –",
        "စကားလုံးများ တူညီလျှင် ထိုကွန်ပျူတာသို့ ရောက်ရှိကြောင်း ဆိုလိုသည်။ ကြားတွင် တစ်စုံတစ်ဦး ရှိမရှိကို မပြပါ။ "
        "သေချာစေရန် သင့်ဘရောက်ဇာက ပြသော လက်မှတ် (certificate) ၏ SHA-256 လက်ဗွေကို ကွန်ပျူတာပေါ်ရှိ "
        "လက်ဗွေနှင့် နှိုင်းယှဉ်ပါ။",
        "{size} စာ နေရာ ရှိသည်။",
        "ရောက်ရှိလာသည်များ",
        "ချိတ်ပိတ်ပြီး",
        "ရှိနှင့်ပြီးသား",
        "မယူပါ – ဓာတ်ပုံ သို့မဟုတ် ဗီဒီယို မဟုတ်ပါ",
        "အပြည့်အစုံ မရောက်ပါ – ထပ်ပို့ပါ",
        "မည်သည့်အရာကိုမျှ မဖျက်ပါ – ဤဖိုင်များ သင့်ဖုန်းတွင် ရှိနေဆဲ ဖြစ်သည်။",
        "အချို့ဖုန်းများသည် ဘရောက်ဇာသို့ ပြောင်းလဲထားသော မိတ္တူများကို ပေးတတ်သည် – တည်နေရာ မပါဘဲ သို့မဟုတ် "
        "JPEG အဖြစ်။ LocalSend အက်ပ် (၎င်းတွင် “Files” ကို ရွေးပါ) သို့မဟုတ် ကြိုးဖြင့် ပို့လျှင် "
        "ကင်မရာက ရိုက်ထားသည့်အတိုင်း ရောက်သည်။",
        "ထပ်ပို့ရန်",
        "အခြားဖုန်းတစ်လုံးက ဤစာမျက်နှာကို ဖွင့်ထားပြီး ဖြစ်သည်။ ကွန်ပျူတာတွင် ကုဒ်အသစ် တောင်းပါ။",
        "အခြားဖုန်းတစ်လုံးက ပို့နေသည်။ ပြီးသည်အထိ စောင့်ပါ။",
        "ဖိုင် မရွေးရသေးပါ။",
    ),
}

DEFAULT = "en"


def language_of(accepted: str) -> str:
    """Return the first language of an Accept-Language header that is here."""
    for part in accepted[:200].split(","):
        name = part.partition(";")[0].strip().lower().partition("-")[0]
        if name in WORDS:
            return name
    return DEFAULT
