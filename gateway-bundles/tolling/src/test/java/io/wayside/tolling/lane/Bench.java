// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.lane.LaneAct.Barrier;
import io.wayside.tolling.lane.LaneAct.Request;
import io.wayside.tolling.lane.LaneAct.Write;
import io.wayside.tolling.lane.LaneOutcome.Abort;
import io.wayside.tolling.lane.LaneOutcome.Grant;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.Verdict.Answer;
import io.wayside.tolling.tag.TagNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A lane on a bench: time in milliseconds, ticks as the lane asks for them, acts kept. */
final class Bench {

  static final long MS = 1_000_000;
  static final int LANE = 2;
  static final int APPROACH = 1;

  /** Long room between the loops; curtain and switches fitted. */
  static final Layout ROOMY = new Layout(Set.of(LANE), Set.of(APPROACH), true, true, true);

  /** A vehicle is always on one of the loops. */
  static final Layout COMPACT = new Layout(Set.of(LANE), Set.of(APPROACH), true, true, false);

  static final Layout PLAIN = new Layout(Set.of(LANE), Set.of(APPROACH), false, false, true);

  static final TagNumber ANNA = tag("a1");
  static final TagNumber BAO = tag("b2");
  static final TagNumber CHI = tag("c3");
  static final TagNumber GOODS = tag("99");

  final TestJudge judge =
      new TestJudge()
          .knows(ANNA, Answer.CHARGE)
          .knows(BAO, Answer.CHARGE)
          .knows(CHI, Answer.CHARGE);
  final List<LaneAct> acts = new ArrayList<>();
  final Lane lane;

  /** When each act was asked for, in milliseconds. */
  final List<Long> times = new ArrayList<>();

  private long nowMs;

  Bench(Layout layout, Neighbours neighbours) {
    this(LaneRules.usual(), layout, neighbours);
  }

  Bench(LaneRules rules, Layout layout, Neighbours neighbours) {
    lane = new Lane(rules, layout, judge, neighbours, 1);
  }

  /** An open lane, empty, closed barrier, all heard. */
  static Bench open(Layout layout) {
    return open(layout, Neighbours.NONE);
  }

  static Bench open(Layout layout, Neighbours neighbours) {
    return open(new Bench(layout, neighbours));
  }

  static Bench open(Bench bench) {
    bench.keep(bench.lane.resume(List.of(), List.of(), 0));
    bench.settle();
    return bench;
  }

  /** All loops free, arm closed, lane ordered open. */
  void settle() {
    order(LaneOrder.OPEN);
    for (Detector detector : Detector.values()) {
      free(detector);
    }
    arm(ArmPosition.CLOSED);
    to(nowMs + 1_000);
    arm(ArmPosition.CLOSED);
  }

  static TagNumber tag(String end) {
    return new TagNumber("30340000000000000000" + "00" + end, 96);
  }

  Bench on(LaneEvent event) {
    keep(lane.on(event));
    return this;
  }

  Lane lane() {
    return lane;
  }

  void keep(List<LaneAct> more) {
    for (LaneAct act : more) {
      acts.add(act);
      times.add(nowMs);
    }
  }

  long now() {
    return nowMs * MS;
  }

  long nowMs() {
    return nowMs;
  }

  /** Lets time pass, with the ticks the lane wants. */
  Bench to(long ms) {
    OptionalLong next = lane.nextTick();
    int ticks = 0;
    while (next.isPresent() && next.getAsLong() <= ms * MS) {
      long due = next.getAsLong();
      nowMs = Math.max(nowMs, (due + MS - 1) / MS);
      if (nowMs > ms) {
        break;
      }
      on(new LaneEvent.Tick(nowMs * MS));
      next = lane.nextTick();
      if (++ticks > 100_000) {
        throw new AssertionError("the lane asks for ticks without end at " + nowMs);
      }
    }
    nowMs = Math.max(nowMs, ms);
    return this;
  }

  Bench pass(long ms) {
    return to(nowMs + ms);
  }

  Bench occupied(Detector detector) {
    return on(new LaneEvent.Occupied(now(), detector, true));
  }

  Bench free(Detector detector) {
    return on(new LaneEvent.Occupied(now(), detector, false));
  }

  Bench arm(ArmPosition position) {
    return on(new LaneEvent.Arm(now(), position));
  }

  Bench order(LaneOrder order) {
    return on(new LaneEvent.Order(now(), order, "anna"));
  }

  Bench heard(TagNumber tag, int antenna, double dbm) {
    return on(new LaneEvent.Heard(now(), tag, Optional.empty(), antenna, dbm, 1));
  }

  /** A tag heard every 50 ms for a time. */
  Bench hear(TagNumber tag, double dbm, long forMs) {
    long end = nowMs + forMs;
    while (nowMs < end) {
      heard(tag, LANE, dbm);
      pass(50);
    }
    return this;
  }

  /** On the approach, and then the arming loop rises. */
  Bench arrive(@Nullable TagNumber tag) {
    if (tag != null) {
      for (int i = 0; i < 4; i++) {
        heard(tag, APPROACH, -58);
        pass(50);
      }
    }
    occupied(Detector.ARMING);
    if (tag != null) {
      hear(tag, -54, 300);
    }
    return this;
  }

  /** From the arming loop over the safety loop, as a car that is shorter than the room between. */
  Bench leave() {
    armOpens();
    free(Detector.ARMING).pass(500);
    return cross();
  }

  Bench cross() {
    occupied(Detector.CURTAIN).pass(100).occupied(Detector.SAFETY).pass(600);
    free(Detector.CURTAIN).pass(200).free(Detector.SAFETY);
    return this;
  }

  Bench armOpens() {
    if (last(Barrier.class).map(b -> b.request() == Request.RAISE).orElse(false)) {
      arm(ArmPosition.OPEN);
    }
    return this;
  }

  /** Leaves the lane alone until it has nothing left to do, the arm obeying. */
  Bench rest() {
    for (int i = 0; i < 200; i++) {
      pass(500);
      boolean up = last(Barrier.class).map(b -> b.request() == Request.RAISE).orElse(false);
      arm(up ? ArmPosition.OPEN : ArmPosition.CLOSED);
    }
    return this;
  }

  <T extends LaneAct> Optional<T> last(Class<T> type) {
    for (int i = acts.size() - 1; i >= 0; i--) {
      if (type.isInstance(acts.get(i))) {
        return Optional.of(type.cast(acts.get(i)));
      }
    }
    return Optional.empty();
  }

  <T extends LaneAct> List<T> all(Class<T> type) {
    return acts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  <T extends LaneOutcome> List<T> written(Class<T> type) {
    return all(Write.class).stream()
        .map(Write::outcome)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  List<Passage> passages() {
    return written(Passage.class);
  }

  Passage passage() {
    List<Passage> all = passages();
    if (all.size() != 1) {
      throw new AssertionError("expected one passage, there are " + all);
    }
    return all.get(0);
  }

  List<Terms> terms() {
    return passages().stream().map(Passage::terms).toList();
  }

  List<Grant> granted() {
    return written(Grant.class);
  }

  List<Abort> aborts() {
    return written(Abort.class);
  }

  String notice() {
    return last(LaneAct.Show.class).map(LaneAct.Show::code).orElse("");
  }

  LaneAct.@Nullable Colour light() {
    return last(LaneAct.Light.class).map(LaneAct.Light::colour).orElse(null);
  }

  @Nullable Request barrier() {
    return last(Barrier.class).map(Barrier::request).orElse(null);
  }

  List<TagNumber> chargedTags() {
    return passages().stream()
        .filter(p -> p.terms() == Terms.CHARGED)
        .map(p -> p.evidence().choice().orElseThrow().tag())
        .toList();
  }
}
