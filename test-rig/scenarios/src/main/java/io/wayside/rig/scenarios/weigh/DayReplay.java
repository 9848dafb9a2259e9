// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.SampleBlock;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.weighing.lane.LaneJudge;
import io.wayside.weighing.lane.OpenInstrument;
import io.wayside.weighing.motion.MotionVehicle;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A lane for a day, accelerated: samples into the station's code, each vehicle judged by the law,
 * nothing kept. Looks at the heap after a collection as the hours pass.
 */
final class DayReplay {

  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private final Scenario scenario;
  private final LaneJudge judge;
  private final OpenInstrument instrument;
  private final Signal signal;
  private long weighed;
  private long came;

  /**
   * One look.
   *
   * @param atS since the first sample
   * @param heapBytes in use after a collection
   * @param came vehicles so far
   * @param weighed vehicles so far
   */
  record Look(double atS, long heapBytes, long came, long weighed) {}

  DayReplay(Scenario scenario, long seed, Shelf shelf)
      throws IOException, DeviceException, GarbledData {
    MotionScene scene = scenario.scene(seed);
    this.scenario = scenario;
    this.judge = shelf.judge();
    this.instrument =
        OpenInstrument.of(
            Node.of("the document of the simulated site", SiteDocument.nominal(scenario)),
            Quantum.of(scene.site()).stream().map(Quantum::name).toList());
    this.signal = DirectSignal.WAY.to(scene);
  }

  /**
   * @param everyS between two looks, seconds of signal
   * @param told of each look as it is taken
   */
  List<Look> run(double lastsS, double everyS, Consumer<Look> told) throws DeviceException {
    List<Look> looks = new ArrayList<>();
    double atS = 0;
    double nextS = 0;
    while (atS < lastsS) {
      if (atS >= nextS) {
        look(atS, looks, told);
        nextS += everyS;
      }
      for (SampleBlock block : signal.next()) {
        instrument.weighing().samples(block, this::found);
        atS = (block.firstMonotonicNanos() + block.length() * block.intervalNanos()) / 1e9;
      }
      came += signal.takeTruth().size();
    }
    look(atS, looks, told);
    return looks;
  }

  private void look(double atS, List<Look> looks, Consumer<Look> told) {
    MEMORY.gc();
    Look look = new Look(atS, MEMORY.getHeapMemoryUsage().getUsed(), came, weighed);
    looks.add(look);
    told.accept(look);
  }

  private void found(MotionVehicle vehicle) {
    Decisions.opinion(judge, vehicle);
    weighed++;
  }

  Scenario scenario() {
    return scenario;
  }
}
