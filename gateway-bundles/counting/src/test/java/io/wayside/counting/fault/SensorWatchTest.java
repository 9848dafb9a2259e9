// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.quality.Flags;
import io.wayside.counting.fault.Fault.Kind;
import io.wayside.counting.loop.Direction;
import io.wayside.counting.loop.Edge;
import io.wayside.counting.loop.LoopEvent.Alone;
import io.wayside.counting.loop.LoopEvent.Paired;
import io.wayside.counting.loop.LoopEvent.Passed;
import io.wayside.counting.loop.Passage;
import io.wayside.counting.loop.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SensorWatchTest {

  private static final long S = 1_000_000_000L;

  private final SensorWatch watch = new SensorWatch(FaultRules.usual(), true, 0);
  private final List<FaultNews> news = new ArrayList<>();

  private void vehicle(Port port, long nanos) {
    news.addAll(watch.edge(new Edge(port, nanos, true)));
    news.addAll(watch.edge(new Edge(port, nanos + S / 4, false)));
  }

  private void passed(Direction direction, long nanos) {
    Passage passage =
        new Passage(
            nanos,
            nanos,
            direction,
            Passage.How.LOOP_PAIR,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            0.2,
            List.of(),
            Flags.NONE);
    news.addAll(watch.event(new Passed(passage)));
  }

  private List<Kind> standing() {
    return watch.faults().stream().map(Fault::kind).toList();
  }

  @Test
  void aLoopThatChattersIsToldOnceAndRecoversWhenItIsQuiet() {
    for (int i = 0; i < 200; i++) {
      news.addAll(watch.edge(new Edge(Port.LEAD, 100 * S + i * 10_000_000L, i % 2 == 0)));
    }
    assertThat(news).hasSize(1);
    assertThat(watch.chatters(Port.LEAD)).isTrue();
    assertThat(watch.faults().get(0).sinceNanos()).isEqualTo(100 * S);
    news.addAll(watch.tick(113 * S));
    assertThat(watch.faults()).isEmpty();
    assertThat(news.get(1)).isInstanceOf(FaultNews.Ended.class);
  }

  @Test
  void denseTrafficWithBouncingContactsIsNoChatter() {
    for (int i = 0; i < 100; i++) {
      for (int bounce = 0; bounce < 4; bounce++) {
        long nanos = 10 * S + i * S / 2 + bounce * 2_000_000L;
        news.addAll(watch.edge(new Edge(Port.LEAD, nanos, true)));
        news.addAll(watch.edge(new Edge(Port.LEAD, nanos + 1_000_000L, false)));
      }
    }
    assertThat(news).isEmpty();
  }

  @Test
  void presenceWithoutEndBeginsWhereItBeganAndEndsWithTheNextOpening() {
    news.addAll(watch.edge(new Edge(Port.TRAIL, 50 * S, true)));
    news.addAll(watch.tick(349 * S));
    assertThat(news).isEmpty();
    news.addAll(watch.tick(351 * S));
    assertThat(standing()).containsExactly(Kind.STUCK_ON);
    assertThat(watch.faults().get(0).sinceNanos()).isEqualTo(50 * S);
    news.addAll(watch.edge(new Edge(Port.TRAIL, 400 * S, false)));
    assertThat(watch.faults()).isEmpty();
  }

  @Test
  void aSilentLoopIsAFaultOnlyWhileItsPartnerCounts() {
    news.addAll(watch.tick(30L * 3600 * S));
    assertThat(news).isEmpty();
    for (int i = 0; i < 30; i++) {
      vehicle(Port.LEAD, 30L * 3600 * S + i * 60L * S);
    }
    news.addAll(watch.tick(31L * 3600 * S));
    assertThat(standing()).containsExactly(Kind.SILENT);
    assertThat(watch.faults().get(0).port()).isEqualTo(Port.TRAIL);
    vehicle(Port.TRAIL, 32L * 3600 * S);
    assertThat(watch.faults()).isEmpty();
  }

  @Test
  void aLoopThatItsPartnerCountsWithoutIsMissingFromTheFirstSuchVehicleOn() {
    for (int i = 1; i <= 8; i++) {
      news.addAll(watch.event(new Alone(i * S, Port.LEAD)));
    }
    assertThat(standing()).containsExactly(Kind.MISSING_PARTNER);
    assertThat(watch.faults().get(0).port()).isEqualTo(Port.TRAIL);
    assertThat(watch.faults().get(0).sinceNanos()).isEqualTo(S);
    for (int i = 20; i < 23; i++) {
      news.addAll(watch.event(new Paired(i * S, 0.3, 0.3, 20, true)));
    }
    assertThat(watch.faults()).isEmpty();
    assertThat(((FaultNews.Ended) news.get(1)).nanos()).isEqualTo(22 * S);
  }

  @Test
  void vehiclesThatChangeLanesNowAndThenAreNoFault() {
    for (int i = 1; i <= 100; i++) {
      news.addAll(watch.event(new Alone(i * S, i % 2 == 0 ? Port.LEAD : Port.TRAIL)));
    }
    for (int i = 1; i <= 100; i++) {
      news.addAll(watch.event(new Alone(i * S, Port.LEAD)));
      for (int k = 0; k < 3; k++) {
        news.addAll(watch.event(new Paired(i * S, 0.3, 0.3, 20, true)));
      }
    }
    assertThat(news).isEmpty();
  }

  @Test
  void nobodyButWrongWayDriversMeansCrossedLoops() {
    for (int i = 1; i <= 11; i++) {
      passed(Direction.BACKWARD, i * S);
    }
    assertThat(news).isEmpty();
    passed(Direction.BACKWARD, 12 * S);
    assertThat(standing()).containsExactly(Kind.CROSSED);
    assertThat(watch.faults().get(0).sinceNanos()).isEqualTo(S);
    for (int i = 20; i < 23; i++) {
      passed(Direction.FORWARD, i * S);
    }
    assertThat(watch.faults()).isEmpty();
  }

  @Test
  void aWrongWayDriverAmongOthersIsNoFault() {
    for (int i = 1; i <= 200; i++) {
      passed(i % 10 == 0 ? Direction.FORWARD : Direction.BACKWARD, i * S);
    }
    assertThat(news).isEmpty();
  }

  @Test
  void presencesOfThePairThatDifferInFreeFlowAreAFaultUntilTheyAgree() {
    for (int i = 1; i <= 40; i++) {
      news.addAll(watch.event(new Paired(i * S, 0.345, 0.3, 20, true)));
    }
    assertThat(standing()).containsExactly(Kind.ON_TIMES_DISAGREE);
    for (int i = 41; i <= 80; i++) {
      news.addAll(watch.event(new Paired(i * S, 0.301, 0.3, 20, true)));
    }
    assertThat(watch.faults()).isEmpty();
  }

  @Test
  void presencesInCongestionAreNotCompared() {
    for (int i = 1; i <= 200; i++) {
      news.addAll(watch.event(new Paired(i * S, 3.4, 2.3, 2, true)));
      news.addAll(watch.event(new Paired(i * S, 0.4, 0.3, 20, false)));
    }
    assertThat(news).isEmpty();
  }

  @Test
  void afterAnOutageStuckLoopsBeginAnew() {
    news.addAll(watch.edge(new Edge(Port.LEAD, 0, true)));
    news.addAll(watch.tick(400 * S));
    news.addAll(watch.resumed(500 * S));
    assertThat(watch.faults()).isEmpty();
    news.addAll(watch.tick(900 * S));
    assertThat(watch.faults()).isEmpty();
  }
}
