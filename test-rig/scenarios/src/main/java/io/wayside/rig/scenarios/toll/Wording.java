// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOutcome;
import java.util.Optional;

/** Events and acts of a lane on one line. */
final class Wording {

  private Wording() {}

  static String of(LaneEvent event) {
    if (event instanceof LaneEvent.Occupied occupied) {
      return occupied.detector() + (occupied.occupied() ? " occupied" : " free");
    }
    if (event instanceof LaneEvent.Office office) {
      String answer = office.pass() ? "pass" : office.reason();
      return "office: " + Seen.tail(office.tag().epc()) + " " + answer;
    }
    if (event instanceof LaneEvent.Arm arm) {
      return "arm " + arm.position();
    }
    String text = event.toString();
    return text.replaceFirst("nanos=\\d+(, )?", "");
  }

  /** Empty for what says nothing about a vehicle's lot: announcements to other lanes, sirens. */
  static Optional<String> of(LaneAct act) {
    if (act instanceof LaneAct.Announce || act instanceof LaneAct.AskOffice) {
      return Optional.empty();
    }
    if (act instanceof LaneAct.Write write) {
      LaneOutcome outcome = write.outcome();
      return Optional.of(
          Ending.of(outcome).map(Ending::line).orElseGet(() -> grant((LaneOutcome.Grant) outcome)));
    }
    if (act instanceof LaneAct.Ghost ghost) {
      return Optional.of("ghost " + Seen.tail(ghost.tag().tag().epc()));
    }
    if (act instanceof LaneAct.Claim claim) {
      return Optional.of("takes %s, %.2f".formatted(Seen.tail(claim.tag().epc()), claim.score()));
    }
    return Optional.of(act.toString());
  }

  private static String grant(LaneOutcome.Grant grant) {
    return "GRANT %d %s %s %s"
        .formatted(
            grant.vehicle(),
            grant.verdict().rule(),
            grant.evidence().choice().map(c -> Seen.tail(c.tag().epc())).orElse("without a tag"),
            grant.evidence().flags());
  }
}
