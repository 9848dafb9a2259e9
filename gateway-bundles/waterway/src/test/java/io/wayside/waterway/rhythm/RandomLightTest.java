// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.LightSyntax;
import io.wayside.waterway.light.Phase;
import io.wayside.waterway.light.Rhythm;
import io.wayside.waterway.light.SomeCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lights by chance, shown by lamps that are not perfect, judged by correlation as well. */
class RandomLightTest {

  private static final long S = 1_000_000_000L;
  private static final long MS = 1_000_000L;
  private static final int STEP_MS = 50;

  private static List<LightCharacter> some(Random random, int count) throws LightSyntax {
    List<LightCharacter> some = new ArrayList<>();
    while (some.size() < count) {
      LightCharacter character = LightCharacter.parse(SomeCharacters.text(random)).bare();
      boolean rhythmic =
          character.open().isEmpty()
              && character.rhythm().runs().size() > 1
              && SomeCharacters.isToldApart(character);
      if (rhythmic) {
        some.add(character);
      }
    }
    return some;
  }

  private static long watchedNanos(Rhythm... rhythms) {
    int longest = 0;
    for (Rhythm rhythm : rhythms) {
      longest = Math.max(longest, rhythm.periodMs());
    }
    return Math.max(60 * S, 5L * longest * MS);
  }

  @Test
  void whatIsShownIsRecognised() throws LightSyntax {
    Random random = new Random(23);
    for (LightCharacter character : some(random, 60)) {
      Rhythm rhythm = character.rhythm();
      long until = watchedNanos(rhythm);
      LightWatch edges = new LightWatch(Expected.character(character));
      new Lamp(rhythm, random).phaseMs(random.nextInt(100_000)).jitterMs(20).edges(edges, 0, until);
      assertThat(edges.seen(until)).as("edges of %s", character).isEqualTo(Seen.AS_EXPECTED);

      LightWatch samples = new LightWatch(Expected.list(rhythm));
      new Lamp(rhythm, random)
          .phaseMs(random.nextInt(100_000))
          .levels(random.nextDouble(), 0.5 + random.nextDouble())
          .noise(0.05)
          .samples(samples, 0, until, 10 * MS);
      Finding finding = samples.finding(until);
      assertThat(finding.seen())
          .as("%s: %s", character, finding.reason())
          .isEqualTo(Seen.AS_EXPECTED);
    }
  }

  /**
   * Two lists shifted against each other until they agree best; share of the time in which one is
   * lit and the other is not. Nothing of the watch is used.
   */
  private static double disagreement(Rhythm a, Rhythm b) {
    int steps = (int) (watchedNanos(a, b) / MS / STEP_MS);
    boolean[] one = lit(a, steps);
    boolean[] other = lit(b, b.periodMs() / STEP_MS);
    double least = 1;
    for (int shift = 0; shift < other.length; shift++) {
      int different = 0;
      for (int i = 0; i < steps && different < least * steps; i++) {
        different += one[i] == other[(i + shift) % other.length] ? 0 : 1;
      }
      least = Math.min(least, (double) different / steps);
    }
    return least;
  }

  private static boolean[] lit(Rhythm rhythm, int steps) {
    boolean[] lit = new boolean[steps];
    int period = rhythm.periodMs();
    for (int i = 0; i < steps; i++) {
      int within = i * STEP_MS % period;
      for (Phase phase : rhythm.phases()) {
        if (within < phase.millis()) {
          lit[i] = phase.lit();
          break;
        }
        within -= phase.millis();
      }
    }
    return lit;
  }

  @Test
  void lightsThatDoNotCorrelateAreNeverTakenForEachOther() throws LightSyntax {
    Random random = new Random(29);
    List<LightCharacter> some = some(random, 40);
    int other = 0;
    int pairs = 0;
    for (LightCharacter wanted : some) {
      for (int i = 0; i < 4; i++) {
        LightCharacter shown = some.get(random.nextInt(some.size()));
        Rhythm rhythm = shown.rhythm();
        if (disagreement(wanted.rhythm(), rhythm) < 0.06) {
          continue; // nearly the same light, or one period a multiple of the other
        }
        pairs++;
        LightWatch watch = new LightWatch(Expected.list(wanted.rhythm()));
        long until = watchedNanos(wanted.rhythm(), rhythm);
        Lamp lamp = new Lamp(rhythm, random).phaseMs(random.nextInt(100_000)).jitterMs(10);
        for (long nanos = 0; nanos < until; nanos += 5 * S) {
          lamp.edges(watch, nanos, nanos + 5 * S);
          assertThat(watch.seen(nanos + 5 * S))
              .as("%s instead of %s", shown, wanted)
              .isNotEqualTo(Seen.AS_EXPECTED);
        }
        other += watch.seen(until) == Seen.OTHER_RHYTHM ? 1 : 0;
      }
    }
    assertThat(pairs).isGreaterThan(60);
    assertThat(other).as("of %d pairs", pairs).isEqualTo(pairs);
  }
}
