"""What PyInstaller takes into a program beside what is imported in plain sight.

That is the data and the files of SQL and SHACL; modules that are imported by name when they are first used; and what is
installed with the package, in which the views have their names.
"""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules, copy_metadata

datas = [*collect_data_files("russianrev"), *copy_metadata("russianrev")]
hiddenimports = collect_submodules("russianrev", filter=lambda name: not name.startswith("russianrev.__pyinstaller"))
