import Testing

@testable import PlanDriver

/// Digests of bytes that count up in sevens, as Python's hashlib has them.
@Suite struct Blake2bTests {
  @Test(arguments: [
    (0, "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"),
    (1, "03170a2e7597b7b7e3d84c05391d139a62b157e78786d8c082f29dcf4c111314"),
    (3, "b316f3683ac87007461037a8ff6547de35618800044bb3a4e98b3560c92c3794"),
    (127, "4ff62e7c4c43fe101a078479c48836be4907d9d498dcc577ca89d694b2c11f9b"),
    (128, "14696d2a98d9f8a280da8b132b1045b345e1033759c6b02fcc4ee885c8ae7c37"),
    (129, "3934215260b1039be9d9d2b073b059bcd50120c327a22af93eb4d98cf821c14c"),
    (256, "3d0cb2693dfbac42af5a6cc960953fea8714aa39c4bcd054ef61d6b5e98ade4a"),
    (257, "63cb41934eb22ceb359755501ea299abcd784306baf8845ad6b97ff0828b7cfe"),
    (1000, "6ac4bea923678eb024090384d6e767b5870f849057dc19b172d8d9f2df30bf8e"),
  ])
  func digestsAreThoseOfOthers(count: Int, digest: String) {
    #expect(blake2b((0..<count).map { UInt8(truncatingIfNeeded: 7 * $0) }).text == digest)
  }
}
