// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.link.Link;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.lantern.text.MessageList;
import io.wayside.driver.lantern.text.ModemAnswer;
import io.wayside.driver.lantern.text.ModemLines;
import io.wayside.driver.lantern.text.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A modem of text messages on an open link, spoken to in text mode (3GPP TS 27.005). For one
 * thread.
 */
final class Modem {

  /** Networks take their time to take a message. */
  private static final Duration SENDING = Duration.ofSeconds(60);

  private static final Duration LOOK = Duration.ofMillis(100);

  /** What a command that was given up on may still say. */
  private static final Duration STALE = Duration.ofMillis(5);

  /** Who sends a message whose text is OK ends a list too early: the rest of it still comes. */
  private static final Duration REST_OF_A_LIST = Duration.ofMillis(200);

  private static final int BUFFER = 512;
  private static final int MOST_LINES = 2_000;
  private static final char END_OF_TEXT = 26;
  private static final char ESCAPE = 27;

  private final String deviceId;
  private final Link link;
  private final Duration answerWithin;
  private final TimeSource time;
  private final BooleanSupplier stopping;
  private final ModemLines lines = new ModemLines();
  private final byte[] buffer = new byte[BUFFER];

  Modem(
      String deviceId,
      Link link,
      Duration answerWithin,
      TimeSource time,
      BooleanSupplier stopping) {
    this.deviceId = deviceId;
    this.link = link;
    this.answerWithin = answerWithin;
    this.time = time;
    this.stopping = stopping;
  }

  /** Wakes it up and has it speak in the form that is read here. */
  void prepare() throws DeviceException {
    link.write(new byte[] {ESCAPE});
    attention();
    ask("ATE0");
    ask("AT+CMEE=1");
  }

  /** A modem that sleeps, or is in the middle of something, misses the first words. */
  private void attention() throws DeviceException {
    for (int attempt = 0; attempt < 3; attempt++) {
      try {
        var unused = ask("AT", Duration.ofSeconds(1));
        return;
      } catch (TimedOut again) {
        if (attempt == 2) {
          throw again;
        }
      }
    }
  }

  /** Text mode, messages kept and announced. */
  void beginMessages() throws DeviceException {
    ask("AT+CMGF=1");
    ask("AT+CSCS=\"GSM\"");
    ask("AT+CNMI=2,1,0,0,0");
  }

  /** What the SIM waits for: {@code READY}, {@code SIM PIN} … */
  String sim() throws DeviceException {
    return value(ask("AT+CPIN?"), "+CPIN:");
  }

  void pin(String pin) throws DeviceException {
    ask("AT+CPIN=\"" + pin + "\"");
  }

  /** Whether it is with its network or a guest in another. */
  boolean isRegistered() throws DeviceException {
    return value(ask("AT+CREG?"), "+CREG:").matches("\\d, *[15](,.*)?");
  }

  /** From 0 to 31; 99 where it cannot be told. */
  String signal() throws DeviceException {
    return value(ask("AT+CSQ"), "+CSQ:");
  }

  private static String value(List<String> answer, String name) {
    return answer.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .findFirst()
        .orElse("");
  }

  List<TextMessage> messages() throws DeviceException {
    List<TextMessage> messages = MessageList.of(ask("AT+CMGL=\"ALL\""));
    if (!messages.isEmpty()) {
      forget(REST_OF_A_LIST);
    }
    return messages;
  }

  void delete(int index) throws DeviceException {
    ask("AT+CMGD=" + index);
  }

  /** Hands a message to the network; nobody knows when it arrives, or whether. */
  void send(String number, String text) throws DeviceException {
    forget(STALE);
    write("AT+CMGS=\"" + number + "\"\r");
    End prompt = await(answerWithin);
    if (!(prompt.answer() instanceof ModemAnswer.Prompt)) {
      throw new Refused(deviceId + ": it did not take the number " + number + why(prompt.answer()));
    }
    write(text + END_OF_TEXT);
    var unused = done("AT+CMGS", await(SENDING));
  }

  private List<String> ask(String command) throws DeviceException {
    return ask(command, answerWithin);
  }

  private List<String> ask(String command, Duration patience) throws DeviceException {
    forget(STALE);
    write(command + "\r");
    return done(command.replaceFirst("=.*", ""), await(patience));
  }

  private List<String> done(String command, End end) throws Refused {
    if (end.answer() instanceof ModemAnswer.Done) {
      return end.lines();
    }
    throw new Refused(deviceId + ": the modem refused " + command + why(end.answer()));
  }

  private static String why(ModemAnswer answer) {
    return answer instanceof ModemAnswer.Failed failed
        ? ", " + failed.code() + ": " + failed.remedy()
        : "";
  }

  /** What was said to an earlier command is nobody's any more. */
  private void forget(Duration quiet) throws DeviceException {
    int count = link.read(buffer, quiet);
    while (count > 0 && !stopping.getAsBoolean()) {
      count = link.read(buffer, quiet);
    }
    lines.reset();
  }

  private void write(String text) throws DeviceException {
    link.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private record End(List<String> lines, ModemAnswer answer) {}

  private End await(Duration patience) throws DeviceException {
    List<String> heard = new ArrayList<>();
    long end = time.monotonicNanos() + patience.toNanos();
    while (time.monotonicNanos() - end < 0 && !stopping.getAsBoolean()) {
      int count = link.read(buffer, LOOK);
      for (String line : lines.take(buffer, count)) {
        Optional<ModemAnswer> answer = ModemAnswer.of(line);
        if (answer.isPresent()) {
          return new End(heard, answer.get());
        }
        if (heard.size() < MOST_LINES && !isAnnouncement(line)) {
          heard.add(line);
        }
      }
    }
    throw new TimedOut(
        deviceId + ": the modem does not answer; look at its power, baud rate and cable");
  }

  private static boolean isAnnouncement(String line) {
    return line.startsWith("+CMTI:") || line.equals("RING") || line.startsWith("+CDSI:");
  }

  /** Waits for a message to be announced. */
  void awaitAnnouncement(Duration patience) throws DeviceException {
    long end = time.monotonicNanos() + patience.toNanos();
    while (time.monotonicNanos() - end < 0 && !stopping.getAsBoolean()) {
      if (lines.take(buffer, link.read(buffer, LOOK)).stream().anyMatch(Modem::isAnnouncement)) {
        return;
      }
    }
  }
}
