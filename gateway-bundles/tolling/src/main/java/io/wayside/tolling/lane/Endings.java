// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.tolling.lane.LaneOutcome.Abort;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneOutcome.Violation;
import io.wayside.tolling.lane.LaneOutcome.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How vehicles end: the only place where a charge is made. */
final class Endings {

  private static final int MOST_TAGS = 16;

  /** Another lane has, or has passed, the same tag; by evidence that it may have to take back. */
  private static final Set<Flag> CONTESTS =
      Set.of(LaneFlags.CLAIM_CONFLICT, LaneFlags.POSSIBLE_DUPLICATE);

  /** As often as a tag must answer to count as readable. */
  private static final int SECOND_REPLIES = 4;

  private final Scene scene;
  private final Queue queue;
  private final TagPool pool;
  private final Committed committed;
  private final Identification identification;
  private @Nullable Gone last;

  Endings(
      Scene scene, Queue queue, TagPool pool, Committed committed, Identification identification) {
    this.scene = scene;
    this.queue = queue;
    this.pool = pool;
    this.committed = committed;
    this.identification = identification;
  }

  /**
   * Who passed last.
   *
   * @param longPassage it held the safety loop for longer than one vehicle should
   * @param whole the curtain has seen its rear
   */
  record Gone(
      long leftArmingNanos,
      long crossedNanos,
      long goneNanos,
      boolean longPassage,
      boolean whole) {}

  @Nullable Gone last() {
    return last;
  }

  /** The vehicle has left the safety loop, and nothing of it is on the arming loop. */
  void passed(Vehicle vehicle) {
    long now = scene.time.now();
    noteSecondTag(vehicle);
    Terms terms = terms(vehicle);
    Evidence evidence = evidence(vehicle);
    vehicle.state = VehicleState.COMMITTED;
    queue.remove(vehicle);
    last =
        new Gone(
            vehicle.leftArmingNanos,
            vehicle.crossedNanos,
            now,
            vehicle.flags.contains(LaneFlags.SAFETY_LONG),
            vehicle.hasGap);
    scene.tally.passages++;
    switch (terms) {
      case CHARGED -> scene.tally.charged++;
      case REVIEW -> scene.tally.reviews++;
      case VIOLATION -> scene.tally.violations++;
      default -> {}
    }
    scene.acts.addLast(
        new LaneAct.Write(
            new Passage(
                evidence,
                terms,
                Optional.ofNullable(vehicle.grant),
                vehicle.crossedNanos,
                terms == Terms.VIOLATION ? violation(vehicle) : Violation.NONE)));
    spend(vehicle);
    Choice choice = vehicle.choice;
    if (choice == null) {
      return;
    }
    switch (terms) {
      case CHARGED, FREE, TICKET, ENTRY -> {
        committed.add(choice.tag(), now);
        scene.acts.addLast(new LaneAct.Settle(choice.tag()));
      }
      // Another lane must not charge what is in question here.
      case REVIEW -> {
        scene.acts.addLast(new LaneAct.Settle(choice.tag()));
        if (vehicle.flags.contains(LaneFlags.HELD_BACK)) {
          committed.add(choice.tag(), now);
          scene.acts.addLast(
              new LaneAct.AskLater(
                  vehicle.number, choice.tag(), choice.score(), vehicle.takenNanos));
        }
      }
      case MANUAL, FORCED_OPEN, VIOLATION -> scene.acts.addLast(new LaneAct.Release(choice.tag()));
    }
  }

  /** The same of one whose tag has not left with it: the tag is given back, for others to take. */
  void passedWithout(Vehicle vehicle) {
    identification.release(vehicle);
    passed(vehicle);
  }

  /**
   * Another tag that lists know and no other lane has: it was heard with the vehicle and is silent
   * since it has gone. Too weak to compete for the vehicle, it may be of the same windscreen.
   */
  private void noteSecondTag(Vehicle vehicle) {
    HeardTag own = vehicle.tag;
    if (own == null) {
      return;
    }
    for (HeardTag tag : pool.all()) {
      boolean with =
          tag != own
              && tag.bound == null
              && !tag.spent
              && tag.known.usable()
              && tag.replies >= SECOND_REPLIES
              && tag.firstNanos - own.firstNanos >= 0
              && tag.lastNanos - vehicle.beganNanos >= 0
              && own.lastNanos - tag.lastNanos >= 0;
      if (with
          && scene.neighbours.ask(tag.tag, score(vehicle, tag), false, scene.time.now())
              == Neighbours.Word.MINE) {
        vehicle.flags.add(LaneFlags.SEVERAL_TAGS);
      }
    }
  }

  /**
   * What left with the vehicle is no evidence for those behind it: its own tag, and the tags that
   * were as good as its own when none could be chosen.
   */
  private void spend(Vehicle vehicle) {
    HeardTag own = vehicle.tag;
    if (own != null) {
      own.bound = null;
      own.spent = true;
      return;
    }
    if (!vehicle.ambiguous) {
      return;
    }
    for (HeardTag tag : pool.all()) {
      if (tag.bound == null && score(vehicle, tag) >= scene.rules.identifying().threshold()) {
        tag.spent = true;
      }
    }
  }

  private Terms terms(Vehicle vehicle) {
    Verdict verdict = vehicle.verdict;
    if (!vehicle.granted() || verdict == null) {
      return switch (scene.order) {
        case HOLD_OPEN -> forced(vehicle, LaneFlags.FORCED);
        case MAINTAIN -> forced(vehicle, LaneFlags.UNDER_MAINTENANCE);
        case OPEN, CLOSE -> Terms.VIOLATION;
      };
    }
    if (verdict.answer() == Verdict.Answer.MANUAL) {
      return Terms.MANUAL;
    }
    // First: a copied tag is no other lane's, so who is in doubt by it is not held back for them.
    HeardTag own = vehicle.tag;
    if (own != null) {
      vehicle.flags.addAll(
          scene.judge.chip(own.tag, Optional.ofNullable(own.tid), own.severalChips));
    }
    arbitrateAgain(vehicle);
    return isDoubtful(vehicle)
        ? Terms.REVIEW
        : switch (verdict.answer()) {
          case CHARGE -> Terms.CHARGED;
          case FREE -> Terms.FREE;
          case TICKET -> Terms.TICKET;
          case ENTRY -> Terms.ENTRY;
          case MANUAL -> Terms.MANUAL;
          case HOLD -> Terms.VIOLATION;
        };
  }

  private static Terms forced(Vehicle vehicle, Flag flag) {
    vehicle.flags.add(flag);
    return Terms.FORCED_OPEN;
  }

  /** Another lane may have claimed or passed the tag since it was accepted here. */
  private void arbitrateAgain(Vehicle vehicle) {
    Choice choice = vehicle.choice;
    if (choice == null) {
      return;
    }
    // What was accepted without asking does not stand against a claim that is heard of since.
    boolean asked = !vehicle.flags.contains(LaneFlags.UNARBITRATED);
    Neighbours.Word word =
        scene.neighbours.ask(choice.tag(), choice.score(), asked, scene.time.now());
    switch (word) {
      case THEIRS, TIED, TRAILING, LEADING, RATHER_MINE ->
          vehicle.flags.add(LaneFlags.CLAIM_CONFLICT);
      case PASSED_ELSEWHERE -> vehicle.flags.add(LaneFlags.POSSIBLE_DUPLICATE);
      case UNARBITRATED -> vehicle.flags.add(LaneFlags.UNARBITRATED);
      case MINE -> {}
    }
    if (committed.within(
        choice.tag(), scene.time.now(), scene.rules.identifying().duplicateNanos())) {
      vehicle.repeated = true;
      vehicle.flags.add(LaneFlags.POSSIBLE_DUPLICATE);
    }
    if (vehicle.flags.contains(LaneFlags.UNARBITRATED) && !isOfThePlate(vehicle, choice)) {
      unproven(vehicle);
    } else if (scene.rules.alone() == LaneRules.Alone.LATER
        && (vehicle.faint || vehicle.cameAgain || isContested(vehicle))) {
      holdBack(vehicle);
    }
  }

  private void unproven(Vehicle vehicle) {
    switch (scene.rules.alone()) {
      case CHARGE -> {}
      case REVIEW -> vehicle.flags.add(LaneFlags.OWN_UNPROVEN);
      case LATER -> holdBack(vehicle);
    }
  }

  /** Only what is in no doubt but whose lane's it is is worth asking about later. */
  private static void holdBack(Vehicle vehicle) {
    Verdict verdict = vehicle.verdict;
    boolean costs = verdict != null && verdict.answer() == Verdict.Answer.CHARGE;
    boolean others =
        isUnnamed(vehicle)
            || vehicle.repeated
            || LaneFlags.DOUBTS.stream()
                .anyMatch(flag -> vehicle.flags.contains(flag) && !CONTESTS.contains(flag));
    if (costs && !others) {
      vehicle.flags.add(LaneFlags.HELD_BACK);
    }
  }

  private static boolean isContested(Vehicle vehicle) {
    return CONTESTS.stream().anyMatch(vehicle.flags::contains);
  }

  /** A tag of the next lane can be heard as well as one's own, but its plate is another. */
  private boolean isOfThePlate(Vehicle vehicle, Choice choice) {
    return vehicle.plateHash != null
        && Optional.of(vehicle.plateHash).equals(scene.judge.know(choice.tag()).plateHash());
  }

  /** What makes a charge a matter for a person. */
  private static boolean isDoubtful(Vehicle vehicle) {
    return isUnnamed(vehicle) || LaneFlags.DOUBTS.stream().anyMatch(vehicle.flags::contains);
  }

  private static boolean isUnnamed(Vehicle vehicle) {
    return !vehicle.armed || vehicle.choice == null;
  }

  private static Violation violation(Vehicle vehicle) {
    return vehicle.violation == Violation.NONE ? Violation.RUN_THROUGH : vehicle.violation;
  }

  void aborted(Vehicle vehicle, Why why) {
    scene.tally.aborts++;
    Evidence evidence = evidence(vehicle);
    vehicle.state = VehicleState.ABORTED;
    queue.remove(vehicle);
    identification.release(vehicle);
    scene.acts.addLast(
        new LaneAct.Write(new Abort(evidence, why, Optional.ofNullable(vehicle.grant))));
  }

  /**
   * A grant of before a restart, and whether its vehicle has passed is not known: no other lane may
   * take its tag as if it had not.
   */
  void leftUnproven(Vehicle vehicle) {
    Choice choice = vehicle.choice;
    aborted(vehicle, Why.UNPROVEN);
    if (choice != null) {
      scene.acts.addLast(new LaneAct.Settle(choice.tag()));
    }
  }

  /** It was seen to go back; its tag is nobody's now, and new when it comes again. */
  void wentBack(Vehicle vehicle, @Nullable HeardTag tag) {
    aborted(vehicle, Why.BACKED_OUT);
    if (tag != null) {
      pool.forget(tag);
    }
  }

  Evidence evidence(Vehicle vehicle) {
    long from = vehicle.beganNanos - scene.rules.identifying().leadNanos();
    List<TagEvidence> tags = new ArrayList<>();
    for (HeardTag tag : pool.all()) {
      if (tag == vehicle.tag || (tag.bound == null && !tag.spent && tag.lastNanos - from >= 0)) {
        tags.add(tag.evidence(score(vehicle, tag)));
      }
    }
    tags.sort(Comparator.comparingDouble(TagEvidence::score).reversed());
    return new Evidence(
        vehicle.number,
        scene.travel,
        vehicle.beganNanos,
        scene.time.now(),
        Optional.ofNullable(vehicle.plateHash),
        Optional.ofNullable(vehicle.choice),
        tags.size() > MOST_TAGS ? tags.subList(0, MOST_TAGS) : tags,
        vehicle.timeline,
        new Flags(new TreeSet<>(vehicle.flags)));
  }

  private double score(Vehicle vehicle, HeardTag tag) {
    Choice choice = vehicle.choice;
    if (choice != null && choice.tag().equals(tag.tag)) {
      return choice.score();
    }
    LaneRules.Identifying rules = scene.rules.identifying();
    return Score.of(
        tag.between(vehicle.identifyNanos - rules.leadNanos(), scene.time.now(), rules.floorDbm()),
        rules);
  }
}
