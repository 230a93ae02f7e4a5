/// The estimated width of a text, the same on every machine: nothing is measured.
///
/// East Asian wide characters take one em, others .54 em on average; capitals and figures more, thin letters less, as in
/// the faces the page names. Bold takes a sixteenth more.
package func textWidth(_ text: String, _ style: TextStyle) -> Tenths {
  var thousandths = 0
  for scalar in text.unicodeScalars { thousandths += emThousandths(of: scalar) }
  let plain = thousandths * style.size.rawValue / 1000
  return style.isBold ? plain + plain / 16 : plain
}

private func emThousandths(of scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x20, 0xA0: 300
  case 0x21, 0x27...0x29, 0x2C...0x2F, 0x3A, 0x3B, 0x49, 0x5B...0x5D, 0x66, 0x69, 0x6A, 0x6C, 0x72, 0x74, 0x7C, 0xB7:
    340
  case 0x30...0x39: 560
  case 0x25, 0x40, 0x4D, 0x57, 0x6D, 0x77: 890
  case 0x41...0x5A: 690
  case 0x21...0x2E7F: 560
  case 0x300...0x36F: 0
  default: 1000
  }
}
