// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.TrueVehicle;
import java.util.List;

/** No wire and no driver: the converter's counts times their step. */
final class DirectSignal implements Signal {

  /** The way without a wire. */
  static final Way WAY =
      new Way() {
        @Override
        public Signal to(MotionScene scene) {
          return new DirectSignal(scene);
        }

        @Override
        public String words() {
          return "converter's counts handed over in memory, no driver";
        }
      };

  private final SampledScene scene;
  private final List<Quantum> channels;
  private final double intervalNanos;
  private final int block;
  private long first;

  private DirectSignal(MotionScene scene) {
    this.scene = new SampledScene(scene);
    this.channels = this.scene.channels();
    this.intervalNanos = 1e9 / scene.rateHz();
    this.block = Signal.blockOf(scene);
  }

  @Override
  public List<SampleBlock> next() {
    double[][] samples = scene.next(block);
    for (int c = 0; c < samples.length; c++) {
      Quantum channel = channels.get(c);
      for (int i = 0; i < block; i++) {
        samples[c][i] = channel.value(channel.raw(samples[c][i]));
      }
    }
    SampleBlock made =
        new SampleBlock(
            Math.round(first * intervalNanos), intervalNanos, first, samples, Flags.NONE);
    first += block;
    return List.of(made);
  }

  @Override
  public List<TrueVehicle> takeTruth() {
    return scene.takeTruth();
  }

  @Override
  public void close() {
    // nothing is held
  }
}
