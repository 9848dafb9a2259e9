// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsTest {

  @Test
  void aFlagNeverDisappears() {
    Random random = new Random(3);
    Flags flags = Flags.NONE;
    TreeSet<Flag> everSet = new TreeSet<>();
    for (int i = 0; i < 1_000; i++) {
      Flag flag = new Flag("doubt-" + random.nextInt(200));
      everSet.add(flag);
      flags = random.nextBoolean() ? flags.with(flag) : Flags.of(flag).with(flags);

      assertThat(flags.all()).isEqualTo(everSet);
    }
  }

  @Test
  void noWayLeadsToFewerFlags() {
    Flags flags = Flags.of(Flag.UNSTABLE, Flag.SIMULATED);

    assertThatThrownBy(() -> flags.all().clear()).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> flags.all().remove(Flag.UNSTABLE))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(Stream.of(Flags.class.getMethods()).map(m -> m.getName()))
        .doesNotContain("without", "remove", "minus", "clear");
  }

  @Test
  void aSetThatIsChangedLaterDoesNotChangeTheFlags() {
    TreeSet<Flag> set = new TreeSet<>();
    set.add(Flag.UNSTABLE);
    Flags flags = new Flags(set);
    set.clear();

    assertThat(flags.has(Flag.UNSTABLE)).isTrue();
  }

  @Test
  void areOrderedByCodeWhateverOrderTheyCameIn() {
    Collection<Flag> backwards = new TreeSet<>(Comparator.<Flag>reverseOrder());
    backwards.add(new Flag("a"));
    backwards.add(new Flag("b"));

    assertThat(new Flags((TreeSet<Flag>) backwards).all())
        .containsExactly(new Flag("a"), new Flag("b"));
  }

  @Test
  void areEqualWhenTheyHoldTheSame() {
    assertThat(Flags.of(Flag.UNSTABLE, Flag.SIMULATED))
        .isEqualTo(Flags.of(Flag.SIMULATED, Flag.UNSTABLE, Flag.SIMULATED));
    assertThat(Flags.NONE.isEmpty()).isTrue();
  }

  @Test
  void goIntoARecordAsCodes() {
    assertThat(Json.write(Flags.of(Flag.UNSTABLE, Flag.SIMULATED).toValue()))
        .isEqualTo("[\"simulated\",\"unstable\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "-a", "a-", "a--b", "a_b", "1a", "a b", "é"})
  void aCodeIsLowerCaseWordsJoinedByHyphens(String code) {
    assertThatThrownBy(() -> new Flag(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + code + "\"");
  }
}
