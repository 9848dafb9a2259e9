// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health.Status;
import io.wayside.driver.llrp.codec.Build;
import io.wayside.driver.llrp.codec.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a connection begins, lives and ends. */
class ReaderSessionTest {

  private final ScriptedReader reader = ScriptedReader.usual();

  @Test
  void saysNothingBeforeTheReaderHasTakenTheConnection() {
    reader.session.opened(reader.now);
    reader.pass(1_000);
    reader.say(Build.message("KEEPALIVE"));
    assertThat(reader.asked).isEmpty();
    assertThat(reader.health().status()).isEqualTo(Status.STARTING);
  }

  @Test
  void preparesInTheOrderOfTheStandard() {
    reader.ready();
    assertThat(reader.names())
        .containsExactly(
            "GET_SUPPORTED_VERSION",
            "GET_READER_CAPABILITIES",
            "DELETE_ACCESSSPEC",
            "DELETE_ROSPEC",
            "SET_READER_CONFIG",
            "ADD_ROSPEC",
            "ADD_ACCESSSPEC",
            "ENABLE_ACCESSSPEC",
            "ENABLE_EVENTS_AND_REPORTS",
            "ENABLE_ROSPEC");
    assertThat(reader.asked.stream().skip(1)).allMatch(message -> message.version() == 1);
    assertThat(reader.health().status()).isEqualTo(Status.OK);
    assertThat(reader.session.radio().confirmed()).contains(true);
  }

  @Test
  void asksForWhatTheSiteWants() {
    reader.ready();
    assertThat(reader.first("KeepaliveSpec").number("periodMs")).isEqualTo(2_000);
    assertThat(reader.first("EventsAndReports").flag("holdUponReconnect")).isTrue();
    assertThat(reader.first("AISpec").octets("antennaIds").shorts()).containsExactly(1, 2);
    assertThat(reader.first("ROReportSpec").number("n")).isEqualTo(1);
    assertThat(reader.first("C1G2SingulationControl").number("tagPopulation")).isEqualTo(4);
    assertThat(reader.first("C1G2Read").number("wordCount")).isEqualTo(6);
    assertThat(reader.asked.stream().flatMap(each -> each.parameters().stream()))
        .noneMatch(each -> each.name().equals("RFTransmitter"));
  }

  @Test
  void speaksVersion2WithAReaderThatDoes() {
    reader.version = 2;
    reader.ready();
    assertThat(reader.names()).startsWith("GET_SUPPORTED_VERSION", "SET_PROTOCOL_VERSION");
    assertThat(reader.asked).allMatch(message -> message.version() == 2);
    assertThat(reader.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void aReaderThatIsSilentToVersion2IsNotAskedAgain() {
    reader.unanswered.add("GET_SUPPORTED_VERSION");
    reader.ready();
    reader.pass(5_001);
    assertThat(reader.session.isOver()).isTrue();
    assertThat(reader.health().message()).contains("reader-1", "GET_SUPPORTED_VERSION");
    reader.asked.clear();
    reader.ready();
    assertThat(reader.names()).doesNotContain("GET_SUPPORTED_VERSION");
    assertThat(reader.health().status()).isEqualTo(Status.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "1, reader-busy, serves another client",
    "2, reader-busy, still keeps a connection",
    "3, reader-refuses, status 3",
    "4, reader-busy, serves another client",
    "77, reader-refuses, status 77"
  })
  void aReaderThatDoesNotTakeUsIsLeftInPeaceAndSaysWhy(int status, String code, String words) {
    reader.session.opened(reader.now);
    reader.welcome(status);
    assertThat(reader.session.isOver()).isTrue();
    assertThat(reader.asked).isEmpty();
    assertThat(reader.health().status()).isEqualTo(Status.FAILED);
    assertThat(reader.health().code()).isEqualTo(code);
    assertThat(reader.health().message())
        .contains("reader reader-1 at tcp://192.0.2.7:5084", words);
  }

  @Test
  void aSecondClientAtTheDoorIsToldAndNothingEnds() {
    reader.ready();
    reader.welcome(4);
    assertThat(reader.health().code()).isEqualTo("another-client");
    assertThat(reader.session.isReady()).isTrue();
    reader.say(Build.message("KEEPALIVE"));
    reader.now += 61_000 * ScriptedReader.MS;
    assertThat(reader.health().status()).as("after a minute").isEqualTo(Status.OK);
  }

  @Test
  void aReaderThatNeverWelcomesIsGivenUp() {
    reader.session.opened(reader.now);
    reader.pass(5_001);
    assertThat(reader.session.isOver()).isTrue();
    assertThat(reader.health().message()).contains("does not say that it is a reader");
    assertThat(reader.heard.interruptions()).hasSize(1);
  }

  @Test
  void aReaderThatTalksOfOtherThingsAndNeverWelcomesIsGivenUp() {
    reader.session.opened(reader.now);
    for (int second = 0; second < 6; second++) {
      reader.pass(1_000);
      reader.say(Build.message("KEEPALIVE"));
    }
    assertThat(reader.session.isOver()).isTrue();
    assertThat(reader.health().code()).isEqualTo("silent");
  }

  @Test
  void aReaderThatHangsUpOnANewerVersionIsNotAskedForItAgain() {
    reader.unanswered.add("GET_SUPPORTED_VERSION");
    reader.ready();
    reader.session.down("the other side hung up", reader.now);
    reader.asked.clear();
    reader.now += 1_000 * ScriptedReader.MS;
    reader.ready();
    assertThat(reader.names()).doesNotContain("GET_SUPPORTED_VERSION");
    assertThat(reader.session.isReady()).isTrue();
  }

  @Test
  void aGoodbyeThatNobodyAskedForEndsNothing() {
    reader.ready();
    reader.say(Build.message("CLOSE_CONNECTION_RESPONSE").with(ScriptedReader.status(0)));
    assertThat(reader.session.isReady()).isTrue();
    assertThat(reader.session.counters().unexpected()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET_READER_CAPABILITIES", "SET_READER_CONFIG", "ADD_ROSPEC", "ADD_ACCESSSPEC"})
  void aRefusalIsToldWithTheReadersOwnWords(String request) {
    reader.refused.put(request, 301);
    reader.ready();
    assertThat(reader.session.isOver()).isTrue();
    assertThat(reader.names()).endsWith(request, "CLOSE_CONNECTION");
    assertThat(reader.health().code()).isEqualTo("refused");
    assertThat(reader.health().message())
        .contains("refuses " + request + " with status 301", "out of its range", "\"scripted\"");
  }

  @Test
  void whatIsOnlyCleaningUpMayBeRefused() {
    reader.refused.put("DELETE_ROSPEC", 401);
    reader.refused.put("DELETE_ACCESSSPEC", 109);
    reader.ready();
    assertThat(reader.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void keepalivesAreAnsweredUnderTheirNumber() {
    reader.ready();
    reader.asked.clear();
    reader.say(Build.message("KEEPALIVE"));
    assertThat(reader.names()).containsExactly("KEEPALIVE_ACK");
    assertThat(reader.asked.get(0).id()).isGreaterThan(1_000);
  }

  @Test
  void nothingForThreeKeepalivesIsTheEnd() {
    reader.ready();
    reader.pass(5_900);
    assertThat(reader.session.isReady()).isTrue();
    reader.pass(200);
    assertThat(reader.session.isOver()).isTrue();
    assertThat(reader.names()).endsWith("CLOSE_CONNECTION");
    assertThat(reader.health().code()).isEqualTo("silent");
    assertThat(reader.heard.interruptions())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.cause()).isEqualTo(Cause.SILENT);
              assertThat(told.sinceMonotonicNanos()).isEqualTo(ScriptedReader.START);
            });
  }

  @Test
  void anOutageIsToldOnceHoweverOftenTheReaderIsTried() {
    reader.ready();
    reader.session.down("the cable is out", reader.now);
    for (int i = 0; i < 5; i++) {
      reader.session.opened(reader.now);
      reader.welcome(2);
      reader.session.down("nobody listens", reader.now);
    }
    assertThat(reader.heard.interruptions()).hasSize(1);
    reader.ready();
    reader.session.down("again", reader.now);
    assertThat(reader.heard.interruptions()).hasSize(2);
  }

  @Test
  void aReaderThatSaysGoodbyeIsCalledAgain() {
    reader.ready();
    reader.event(Build.parameter("ConnectionCloseEvent"));
    assertThat(reader.session.isOver()).isTrue();
    assertThat(reader.health().code()).isEqualTo("reader-closed");
  }

  @Test
  void anErrorMessageIsNeverAnswered() {
    reader.ready();
    reader.asked.clear();
    reader.say(
        Build.message("ERROR_MESSAGE")
            .with(
                Build.parameter("LLRPStatus")
                    .with("statusCode", 109)
                    .with("errorDescription", Octets.ofText("nope"))));
    assertThat(reader.asked).isEmpty();
    assertThat(reader.health().code()).isEqualTo("reader-error");
    assertThat(reader.health().message()).contains("109", "nope");
  }

  @Test
  void lostSynchronyEndsTheConnection() {
    reader.ready();
    reader.bytes(Octets.ofInts(0x043D0000L, 0x00030000L, 7).bytes());
    assertThat(reader.session.isOver()).isTrue();
    assertThat(reader.health().code()).isEqualTo("garbled");
    assertThat(reader.heard.interruptions().get(0).cause()).isEqualTo(Cause.GARBLED);
  }

  @Test
  void bytesThatNeverBecomeAMessageAreNoSignOfLife() {
    reader.ready();
    reader.bytes(Octets.ofInts(0x043D0010L, 0x00000000L, 7).bytes()); // of a megabyte
    for (int i = 0; i < 7; i++) {
      reader.now += 1_000 * ScriptedReader.MS;
      reader.say(Build.message("KEEPALIVE"));
    }
    assertThat(reader.session.isOver()).isTrue();
    assertThat(reader.health().code()).isEqualTo("silent");
  }

  @Test
  void oneUnreadableMessageIsPassedOverAndTenAreNot() {
    reader.ready();
    byte[] bad = Octets.ofShorts(0x043F, 0, 14, 0, 1, 0x00F6, 0x0003).bytes();
    reader.bytes(bad);
    assertThat(reader.session.isReady()).isTrue();
    assertThat(reader.health().code()).isEqualTo("garbled");
    reader.report(reader.tag(1));
    assertThat(reader.heard.epcs()).hasSize(1);
    for (int i = 0; i < 10; i++) {
      reader.bytes(bad);
    }
    assertThat(reader.session.isOver()).isTrue();
    assertThat(reader.session.counters().garbled()).isEqualTo(11);
  }

  @Test
  void goodbyeTurnsTheRadioOffAndFreesTheReader() {
    reader.ready();
    reader.asked.clear();
    reader.session.close(reader.now);
    reader.pass(0);
    assertThat(reader.names()).containsExactly("DISABLE_ROSPEC", "CLOSE_CONNECTION");
    assertThat(reader.session.isOver()).isTrue();
    reader.session.stopped(reader.now);
    assertThat(reader.heard.interruptions().get(0).cause()).isEqualTo(Cause.STOPPED);
  }

  @Test
  void theRadioIsTurnedByTheSpecification() {
    reader.ready();
    reader.asked.clear();
    reader.session.radio().want(false);
    reader.pass(10);
    assertThat(reader.names()).containsExactly("DISABLE_ROSPEC");
    assertThat(reader.session.radio().confirmed()).contains(false);
    reader.session.radio().want(true);
    reader.pass(10);
    assertThat(reader.names()).containsExactly("DISABLE_ROSPEC", "ENABLE_ROSPEC");
    assertThat(reader.session.radio().confirmed()).contains(true);
  }

  @Test
  void theRadioStaysOffAfterANewConnection() {
    reader.ready();
    reader.session.radio().want(false);
    reader.session.down("the cable is out", reader.now);
    reader.asked.clear();
    reader.now += 1_000 * ScriptedReader.MS;
    reader.ready();
    assertThat(reader.names()).doesNotContain("ENABLE_ROSPEC");
    assertThat(reader.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void aRadioThatIsNotTurnedIsTold() {
    reader.ready();
    reader.refused.put("DISABLE_ROSPEC", 401);
    reader.session.radio().want(false);
    reader.pass(10);
    assertThat(reader.session.radio().confirmed()).contains(true);
    assertThat(reader.session.radio().refusal().orElseThrow())
        .contains("reader-1", "a fault of the reader");
    assertThat(reader.health().code()).isEqualTo("radio-refused");
  }

  @Test
  void anInventoryThatTheReaderEndsIsBegunAnew() {
    reader.ready();
    long spec = reader.roSpecId();
    reader.asked.clear();
    reader.event(Build.parameter("ROSpecEvent").with("eventType", 1).with("roSpecId", spec));
    reader.pass(10);
    assertThat(reader.names()).containsExactly("DISABLE_ROSPEC", "ENABLE_ROSPEC");
    assertThat(reader.health().code()).isEqualTo("inventory-ended");
  }

  @Test
  void anInventoryThatEndsWhileSomethingElseIsAskedIsBegunAnewAfterwards() {
    reader.ready();
    long spec = reader.roSpecId();
    reader.unanswered.add("SET_READER_CONFIG");
    reader.session.outputs().want(2, true);
    reader.pass(10);
    reader.event(Build.parameter("ROSpecEvent").with("eventType", 1).with("roSpecId", spec));
    reader.asked.removeIf(message -> message.name().endsWith("ROSPEC"));
    reader.answerLate("SET_READER_CONFIG");
    assertThat(reader.names()).endsWith("DISABLE_ROSPEC", "ENABLE_ROSPEC");
  }

  @Test
  void aRadioThatTheReaderRefusesToTurnOnIsAskedForAgain() {
    reader.refused.put("ENABLE_ROSPEC", 401);
    reader.ready();
    assertThat(reader.session.radio().refusal()).isPresent();
    assertThat(reader.health().code()).isEqualTo("radio-refused");
    reader.pass(4_999);
    assertThat(count("ENABLE_ROSPEC")).as("left alone for 5 s").isEqualTo(1);
    reader.refused.clear();
    reader.pass(1);
    assertThat(reader.session.radio().confirmed()).contains(true);
    assertThat(reader.session.radio().refusal()).isEmpty();
  }

  @Test
  void aRadioThatWasRefusedIsAskedForOnTheNextConnection() {
    reader.refused.put("ENABLE_ROSPEC", 401);
    reader.ready();
    reader.session.down("the cable is out", reader.now);
    reader.refused.clear();
    reader.now += 1_000 * ScriptedReader.MS;
    reader.ready();
    assertThat(reader.session.radio().confirmed()).contains(true);
  }

  private long count(String name) {
    return reader.names().stream().filter(name::equals).count();
  }
}
