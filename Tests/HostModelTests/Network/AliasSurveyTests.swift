import Testing

@testable import HostModel

/// What is to be seen of an alias's text at once.
struct AliasSurveyTests {
  @Test(arguments: [
    ("inet 192.0.2.1/32", AliasSetting.Family.inet), ("\tinet6 2001:db8::1", .inet6),
    ("ether 00:00:5e:00:53:01 ", .ether),
  ])
  func `one address`(_ text: String, _ family: AliasSetting.Family) {
    let survey = AliasSurvey(text)
    #expect(survey.isOneAddress)
    #expect(survey.family == family)
    #expect(!survey.isEmpty && !survey.hasDash && !survey.hasLaterKeyword)
  }

  @Test(arguments: [
    "", " ", "inet", "192.0.2.1/32", "inet 192.0.2.1-3/32", "inet 192.0.2.1 inet6 2001:db8::1",
    "inet 192.0.2.1 netmask $mask", "up inet 192.0.2.1",
  ])
  func `no plain address`(_ text: String) {
    #expect(!AliasSurvey(text).isOneAddress)
    #expect(AliasSurvey(text).isEmpty == text.isEmpty)
  }

  @Test func `a dash is a range behind a digit alone`() {
    #expect(AliasSurvey("inet 192.0.2.1-3/32").isRange)
    #expect(!AliasSurvey("inet 192.0.2.1 -alias").isRange)
    #expect(AliasSurvey("inet 192.0.2.1 -alias").hasDash)
  }

  @Test func `a keyword behind the first word`() {
    #expect(AliasSurvey("inet 192.0.2.1 inet6 2001:db8::1").hasLaterKeyword)
    #expect(AliasSurvey("192.0.2.1 inet").hasLaterKeyword)
    #expect(!AliasSurvey("inet 192.0.2.1").hasLaterKeyword)
  }
}
