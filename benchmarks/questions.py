"""How well `search` answers: questions as people put them, and what must come among the first answers.

`python benchmarks/questions.py` prints of how many questions what is wanted comes first, or among the first three, and
the mean reciprocal rank (Voorhees, *The TREC-8 Question Answering Track Report*, 1999); `--each` every question's rank.
A question is answered by a record that is named beside it, or by a statement that tells of an event so named.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from attrs import frozen

import russianrev as rr
from russianrev.records.base import Record
from russianrev.records.model import Statement

_LOOKED_AT = 20

_ASKED = """
How did dual power work? | dual-power
What was dual power | dual-power
who shot Stolypin | stolypin-assassination bogrov
Who killed Stolypin? | stolypin-assassination bogrov
who assassinated Kirov | kirov-assassination leonid-nikolaev
When did the Tsar abdicate? | abdication-of-nicholas-ii
abdication of Nicholas II | abdication-of-nicholas-ii
why did Nicholas II abdicate | abdication-of-nicholas-ii generals-ask-the-tsar-to-abdicate
When did Lenin come back to Petrograd? | return-of-lenin return-of-lenin-in-october
the sealed train | return-of-lenin
How did Lenin die? | lenins-death lenins-strokes
Lenin's testament | lenins-testament
What did Lenin write about Stalin in his testament? | lenin-writes-his-testament lenins-testament
causes of the February Revolution | february-revolution
Why were there bread queues in Petrograd? | bread-queues-of-1917
who was Rasputin | rasputin
Rasputin's influence at court | rasputin-at-court rasputin
Kerensky | kerensky
lenin | lenin
stalin | stalin
trotsky | trotsky
Who was Kornilov? | kornilov
What was the Kornilov affair? | kornilov-affair
Kornilov's march on Petrograd | kornilov-orders-troops-to-petrograd kornilov-affair
storming of the Winter Palace | storming-of-the-winter-palace siege-of-the-winter-palace
who arrested the Provisional Government | arrest-of-the-provisional-government
What happened in the July Days? | july-days
drunken looting of the wine cellars | looting-of-the-winter-palace-cellars
What was Order No. 1? | order-no-1-issued order-no-1
What did Order Number One say to the soldiers | order-no-1-issued order-no-1
Decree on Land | decree-on-land
Treaty of Brest-Litovsk | treaty-of-brest-litovsk
peace with Germany 1918 | treaty-of-brest-litovsk bolshevik-debate-on-peace
Why did the Left Communists oppose Lenin? | left-communist-opposition-of-1918 left-communists
When was the Tsar's family shot? | execution-of-the-romanovs
murder of the Romanovs | execution-of-the-romanovs
What was the Cheka? | cheka
how did the Cheka interrogate people | cheka-instruction-on-interrogation
Kronstadt 1921 | kronstadt-rebellion suppression-of-the-kronstadt-rebellion trotsky-negotiates-at-kronstadt
why did the Kronstadt sailors rebel | kronstadt-rebellion kronstadt-mutiny-of-1917
NEP | nep
Why was the New Economic Policy introduced? | introduction-of-the-nep nep
What is war communism? | war-communism
grain requisitioning | grain-requisitioning
famine 1921 | famine-of-1921
American aid during the famine | american-famine-relief-in-soviet-russia
Who won the Civil War? | civil-war defeat-of-the-white-armies
leaders of the Whites | white-armies defeat-of-the-white-armies
Red Guards | red-guard
World War I | first-world-war
When did Russia enter the First World War? | first-world-war german-declaration-of-war-on-russia
Bloody Sunday 1905 | revolution-of-1905
October Manifesto | october-manifesto october-manifesto-issued
land reforms of Stolypin | stolypin-reforms
When was serfdom abolished? | abolition-of-serfdom
who founded the Comintern | founding-of-the-communist-international communist-international
Where was Trotsky exiled? | trotsky-exiled-to-alma-ata trotsky-exiled-to-turkey
When was Trotsky expelled from the party? | trotsky-and-zinoviev-expelled-from-the-party
rubbish heap of history | trotsky-speaks-against-the-walkout
dustbin of history | trotsky-speaks-against-the-walkout
Moscow trials confessions | confessions-of-the-moscow-trials
What did Zinoviev confess? | zinoviev-confesses zinovievs-confession
purging of Leningrad after Kirov's murder | purge-of-leningrad-1935
Who were the triumvirate? | triumvirate formation-of-the-triumvirate
socialism in one country | socialism-in-one-country
permanent revolution | permanent-revolution-book permanent-revolution-book-published
desertions from the army | desertion-from-the-russian-army
soldiers refusing to fight | german-army-units-refuse-to-fight disaffection-of-the-russian-army
peasants seizing land in 1917 | peasant-land-seizures-of-1917 wave-of-expropriations-of-1917-1918
murder of Rosa Luxemburg | murder-of-luxemburg-and-liebknecht
Zimmerwald | zimmerwald-conference zimmerwald
"New Economic Policy" congress | tenth-congress-adopts-the-nep lenin-proposes-the-nep-to-the-congress
Which date of the Duma's emergency session is right? | emergency-session-of-the-duma date-of-the-duma-committee
when was Stolypin assassinated, which date is wrong | date-of-stolypins-assassination
Tolstoy's widow and the peasants | tolstoys-widow-awaits-the-peasants peasants-pass-tolstoys-house-by
Invasion of Georgia | soviet-invasion-of-georgia
Who led the Red Army? | red-army trotsky trotskys-armoured-train trotsky-becomes-commissar-of-war
Persecution of Women | from-lenin-to-stalin-chapter-18
十月革命 | october-revolution
列宁 | lenin
列寧遺囑 | lenins-testament lenin-writes-his-testament
谁刺杀了斯托雷平？ | stolypin-assassination stolypin bogrov
喀琅施塔得叛乱 | kronstadt-rebellion
二月革命是怎么发生的 | february-revolution
托洛茨基流放 | trotsky-exiled-to-alma-ata trotsky-exiled-to-turkey
新經濟政策 | nep introduction-of-the-nep
cách mạng tháng mười | october-revolution
Cách mạng Tháng Hai là gì? | february-revolution
lenin tro ve petrograd | return-of-lenin return-of-lenin-in-october
cuộc nổi dậy Kronstadt | kronstadt-rebellion
Hòa ước Brest-Litovsk | treaty-of-brest-litovsk
vụ ám sát Kirov | kirov-assassination
Октябрьская революция | october-revolution
убийство Столыпина | stolypin-assassination
Что такое двоевластие? | dual-power
отречения Николая II | abdication-of-nicholas-ii
Кронштадтского восстания | kronstadt-rebellion
завещание Ленина | lenins-testament lenin-writes-his-testament
Кто такой Керенский? | kerensky
Брестскій миръ | treaty-of-brest-litovsk
"""


@frozen
class Question:
    """A question, and the ids of the records that answer it."""

    text: str
    wanted: frozenset[str]

    def is_answered_by(self, record: Record) -> bool:
        """Tell whether a record is one that is wanted, or a statement that tells of one."""
        tells_of = isinstance(record, Statement) and record.event is not None and record.event.id in self.wanted
        return tells_of or record.id in self.wanted

    @property
    def rank(self) -> int:
        """The place of the first right answer, from 1; 0 if it is not among those that are looked at."""
        hits = rr.search(self.text, limit=_LOOKED_AT)
        return next((place for place, hit in enumerate(hits, 1) if self.is_answered_by(hit.record)), 0)


def questions() -> Iterator[Question]:
    """Go through the questions."""
    for line in _ASKED.strip().splitlines():
        text, _, wanted = line.rpartition(" | ")
        yield Question(text, frozenset(wanted.split()))


def main() -> None:
    """Print how well the questions are answered."""
    parser = argparse.ArgumentParser(description="Measure how well the search answers questions.")
    parser.add_argument("--each", action="store_true", help="also the rank of the answer to each question")
    given = parser.parse_args()
    ranks = {question.text: question.rank for question in questions()}
    for text, rank in ranks.items():
        if given.each:
            print(f"{rank or '—':>4}  {text}")
    first, among_three = (sum(0 < rank <= most for rank in ranks.values()) for most in (1, 3))
    mean = sum(1 / rank for rank in ranks.values() if rank) / len(ranks)
    print(
        f"{len(ranks)} questions; first: {first / len(ranks):.1%}, first three: {among_three / len(ranks):.1%},", end=""
    )
    print(f" mean reciprocal rank: {mean:.3f}")


if __name__ == "__main__":
    main()
