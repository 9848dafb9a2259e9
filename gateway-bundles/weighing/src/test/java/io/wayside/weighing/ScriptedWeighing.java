// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionAxle.Tyres;
import io.wayside.weighing.motion.MotionGroup;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.motion.MotionWeighing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds a vehicle wherever a block's first sample is above zero. */
final class ScriptedWeighing implements MotionWeighing {

  final List<String> heard = new ArrayList<>();
  final List<Trouble> troubles = new ArrayList<>();

  static MotionVehicle vehicle(long atNanos, Flags flags) {
    MotionAxle axle =
        new MotionAxle(
            atNanos, 60_000, 3_000, 20, Double.NaN, Double.NaN, Tyres.NOT_TOLD, Flags.NONE);
    return new MotionVehicle(
        atNanos,
        atNanos + 1_000_000,
        20,
        0.1,
        Double.NaN,
        List.of(axle, axle),
        List.of(4.5),
        List.of(new MotionGroup(0, 1, 60_000, 3_000), new MotionGroup(1, 1, 60_000, 3_000)),
        120_000,
        5_000,
        Double.NaN,
        Double.NaN,
        flags);
  }

  @Override
  public void samples(SampleBlock block, Consumer<? super MotionVehicle> found) {
    heard.add("samples " + block.sequence());
    if (block.samples()[0][0] > 0) {
      found.accept(vehicle(block.firstMonotonicNanos(), block.flags()));
    }
  }

  @Override
  public void contact(String contactId, boolean active, long atNanos) {
    heard.add("contact " + contactId + " " + active + " " + atNanos);
  }

  @Override
  public void interrupted(Interruption interruption, Consumer<? super MotionVehicle> found) {
    heard.add("interrupted " + interruption.cause());
  }

  @Override
  public void finish(Consumer<? super MotionVehicle> found) {
    heard.add("finish");
  }

  @Override
  public List<Trouble> troubles() {
    return troubles;
  }
}
