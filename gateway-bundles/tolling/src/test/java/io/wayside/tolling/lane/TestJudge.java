// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.lane.Verdict.Answer;
import io.wayside.tolling.tag.TagNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A judge whose lists are a map: unknown unless said otherwise. */
final class TestJudge implements Judge {

  private final Map<TagNumber, Answer> answers = new HashMap<>();
  private final Map<TagNumber, String> plates = new HashMap<>();
  private final Map<TagNumber, Flag> chips = new HashMap<>();
  int judged;

  TestJudge knows(TagNumber tag, Answer answer) {
    answers.put(tag, answer);
    return this;
  }

  TestJudge registers(TagNumber tag, String plateHash) {
    plates.put(tag, plateHash);
    return this;
  }

  /** What its chip will be found to be. */
  TestJudge finds(TagNumber tag, Flag chip) {
    chips.put(tag, chip);
    return this;
  }

  @Override
  public Set<Flag> chip(TagNumber tag, Optional<String> tid, boolean several) {
    return chips.containsKey(tag) ? Set.of(chips.get(tag)) : Set.of();
  }

  @Override
  public Verdict judge(TagNumber tag, LaneSituation situation) {
    judged++;
    Answer answer = answers.getOrDefault(tag, Answer.HOLD);
    boolean refused = situation.office().isPresent() && !situation.office().get().pass();
    if (refused) {
      answer = Answer.HOLD;
    }
    String rule =
        switch (answer) {
          case CHARGE -> "lists";
          case FREE -> "exempt";
          case TICKET -> "ticket";
          case ENTRY -> "entry";
          case MANUAL -> "attendant";
          case HOLD ->
              refused ? "office-refused" : answers.containsKey(tag) ? "blocked" : "unknown-issuer";
        };
    return new Verdict(
        answer,
        rule,
        situation.office().isPresent() ? Mode.ONLINE : Mode.DEGRADED,
        Optional.empty(),
        Optional.empty(),
        answer == Answer.CHARGE
            ? Optional.of(new Fare(35_000, "VND", "test/1", List.of("group 1")))
            : Optional.empty(),
        Flags.NONE);
  }

  @Override
  public Acquaintance know(TagNumber tag) {
    return new Acquaintance(answers.containsKey(tag), Optional.ofNullable(plates.get(tag)));
  }
}
