// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.loops.ContactEdge;
import io.wayside.rig.simulators.loops.ContactNoise;
import io.wayside.rig.simulators.loops.LoopRoad;
import io.wayside.rig.simulators.loops.LoopTraffic;
import io.wayside.rig.simulators.loops.LoopVehicle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What drivers may do to the order of edges, and contacts to their number. */
class OrderOfEdgesTest {

  private static final long WINDOW = 50_000_000;

  private static List<Edge> edges(long seed, ContactNoise noise) {
    List<LoopRoad.Closing> closings = new ArrayList<>();
    traffic(seed).forEach(vehicle -> closings.addAll(Lane.ROAD.closings(vehicle, false)));
    return noise.edges(closings, new Random(seed)).stream().map(Lane::edge).toList();
  }

  private static List<LoopVehicle> traffic(long seed) {
    return new LoopTraffic(seed).freeFlow(60, 5);
  }

  /** An edge and when the station hears of it. */
  private record Heard(Edge edge, long atNanos) {}

  private static List<Passage> passages(List<Heard> heard) {
    EdgeOrder order = new EdgeOrder(WINDOW);
    Trap trap = Lane.trap(Lane.ROAD);
    List<LoopEvent> events = new ArrayList<>();
    for (Heard one : heard) {
      order.add(one.edge());
      order.release(one.atNanos()).forEach(edge -> events.addAll(trap.edge(edge)));
    }
    order.release(Long.MAX_VALUE / 2).forEach(edge -> events.addAll(trap.edge(edge)));
    events.addAll(trap.advance(Long.MAX_VALUE / 2));
    assertThat(order.late()).isZero();
    return Lane.passages(events);
  }

  /** Each channel's thread is late by its own, up to the window, and keeps its own order. */
  @Test
  void edgesHeardInAnyOrderWithinTheWindowTellTheSameVehicles() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      List<Edge> edges = edges(seed, new ContactNoise(0.001, 2, 0.003, 0, 0));
      List<Passage> inOrder = passages(edges.stream().map(e -> new Heard(e, e.nanos())).toList());
      Map<Port, Long> before = new HashMap<>();
      List<Heard> heard = new ArrayList<>();
      for (Edge edge : edges) {
        long late = (long) (random.nextDouble() * (WINDOW - 1_000_000));
        long at = Math.max(edge.nanos() + late, before.getOrDefault(edge.port(), 0L));
        before.put(edge.port(), at);
        heard.add(new Heard(edge, Math.min(at, edge.nanos() + WINDOW - 1)));
      }
      heard.sort(Comparator.comparingLong(Heard::atNanos));
      assertThat(passages(heard)).as("seed %d", seed).isEqualTo(inOrder);
    }
  }

  @Test
  void bounceBelowFiveMillisecondsChangesNeitherTheNumberNorTheMeasures() {
    for (long seed = 1; seed <= 12; seed++) {
      List<Passage> clean = passages(asHeard(edges(seed, ContactNoise.NONE)));
      assertThat(clean).hasSize(60);
      for (int bounces = 1; bounces <= 5; bounces++) {
        ContactNoise noise = new ContactNoise(0, bounces, 0.0048, 0, 0);
        List<Passage> bouncing = passages(asHeard(edges(seed, noise)));
        assertThat(bouncing).hasSize(60);
        for (int i = 0; i < 60; i++) {
          assertSame(bouncing.get(i), clean.get(i));
        }
      }
    }
  }

  private static List<Heard> asHeard(List<Edge> edges) {
    return edges.stream().map(e -> new Heard(e, e.nanos())).toList();
  }

  private static void assertSame(Passage one, Passage other) {
    assertThat(one.nanos()).isEqualTo(other.nanos());
    assertThat(one.speedMps().orElse(-1)).isCloseTo(other.speedMps().orElse(-1), within(1e-9));
    assertThat(one.lengthM().orElse(-1)).isCloseTo(other.lengthM().orElse(-1), within(1e-9));
    assertThat(one.spacingsM()).hasSameSizeAs(other.spacingsM());
  }

  /** Delays of the contacts that are known to the counter leave no trace. */
  @Test
  void knownDelaysOfTheContactsAreTakenOff() {
    Random random = new Random(3);
    for (int run = 0; run < 20; run++) {
      double onS = 0.02 * random.nextDouble();
      double offS = 0.02 * random.nextDouble();
      Delays delays = new Delays(Math.round(onS * 1e9), Math.round(offS * 1e9));
      List<ContactEdge> edges = delayed(run + 1, onS, offS);
      Trap told =
          new Trap(
              Lane.layout(Lane.LOOPS),
              LoopRules.usual(),
              Map.of(Port.LEAD, delays, Port.TRAIL, delays));
      List<Passage> passages = Lane.passages(Lane.seen(told, edges));
      List<LoopVehicle> traffic = traffic(run + 1);
      assertThat(passages).hasSameSizeAs(traffic);
      for (int i = 0; i < passages.size(); i++) {
        double lengthM = passages.get(i).lengthM().orElseThrow();
        assertThat(lengthM).isCloseTo(traffic.get(i).lengthM(), within(1e-3));
      }
    }
  }

  private static List<ContactEdge> delayed(long seed, double onS, double offS) {
    List<LoopRoad.Closing> closings = new ArrayList<>();
    traffic(seed).forEach(vehicle -> closings.addAll(Lane.LOOPS.closings(vehicle, false)));
    return new ContactNoise(0, 0, 0, onS, offS).edges(closings, new Random(seed));
  }
}
