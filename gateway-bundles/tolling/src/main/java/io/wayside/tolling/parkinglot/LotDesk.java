// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.quality.Flags;
import io.wayside.tolling.lane.Evidence;
import io.wayside.tolling.lane.LaneFlags;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.LaneOutcome.Abort;
import io.wayside.tolling.lane.LaneOutcome.Grant;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneOutcome.Why;
import io.wayside.tolling.lane.OpenGrant;
import io.wayside.tolling.lane.Travel;
import io.wayside.tolling.lane.Verdict;
import io.wayside.tolling.parking.LanePass;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between a lane, which knows vehicles, and the car park, which knows stays. */
final class LotDesk {

  private static final String ATTENDANT = "attendant";

  private final String lane;
  private final boolean exit;
  private final CarPark park;

  /** Shown at the lane for the vehicle of this number, and for no other; null when nothing was. */
  private @Nullable Asking shown;

  private long shownFor;

  private String by = ATTENDANT;

  LotDesk(String lane, boolean exit, CarPark park) {
    this.lane = lane;
    this.exit = exit;
    this.park = park;
  }

  Word ask(Asking asking) {
    return exit ? park.mayLeave(lane, asking) : park.mayEnter(lane, asking);
  }

  /** Something was shown that stands for this vehicle, the one at the head. */
  void show(Asking asking, long vehicle) {
    shown = asking;
    shownFor = vehicle;
  }

  /** What was shown for this vehicle. */
  Optional<Asking> shown(long vehicle) {
    return vehicle == shownFor ? Optional.ofNullable(shown) : Optional.empty();
  }

  /** What lets the next vehicle pass. */
  void by(String what) {
    by = what;
  }

  void forget() {
    shown = null;
    by = ATTENDANT;
  }

  /** Puts on record what the lane wants to be; true when the barrier must wait for it. */
  boolean write(LaneOutcome outcome) {
    if (outcome instanceof Grant grant) {
      boolean byAttendant = isByHand(grant) && by.equals(ATTENDANT);
      granted(grant);
      forget();
      return !byAttendant;
    }
    if (outcome instanceof Passage passage) {
      passed(passage);
    } else if (outcome instanceof Abort abort) {
      aborted(abort);
    }
    return false;
  }

  private static boolean isByHand(Grant grant) {
    return grant.verdict().answer() == Verdict.Answer.MANUAL;
  }

  private void granted(Grant grant) {
    Asking asking =
        shown(grant.vehicle())
            .filter(each -> isByHand(grant))
            .orElseGet(() -> ofTag(grant.evidence()));
    String what = isByHand(grant) ? by : "tag";
    if (exit) {
      // An attendant's word takes no money.
      boolean tagMayPay = !what.equals(ATTENDANT);
      park.letOut(lane, grant.vehicle(), asking, known(asking), tagMayPay, what);
    } else {
      park.letIn(lane, grant.vehicle(), asking, what);
    }
  }

  /** Without anything shown nobody knows whose stay it is, paid for as lost or not. */
  private static boolean known(Asking asking) {
    return !asking.keys().isEmpty() || asking.lostTicket();
  }

  private static Asking ofTag(Evidence evidence) {
    return evidence
        .choice()
        .map(choice -> Asking.of(ParkJudge.key(choice.tag())))
        .orElse(Asking.NOTHING);
  }

  private void passed(Passage passage) {
    long vehicle = passage.evidence().vehicle();
    if (passage.grant().isPresent() && isInDoubt(passage)) {
      park.passedInDoubt(lane, exit, passage.grant().get().vehicle());
    } else if (passage.grant().isPresent()) {
      park.passed(lane, exit, passage.grant().get().vehicle());
    } else if (passage.terms() == Terms.FORCED_OPEN) {
      park.passedHeldOpen(lane, exit, vehicle);
    } else {
      park.passedUnasked(lane, exit, vehicle, word(passage.violation()));
    }
  }

  /**
   * Whether it can be told that it was this vehicle that passed. A toll lane leaves the charge of
   * such a passage to a person; here neither its tag pays nor is its stay taken for left.
   */
  private static boolean isInDoubt(Passage passage) {
    return passage.evidence().flags().all().stream().anyMatch(LaneFlags.DOUBTS::contains);
  }

  private static String word(LaneOutcome.Violation violation) {
    return violation == LaneOutcome.Violation.NONE
        ? "in-doubt"
        : violation.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void aborted(Abort abort) {
    if (abort.grant().isEmpty()) {
      return;
    }
    long vehicle = abort.grant().get().vehicle();
    if (abort.why() == Why.UNPROVEN || abort.why() == Why.VANISHED) {
      park.unproven(lane, vehicle);
    } else {
      park.wentBack(lane, vehicle);
    }
  }

  /** What an earlier run let pass, as the lane takes it up; how long ago does not matter here. */
  static List<OpenGrant> grants(List<LanePass> open, long nowNanos) {
    return open.stream().map(pass -> new OpenGrant(grant(pass, nowNanos), 0)).toList();
  }

  private static Grant grant(LanePass pass, long nowNanos) {
    Evidence evidence =
        new Evidence(
            pass.vehicle(),
            Travel.FORWARD,
            nowNanos,
            nowNanos,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Flags.NONE);
    Verdict verdict = ParkJudge.verdict(Verdict.Answer.FREE, pass.by());
    return new Grant(evidence, verdict, nowNanos, nowNanos, Optional.empty());
  }
}
