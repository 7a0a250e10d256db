# ruff: noqa: RUF001 (the letters and marks are those of the language)
"""Persian: why a person has to look at a stretch of a video before its copy may leave.

Keys are the values of ``Doubt`` in ``capture/redact/film``.
"""

DOUBTS = {
    "lost": "اینجا چیزی در لحظه‌هایی دنبال شد که در آن‌ها چیزی پیدایش نمی‌کرد",
    "weak": "آنچه اینجا پیدا شد شاید چهره یا چیز دیگری باشد که جست‌وجو می‌شد، و شاید نه",
    "sudden": "چیزی در میانهٔ تصویر پدیدار یا ناپدید شد",
    "broken": "فریم‌هایی در اینجا رمزگشایی نشدند و خالی‌اند",
    "again": "در نسخهٔ پایانی، اینجا چیزی پیدا شد که پوشانده نشده است",
    "crowded": "آن‌قدر چیز پیدا شد که پوشش‌ها در پوشش‌های بزرگ‌تری یکی شدند",
    "many": "اینجا افراد زیادی با هم‌اند: چهره‌های کوچک یا نیمه‌پنهان میانشان به‌آسانی از قلم می‌افتند",
}
