import PlanQuantities
import PlanReports
import PlanText

/// Charts over a grid of inputs: no, one, two and many of everything, long names, large and small and negative amounts.
struct ChartSamples {
  let language: Language

  /// How many parts a chart is given.
  static let sizes = [0, 1, 2, 5, 12, 30]

  /// Amounts grow by these factors from hundreds to billions.
  static let scales: [Fraction] = [Fraction(1, 100), 1, 1_000_000]

  var amount: FigureText { { $0.text(exactPlaces: 2, grouped: true).replacing("-", with: "\u{2212}") } }
  var change: FigureText {
    { ($0.isNegative ? "" : "+") + $0.text(exactPlaces: 2, grouped: true).replacing("-", with: "\u{2212}") }
  }
  var share: FigureText { { ($0 * 100).text(exactPlaces: 1) + "%" } }
  var unit: String { language == .english ? "CNY m" : "万元" }

  /// Short and long names by turns, some of which would be markup.
  func name(_ place: Int) -> String {
    let english = [
      "Media", "Technology", "Hardware", "Content production and localisation for stores", "R&D <b>", "People",
      "Customer relationship management platform licences and integration", "KOL",
    ]
    let simplified = ["技术系统", "硬件设备", "人员", "内容制作与门店本地化改造（含第二批次试点城市）", "KOL合作", "数据中台与API网关", "投放", "研发<b>&"]
    let traditional = ["技術系統", "硬體設備", "人員", "內容製作與門市在地化改造（含第二批次試點城市）", "KOL合作", "資料中台與API閘道", "投放", "研發<b>&"]
    let names = language == .english ? english : language == .simplified ? simplified : traditional
    return names[place % names.count]
  }

  /// A small number that depends on a place alone, and jumps about.
  func wave(_ place: Int) -> Int { (place * 7919 + 104_729) % 97 }

  func day(_ offset: Int) -> CivilDate { CivilDate(dayNumber: 20_000 + offset) }

  func period(_ from: Int, _ days: Int) -> Period {
    Period(first: day(from), last: day(from + days - 1)) ?? Period(.day, holding: day(from))
  }

  var all: [(name: String, chart: any Chart)] {
    moneyBars + phaseTracks + months + paybacks + waterfalls + tornados + timetables + riskMatrices
  }

  var riskMatrices: [(name: String, chart: any Chart)] {
    ChartSamples.sizes.flatMap { size in
      [2, 5, 10].flatMap { scale in
        [true, false].map { hasPercentages in
          let risks = (0..<size).map { place in
            let likelihood: RiskMatrix.Position =
              hasPercentages ? .part(Fraction(wave(place), 97)) : .step(wave(place) % scale + 1)
            return RiskMatrix.Risk(
              number: place + 1, name: name(place), likelihood: place % 5 == 4 ? nil : likelihood,
              impact: place % 4 == 3 ? nil : .step(wave(place + 1) % scale + 1), likelihoodText: "3", impactText: "4")
          }
          return (
            "risks \(size) \(scale) \(hasPercentages)",
            RiskMatrix(
              language: language, scale: scale, highFrom: scale * scale * 3 / 5, mediumFrom: scale * scale / 3,
              hasPercentages: hasPercentages,
              losses: hasPercentages && scale == 5
                ? [(Fraction(0), amount(0)), (Fraction(1, 2), amount(500)), (Fraction(1), amount(1000))] : [],
              risks: risks)
          )
        }
      }
    }
  }

  var moneyBars: [(name: String, chart: any Chart)] {
    ChartSamples.sizes.flatMap { size in
      ChartSamples.scales.flatMap { scale in
        [0, 1, 2].map { kind in
          var sum = Fraction(wave(size)) * scale
          let segments = (0..<size).map { place in
            let value = Fraction(wave(place) * wave(place) + (kind == 2 ? 0 : 1)) * scale
            sum += value
            return MoneyBar.Segment(name: name(place), value: value, amount: amount(value), share: "12.3%")
          }
          let total: (value: Fraction, amount: String)? = kind == 2 ? nil : (sum, "CNY " + amount(sum) + "m")
          let reserve = MoneyBar.Reserve(
            value: sum * Fraction(3, 5), amount: "CNY " + amount(sum * Fraction(3, 5)), share: "60%",
            parts: "20 + 15 + 10 + 15")
          return (
            "money \(size) \(scale) \(kind)",
            MoneyBar(
              language: language, unit: unit, segments: segments, total: total, held: kind == 1 ? reserve : nil,
              promised: kind == 0 ? reserve : nil, amount: amount, share: share)
          )
        }
      }
    }
  }

  var phaseTracks: [(name: String, chart: any Chart)] {
    ChartSamples.sizes.flatMap { phases in
      ChartSamples.sizes.map { milestones in
        PhaseTrack(
          language: language, unit: unit,
          phases: (0..<phases).map { place in
            PhaseTrack.Phase(
              name: name(place), period: period(place * 60 + (place % 4 == 3 ? -40 : 0), 60 + place % 3 * 10),
              amount: place % 5 == 4 ? nil : amount(Fraction(wave(place) * 100)), share: "12%",
              gap: place % 6 == 5 ? name(3) : nil)
          },
          milestones: (0..<milestones).map { place in
            PhaseTrack.Milestone(
              key: "M\(place + 1)", name: name(place), date: day(wave(place) * 5), dateText: "Dec 2024",
              state: MilestoneState.allCases[place % 4], remark: place % 2 == 0 ? name(place + 1) : nil)
          }, today: day(wave(phases + milestones) * 6))
      }.map { ("phases \(phases)", $0) }
    }
  }

  var months: [(name: String, chart: any Chart)] {
    (ChartSamples.sizes + [75, 150]).flatMap { size in
      ChartSamples.scales.map { scale in
        let months = (0..<size).map { place in
          MonthColumns.Month(
            month: day(0).adding(months: place), plan: place % 11 == 10 ? nil : Fraction(wave(place / 4)) * scale,
            actual: place < size / 2 ? Fraction(wave(place / 4 + 1) - (place == 3 ? 60 : 0)) * scale : nil)
        }
        let spans = stride(from: 0, to: size, by: 4).map { place in
          MonthColumns.Span(
            name: name(place / 4),
            period: Period(
              first: day(0).adding(months: place).firstOfMonth,
              last: day(0).adding(months: min(place + 3, size - 1)).lastOfMonth) ?? period(0, 1),
            amount: amount(Fraction(wave(place) * 4) * scale), cumulative: amount(Fraction(900) * scale))
        }
        return (
          "months \(size)",
          MonthColumns(
            language: language, unit: unit, months: months, spans: spans, today: day(size * 17), amount: amount)
        )
      }
    }
  }

  var paybacks: [(name: String, chart: any Chart)] {
    ChartSamples.sizes.flatMap { size in
      [Fraction(-30), 4, 40, 300].flatMap { gain in
        ChartSamples.scales.map { scale in
          let points = (0..<size).map { place in
            let sum = (Fraction(-120) + Fraction(place) * gain) * scale
            return PaybackChart.Point(
              label: place == 0 ? "start" : "end \(2024 + place)", time: Fraction(place), cumulative: sum,
              discounted: gain == 4 ? nil : sum * Fraction(9, 10) - Fraction(place) * scale)
          }
          let time = Fraction(120).divided(by: gain).flatMap { $0 > 0 ? $0 : nil }
          return (
            "payback \(size) \(gain) \(scale)",
            PaybackChart(
              language: language, unit: unit, rate: gain == 40 ? nil : "8%", points: points,
              payback: time.map { .init(time: $0, text: "\($0.text(places: 2)) y") },
              discountedPayback: time.map {
                .init(time: $0 * Fraction(11, 10), text: "\(($0 * Fraction(11, 10)).text(places: 2)) y")
              },
              stated: gain == 300
                ? [] : [.init(time: Fraction(3, 2), text: "1.5 y"), .init(time: 9, text: "9 y discounted")],
              amount: amount)
          )
        }
      }
    }
  }

  var waterfalls: [(name: String, chart: any Chart)] {
    ChartSamples.sizes.flatMap { size in
      ChartSamples.scales.flatMap { scale in
        [-1, 1].map { sign in
          var sum: Fraction = 0
          var steps = (0..<size).map { place in
            let value = Fraction(place == 0 ? -120 : sign * (wave(place) - 20)) * scale
            sum += value
            return WaterfallChart.Step(name: place % 3 == 2 ? name(place) : "PV \(2024 + place)", value: value)
          }
          steps.append(.init(name: "NPV", value: sum, isTotal: true))
          return (
            "waterfall \(size) \(scale) \(sign)",
            WaterfallChart(
              title: "Waterfall", language: language, unit: unit, steps: steps, change: change, amount: amount)
          )
        }
      }
    }
  }

  var tornados: [(name: String, chart: any Chart)] {
    ChartSamples.sizes.flatMap { size in
      ChartSamples.scales.map { scale in
        let base = Fraction(337) * scale
        let drivers = (0..<size).map { place in
          let (low, high) = (base - Fraction(wave(place)) * scale, base + Fraction(wave(place + 1) - 30) * scale)
          return TornadoChart.Driver(
            name: name(place), range: "±20%", low: .init(input: "\u{2212}20%", result: low, text: amount(low)),
            high: .init(input: "+20%", result: high, text: amount(high)))
        }
        return (
          "tornado \(size)",
          TornadoChart(
            title: "Tornado", language: language, unit: unit, base: (base, amount(base)), drivers: drivers)
        )
      }
    }
  }

  /// A timetable of so many bars, with links of every kind.
  func timetable(bars: Int, span: Int, milestones: Int, links: Int, criticalEvery: Int = 3) -> GanttChart {
    let groups = stride(from: 0, to: bars, by: 9).map { first in
      GanttChart.Group(
        name: first == 9 ? nil : name(first),
        bars: (first..<min(first + 9, bars)).map { place in
          let (start, length) = (wave(place) * span / 120, 1 + wave(place + 3) * span / 400)
          return GanttChart.Bar(
            id: "t\(place)", name: name(place), start: day(start), finish: day(start + length),
            isCritical: place % criticalEvery == 0, isSummary: place % 50 == 1,
            lateFinish: place % 3 == 1 ? day(start + length + 1 + span / 9) : nil,
            floatText: place % 3 == 1 ? "12 d" : nil,
            done: place % 4 == 0 ? Fraction(place % 5, 4) : nil,
            baseline: place % 7 == 2 ? period(start + 2, length + 1) : nil,
            disputed: place % 8 == 5 ? period(start, length / 2 + 1) : nil,
            disputeText: place % 8 == 5 ? name(place + 1) : nil, lateText: place % 6 == 4 ? "late 6 d" : nil)
        })
    }
    let kinds = GanttChart.Link.Kind.allCases
    return GanttChart(
      language: language, groups: groups,
      links: (0..<min(links, max(bars - 1, 0))).map { place in
        GanttChart.Link(
          from: "t\(place)", to: "t\(place % 5 == 4 ? (place + 7) % bars : place + 1)", kind: kinds[place % 4],
          lag: place % 3 == 0 ? "+5 d" : nil, isCritical: place % criticalEvery == 0)
      },
      milestones: (0..<milestones).map {
        .init(
          key: "M\($0 + 1)", name: name($0), date: day(wave($0) * span / 97), state: MilestoneState.allCases[$0 % 5])
      },
      phases: (0..<min(bars, 4)).map {
        .init(
          name: name($0 + 2), period: period($0 * span / 4, max(span / 4, 1)), amount: amount(Fraction(wave($0) * 50)))
      }, today: day(span / 3), isFreeDay: { $0.weekday.rawValue > 5 })
  }

  var timetables: [(name: String, chart: any Chart)] {
    [7, 60, 200, 600, 2000, 20_000].flatMap { span in
      [(0, 1, 0), (1, 0, 0), (2, 2, 1), (12, 12, 11), (60, 30, 45), (90, 4, 30), (400, 3, 300)].flatMap {
        bars, milestones, links in
        timetable(bars: bars, span: span, milestones: milestones, links: links).pages
          .map { ("timetable \(bars) \(span)", $0) }
      }
    }
  }
}
