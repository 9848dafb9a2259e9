// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.device.WeightReading;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.quality.Flag;
import io.wayside.core.supervision.LinkSession;
import io.wayside.driver.indicator.codec.Heard;
import io.wayside.driver.indicator.codec.Indication;
import io.wayside.driver.indicator.codec.IndicatorCodec;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One indicator over the life of its driver: bytes with their arrival times go in, readings and
 * interruptions come out. All times are nanoseconds on one monotonic clock. Used by one thread.
 */
public final class IndicatorSession implements LinkSession {

  /**
   * After opening, what arrives within this time is dropped: a device server may hand over what it
   * kept while nobody was connected, and a weight must not look newer than it is.
   */
  public static final long SETTLE_NANOS = 150_000_000;

  /**
   * Frames that wait for an equal one are a load that moves, up to so many times the silence that
   * is allowed; then they are a bad line.
   */
  private static final int RESTLESS_FACTOR = 5;

  private final Settings settings;
  private final Listener<? super WeightReading> listener;
  private final Readings readings;
  private final IndicatorCodec codec;
  private final Diagnosis diagnosis;
  private final Questions questions;
  private final KeySigns keys;
  private final Heard heard = new Reported();

  private Counters counters = Counters.NONE;
  private boolean framesLost;
  private @Nullable Interruption interruption;
  private boolean up;
  private long upSinceNanos;
  private long lastPollNanos;
  private long lastByteNanos;
  private long lastUnconfirmedNanos;
  private long wholeUntilNanos;
  private boolean everRead;
  private Health health;

  public IndicatorSession(
      Settings settings, Listener<? super WeightReading> listener, long nowNanos) {
    this(settings, listener, KeySigns.NONE, nowNanos);
  }

  /** With somebody who waits for what the device answers to its keys. */
  public IndicatorSession(
      Settings settings, Listener<? super WeightReading> listener, KeySigns keys, long nowNanos) {
    this.keys = keys;
    this.settings = settings;
    this.listener = listener;
    this.readings = new Readings(settings.scale());
    this.codec = settings.format().newCodec();
    this.diagnosis = new Diagnosis(settings);
    this.questions = new Questions(settings.inquiry());
    this.wholeUntilNanos = nowNanos;
    this.health = Health.starting(settings.place() + ": opening the link", nowNanos);
  }

  @Override
  public void opened(long nowNanos) {
    up = true;
    lastPollNanos = nowNanos;
    listenAfresh(nowNanos);
    diagnosis.opened();
    assess(nowNanos);
  }

  private void listenAfresh(long nowNanos) {
    codec.reset();
    questions.from(nowNanos + SETTLE_NANOS);
    framesLost = false;
    upSinceNanos = nowNanos;
    lastByteNanos = nowNanos - settings.silentAfterNanos();
    lastUnconfirmedNanos = lastByteNanos;
  }

  @Override
  public void down(String detail, long nowNanos) {
    up = false;
    interrupt(Cause.LINK_DOWN, "indicator " + settings.deviceId() + ": " + detail, nowNanos);
  }

  @Override
  public void received(byte[] buffer, int count, String from, long nowNanos) {
    noticeOverrun(nowNanos);
    if (nowNanos - upSinceNanos < SETTLE_NANOS) {
      counters = counters.andStale(count);
      return;
    }
    lastByteNanos = nowNanos;
    for (int i = 0; i < count; i++) {
      diagnosis.heard(buffer[i]);
      codec.accept(buffer[i], nowNanos, heard);
    }
    noticeSilence(nowNanos);
    assess(nowNanos);
  }

  /** What is to be sent to the device now; empty when nothing is. */
  public byte[] question(long nowNanos) {
    return questions.due(nowNanos);
  }

  /** How long nothing is to be sent. */
  public long questionInNanos(long nowNanos) {
    return questions.dueInNanos(nowNanos);
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

  /** Whoever was not listening cannot know the age of what he now finds in the queue. */
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
    long allowed = settings.silentAfterNanos();
    long unheard = nowNanos - Math.max(upSinceNanos, wholeUntilNanos);
    boolean restless = nowNanos - lastUnconfirmedNanos < allowed;
    if (unheard < (restless ? RESTLESS_FACTOR * allowed : allowed)) {
      return;
    }
    if (nowNanos - lastByteNanos < allowed) {
      interrupt(Cause.GARBLED, diagnosis.garbled(), nowNanos);
    } else {
      interrupt(Cause.SILENT, diagnosis.silence(questions.unanswered()), nowNanos);
    }
  }

  /** Listeners are told once per outage, by its first cause; health shows the cause of now. */
  private void interrupt(Cause cause, String detail, long nowNanos) {
    boolean begins = interruption == null;
    interruption = new Interruption(wholeUntilNanos, cause, detail);
    assess(nowNanos); // First: who is told may ask how it is.
    if (begins) {
      listener.interrupted(interruption);
    }
  }

  private void assess(long nowNanos) {
    Health found;
    if (interruption != null) {
      String code = interruption.cause().name().toLowerCase(Locale.ROOT).replace('_', '-');
      found = new Health(Status.FAILED, code, interruption.detail(), nowNanos);
    } else if (everRead) {
      found = diagnosis.health(nowNanos);
    } else {
      String what = up ? ": waiting for the first reading" : ": opening the link";
      found = Health.starting(settings.place() + what, nowNanos);
    }
    if (!found.sameAs(health)) {
      health = found;
    }
  }

  @Override
  public Health health() {
    return health;
  }

  public Counters counters() {
    return counters;
  }

  @Override
  public String counts() {
    return counters.toString();
  }

  /** A reading. */
  @Override
  public boolean heardSinceOpened() {
    return everRead && wholeUntilNanos >= upSinceNanos && interruption == null;
  }

  private final class Reported implements Heard {

    @Override
    public void indication(Indication indication, byte[] frame, long arrivalNanos) {
      WeightReading reading =
          readings.of(indication, HexFormat.of().formatHex(frame), arrivalNanos, framesLost);
      counters = counters.andFrame();
      diagnosis.goodFrame(reading.flags().has(Flag.IMPLAUSIBLE), framesLost);
      questions.answered(arrivalNanos);
      framesLost = false;
      interruption = null;
      everRead = true;
      wholeUntilNanos = arrivalNanos;
      listener.received(reading);
    }

    @Override
    public void unconfirmed(byte[] frame) {
      counters = counters.andUnconfirmed();
      lastUnconfirmedNanos = lastByteNanos;
      diagnosis.unconfirmedFrame();
    }

    @Override
    public void noWeight(byte[] frame, String why) {
      counters = counters.andWithoutWeight();
      questions.answered(lastByteNanos);
      keys.refused(why);
      diagnosis.frameWithoutWeight(why);
    }

    @Override
    public void keyDone(byte[] frame) {
      questions.answered(lastByteNanos);
      keys.done();
    }

    @Override
    public void checkFailed(byte[] frame) {
      counters = counters.andCheckFailure();
      lost();
    }

    @Override
    public void unreadable(byte[] frame) {
      counters = counters.andUnreadable();
      lost();
    }

    @Override
    public void skipped(int bytes) {
      counters = counters.andResync(bytes);
      framesLost = true;
    }

    private void lost() {
      framesLost = true;
      diagnosis.badFrame();
    }
  }
}
