// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
    assertThat(run("--every", "17")).as(out::toString).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("0 with a fault", "toll-passage");
  }

  @Test
  void wrongUsageIsSaid() throws Exception {
    assertThat(run("--fast")).isEqualTo(2);
    assertThat(run("--every", "0")).isEqualTo(2);
    assertThat(run("--help")).isZero();
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("--every N alone");
  }

  private static Seen grant(long number) {
    return new Seen(number, "toll-grant", 0, "account", "a");
  }

  private static Seen charge(long number, long grant, String tag) {
    return new Seen(number, "toll-passage", grant, "account", tag);
  }

  @Test
  void theJudgeFindsWhatIsLostAndDoubled() {
    assertThat(Findings.of(List.of(grant(1), charge(2, 1, "a")), 1)).isEmpty();
    assertThat(Findings.of(List.of(grant(1), charge(2, 1, "a"), charge(3, 0, "a")), 1))
        .containsExactly("a was charged 2 times");
    assertThat(Findings.of(List.of(grant(1), charge(2, 1, "a"), charge(3, 1, "b")), 1))
        .containsExactly("grant 1 has 2 ends");
    assertThat(Findings.of(List.of(grant(1)), 0)).containsExactly("grant 1 has 0 ends");
    assertThat(Findings.of(List.of(grant(1), charge(2, 1, "a")), 2))
        .containsExactly("2 vehicles passed and 1 are on record");
    assertThat(Findings.of(List.of(grant(1), new Seen(2, "toll-unproven", 1, "account", "a")), 1))
        .isEmpty();
  }
}
