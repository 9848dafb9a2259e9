// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.AidReport;
import io.wayside.driver.lantern.text.Inbox;
import io.wayside.driver.lantern.text.LanternText;
import io.wayside.driver.lantern.text.TextMessage;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is done with a modem while it answers: one thread calls it, others ask how it is. */
final class SmsSession {

  private final String deviceId;
  private final Inbox inbox;
  private final LanternText texts;
  private final Inquirer inquirer;
  private final String pin;
  private final Listener<? super AidReport> listeners;
  private final TimeSource time;
  private final Map<Inbox.Fate, Integer> counts = new EnumMap<>(Inbox.Fate.class);
  private boolean pinTried;
  private boolean fresh;
  private boolean interrupted;
  private long heardNanos;
  private int notUnderstood;
  private volatile Health health;

  SmsSession(
      String deviceId,
      Inbox inbox,
      LanternText texts,
      Inquirer inquirer,
      String pin,
      Listener<? super AidReport> listeners,
      TimeSource time) {
    this.deviceId = deviceId;
    this.inbox = inbox;
    this.texts = texts;
    this.inquirer = inquirer;
    this.pin = pin;
    this.listeners = listeners;
    this.time = time;
    this.heardNanos = time.monotonicNanos();
    this.health = Health.starting(deviceId + ": opens its modem", heardNanos);
  }

  Health health() {
    return health;
  }

  /** The modem was opened. */
  void begin(Modem modem) throws DeviceException {
    modem.prepare();
    unlock(modem);
    modem.beginMessages();
    fresh = true;
  }

  /** A wrong PIN locks the SIM at the third attempt, so there is only one. */
  private void unlock(Modem modem) throws DeviceException {
    String wants = modem.sim();
    if (wants.equals("READY")) {
      return;
    }
    if (wants.equals("SIM PIN") && !pin.isEmpty() && !pinTried) {
      pinTried = true;
      modem.pin(pin);
      return;
    }
    throw new Refused(
        deviceId
            + ": the SIM is not ready ("
            + wants
            + "): "
            + (pinTried
                ? "its PIN was not taken and is not tried again; correct pinFile and reload"
                : "give its PIN in pinFile, or remove it by a telephone"));
  }

  /**
   * Takes the messages that came, and asks what is due.
   *
   * @return whether more messages may lie there
   */
  boolean turn(Modem modem) throws DeviceException {
    List<TextMessage> messages = modem.messages();
    for (TextMessage message : messages) {
      take(message);
      modem.delete(message.index());
    }
    fresh = false;
    heardNanos = time.monotonicNanos();
    interrupted = false;
    if (!modem.isRegistered()) {
      say(
          Status.FAILED,
          "no-network",
          ": the modem is with no network (signal "
              + modem.signal()
              + "); look at antenna, SIM and contract");
    } else {
      ask(modem);
    }
    return !messages.isEmpty();
  }

  private void take(TextMessage message) {
    Inbox.Fate fate = inbox.judge(message, trustedNow(), fresh);
    counts.merge(fate, 1, Integer::sum);
    Optional<String> lantern = inbox.lantern(message.sender());
    if (fate == Inbox.Fate.BELIEVED && lantern.isPresent()) {
      Optional<AidReport> report =
          texts.read(time.monotonicNanos(), "lantern:" + lantern.get(), message.text());
      report.ifPresent(listeners::received);
      notUnderstood += report.isEmpty() ? 1 : 0;
    }
  }

  private Optional<Instant> trustedNow() {
    Stamp now = time.now();
    return now.clock().state() == ClockQuality.State.SYNCHRONISED
        ? Optional.of(now.wall())
        : Optional.empty();
  }

  private void ask(Modem modem) throws DeviceException {
    Optional<Inquirer.Question> question = inquirer.due(time.monotonicNanos());
    if (question.isPresent()) {
      inquirer.asked(question.get(), time.monotonicNanos());
      try {
        modem.send(question.get().number(), question.get().text());
      } catch (Refused e) {
        say(Status.DEGRADED, "not-sent", ": a question was not sent, " + e.getMessage());
        return;
      }
    }
    if (inquirer.isSpent(time.monotonicNanos())) {
      say(
          Status.DEGRADED,
          "messages-spent",
          ": the messages of a day are sent, nothing is asked; raise messagesADay or askEvery");
    } else if (notUnderstood > 0) {
      say(
          Status.DEGRADED,
          "not-understood",
          ": "
              + notUnderstood
              + " messages of lanterns had no word of the vocabulary; correct it by what they say");
    } else {
      Health now = Health.ok(time.monotonicNanos());
      health = now.sameAs(health) ? health : now;
    }
  }

  private void say(Status status, String code, String words) {
    Health now = new Health(status, code, deviceId + words, time.monotonicNanos());
    health = now.sameAs(health) ? health : now;
  }

  /** The modem cannot be used now. */
  void lost(DeviceException why) {
    Away away = Away.of(why);
    boolean refused = why instanceof Refused;
    say(
        Status.FAILED,
        refused ? "refused" : away.code(),
        ": lanterns are not heard, " + away.words());
    interrupt(away.cause(), health.message());
  }

  void end() {
    say(Status.FAILED, "stopped", ": the driver was stopped");
    interrupt(Cause.STOPPED, health.message());
  }

  private void interrupt(Cause cause, String detail) {
    if (!interrupted) {
      interrupted = true;
      listeners.interrupted(new Interruption(heardNanos, cause, detail));
    }
  }

  /** For the log: how many messages had which fate, without what they said. */
  Collection<Map.Entry<Inbox.Fate, Integer>> counts() {
    return Map.copyOf(counts).entrySet();
  }
}
