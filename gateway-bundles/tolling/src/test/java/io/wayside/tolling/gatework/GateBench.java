// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.Sentence;
import io.wayside.core.device.SentenceSource;
import io.wayside.core.journal.Backlog;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.tolling.control.BenchContact;
import io.wayside.tolling.control.BenchOutput;
import io.wayside.tolling.control.KeptJournal;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.gate.GateRecords;
import io.wayside.tolling.gate.GateTimes;
import io.wayside.tolling.gate.TapRules;
import io.wayside.tolling.gate.TokenFinding;
import io.wayside.tolling.gate.ZoneFares;
import io.wayside.tolling.plaza.PlazaMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A gate with devices, journal and time of the test, no thread. */
final class GateBench {

  final BenchTime time;
  final KeptJournal journal = new KeptJournal();
  final BenchContact freeSide;
  final BenchContact safety;
  final BenchContact paidSide;
  final BenchContact fire;
  final BenchOutput open;
  final BenchOutput openOut;
  private final String id;
  GateRun gate;
  private final Cards cards = new Cards();
  private final Supplier<Optional<GateTalk>> others;
  private GateParts parts;
  private Mailbox mailbox = new Mailbox(64);

  /** A reader that says what the test says. */
  private static final class Cards implements SentenceSource {
    private final Listeners<Sentence> listeners =
        new Listeners<>(
            "cards",
            (words, fault) -> {
              throw new AssertionError(words, fault);
            });

    @Override
    public Subscription subscribe(Listener<? super Sentence> listener) {
      return listeners.subscribe(listener);
    }

    @Override
    public String deviceId() {
      return "cards";
    }
  }

  GateBench(Path orders) throws Exception {
    this(orders, "gate-1", new BenchTime(), Optional::empty);
    pass(2_000);
  }

  /** One of several, stepped by whoever has the time. */
  GateBench(Path orders, String id, BenchTime time, Supplier<Optional<GateTalk>> others)
      throws Exception {
    this.time = time;
    this.others = others;
    this.id = id;
    freeSide = new BenchContact("free", time, Optional.of(false));
    safety = new BenchContact("between", time, Optional.of(false));
    paidSide = new BenchContact("paid", time, Optional.of(false));
    fire = new BenchContact("fire", time, Optional.of(false));
    open = new BenchOutput("open", time, true);
    openOut = new BenchOutput("open-out", time, true);
    Path fares = Path.of("../../config/tolling/tariffs-zones-example.json");
    parts =
        new GateParts(
            new GateParts.Settings(
                id,
                "st-1",
                new TapRules(
                    Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofHours(3), true),
                GateTimes.usual(),
                100,
                Duration.ofMillis(1_500)),
            new GateParts.Devices(
                cards, freeSide, safety, paidSide, fire, open, Optional.of(openOut)),
            ZoneFares.from(Node.read(fares.toString(), Files.readString(fares))),
            token -> new TokenFinding(token.startsWith("dead"), "blocked", 7, Instant.EPOCH),
            new KeptOrder(orders.resolve(id + ".order")),
            journal,
            () -> new Provenance("0.1.0", "0123456789abcdef", "none"),
            time);
    begin();
  }

  private void begin() throws Exception {
    parts =
        new GateParts(
            parts.settings(),
            parts.devices(),
            parts.fares(),
            parts.tokens(),
            parts.order(),
            journal,
            parts.provenance(),
            time,
            others.get());
    mailbox = new Mailbox(64);
    gate = TicketGate.run(parts, mailbox, new Backlog(journal, 64, words -> {}));
  }

  /** The process ends, and another begins at once. */
  void restart() throws Exception {
    again();
    pass(2_000);
  }

  /** The same, and whoever has the time steps it. */
  void again() throws Exception {
    gate.close();
    begin();
  }

  /** The box loses its power and comes back. */
  void powerCut(Duration away) throws Exception {
    gate.close();
    journal.powerCut();
    time.reboot(away);
    begin();
    pass(2_000);
  }

  void tap(String text) {
    cards.listeners.received(new Sentence(time.monotonicNanos(), "TAP," + text, ""));
  }

  /** Another gate has said something; it waits for the thread as all else does. */
  void hears(PlazaMessage message) {
    mailbox.overheard(() -> gate.heard(message));
  }

  void pass(long ms) {
    try {
      for (long left = ms; left >= 0; left -= 10) {
        step();
        time.pass(10);
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Takes what waits, and does what is due at this moment. */
  void step() throws InterruptedException {
    Runnable letter = mailbox.next(0);
    while (letter != null) {
      gate.take(letter);
      letter = mailbox.next(0);
    }
    gate.take(null);
  }

  /** The gate's thread is held up by something else. */
  void stall(long ms) {
    time.pass(ms);
  }

  void walksIn() {
    walks(freeSide, paidSide);
  }

  void walksOut() {
    walks(paidSide, freeSide);
  }

  private void walks(BenchContact from, BenchContact to) {
    from.is(true);
    pass(200);
    safety.is(true);
    pass(200);
    from.is(false);
    to.is(true);
    pass(200);
    safety.is(false);
    pass(200);
    to.is(false);
    pass(200);
  }

  List<Value.Fields> bodies() {
    return bodies(GateRecords.TAP);
  }

  /** Passages on nobody's tap. */
  List<Value.Fields> unpaid() {
    return bodies(GateRecords.UNPAID);
  }

  private List<Value.Fields> bodies(RecordKind kind) {
    return journal.all("gate." + id).stream()
        .filter(record -> record.kind().equals(kind))
        .map(JournalRecord::body)
        .toList();
  }

  Value.Fields last() {
    List<Value.Fields> all = bodies();
    return all.get(all.size() - 1);
  }

  /** What was decided last. */
  Value.Fields decided() {
    return bodies().stream()
        .filter(body -> text(body, "event").equals("decided"))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  long fare() {
    return decided().get("fareMinor") instanceof Value.Whole minor ? minor.value() : -1;
  }

  String flags() {
    return String.valueOf(decided().get("flags"));
  }

  List<String> events() {
    return bodies().stream()
        .map(
            body ->
                text(body, "event")
                    + (body.get("unproven").equals(new Value.Truth(true)) ? " unproven" : "")
                    + " "
                    + text(body, "verdict"))
        .map(String::strip)
        .toList();
  }

  /**
   * What the records take from each medium, by the rule of docs/parking-and-gates.md: a fare is
   * owed when somebody was seen to pass on its tap.
   */
  long owed(String token) {
    long owed = 0;
    for (Value.Fields passed : bodies()) {
      if (text(passed, "event").equals("passed")
          && !(passed.get("unproven") instanceof Value.Truth)) {
        for (Value.Fields decided : bodies()) {
          if (decided.get("tap").equals(passed.get("tap"))
              && text(decided, "token").equals(token)) {
            owed += decided.get("fareMinor") instanceof Value.Whole minor ? minor.value() : 0;
          }
        }
      }
    }
    return owed;
  }

  static String text(Value.Fields body, String name) {
    return body.get(name) instanceof Value.Text text ? text.value() : "";
  }
}
