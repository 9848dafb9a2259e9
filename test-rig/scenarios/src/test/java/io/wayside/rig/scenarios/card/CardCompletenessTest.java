// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Node;
import io.wayside.core.device.CardWord;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.counting.card.CardClasses;
import io.wayside.counting.card.CardLane;
import io.wayside.counting.card.CardNews;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.interval.Span;
import io.wayside.counting.scheme.Classifier;
import io.wayside.counting.scheme.PcuRule;
import io.wayside.counting.scheme.PcuTable.Terrain;
import io.wayside.driver.detector.card.Cells;
import io.wayside.driver.detector.card.RegisterProfile;
import io.wayside.driver.detector.card.RegisterWatch;
import io.wayside.rig.simulators.card.CountingCard;
import io.wayside.rig.simulators.modbus.RegisterImage.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Vehicles pass a card that counts, is not heard at random, and loses what it counted at random:
 * what was counted and what is said to be missed is what passed, and every interval knows to the
 * second how much of it was observed. The truth is kept beside, second by second.
 */
class CardCompletenessTest {

  private static final long S = 1_000_000_000L;
  private static final int HOURS = 4;
  private static final int END = HOURS * 3_600;
  private static final Instant START = Instant.parse("2026-11-22T06:00:00Z");

  private final boolean[] observed = new boolean[END];
  private final int[] passed = new int[END];
  private final Map<Instant, Interval> minutes = new HashMap<>();
  private int late;
  private int many;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void countedAndMissedIsWhatPassed(long seed) throws Exception {
    Random random = new Random(seed);
    boolean[] down = outages(random);
    boolean[] restarts = restarts(random);
    CountingCard card = new CountingCard(65_000 + random.nextInt(536), 0);
    RegisterWatch watch =
        new RegisterWatch(
            RegisterProfile.from(
                Node.read(
                    "card",
                    Files.readString(Path.of("../../config/cards/example-counters.json")))));
    CardLane lane = lane();
    int lastHeard = -1;
    int began = -random.nextInt(1_000);
    boolean restarted = false;
    int missed = 0;
    int since = 0; // passed since the last look that was answered
    for (int second = 0; second < END; second++) {
      // Second n is the time from look n - 1 to look n.
      passed[second] = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
      if (restarts[second]) {
        card.restarts();
        began = second;
        restarted = true;
      }
      for (int i = 0; i < passed[second]; i++) {
        card.passes(1, 400);
      }
      since += passed[second];
      card.runsFor(second - began);
      boolean isDown = down[second];
      try {
        watch.look(cells(card, isDown), second * S).forEach(word -> hear(lane.word(word), word));
        boolean whole = lastHeard == second - 1 && !restarted && second > 0;
        observed[second] = whole;
        missed += restarted || lastHeard < 0 ? since : 0;
        since = 0;
        restarted = false;
        lastHeard = second;
      } catch (LinkDown gone) {
        hear(lane.interrupted(Math.max(0, lastHeard) * S));
      }
      hear(lane.tick(second * S, START.plusSeconds(second)));
    }
    hear(lane.stop((END - 1) * S));

    int all = 0;
    for (int each : passed) {
      all += each;
    }
    int counted = minutes.values().stream().mapToInt(one -> one.counts().vehicles()).sum();
    int lateInIntervals = minutes.values().stream().mapToInt(one -> one.counts().late()).sum();
    assertThat(counted + late + missed).as("counted %d, late %d", counted, late).isEqualTo(all);
    assertThat(lateInIntervals).isEqualTo(late);
    assertThat(many).isEqualTo(counted + late);
    assertThat(late).isPositive();
    assertThat(missed).isPositive();
    assertThat(minutes).hasSize(HOURS * 60);
    // An interval that was not observed has no counts in its record.
    assertThat(minutes.values())
        .noneMatch(interval -> interval.blind() && interval.counts().vehicles() > 0);
    minutes.forEach(
        (from, interval) -> assertThat(interval.observedS()).as("%s", from).isEqualTo(truth(from)));
  }

  /** Seconds from look to look in which nothing was amiss. */
  private double truth(Instant from) {
    int first = (int) (from.getEpochSecond() - START.getEpochSecond());
    int seconds = 0;
    for (int second = first + 1; second <= first + 60 && second < END; second++) {
      seconds += observed[second] ? 1 : 0;
    }
    return seconds;
  }

  private static boolean[] outages(Random random) {
    boolean[] down = new boolean[END];
    for (int at = random.nextInt(900); at < END; at += 60 + random.nextInt(1_200)) {
      for (int end = Math.min(END, at + 1 + random.nextInt(400)); at < end; at++) {
        down[at] = true;
      }
    }
    down[END - 1] = false; // so that nothing is unknown at the end
    return down;
  }

  /** Far enough apart for the card's own clock to tell. */
  private static boolean[] restarts(Random random) {
    boolean[] restarts = new boolean[END];
    for (int at = 100; at < END; at += 30 + random.nextInt(3_000)) {
      restarts[at] = true;
    }
    return restarts;
  }

  private static Cells cells(CountingCard card, boolean down) {
    return (table, address, count) -> {
      if (down) {
        throw new LinkDown("an outage");
      }
      try {
        return table == Table.INPUT_REGISTERS
            ? card.cells().inputRegisters(address, count)
            : card.cells().holdingRegisters(address, count);
      } catch (Refused refused) {
        throw new Garbled(refused.toString());
      }
    };
  }

  private static CardLane lane() {
    return new CardLane(
        List.of(Span.M1),
        ZoneOffset.UTC,
        new CardClasses(
            Set.of(),
            PcuRule.none("none"),
            new Classifier(Optional.empty(), Optional.empty(), Optional.empty(), Terrain.FLAT)),
        0,
        START);
  }

  private void hear(List<CardNews> news, CardWord word) {
    if (word.channel() == 1) {
      hear(news);
    }
  }

  private void hear(List<CardNews> news) {
    for (CardNews one : news) {
      if (one instanceof CardNews.IntervalTold told) {
        minutes.merge(
            told.interval().slot().from(),
            told.interval(),
            (a, b) -> a.revision() > b.revision() ? a : b);
      } else if (one instanceof CardNews.Many counted) {
        many += counted.counted().vehicles();
        late += counted.late() ? counted.counted().vehicles() : 0;
      }
    }
  }
}
