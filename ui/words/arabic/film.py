"""Arabic: why a person has to look at a stretch of a video before its copy may leave.

Keys are the values of ``Doubt`` in ``capture/redact/film``.
"""

DOUBTS = {
    "lost": "تُتبِّع شيء هنا عبر لحظات لم يجده فيها شيء",
    "weak": "ما وُجد هنا قد يكون وجهًا أو شيئًا آخر مما بُحث عنه، وقد لا يكون",
    "sudden": "ظهر شيء أو اختفى في وسط الصورة",
    "broken": "إطارات هنا تعذّر فك ترميزها، وهي فارغة",
    "again": "في النسخة المنجزة وُجد هنا شيء غير مغطّى",
    "crowded": "وُجد الكثير هنا فدُمجت الأغطية في أغطية أكبر",
    "many": "هنا كثيرون معًا: وجوه صغيرة أو نصف مخفية بينهم يسهل أن تفوت",
}
