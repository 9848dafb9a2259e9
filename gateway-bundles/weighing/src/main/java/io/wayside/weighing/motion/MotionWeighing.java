// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.motion;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.SampleBlock;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns a sampled signal into vehicles as it arrives, in bounded memory: a lane may run for a year.
 * Strips, platforms and bridges each have one. Time is that of the samples. Not for several
 * threads.
 */
public interface MotionWeighing {

  /** Takes the next run of samples; a jump of its sequence number is an interruption. */
  void samples(SampleBlock block, Consumer<? super MotionVehicle> found);

  /** A loop or light curtain changed, where it is a contact and not a channel of the samples. */
  void contact(String contactId, boolean active, long atNanos);

  /** The signal went away; a vehicle on the instrument is brought out with its doubt. */
  void interrupted(Interruption interruption, Consumer<? super MotionVehicle> found);

  /** The end of the signal: brings out what is complete, and what is not with its doubt. */
  void finish(Consumer<? super MotionVehicle> found);

  /** What is wrong with the sensors now, as seen in their signals; empty when all is well. */
  List<Trouble> troubles();

  /**
   * A sensor in doubt.
   *
   * @param code for machines, such as {@code baseline-drift}
   * @param detail names the channel, the figure with its unit, and the remedy
   */
  record Trouble(String code, String detail) {}
}
