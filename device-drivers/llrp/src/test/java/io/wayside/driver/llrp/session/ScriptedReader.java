// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import io.wayside.core.health.Health;
import io.wayside.driver.llrp.codec.Build;
import io.wayside.driver.llrp.codec.Decoder;
import io.wayside.driver.llrp.codec.Dictionary;
import io.wayside.driver.llrp.codec.Encoder;
import io.wayside.driver.llrp.codec.Frame;
import io.wayside.driver.llrp.codec.Framer;
import io.wayside.driver.llrp.codec.Garbled;
import io.wayside.driver.llrp.codec.Message;
import io.wayside.driver.llrp.codec.Octets;
import io.wayside.driver.llrp.codec.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A session with a reader that answers as a script says, and a clock that a test moves. */
final class ScriptedReader {

  static final long MS = 1_000_000;
  static final long START = 5_000 * MS;

  private static final long EPOCH_MICROS = 1_767_225_600_000_000L;

  final Captured heard = new Captured();
  final ReaderSession session;
  final List<Message> asked = new ArrayList<>();
  final Set<String> unanswered = new HashSet<>();
  final Map<String, Integer> refused = new HashMap<>();
  long now = START;
  int version = 1;
  List<Long> hopsKhz = List.of(920_625L, 921_375L);
  private final Framer framer = new Framer(Framer.USUAL_LONGEST);
  private long said;

  ScriptedReader(Settings settings) {
    session = new ReaderSession(settings, heard, true, now);
  }

  static ScriptedReader usual() {
    return new ScriptedReader(settings());
  }

  static Settings settings() {
    return settings(List.of(), 1_000);
  }

  static Settings settings(List<Integer> allowedKhz, int mostPerS) {
    return new Settings(
        "reader-1",
        "tcp://192.0.2.7:5084",
        List.of(1, 2),
        new Settings.Radio(-1, -1, 0, 1, 4, 0),
        6,
        2,
        2_000,
        5_000 * MS,
        allowedKhz,
        0,
        true,
        mostPerS);
  }

  /** Connected, welcomed and prepared. */
  ScriptedReader ready() {
    session.opened(now);
    welcome(0);
    return this;
  }

  void welcome(int status) {
    event(Build.parameter("ConnectionAttemptEvent").with("status", status));
  }

  void event(Build what) {
    say(
        Build.message("READER_EVENT_NOTIFICATION")
            .with(
                Build.parameter("ReaderEventNotificationData")
                    .with(Build.parameter("UTCTimestamp").with("microseconds", micros()))
                    .with(what)));
  }

  /** The reader's clock, which runs with ours. */
  long micros() {
    return EPOCH_MICROS + now / 1_000;
  }

  void say(Build message) {
    bytes(Encoder.encode(message.message(version, 1_000 + ++said)));
  }

  void bytes(byte... bytes) {
    session.received(bytes, bytes.length, now);
    answerAll();
  }

  void pass(long ms) {
    now += ms * MS;
    session.quiet(now);
    answerAll();
  }

  /** Hears what the session sent and answers, until it has nothing more to say. */
  private void answerAll() {
    for (byte[] out = session.outgoing(); out.length > 0; out = session.outgoing()) {
      framer.feed(out, out.length);
      try {
        for (Optional<Frame> next = framer.next(); next.isPresent(); next = framer.next()) {
          Message message = new Decoder(10_000).decode(next.get());
          asked.add(message);
          answer(message);
        }
      } catch (Garbled garbled) {
        throw new AssertionError("the session sends what is no LLRP", garbled);
      }
    }
  }

  private void answer(Message message) {
    Optional<Integer> type =
        Dictionary.messageNamed(message.name() + "_RESPONSE").map(each -> each.type());
    if (type.isEmpty() || unanswered.contains(message.name())) {
      return;
    }
    if (message.name().equals("GET_SUPPORTED_VERSION") && version == 1) {
      reply(Build.message("ERROR_MESSAGE").with(status(110)), message, 2);
      return;
    }
    Build answer =
        Build.message(message.name() + "_RESPONSE")
            .with(status(refused.getOrDefault(message.name(), 0)));
    if (message.name().equals("GET_SUPPORTED_VERSION")) {
      answer.with("currentVersion", 1).with("supportedVersion", 2);
    } else if (message.name().equals("GET_READER_CAPABILITIES")) {
      capabilities(answer);
    }
    reply(answer, message, version);
  }

  private void reply(Build answer, Message to, int inVersion) {
    byte[] bytes = Encoder.encode(answer.message(inVersion, to.id()));
    session.received(bytes, bytes.length, now);
  }

  /** What was asked last and not answered is done after all. */
  void answerLate(String name) {
    reply(Build.message(name + "_RESPONSE").with(status(0)), last(name), version);
    answerAll();
  }

  static Build status(int code) {
    return Build.parameter("LLRPStatus")
        .with("statusCode", code)
        .with("errorDescription", Octets.ofText(code == 0 ? "" : "scripted"));
  }

  private void capabilities(Build answer) {
    answer
        .with(
            Build.parameter("GeneralDeviceCapabilities")
                .with("manufacturer", 25_882)
                .with("firmware", Octets.ofText("1.2.3")))
        .with(Build.parameter("LLRPCapabilities").with("supportsEventAndReportHolding", true))
        .with(
            Build.parameter("RegulatoryCapabilities")
                .with(
                    Build.parameter("UHFBandCapabilities")
                        .with(
                            Build.parameter("FrequencyInformation")
                                .with("hopping", true)
                                .with(
                                    Build.parameter("FrequencyHopTable")
                                        .with("hopTableId", 7)
                                        .with(
                                            "frequenciesKhz",
                                            Octets.ofInts(
                                                hopsKhz.stream()
                                                    .mapToLong(Long::longValue)
                                                    .toArray()))))));
  }

  /** A tag of the running inventory, at antenna 1 on channel 1. */
  Build tag(int number) {
    return bare(number)
        .with(Build.parameter("ROSpecID").with("roSpecId", roSpecId()))
        .with(Build.parameter("AntennaID").with("antennaId", 1))
        .with(Build.parameter("PeakRSSI").with("rssiDbm", -55))
        .with(Build.parameter("ChannelIndex").with("channelIndex", 1))
        .with(Build.parameter("LastSeenTimestampUTC").with("microseconds", micros()));
  }

  Build bare(int number) {
    return Build.parameter("TagReportData")
        .with(Build.parameter("EPC_96").with("epc", epc(number)));
  }

  static Octets epc(int number) {
    byte[] epc = new byte[12];
    epc[0] = 0x34;
    epc[10] = (byte) (number >> 8);
    epc[11] = (byte) number;
    return Octets.of(epc);
  }

  void report(Build... tags) {
    Build report = Build.message("RO_ACCESS_REPORT");
    for (Build tag : tags) {
      report.with(tag);
    }
    say(report);
  }

  long roSpecId() {
    return last("ADD_ROSPEC").parameters().get(0).number("roSpecId");
  }

  Message last(String name) {
    return asked.stream()
        .filter(each -> each.name().equals(name))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  List<String> names() {
    return asked.stream().map(Message::name).toList();
  }

  Parameter first(String name) {
    return asked.stream()
        .flatMap(each -> deep(each.parameters()).stream())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Parameter> deep(List<Parameter> outer) {
    List<Parameter> all = new ArrayList<>();
    for (Parameter each : outer) {
      all.add(each);
      all.addAll(deep(each.parameters()));
    }
    return all;
  }

  Health health() {
    return session.health(now);
  }
}
