// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.data.Value;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.water.LanternOrder;
import io.wayside.waterway.aid.Duty;
import io.wayside.waterway.automation.Decision;
import io.wayside.waterway.automation.Facts;
import io.wayside.waterway.automation.RuleBook;
import io.wayside.waterway.automation.Rules;
import io.wayside.waterway.automation.Wish;
import io.wayside.waterway.control.Piece;
import io.wayside.waterway.control.Repertoire;
import io.wayside.waterway.control.Shows;
import io.wayside.waterway.control.Sight;
import io.wayside.waterway.control.Standing;
import java.util.Optional;

/** Rules in the words of control; for several threads. */
public final class RulesAtWork {

  private final Optional<Rules> rules;
  private final Repertoire repertoire;

  public RulesAtWork(Optional<RuleBook> book, Repertoire repertoire) {
    this.rules = book.map(Rules::new);
    this.repertoire = repertoire;
  }

  /**
   * A reading of a gauge.
   *
   * @param gauge {@code DEVICE/STATION}
   */
  public synchronized void level(String gauge, double levelM, long nanos) {
    rules.ifPresent(each -> each.level(gauge, levelM, nanos));
  }

  /** What a display under the bridge may say; absent rather than old. */
  synchronized Value clearance(Stamp now) {
    return rules
        .flatMap(each -> each.clearance(now.monotonicNanos()))
        .<Value>map(metres -> new Value.Real(metres.doubleValue()))
        .orElse(Value.ABSENT);
  }

  /** What the rules want now; empty without rules. */
  public synchronized Optional<Standing> standing(Stamp now, Sight.Due due) {
    return rules.map(each -> standing(each.decide(facts(now, due))));
  }

  private static Facts facts(Stamp now, Sight.Due due) {
    Optional<Boolean> night =
        due == Sight.Due.NOT_KNOWN ? Optional.empty() : Optional.of(due == Sight.Due.LIT);
    boolean trusted = now.clock().state() != ClockQuality.State.UNSYNCHRONISED;
    return new Facts(now.monotonicNanos(), now.wall(), trusted, night);
  }

  private Standing standing(Decision decision) {
    Wish wish = decision.wish();
    Shows shows =
        wish.mode() == Duty.Mode.OTHER_CHARACTER && wish.tells() instanceof LanternOrder.Rhythm told
            ? new Shows(wish.mode(), repertoire.byCode(told.code()).map(Piece::rhythm))
            : Shows.of(wish.mode());
    return new Standing(decision.rule(), wish.tells(), shows, decision.why());
  }
}
