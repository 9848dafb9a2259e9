// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.fault.FaultyPipe;
import io.wayside.rig.simulators.indicator.IndicatorEncoder;
import io.wayside.rig.simulators.indicator.IndicatorFormat;
import io.wayside.rig.simulators.indicator.IndicatorSettings;
import io.wayside.rig.simulators.indicator.SimulatedIndicator;
import io.wayside.rig.simulators.transport.BytePipe;
import java.io.IOException;

/** Platform, indicator, faults and wire put together. */
public final class SimulatedWeighLane implements AutoCloseable {

  private final FaultyPipe pipe;
  private final SimulatedIndicator indicator;

  public SimulatedWeighLane(
      RigClock clock,
      BytePipe wire,
      FaultPlan faults,
      WeighLane lane,
      IndicatorEncoder encoder,
      IndicatorSettings settings) {
    this(clock, wire, faults, lane, IndicatorFormat.of(encoder), settings);
  }

  public SimulatedWeighLane(
      RigClock clock,
      BytePipe wire,
      FaultPlan faults,
      WeighLane lane,
      IndicatorFormat format,
      IndicatorSettings settings) {
    this.pipe = new FaultyPipe(wire, faults, clock);
    this.indicator = new SimulatedIndicator(clock, pipe, lane, format, settings);
  }

  public void start() throws IOException {
    pipe.open();
    indicator.start();
  }

  /** The wire with its faults: where to reach it, what was injected, unplugging by hand. */
  public FaultyPipe pipe() {
    return pipe;
  }

  @Override
  public void close() {
    indicator.close();
    pipe.close();
  }
}
