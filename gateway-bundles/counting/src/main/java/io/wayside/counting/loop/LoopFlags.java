// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import io.wayside.core.quality.Flag;

/** Doubts and circumstances of a passage over loops. */
public final class LoopFlags {

  /** Only one loop of the pair saw the vehicle; it may have changed lanes. */
  public static final Flag MISSING_PARTNER = new Flag("missing-partner");

  /** One loop saw one vehicle where the other saw two, or their presences contradict. */
  public static final Flag LOOPS_DISAGREE = new Flag("loops-disagree");

  /** The speed changed so much over the loops that no length, or no speed either, is given. */
  public static final Flag SPEED_CHANGED = new Flag("speed-changed");

  /** Against the direction of the lane. */
  public static final Flag WRONG_WAY = new Flag("wrong-way");

  /** Longer than vehicles are: two may have passed close behind each other. */
  public static final Flag PERHAPS_MERGED = new Flag("perhaps-merged");

  /** More presences than can be told apart; the earliest were settled early. */
  public static final Flag CROWDED = new Flag("crowded");

  /** Axle sensors missed strikes, or strikes belong to no vehicle or to two. */
  public static final Flag AXLES_DOUBTFUL = new Flag("axles-doubtful");

  /** The vehicle stood on a loop. */
  public static final Flag STOOD = new Flag("stood");

  /** The contacts are only looked at now and then: speed and length may be off by over 1 %. */
  public static final Flag COARSE_TIMES = new Flag("coarse-times");

  private LoopFlags() {}
}
