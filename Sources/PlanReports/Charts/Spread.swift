/// Moves places apart until neighbours keep a distance, and no further than needed; order and bounds are kept.
///
/// Where the bounds cannot hold them at that distance, they are laid evenly between the bounds.
func spread(_ places: [Tenths], by distance: Tenths, between low: Tenths, and high: Tenths) -> [Tenths] {
  guard places.count > 1 else { return places.map { min(max($0, low), high) } }
  let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
  var sorted = order.map { min(max(places[$0], low), high) }
  if (places.count - 1) * distance > high - low {
    for place in sorted.indices { sorted[place] = low + place * (high - low) / (places.count - 1) }
  } else {
    for place in 1..<sorted.count { sorted[place] = max(sorted[place], sorted[place - 1] + distance) }
  }
  if let last = sorted.last, last > high {
    sorted[sorted.count - 1] = high
    for place in stride(from: sorted.count - 2, through: 0, by: -1) {
      sorted[place] = min(sorted[place], sorted[place + 1] - distance)
    }
  }
  var moved = places
  for (place, original) in order.enumerated() { moved[original] = sorted[place] }
  return moved
}
