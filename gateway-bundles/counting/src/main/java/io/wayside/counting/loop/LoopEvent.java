// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

/** What the loops of a lane saw. */
public sealed interface LoopEvent {

  /** A vehicle passed. */
  record Passed(Passage passage) implements LoopEvent {}

  /**
   * A vehicle came in and left on the side it came from; it is not counted.
   *
   * @param nanos when it came
   * @param side the loop it came over
   */
  record TurnedBack(long nanos, long endNanos, Port side) implements LoopEvent {}

  /**
   * Something passed that cannot be a whole vehicle's signal, because part of it lies in a time in
   * which nothing was heard; it is not counted, that time being marked.
   */
  record CutOff(long nanos, Port port) implements LoopEvent {}

  /** One loop of the pair saw something that the other did not. */
  record Alone(long nanos, Port port) implements LoopEvent {}

  /** Both loops saw the same vehicle; what a watch on the sensors learns from it. */
  record Paired(
      long nanos, double leadSeconds, double trailSeconds, double speedMps, boolean steady)
      implements LoopEvent {}
}
