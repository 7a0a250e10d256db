"""Arabic: how things stand that are to be sent, who confirmed what, and what outlets are."""

PARCEL_STATES = {
    "waiting": "ينتظر الإرسال",
    "paused": "متوقف مؤقتًا",
    "held": "محجوز حتى تفعل شيئًا بشأنه",
    "delivered": "سُلّم: أكّدته الوجهة",
    "unconfirmed": "أُرسل بلا تأكيد: لا تستطيع الوجهة أن تقول ما لديها",
}

CONFIRMED_BY = {
    "size": "لدى {outlet} كل شيء: قورن حجمه هناك.",
    "digest": "لدى {outlet} هذه البايتات بعينها: قورنت بصمتها هناك.",
    "read-back": "لدى {outlet} هذه البايتات بعينها: قُرئت ثانية وقورنت.",
    "answer": "تقول {outlet} إنها أخذته، ولا تستطيع أن تقول أكثر.",
    "unconfirmed": "أُرسل كله. وحدها {outlet} تستطيع أن تخبرك هل وصل: اسأل.",
}
"""What was compared, by the code of the receipt."""

OUTLET_KINDS = {
    "webdav": "WebDAV",
    "s3": "تخزين S3",
    "tus": "رفع tus",
    "sftp": "SFTP",
    "nextcloud": "حساب Nextcloud",
    "nextcloud-drop": "صندوق ملفات Nextcloud",
    "onionshare": "OnionShare",
    "form": "نموذج رفع",
    "securedrop": "\u200fSecureDrop، باليد",
    "archive-org": "\u200fInternet Archive، علني",
}
