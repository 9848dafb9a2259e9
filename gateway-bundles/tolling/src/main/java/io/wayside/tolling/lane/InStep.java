// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/**
 * Whether the queue is known to be what stands in the lane. It is lost when somebody may stand or
 * have passed there of whom the queue knows nothing, and found again when a vehicle that came later
 * is proven by its tag to have passed (all ahead of it are gone), or after a long rest.
 */
final class InStep {

  /** Nobody stands before a barrier for so long without a word, a tag or a loop. */
  static final long QUIET_NANOS = 60_000_000_000L;

  private final Scene scene;
  private final Queue queue;
  private boolean lost;
  private long lostNanos;
  private long stirredNanos;

  InStep(Scene scene, Queue queue) {
    this.scene = scene;
    this.queue = queue;
  }

  boolean isLost() {
    return lost;
  }

  void lose() {
    lostNanos = scene.time.now();
    stirredNanos = lostNanos;
    if (!lost) {
      lost = true;
      alarm(true, "the order of the vehicles is in doubt: charges need their tag's own proof");
    }
  }

  /** Its tag has been seen to leave with it. */
  void proven(Vehicle passed) {
    if (lost && passed.beganNanos - lostNanos > 0) {
      find();
    }
  }

  void run() {
    if (!lost) {
      return;
    }
    if (!queue.isEmpty() || !scene.loopsKnown() || !isFree()) {
      stirredNanos = scene.time.now();
    } else if (scene.time.passed(stirredNanos, QUIET_NANOS)) {
      find();
    }
  }

  private boolean isFree() {
    return scene.detectors.knownFree(Detector.ARMING) && scene.detectors.knownFree(Detector.SAFETY);
  }

  private void find() {
    lost = false;
    alarm(false, "the vehicles are in order");
  }

  private void alarm(boolean on, String detail) {
    scene.acts.add(new LaneAct.Alarm("order-in-doubt", on, detail));
  }
}
