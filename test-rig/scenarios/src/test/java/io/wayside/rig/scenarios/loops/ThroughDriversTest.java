// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.loops;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.loops.ContactEdge;
import io.wayside.rig.simulators.loops.ContactNoise;
import io.wayside.rig.simulators.loops.LoopRoad;
import io.wayside.rig.simulators.loops.LoopTraffic;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Contact streams through the gateway's own drivers, in simulated time. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThroughDriversTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String... arguments) {
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    return RigLoops.run(List.of(arguments), Path.of("../.."), print, print);
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Writes down what is heard. */
  private static final class Heard implements Way.Hearing {
    private final List<ContactEdge> changes = new ArrayList<>();

    @Override
    public void changed(String channel, long nanos, boolean on) {
      changes.add(new ContactEdge(channel, nanos, on));
    }

    @Override
    public void lost(String channel, long sinceNanos) {
      throw new AssertionError(channel);
    }

    List<ContactEdge> sorted() {
      return changes.stream()
          .sorted(Comparator.comparing(ContactEdge::channel).thenComparingLong(ContactEdge::nanos))
          .toList();
    }
  }

  private static List<ContactEdge> edges(long seed, int vehicles) {
    LoopRoad road = new LoopRoad(4, 2, List.of(2.5));
    List<LoopRoad.Closing> closings = new ArrayList<>();
    new LoopTraffic(seed)
        .freeFlow(vehicles, 5)
        .forEach(vehicle -> closings.addAll(road.closings(vehicle, false)));
    return new ContactNoise(0.001, 2, 0.003, 0, 0).edges(closings, new Random(seed));
  }

  private static Heard heard(Way way, List<ContactEdge> edges) throws InterruptedException {
    Heard heard = new Heard();
    way.play(edges, heard);
    return heard;
  }

  @Test
  void kernelStampedEdgesComeThroughTheDriverAsTheyAre() throws InterruptedException {
    List<ContactEdge> edges = edges(3, 40);

    assertThat(heard(new ThroughGpio(), edges).sorted())
        .isEqualTo(heard(Way.direct(), edges).sorted());
  }

  @Test
  void whatAModuleTellsIsUpToALookLaterAndNoLevelOfALookIsMissed() throws InterruptedException {
    List<ContactEdge> edges = edges(4, 15);
    List<ContactEdge> told = heard(new ThroughModbus(10, 1_000_000), edges).sorted();

    assertThat(told).hasSizeGreaterThan(60);
    for (ContactEdge change : told) {
      boolean caused =
          edges.stream()
              .anyMatch(
                  edge ->
                      edge.channel().equals(change.channel())
                          && edge.on() == change.on()
                          && change.nanos() - edge.nanos() >= -500_000
                          && change.nanos() - edge.nanos() <= 11_000_000);
      assertThat(caused).as("%s", change).isTrue();
    }
  }

  @Test
  void throughGpioTheBarIsReachedAsWithoutADriver() {
    assertThat(run("--seed", "5", "--vehicles", "400", "--through", "gpio")).as(told()).isZero();
    String through = told();
    out.reset();
    assertThat(run("--seed", "5", "--vehicles", "400")).isZero();

    assertThat(told()).isEqualTo(through);
  }

  @Test
  void throughModbusEveryVehicleIsCountedAndTheSpeedIsOffByWhatTheLookCosts() {
    assertThat(run("--seed", "6", "--vehicles", "60", "--through", "modbus")).as(told()).isZero();

    assertThat(told()).contains("counted 60 of 60", "speed");
  }

  @Test
  void faultsAreToldAndMinutesThatClaimToBeCompleteAreRight() {
    assertThat(run("--seed", "7", "--vehicles", "600", "--faults")).as(told()).isZero();
    assertThat(run("--seed", "7", "--vehicles", "600", "--faults", "--through", "gpio"))
        .as(told())
        .isZero();
    assertThat(told()).contains("chattering of LEAD", "stuck-on of TRAIL", "missing-partner");
  }

  @Test
  void aWayThatThereIsNotIsRefused() {
    assertThat(run("--through", "air")).isEqualTo(2);
    assertThat(run("--look", "1")).isEqualTo(2);
    assertThat(told()).contains("direct, gpio or modbus", "--look must be from 2");
  }
}
