// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import static io.wayside.tolling.gatework.GatePair.TOKEN;
import static io.wayside.tolling.gatework.GatePair.allowed;
import static io.wayside.tolling.gatework.GatePair.ends;
import static io.wayside.tolling.gatework.GatePair.opens;
import static io.wayside.tolling.gatework.GatePair.verdict;
import static io.wayside.tolling.gatework.GatePair.yields;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gates of a station beside each other, over a network that delays and loses. */
class TwoGatesTest {

  @TempDir Path folder;
  private GatePair pair;
  private GateBench first;
  private GateBench second;

  @BeforeEach
  void begin() throws Exception {
    pair = new GatePair(folder);
    first = pair.first;
    second = pair.second;
  }

  @Test
  void whoWentInByOneGateLendsHisCardToNobodyAtTheOther() throws Exception {
    pair.comes(first, true);
    assertThat(first.events()).containsExactly("decided allowed", "passed");
    assertThat(first.flags()).doesNotContain("unshared", "no-tap", "unproven");
    pair.passes(10_000);
    pair.comes(second, true);
    assertThat(verdict(second)).isEqualTo("passed-back");
    Value.Fields told = (Value.Fields) second.decided().get("told");
    assertThat(told.get("shared")).isEqualTo(new Value.Truth(true));
  }

  @Test
  void whoLeftByTheOtherGateHasLeft() throws Exception {
    pair.comes(first, true);
    pair.passes(60_000);
    pair.comes(second, false);
    assertThat(verdict(second)).isEqualTo("allowed");
    assertThat(GateBench.text(second.decided(), "from")).isEqualTo("st-1");
    assertThat(second.flags())
        .as("a journey with both its taps")
        .doesNotContain("unshared", "no-tap", "unproven");
    pair.passes(60_000);
    pair.comes(first, true);
    assertThat(verdict(first)).as("alone it would be passed back").isEqualTo("allowed");
    assertThat(first.flags()).doesNotContain("unshared", "no-tap", "unproven");
  }

  @Test
  void aTapThatIsUnderWayAtOneGateIsNotTakenAtTheOther() throws Exception {
    first.tap("in," + TOKEN);
    pair.passes(300);
    second.tap("in," + TOKEN);
    pair.passes(300);
    assertThat(verdict(second)).isEqualTo("duplicate");
    assertThat(GateBench.text(second.decided(), "elsewhere")).isEqualTo("gate-1");
    pair.passes(6_000); // nobody went
    assertThat(first.events()).containsExactly("decided allowed", "lapsed");
    pair.comes(second, true);
    assertThat(second.events()).endsWith("decided allowed", "passed");
  }

  /** Held to both at once, by whatever is a copy of what: one opens, and it is sure which. */
  @Test
  void ofTwoAtTheSameMomentOneOpens() throws Exception {
    int yielded = 0;
    for (int seed = 0; seed < 120; seed++) {
      pair.random = new Random(seed);
      pair.mostDelayMs = 40;
      pair.lostPercent = 0;
      String token = String.format("aaa%08x", seed);
      GateBench early = pair.random.nextBoolean() ? first : second;
      GateBench late = early == first ? second : first;
      early.tap("in," + token);
      pair.passes(pair.random.nextInt(160));
      late.tap("in," + token);
      pair.passes(400);
      int before = first.bodies().size() + second.bodies().size();
      boolean opensFirst = opens(first, token);
      boolean opensSecond = opens(second, token);
      assertThat(opensFirst ^ opensSecond).as("seed %d: one of them", seed).isTrue();
      yielded += yields(first, token) + yields(second, token);
      pair.passes(7_000); // nobody goes
      assertThat(first.bodies().size() + second.bodies().size())
          .as("seed %d: what was allowed and opened has its end", seed)
          .isEqualTo(before + 1);
    }
    assertThat(yielded).as("some are decided after both had claimed").isPositive();
  }

  @Test
  void withoutTheNetworkEachGoesByItsOwnAndSaysSo() throws Exception {
    pair.down = true;
    pair.passes(3_000);
    pair.comes(first, true);
    pair.comes(second, true);
    assertThat(verdict(first)).isEqualTo("allowed");
    assertThat(verdict(second)).as("the local rule knows of no other gate").isEqualTo("allowed");
    assertThat(first.flags()).contains("unshared");
    assertThat(second.flags()).contains("unshared");
    pair.down = false;
    pair.lostPercent = 30;
    pair.passes(3_000);
    pair.comes(second, false);
    assertThat(second.flags()).doesNotContain("unshared");
    pair.passes(30_000);
    pair.comes(first, false);
    assertThat(verdict(first)).as("out already, by the other gate").isEqualTo("passed-back");
  }

  @Test
  void aGateThatBeginsAnewHearsWhatPassedAndKnowsWhatItDecidedOn() throws Exception {
    pair.comes(first, true);
    pair.passes(10_000);
    pair.comes(second, true);
    assertThat(verdict(second)).isEqualTo("passed-back");
    second.again(); // with a talk that knows nothing
    pair.passes(13_000);
    pair.comes(second, true);
    assertThat(verdict(second)).isEqualTo("passed-back");
  }

  @Test
  void whateverIsLostATapHasOneEndAndALostWordHoldsNobodyUpForLong() throws Exception {
    pair.lostPercent = 60;
    for (int seed = 0; seed < 30; seed++) {
      pair.random = new Random(seed);
      String token = String.format("bb%08x", seed);
      first.tap("in," + token);
      pair.passes(pair.random.nextInt(2_000));
      second.tap("out," + token);
      pair.passes(8_000);
      assertThat(ends(first, token)).isEqualTo(allowed(first, token).size());
      assertThat(ends(second, token)).isEqualTo(allowed(second, token).size());
      second.tap("out," + token);
      pair.passes(300);
      assertThat(allowed(second, token))
          .as("seed %d, now that nobody else has it", seed)
          .isNotEmpty();
      pair.passes(8_000);
    }
  }
}
