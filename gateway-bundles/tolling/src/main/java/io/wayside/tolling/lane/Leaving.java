// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.lane.Departure.Word;
import io.wayside.tolling.lane.LaneOutcome.Violation;
import io.wayside.tolling.lane.LaneOutcome.Why;
import io.wayside.tolling.lane.Verdict.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Something has left the safety loop: whose passage was it? The first's, as the queue has it,
 * unless tags say otherwise; what they leave open is for a person to look at.
 */
final class Leaving {

  private final Scene scene;
  private final Queue queue;
  private final Endings endings;
  private final Numbers numbers;
  private final Departure departure;
  private final InStep step;
  private final CameAgain again;

  Leaving(
      Scene scene,
      Queue queue,
      Endings endings,
      Numbers numbers,
      Departure departure,
      InStep step,
      CameAgain again) {
    this.scene = scene;
    this.queue = queue;
    this.endings = endings;
    this.numbers = numbers;
    this.departure = departure;
    this.step = step;
    this.again = again;
  }

  void end(Vehicle head) {
    if (head.isSought()) {
      wentUnseen(head);
      return;
    }
    Word word = departure.of(head, head);
    if (followers(head) > 0) {
      several(head, word);
      return;
    }
    if (word == Word.STAYED) {
      if (head.tied || isOfTheNextLane(head)) {
        endings.passedWithout(head); // the lead was by chance: the tag is the next lane's
      } else {
        another(head);
      }
      return;
    }
    Vehicle proven = word == Word.LEFT ? null : provenBehind(head);
    if (proven != null) {
      instead(head, proven);
      return;
    }
    passed(head, word);
  }

  /**
   * Nobody else was in this lane whose passage it could be, and another lane with a vehicle hears
   * the tag no worse: when it was taken here, that lane's word was late.
   */
  private boolean isOfTheNextLane(Vehicle head) {
    Choice choice = head.choice;
    if (choice == null || !head.alone || step.isLost()) {
      return false;
    }
    boolean theirs =
        switch (scene.neighbours.ask(choice.tag(), choice.score(), true, scene.time.now())) {
          case THEIRS, TIED, TRAILING, LEADING -> true;
          case MINE, RATHER_MINE, PASSED_ELSEWHERE, UNARBITRATED -> false;
        };
    if (theirs) {
      head.flags.add(LaneFlags.CLAIM_CONFLICT);
    }
    return theirs;
  }

  /** Those that have passed with it: who is still in the curtain has its own pulse to come. */
  private int followers(Vehicle head) {
    boolean onItsWay = scene.detectors.knownOccupied(Detector.CURTAIN);
    return head.hasGap && onItsWay ? head.followers - 1 : head.followers;
  }

  /** Whether the tag of a vehicle stands in the lane after something has passed. */
  boolean hasStayed(Vehicle head) {
    return departure.of(head, head) == Word.STAYED;
  }

  private void passed(Vehicle head, Word word) {
    boolean alone = head.alone && !head.onlyHeard && !step.isLost();
    boolean sure = word == Word.LEFT || (word == Word.UNKNOWN && alone);
    // Taken in a tie by the only one here: the doubt is which lane's it is, and the loops tell
    // later.
    boolean ofALane = head.tied && alone;
    if (!sure && !ofALane && head.tag != null) {
      head.flags.add(LaneFlags.ORDER_IN_DOUBT);
    }
    if (word == Word.LEFT) {
      again.proven(head);
    }
    endings.passed(head);
    if (word == Word.LEFT) {
      step.proven(head);
    } else if (head.flags.contains(LaneFlags.ORDER_IN_DOUBT)) {
      step.lose();
    }
  }

  /** It went while the power was off, and what has passed came meanwhile. */
  private void wentUnseen(Vehicle sought) {
    Vehicle passer = unseen(sought.crossedNanos);
    endings.leftUnproven(sought);
    endings.passed(passer);
  }

  /** What passed was not the first: its tag is here. Somebody nobody knew of stood before it. */
  void another(Vehicle kept) {
    Vehicle passer = unseen(kept.crossedNanos);
    passer.flags.add(LaneFlags.ORDER_IN_DOUBT);
    endings.passed(passer);
    step.lose();
    kept.waitAgain(scene.time.now());
  }

  /** The one vehicle behind the first whose tag has left with the passage. */
  private @Nullable Vehicle provenBehind(Vehicle head) {
    Vehicle only = null;
    for (Vehicle each : queue.all()) {
      boolean can = each != head && !each.onArming && each.beganNanos - head.crossedNanos < 0;
      if (can && departure.of(each, head) == Word.LEFT && wasNear(each, head)) {
        if (only != null) {
          return null;
        }
        only = each;
      }
    }
    return only;
  }

  /** Heard at the arm, and not only on its way there. */
  private boolean wasNear(Vehicle vehicle, Vehicle over) {
    HeardTag tag = vehicle.tag;
    LaneRules.Identifying rules = scene.rules.identifying();
    long from = over.crossedNanos - rules.leadNanos();
    return tag != null
        && tag.lastLaneNanos - from >= 0
        && Score.of(tag.between(from, over.crossedNanos, rules.floorDbm()), rules) >= rules.late();
  }

  /** The first has gone unseen, and the one behind it has passed in its place. */
  private void instead(Vehicle head, Vehicle passer) {
    boolean byHand = head.verdict != null && head.verdict.answer() == Answer.MANUAL;
    for (Vehicle each : queue.all()) {
      boolean ahead = each.beganNanos - passer.beganNanos < 0 && each != passer;
      if (ahead && !(byHand && each == head)) {
        endings.aborted(each, Why.VANISHED);
      }
    }
    if (byHand) { // the attendant let it pass, whatever the lane took it for
      HeardTag tag = passer.tag;
      endings.passed(head);
      endings.aborted(passer, Why.VANISHED);
      if (tag != null) {
        tag.spent = true;
      }
    } else {
      passer.takeCrossing(head);
      passer.flags.add(LaneFlags.ORDER_IN_DOUBT);
      endings.passed(passer);
    }
    step.proven(passer);
  }

  /**
   * Two or more on one pulse of the loop: those behind the first are proven by the curtain alone.
   */
  private void several(Vehicle head, Word word) {
    int followers = followers(head);
    long again = head.againNanos;
    if (word == Word.STAYED) { // its tag came behind the first of them
      Vehicle first = unseen(head.crossedNanos);
      first.flags.add(LaneFlags.ORDER_IN_DOUBT);
      endings.passed(first);
      follower(head, again);
      followers--;
    } else {
      passed(head, word);
    }
    for (; followers > 0; followers--) {
      Vehicle behind = queue.head();
      Word last = behind == null ? Word.STAYED : departure.ofLast(behind, head);
      boolean can = behind != null && !behind.onArming && last != Word.STAYED;
      if (can && last != Word.LEFT) {
        step.lose(); // it may have been another that nobody knew of
      }
      follower(can && behind != null ? behind : unseen(again), again);
    }
  }

  private void follower(Vehicle vehicle, long crossedNanos) {
    vehicle.crossedNanos = crossedNanos;
    vehicle.flags.add(LaneFlags.JOINED_VEHICLES);
    vehicle.flags.add(LaneFlags.SUSPECTED);
    vehicle.violation = Violation.TAILGATING;
    endings.passed(vehicle);
  }

  private Vehicle unseen(long crossedNanos) {
    Vehicle vehicle = new Vehicle(numbers.next(), crossedNanos, false);
    vehicle.crossedNanos = crossedNanos;
    vehicle.violation = Violation.UNSEEN;
    vehicle.mark(crossedNanos, "safety-on");
    queue.addHead(vehicle);
    return vehicle;
  }
}
