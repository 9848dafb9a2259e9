// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.camerakill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Leaks that are there must be found, and nothing else. */
class KillVerdictTest {

  private static final Vitals SOUND = new Vitals(0, 40, 20, 150_000, 9_000);

  private static List<Round> rounds(IntFunction<Vitals> after) {
    return IntStream.range(0, 60).mapToObj(k -> new Round(0.5, 150, after.apply(k))).toList();
  }

  private static List<String> faults(IntFunction<Vitals> after) {
    return new KillVerdict(rounds(after), true).faults();
  }

  @Test
  void whatOnlySwaysIsNoLeak() {
    assertThat(faults(k -> SOUND)).isEmpty();
    assertThat(
            faults(
                k ->
                    new Vitals(
                        0, 40 + k % 3, 20 + k % 3, 150_000 + k % 7 * 900, 9_000 + k % 5 * 200)))
        .isEmpty();
  }

  @Test
  void oneZombieInOneRoundIsAFault() {
    assertThat(faults(k -> k == 31 ? new Vitals(1, 40, 20, 150_000, 9_000) : SOUND))
        .containsExactly("1 zombies at once");
  }

  @Test
  void aDescriptorEachFewKillsIsFound() {
    assertThat(faults(k -> new Vitals(0, 40 + k / 8, 20, 150_000, 9_000)))
        .singleElement()
        .asString()
        .contains("descriptors");
  }

  @Test
  void aThreadEachFewKillsIsFound() {
    assertThat(faults(k -> new Vitals(0, 40, 20 + k / 8, 150_000, 9_000)))
        .singleElement()
        .asString()
        .contains("threads");
  }

  @Test
  void aPictureOfNativeMemoryOrHeapEachKillIsFound() {
    // A picture of 640 by 352 is 660 kB.
    assertThat(faults(k -> new Vitals(0, 40, 20, 150_000 + k * 660L, 9_000)))
        .singleElement()
        .asString()
        .contains("resident");
    assertThat(faults(k -> new Vitals(0, 40, 20, 150_000, 9_000 + k * 120L)))
        .singleElement()
        .asString()
        .contains("heap");
  }

  @Test
  void memoryIsNotWeighedAfterAFewRounds() {
    List<Round> rounds = rounds(k -> new Vitals(0, 40, 20, 150_000 + k * 660L, 9_000));

    assertThat(new KillVerdict(rounds, false).faults()).isEmpty();
  }

  @Test
  void theTableSaysHowLongItTookAndWhatIsLeft() {
    KillVerdict verdict =
        new KillVerdict(rounds(k -> new Vitals(0, 40 + k, 20, 150_000, 9_000)), true);

    assertThat(verdict.lines())
        .anyMatch(line -> line.contains("60 kills, 9000 pictures; back after 0.50 s"))
        .anyMatch(line -> line.startsWith("LEFT BEHIND: 40 more descriptors"));
  }
}
