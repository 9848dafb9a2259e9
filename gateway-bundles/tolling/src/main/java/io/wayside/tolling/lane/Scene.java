// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/** What every part of a lane looks at. */
final class Scene {

  final LaneRules rules;
  final Layout layout;
  final Judge judge;
  final Neighbours neighbours;
  final LaneTime time = new LaneTime();
  final Acts acts = new Acts();
  final Detectors detectors = new Detectors();
  final Tally tally = new Tally();

  LaneOrder order = LaneOrder.CLOSE;
  Travel travel = Travel.FORWARD;
  boolean readerHeard = true;
  boolean readerWasLost;

  /** When it was lost, or was back. */
  long readerNanos;

  boolean officeReachable;
  boolean stationReachable;

  Scene(LaneRules rules, Layout layout, Judge judge, Neighbours neighbours) {
    this.rules = rules;
    this.layout = layout;
    this.judge = judge;
    this.neighbours = neighbours;
  }

  /** Loops without which no passage is proven. */
  boolean loopsKnown() {
    return detectors.known(Detector.ARMING) && detectors.known(Detector.SAFETY);
  }

  /** Nothing under the arm, as far as loop and curtain can tell; silence is no proof. */
  boolean clearToLower() {
    return detectors.knownFree(Detector.SAFETY)
        && (!layout.curtain() || detectors.knownFree(Detector.CURTAIN));
  }
}
