// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.lane.LaneRules.Identifying;
import io.wayside.tolling.lane.Ranking.Ranked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts tags to vehicles. A tag is accepted when it is above the threshold and ahead of the next by
 * the margin, and no other lane has a better right to it. Tags that no list knows (goods carry tags
 * too) do not compete with those that are known; they are taken only when nothing else is heard.
 */
final class Association {

  private static final long TIED_NANOS = 4_000_000_000L;

  /**
   * Both hear it as well as can be, or the one that leads knows that its vehicle came at another
   * time: nobody has taken it when the leading lane might have.
   */
  private static final long EVEN_NANOS = 5_000_000_000L;

  private static final long GONE_NANOS = 700_000_000L;
  private static final long FAINT_NANOS = 4_000_000_000L;
  private static final long FAINT_SPAN_NANOS = 1_500_000_000L;
  private static final int FAINT_REPLIES = 8;

  private final Scene scene;
  private final Queue queue;
  private final TagPool pool;
  private final Seldom seldom;

  Association(Scene scene, Queue queue, TagPool pool) {
    this.scene = scene;
    this.queue = queue;
    this.pool = pool;
    this.seldom = new Seldom(scene, queue, pool);
  }

  /**
   * What came of it.
   *
   * @param chosen the tag to accept; null when none can be
   * @param reason for the display while none is
   * @param faint it was taken for being the only one for long, weak as it is
   */
  record Finding(
      @Nullable Ranked chosen,
      @Nullable Choice choice,
      String reason,
      Neighbours.Word word,
      boolean faint) {

    Finding(@Nullable Ranked chosen, @Nullable Choice choice, String reason, Neighbours.Word word) {
      this(chosen, choice, reason, word, false);
    }
  }

  Ranking rank(Vehicle vehicle, @Nullable Vehicle behind) {
    Identifying rules = scene.rules.identifying();
    long from = vehicle.identifyNanos - rules.leadNanos();
    long to = scene.time.now();
    // What is heard once the next has come says nothing of this one.
    if (behind != null && behind.beganNanos - vehicle.identifyNanos > 0) {
      to = behind.beganNanos;
    }
    Ranking ranking = new Ranking();
    for (HeardTag tag : pool.all()) {
      if (isEligible(tag, vehicle)) {
        long until = cameBefore(tag, behind) ? scene.time.now() : to;
        double score = Score.of(tag.between(from, until, rules.floorDbm()), rules);
        if (wasHereBefore(tag, vehicle)) {
          ranking.addOther(score);
        } else if (score > 0) {
          ranking.add(tag, score);
        }
      }
    }
    ranking.sort();
    return ranking;
  }

  /** Over the arming loop, which the approach hears the last of: it is not that of the next. */
  private static boolean cameBefore(HeardTag tag, @Nullable Vehicle next) {
    return next != null
        && tag.approachCount >= Abreast.ENOUGH
        && tag.lastApproachNanos - (next.beganNanos - Abreast.PASSED_NANOS) < 0;
  }

  Finding find(Vehicle vehicle, @Nullable Vehicle behind, Ranking ranking, boolean late) {
    Identifying rules = scene.rules.identifying();
    Ranked known = ranking.best(true);
    Ranked unknown = ranking.best(false);
    if (known != null && known.score() >= rules.threshold()) {
      if (ranking.other() >= known.score()) {
        return none(Notices.SEVERAL_TAGS);
      }
      return among(vehicle, ranking, known, unknown);
    }
    if (!late) {
      return none(Notices.IDENTIFYING);
    }
    if (known != null
        && known.score() >= rules.late()
        && ranking.size() == 1
        && behind == null
        && cameThisWay(known.tag())
        && Abreast.is(known.tag(), vehicle)) {
      Finding weak = asked(vehicle, ranking, known);
      if (weak.word() == Neighbours.Word.MINE) {
        vehicle.flags.add(LaneFlags.WEAK_TAG);
        return weak;
      }
    }
    if (known != null && isFaint(vehicle, behind, ranking, known.tag())) {
      Finding faint = asked(vehicle, ranking, known, 0);
      if (faint.word() == Neighbours.Word.MINE) {
        return new Finding(known, faint.choice(), "", faint.word(), true);
      }
    }
    HeardTag standing = seldom.of(vehicle, ranking);
    if (standing != null) {
      Ranked only = new Ranked(standing, 0);
      Finding faint = asked(vehicle, ranking, only, 0);
      if (faint.word() == Neighbours.Word.MINE) {
        return new Finding(only, ranking.choose(only), "", faint.word(), true);
      }
    }
    if (unknown != null && unknown.score() >= rules.threshold() && known == null) {
      return ranking.near(unknown, rules.margin()).size() > 1
          ? none(Notices.SEVERAL_TAGS)
          : asked(vehicle, ranking, unknown);
    }
    return none(Notices.NO_TAG);
  }

  /**
   * The only tag for long, of a vehicle that stands, and no other lane hears it at all: enough to
   * let it pass, where it is not charged before all lanes have been asked about it.
   */
  private boolean isFaint(
      Vehicle vehicle, @Nullable Vehicle behind, Ranking ranking, HeardTag tag) {
    return scene.rules.alone() == LaneRules.Alone.LATER
        && scene.neighbours != Neighbours.NONE
        && scene.time.passed(vehicle.beganNanos, FAINT_NANOS)
        && ranking.size() == 1
        && (behind == null || cameBefore(tag, behind))
        && tag.laneCount >= FAINT_REPLIES
        && tag.lastLaneNanos - tag.firstLaneNanos >= FAINT_SPAN_NANOS
        && cameThisWay(tag)
        && Abreast.is(tag, vehicle);
  }

  private boolean cameThisWay(HeardTag tag) {
    return scene.layout.approachAntennas().isEmpty() || tag.heardOnApproach;
  }

  private Finding among(Vehicle vehicle, Ranking ranking, Ranked best, @Nullable Ranked unknown) {
    List<Ranked> near = ranking.near(best, scene.rules.identifying().margin());
    Ranked chosen = near.size() == 1 ? best : ofPlate(near, vehicle.plates);
    if (chosen == null) {
      return none(Notices.SEVERAL_TAGS);
    }
    Finding finding = asked(vehicle, ranking, chosen);
    boolean rival = unknown != null && unknown.score() > best.score();
    if (rival && finding.word() == Neighbours.Word.UNARBITRATED) {
      return none(Notices.SEVERAL_TAGS); // the known one may be the next lane's
    }
    if (finding.chosen() != null && near.size() > 1) {
      vehicle.flags.add(LaneFlags.PLATE_DECIDED);
    }
    return finding;
  }

  private Finding asked(Vehicle vehicle, Ranking ranking, Ranked chosen) {
    // It goes before nobody's with a tag that came over the arming loop without it.
    boolean another = Abreast.isNot(chosen.tag(), vehicle);
    return asked(vehicle, ranking, chosen, another ? 0 : chosen.score());
  }

  private Finding asked(Vehicle vehicle, Ranking ranking, Ranked chosen, double right) {
    Neighbours.Word word =
        scene.neighbours.ask(chosen.tag().tag, right, ranking.size() == 1, scene.time.now());
    if (word == Neighbours.Word.UNARBITRATED && !Abreast.is(chosen.tag(), vehicle)) {
      return new Finding(null, null, Notices.TAG_IN_NEXT_LANE, word);
    }
    boolean may =
        switch (word) {
          case THEIRS, TIED -> false;
          case LEADING -> isTiedFor(TIED_NANOS, vehicle, ranking, chosen.tag());
          case TRAILING -> isTiedFor(EVEN_NANOS, vehicle, ranking, chosen.tag());
          // What has passed there and is silent here has gone.
          case PASSED_ELSEWHERE -> !scene.time.isOlder(chosen.tag().lastNanos, GONE_NANOS);
          case MINE, RATHER_MINE, UNARBITRATED -> true;
        };
    return may
        ? new Finding(chosen, ranking.choose(chosen), "", word)
        : new Finding(null, null, Notices.TAG_IN_NEXT_LANE, word);
  }

  /**
   * Two lanes wait, and one of the two vehicles has no tag. The one that hears it a little better
   * lets its vehicle pass, or, where that one does not, the other; with whom it left is known
   * afterwards, by the loops of both.
   */
  private boolean isTiedFor(long nanos, Vehicle vehicle, Ranking ranking, HeardTag tag) {
    return scene.rules.alone() == LaneRules.Alone.LATER
        && scene.time.passed(vehicle.beganNanos, nanos)
        && ranking.size() == 1
        && tag.approachCount >= Abreast.ENOUGH
        && Abreast.is(tag, vehicle);
  }

  private static Finding none(String reason) {
    return new Finding(null, null, reason, Neighbours.Word.MINE);
  }

  private static @Nullable Ranked ofPlate(List<Ranked> near, List<String> plates) {
    Ranked only = null;
    for (Ranked each : near) {
      if (PlateWatch.same(plates, each.tag().known.plateHash()).isPresent()) {
        if (only != null) {
          return null;
        }
        only = each;
      }
    }
    return only;
  }

  /**
   * A tag first heard in the lane long after the vehicle had come is somebody else's, unless the
   * driver has just asked to try again. One that the approach hears better is still on its way.
   */
  private boolean isEligible(HeardTag tag, Vehicle vehicle) {
    if (tag.bound != null || tag.spent || !tag.heardInLane || tag.isOfOneAhead(vehicle)) {
      return false;
    }
    Identifying rules = scene.rules.identifying();
    boolean inTime = tag.firstLaneNanos - (vehicle.beganNanos + rules.waitNanos()) <= 0;
    boolean again =
        vehicle.retried
            && tag.firstLaneNanos - (vehicle.identifyNanos + rules.waitNanos()) <= 0
            && isOfNobodyBehind(tag, vehicle);
    if (!inTime && !again) {
      return false;
    }
    long now = scene.time.now();
    if (scene.time.isOlder(vehicle.identifyNanos, rules.leadNanos())) {
      HeardTag.Window latest = tag.between(now - rules.leadNanos(), now, rules.floorDbm());
      return 2 * latest.approach() <= latest.lane();
    }
    return true;
  }

  /** Otherwise what is heard late may be of one of them. */
  private boolean isOfNobodyBehind(HeardTag tag, Vehicle vehicle) {
    Vehicle behind = queue.behind(vehicle);
    while (behind != null) {
      if (behind.tag == null && !tag.isOfOneAhead(behind)) {
        return false;
      }
      behind = queue.behind(behind);
    }
    return true;
  }

  /** As strong as in the lane before the vehicle had come: of one that still stands ahead of it. */
  private boolean wasHereBefore(HeardTag tag, Vehicle vehicle) {
    Identifying rules = scene.rules.identifying();
    long before = vehicle.beganNanos - rules.leadNanos();
    return !vehicle.split
        && tag.firstLaneNanos - before < 0
        && Score.of(tag.between(tag.firstLaneNanos, before, rules.floorDbm()), rules)
            >= rules.earlier();
  }
}
