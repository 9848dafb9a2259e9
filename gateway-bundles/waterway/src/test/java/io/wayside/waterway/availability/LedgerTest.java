// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ledger against a recount second by second. */
class LedgerTest {

  private static final List<Verdict> VERDICTS = List.of(Verdict.values());

  /** Before the end of February of a leap year. */
  private static final Instant BEGIN = Instant.parse("2028-02-28T20:00:00Z");

  /** One cell a second; what is put late overwrites all from there on, as it is written down. */
  private static final class Seconds {

    private static final int UNKNOWN = List.of(Verdict.values()).indexOf(Verdict.UNKNOWN);
    private static final List<Condition> CONDITIONS = List.of(Condition.values());

    private final int[] light;
    private final int[] place;
    private final boolean[] planned;
    private final boolean[] due;

    Seconds(int length) {
      light = new int[length];
      place = new int[length];
      planned = new boolean[length];
      due = new boolean[length];
      Arrays.fill(light, UNKNOWN);
      Arrays.fill(place, UNKNOWN);
    }

    private boolean down(int s) {
      return light[s] == 1 || place[s] == 1;
    }

    private Condition condition(int s) {
      if (down(s)) {
        if (!planned[s]) {
          return Condition.DOWN_UNPLANNED;
        }
        int run = s;
        while (run > 0 && down(run - 1)) {
          run--;
        }
        int window = s;
        while (window > 0 && planned[window - 1]) {
          window--;
        }
        return run >= window ? Condition.DOWN_PLANNED : Condition.DOWN_UNPLANNED;
      }
      if (light[s] == 2 || place[s] == 2 || (light[s] == 3 && place[s] == 3)) {
        return Condition.UNKNOWN;
      }
      return planned[s] ? Condition.DOWN_PLANNED : Condition.UP;
    }

    Figures count(int from, int to) {
      long[] seconds = new long[4];
      long dueS = 0;
      long lit = 0;
      long dueUnknown = 0;
      int failures = 0;
      int outages = 0;
      Condition last = Condition.UP;
      for (int s = from; s < to; s++) {
        Condition now = condition(s);
        seconds[CONDITIONS.indexOf(now)]++;
        if (due[s] && !planned[s]) {
          dueS++;
          lit += light[s] == 0 ? 1 : 0;
          dueUnknown += light[s] == 2 ? 1 : 0;
        }
        if (now != Condition.UNKNOWN) {
          boolean wasDown = last != Condition.UP;
          failures += now == Condition.DOWN_UNPLANNED && last != Condition.DOWN_UNPLANNED ? 1 : 0;
          outages += now != Condition.UP && !wasDown ? 1 : 0;
          last = now;
        }
      }
      return new Figures(
          Duration.ofSeconds(seconds[0]),
          Duration.ofSeconds(seconds[1]),
          Duration.ofSeconds(seconds[2]),
          Duration.ofSeconds(seconds[3]),
          Duration.ofSeconds(dueS),
          Duration.ofSeconds(lit),
          Duration.ofSeconds(dueUnknown),
          failures,
          outages);
    }
  }

  @Test
  void figuresAreThoseOfARecountSecondBySecond() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int length = 4000 + random.nextInt(20_000);
      Seconds seconds = new Seconds(length);
      Ledger ledger = new Ledger();
      int told = 0;
      while (told < length) {
        told += 1 + random.nextInt(600);
        // Some is learnt late, so stretches that were told overlap.
        int since = Math.max(0, told - random.nextInt(random.nextInt(4) == 0 ? 1500 : 60));
        put(random, seconds, ledger, Math.min(since, length));
      }
      int from = random.nextInt(length / 2);
      int to = from + random.nextInt(length - from) + 1;

      assertThat(ledger.figures(BEGIN.plusSeconds(from), BEGIN.plusSeconds(to)))
          .as("seed %d, %d to %d", seed, from, to)
          .isEqualTo(seconds.count(from, to));
    }
  }

  private static void put(Random random, Seconds seconds, Ledger ledger, int since) {
    Instant at = BEGIN.plusSeconds(since);
    int verdict = random.nextInt(8) == 0 ? 3 : random.nextInt(3);
    boolean yes = random.nextBoolean();
    switch (random.nextInt(5)) {
      case 0, 1 -> {
        ledger.light(at, VERDICTS.get(verdict));
        Arrays.fill(seconds.light, since, seconds.light.length, verdict);
      }
      case 2 -> {
        ledger.place(at, VERDICTS.get(verdict));
        Arrays.fill(seconds.place, since, seconds.place.length, verdict);
      }
      case 3 -> {
        ledger.planned(at, yes);
        Arrays.fill(seconds.planned, since, seconds.planned.length, yes);
      }
      default -> {
        ledger.due(at, yes);
        Arrays.fill(seconds.due, since, seconds.due.length, yes);
      }
    }
  }

  @Test
  void partsOfATimeAddUpToTheWhole() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Ledger ledger = new Ledger();
      Seconds unused = new Seconds(5000);
      List<Integer> cuts = new ArrayList<>(List.of(0, 5000));
      for (int told = 0; told < 5000; told += 1 + random.nextInt(300)) {
        put(random, unused, ledger, told);
        cuts.add(random.nextInt(5000));
      }
      cuts.sort(null);
      Figures sum = Figures.NONE;
      for (int i = 1; i < cuts.size(); i++) {
        sum =
            sum.plus(
                ledger.figures(BEGIN.plusSeconds(cuts.get(i - 1)), BEGIN.plusSeconds(cuts.get(i))));
      }
      Figures whole = ledger.figures(BEGIN, BEGIN.plusSeconds(5000));

      assertThat(List.of(sum.up(), sum.downPlanned(), sum.downUnplanned(), sum.unknown()))
          .isEqualTo(
              List.of(whole.up(), whole.downPlanned(), whole.downUnplanned(), whole.unknown()));
      assertThat(List.of(sum.due(), sum.lit(), sum.dueUnknown()))
          .isEqualTo(List.of(whole.due(), whole.lit(), whole.dueUnknown()));
      assertThat(whole.total()).isEqualTo(Duration.ofSeconds(5000));
    }
  }

  @Test
  void whatWasForgottenChangesNothingAfterIt() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Ledger one = new Ledger();
      Ledger other = new Ledger();
      Seconds unused = new Seconds(5000);
      for (int told = 0; told < 5000; told += 1 + random.nextInt(300)) {
        long same = random.nextLong();
        put(new Random(same), unused, one, told);
        put(new Random(same), unused, other, told);
      }
      Instant at = BEGIN.plusSeconds(random.nextInt(5000));
      other.forget(at);
      Instant end = BEGIN.plusSeconds(5000);

      assertThat(other.figures(at, end).unknown()).isEqualTo(one.figures(at, end).unknown());
      assertThat(other.figures(at, end).due()).isEqualTo(one.figures(at, end).due());
      assertThat(other.figures(at, end).down()).isEqualTo(one.figures(at, end).down());
    }
  }

  @Test
  void downtimeBeginsWithItsFirstEvidence() {
    Ledger ledger = new Ledger();
    ledger.place(BEGIN, Verdict.UP);
    ledger.light(BEGIN, Verdict.UP);
    ledger.light(BEGIN.plusSeconds(3000), Verdict.DOWN); // told at 3600, say
    ledger.light(BEGIN.plusSeconds(5000), Verdict.UP);

    Figures figures = ledger.figures(BEGIN, BEGIN.plusSeconds(6000));

    assertThat(figures.downUnplanned()).isEqualTo(Duration.ofSeconds(2000));
    assertThat(figures.failures()).isOne();
  }

  @Test
  void silenceInTheMiddleOfAFailureDoesNotMakeTwoOfIt() {
    Ledger ledger = new Ledger();
    ledger.place(BEGIN, Verdict.NO_SAY);
    ledger.light(BEGIN, Verdict.DOWN);
    ledger.unwatched(BEGIN.plusSeconds(100));
    ledger.place(BEGIN.plusSeconds(200), Verdict.NO_SAY);
    ledger.light(BEGIN.plusSeconds(200), Verdict.DOWN);

    Figures figures = ledger.figures(BEGIN, BEGIN.plusSeconds(300));

    assertThat(figures.failures()).isOne();
    assertThat(figures.unknown()).isEqualTo(Duration.ofSeconds(100));
    assertThat(figures.downUnplanned()).isEqualTo(Duration.ofSeconds(200));
  }
}
