"""What the words about somebody are: a name, an organisation, a sector, a role, or an address that is not kept."""

import re
from typing import Final

_SECTORS: Final = frozenset(
    """research|enterprise|enterprises|industry|business|academia|policy|government|research council|users|user
    |patients|municipality|municipalities|public|private|health service|civil society|forskning|næringsliv|akademia
    |politikk|forvaltning|forskningsråd|brukere|bruker|kommune|kommuner|offentlig|privat|helsetjenesten|erhvervsliv
    |erhverv|politik|brugere|forskning og udvikling|forschung|wirtschaft|industrie|politik|verwaltung
    |nutzer|gesellschaft|public sector|private sector|universities|university|hospitals|hospital|ngo|ngos|funders
    |offentlig sektor|privat sektor|universiteter|sykehus|pasienter|patienter|organisasjoner|organisationer|myndigheter
    |myndigheder|academia and research|wissenschaft|verbände|patienten|kommunen|hochschulen|öffentliche hand
    |forskning og innovasjon|bedrifter|virksomheder|sivilsamfunn|civilsamfund|zivilgesellschaft|finansiører|sygehuse
    """.replace("\n", " ")
    .replace(" |", "|")
    .replace("| ", "|")
    .strip()
    .split("|")
)
_BODY: Final = re.compile(
    r"""\b(?:as|asa|a/s|aps|ab|gmbh|ag|ltd|inc|plc|llc|e\.?\s?v|universit\w*|\w*kommune[nr]?|college|\w*institut\w*|ministry|\w*ministerium
    |\w*direktorat\w*|\w*departement\w*|agency|authority|council|hospital|\w*sykehus\w*|\w*sygehus|\w*klini[ck]\w*|stiftelsen?
    |\w*forening(?:en)?|\w*forbund\w*|\w*verband|\w*verein|region|county|department|office|cent(?:re|er)|\w*sent(?:er|eret)|group|foundation
    |board|society|association|bank|\w*fond|\w*høgskole\w*|\w*hochschule|\w*amt|\w*behörde|stadt|port|\w*råd(?:et)?|school|company|lab)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ACRONYM: Final = re.compile(r"\b[A-ZÆØÅÄÖÜ]{3,8}\b")
_NAME: Final = re.compile(
    r"(?:(?:dr|prof|mr|mrs|ms|hr|fr|herr|frau)\.?\s){0,2}[A-ZÆØÅÄÖÜÉ][\w'\u2019.-]*(?:\s(?:van|von|de|der|den|da|di|la|af|av|zu)){0,2}(?:\s[A-ZÆØÅÄÖÜÉ][\w'\u2019.-]*){1,3}",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(
    r"\s*[<(\[]?(?:mailto:|e-?(?:mail|post):?\s*)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}[>)\]]?"
)
"""Where somebody can be written to; a workshop keeps no addresses."""
_LOCAL: Final = re.compile(r"(?P<local>[\w.+-]{1,64})@")
_PHONE: Final = re.compile(
    r"[\s,;(]{0,4}(?:(?:tel|tlf|phone|mobi?l?e?|telefon)\b\.?:?\s*)?(?<![\w])\+?\d(?:[ \u00a0-]?\d){6,14}\)?",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"""(?:(?:(?:dr|prof|mr|mrs|ms|phd|md|msc|bsc|mba)\.?|dagl[ei]g\s?le(?:der|iar)|leiar|ceo|cto|cfo|coo|cso|vp|pi|postdoc|phd(?:\sstudent)?|chair(?:man|woman|person)?|secretary|minutes|notes|observer
    |referent|referat|møteleder|mødeleder|ordfører|ordstyrer|leder|head|director|manager|adviser|advisor|professor
    |researcher|scientist|consultant|chief|president|partner|founder|coordinator|student|nurse|physician|doctor|analyst
    |direktør|sjef|chef|forsker|rådgiver|seniorrådgiver|spesialrådgiver|rådgiver|specialkonsulent|chefkonsulent|konsulent
    |overlege|lege|overlæge|læge|sykepleier|sygeplejerske|koordinator|gründer|stipendiat|leiter(?:in)?|geschäftsführer(?:in)?
    |referent(?:in)?|berater(?:in)?|professor(?:in)?|vorsitz(?:ende[rn]?)?|protokoll|wissenschaftler(?:in)?|arzt|ärztin)
    |(?:\w+[\s-]){0,3}(?:adviser|advisor|director|manager|officer|researcher|scientist|consultant|engineer|coordinator|chair
    |leder|direktør|sjef|chef|rådgiver|forsker|konsulent|professor|overlege|lektor|koordinator|leiter(?:in)?|referent(?:in)?)
    |(?:head|director|vice\spresident|chief|dean|chair|leader|manager|leder|sjef|direktør|leiter(?:in)?)\s(?:of|for|av|der|des|the)\b.*)""",
    re.IGNORECASE | re.VERBOSE,
)
_PARTICLE_WORDS: Final = "van von der den de du da la le af av di del zu ter mc mac el al bin"
_PARTICLES: Final = frozenset(_PARTICLE_WORDS.split())
_GIVEN: Final = re.compile(r"[A-ZÆØÅÄÖÜÉ][\w'\u2019.-]*(?:\s[A-ZÆØÅÄÖÜÉ][\w'\u2019.-]*){0,2}")


def is_sector(text: str) -> bool:
    """Whether the words are the usual name of a sector."""
    return text.casefold() in _SECTORS


def is_role(text: str) -> bool:
    """Whether the words say what somebody is or does, such as "CEO" or "Head of Unit"."""
    return bool(_ROLE.fullmatch(text))


def looks_like_body(text: str) -> bool:
    """Whether the words name an organisation: one of them is a usual part of such names, or an acronym."""
    return bool(_BODY.search(text) or _ACRONYM.search(text))


def looks_like_name(text: str) -> bool:
    """Whether the words may be somebody's name: two to four with capitals."""
    capitals = all(word[0].isupper() or word.casefold() in _PARTICLES for word in text.split())
    return capitals and bool(_NAME.fullmatch(text)) and not looks_like_body(text)


def are_last_and_first(last: str, first: str) -> bool:
    """Whether two fields may be a last and a first name: a single word, and one or two with capitals."""
    words = [word for word in last.split() if word.casefold() not in _PARTICLES]
    return (
        len(words) == 1
        and bool(_GIVEN.fullmatch(first.strip()))
        and not is_sector(first)
        and not first.strip().isupper()
    )


def without_addresses(text: str) -> str:
    """Return a line without where somebody can be reached; what an address says of a name where nothing else does."""
    bare = _PHONE.sub("", _ADDRESS.sub("", text)).strip(" ,;:|\u2013-").strip("\"'\u201c\u201d ")
    local = _LOCAL.search(text)
    if bare or not local:
        return bare
    # Nothing but an address: what stands before the @ is the best name there is.
    return " ".join(word.capitalize() for word in re.split(r"[._]+", local["local"]) if word)
