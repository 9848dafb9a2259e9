// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.lane.LaneAct.Barrier;
import io.wayside.tolling.lane.LaneAct.Request;
import io.wayside.tolling.lane.LaneAct.Write;
import io.wayside.tolling.lane.LaneOutcome.Grant;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.tag.TagNumber;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts again from the raw events what a lane may have done at most, knowing nothing of how lanes
 * work but the one rule: arming loop, then safety loop on, then safety loop off, for each charge.
 */
final class Recount {

  private static final long DUPLICATE_NANOS = LaneRules.usual().identifying().duplicateNanos();

  private final boolean curtain;
  private final Map<Detector, Boolean> loops = new EnumMap<>(Detector.class);
  private final Set<Long> armingOn = new HashSet<>();
  private final Set<Long> safetyOn = new HashSet<>();
  private final Set<Long> safetyOff = new HashSet<>();
  private final Set<TagNumber> heard = new HashSet<>();
  private final Map<TagNumber, Long> charged = new HashMap<>();
  private final Map<Long, Grant> open = new HashMap<>();
  private final Set<Long> ended = new HashSet<>();
  private int arrivals;
  private int proofs;
  private int charges;
  private int chargesThisPulse;
  private long now;
  private boolean begun;
  final List<String> wrongs = new ArrayList<>();

  Recount(boolean curtain) {
    this.curtain = curtain;
  }

  void event(LaneEvent event) {
    now = begun ? Math.max(now, event.nanos()) : event.nanos();
    begun = true;
    if (event instanceof LaneEvent.Heard tag) {
      heard.add(tag.tag());
    } else if (event instanceof LaneEvent.DetectorLost lost) {
      loops.remove(lost.detector());
    } else if (event instanceof LaneEvent.Turn) {
      return;
    } else if (event instanceof LaneEvent.Occupied edge) {
      Boolean before = loops.put(edge.detector(), edge.occupied());
      if (before == null || before != edge.occupied()) {
        edge(edge);
      }
    }
  }

  private void edge(LaneEvent.Occupied edge) {
    if (edge.detector() == Detector.ARMING && edge.occupied()) {
      armingOn.add(now);
      arrivals++;
    } else if (edge.detector() == Detector.SAFETY && edge.occupied()) {
      safetyOn.add(now);
      chargesThisPulse = 0;
    } else if (edge.detector() == Detector.SAFETY) {
      safetyOff.add(now);
      if (proofs < arrivals) {
        proofs++;
      }
      // Whoever passed has left the safety loop: who is on the arming loop is somebody else.
      if (proofs == arrivals && Boolean.TRUE.equals(loops.get(Detector.ARMING))) {
        arrivals++;
      }
    }
  }

  void act(LaneAct act) {
    if (act instanceof Barrier barrier && barrier.request() == Request.LOWER) {
      check(known(Detector.SAFETY), "closing over a safety loop not known free");
      check(!curtain || known(Detector.CURTAIN), "closing through a curtain not known free");
    } else if (act instanceof Write write) {
      outcome(write.outcome());
    }
  }

  private boolean known(Detector detector) {
    return Boolean.FALSE.equals(loops.get(detector));
  }

  private void outcome(LaneOutcome outcome) {
    long vehicle = outcome.evidence().vehicle();
    if (outcome instanceof Grant grant) {
      check(open.put(vehicle, grant) == null, "two grants of vehicle " + vehicle);
      return;
    }
    check(ended.add(vehicle), "two ends of vehicle " + vehicle);
    Grant grant = open.remove(vehicle);
    if (outcome instanceof Passage passage) {
      check(passage.grant().equals(Optional.ofNullable(grant)), "another grant than given");
      if (passage.terms() == Terms.CHARGED) {
        charge(passage, grant != null);
      }
    }
  }

  private void charge(Passage passage, boolean granted) {
    charges++;
    check(granted, "a charge without a grant");
    check(++chargesThisPulse == 1, "two charges on one pulse of the safety loop");
    check(charges <= proofs, "more charges than proofs");
    TagNumber tag = passage.evidence().choice().orElseThrow().tag();
    check(heard.contains(tag), "a tag nobody heard");
    Long before = charged.put(tag, now);
    check(before == null || now - before >= DUPLICATE_NANOS, "a tag charged twice");
    long on = first(passage, "arming-on", armingOn);
    long over = first(passage, "safety-on", safetyOn);
    long off = last(passage, "safety-off", safetyOff);
    check(on <= over && over <= off, "loops out of order");
  }

  private long first(Passage passage, String what, Set<Long> raw) {
    for (Mark mark : passage.evidence().timeline()) {
      if (mark.what().equals(what)
          || (what.equals("arming-on") && mark.what().startsWith("split"))) {
        check(mark.what().startsWith("split") || raw.contains(mark.nanos()), what + " was never");
        return mark.nanos();
      }
    }
    wrongs.add("charged without " + what + ": " + passage.evidence().timeline());
    return 0;
  }

  private long last(Passage passage, String what, Set<Long> raw) {
    long found = Long.MIN_VALUE;
    for (Mark mark : passage.evidence().timeline()) {
      if (mark.what().equals(what)) {
        check(raw.contains(mark.nanos()), what + " was never");
        found = mark.nanos();
      }
    }
    check(found != Long.MIN_VALUE, "charged without " + what);
    return found;
  }

  private void check(boolean right, String wrong) {
    if (!right) {
      wrongs.add(wrong);
    }
  }

  int charges() {
    return charges;
  }

  boolean hasOpenGrants() {
    return !open.isEmpty();
  }
}
