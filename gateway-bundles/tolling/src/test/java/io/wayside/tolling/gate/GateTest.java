// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Flaps, passages and alarms; the bench checks with every event that nothing closes on a person.
 */
class GateTest {

  @Test
  void oneTapLetsOnePersonThroughAndTheFlapsClose() {
    Bench bench = new Bench().ready();
    assertThat(bench.isOpen()).isFalse();
    bench.tap(1, Way.IN);
    assertThat(bench.acts).containsExactly(new GateAct.Open());
    bench.walk(Way.IN);
    assertThat(bench.passed()).containsExactly(1L);
    assertThat(bench.isOpen()).isFalse();
    assertThat(bench.alarms()).isEmpty();
    assertThat(bench.gate.counts().passedOn(Way.IN)).isEqualTo(1);
  }

  @Test
  void theOtherWayIsTheSame() {
    Bench bench = new Bench().ready().tap(1, Way.OUT).walk(Way.OUT);
    assertThat(bench.passed()).containsExactly(1L);
    assertThat(bench.alarms()).isEmpty();
  }

  @Test
  void aTapNobodyPassesOnLapses() {
    Bench bench = new Bench().ready().tap(1, Way.IN).after(4_999);
    assertThat(bench.lapsed()).isEmpty();
    bench.after(1);
    assertThat(bench.lapsed()).containsExactly(1L);
    assertThat(bench.isOpen()).isFalse();
  }

  @Test
  void whoTurnsBackKeepsTheTapUntilItLapses() {
    Bench bench = new Bench().ready().tap(1, Way.IN);
    bench.see(Zone.FREE_SIDE, true).see(Zone.SAFETY, true).after(300);
    bench.see(Zone.SAFETY, false).see(Zone.FREE_SIDE, false);
    assertThat(bench.passed()).isEmpty();
    bench.walk(Way.IN);
    assertThat(bench.passed()).containsExactly(1L);
  }

  @Test
  void aSecondPersonOnOneTapIsATailgate() {
    Bench bench = new Bench().ready().tap(1, Way.IN);
    bench.see(Zone.FREE_SIDE, true).see(Zone.SAFETY, true).see(Zone.PAID_SIDE, true);
    bench.see(Zone.SAFETY, false); // the first is through; the second stands at the flaps
    bench.see(Zone.SAFETY, true);
    assertThat(bench.isOpen()).isTrue(); // it opens again rather than close on the second
    bench.see(Zone.FREE_SIDE, false).after(200).see(Zone.SAFETY, false);
    assertThat(bench.passed()).containsExactly(1L);
    assertThat(bench.alarms()).containsExactly(GateAct.Trouble.TAILGATE);
    assertThat(bench.gate.counts().unpaidOn(Way.IN)).isEqualTo(1);
  }

  @Test
  void twoTapsLetTwoThroughWhileTheFlapsStayOpen() {
    Bench bench = new Bench().ready().tap(1, Way.IN).tap(2, Way.IN);
    bench.walk(Way.IN);
    assertThat(bench.isOpen()).isTrue();
    bench.walk(Way.IN);
    assertThat(bench.passed()).containsExactly(1L, 2L);
    assertThat(bench.isOpen()).isFalse();
  }

  @Test
  void aTapTheGateCannotServeIsUndone() {
    Bench bench = new Bench().ready().tap(1, Way.IN);
    assertThat(bench.gate.takes(Way.OUT)).isFalse();
    bench.tap(2, Way.OUT);
    assertThat(bench.lapsed()).containsExactly(2L);
    bench.tap(3, Way.IN).tap(4, Way.IN).tap(5, Way.IN);
    assertThat(bench.lapsed()).containsExactly(2L, 5L);
  }

  @Test
  void whoWalksAgainstATapDoesNotUseIt() {
    Bench bench = new Bench().ready().tap(1, Way.IN).walk(Way.OUT);
    assertThat(bench.passed()).isEmpty();
    assertThat(bench.alarms()).containsExactly(GateAct.Trouble.TAILGATE);
  }

  @Test
  void whoCrawlsIsSeenBetweenTheFlapsAndFlagged() {
    Bench bench = new Bench().ready().tap(1, Way.IN);
    bench.see(Zone.SAFETY, true).after(300).see(Zone.SAFETY, false);
    assertThat(bench.alarms()).containsExactly(GateAct.Trouble.CRAWL);
    assertThat(bench.passed()).containsExactly(1L);
    bench.tap(2, Way.IN);
    bench.see(Zone.FREE_SIDE, true).see(Zone.SAFETY, true).see(Zone.FREE_SIDE, false);
    bench.see(Zone.SAFETY, false);
    assertThat(bench.alarms()).containsExactly(GateAct.Trouble.CRAWL, GateAct.Trouble.CRAWL);
  }

  @Test
  void whoIsSeenBeyondTheFlapsIsSeenToPassAndNobodyElse() {
    Bench bench = new Bench().ready().tap(1, Way.IN).walk(Way.IN);
    assertThat(bench.acts).contains(new GateAct.Passed(1, Way.IN, true));
    bench.tap(2, Way.OUT);
    bench.see(Zone.PAID_SIDE, true).see(Zone.SAFETY, true).see(Zone.PAID_SIDE, false);
    bench.see(Zone.SAFETY, false);
    assertThat(bench.acts).contains(new GateAct.Passed(2, Way.OUT, false));
  }

  @Test
  void aTapIsNotForWhoStoodBetweenTheFlapsBeforeIt() {
    Bench bench = new Bench().ready().tap(1, Way.IN);
    bench.see(Zone.FREE_SIDE, true).see(Zone.SAFETY, true).see(Zone.PAID_SIDE, true);
    bench.see(Zone.SAFETY, false).see(Zone.SAFETY, true).after(100).tap(2, Way.IN);
    bench.see(Zone.SAFETY, false).see(Zone.PAID_SIDE, false);
    assertThat(bench.passed()).containsExactly(1L);
    assertThat(bench.alarms()).containsExactly(GateAct.Trouble.TAILGATE);
    bench.walk(Way.IN);
    assertThat(bench.passed()).containsExactly(1L, 2L);
  }

  @Test
  void whoStandsInClosedFlapsIsAnIntruderAndTheyStayClosed() {
    Bench bench = new Bench().ready();
    bench.see(Zone.FREE_SIDE, true).see(Zone.SAFETY, true).after(100);
    assertThat(bench.alarms()).containsExactly(GateAct.Trouble.INTRUSION);
    assertThat(bench.isOpen()).isFalse();
  }

  @Test
  void whoStandsBetweenOpenFlapsForLongIsReportedOnce() {
    Bench bench = new Bench().ready().tap(1, Way.IN);
    bench.see(Zone.FREE_SIDE, true).see(Zone.SAFETY, true).after(4_000).after(9_000);
    assertThat(bench.alarms()).containsExactly(GateAct.Trouble.OBSTRUCTED);
    assertThat(bench.lapsed()).isEmpty(); // not while somebody is on the way
    assertThat(bench.isOpen()).isTrue();
  }

  @Test
  void fireOpensAtOnceAndChargesNobody() {
    Bench bench = new Bench().ready().tap(1, Way.IN).fire(true);
    assertThat(bench.isOpen()).isTrue();
    assertThat(bench.lapsed()).containsExactly(1L);
    bench.walk(Way.OUT).walk(Way.OUT).after(60_000);
    assertThat(bench.isOpen()).isTrue();
    assertThat(bench.alarms()).isEmpty();
    assertThat(bench.gate.counts().releasedOn(Way.OUT)).isEqualTo(2);
    bench.tap(2, Way.IN);
    assertThat(bench.lapsed()).containsExactly(1L, 2L);
    bench.fire(false);
    assertThat(bench.isOpen()).isFalse();
  }

  @Test
  void anUnknownContactIsFireAndAnUnknownBeamIsAPerson() {
    Bench bench = new Bench();
    bench.see(Zone.SAFETY, false).after(10_000);
    assertThat(bench.isOpen()).isTrue(); // the fire contact was not heard yet
    bench.fire(false);
    assertThat(bench.isOpen()).isFalse();
    bench.send(new GateEvent.Seen(bench.nowMs * Bench.MS, Zone.SAFETY, Optional.empty()));
    assertThat(bench.isOpen()).isTrue(); // while they were still closing
    bench.send(new GateEvent.Fire(bench.nowMs * Bench.MS, Optional.empty()));
    assertThat(bench.gate.isReleased()).isTrue();
  }

  /** Whatever the beams say, in whatever order: the bench throws when flaps could hit somebody. */
  @Test
  void noSequenceOfSignalsMakesTheFlapsCloseOnAPerson() {
    int closed = 0;
    for (long seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      Bench bench = new Bench();
      Set<Long> granted = new HashSet<>();
      for (int i = 0; i < 400; i++) {
        bench.nowMs += random.nextInt(3) == 0 ? random.nextInt(3_000) : random.nextInt(50);
        long at = bench.nowMs * Bench.MS;
        Optional<Boolean> signal =
            random.nextInt(20) == 0 ? Optional.empty() : Optional.of(random.nextBoolean());
        switch (random.nextInt(8)) {
          case 0, 1, 2, 3 ->
              bench.send(
                  new GateEvent.Seen(at, List.of(Zone.values()).get(random.nextInt(3)), signal));
          case 4, 5 -> {
            granted.add((long) i);
            bench.tap(i, List.of(Way.values()).get(random.nextInt(2)));
          }
          case 6 -> {
            if (random.nextInt(6) == 0) {
              bench.send(new GateEvent.Fire(at, signal));
            } else {
              bench.fire(false);
            }
          }
          default -> bench.send(new GateEvent.Tick(at));
        }
      }
      bench.fire(false).see(Zone.SAFETY, false).after(100_000);
      closed += bench.isOpen() ? 0 : 1;
      List<Long> ends = new ArrayList<>(bench.passed());
      ends.addAll(bench.lapsed());
      assertThat(ends).as("seed %s", seed).doesNotHaveDuplicates().containsAll(granted);
    }
    assertThat(closed).isEqualTo(400);
  }

  /** People with bodies walk through; the truth is known from where they stand. */
  @Test
  void everybodyWhoWalksThroughIsCountedOnceAsPaidOrNot() {
    long walked = 0;
    long unpaid = 0;
    for (long seed = 0; seed < 200; seed++) {
      Walkers walkers = new Walkers(new Bench().ready(), new Random(seed));
      walkers.run(12);
      GateCounts counts = walkers.bench.gate.counts();
      long counted = 0;
      for (Way way : Way.values()) {
        counted += counts.passedOn(way) + counts.unpaidOn(way);
        unpaid += counts.unpaidOn(way);
        assertThat(counts.passedOn(way)).isLessThanOrEqualTo(counts.grantedOn(way));
      }
      assertThat(counted).as("seed %s", seed).isEqualTo(walkers.through);
      assertThat(walkers.bench.passed()).doesNotHaveDuplicates();
      walked += walkers.through;
    }
    assertThat(walked).isGreaterThan(1_500);
    assertThat(unpaid).isBetween(100L, walked / 2);
  }
}
