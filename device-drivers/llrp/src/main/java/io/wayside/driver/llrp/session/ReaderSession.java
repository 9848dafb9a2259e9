// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.device.TagSighting;
import io.wayside.core.health.Health;
import io.wayside.driver.llrp.codec.Decoder;
import io.wayside.driver.llrp.codec.Frame;
import io.wayside.driver.llrp.codec.Framer;
import io.wayside.driver.llrp.codec.Garbled;
import io.wayside.driver.llrp.codec.Message;
import io.wayside.driver.llrp.codec.ReportReader;
import java.util.Optional;

/**
 * The whole conversation with one reader, over one connection after the other: bytes in, bytes out,
 * sightings, interruptions and health. Nothing is sent before the reader has said that it takes the
 * connection.
 */
public final class ReaderSession {

  /** A message of settings or events has far fewer. */
  private static final int MOST_PARAMETERS = 20_000;

  private static final int MOST_GARBLED = 10;

  private static final int ERROR_MESSAGE = 100;
  private static final int KEEPALIVE = 62;
  private static final int READER_EVENT_NOTIFICATION = 63;
  private static final int CLOSE_CONNECTION_RESPONSE = 4;

  private static final long KEEPALIVES_MISSED = 3;
  private static final long NANOS_PER_MS = 1_000_000;

  private enum Phase {
    /** No connection, or one that is to be closed. */
    DOWN,
    /** Connected; the reader has not yet said whether it takes us. */
    EXPECTED,
    /** Being asked and set up. */
    PREPARING,
    READY,
    CLOSING
  }

  private final Settings settings;
  private final Listener<? super TagSighting> listener;
  private final Framer framer = new Framer(Framer.USUAL_LONGEST);
  private final Decoder decoder = new Decoder(MOST_PARAMETERS);
  private final Dialogue dialogue;
  private final Notices notices = new Notices();
  private final Counters counters = new Counters();
  private final Hearing hearing;
  private final Events events;
  private final Preparation preparation;
  private final RadioSwitch radio;
  private final Inputs inputs;
  private final Outputs outputs;

  private Phase phase = Phase.DOWN;
  private boolean outage;
  private Health line;
  private long openedAt;
  private long lastHeard;
  private int garbledRunning;

  /**
   * @param radioOn whether the radio is to be on until told otherwise
   */
  public ReaderSession(
      Settings settings, Listener<? super TagSighting> listener, boolean radioOn, long now) {
    this.settings = settings;
    this.listener = listener;
    this.lastHeard = now;
    this.line = Health.starting(settings.place() + ": connecting", now);
    this.dialogue = new Dialogue(settings.answerWithinNanos());
    this.hearing = new Hearing(settings, listener, notices, counters);
    this.inputs = new Inputs(settings, dialogue, notices);
    this.outputs = new Outputs(settings, dialogue, notices);
    this.events = new Events(settings, listener, notices, counters, hearing, inputs);
    this.radio = new RadioSwitch(settings, dialogue, hearing, notices, radioOn);
    this.preparation = new Preparation(settings, dialogue, hearing, notices, radio);
  }

  /** The link was opened. */
  public void opened(long now) {
    framer.reset();
    dialogue.reset();
    hearing.begin();
    notices.clear();
    radio.begin();
    inputs.begin();
    outputs.begin();
    garbledRunning = 0;
    openedAt = now;
    lastHeard = now;
    dialogue.at(now);
    phase = Phase.EXPECTED;
  }

  /** Bytes came. */
  public void received(byte[] bytes, int count, long now) {
    dialogue.at(now);
    framer.feed(bytes, count);
    try {
      for (Optional<Frame> next = framer.next(); next.isPresent(); next = framer.next()) {
        if (phase == Phase.DOWN) {
          return;
        }
        lastHeard = now; // whole messages count: bytes alone also come when a length was wrong
        take(next.get(), now);
      }
    } catch (Garbled lost) {
      counters.garbled++;
      give(Cause.GARBLED, "garbled", "sends what is no LLRP (" + lost.getMessage() + ")", now);
    }
    tick(now);
  }

  /** Nothing came for a while. */
  public void quiet(long now) {
    tick(now);
  }

  private void take(Frame frame, long now) {
    try {
      if (frame.type() == ReportReader.RO_ACCESS_REPORT && phase == Phase.READY) {
        hearing.report(frame, now);
      } else if (frame.type() != ReportReader.RO_ACCESS_REPORT) {
        message(decoder.decode(frame), now);
      }
      garbledRunning = 0;
    } catch (Garbled garbled) {
      counters.garbled++;
      garbledRunning++;
      notices.tell(
          "garbled",
          settings.place() + ": a message could not be read (" + garbled.getMessage() + ")",
          now);
      if (garbledRunning >= MOST_GARBLED) {
        give(Cause.GARBLED, "garbled", "sends messages that cannot be read", now);
      }
    }
  }

  private void message(Message message, long now) {
    switch (message.type()) {
      case KEEPALIVE -> {
        if (phase != Phase.EXPECTED) {
          dialogue.acknowledge("KEEPALIVE_ACK", message.id());
        }
      }
      case READER_EVENT_NOTIFICATION -> event(message, now);
      case CLOSE_CONNECTION_RESPONSE -> {
        if (phase == Phase.CLOSING) {
          phase = Phase.DOWN;
        } else {
          answer(message, now);
        }
      }
      default -> answer(message, now);
    }
  }

  private void answer(Message message, long now) {
    if (dialogue.hears(message)) {
      return;
    }
    counters.unexpected++;
    if (message.type() == ERROR_MESSAGE) { // never answered: two sides could go on for ever
      notices.tell(
          "reader-error", settings.place() + ": complains of " + Status.of(message).words(), now);
    }
  }

  private void event(Message message, long now) {
    Events.Outcome outcome = events.take(message, now);
    if (phase == Phase.EXPECTED) {
      outcome.attempt().ifPresent(status -> attempted(status, now));
    } else if (outcome.closing()) {
      give(Cause.LINK_DOWN, "reader-closed", "closes the connection", now);
    } else if (outcome.inventoryEnded() && phase == Phase.READY) {
      radio.inventoryEnded();
    } else if (outcome.attempt().isPresent()) {
      notices.tell(
          "another-client",
          settings.place() + ": another client wanted to connect; a reader serves one at a time",
          now);
    }
  }

  private void attempted(int status, long now) {
    if (status == 0) {
      phase = Phase.PREPARING;
      preparation.begin();
      return;
    }
    boolean busy = status == 1 || status == 2 || status == 4;
    give(
        Cause.LINK_DOWN,
        busy ? "reader-busy" : "reader-refuses",
        switch (status) {
          case 1, 2, 4 ->
              "serves another client, or still keeps a connection that ended without goodbye; it is"
                  + " tried again; disconnect the other client, or restart the reader";
          default -> "does not take the connection (status " + status + "); see its own log";
        },
        now);
  }

  private void tick(long now) {
    dialogue.at(now);
    if (phase == Phase.EXPECTED && now - openedAt > settings.answerWithinNanos()) {
      give(
          Cause.SILENT,
          "silent",
          "is connected and does not say that it is a reader; check port and LLRP service",
          now);
    }
    String overdue = dialogue.overdue();
    if (phase != Phase.DOWN && !overdue.isEmpty()) {
      preparation.unanswered(overdue);
      give(Cause.SILENT, "silent", "does not answer " + overdue, now);
    }
    long patience = KEEPALIVES_MISSED * settings.keepaliveMs() * NANOS_PER_MS;
    if (phase == Phase.READY && now - lastHeard > patience) {
      give(Cause.SILENT, "silent", "has not shown for three keepalives that it lives", now);
    }
    if (phase == Phase.PREPARING) {
      prepared(now);
    }
    if (phase == Phase.READY) {
      outputs.pursue();
      inputs.pursue();
      radio.pursue();
    }
  }

  private void prepared(long now) {
    Optional<String> failure = preparation.failure();
    if (failure.isPresent()) {
      give(Cause.LINK_DOWN, "refused", failure.get(), now);
    } else if (preparation.isDone()) {
      phase = Phase.READY;
      outage = false;
      line = Health.ok(now);
    }
  }

  /** Gives a connection up that is still there: says so to both sides. */
  private void give(Cause cause, String code, String what, long now) {
    if (phase == Phase.DOWN) {
      return;
    }
    if (phase != Phase.EXPECTED) {
      dialogue.say("CLOSE_CONNECTION");
    }
    fallen(cause, code, settings.place() + ": " + what, now);
  }

  private void fallen(Cause cause, String code, String words, long now) {
    phase = Phase.DOWN;
    radio.lost();
    Health failed = new Health(Health.Status.FAILED, code, words, now);
    line = failed.sameAs(line) ? line : failed;
    if (!outage) {
      outage = true;
      listener.interrupted(new Interruption(lastHeard, cause, words));
    }
  }

  /** The link broke or could not be opened; not to be called after {@link #isOver}. */
  public void down(String why, long now) {
    preparation.unanswered(dialogue.awaited());
    fallen(Cause.LINK_DOWN, "link-down", settings.place() + ": " + why, now);
  }

  /** Says goodbye, with the radio off; the link may be closed once {@link #isOver}. */
  public void close(long now) {
    if (phase == Phase.PREPARING || phase == Phase.READY) {
      outputs.lastWords();
      radio.lastOff();
      dialogue.say("CLOSE_CONNECTION");
      phase = Phase.CLOSING;
    } else {
      phase = Phase.DOWN;
    }
    line = new Health(Health.Status.FAILED, "stopped", settings.place() + ": stopped", now);
  }

  /** The driver stops. */
  public void stopped(long now) {
    close(now);
    phase = Phase.DOWN;
    radio.lost();
    if (!outage) {
      outage = true;
      listener.interrupted(
          new Interruption(lastHeard, Cause.STOPPED, settings.place() + ": stopped"));
    }
  }

  /** Whether the connection has no more use and is to be closed, after what is left was written. */
  public boolean isOver() {
    return phase == Phase.DOWN;
  }

  /** Whether tags are heard, or would be with the radio on. */
  public boolean isReady() {
    return phase == Phase.READY;
  }

  /** Bytes to be written now, once. */
  public byte[] outgoing() {
    return dialogue.outgoing();
  }

  public RadioSwitch radio() {
    return radio;
  }

  public Inputs inputs() {
    return inputs;
  }

  public Outputs outputs() {
    return outputs;
  }

  public Health health(long now) {
    return line.status() == Health.Status.OK ? notices.over(line, now) : line;
  }

  public Counters counters() {
    return counters;
  }
}
