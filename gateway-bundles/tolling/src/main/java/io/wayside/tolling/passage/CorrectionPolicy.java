// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who may correct what. A charge that was entered by hand, and every adjustment that makes somebody
 * pay more, needs two people; so does any that moves more than a limit.
 *
 * @param aloneUpToMinor up to this sum one person may give money back
 * @param mostMinor no journey costs more than this
 */
public record CorrectionPolicy(ShiftPlan plan, long aloneUpToMinor, long mostMinor) {

  /** Why a correction is refused; a caller can tell the person what to do about it. */
  public enum Refusal {
    /** Only a passage can be corrected, and its corrections are made to it. */
    NOT_A_PASSAGE,
    /** Into a closed system: the way is charged at its end. */
    NOTHING_CHARGED_HERE,
    /** It has the sum already. */
    NOTHING_CHANGES,
    /** A reason code is missing. */
    NO_REASON,
    NEGATIVE_SUM,
    /** More than any journey costs. */
    BEYOND_FARES,
    OTHER_CURRENCY,
    /** A second person must agree, and not the one who asks. */
    SECOND_PERSON_NEEDED
  }

  /** The answer: either of the two. */
  public record Answer(Optional<Correction> correction, Optional<Refusal> refusal) {}

  /**
   * What a person asks for.
   *
   * @param id chosen by who asks: the same one is carried out once
   * @param after what the passage is to cost
   */
  public record Wish(
      String id,
      long after,
      String currency,
      String reason,
      String words,
      String actor,
      Optional<String> second) {}

  private static final RecordKind KIND = TollRecords.PASSAGE;
  private static final String ENTRY = Payment.ENTRY.word();

  /**
   * Whether a wish may be written as a correction.
   *
   * @param passage the record to correct
   * @param corrections all corrections of it so far, in any order
   */
  public Answer judge(
      JournalRecord passage, List<JournalRecord> corrections, Wish wish, Instant now) {
    Optional<Shift> shift = Shift.of(passage);
    if (!passage.kind().equals(KIND) || shift.isEmpty()) {
      return refused(Refusal.NOT_A_PASSAGE);
    }
    Fields fare = new Fields(passage.body()).member("fare");
    long before = sum(fare, corrections);
    Optional<Refusal> refusal = refusal(passage, fare, before, wish);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    Correction correction =
        new Correction(
            wish.id(),
            passage.id(),
            passage.hash(),
            shift.get(),
            plan.of(now).compareTo(shift.get()) > 0,
            wish.after() == 0 ? Correction.Act.REVERSE : Correction.Act.ADJUST,
            before,
            wish.after(),
            wish.currency(),
            wish.reason(),
            wish.words(),
            wish.actor(),
            wish.second());
    return new Answer(Optional.of(correction), Optional.empty());
  }

  private Optional<Refusal> refusal(JournalRecord passage, Fields fare, long before, Wish wish) {
    if (wish.reason().isBlank()) {
      return Optional.of(Refusal.NO_REASON);
    }
    if (new Fields(passage.body()).text("payment").filter(ENTRY::equals).isPresent()) {
      return Optional.of(Refusal.NOTHING_CHARGED_HERE);
    }
    if (wish.after() < 0) {
      return Optional.of(Refusal.NEGATIVE_SUM);
    }
    if (wish.after() > mostMinor) {
      return Optional.of(Refusal.BEYOND_FARES);
    }
    if (fare.text("currency").map(currency -> !currency.equals(wish.currency())).orElse(false)) {
      return Optional.of(Refusal.OTHER_CURRENCY);
    }
    if (wish.after() == before) {
      return Optional.of(Refusal.NOTHING_CHANGES);
    }
    boolean agreed = wish.second().map(second -> !second.equals(wish.actor())).orElse(false);
    return needsTwo(passage, before, wish.after()) && !agreed
        ? Optional.of(Refusal.SECOND_PERSON_NEEDED)
        : Optional.empty();
  }

  private boolean needsTwo(JournalRecord passage, long before, long after) {
    boolean byHand =
        new Fields(passage.body())
            .member("decision")
            .text("mode")
            .map("manual"::equals)
            .orElse(false);
    return byHand || after > before || before - after > aloneUpToMinor;
  }

  /** What it comes to now: what was charged, and what each correction moved. */
  static long sum(Fields fare, List<JournalRecord> corrections) {
    long sum = fare.whole("minor").orElse(0L);
    for (JournalRecord correction : corrections) {
      sum = Math.addExact(sum, new Fields(correction.body()).whole("minor").orElse(0L));
    }
    return sum;
  }

  private static Answer refused(Refusal refusal) {
    return new Answer(Optional.empty(), Optional.of(refusal));
  }
}
