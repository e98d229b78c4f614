"""A data set: what can be asked of it, and the ways out to documents, tables, files and pictures."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Self, overload

from russianrev.queries.corpus import Corpus

# A cold start is the commonest start, so what only some ways need is imported where they are gone.
if TYPE_CHECKING:
    import pandas
    import polars

    from russianrev.passages.coverage import Gap
    from russianrev.passages.documents import Documents
    from russianrev.passages.fetching import Retrievals
    from russianrev.passages.verification import Verification
    from russianrev.picture import Chart
    from russianrev.queries.reading import Paragraphs
    from russianrev.quizzes import Draft, QuestionKind, Quiz
    from russianrev.records.model import Citation, Event, Findable, Source


class Dataset(Corpus):
    """Events, persons, parties, bodies, places, works, ideas and the statements and sources behind them.

    The functions of the module `russianrev` are the methods of the bundled data set; `rr.load(path)` gives another.
    A name may be given as the thing itself, its id, or any name that `find` knows; one that is unknown raises
    `UnknownNameError`, one that is ambiguous `AmbiguousNameError`, and what is no name at all `TypeError`.
    """

    @classmethod
    def bundled(cls) -> Self:
        """Open the data set in the package anew; `russianrev`'s own functions share one."""
        from russianrev.loading.bundle import load_bundle

        return cls(load_bundle())

    # Pictures.

    def accounts_chart(
        self, event: Event | str, *, language: str = "en", width: float = 960, title: str | None = None
    ) -> Chart:
        """Draw a picture of which document covers what: how many statements each makes on an event and its parts.

        It is all in `language` ("en", "zh", "vi", "ru"). `width` is in pixels. Raises `ValueError` if no document tells
        of it, and `MissingExtraError` without the extra `charts`.

        >>> import russianrev as rr
        >>> print(rr.accounts_chart("october-revolution").title)
        October Revolution: who tells what
        """
        from russianrev.charts import accounts_chart

        return accounts_chart(self, event, language=language, width=width, title=title)

    def sources_chart(self, *, language: str = "en", width: float = 960, title: str | None = None) -> Chart:
        """Draw a picture of what the documents cover by year, how far they overlap, and how far they agree (`compare`).

        It is all in `language`; `width` is in pixels. Raises `ValueError` if there are no statements, and
        `MissingExtraError` without the extra `charts`.

        >>> import russianrev as rr
        >>> rr.sources_chart(width=1200).width
        1200
        """
        from russianrev.charts import sources_chart

        return sources_chart(self, language=language, width=width, title=title)

    def network_chart(
        self, *, most: int = 40, language: str = "en", width: float = 960, title: str | None = None
    ) -> Chart:
        """Draw a picture of who took part in events with whom: `Timeline.network_chart` of all events.

        >>> import russianrev as rr
        >>> rr.network_chart(most=30).save("network.svg")  # doctest: +SKIP
        """
        return self.events.network_chart(most=most, language=language, width=width, title=title)

    # Documents.

    def documents(self, folder: str | os.PathLike[str] | None = None) -> Documents:
        """Open the texts in a folder, or in one file, and those that the data set has itself.

        Any copies will do: plain texts, web pages and electronic books, as a website or a library of e-texts has them;
        a whole book too. Without a folder, all that is at hand: what the environment variable RUSSIANREV_DOCUMENTS
        names, and the user's own store. Printed, it says of each document whether it is at hand. Raises
        `NotADirectoryError` if there is nothing where it was said.

        >>> import russianrev as rr
        >>> documents = rr.documents()
        >>> len(documents) + len(documents.missing) == len(rr.sources)
        True
        """
        from russianrev.passages.documents import Documents
        from russianrev.passages.files.folder import list_files
        from russianrev.passages.store import places

        return Documents(self.sources, list_files(*([folder] if folder else places())))

    def get_documents(self, *sources: Source | str, folder: str | os.PathLike[str] | None = None) -> Retrievals:
        """Fetch the texts of documents from their addresses on the web into the user's own store, where they are found.

        Without `sources`, those of all that have an address whose text a program can read. This is the only way in
        which the library goes online. What comes is kept only if it is the document, by its letters: in `folder`, or in
        what the environment variable RUSSIANREV_STORE names, or in the user's data folder; of a book only the lines
        that hold the document. A file that is there stays. Of each address at most 50 MB are taken, in two minutes.

        The result is true if all are at hand. It tells for each document from where it came and how well it matches, or
        what failed and what to do by hand. Raises what `find` raises, and `MissingExtraError` without the extra
        `documents`.

        >>> import russianrev as rr
        >>> print(rr.get_documents("boden-review"))  # doctest: +SKIP
        boden-review: fetched: 162 passages, all with the same letters
        """
        from pathlib import Path

        from russianrev.passages.fetching import retrieve
        from russianrev.records.model import Source

        named = [self.find(source, Source) for source in sources] or [source for source in self.sources if source.url]
        return retrieve(named, Path(folder) if folder else None)

    def read(
        self,
        source: Source | str,
        first: int | None = None,
        last: int | None = None,
        *,
        folder: str | os.PathLike[str] | None = None,
    ) -> Paragraphs:
        """Go through a document paragraph by paragraph: its text, if it is at hand, and what the data have of it.

        That is, of each paragraph, the statements, with how misprints are read, what is skipped, and the disputes.
        Without `last` it is one paragraph, without `first` the whole. Texts are looked for as `documents` does.
        Raises what `find` raises, and `ValueError` for a paragraph that the document does not have.

        >>> import russianrev as rr
        >>> paragraph = rr.read("roberts-excerpt", 4)[0]
        >>> len(paragraph.statements), len(paragraph.skipped)
        (11, 0)
        """
        from russianrev.queries.reading import read
        from russianrev.records.model import Source

        return read(self.find(source, Source), first, last, self.documents(folder))

    def verify(self, folder: str | os.PathLike[str] | None = None) -> Verification:
        """Check every citation, of statements and of what is skipped, against the documents in a folder.

        Without a folder, against what is at hand. The result is true if all documents are there and all citations hold;
        it names each that does not. Raises what `documents` raises, and `DocumentError` if no document is there.
        """
        from russianrev.passages.verification import verify

        return verify(self._list_citations(), self.documents(folder))

    def _list_citations(self) -> Iterator[tuple[str, Citation]]:
        for statement in self.statements:
            yield statement.id, statement.citation
        for source in self.sources:
            for skipped in source.skipped:
                yield "skipped", skipped.citation

    def coverage(self, folder: str | os.PathLike[str] | None = None) -> dict[Source, list[Gap]]:
        """Find, for each document in a folder, the stretches that neither a statement nor a skipped span covers.

        Raises what `documents` raises.
        """
        from russianrev.passages.coverage import coverage

        return coverage((citation for _, citation in self._list_citations()), self.documents(folder))

    def cite(
        self,
        source: Source | str,
        paragraph: int,
        first: str,
        last: str | None = None,
        *,
        folder: str | os.PathLike[str] | None = None,
    ) -> Citation:
        """Make the citation of the passage from the words `first` to the words `last` in a document, for editors.

        Without `last` the passage is `first` itself. Raises what `documents` raises, and `DocumentError` if the words
        are not there, or are there twice, or the paragraph is another than in the text that the citations are of.
        """
        from russianrev.passages.citing import cite
        from russianrev.records.model import Source

        found, documents = self.find(source, Source), self.documents(folder)
        return cite(found, documents[found], paragraph, first, last, copied=documents.copy(found) is not None)

    # For the classroom.

    def quiz(
        self,
        n: int,
        *,
        seed: int | str | None = None,
        about: Findable | str | None = None,
        language: str = "en",
        kinds: Iterable[QuestionKind | str] | None = None,
        level: Literal["basic", "all"] = "all",
        brief: bool = False,
    ) -> Quiz:
        """Make `n` questions of all kinds, or on one thing: an event with its parts, one who took part, or a document.

        Each has four options, of which one is right, and the passages that settle it. No question is on what is
        disputed, misread or only reported (but whose words they are), nor on what no passage gives. The wrong options
        are wrong for certain by the data: a date that overlaps none that is given, a person whom nothing told of the
        event touches. `kinds` are of `QuestionKind`, all but `source` unless told. At the level "basic" a third of each
        is asked, that on what most is said of; with `brief`, none that is longer than Kahoot takes.

        The same seed asks the same of the same data, whatever the Python; without one the questions differ each time.
        `language` is "en", "zh", "vi" or "ru": what has no name in it is not asked about, nor what only English
        sentences tell.

        Raises `ValueError` for another language, kind or level, or if fewer than `n` questions can be asked, and what
        `find` raises. `rr.write_quiz` writes it for Moodle, Kahoot or Quizlet.

        >>> import russianrev as rr
        >>> [len(question.options) for question in rr.quiz(3, seed=1917)]
        [4, 4, 4]
        """
        from russianrev.quizzes import quiz

        return quiz(self._list_drafts(about), n, seed, language, kinds=kinds, level=level, brief=brief)

    def flashcards(self, *, about: Findable | str | None = None, language: str = "en") -> str:
        """Write the questions that `quiz` could ask, but for those on documents, as CSV that Anki imports.

        Raises what `quiz` raises.

        >>> import russianrev as rr
        >>> rr.flashcards(about="kirov-assassination").startswith("#separator:Comma")
        True
        """
        from russianrev.exports.anki import flashcards

        return flashcards(self._list_drafts(about), language, self.metadata)

    def _list_drafts(self, about: Findable | str | None) -> list[Draft]:
        thing = None if about is None else self.find(about)
        return [draft for draft in self._every_draft if thing is None or draft.concerns(thing)]

    @cached_property
    def _every_draft(self) -> tuple[Draft, ...]:
        from russianrev.quizzes import drafts

        return tuple(drafts(self))

    # For other tools.

    @overload
    def tables(self, library: Literal["pandas"] = "pandas") -> dict[str, pandas.DataFrame]: ...
    @overload
    def tables(self, library: Literal["polars"]) -> dict[str, polars.DataFrame]: ...
    def tables(
        self, library: Literal["pandas", "polars"] = "pandas"
    ) -> dict[str, pandas.DataFrame] | dict[str, polars.DataFrame]:
        """Put the whole in related data frames, by name: those that `export` writes, which join by id.

        Raises `MissingExtraError` without the extra `frames`, `ValueError` for another library.

        >>> import russianrev as rr
        >>> len(rr.tables()["events"]) == len(rr.events)
        True
        """
        from russianrev.frames import frames
        from russianrev.tabular import tables

        return frames(tables(self), library)

    def export(self, form: str, output: str | os.PathLike[str] | None = None) -> str | None:
        """Write the whole in a form for other tools, such as `csv` or `bibtex`.

        It is one of `russianrev.exports`, or one that another package adds.

        A text is written to the file `output`, or returned if that is left out; for tables `output` is a folder.
        Raises `ValueError` for another form, or a folder that is not named, `MissingExtraError`, and `OSError`.

        >>> import russianrev as rr
        >>> print((rr.export("bibliography") or "").splitlines()[2])
        Roberts, G. (2022) Stalin’s Library: A Dictator and His Books. Yale University Press.
        """
        from pathlib import Path

        from russianrev.exports import FOLDERS, exporter

        write = exporter(form)
        if form in FOLDERS:
            if output is None:
                raise ValueError(f"wanted: the folder into which {form} is to be written")
            write(self, output)
            return None
        text: str = write(self)
        if output is None:
            return text
        Path(output).write_text(text, encoding="utf-8", newline="")
        return None

    # Files.

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the whole data set to a JSON file, which `rr.load` reads as an equal one."""
        from pathlib import Path

        from russianrev.loading.structure import written

        Path(path).write_bytes(written(self.records).encode())


def load(path: str | os.PathLike[str]) -> Dataset:
    """Load a user's own data set: a folder of TOML or JSON files, or one file; or the tables that `export` writes.

    Raises `FileNotFoundError`, and `DataError`, whose `faults` are everything that is wrong with the data.
    """
    from pathlib import Path

    from russianrev.loading.files import load_records

    return Dataset(load_records(Path(path)))
