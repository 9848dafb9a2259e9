// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.KnownEntry;
import io.wayside.tolling.fare.Priced;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChargeTest {

  private static final Fare FARE = new Fare(1_000, "VND", "fares", List.of());

  private static Charge charge(Payment payment, Optional<Fare> fare) {
    return new Charge(payment, fare, List.of(), Optional.empty(), Optional.empty());
  }

  @ParameterizedTest
  @EnumSource(Payment.class)
  void anAccountNeedsASumAndOnlyAnAttendantMayHaveOneToo(Payment payment) {
    boolean may = payment == Payment.ACCOUNT || payment == Payment.MANUAL;
    boolean needs = payment == Payment.ACCOUNT;
    if (may) {
      assertThat(charge(payment, Optional.of(FARE)).fare()).contains(FARE);
    } else {
      assertThatThrownBy(() -> charge(payment, Optional.of(FARE)))
          .hasMessageContaining("has no sum");
    }
    if (needs) {
      assertThatThrownBy(() -> charge(payment, Optional.empty())).hasMessageContaining("needs");
    } else {
      assertThat(charge(payment, Optional.empty()).fare()).isEmpty();
    }
  }

  @Test
  void aPriceBecomesAChargeAndAReviewDoesNot() {
    KnownEntry entry =
        new KnownEntry(
            new EntryPoint("1001", Vehicles.ORIGIN, "g/toll.l/1"),
            KnownEntry.Source.OWN_LANE,
            false);
    Charge sum = Charge.of(new Priced.Sum(FARE), Optional.of(entry));
    assertThat(sum.payment()).isEqualTo(Payment.ACCOUNT);
    assertThat(sum.entry()).contains(entry);
    Charge review =
        Charge.of(new Priced.ForReview("fares", List.of("a", "review:b")), Optional.empty());
    assertThat(review.payment()).isEqualTo(Payment.REVIEW);
    assertThat(review.fare()).isEmpty();
    assertThat(review.because()).containsExactly("a", "review:b");
  }

  @Test
  void wordsAreThoseOfTheSchema() {
    assertThat(Payment.FORCED_OPEN.word()).isEqualTo("forced-open");
    assertThat(Payment.ACCOUNT.word()).isEqualTo("account");
  }

  @Test
  void aShiftIsReadBackFromTheRecordThatSaysIt() {
    Vehicles.Time time = new Vehicles.Time().at(Vehicles.ORIGIN);
    Draft draft =
        new TollRecords(Vehicles.LANE, Vehicles.PLAN, time)
            .passage(
                Vehicles.facts(0, "online", Optional.of(1)),
                Charge.free(Payment.ENTRY, "in"),
                Vehicles.PROVENANCE);
    JournalRecord record = Vehicles.kept(draft, 1);
    assertThat(Shift.of(record)).contains(Vehicles.PLAN.of(Vehicles.ORIGIN));
    Value.Fields odd = Value.Fields.with("day", "yesterday").and("shift", 1).build();
    assertThat(Shift.of(with(record, odd))).isEmpty();
    assertThat(Shift.of(with(record, Value.Fields.with("day", "2026-11-21").build()))).isEmpty();
  }

  private static JournalRecord with(JournalRecord record, Value.Fields body) {
    return new JournalRecord(
        record.id(),
        record.kind(),
        record.importance(),
        record.occurred(),
        record.provenance(),
        body,
        record.blobs(),
        record.previousHash(),
        record.hash());
  }
}
