"""Decimal text, splits that sum exactly, and what flows make of an investment, all in exact fractions."""

import datetime
from fractions import Fraction


def decimal(value, places, commas=False):
    """A fraction as decimal text of at most `places` places, rounded half up, without trailing zeros."""
    scaled = int(abs(value) * 10**places * 2 + 1) // 2
    whole, part = divmod(scaled, 10**places)
    text = f"{whole:,}" if commas else str(whole)
    fraction = f"{part:0{places}d}".rstrip("0") if places else ""
    return ("-" if value < 0 and scaled else "") + text + ("." + fraction if fraction else "")


def agrees(text, value):
    """Whether decimal text stands for `value` at the precision it is written in."""
    text = text.replace(",", "")
    places = len(text.partition(".")[2])
    return abs(Fraction(text) - value) <= Fraction(1, 2 * 10**places)


def split(r, whole, parts, step=1):
    """`whole` cut into positive parts, all multiples of `step` but the last."""
    weights = [r.randrange(3, 10) for _ in range(parts)]
    cuts = [max(step, whole * w // sum(weights) // step * step) for w in weights[:-1]]
    return cuts + [whole - sum(cuts)]


def date_text(day):
    return day.isoformat()


def days(count):
    return datetime.timedelta(days=count)


def working_day(day):
    """`day`, or the Friday before it."""
    return day - days(max(0, day.weekday() - 4))


class Returns:
    """What a stream of yearly flows makes of an investment at its start: payback, present value, rate of return."""

    def __init__(self, investment, flows, rate):
        self.investment, self.flows, self.rate = Fraction(investment), [Fraction(f) for f in flows], rate
        self.present = [f / (1 + rate) ** (k + 1) for k, f in enumerate(self.flows)]
        self.npv = sum(self.present) - self.investment
        self.roi_gross = sum(self.flows) / self.investment
        self.roi_net = self.roi_gross - 1
        self.payback = self.years_until_paid(self.flows)
        self.discounted_payback = self.years_until_paid(self.present)

    def years_until_paid(self, flows):
        left = self.investment
        for year, flow in enumerate(flows):
            if flow >= left:
                return year + left / flow
            left -= flow
        return None

    def irr(self):
        low, high, unit = 0, 10**7, 10**6  # in millionths; the flows more than repay, so the root lies above 0
        while high - low > 1:
            middle = (low + high) // 2
            value = -self.investment
            for year, flow in enumerate(self.flows):
                value += flow * Fraction(unit, unit + middle) ** (year + 1)
            low, high = (middle, high) if value > 0 else (low, middle)
        return Fraction(low, unit)
