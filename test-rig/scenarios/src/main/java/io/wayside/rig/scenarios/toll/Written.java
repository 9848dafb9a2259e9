// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneFlags;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.OpenGrant;
import io.wayside.tolling.lane.RecentCharge;
import io.wayside.tolling.plaza.HeldBack;
import io.wayside.tolling.plaza.LateWord;
import io.wayside.tolling.tag.TagNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the lane put on record, as the journal would keep it over a power cut. */
final class Written {

  private record Charged(TagNumber tag, long nanos) {}

  private final Map<Long, LaneOutcome.Grant> open = new TreeMap<>();
  private final List<Charged> charges = new ArrayList<>();
  private final List<Ending> endings = new ArrayList<>();
  private final Map<Long, HeldBack> held = new TreeMap<>();
  private long highest;

  void write(LaneOutcome outcome, long nanos) {
    long number = outcome.evidence().vehicle();
    highest = Math.max(highest, number);
    if (outcome instanceof LaneOutcome.Grant grant) {
      open.put(number, grant);
      return;
    }
    open.remove(number);
    Ending.of(outcome).ifPresent(endings::add);
    if (outcome instanceof LaneOutcome.Passage passage
        && (passage.terms() == LaneOutcome.Terms.CHARGED
            || passage.evidence().flags().has(LaneFlags.HELD_BACK))) {
      passage
          .evidence()
          .choice()
          .ifPresent(choice -> charges.add(new Charged(choice.tag(), nanos)));
    }
  }

  void hold(LaneAct.AskLater passage) {
    held.put(
        passage.vehicle(),
        new HeldBack(passage.vehicle(), passage.tag(), passage.score(), passage.atNanos()));
  }

  /** Passages about which the others did not answer yet, for a lane that starts now. */
  List<HeldBack> held(List<LateWord> answered) {
    answered.forEach(word -> held.remove(word.passage()));
    return List.copyOf(held.values());
  }

  /** Grants without an end, for a lane that starts now. */
  List<OpenGrant> open(long nanos) {
    return open.values().stream()
        .map(grant -> new OpenGrant(grant, nanos - grant.decidedNanos()))
        .toList();
  }

  List<RecentCharge> recent(long nanos) {
    return charges.stream().map(c -> new RecentCharge(c.tag(), nanos - c.nanos())).toList();
  }

  /** Higher than any number given before. */
  long nextVehicle() {
    return highest + 1;
  }

  /**
   * All, oldest first.
   *
   * @param conflicts tags of which the lane wrote afterwards that another lane had passed them too
   * @param late what the others said of passages that were held back
   */
  List<Ending> endings(List<TagNumber> conflicts, List<LateWord> late) {
    Set<Long> agreed =
        late.stream()
            .filter(word -> word.answer() == LateWord.Answer.OWN)
            .map(LateWord::passage)
            .collect(Collectors.toSet());
    List<Ending> all = new ArrayList<>();
    endings.forEach(each -> all.add(agreed.contains(each.number()) ? each.chargedLater() : each));
    for (TagNumber tag : conflicts) {
      for (int i = all.size() - 1; i >= 0; i--) {
        if (all.get(i).charged() && all.get(i).epc().filter(tag.epc()::equals).isPresent()) {
          all.set(i, all.get(i).and(TollJudge.NOTICED));
          break;
        }
      }
    }
    return all;
  }
}
