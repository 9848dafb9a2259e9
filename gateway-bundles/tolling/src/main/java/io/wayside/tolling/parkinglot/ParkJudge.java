// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.quality.Flags;
import io.wayside.tolling.lane.Judge;
import io.wayside.tolling.lane.LaneSituation;
import io.wayside.tolling.lane.Mode;
import io.wayside.tolling.lane.Verdict;
import io.wayside.tolling.parking.Key;
import io.wayside.tolling.tag.TagNumber;
import java.util.Optional;
import java.util.function.Function;

/** Asks the car park about a tag. On the lane's thread only. */
final class ParkJudge implements Judge {

  private final Function<Asking, Word> ask;
  private boolean held;

  ParkJudge(Function<Asking, Word> ask) {
    this.ask = ask;
  }

  @Override
  public Verdict judge(TagNumber tag, LaneSituation situation) {
    Word word = ask.apply(Asking.of(key(tag)));
    held = !word.pass();
    return verdict(answer(word), word.code());
  }

  /** Any tag may be that of a car, as long as it has a number. */
  @Override
  public Acquaintance know(TagNumber tag) {
    return new Acquaintance(!tag.epc().isEmpty(), Optional.empty());
  }

  /** Whether a vehicle was held since it was asked last, so that it may be asked about again. */
  boolean takeHeld() {
    boolean was = held;
    held = false;
    return was;
  }

  static Key key(TagNumber tag) {
    return new Key(Key.Kind.TAG, tag.epc());
  }

  private static Verdict.Answer answer(Word word) {
    if (!word.pass()) {
      return Verdict.Answer.HOLD;
    }
    return word.chargeMinor() > 0 ? Verdict.Answer.CHARGE : Verdict.Answer.FREE;
  }

  static Verdict verdict(Verdict.Answer answer, String rule) {
    return new Verdict(
        answer,
        rule,
        Mode.DEGRADED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Flags.NONE);
  }
}
