"""How the tool says no: one sentence that a person reads, raised once, translated at the edges."""

import inspect


class WorkshopProblem(Exception):
    """Something was refused.

    Each subclass says in the first paragraph of its docstring what happened, what is untouched and what to do.
    That paragraph is the template (``str.format``) of the sentence; the details come from the keywords it is raised
    with. It stays untranslated here, so that the domain knows no language: see ``workshop_tool.language.sentence``.
    """

    def __init__(self, **details: object) -> None:
        """Keep the details that fill the sentence's template."""
        self.details = details
        super().__init__(self.template.format(**details))

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way back from a worker process, keywords and all."""
        return _rebuild, (type(self), self.details)

    @property
    def template(self) -> str:
        """The sentence before its details are filled in, on one line."""
        first_paragraph = inspect.cleandoc(type(self).__doc__ or "").split("\n\n")[0]
        return " ".join(first_paragraph.split())


def _rebuild(kind: type[WorkshopProblem], details: dict[str, object]) -> WorkshopProblem:
    return kind(**details)
