"""The questions people ask about norms, from lexicon/asked, where the service reads them too."""
import os

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../lexicon/asked")


def asked_questions() -> list[tuple[str, str, str, str]]:
    """(law, norm, Absatz or empty, question)."""
    found = []
    for file in sorted(os.listdir(FOLDER)):
        with open(os.path.join(FOLDER, file), encoding="utf-8") as lines:
            for line in lines:
                if line.strip() and not line.startswith("#"):
                    found.append((file.removesuffix(".tsv"), *line.rstrip("\n").split("\t")))
    return found
