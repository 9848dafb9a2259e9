// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.scenarios.hostile.Verdict.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** That the judge can say no. */
class JudgeTest {

  private static final Load LOAD = new Load(3);

  private final Ledger ledger = new Ledger();
  private final List<CentreStore.Row> rows = new ArrayList<>();
  private final Verdict verdict = new Verdict();

  /** Ten of each stream, accepted and stored. */
  JudgeTest() {
    for (long number = 1; number <= 50; number++) {
      Load.Stream stream = Load.STREAMS.get((int) (number - 1) % 5);
      ledger.handedIn(number, stream);
      ledger.accepted(new Key(stream.name(), (number - 1) / 5 + 1), number);
      rows.add(row(stream, (number - 1) / 5 + 1, LOAD.body(number)));
    }
  }

  private static CentreStore.Row row(Load.Stream stream, long sequence, Value.Fields body) {
    String payload =
        Json.write(
            Value.Fields.with("stream", stream.name())
                .and("sequence", sequence)
                .and("importance", stream.importance().name().toLowerCase(Locale.ROOT))
                .and("body", body)
                .build());
    return new CentreStore.Row("gw-1", stream.name(), sequence, "rig-number/1", payload, 0);
  }

  private void judge(Thinned thinned) {
    new Judge(ledger, LOAD, "gw-1").judge(rows, thinned, verdict);
  }

  private void assertOnly(Wrong wrong, int count) {
    assertThat(verdict.wrongs()).containsOnlyKeys(wrong);
    assertThat(verdict.wrongs().get(wrong)).hasSize(count);
  }

  @Test
  void aStoreThatHasEverythingHolds() {
    judge(Thinned.NOTHING);
    assertThat(verdict.holds()).isTrue();
  }

  @Test
  void whatIsNotThereIsMissing() {
    rows.remove(7);
    rows.remove(20);
    judge(Thinned.NOTHING);
    assertOnly(Wrong.MISSING, 2);
  }

  @Test
  void aRecordUnderTwoNumbersIsDoubled() {
    rows.add(row(Load.STREAMS.get(0), 11, LOAD.body(1)));
    judge(Thinned.NOTHING);
    assertThat(verdict.wrongs()).containsOnlyKeys(Wrong.DOUBLED);
  }

  @Test
  void aRowTwiceIsDoubled() {
    rows.add(rows.get(0));
    judge(Thinned.NOTHING);
    assertThat(verdict.wrongs().get(Wrong.DOUBLED)).isNotEmpty();
  }

  @Test
  void aPlacePromisedTwiceIsDoubled() {
    ledger.handedIn(60, Load.STREAMS.get(0));
    ledger.accepted(new Key(Load.STREAMS.get(0).name(), 1), 60);
    judge(Thinned.NOTHING);
    assertThat(verdict.wrongs()).containsKey(Wrong.DOUBLED);
  }

  @Test
  void anotherContentIsAltered() {
    rows.set(
        3,
        row(Load.STREAMS.get(3), 1, LOAD.body(4).equals(LOAD.body(9)) ? LOAD.body(4) : altered()));
    judge(Thinned.NOTHING);
    assertOnly(Wrong.ALTERED, 1);
  }

  /** A real number that became a whole one. */
  private static Value.Fields altered() {
    return Value.Fields.with("number", 4).and("massKg", 1).and("filling", "").build();
  }

  @Test
  void recordsThatChangedPlacesAreAltered() {
    rows.set(0, row(Load.STREAMS.get(0), 1, LOAD.body(6)));
    rows.set(5, row(Load.STREAMS.get(0), 2, LOAD.body(1)));
    judge(Thinned.NOTHING);
    assertOnly(Wrong.ALTERED, 2);
  }

  @Test
  void whatWasRefusedAndIsThereIsInvented() {
    ledger.handedIn(51, Load.STREAMS.get(0));
    ledger.notAccepted(51);
    rows.add(row(Load.STREAMS.get(0), 11, LOAD.body(51)));
    judge(Thinned.NOTHING);
    assertOnly(Wrong.INVENTED, 1);
  }

  @Test
  void whatWasNeverAnsweredMayBeThereOrNot() {
    ledger.handedIn(51, Load.STREAMS.get(0));
    ledger.handedIn(52, Load.STREAMS.get(1));
    rows.add(row(Load.STREAMS.get(0), 11, LOAD.body(51)));
    judge(Thinned.NOTHING);
    assertThat(verdict.holds()).isTrue();
    assertThat(ledger.unanswered()).isEqualTo(2);
  }

  @Test
  void thinnedTelemetryIsNotMissingAndThinnedMoneyIs() {
    rows.removeIf(row -> row.sequence() == 4);
    judge(
        new Thinned(
            List.of(
                new Thinned.Run("condition", 2, 6, 2, 3),
                new Thinned.Run("weighing.lane-1", 4, 4, 1, 1),
                new Thinned.Run("weighing.lane-2", 4, 4, 1, 1),
                new Thinned.Run("alarms", 3, 5, 2, 2))));
    // alarms/4 lies between the numbers of its run, counts/4 is in none.
    assertThat(verdict.wrongs().get(Wrong.MISSING))
        .containsExactly("alarms/4", "counts/4", "weighing.lane-1/4", "weighing.lane-2/4");
  }
}
