// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.scenarios.weigh.DayReplay.Look;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WeighDayTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int day(String... arguments) throws Exception {
    return WeighDay.run(
        List.of(arguments),
        new PrintStream(out, true, UTF_8),
        new PrintStream(errors, true, UTF_8));
  }

  @Test
  void helpNamesEveryOption() throws Exception {
    assertThat(day("--help")).isZero();
    assertThat(out.toString(UTF_8)).contains("--hours", "--scenario", "--seed", "--heap");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--hours 0", "--hours 169", "--heap 1", "--scenario x", "--what", "--heap"})
  void wrongUsageIsOneLineThatNamesIt(String line) throws Exception {
    assertThat(day(line.split(" ", -1))).isEqualTo(2);
    assertThat(errors.toString(UTF_8).lines()).hasSize(1);
    assertThat(errors.toString(UTF_8)).contains(line.split(" ", -1)[0]);
  }

  @Test
  void lookedAtEveryIntervalAndAtTheEnd() throws Exception {
    List<Look> looks =
        WeighDay.day(
            DayOptions.parse(List.of("--seed", "3")),
            Made.SHELF,
            150,
            50,
            new PrintStream(out, true, UTF_8));
    assertThat(looks).hasSize(4);
    assertThat(looks.get(3).atS()).isCloseTo(150, within(0.3));
    assertThat(looks.get(3).weighed()).isGreaterThan(10);
    assertThat(looks.get(3).came()).isBetween(looks.get(3).weighed(), looks.get(3).weighed() + 3);
    assertThat(out.toString(UTF_8).lines()).hasSize(2 + 4 + 2);
    assertThat(out.toString(UTF_8)).contains("smallest", "largest", "times real time");
  }

  @Test
  void aLeakShowsAsSlope() {
    List<Look> looks = new ArrayList<>();
    for (int hour = 0; hour < 10; hour++) {
      looks.add(new Look(hour * 3600.0, 5_000_000 + 1_000L * hour, 0, 0));
    }
    assertThat(DayText.slopePerHour(looks)).isCloseTo(1_000, within(1e-6));
    assertThat(DayText.slopePerHour(looks.subList(0, 1))).isZero();
  }
}
