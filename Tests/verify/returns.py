"""numpy-financial and scipy: present values, NPV, rates of return and payback, from the flows as the plan's file has them;
the same with operating cost taken off, with drivers at other values, and where the result turns."""

import numpy_financial
import scipy.optimize

import source

MONEY, YEARS, RATE = 0.005, 1e-9, 1e-9  # half a cent; plan.json has twelve decimals, floating point about as many
RESULTS = ("npv", "irr", "payback", "discounted_payback", "roi_gross", "roi_net", "roi_annual", "pi")


def check(case):
    plan = source.plan(case.path)
    feasibility = plan["feasibility"]
    if feasibility["equals"] != "budget.total":
        yield f"an investment that this check cannot read: {feasibility['equals']}"
        return
    investment = float(source.money(plan["budget"]["total"]))
    years = sorted(feasibility["flows"])
    flows = [float(source.money(source.principal(feasibility["flows"][year], "amount"))) for year in years]
    rate = percent(feasibility["discount_rate"])
    expected = {f"feasibility.{name}": value for name, value in returns(investment, flows, rate).items()}
    for k, (year, flow) in enumerate(zip(years, flows)):
        expected[f"feasibility.pv.{year}"] = -numpy_financial.pv(rate, k + 1, 0, flow)
    expected |= with_operating(plan, investment, flows, rate)
    expected |= at_other_values(plan, investment, years, flows, rate)
    expected |= where_it_turns(plan, investment, flows, rate)
    for path, value in expected.items():
        yield from compare(case, path, value)

    # The rate a second way: the root that brackets it.
    series = [-investment, *flows]
    root = scipy.optimize.brentq(lambda r: numpy_financial.npv(r, series), -0.9, 100, xtol=1e-13)
    yield from compare(case, "feasibility.irr", root)


def returns(investment, flows, rate):
    """Every result of a series of flows at the ends of years."""
    series = [-investment, *flows]
    present = [-numpy_financial.pv(rate, k + 1, 0, flow) for k, flow in enumerate(flows)]
    net = numpy_financial.npv(rate, series)
    return {
        "npv": net,
        "irr": numpy_financial.irr(series),
        "payback": payback(investment, flows),
        "discounted_payback": payback(investment, present),
        "roi_gross": sum(flows) / investment,
        "roi_net": sum(flows) / investment - 1,
        "roi_annual": sum(flows) / len(flows) / investment,
        "pi": 1 + net / investment,
    }


def with_operating(plan, investment, flows, rate):
    """The results once the yearly cost is taken off flows that still hold it; ROI is then over all that is spent."""
    cost = operating(plan)
    if not cost or "operating" in plan["feasibility"].get("net_of", []):
        return {}
    found = returns(investment, [flow - cost for flow in flows], rate)
    spent = investment + cost * len(flows)
    found |= {"roi_gross": sum(flows) / spent, "roi_net": sum(flows) / spent - 1}
    return {f"feasibility.with_operating.{name}": found[name] for name in RESULTS if name not in ("roi_annual", "pi")}


def at_other_values(plan, investment, years, flows, rate):
    """The rows of the sensitivity analysis whose driver this check knows: both ends of each, NPV and payback."""
    expected = {}
    for name, row in plan["feasibility"].get("sensitivity", {}).items():
        for end in ("low", "high"):
            change = str(row[end])
            if row["driver"] == "budget.technology":
                line = float(source.money(plan["budget"]["lines"]["technology"]["amount"]))
                other = returns(investment + line * percent(change), flows, rate)
            elif row["driver"] == "feasibility.discount_rate":
                points = change.endswith("pp")
                at = rate + percent(change.replace("pp", "%")) if points else rate * (1 + percent(change))
                other = returns(investment, flows, at)
            elif row["driver"] == "feasibility.benefits":
                other = returns(investment, scaled(plan, years, flows, percent(change)), rate)
            else:
                continue
            path = f"feasibility.sensitivity.{name}.at_{end}"
            expected[path] = other[row["result"]]
            for result in {"npv", "payback"} - {row["result"]}:
                expected[f"{path}.{result}"] = other[result]
    return expected


def scaled(plan, years, flows, change):
    """The flows with all benefits changed: in proportion where flows are only stated, else by what the benefits bring."""
    if not isinstance(plan["feasibility"]["flows"][years[0]], dict):
        return [flow * (1 + change) for flow in flows]
    return [flow + change * benefits(plan, year) for year, flow in zip(years, flows)]


def benefits(plan, year):
    """What the benefits of a year bring: revenue by the margin, savings whole."""
    feasibility = plan["feasibility"]
    whole = 0
    for benefit in feasibility["benefits"].values():
        first, _, last = str(benefit.get("period", f"{year}..{year}")).partition("..")
        if int(first) <= int(year) <= int(last or first):
            amount = float(source.money(benefit["amount"].removesuffix("/年")))
            whole += amount * (percent(feasibility["margin"]) if benefit["kind"] == "revenue" else 1)
    return whole


def where_it_turns(plan, investment, flows, rate):
    """The largest investment that still pays, and the line it would be spent on."""
    if "break_even" not in plan["feasibility"]:
        return {}
    present = sum(-numpy_financial.pv(rate, k + 1, 0, flow) for k, flow in enumerate(flows))
    line = float(source.money(plan["budget"]["lines"]["technology"]["amount"]))
    expected = {
        "feasibility.largest_investment": present,
        "feasibility.break_even.technology": line + present - investment,
    }
    if not any(isinstance(flow, dict) for flow in plan["feasibility"]["flows"].values()):
        expected["feasibility.smallest_benefits"] = investment / present
    return expected


def operating(plan):
    """The yearly cost, 0 without one."""
    stated = plan["budget"].get("operating")
    return float(source.money(str(source.principal(stated, "amount")).removesuffix("/年"))) if stated else 0


def percent(text):
    return float(str(text).rstrip("%")) / 100


def payback(investment, flows):
    """Years until the flows have paid the investment, linear inside a year; None if never."""
    left = investment
    for year, flow in enumerate(flows):
        if flow >= left:
            return year + left / flow
        left -= flow
    return None


def compare(case, path, expected):
    last = path.rsplit(".", 1)[1]
    isMoney = "npv" in path or ".pv." in path or last in ("largest_investment", "technology") or ".at_" in path
    reach = MONEY if isMoney and (expected is None or abs(expected) > 1000) else RATE
    found = case.figure(path)
    if expected is None or found is None:
        yield None if expected is found else f"{path} is {found}, expected {expected}"
    else:
        yield None if abs(float(found) - expected) <= reach else f"{path} is {found}, expected {expected}"
