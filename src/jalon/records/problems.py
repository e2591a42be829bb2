"""What an action refuses to do, as one base class."""


class Refused(Exception):
    """An action that cannot be done; `str(error)` is a French sentence: what is wrong and what to do.

    `code` is stable: tests and callers name it, never the prose.
    """

    def __init__(self, code: str, sentence: object) -> None:
        super().__init__(code, sentence)
        self.code = code
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)
