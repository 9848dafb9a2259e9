// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThinnedTest {

  private final Verdict verdict = new Verdict();

  private static CentreStore.Row row(String body) {
    return new CentreStore.Row(
        "gw-1", "journal", 1, "journal-thinned/1", "{\"body\":" + body + "}", 0);
  }

  private Thinned of(String body) {
    return Thinned.in(List.of(row(body)), verdict);
  }

  @Test
  void aRunNamesEveryStepFromItsFirstToItsLastNumber() {
    Thinned thinned =
        of(
            "{\"reason\":\"quota\",\"runs\":[{\"stream\":\"t\",\"first\":3,\"last\":11,\"step\":4,"
                + "\"records\":2}]}");
    assertThat(verdict.holds()).isTrue();
    List<Long> named =
        java.util.stream.LongStream.rangeClosed(1, 20)
            .filter(n -> thinned.names(new Key("t", n)))
            .boxed()
            .toList();
    assertThat(named).containsExactly(3L, 7L, 11L);
    assertThat(thinned.names(new Key("u", 3))).isFalse();
    assertThat(thinned.records("t")).isEqualTo(2);
  }

  @Test
  void aRecordThatNamesNothingIsWrong() {
    of("{\"reason\":\"quota\"}");
    assertThat(verdict.first()).contains("it names no runs");
  }

  @Test
  void aRunThatGoesNowhereOrGivesUpMoreThanItNamesIsWrong() {
    of("{\"runs\":[{\"stream\":\"t\",\"first\":3,\"last\":11,\"step\":0,\"records\":2}]}");
    of("{\"runs\":[{\"stream\":\"t\",\"first\":3,\"last\":4,\"step\":1,\"records\":3}]}");
    assertThat(verdict.wrongs().get(Verdict.Wrong.ALTERED)).hasSize(2);
  }
}
