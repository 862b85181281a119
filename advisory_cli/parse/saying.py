"""Verbs of saying and words such as `according to`, in the languages of the documents."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

VERB_LAST: Final = frozenset({"fa", "ja", "kk", "ko", "tr"})
"""Languages that have the speaker in front of a quotation and the verb behind it."""
UNSPACED: Final = frozenset({"ja", "ko", "zh"})
"""Languages whose verbs stand without a blank before them."""


@cache
def verbs(language: str) -> re.Pattern[str]:
    """Verbs of saying of a language (BCP 47), of all languages where it is unknown."""
    return re.compile("|".join(_alternatives(language, _VERBS)), re.IGNORECASE)


@cache
def saying(language: str) -> re.Pattern[str]:
    """What stands right behind a quotation: a verb of saying, or `according to`."""
    words = [*_alternatives(language, _VERBS), *_alternatives(language, _ACCORDING)]
    return re.compile("|".join(words), re.IGNORECASE)


@cache
def according(language: str) -> re.Pattern[str]:
    """What opens a sentence and names whose words a quotation in it has: `according to`."""
    words = [*_alternatives(language, _ACCORDING), *_alternatives(language, _ACCORDING_FIRST)]
    return re.compile("|".join(words) or r"(?!)", re.IGNORECASE)


@cache
def according_last(language: str) -> re.Pattern[str]:
    """The same where it follows the name: `によると`."""
    return re.compile("|".join(_alternatives(language, _ACCORDING_LAST)) or r"(?!)", re.IGNORECASE)


@cache
def aside_by_comma(language: str) -> re.Pattern[str]:
    """An attribution within the marks: `« La loi, a déclaré NAME, doit changer »`."""
    named = rf"(?:{_chosen(language)})\s(?:{_WITHIN_NAME})[^,.»”\n]{{1,80}}(?:,\s(?:{_WITHIN_ROLE})[^,.»”\n]{{0,120}})?"
    return re.compile(rf",\s(?:(?:a|ont)[- ]t-(?:il|elle|ils|elles)\s\w+|{named})(?:,\s|\.(?=\s|$)|$)", re.IGNORECASE)


@cache
def aside_by_dash(language: str) -> re.Pattern[str]:
    """The same between dashes: `«Закон, — сказал NAME. — Надо»`."""
    return re.compile(rf"[—–]\s?(?:{_chosen(language)})\b[^—–»”\n]{{0,160}}(?:[—–][,.]?\s|$)", re.IGNORECASE)


def _chosen(language: str) -> str:
    return "|".join(words for one, words in _VERBS.items() if one == language or language not in _VERBS)


WITHIN: Final = frozenset({"es", "fr", "it", "pl", "pt", "ru", "uk", "und"})
"""Languages that print an attribution within the marks."""
_WITHIN_NAME: Final = r"(?-i:[^\W\d_a-zà-ÿа-яёіїєґ])|(?:l['’]|l[ae]\s|a\s)(?:org|dir|porte-|secr|pr[ée]sid)"
_WITHIN_ROLE: Final = (
    r"(?:l[ae]\s|el\s|il\s|[ao]\s|un[ae]?\s|l['’])?(?:vice-|sous-)?"
    "(?:direct|diret|dirett|secr[eé]ta|segretari|cherche|porte-|portavo|porta-v|investig|ricerc|pesquis|pr[eé]sid|"
    r"responsa|conseill|consej|représ|represent|coord|chargée?|sp[eé]cial|expert|avoca|\d\d?\s(?:ans|años|anni|anos)|membre|miembro|ministr)"
)


def _alternatives(language: str, words: Mapping[str, str]) -> list[str]:
    """Patterns of the language, of all languages where it is unknown; at the end of a word none is tried."""
    chosen = [language] if language in _VERBS else list(words)
    return [words[one] if one in UNSPACED else rf"\b(?=[\w'’])(?:{words[one]})\b" for one in chosen if one in words]


_VERBS: Final = {
    "en": "(?:(?:has|have|had) )?(?:said|says|saying|added|adds|adding|told|tells|stated|states|declared|commented|"
    "explained|explains|warned|warns|noted|notes|argued|argues|insisted|concluded|continued|urged|wrote|writes|asked|"
    "stressed|emphasi[sz]ed|remarked|replied|responded|reported|demanded|asks|vowed|recalled|recalls|remembered|remembers|recounted|testified|announced|claimed|alleged|shouted|exclaimed|cried|chanted|"
    "(?:made|issued|released|gave) (?:the following|this) (?:statement|comment)|"
    "admitted|confirmed|believes|pointed out|observed|cautioned|reiterated|lamented|complained|whispered|begged|"
    "pleaded|objected|acknowledged|denied|revealed|maintained|remarks|laments)",
    "fr": "(?:(?:a|ont|avait)(?:[- ]t-(?:il|elle|ils|elles|on))? )?(?:déclaré|affirmé|ajouté|indiqué|expliqué|souligné|"
    "commenté|estimé|précisé|dit|averti|rappelé|conclu|dénoncé|raconté|confié|témoigné|insisté|poursuivi|écrit|annoncé|"
    "répondu|regretté|répliqué|rétorqué|réagi|salué|protesté|promis|martelé|déploré|prévenu|réclamé|exhorté|"
    "observé|confirmé|admis|fait (?:savoir|remarquer|valoir))|"
    "(?:déclare|affirme|ajoute|indique|explique|souligne|commente|estime|précise|rappelle|conclut|"
    "dénonce|raconte|témoigne|confie|poursuit|insiste|écrit|regrette|"
    "déplore|(?:se |s['’])(?:félicite|indigne|inquiète|alarme))(?:[- ]t-(?:il|elle))?",
    "es": "(?:han? )?(?:dijo|declaró|señaló|afirmó|manifestó|añadió|agregó|explicó|indicó|aseguró|advirtió|denunció|"
    "concluyó|subrayó|sostuvo|expresó|comentó|recordó|contó|enfatizó|exigió|reclamó|reiteró|replicó|relató|insistió|escribió|respondió|anunció|dijeron|"
    "afirmaron|dicho|declarado|señalado|afirmado|manifestado|añadido|explicado|indicado|asegurado|advertido|"
    "denunciado|dice|declara|señala|afirma|manifiesta|añade|explica|asegura|cuenta|relata|lamenta|lamentó|"
    "recuerda|recuerdan|recordaba|recordaron|contaba|contaron|decía|decían|reclama|exige|denuncia|advierte|sostiene|"
    "comenta|concluye|insiste|subraya|destaca|destacó|apunta|apuntó|resaltó|precisó|puntualizó|alertó|reconoció|confesó)",
    "it": "(?:ha|hanno|aveva) (?:dichiarato|affirmato|affermato|aggiunto|commentato|detto|sottolineato|spiegato|"
    "concluso|ricordato|proseguito|denunciato|raccontato|scritto|risposto|ammonito|protestato|precisato|osservato|"
    "avvertito|insistito|ribadito|criticato|esclamato|confermato|annunciato)|ricorda|osserva|denuncia|prosegue|ribadisce|"
    "dichiara|afferma|aggiunge|"
    "commenta|spiega|sottolinea|racconta|conclude|dice",
    "pt": "afirmou|disse|declarou|acrescentou|explicou|ressaltou|destacou|comentou|alertou|concluiu|contou|relatou|"
    "escreveu|denunciou|sublinhou|salientou|disseram|afirmaram|diz|dizem|afirma|declara|explica|"
    "completou|reforçou|avaliou|lembrou|criticou|defendeu|recorda|recordou|lembra|conta|relata|critica|alerta|denuncia|"
    "frisou|ressalta|destaca|comenta|contava",
    "de": "sagte|sagt|sagten|erklärte|erklärt|erklärten|betonte|betont|kommentierte|kommentiert|kritisierte|kritisiert|"
    "forderte|fordert|ergänzte|fügte|meinte|meint|warnte|warnt|berichtete|berichtet|schrieb|erzählte|erzählt|klagt|klagte|mahnt|mahnte|"
    "unterstrich|bekräftigte|erinnert|fasste|führte|appellierte|verlangte|lobte|begrüßte|erinnerte|resümierte|sagen",
    "nl": "zei|zegt|verklaarde|stelde|stelt|benadrukte|voegde",
    "pl": "(?:powiedzia|stwierdzi|oświadczy|doda|podkreśli|skomentowa)ła?|mówi",
    "ru": "(?:так |как )?(?:(?:сказал|заявил|отметил|подчеркнул|добавил|пояснил|сообщил|объяснил|напомнил|рассказал|"
    "написал|ответил|прокомментировал)[аи]?(?: (?:решение|приговор|ситуацию|новость))?|"
    "уверена?|считает|говорят|вспоминает|комментирует|предупреждает|указывает|объясняет|добавляет|утверждает|"
    "продолжает|(?:заключил|указал|предупредил|констатировал|продолжил|вспомнил|спросил|призвал)[аи]?|говорит|заявляет|отмечает|подч[её]ркивает|рассказывает|пишет)",
    "uk": "(?:так |як )?(?:(?:сказа|заяви|зазначи|наголоси|дода|підкресли|повідоми|поясни|розпові|написа)"
    "(?:в|ла|ли)|(?:нагада|прокоментува|попереди|сказа|пояснюва)(?:в|ла|ли)|додає|заявляє|підкреслює|стверджує|пояснює|згадує|каже|вважає|наголошує|зазначає|розповідає)",
    "kk": "деп (?:айтты|мәлімдеді|атап өтті|хабарлады)|деді|дейді",
    "tr": "(?:şöyle )?dedi|dediler|diyor|diyen|belirtti|söyled(?:i|iler)|açıkladı|ifade etti|kaydetti|"
    "(?:diye|şöyle) konuştu|vurguladı|ekledi|anlattı|şunları söyledi",
    "ar": "[وف]?(?:قالت?|[يت]قول|أضافت?|صر[ّ]?حت?|أك[ّ]?دت?|أوضحت?|ذكرت?|عل[ّ]?قت?|تابعت?|أعلنت?|أشارت?|كتبت?|روى|روت)",
    "fa": "گفت(?:ه است)?|می‌گوید|افزود|اظهار داشت",
    "zh": "补充说|補充說|告[诉訴]|说道?|說道?|表示|指出|补充道|補充道|强调|強調|称|稱|写道|寫道",
    "ja": "と?(?:(?:述べ|語っ|話し|指摘し|警告し|強調し|コメントし|訴え|証言し)(?:た|ている|ました|ています)|語る|話す|"
    "言った|言う)",
    "ko": "(?:라고 )?(?:말했다|밝혔다|강조했다|덧붙였다)",
}
"""Verbs of saying, by language."""
_ACCORDING: Final = {
    "en": "according to",
    "fr": "selon|d['’]après",
    "es": "según|de acuerdo con",
    "it": "secondo",
    "pt": "segundo|de acordo com",
    "de": "so|laut",
    "nl": "aldus|volgens",
    "pl": "zdaniem",
    "ru": "по словам",
    "uk": "за словами",
    "ar": "و?(?:بحسب|حسب)",
}
_ACCORDING_FIRST: Final = {"de": "nach angaben von", "ar": "(?:وفق|طبق)[اًا]{1,3} ل(?!ل)ـ?"}
"""Words that name a speaker only in front of a quotation."""
_ACCORDING_LAST: Final = {"ja": "によると、?|によれば、?", "tr": "['’][yn]?[ae] göre,?"}
