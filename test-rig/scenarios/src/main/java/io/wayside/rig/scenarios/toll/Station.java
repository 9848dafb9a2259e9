// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.rig.simulators.toll.LaneSetup;
import io.wayside.rig.simulators.toll.WorldCommand;
import io.wayside.rig.simulators.toll.WorldEvent;
import io.wayside.rig.simulators.toll.scenario.Play;
import io.wayside.rig.simulators.toll.scenario.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lanes under test, each a gateway of its own, and the network between them. */
final class Station implements AutoCloseable {

  final Agenda agenda = new Agenda();
  final StationNetwork network;
  private final Map<Integer, Gateway> gateways = new LinkedHashMap<>();

  Station(Play play, NetworkKind kind, UnderTest.Maker maker, Seen seen) {
    network = new StationNetwork(kind, play.seed(), agenda);
    List<Integer> lanes =
        kind == NetworkKind.NONE
            ? List.of(Rule.LANE)
            : play.plan().lanes().stream().map(LaneSetup::number).toList();
    for (int lane : lanes) {
      Optional<Talk> talk =
          kind == NetworkKind.NONE
              ? Optional.empty()
              : Optional.of(new Talk(lane, lanes, network, agenda));
      gateways.put(lane, new Gateway(lane, play, maker, seen, agenda, talk));
    }
  }

  Optional<Gateway> gateway(int lane) {
    return Optional.ofNullable(gateways.get(lane));
  }

  Collection<Gateway> gateways() {
    return gateways.values();
  }

  /** What a device noticed, after everything that is due before it. */
  void hear(WorldEvent event) {
    runTo(event.nanos());
    gateway(event.lane()).ifPresent(gateway -> gateway.hear(event));
  }

  /** Everything that is due until then at any lane, the lanes' own ticks included, in order. */
  void runTo(long nanos) {
    while (true) {
      Gateway first = null;
      long tick = Long.MAX_VALUE;
      for (Gateway each : gateways.values()) {
        if (each.nextTick() < tick) {
          first = each;
          tick = each.nextTick();
        }
      }
      if (Math.min(tick, agenda.soonest()) > nanos) {
        return;
      }
      if (agenda.soonest() <= tick || first == null) {
        agenda.runFirst();
      } else {
        first.tick(tick);
      }
    }
  }

  /** How many passages are held back and may still be charged. */
  int waiting() {
    return gateways.values().stream().mapToInt(Gateway::waiting).sum();
  }

  @Override
  public void close() {
    gateways.values().forEach(gateway -> gateway.real.close());
  }

  /** What the lanes want of their devices since they were asked last. */
  List<WorldCommand> commands() {
    List<WorldCommand> wanted = new ArrayList<>();
    gateways.values().forEach(gateway -> wanted.addAll(gateway.commands()));
    return wanted;
  }
}
