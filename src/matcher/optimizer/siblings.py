"""How the model counts the coordinators of a family whose cases are groups of their own."""

from matcher.optimizer.model import Model


def count_coordinators(model: Model, family: tuple[int, ...]) -> list[int]:
    """One yes/no extra variable a coordinator: *follows someone in this family*."""
    used = []
    groups = model.group_of
    for j in range(model.problem.shape[1]):
        members = [int(groups[i]) for i in family if model.open[groups[i], j]]
        if members:
            follows = model.add_extra(1, is_integer=True)
            used.append(follows)
            for group in members:
                model.add_row({(group, j): 1}, {follows: -1}, upper=0)
    return used
