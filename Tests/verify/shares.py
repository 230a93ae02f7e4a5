"""fractions: money of phases and reserves, payback of modules, the split of money by return, and what a saving implies, from
the figures as the plan's file has them."""

import fractions

import source


def check(case):
    plan = source.plan(case.path)
    expected = {}
    expected |= phases(plan)
    expected |= reserves(plan)
    expected |= modules(plan)
    expected |= by_return(plan)
    expected |= saving(plan)
    for path, value in expected.items():
        found = case.figure(path)
        right = found is not None and abs(fractions.Fraction(found) - value) <= fractions.Fraction(1, 10**11)
        yield None if right else f"{path} is {found}, expected {float(value)}"


def money(text):
    return fractions.Fraction(source.money(str(text).removesuffix("/年")))


def share(text):
    return fractions.Fraction(str(text).rstrip("%")) / 100


def phases(plan):
    total = money(plan["budget"]["total"])
    return {f"phases.{phase}": total * share(part) for phase, part in plan["budget"].get("phasing", {}).items()}


def reserves(plan):
    """Each reserve in money, and all of them."""
    lines = dict(leaves(plan["budget"]["lines"]))
    found = {}
    for name, reserve in plan["budget"].get("reserves", {}).items():
        reserve = reserve if isinstance(reserve, dict) else {"share": reserve}
        if "amount" in reserve:
            found[f"budget.{name}"] = money(reserve["amount"])
        else:
            base = str(reserve.get("of", "budget.total")).removeprefix("budget.")
            whole = money(plan["budget"]["total"]) if base == "total" else lines[base]
            found[f"budget.{name}"] = whole * share(reserve["share"])
    return found | {"budget.reserved": sum(found.values())} if found else {}


def leaves(lines):
    """Every line with a stated amount, at whatever depth."""
    for name, line in lines.items():
        amount = source.principal(line, "amount")
        if amount is not None:
            yield name, money(amount)
        if isinstance(line, dict):
            yield from leaves(line.get("lines", {}))


def modules(plan):
    """Years to earn back a module: by what it states, and by the line that it alone is paid by."""
    lines = dict(leaves(plan["budget"]["lines"]))
    found, stated, paid, benefit = {}, 0, 0, 0
    for name, module in plan.get("modules", {}).items():
        if "benefit" not in module:
            continue
        yearly = money(module["benefit"])
        found[f"modules.{name}.payback"] = money(module["amount"]) / yearly
        if name in lines and module["paid_by"] == name:
            found[f"modules.{name}.payback_by_line"] = lines[name] / yearly
            stated, paid, benefit = stated + money(module["amount"]), paid + lines[name], benefit + yearly
    if len(found) > 2:
        found["modules.payback_by_line"] = paid / benefit
    return found


def by_return(plan):
    """Shares in proportion to expected return, of the channels that the method runs over."""
    allocation = plan["budget"].get("allocation", {})
    over = allocation.get("over", [])
    if not over or "by_return" not in allocation["methods"]:
        return {}
    returns = {name: fractions.Fraction(plan["channels"][name]["roi"].rstrip("x")) for name in over}
    return {f"allocation.by_return.{name}": value / sum(returns.values()) for name, value in returns.items()}


def saving(plan):
    """What one customer costs less, and how many customers make the whole saving."""
    cac = plan.get("kpis", {}).get("cac", {}).get("baseline")
    target = plan.get("objectives", {}).get("cac", {}).get("target")
    whole = plan.get("feasibility", {}).get("benefits", {}).get("cheaper-acquisition", {}).get("amount")
    if not (cac and target and whole):
        return {}
    each = money(cac.removesuffix("/人")) - money(target.removesuffix("/人"))
    return {"claims.acquisition-saving": each, "assumptions.customers-won": money(whole) / each}
