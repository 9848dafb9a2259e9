// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.Sentence;
import io.wayside.core.device.SentenceSource;
import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.tolling.control.BenchContact;
import io.wayside.tolling.control.BenchOutput;
import io.wayside.tolling.control.KeptJournal;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.control.SteppedTime;
import io.wayside.tolling.gate.GateTimes;
import io.wayside.tolling.gate.TapRules;
import io.wayside.tolling.gate.TokenFinding;
import io.wayside.tolling.gate.ZoneFares;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate with devices, journal and time of the test, no thread. */
class GateAtWorkTest {

  private static final long MS = 1_000_000;
  private static final String TOKEN = "00112233445566778899";

  @TempDir Path folder;

  private final SteppedTime time = new SteppedTime();
  private final KeptJournal journal = new KeptJournal();
  private final BenchContact freeSide = new BenchContact("free", time, Optional.of(false));
  private final BenchContact safety = new BenchContact("between", time, Optional.of(false));
  private final BenchContact paidSide = new BenchContact("paid", time, Optional.of(false));
  private final BenchContact fire = new BenchContact("fire", time, Optional.of(false));
  private final BenchOutput open = new BenchOutput("open", time, true);
  private final BenchOutput openOut = new BenchOutput("open-out", time, true);
  private final Cards cards = new Cards();
  private Mailbox mailbox = new Mailbox(64);
  private GateRun gate;

  /** A reader that says what the test says. */
  private final class Cards implements SentenceSource {
    private final Listeners<Sentence> listeners =
        new Listeners<>(
            "cards",
            (words, fault) -> {
              throw new AssertionError(words, fault);
            });

    void says(String text) {
      listeners.received(new Sentence(time.monotonicNanos(), text, ""));
    }

    @Override
    public Subscription subscribe(Listener<? super Sentence> listener) {
      return listeners.subscribe(listener);
    }

    @Override
    public String deviceId() {
      return "cards";
    }
  }

  @BeforeEach
  void begin() throws Exception {
    mailbox = new Mailbox(64);
    Path fares = Path.of("../../config/tolling/tariffs-zones-example.json");
    gate =
        TicketGate.run(
            new GateParts(
                new GateParts.Settings(
                    "gate-1",
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
                new KeptOrder(folder.resolve("order")),
                journal,
                () -> new Provenance("0.1.0", "0123456789abcdef", "none"),
                time),
            mailbox,
            new Backlog(journal, 64, words -> {}));
    pass(2_000);
  }

  private void pass(long ms) {
    try {
      for (long left = ms; left >= 0; left -= 10) {
        Runnable letter = mailbox.next(0);
        while (letter != null) {
          gate.take(letter);
          letter = mailbox.next(0);
        }
        gate.take(null);
        time.to(time.monotonicNanos() + 10 * MS);
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private void walksIn() {
    freeSide.is(true);
    pass(200);
    safety.is(true);
    pass(200);
    freeSide.is(false);
    paidSide.is(true);
    pass(200);
    safety.is(false);
    pass(200);
    paidSide.is(false);
    pass(200);
  }

  private List<String> events() {
    return journal.all("gate.gate-1").stream()
        .map(JournalRecord::body)
        .map(body -> text(body, "event") + " " + text(body, "verdict"))
        .map(String::strip)
        .toList();
  }

  private static String text(Value.Fields body, String name) {
    return body.get(name) instanceof Value.Text text ? text.value() : "";
  }

  @Test
  void aTapOpensTheFlapsOneWayForOnePerson() {
    assertThat(open.isOn()).as("shut when nobody is there").isFalse();
    cards.says("TAP,in," + TOKEN);
    pass(50);
    assertThat(open.isOn()).isTrue();
    assertThat(openOut.isOn()).as("only the way he goes").isFalse();
    walksIn();
    assertThat(open.isOn()).isFalse();
    assertThat(events()).containsExactly("decided allowed", "passed");
    assertThat(gate.health().code()).isEqualTo("ok");
  }

  @Test
  void theFlapsWaitForTheRecord() {
    journal.slow();
    cards.says("TAP,in," + TOKEN);
    pass(500);
    assertThat(open.isOn()).as("not on record yet").isFalse();
    journal.sync();
    pass(100);
    assertThat(open.isOn()).isTrue();
  }

  @Test
  void whileTheJournalRefusesNobodyIsLetIn() {
    journal.failing(new JournalException.Busy("full"));
    cards.says("TAP,in," + TOKEN);
    pass(50);
    cards.says("TAP,in,aabbccddeeff");
    pass(50);
    assertThat(open.isOn()).isFalse();
    assertThat(gate.health().code()).isEqualTo("records-waiting");
  }

  @Test
  void aDeniedMediumAndWhatIsNoTapOpenNothing() {
    cards.says("TAP,in,deadbeef00");
    cards.says("TAP,sideways,0011223344");
    pass(100);
    assertThat(open.isOn()).isFalse();
    assertThat(events()).containsExactly("decided denied");
  }

  @Test
  void fireOpensBothWaysAndSoDoesItsLoss() {
    fire.is(true);
    pass(20);
    assertThat(open.isOn() && openOut.isOn()).isTrue();
    fire.is(false);
    pass(2_000);
    assertThat(open.isOn() || openOut.isOn()).isFalse();
    fire.lost();
    pass(20);
    assertThat(open.isOn() && openOut.isOn()).isTrue();
    assertThat(gate.health().code()).isEqualTo("released");
  }

  @Test
  void nothingClosesOnSomebodyOfWhomTheRunHasNotHeardYet() {
    fire.is(true);
    pass(20);
    safety.becomes(true); // the change is still on its way
    fire.is(false);
    pass(300);
    assertThat(open.isOn()).isTrue();
  }

  @Test
  void anOrderToStandOpenOutlivesARestart() throws Exception {
    gate.holdOpen(true);
    pass(100);
    assertThat(open.isOn()).isTrue();
    gate.close();
    begin();
    assertThat(open.isOn()).isTrue();
    assertThat(gate.health().code()).isEqualTo("held-open");
    gate.holdOpen(false);
    pass(2_000);
    assertThat(open.isOn()).isFalse();
  }

  @Test
  void aYoungTapHoldsOverARestartAndAnOldOneIsTakenForGone() throws Exception {
    cards.says("TAP,in," + TOKEN);
    pass(100);
    begin();
    assertThat(open.isOn()).as("his tap holds").isTrue();
    walksIn();
    assertThat(events()).containsExactly("decided allowed", "passed");
    cards.says("TAP,in,aabbccddeeff");
    pass(20);
    time.to(time.monotonicNanos() + 60_000 * MS);
    begin();
    assertThat(events()).endsWith("decided allowed", "passed");
    assertThat(journal.all("gate.gate-1").get(3).body().get("unproven"))
        .isEqualTo(new Value.Truth(true));
  }

  @Test
  void whereAJourneyBeganIsKnownAfterARestart() throws Exception {
    cards.says("TAP,in," + TOKEN);
    pass(50);
    walksIn();
    begin();
    cards.says("TAP,out," + TOKEN);
    pass(50);
    Value.Fields last = journal.all("gate.gate-1").get(2).body();
    assertThat(last.get("fareMinor")).isEqualTo(new Value.Whole(8_000));
    assertThat(last.get("from")).isEqualTo(new Value.Text("st-1"));
  }

  @Test
  void whoTurnsRoundGetsHisTapBack() {
    cards.says("TAP,in," + TOKEN);
    pass(7_000);
    assertThat(events()).containsExactly("decided allowed", "lapsed");
    cards.says("TAP,in," + TOKEN);
    pass(50);
    assertThat(open.isOn()).as("as if he had never tapped").isTrue();
  }
}
