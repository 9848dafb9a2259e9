// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.session;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Sentence;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.supervision.LinkSession;
import io.wayside.driver.nmea.heard.Interpreter;
import io.wayside.driver.nmea.heard.Listening;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One receiver over the life of its driver. All times are nanoseconds on one monotonic clock. Used
 * by one thread.
 */
public final class ReceiverSession implements LinkSession {

  private final Settings settings;
  private final Voices voices;
  private final Interpreter interpreter;
  private final LineQuality quality;
  private final Senders senders = new Senders();
  private final Rubbish rubbish = new Rubbish();

  private long sentences;
  private @Nullable Interruption interruption;
  private boolean up;
  private boolean heardSinceOpened;
  private long upSinceNanos;
  private long lastPollNanos;
  private long lastGoodNanos;
  private String sender = "";
  private Health health;

  /** A receiver that is about to be opened. */
  public ReceiverSession(Settings settings, Listening listening, Voices voices, long nowNanos) {
    this.settings = settings;
    this.voices = voices;
    this.interpreter = new Interpreter(listening, voices);
    this.quality = new LineQuality(nowNanos);
    this.lastGoodNanos = nowNanos;
    this.health = Health.starting(settings.place() + ": opening the link", nowNanos);
  }

  @Override
  public void opened(long nowNanos) {
    up = true;
    lastPollNanos = nowNanos;
    listenAfresh(nowNanos);
    assess(nowNanos);
  }

  private void listenAfresh(long nowNanos) {
    senders.finish();
    rubbish.reset(senders.faults());
    upSinceNanos = nowNanos;
    heardSinceOpened = false;
  }

  @Override
  public void down(String detail, long nowNanos) {
    up = false;
    interrupt(Cause.LINK_DOWN, "receiver " + settings.deviceId() + ": " + detail, nowNanos);
  }

  @Override
  public void received(byte[] buffer, int count, String from, long nowNanos) {
    noticeOverrun(nowNanos);
    sender = from;
    rubbish.heard(buffer, count);
    senders.of(from).feed(buffer, 0, count, nowNanos, this::sentence);
    noticeSilence(nowNanos);
    assess(nowNanos);
  }

  private void sentence(Sentence sentence) {
    sentences++;
    interruption = null;
    heardSinceOpened = true;
    lastGoodNanos = sentence.monotonicNanos();
    rubbish.reset(senders.faults());
    voices.sentence(sentence);
    interpreter.hear(sentence, sender).ifPresent(voices::answered);
  }

  @Override
  public void quiet(long nowNanos) {
    noticeOverrun(nowNanos);
    noticeSilence(nowNanos);
    assess(nowNanos);
  }

  @Override
  public void stopped(long nowNanos) {
    up = false;
    interrupt(Cause.STOPPED, settings.place() + ": the driver was stopped", nowNanos);
  }

  /** Whoever was not listening cannot know what he missed, nor the age of what he finds waiting. */
  private void noticeOverrun(long nowNanos) {
    long deafNanos = nowNanos - lastPollNanos;
    lastPollNanos = nowNanos;
    if (deafNanos > settings.silentAfterNanos()) {
      listenAfresh(nowNanos);
      interrupt(
          Cause.OVERRUN,
          "%s: the gateway did not listen for %d ms; check its load and its listeners"
              .formatted(settings.place(), deafNanos / 1_000_000),
          nowNanos);
    }
  }

  private void noticeSilence(long nowNanos) {
    boolean tooLong =
        nowNanos - Math.max(upSinceNanos, lastGoodNanos) >= settings.silentAfterNanos();
    if (rubbish.tooMuch() || (tooLong && rubbish.any())) {
      interrupt(
          Cause.GARBLED,
          settings.place() + ": " + rubbish.words(senders.faults(), settings.isSerial()),
          nowNanos);
    } else if (tooLong) {
      interrupt(
          Cause.SILENT,
          "%s: nothing received for %d s; check the talker's power, its output and the wires or the"
                  .formatted(settings.place(), settings.silentAfterNanos() / 1_000_000_000)
              + " network to it",
          nowNanos);
    }
  }

  /** Listeners are told once per outage, by its first cause; health shows the cause of now. */
  private void interrupt(Cause cause, String detail, long nowNanos) {
    boolean begins = interruption == null;
    boolean same = interruption != null && interruption.cause() == cause;
    if (same) {
      return;
    }
    interruption = new Interruption(lastGoodNanos, cause, detail);
    assess(nowNanos); // First: who is told may ask how it is.
    if (begins) {
      voices.interrupted(interruption);
    }
  }

  private void assess(long nowNanos) {
    quality.look(sentences, senders.faults(), nowNanos);
    Health found = found(nowNanos);
    if (!found.sameAs(health)) {
      health = found;
    }
  }

  private Health found(long nowNanos) {
    if (interruption != null) {
      String code = interruption.cause().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return new Health(Status.FAILED, code, interruption.detail(), nowNanos);
    }
    if (!heardSinceOpened) {
      String what = up ? ": waiting for the first sentence" : ": opening the link";
      return Health.starting(settings.place() + what, nowNanos);
    }
    if (quality.verdict().isPresent()) {
      return degraded("noisy-line", quality.verdict().get(), nowNanos);
    }
    return interpreter
        .alarm()
        .map(
            alarm ->
                degraded(
                    "device-alarm", "the device raises " + alarm + "; see its manual", nowNanos))
        .orElseGet(() -> Health.ok(nowNanos));
  }

  private Health degraded(String code, String what, long nowNanos) {
    return new Health(Status.DEGRADED, code, settings.place() + ": " + what, nowNanos);
  }

  @Override
  public Health health() {
    return health;
  }

  /** A sentence, whole. */
  @Override
  public boolean heardSinceOpened() {
    return heardSinceOpened;
  }

  /** With what became of it, by reason. */
  @Override
  public String counts() {
    return ("sentences %d, damaged %s, messages refused %s, not decoded by type %s, passed over %s,"
            + " spoilt fields %s, not told %s")
        .formatted(
            sentences,
            senders.faults(),
            interpreter.refusals(),
            new TreeMap<>(interpreter.notDecoded()),
            interpreter.passedOver().all(),
            interpreter.spoilt().all(),
            interpreter.unused().all());
  }
}
