// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.rig.simulators.motion.ContactEdge;
import io.wayside.rig.simulators.motion.MotionChannel;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.motion.MotionWeighing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Plays a scene until the wanted vehicles have gone. */
final class Play {

  /** So long after the last vehicle even a slow instrument has told about it. */
  private static final double AFTER_S = 12;

  private static final int BLOCKS_PER_S = 4;

  private Play() {}

  static List<String> channels(MotionScene scene) {
    return scene.channels().stream().map(MotionChannel::name).toList();
  }

  /** Returns the vehicles, in the order in which they came. */
  static List<TrueVehicle> over(
      MotionScene scene,
      int vehicles,
      Consumer<List<ContactEdge>> contacts,
      Consumer<SampleBlock> samples) {
    int length = (int) Math.round(scene.rateHz() / BLOCKS_PER_S);
    double interval = 1e9 / scene.rateHz();
    List<TrueVehicle> truth = new ArrayList<>();
    double untilS = Double.POSITIVE_INFINITY;
    while (scene.position() / scene.rateHz() < untilS) {
      long first = scene.position();
      double[][] values = scene.next(length);
      contacts.accept(scene.edges());
      samples.accept(
          new SampleBlock(Math.round(first * interval), interval, first, values, Flags.NONE));
      truth.addAll(scene.takeTruth());
      if (truth.size() >= vehicles) {
        untilS =
            AFTER_S
                + truth.stream().limit(vehicles).mapToDouble(TrueVehicle::leaveS).max().orElse(0);
      }
    }
    return List.copyOf(truth);
  }

  /** The same, weighed: what the instrument says goes into {@code found}. */
  static List<TrueVehicle> weighed(
      MotionScene scene,
      int vehicles,
      MotionWeighing weighing,
      Consumer<? super MotionVehicle> found) {
    List<TrueVehicle> truth =
        over(
            scene,
            vehicles,
            edges ->
                edges.forEach(
                    edge ->
                        weighing.contact(
                            edge.contact(), edge.closed(), Math.round(edge.timeS() * 1e9))),
            block -> weighing.samples(block, found));
    weighing.finish(found);
    return truth;
  }
}
