// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TollKillTest {

  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int run(String... arguments) throws Exception {
    return TollKill.run(
        List.of(arguments),
        HOME,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  @Test
  void aSampleOfKillsLosesAndDoublesNothing() throws Exception {
    for (String drive : List.of("tailgater", "hold-open")) {
      assertThat(run("--drive", drive, "--every", "13")).as(out::toString).isZero();
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("0 with a fault", "toll-passage");
  }

  @Test
  void wrongUsageIsSaid() throws Exception {
    assertThat(run("--fast")).isEqualTo(2);
    assertThat(run("--every", "0")).isEqualTo(2);
    assertThat(run("--help")).isZero();
    assertThat(run("--drive", "home")).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .contains("does not know --fast", "--every wants", "take one of [good-tags");
  }

  private static Seen grant(long number) {
    return new Seen(number, "toll-grant", 0, "account", "a");
  }

  private static Seen charge(long number, long grant, String tag) {
    return new Seen(number, "toll-passage", grant, "account", tag);
  }

  private static Drive passing(int vehicles, Integer... unpayable) {
    return new Drive(
        "test", false, vehicles, 0, Set.of(unpayable), Map.of(Drive.CHARGED, 1), List.of());
  }

  @Test
  void theJudgeFindsWhatIsLostAndDoubled() {
    assertThat(Findings.of(List.of(grant(1), charge(2, 1, "a")), passing(1))).isEmpty();
    assertThat(Findings.of(List.of(grant(1), charge(2, 1, "a"), charge(3, 0, "a")), passing(1)))
        .containsExactly("a was charged 2 times");
    assertThat(Findings.of(List.of(grant(1), charge(2, 1, "a"), charge(3, 1, "b")), passing(1)))
        .containsExactly("grant 1 has 2 ends");
    assertThat(Findings.of(List.of(grant(1)), passing(0))).containsExactly("grant 1 has 0 ends");
    assertThat(Findings.of(List.of(grant(1), charge(2, 1, "a")), passing(2)))
        .containsExactly("2 vehicles passed and 1 are on record");
    assertThat(
            Findings.of(
                List.of(grant(1), new Seen(2, "toll-unproven", 1, "account", "a")), passing(1)))
        .isEmpty();
    assertThat(Findings.of(List.of(grant(1), new Seen(2, "toll-abort", 1, "-", "a")), passing(1)))
        .as("an abort is no passage")
        .hasSize(1);
    assertThat(Findings.of(List.of(grant(1), charge(2, 1, Step.epc(4))), passing(1, 4)))
        .containsExactly(Step.epc(4) + " was charged and must not be");
  }

  @Test
  void aDriveThatComesToSomethingElseUnkilledShowsNothing() {
    assertThat(Findings.ofUnkilled(List.of(grant(1), charge(2, 1, "a")), passing(1))).isEmpty();
    assertThat(Findings.ofUnkilled(List.of(new Seen(1, "toll-violation", 0, "-", "-")), passing(1)))
        .hasSize(1);
  }

  @Test
  void aStateThatWasNeverReachedIsNamed() {
    Reached reached = new Reached();
    for (LaneState state : LaneState.values()) {
      if (state != LaneState.HOLD) {
        reached.add("test", state, List.of(charge(2, 1, "a")), false);
      }
    }
    assertThat(reached.never()).containsExactly(LaneState.HOLD);
    assertThat(reached.kills()).isEqualTo(LaneState.values().length - 1);
  }
}
