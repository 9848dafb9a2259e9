// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.lane.LaneOutcome.Grant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets approved vehicles pass, in the order they stand: never one past another that is held. */
final class Grants {

  private final Scene scene;
  private final Queue queue;
  private final Endings endings;
  private final Numbers numbers;

  Grants(Scene scene, Queue queue, Endings endings, Numbers numbers) {
    this.scene = scene;
    this.queue = queue;
    this.endings = endings;
    this.numbers = numbers;
  }

  void run() {
    if (queue.isEmpty()
        || scene.order == LaneOrder.HOLD_OPEN
        || scene.order == LaneOrder.MAINTAIN) {
      return;
    }
    for (Vehicle vehicle : queue.all()) {
      if (vehicle.granted() || vehicle.crossing) {
        continue;
      }
      Verdict verdict = vehicle.verdict;
      if (verdict == null || !verdict.passes()) {
        return;
      }
      if (verdict.answer() != Verdict.Answer.MANUAL && !scene.loopsKnown()) {
        vehicle.hold = Notices.LOOP_LOST;
        return;
      }
      vehicle.hold = "";
      grant(vehicle, verdict);
    }
  }

  private void grant(Vehicle vehicle, Verdict verdict) {
    long now = scene.time.now();
    vehicle.mark(now, "granted");
    Grant grant =
        new Grant(
            endings.evidence(vehicle),
            verdict,
            vehicle.tag == null ? now : vehicle.readNanos,
            now,
            Optional.ofNullable(vehicle.actor));
    vehicle.grant = grant;
    scene.tally.grants++;
    if (vehicle.flags.contains(LaneFlags.UNARBITRATED)) {
      scene.tally.unarbitrated++;
    }
    scene.acts.addLast(new LaneAct.Write(grant));
  }

  /** An attendant lets the first vehicle pass that may not; whatever tag it has is not charged. */
  @Nullable String byHand(LaneEvent.AttendantGrant order) {
    Vehicle vehicle = queue.next();
    if (vehicle == null) {
      if (!scene.layout.standingRoom() || scene.detectors.knownOccupied(Detector.ARMING)) {
        return "no vehicle waits in the lane";
      }
      // Two on the arming loop at once were one to it: the attendant sees the second.
      vehicle = new Vehicle(numbers.next(), scene.time.now(), false);
      queue.add(vehicle);
    }
    if (vehicle.granted() || vehicle.approved()) {
      return "the vehicle at the head may pass already";
    }
    vehicle.verdict = Verdict.byHand(order.reason());
    vehicle.actor = order.actor();
    vehicle.saidNanos = scene.time.now();
    vehicle.state = VehicleState.DECIDED;
    vehicle.refused = false;
    vehicle.hold = "";
    return null;
  }
}
