// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.tolling.plaza.PlazaCodec;
import io.wayside.tolling.plaza.PlazaMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gates of a station beside each other, over a network that delays and loses. */
class TwoGatesTest {

  private static final String TOKEN = "00112233445566778899";
  private static final long MS = 1_000_000;
  private static final long PASS_BACK_NANOS = Duration.ofMinutes(10).toNanos();

  private final PlazaCodec codec = new PlazaCodec("a key of the station".getBytes(UTF_8));
  @TempDir Path folder;
  private final BenchTime time = new BenchTime();
  private final List<Sent> onTheWay = new ArrayList<>();
  private Random random = new Random(1);
  private int mostDelayMs = 10;
  private int lostPercent;
  private boolean down;
  private long boot;
  private GateBench first;
  private GateBench second;

  /** As it goes over the wire. */
  private record Sent(String line, long dueNanos) {}

  @BeforeEach
  void begin() throws Exception {
    first = new GateBench(folder, "gate-1", time, () -> talk("gate-1"));
    second = new GateBench(folder, "gate-2", time, () -> talk("gate-2"));
    passes(3_000);
  }

  private Optional<GateTalk> talk(String gate) {
    return Optional.of(
        new GateTalk(
            gate, "st-1", ++boot, List.of("gate-1", "gate-2"), 100, PASS_BACK_NANOS, this::send));
  }

  private void send(PlazaMessage message) {
    if (!down && random.nextInt(100) >= lostPercent) {
      long delayNanos = random.nextInt(mostDelayMs + 1) * MS;
      onTheWay.add(new Sent(codec.encode(message), time.monotonicNanos() + delayNanos));
    }
  }

  private void passes(long ms) throws Exception {
    for (long left = ms; left > 0; left--) {
      for (Sent each : List.copyOf(onTheWay)) {
        if (each.dueNanos() <= time.monotonicNanos()) {
          onTheWay.remove(each);
          PlazaMessage message = codec.decode(each.line());
          first.gate.heard(message);
          second.gate.heard(message); // its own word too, as over the link
        }
      }
      first.step();
      second.step();
      time.pass(1);
    }
  }

  private void walks(GateBench gate, boolean in) throws Exception {
    var from = in ? gate.freeSide : gate.paidSide;
    var to = in ? gate.paidSide : gate.freeSide;
    from.is(true);
    passes(200);
    gate.safety.is(true);
    passes(200);
    from.is(false);
    to.is(true);
    passes(200);
    gate.safety.is(false);
    passes(200);
    to.is(false);
    passes(1_500);
  }

  private void comes(GateBench gate, boolean in) throws Exception {
    gate.tap((in ? "in," : "out,") + TOKEN);
    passes(300);
    if (GateBench.text(gate.decided(), "verdict").equals("allowed")) {
      walks(gate, in);
    }
  }

  private static String verdict(GateBench gate) {
    return GateBench.text(gate.decided(), "verdict");
  }

  @Test
  void whoWentInByOneGateLendsHisCardToNobodyAtTheOther() throws Exception {
    comes(first, true);
    assertThat(first.events()).containsExactly("decided allowed", "passed");
    assertThat(first.flags()).doesNotContain("unshared", "no-tap", "unproven");
    passes(10_000);
    comes(second, true);
    assertThat(verdict(second)).isEqualTo("passed-back");
    Value.Fields told = (Value.Fields) second.decided().get("told");
    assertThat(told.get("shared")).isEqualTo(new Value.Truth(true));
  }

  @Test
  void whoLeftByTheOtherGateHasLeft() throws Exception {
    comes(first, true);
    passes(60_000);
    comes(second, false);
    assertThat(verdict(second)).isEqualTo("allowed");
    assertThat(GateBench.text(second.decided(), "from")).isEqualTo("st-1");
    assertThat(second.flags())
        .as("a journey with both its taps")
        .doesNotContain("unshared", "no-tap", "unproven");
    passes(60_000);
    comes(first, true);
    assertThat(verdict(first)).as("alone it would be passed back").isEqualTo("allowed");
    assertThat(first.flags()).doesNotContain("unshared", "no-tap", "unproven");
  }

  @Test
  void aTapThatIsUnderWayAtOneGateIsNotTakenAtTheOther() throws Exception {
    first.tap("in," + TOKEN);
    passes(300);
    second.tap("in," + TOKEN);
    passes(300);
    assertThat(verdict(second)).isEqualTo("duplicate");
    assertThat(GateBench.text(second.decided(), "elsewhere")).isEqualTo("gate-1");
    passes(6_000); // nobody went
    assertThat(first.events()).containsExactly("decided allowed", "lapsed");
    comes(second, true);
    assertThat(second.events()).endsWith("decided allowed", "passed");
  }

  /** Held to both at once, by whatever is a copy of what: one opens, and it is sure which. */
  @Test
  void ofTwoAtTheSameMomentOneOpens() throws Exception {
    int yielded = 0;
    for (int seed = 0; seed < 120; seed++) {
      random = new Random(seed);
      mostDelayMs = 40;
      lostPercent = 0;
      String token = String.format("aaa%08x", seed);
      GateBench early = random.nextBoolean() ? first : second;
      GateBench late = early == first ? second : first;
      early.tap("in," + token);
      passes(random.nextInt(160));
      late.tap("in," + token);
      passes(400);
      int before = first.bodies().size() + second.bodies().size();
      boolean opensFirst = opens(first, token);
      boolean opensSecond = opens(second, token);
      assertThat(opensFirst ^ opensSecond).as("seed %d: one of them", seed).isTrue();
      yielded += yields(first, token) + yields(second, token);
      passes(7_000); // nobody goes
      assertThat(first.bodies().size() + second.bodies().size())
          .as("seed %d: what was allowed and opened has its end", seed)
          .isEqualTo(before + 1);
    }
    assertThat(yielded).as("some are decided after both had claimed").isPositive();
  }

  /** The tap was allowed, and has no end yet. */
  private static boolean opens(GateBench gate, String token) {
    long allowed = allowed(gate, token).size();
    return allowed > ends(gate, token);
  }

  private static List<Value> allowed(GateBench gate, String token) {
    return gate.bodies().stream()
        .filter(body -> GateBench.text(body, "token").equals(token))
        .filter(body -> GateBench.text(body, "verdict").equals("allowed"))
        .map(body -> body.get("tap"))
        .toList();
  }

  private static long ends(GateBench gate, String token) {
    List<Value> taps = allowed(gate, token);
    return gate.bodies().stream()
        .filter(body -> !GateBench.text(body, "event").equals("decided"))
        .filter(body -> taps.contains(body.get("tap")))
        .count();
  }

  private static int yields(GateBench gate, String token) {
    List<Value> taps = allowed(gate, token);
    return (int)
        gate.bodies().stream()
            .filter(body -> taps.contains(body.get("tap")))
            .filter(body -> GateBench.text(body, "event").equals("lapsed"))
            .filter(body -> body.get("elsewhere") instanceof Value.Text)
            .count();
  }

  @Test
  void withoutTheNetworkEachGoesByItsOwnAndSaysSo() throws Exception {
    down = true;
    passes(3_000);
    comes(first, true);
    comes(second, true);
    assertThat(verdict(first)).isEqualTo("allowed");
    assertThat(verdict(second)).as("the local rule knows of no other gate").isEqualTo("allowed");
    assertThat(first.flags()).contains("unshared");
    assertThat(second.flags()).contains("unshared");
    down = false;
    lostPercent = 30;
    passes(3_000);
    comes(second, false);
    assertThat(second.flags()).doesNotContain("unshared");
    passes(30_000);
    comes(first, false);
    assertThat(verdict(first)).as("out already, by the other gate").isEqualTo("passed-back");
  }

  @Test
  void aGateThatBeginsAnewHearsWhatPassedAndKnowsWhatItDecidedOn() throws Exception {
    comes(first, true);
    passes(10_000);
    comes(second, true);
    assertThat(verdict(second)).isEqualTo("passed-back");
    second.again(); // with a talk that knows nothing
    passes(13_000);
    comes(second, true);
    assertThat(verdict(second)).isEqualTo("passed-back");
  }

  @Test
  void whateverIsLostATapHasOneEndAndALostWordHoldsNobodyUpForLong() throws Exception {
    lostPercent = 60;
    for (int seed = 0; seed < 30; seed++) {
      random = new Random(seed);
      String token = String.format("bb%08x", seed);
      first.tap("in," + token);
      passes(random.nextInt(2_000));
      second.tap("out," + token);
      passes(8_000);
      assertThat(ends(first, token)).isEqualTo(allowed(first, token).size());
      assertThat(ends(second, token)).isEqualTo(allowed(second, token).size());
      second.tap("out," + token);
      passes(300);
      assertThat(allowed(second, token))
          .as("seed %d, now that nobody else has it", seed)
          .isNotEmpty();
      passes(8_000);
    }
  }
}
