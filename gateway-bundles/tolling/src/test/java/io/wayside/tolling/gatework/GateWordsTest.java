// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import static io.wayside.tolling.gatework.GatePair.TOKEN;
import static io.wayside.tolling.gatework.GatePair.opens;
import static io.wayside.tolling.gatework.GatePair.verdict;
import static io.wayside.tolling.gatework.GatePair.yields;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.gate.Tap;
import io.wayside.tolling.gate.TapTime;
import io.wayside.tolling.gate.Way;
import io.wayside.tolling.plaza.PlazaMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one gate says and the other hears late, not at first, or at a bad moment. */
class GateWordsTest {

  @TempDir Path folder;

  private GatePair pair() throws Exception {
    return new GatePair(folder);
  }

  @Test
  void ofTwoTapsAtOnceOneLetsInAlsoBehindAStall() throws Exception {
    GatePair pair = pair();
    pair.first.tap("in," + TOKEN);
    pair.second.tap("in," + TOKEN);
    pair.stalls(pair.second, 200);
    pair.passes(50);
    assertThat(verdict(pair.second))
        .as("decided on before the words behind it were heard")
        .isEqualTo("allowed");
    pair.passes(350);
    assertThat(opens(pair.first, TOKEN)).isTrue();
    assertThat(yields(pair.second, TOKEN)).isEqualTo(1);
    assertThat(pair.second.open.isOn()).isFalse();
  }

  @Test
  void aTapOfBeforeANewBeginningThatYieldedOpensNothing() throws Exception {
    GatePair pair = pair();
    pair.lost = message -> message.lane().equals("gate-2");
    pair.second.tap("in," + TOKEN);
    pair.passes(20);
    pair.second.fire.lost();
    pair.second.again();
    pair.passes(300);
    pair.first.tap("in," + TOKEN);
    pair.passes(300);
    assertThat(opens(pair.first, TOKEN)).isTrue();
    assertThat(yields(pair.second, TOKEN)).isEqualTo(1);
    pair.second.fire.is(false);
    pair.passes(1_500);
    assertThat(pair.second.open.isOn()).as("nobody's tap opens it").isFalse();
    pair.passes(7_000);
    assertThat(GatePair.ends(pair.second, TOKEN)).isEqualTo(1);
  }

  @Test
  void whoMayHaveComeInWhileThisGateStoodOpenIsNotLockedIn() throws Exception {
    GatePair pair = pair();
    pair.comes(pair.first, true);
    pair.passes(10_000);
    pair.comes(pair.first, false);
    pair.passes(10_000);
    pair.second.gate.holdOpen(true);
    pair.passes(5_000);
    pair.second.gate.holdOpen(false);
    pair.passes(5_000);
    pair.comes(pair.second, false);
    assertThat(verdict(pair.second)).isEqualTo("allowed");
    assertThat(pair.second.flags()).contains("no-tap-in", "unproven");
  }

  @Test
  void whoLeftByTheOtherAfterThisGateStoodOpenIsPassedBack() throws Exception {
    GatePair pair = pair();
    pair.second.gate.holdOpen(true);
    pair.passes(5_000);
    pair.second.gate.holdOpen(false);
    pair.passes(5_000);
    pair.comes(pair.first, true);
    pair.passes(10_000);
    pair.comes(pair.first, false);
    pair.passes(10_000);
    pair.comes(pair.second, false);
    assertThat(verdict(pair.second)).isEqualTo("passed-back");
  }

  @Test
  void aPassageWhoseWordsWereLostForTwoSecondsOneWayIsHeardLater() throws Exception {
    GatePair pair = pair();
    pair.first.tap("in," + TOKEN);
    pair.passes(300);
    pair.lost = message -> message.lane().equals("gate-1");
    pair.walks(pair.first, true); // 1.7 s are left when he has passed
    pair.passes(300);
    pair.lost = message -> false;
    pair.passes(8_000);
    pair.comes(pair.second, true);
    assertThat(verdict(pair.second)).isEqualTo("passed-back");
  }

  @Test
  void aPassageIsSaidSevenTimesInFiveMinutes() {
    List<Long> ages = new ArrayList<>();
    long hour = Duration.ofHours(1).toNanos();
    GateTalk talk =
        new GateTalk(
            "gate-1",
            "st-1",
            1,
            List.of("gate-2"),
            100,
            hour,
            message -> {
              if (message.kind() == PlazaMessage.Kind.SETTLED) {
                ages.add(message.ageMs());
              }
            });
    BenchTime time = new BenchTime();
    long began = time.monotonicNanos();
    talk.passes(new Tap(1, TOKEN, "st-1", Way.IN, TapTime.of(time.now()), Optional.empty()), began);
    while (time.monotonicNanos() - began < hour) {
      time.pass(50);
      talk.repeat(time.monotonicNanos());
    }
    assertThat(ages).containsExactly(0L, 50L, 100L, 1_500L, 6_000L, 60_000L, 300_000L);
  }
}
