// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.lane.LaneRules.Identifying;
import io.wayside.tolling.tag.TagNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a vehicle without a name to a decision. */
final class Identification {

  private final Scene scene;
  private final Queue queue;
  private final TagPool pool;
  private final Committed committed;
  private final Association association;

  Identification(Scene scene, Queue queue, TagPool pool, Committed committed) {
    this.scene = scene;
    this.queue = queue;
    this.pool = pool;
    this.committed = committed;
    this.association = new Association(scene, queue, pool);
  }

  /** Looks at every vehicle that is not decided, in the order they came. */
  void run() {
    if (queue.isEmpty()) {
      return;
    }
    for (Vehicle vehicle : queue.all()) {
      if (vehicle.verdict == null && vehicle.armed && !vehicle.crossing) {
        identify(vehicle);
      }
    }
  }

  private void identify(Vehicle vehicle) {
    if (vehicle.refused) {
      hold(vehicle, Notices.LANE_CLOSED);
      return;
    }
    if (vehicle.tag == null) {
      accept(vehicle);
    }
    HeardTag tag = vehicle.tag;
    if (tag != null) {
      decide(vehicle, tag);
    }
  }

  private void accept(Vehicle vehicle) {
    Identifying rules = scene.rules.identifying();
    Vehicle behind = queue.behind(vehicle);
    Ranking ranking = association.rank(vehicle, behind);
    if (!ranking.isEmpty() && vehicle.state == VehicleState.DETECTED) {
      vehicle.state = VehicleState.CANDIDATE;
    }
    if (!scene.time.passed(vehicle.identifyNanos, rules.observeNanos())) {
      return;
    }
    boolean late = scene.time.passed(vehicle.identifyNanos, rules.waitNanos());
    Association.Finding found = association.find(vehicle, behind, ranking, late);
    Ranking.Ranked chosen = found.chosen();
    if (chosen != null) {
      if (isSettled(vehicle, chosen.tag())) {
        take(vehicle, chosen, found);
      }
    } else if (late) {
      hold(vehicle, scene.readerHeard ? found.reason() : Notices.READER_LOST);
    }
  }

  private boolean isSettled(Vehicle vehicle, HeardTag tag) {
    if (scene.neighbours == Neighbours.NONE) {
      return true;
    }
    if (vehicle.favourite != tag) {
      vehicle.favourite = tag;
      vehicle.favouriteNanos = scene.time.now();
    }
    return scene.time.passed(vehicle.favouriteNanos, scene.rules.identifying().settleNanos());
  }

  private void take(Vehicle vehicle, Ranking.Ranked chosen, Association.Finding found) {
    HeardTag tag = chosen.tag();
    tag.bound = vehicle;
    vehicle.tag = tag;
    vehicle.choice = found.choice();
    vehicle.readNanos = tag.firstNanos;
    vehicle.takenNanos = scene.time.now();
    if (found.choice() != null && found.choice().runnerUp().isPresent()) {
      vehicle.flags.add(LaneFlags.SEVERAL_TAGS);
    }
    if (found.word() == Neighbours.Word.UNARBITRATED) {
      vehicle.flags.add(LaneFlags.UNARBITRATED);
    }
    vehicle.tied = found.word().isTie();
    if (vehicle.tied) {
      vehicle.flags.add(LaneFlags.CLAIM_CONFLICT);
    }
    vehicle.faint = found.faint();
    if (found.faint()) {
      vehicle.flags.add(LaneFlags.WEAK_TAG);
    }
    vehicle.repeated = passedLately(tag.tag);
    if (found.word() == Neighbours.Word.PASSED_ELSEWHERE || vehicle.repeated) {
      vehicle.flags.add(LaneFlags.POSSIBLE_DUPLICATE);
    }
    PlateWatch.compare(vehicle, tag.known.plateHash());
    scene.acts.addLast(new LaneAct.Claim(tag.tag, chosen.score()));
  }

  private boolean passedLately(TagNumber tag) {
    return committed.within(tag, scene.time.now(), scene.rules.identifying().duplicateNanos());
  }

  private void decide(Vehicle vehicle, HeardTag tag) {
    if (scene.officeReachable) {
      ask(tag);
      if (tag.answer == null
          && !scene.time.passed(tag.askedNanos, scene.rules.identifying().officeNanos())) {
        return;
      }
    }
    Verdict verdict =
        scene.judge.judge(
            tag.tag,
            new LaneSituation(
                scene.time.now(),
                scene.travel,
                Optional.ofNullable(tag.answer),
                scene.officeReachable,
                scene.stationReachable));
    vehicle.verdict = verdict;
    vehicle.state = VehicleState.DECIDED;
    verdict.flags().all().forEach(vehicle.flags::add);
    if (verdict.passes()) {
      vehicle.hold = "";
    } else {
      hold(vehicle, verdict.rule());
    }
  }

  /** The office is asked as soon as a tag is heard that may be decided on, once. */
  void ask(HeardTag tag) {
    if (!tag.asked) {
      tag.asked = true;
      tag.askedNanos = scene.time.now();
      scene.acts.addLast(new LaneAct.AskOffice(tag.tag));
    }
  }

  void answered(LaneEvent.Office office) {
    HeardTag tag = pool.get(office.tag());
    if (tag != null && tag.asked) {
      tag.answer = new LaneSituation.OfficeAnswer(office.pass(), office.reason(), office.entry());
    }
  }

  /** Forgets what was found for the first held vehicle and begins anew. */
  boolean retry(@Nullable String actor) {
    Vehicle vehicle = queue.next();
    if (vehicle == null || vehicle.granted() || vehicle.approved() || vehicle.refused) {
      return false;
    }
    scene.tally.retries++;
    vehicle.retried = true;
    vehicle.flags.add(LaneFlags.RETRIED);
    vehicle.mark(scene.time.now(), actor == null ? "retry" : "retry-by-attendant");
    vehicle.saidNanos = scene.time.now();
    vehicle.identifyNanos = scene.time.now();
    vehicle.hold = "";
    vehicle.verdict = null;
    vehicle.state = VehicleState.CANDIDATE;
    release(vehicle);
    return true;
  }

  /** The reader is heard again: what it hears now counts for the one vehicle it did not hear. */
  void readerIsBack() {
    Vehicle vehicle = queue.head();
    if (vehicle != null
        && vehicle == queue.last()
        && vehicle.tag == null
        && vehicle.verdict == null
        && !vehicle.crossing) {
      vehicle.retried = true;
      vehicle.identifyNanos = scene.time.now();
      vehicle.hold = "";
    }
  }

  /** Gives the tag back to whoever carries it. */
  void release(Vehicle vehicle) {
    HeardTag tag = vehicle.tag;
    if (tag == null) {
      return;
    }
    tag.bound = null;
    tag.asked = false;
    tag.answer = null;
    vehicle.tag = null;
    vehicle.choice = null;
    scene.acts.addLast(new LaneAct.Release(tag.tag));
  }

  private void hold(Vehicle vehicle, String reason) {
    if (vehicle.hold.isEmpty()) {
      scene.tally.held++;
      scene.acts.addLast(new LaneAct.Photograph(vehicle.number, LaneAct.Shot.HELD));
    }
    vehicle.hold = reason;
    vehicle.ambiguous |=
        reason.equals(Notices.SEVERAL_TAGS) || reason.equals(Notices.TAG_IN_NEXT_LANE);
    if (reason.equals(Notices.READER_LOST)) {
      vehicle.flags.add(LaneFlags.READER_LOST);
    }
  }
}
