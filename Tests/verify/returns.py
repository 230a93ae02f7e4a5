"""numpy-financial and scipy: present values, NPV, rates of return and payback, from the flows as the plan's file has them."""

import numpy_financial
import scipy.optimize

import source

MONEY, YEARS, RATE = 0.005, 1e-9, 1e-9  # half a cent; plan.json has twelve decimals, floating point about as many


def check(case):
    plan = source.plan(case.path)
    feasibility = plan["feasibility"]
    if feasibility["equals"] != "budget.total":
        yield f"an investment that this check cannot read: {feasibility['equals']}"
        return
    investment = float(source.money(plan["budget"]["total"]))
    years = sorted(feasibility["flows"])
    flows = [float(source.money(source.principal(feasibility["flows"][year], "amount"))) for year in years]
    rate = float(str(feasibility["discount_rate"]).rstrip("%")) / 100
    series = [-investment, *flows]
    present = [-numpy_financial.pv(rate, k + 1, 0, flow) for k, flow in enumerate(flows)]

    expected = {
        "feasibility.npv": (numpy_financial.npv(rate, series), MONEY),
        "feasibility.irr": (numpy_financial.irr(series), RATE),
        "feasibility.payback": (payback(investment, flows), YEARS),
        "feasibility.discounted_payback": (payback(investment, present), YEARS),
        "feasibility.roi_gross": (sum(flows) / investment, RATE),
        "feasibility.roi_net": (sum(flows) / investment - 1, RATE),
        "feasibility.roi_annual": (sum(flows) / len(flows) / investment, RATE),
        "feasibility.pi": (1 + numpy_financial.npv(rate, series) / investment, RATE),
    }
    for year, value in zip(years, present):
        expected[f"feasibility.pv.{year}"] = (value, MONEY)
    for path, (value, reach) in expected.items():
        yield from compare(case, path, value, reach)

    # The rate a second way: the root that brackets it.
    root = scipy.optimize.brentq(lambda r: numpy_financial.npv(r, series), -0.9, 100, xtol=1e-13)
    yield from compare(case, "feasibility.irr", root, RATE)


def payback(investment, flows):
    """Years until the flows have paid the investment, linear inside a year; None if never."""
    left = investment
    for year, flow in enumerate(flows):
        if flow >= left:
            return year + left / flow
        left -= flow
    return None


def compare(case, path, expected, reach):
    found = case.figure(path)
    if expected is None or found is None:
        yield None if expected is found else f"{path} is {found}, expected {expected}"
    else:
        yield None if abs(float(found) - expected) <= reach else f"{path} is {found}, expected {expected}"
