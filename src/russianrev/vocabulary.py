"""The controlled words of the data: each list is a `StrEnum`, so a member is also the plain word written in a file."""

from __future__ import annotations

from enum import StrEnum


class NameKind(StrEnum):
    """How a form of a name stands to the thing it names."""

    USUAL = "usual"  #: what readers of that language call it
    NATIVE = "native"  #: in the language of the person or the place
    PRINTED = "printed"  #: as a document prints it
    MISPRINT = "misprint"  #: as a document prints it, by a slip of the author, the press or the scanner
    VARIANT = "variant"  #: another spelling or transliteration that a reader might type


class EventKind(StrEnum):
    """What sort of happening an event is."""

    REVOLUTION = "revolution"
    UPRISING = "uprising"
    COUP = "coup"
    MUTINY = "mutiny"
    DEMONSTRATION = "demonstration"
    STRIKE = "strike"
    WAR = "war"
    CAMPAIGN = "campaign"
    BATTLE = "battle"
    TREATY = "treaty"
    CONGRESS = "congress"
    MEETING = "meeting"
    ELECTION = "election"
    GOVERNMENT = "government"  #: formed, reshuffled, resigned
    LAW = "law"  #: a law, a decree, an order
    REFORM = "reform"
    POLICY = "policy"  #: begun, pursued, given up
    ALLIANCE = "alliance"
    SPLIT = "split"
    EXPULSION = "expulsion"
    ADMISSION = "admission"  #: into a party, or back into it
    REPRESSION = "repression"
    ARREST = "arrest"
    EXILE = "exile"
    TRIAL = "trial"
    CONFESSION = "confession"  #: or a recantation
    EXECUTION = "execution"
    ASSASSINATION = "assassination"
    DEATH = "death"
    FAMINE = "famine"
    JOURNEY = "journey"
    SPEECH = "speech"
    WRITING = "writing"
    PUBLICATION = "publication"
    CAREER = "career"  #: a stretch of one life
    PROCESS = "process"  #: a development over years
    CRISIS = "crisis"


class Occasion(StrEnum):
    """What comes back every year on its day."""

    EVENT = "event"  #: on one day
    BEGINNING = "beginning"  #: the first day of an event
    DURING = "during"  #: a day of an event between its first and its last
    END = "end"  #: the last day of an event
    BIRTH = "birth"
    DEATH = "death"
    FOUNDING = "founding"  #: of a party
    DISSOLUTION = "dissolution"  #: of a party
    WORK = "work"  #: published, or written


class Role(StrEnum):
    """The part that a person, a party or a body has in an event: the most particular one that fits."""

    PARTICIPANT = "participant"  #: took part, and no other role fits; also the body that somebody enters or leaves
    LEADER = "leader"  #: led or directed others, steered a policy of his own, or was in the chair
    ORGANISER = "organiser"  #: prepared it, called it together or set it up
    MEMBER = "member"  #: of the body that is formed, or whose work is told of
    SUPPORTER = "supporter"  #: wanted, approved or helped what others did
    OPPONENT = "opponent"  #: the other side: resisted it, or is the one against whom it was done
    ALLY = "ally"  #: of the allies one, or who joins the main side
    COMMANDER = "commander"  #: of troops
    PERPETRATOR = "perpetrator"  #: did the violence: killed, robbed, repressed; not the side in a war
    VICTIM = "victim"  #: suffered violence, repression or the taking of property, where none of the next five fits
    ACCUSED = "accused"  #: of a crime or a betrayal, in court or in public
    EXPELLED = "expelled"  #: from a party, or from a seat in a body
    EXILED = "exiled"  #: banished, or living in exile
    ARRESTED = "arrested"  #: or captured, or held
    EXECUTED = "executed"  #: put to death at an authority's will, after a trial or without
    AUTHORITY = "authority"  #: decided it, ordered it, appointed or elected; not the one who carried it out
    SPEAKER = "speaker"  #: made the speech, the request, the charge or the confession
    INTERVIEWER = "interviewer"
    AUTHOR = "author"  #: wrote or drafted it, or thought it out
    PUBLISHER = "publisher"
    ADDRESSEE = "addressee"  #: to whom words, a letter, a demand or an order are directed
    SIGNATORY = "signatory"  #: of a treaty; whoever signs an order of his own is its authority
    SUBJECT = "subject"  #: whom it concerns: who is formed, elected, travels, joins, leaves or is spoken of


class PartyKind(StrEnum):
    """What sort of political grouping it is."""

    PARTY = "party"
    FACTION = "faction"
    BLOC = "bloc"


class DescentKind(StrEnum):
    """How one party came from another."""

    SPLIT = "split"
    MERGER = "merger"


class BodyKind(StrEnum):
    """What sort of institution it is."""

    GOVERNMENT = "government"
    PARLIAMENT = "parliament"
    SOVIET = "soviet"
    COMMITTEE = "committee"
    CONGRESS = "congress"
    ARMY = "army"
    POLICE = "police"
    INTERNATIONAL = "international"
    NEWSPAPER = "newspaper"
    JOURNAL = "journal"
    PUBLISHER = "publisher"
    LIBRARY = "library"
    STATE = "state"
    CLASS = "class"  #: a class or a group of people: workers, peasants, sailors
    ORGANISATION = "organisation"


class WorkKind(StrEnum):
    """What sort of writing it is."""

    BOOK = "book"
    CHAPTER = "chapter"
    ESSAY = "essay"
    ARTICLE = "article"
    REVIEW = "review"
    LETTER = "letter"
    DIARY = "diary"
    SPEECH = "speech"
    DECREE = "decree"
    ORDER = "order"
    NEWSPAPER = "newspaper"
    JOURNAL = "journal"
    CONFESSION = "confession"
    INTERVIEW = "interview"


class ConfinementKind(StrEnum):
    """How a person was kept from moving freely."""

    IMPRISONMENT = "imprisonment"
    HOUSE_ARREST = "house-arrest"
    EXILE = "exile"  #: sent to live in a place within the country
    EMIGRATION = "emigration"  #: driven or fled abroad
    HIDING = "hiding"


class IdeaKind(StrEnum):
    """What sort of thought it is."""

    DOCTRINE = "doctrine"
    POLICY = "policy"
    SLOGAN = "slogan"
    MOVEMENT = "movement"
    CONCEPT = "concept"


class SourceKind(StrEnum):
    """What sort of document a source is."""

    REVIEW = "review"
    CATALOGUE = "catalogue"
    EXCERPT = "excerpt"
    NOTES = "notes"
    CHAPTER = "chapter"


class AddressKind(StrEnum):
    """What is to be found at an address."""

    PAGE = "page"  #: the document, on a page of its own or with others
    BOOK = "book"  #: a book that holds it, as a text
    SCAN = "scan"  #: pictures of its pages
    VERSION = "version"  #: another text of it: a translation, another edition, a part
    DESCRIPTION = "description"  #: none of the text, as a catalogue or a publisher has it


class RightsStatus(StrEnum):
    """Whether a text may be copied, in the terms of RightsStatements.org (https://rightsstatements.org/page/1.0/)."""

    PUBLIC_DOMAIN = "public-domain"
    LICENSED = "licensed"  #: under a free licence, which the note names
    IN_COPYRIGHT = "in-copyright"
    UNDETERMINED = "undetermined"


class Predicate(StrEnum):
    """What a relation says of its subject and its object, read as a sentence: *subject* predicate *object*."""

    LED = "led"
    FOUNDED = "founded"
    JOINED = "joined"
    LEFT = "left"
    MEMBER_OF = "member-of"
    REMOVED_FROM = "removed-from"
    EXPELLED_FROM = "expelled-from"
    READMITTED_TO = "readmitted-to"
    HELD_OFFICE_IN = "held-office-in"
    WORKED_WITH = "worked-with"
    ALLIED_WITH = "allied-with"
    OPPOSED = "opposed"
    SUPPORTED = "supported"
    BELIEVED_IN = "believed-in"
    CRITICISED = "criticised"
    COMPARED_WITH = "compared-with"
    ACCUSED = "accused"
    ARRESTED_IN = "arrested-in"
    IMPRISONED_IN = "imprisoned-in"
    EXILED_TO = "exiled-to"
    KILLED = "killed"
    WENT_TO = "went-to"
    LIVED_IN = "lived-in"
    BORN_IN = "born-in"
    CHILD_OF = "child-of"
    MARRIED = "married"
    RELATED_TO = "related-to"
    COMMANDED = "commanded"
    SIGNED = "signed"
    WROTE = "wrote"
    PUBLISHED = "published"
    REVIEWED = "reviewed"
    QUOTED = "quoted"
    TREATS_OF = "treats-of"  #: a work, of what it is about
    READ = "read"
    OWNED = "owned"
    ADDRESSED = "addressed"
    SUCCEEDED = "succeeded"
    PART_OF = "part-of"
    NAMED = "named"  #: gave or changed the name of
    LOCATED_IN = "located-in"
    LED_TO = "led-to"  #: an event, to another that it brought about


class SkipReason(StrEnum):
    """Why a stretch of a document needs no statement."""

    HEADING = "heading"
    NAVIGATION = "navigation"  #: of the web page that the text was taken from
    NOTE_MARKER = "note-marker"
    INTRODUCTION = "introduction"  #: words that only announce what follows
    RHETORICAL_QUESTION = "rhetorical-question"
    CONNECTIVE = "connective"
    REPEATS = "repeats"


class Certainty(StrEnum):
    """How sure the editors are."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Authority(StrEnum):
    """What kind of authority an editorial fact rests on."""

    REFERENCE_WORKS = "reference-works"  #: agreed by the standard biographies and encyclopaedias
    PRIMARY_TEXT = "primary-text"  #: the book, decree or minutes in question
    CALENDAR = "calendar"  #: arithmetic of the two calendars
    GAZETTEER = "gazetteer"
    CONTEXT = "context"  #: what the rest of the same document makes plain
