"""Finding by name: each kind of writing leads to the record, and what may mean another is asked back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bundled_data import DATASET
from factories import example, owner

from russianrev.dataset import Dataset
from russianrev.errors import AmbiguousNameError, UnknownNameError
from russianrev.records.model import Body, Event, Party, Person, Place

FOUND = """
# surnames in Latin letters
lenin: Lenin; lenin; LENIN; Lenin's
trotsky: Trotsky; trotsky; Trotsky’s
stalin: Stalin
kerensky: Kerensky
witte: Witte
gorky: Gorky
axelrod: Axelrod
plehve: Plehve; von Plehve
sviatopolk-mirsky: Sviatopolk-Mirsky; Mirsky
antonov-ovseenko: Antonov-Ovseenko; Antonov Ovseenko
leo-tolstoy: Tolstoy
sophia-tolstaya: Tolstaya
maria-ulyanova: Ulyanova
rosa-luxemburg: Luxemburg
karl-liebknecht: Liebknecht
inessa-armand: Armand
nechaev: Nechaev

# surnames in Cyrillic
lenin: Ленин
trotsky: Троцкий
stalin: Сталин
gorky: Горький
witte: Витте
georgy-lvov: Львов; князь Львов
kirov: Киров
stolypin: Столыпин
kerensky: Керенский
sokolnikov: Сокольников
sviatopolk-mirsky: Святополк-Мирский
chkheidze: Чхеидзе
tukhachevsky: Тухачевский
uritsky: Урицкий
yudenich: Юденич
kollontai: Коллонтай
chernyshevsky: Чернышевский
plehve: Плеве
gershenzon: Гершензон
rosa-luxemburg: Люксембург
marx: Маркс
kautsky: Каутский
hoover: Гувер
dybenko: Дыбенко
lazimir: Лазимир
steinberg: Штейнберг

# full names, native and English
lenin: Vladimir Lenin; Vladimir Ilyich Lenin; Владимир Ильич Ленин; Vladimir Ilich Lenin
trotsky: Leon Trotsky; Lev Trotsky; Лев Давидович Троцкий; Lev Davidovich Trotsky
stalin: Joseph Stalin; Iosif Vissarionovich Stalin; Иосиф Виссарионович Сталин; Josef Stalin
kornilov: Lavr Georgievich Kornilov; Лавр Георгиевич Корнилов
milyukov: Павел Николаевич Милюков; Pavel Nikolaevich Miliukov; Paul Miliukov
tsereteli: ირაკლი წერეთელი; Ираклий Георгиевич Церетели
bela-kun: Kun Béla; Bela Kun
dzerzhinsky: Feliks Dzierżyński; Feliks Dzierzynski; Феликс Эдмундович Дзержинский
smilga: Ivars Smilga
wilhelm-ii: Wilhelm II; William II; Kaiser Wilhelm

# initials
lenin: V. I. Lenin; V.I. Lenin; V.I.Lenin; VI Lenin; V. Lenin; В. И. Ленин; В.И. Ленин; ВИ Ленин
trotsky: L. D. Trotsky; L. Trotsky; Л. Д. Троцкий; Л. Троцкий
stalin: J. V. Stalin; J. Stalin; I. V. Stalin; И. В. Сталин
martov: L. Martov; Yu. O. Martov; Ю. О. Мартов
milyukov: P. N. Milyukov; П. Н. Милюков
kerensky: A. F. Kerensky; А. Ф. Керенский
witte: S. Yu. Witte; С. Ю. Витте
zinoviev: G. E. Zinoviev; Г. Е. Зиновьев
bukharin: N. I. Bukharin; Н. И. Бухарин
chicherin: G. V. Chicherin; Г. В. Чичерин
uritsky: M. S. Uritsky

# the surname first
lenin: Lenin, Vladimir; Lenin, V. I.; Lenin, Vladimir Ilyich; Ленин, Владимир Ильич; Ленин В. И.; Ленин Владимир Ильич
trotsky: Trotsky, Leon; Trotsky, L. D.; Троцкий Л. Д.; Троцкий, Лев; Троцкий Лев Давидович
kornilov: Kornilov, Lavr; Корнилов, Л. Г.
kerensky: Kerensky, Alexander; Керенский А. Ф.
victor-serge: Serge, Victor

# a title, a rank, and the name
kornilov: General Kornilov; General Lavr Kornilov; генерал Корнилов; tướng Kornilov; 科尔尼洛夫将军
denikin: General Denikin; генерал Деникин; General A. I. Denikin; 邓尼金将军
brusilov: General Brusilov
kolchak: Admiral Kolchak; адмирал Колчак; 高尔察克海军上将
michael-alexandrovich: Grand Duke Michael; великий князь Михаил; Michael Alexandrovich; Grand Duke Mikhail Alexandrovich
grand-duke-nicholas-nikolaevich: Grand Duke Nicholas; Nicholas Nikolaevich; великий князь Николай Николаевич
nicholas-ii: Tsar Nicholas; Tsar Nicholas II; Emperor Nicholas II; Czar Nicholas II
nicholas-ii: император Николай II; 沙皇尼古拉二世
alexander-ii: Tsar Alexander II; император Александр II
alexandra-feodorovna: Empress Alexandra Feodorovna; Empress Alexandra; Tsarina Alexandra Feodorovna
georgy-lvov: Prince Lvov; Prince Georgy Lvov; Prince G. E. Lvov
witte: Count Witte; граф Витте
leo-tolstoy: Count Tolstoy; граф Толстой; Count Leo Tolstoy
lenin: Comrade Lenin; товарищ Ленин; đồng chí Lê-nin; 列宁同志
stalin: Comrade Stalin; товарищ Сталин; Marshal Stalin
tukhachevsky: Marshal Tukhachevsky; маршал Тухачевский
milyukov: Professor Milyukov; giáo sư Milyukov
wilhelm-ii: Kaiser Wilhelm II; Emperor Wilhelm II
hoover: President Hoover
kerensky: Prime Minister Kerensky; 克伦斯基总理

# name and patronymic
lenin: Vladimir Ilyich; Vladimir Ilich; Владимир Ильич; Ilyich; Ильич
trotsky: Lev Davidovich; Лев Давидович
stalin: Iosif Vissarionovich; Иосиф Виссарионович
kerensky: Aleksandr Fyodorovich; Александр Фёдорович
kornilov: Lavr Georgievich; Лавр Георгиевич
sviatopolk-mirsky: Пётр Дмитриевич; Pyotr Dmitrievich

# birth names, party names and aliases
lenin: Ulyanov; Ульянов; Vladimir Ulyanov; V. I. Ulyanov; N. Lenin
trotsky: Bronstein; Бронштейн; Lev Bronstein; Leon Bronstein
stalin: Dzhugashvili; Djugashvili; Джугашвили; Koba; Коба; Iosif Dzhugashvili
zinoviev: Radomyslsky; Радомысльский; Apfelbaum; Апфельбаум
kamenev: Rosenfeld; Rozenfeld; Розенфельд; Lev Rosenfeld
martov: Tsederbaum; Цедербаум; Tsederbaum, Yuly
molotov: Skryabin; Scriabin; Скрябин
kirov: Kostrikov; Костриков
gorky: Peshkov; Пешков; Alexei Peshkov
radek: Sobelsohn
sokolnikov: Brilliant; Бриллиант
lomov: Oppokov
victor-serge: Victor Kibalchich; Viktor Kibalchich; Виктор Кибальчич

# the spelling of before 1918
trotsky: Троцкій; Левъ Троцкій
lenin: Ленинъ; Владиміръ Ленинъ
kerensky: Керенскій; А. Ѳ. Керенскій
chernov: Черновъ
milyukov: Милюковъ
witte: Сергѣй Витте
petrograd: Петроградъ; Санктъ-Петербургъ
kronstadt-rebellion: Кронштадтскій мятежъ
bolsheviks: большевики
provisional-government: Временное правительство

# Russian names in other spellings of Latin letters
trotsky: Trotzki; Trotskii; Trockij; Trotzky; Trotski; Trocki; Léon Trotsky
lenin: Lénine; Wladimir Lenin; Vladimir Lenine
bukharin: Boukharine; Bucharin; Nikolaj Bucharin; Bukharine
kerensky: Kerenskii; Kerenski; Kerenskij; Kérensky; Aleksandr Kerenskiy
zinoviev: Zinovyev; Zinovieff; Sinowjew; Zinovjev; Zinov'ev
milyukov: Miliukov; Milyukoff; Milioukov; Miliukow; Miljukow
chkheidze: Tchkheidze; Tschcheidse
kollontai: Kollontay; Kollontaj
tsereteli: Tseretelli; Zereteli
dzerzhinsky: Dzerzhinskii; Dzierżyński; Dzierzynski
rasputin: Raspoutine; Rasputine
stolypin: Stolypine
tukhachevsky: Toukhatchevsky; Tuchatschewski; Tukhachevskii
leo-tolstoy: Tolstoi; Lev Tolstoi
gorky: Gorki; Gorkii; Maxime Gorki
kornilov: Korniloff
denikin: Dénikine
chernyshevsky: Tchernychevski; Chernyshevskii
kamenev: Kamenew; Kameneff
yudenich: Ioudenitch; Judenitsch
krylenko: Krilenko

# Chinese in simplified and traditional characters, and in pinyin
lenin: 列宁; 列寧; 弗拉基米尔·列宁; 弗拉基米爾·列寧; Liening
trotsky: 托洛茨基; 托洛斯基; 列夫·托洛茨基; Tuoluosiji; Tuoluociji; tuō luò sī jī
stalin: 斯大林; 史達林; 约瑟夫·斯大林; 約瑟夫·斯大林; Sidalin
kerensky: 克伦斯基; 克倫斯基; 亚历山大·克伦斯基; Kelunsiji
bukharin: 布哈林; Buhalin
zinoviev: 季诺维也夫; 季諾維也夫
nicholas-ii: 尼古拉二世
gorky: 高尔基; 高爾基
kolchak: 高尔察克; 高爾察克
tukhachevsky: 图哈切夫斯基; 圖哈切夫斯基
chernov: 切尔诺夫
october-revolution: 十月革命; Shiyue geming
february-revolution: 二月革命
bolsheviks: 布尔什维克; 布爾什維克
petrograd: 彼得格勒; 列寧格勒
soviet-union: 苏联; 蘇聯
provisional-government: 临时政府; 臨時政府
state-duma: 杜马; 杜馬; 国家杜马; 國家杜馬
nep: 新经济政策; 新經濟政策

# Vietnamese, with marks and without
lenin: Lê-nin; Lênin; Vladimir Lênin; le nin
stalin: Xta-lin; Sta-lin; Staline
martov: Mác-tốp
october-revolution: Cách mạng Tháng Mười; cach mang thang muoi
february-revolution: Cách mạng tháng Hai
red-army: Hồng quân
soviet-union: Liên Xô
mensheviks: Mensevich

# plurals, numerals, “of”, and usual names
red-guard: Red Guards; Red Guard; the Red Guards; red guards
white-armies: White movement; White Guards; Whites; White Armies; White Army; Белое движение
kornilov-affair: Kornilov Putsch; Kornilov putsch; Kornilov revolt; Kornilov mutiny; Корниловский мятеж
kronstadt-rebellion: Kronstadt mutiny; Kronstadt rebellion; Kronstadt uprising; Kronstadt revolt; Кронштадтский мятеж
first-world-war: World War I; First World War; the First World War; WORLD WAR I; 1st World War; Первая мировая война
revolution-of-1905: 1905 Revolution; Revolution of 1905; Russian Revolution of 1905; First Russian Revolution
stolypin-assassination: Stolypin's assassination; Assassination of Stolypin; murder of Stolypin
kirov-assassination: Kirov murder; Murder of Kirov; Kirov's murder
bolsheviks: Bolshevik; Bolsheviks; the Bolsheviks; Bolshevik Party; RSDLP(b); ВКП(б)
mensheviks: Menshevik; Mensheviks
constitutional-democrats: Kadets; Kadet; Cadets; кадеты
socialist-revolutionaries: SRs; эсеры; Social Revolutionaries; Socialist Revolutionary
octobrists: Octobrist; октябристы
twelfth-party-congress: 12th party congress; XII party congress; Twelfth Party Congress
twelfth-party-congress: the twelfth party congress; XII съезд РКП(б)
thirteenth-party-congress: 13th party congress; XIII party congress; Thirteenth Party Congress
second-congress-of-soviets: Second All-Russian Congress of Soviets; 2nd All-Russian Congress of Soviets
famine-of-1921: 1921 famine; Famine of 1921; Povolzhye famine
nicholas-ii: Nicholas II; Nicholas the Second; Nicholas 2nd; Николай Второй; Николай II
alexander-ii: Alexander the Second; Alexander II; Александр Второй
second-international: Second International; 2nd International
communist-international: Third International; Comintern; Коминтерн
cheka: Cheka; the Cheka; ЧК; All-Russian Extraordinary Commission
sovnarkom: Sovnarkom; Council of People's Commissars; Совнарком; the Council of People’s Commissars
stalins-terror: Great Terror; Great Purge; Большой террор
tambov-rebellion: Tambov rebellion; Antonovshchina; Antonov rebellion
order-no-1: Order No. 1; Order No 1; order number one; Приказ № 1
provisional-government: Provisional Government; the Provisional Government
red-army: Red Army; Workers' and Peasants' Red Army; Красная армия
white-armies: Белая армия; белогвардейцы
soviets: soviets; советы
treaty-of-brest-litovsk: Treaty of Brest-Litovsk; Brest-Litovsk Treaty; Treaty of Brest; Брестский мир

# ids, with hyphens or spaces
october-revolution: october-revolution; october revolution
kiev: Kiev; Kyiv; Киев; Київ
petrograd: St Petersburg; Saint Petersburg; St. Petersburg; Leningrad; Санкт-Петербург
"""


def found() -> Iterator[tuple[str, str]]:
    """Each query with the id that it must lead to."""
    for line in FOUND.splitlines():
        id, colon, queries = line.partition(": ")
        if colon:
            yield from ((query.strip(), id) for query in queries.split(";"))


@pytest.mark.parametrize(("query", "id"), list(found()))
def test_a_name_leads_to_what_it_names(query: str, id: str) -> None:
    assert DATASET.find(query).id == id


def test_the_names_that_lead_somewhere_are_many() -> None:
    assert len(list(found())) > 450


@pytest.mark.parametrize(
    ("query", "likeliest"),
    [
        ("Nikolai", "nicholas-ii bukharin"),
        ("Nicholas", "nicholas-ii grand-duke-nicholas-nikolaevich"),
        ("Alexander", "kerensky"),
        ("Александр", "kerensky"),
        ("Vladimir", "lenin antonov-ovseenko"),
        ("Karl", "marx kautsky"),
        ("Kibalchich", "victor-serge nikolai-kibalchich"),
        ("Кибальчич", "victor-serge nikolai-kibalchich"),
        ("Nikolai Ivanovich", "bukharin nikolai-kibalchich"),
        ("Николай Иванович", "bukharin nikolai-kibalchich"),
        ("Romanoff", "nicholas-ii michael-alexandrovich"),
    ],
)
def test_what_may_mean_several_is_asked_back_the_likeliest_first(query: str, likeliest: str) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        DATASET.find(query)
    ids = [each.id for each in caught.value.candidates]
    assert ids[: len(likeliest.split())] == likeliest.split()


@pytest.mark.parametrize(
    ("query", "suggested"),
    [
        ("Alexander III", "Alexander II"),
        ("Александр III", "Alexander II"),
        ("Tsar Alexander III", "Alexander II"),
        ("Alexander the Third", "Alexander II"),
        ("Tsar Alexander", "Alexander II"),
        ("Nicholas I", "Nicholas II"),
        ("Nicholas the First", "Nicholas II"),
        ("Николай I", "Nicholas II"),
        ("Nicholas III", "Nicholas II"),
        ("Wilhelm I", "Wilhelm II"),
        ("Kaiser Wilhelm I", "Wilhelm II"),
        ("Luxembourg", "Rosa Luxemburg"),
        ("Rosa", "Rosa Luxemburg"),
        ("Lavr", "Lavr Kornilov"),
        ("Felix", "Felix Dzerzhinsky"),
        ("Karl Lenin", "Vladimir Lenin"),
        ("K. Lenin", "Vladimir Lenin"),
        ("I. V. Lenin", "Vladimir Lenin"),
        ("Lenin I", "Vladimir Lenin"),
        ("Joseph Trotsky", "Leon Trotsky"),
        ("General Trotski of France", None),
        ("Kiro", "Sergei Kirov"),
        ("Trotsk", "Leon Trotsky"),
        ("Kerenskiy Ivan", None),
        ("Lenin and Stalin", "Vladimir Lenin"),
        ("14th party congress", None),
        ("XIV party congress", None),
        ("World War II", None),
        ("Second World War", None),
        ("Third Congress of Soviets", None),
        ("4th International Brigade", None),
        ("Nadezhda Krupskaya", None),
        ("Tsar", None),
        ("General", None),
        ("II", None),
        ("V.", None),
        ("", None),
        ("…", None),
        (",", None),
    ],
)
def test_what_is_the_name_of_nothing_is_not_guessed(query: str, suggested: str | None) -> None:
    with pytest.raises(UnknownNameError) as caught:
        DATASET.find(query)
    if suggested:
        assert caught.value.suggestions[0] == suggested


COMMON = """
march marsh fit wit white vet vote witty dawn serge surge sage plough stolen stalling stall lining linen lean coral
corner carnival curfew maxim marks mark martin mortal market radical radish riches rich cousin kirk curve tolerance
toll zebra zinc sinner senior simmer summer winter smile small smiling august guns cherry church charm chain
kiosk cosy crane crown crazy yagi yoga yoghurt uncle urine union unite denim denial bureau burrow bogus bog azure ash
lion lively lover love live leaf leave life engine angels hover hoover's brilliant's fig figs halo half gorge georgia's
"""


@pytest.mark.parametrize("word", COMMON.split())
def test_an_english_word_is_no_russian_name(word: str) -> None:
    """What is not the very name of a thing is never taken for a name that sounds like it."""
    try:
        meant = DATASET.find(word)
    except (UnknownNameError, AmbiguousNameError):
        return
    forms = {meant.id, meant.label, *(name.text for name in meant.names)}
    assert word.removesuffix("'s") in {part.lower() for form in forms for part in form.split()}


@pytest.mark.parametrize(
    ("query", "kind", "id"),
    [
        ("Romanov", Body, "romanov-family"),
        ("Kornilov's revolt", Event, "kornilov-affair"),
        ("Kazan", Place, "kazan"),
        ("Cadets", Party, "constitutional-democrats"),
        ("General Brusilov", Person, "brusilov"),
    ],
)
def test_what_is_of_another_kind_does_not_count(query: str, kind: type[Person], id: str) -> None:
    assert DATASET.find(query, kind).id == id


def test_a_name_of_another_kind_is_no_guess_at_this_one() -> None:
    with pytest.raises(UnknownNameError, match="no person is called 'Kazan'"):
        DATASET.find("Kazan", Person)


def test_only_names_with_a_patronymic_are_found_by_their_sound(tmp_path: Path) -> None:
    tables = example()
    tables["person"] += [
        {
            "id": "one",
            "name": "Ivan Petrov",
            "names": [{"text": "Иван Ильич Петров", "language": "ru", "kind": "native"}],
        },
        {"id": "two", "name": "Ivan Schmidt", "names": [{"text": "Иван Шмидт", "language": "ru", "kind": "usual"}]},
    ]
    dataset = Dataset(owner(tmp_path, tables))
    assert dataset.find("Petroff").id == dataset.find("I. I. Petroff").id == "one"
    with pytest.raises(UnknownNameError):
        dataset.find("Chmidt")


def test_a_chinese_surname_is_what_stands_behind_the_dot(tmp_path: Path) -> None:
    tables = example()
    names = [{"text": "列夫·托洛茨基", "language": "zh", "kind": "usual"}, {"text": "甲·乙丙", "language": "zh"}]
    tables["person"] += [{"id": "one", "name": "One", "names": names}]
    dataset = Dataset(owner(tmp_path, tables))
    for query in ("托洛茨基", "Tuoluociji", "Liefu Tuoluociji", "乙丙"):
        assert dataset.find(query).id == "one"
