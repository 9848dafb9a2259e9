// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.Priced;
import io.wayside.tolling.passage.Charge;
import io.wayside.tolling.passage.CorrectionPolicy;
import io.wayside.tolling.passage.LaneHealth;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.PassageFacts;
import io.wayside.tolling.passage.Payment;
import io.wayside.tolling.passage.TollRecords;
import io.wayside.tolling.passage.Vehicles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Days of a lane that never was: everything it can write, late postings and lost numbers too. */
public final class RandomLane {

  private static final List<String> MODES = List.of("online", "degraded", "island", "manual");
  private static final CorrectionPolicy POLICY =
      new CorrectionPolicy(Vehicles.PLAN, 1_000_000, 1_000_000);

  private final Random random;
  private final Vehicles.Time time = new Vehicles.Time();
  private final TollRecords records;
  private final List<JournalRecord> written = new ArrayList<>();
  private final List<JournalRecord> passages = new ArrayList<>();
  private long number;

  public RandomLane(long seed, String lane) {
    this.random = new Random(seed);
    this.records =
        new TollRecords(new LaneOrigin("0017", "002", "north", lane), Vehicles.PLAN, time);
  }

  /** Records in the order of their numbers, with hourly health among them. */
  public List<JournalRecord> write(int many, double lost) {
    Instant now = Vehicles.ORIGIN;
    for (int i = 0; i < many; i++) {
      Instant before = now;
      now = now.plusMillis(1 + random.nextInt(1_200_000));
      time.at(now);
      if (random.nextInt(20) == 0) {
        keep(health(before, now));
      }
      Draft draft = any();
      if (random.nextDouble() < lost) {
        number++;
        continue;
      }
      JournalRecord kept = Vehicles.kept(draft, ++number);
      written.add(kept);
      if (kept.kind().equals(TollRecords.PASSAGE)) {
        passages.add(kept);
      }
    }
    return List.copyOf(written);
  }

  private void keep(Draft health) {
    written.add(Vehicles.kept(health, 1 + written.size()));
  }

  private Draft health(Instant from, Instant to) {
    LaneHealth.Count count =
        new LaneHealth.Count(
            9,
            8,
            1,
            0,
            0,
            random.nextInt(9),
            random.nextInt(2),
            random.nextInt(9),
            4,
            random.nextInt(9),
            1_000L * random.nextInt(900));
    return records.health(
        new LaneHealth(from, to, Vehicles.PLAN.of(from), count, 1, 2, 0, 60),
        time.monotonicNanos(),
        Vehicles.PROVENANCE);
  }

  private Draft any() {
    if (!passages.isEmpty() && random.nextInt(8) == 0) {
      Optional<Draft> correction = correction();
      if (correction.isPresent()) {
        return correction.get();
      }
    }
    boolean late = random.nextInt(15) == 0;
    long ago = late ? random.nextInt(100_000) : 0;
    PassageFacts facts =
        Vehicles.facts(
            time.monotonicNanos() - ago * Vehicles.SECOND,
            MODES.get(random.nextInt(4)),
            random.nextInt(9) == 0 ? Optional.empty() : Optional.of(1 + random.nextInt(5)));
    return switch (random.nextInt(12)) {
      case 0 -> records.abort(facts, "backed-out", Vehicles.PROVENANCE);
      case 1 -> records.violation(facts, "tailgating", Vehicles.PROVENANCE);
      case 2 -> records.unproven(facts, Charge.free(Payment.REVIEW, "x"), Vehicles.PROVENANCE);
      case 3, 4 -> records.grant(facts, charge(), Vehicles.PROVENANCE);
      default -> records.passage(facts, charge(), Vehicles.PROVENANCE);
    };
  }

  private Charge charge() {
    Payment free =
        List.of(Payment.TICKET, Payment.EXEMPT, Payment.FORCED_OPEN, Payment.ENTRY)
            .get(random.nextInt(4));
    String currency = random.nextInt(10) == 0 ? "LAK" : "VND";
    Fare fare = new Fare(random.nextInt(200) * 1_000L, currency, "fares", List.of());
    return random.nextInt(3) == 0
        ? Charge.free(free, "title")
        : Charge.of(new Priced.Sum(fare), Optional.empty());
  }

  private Optional<Draft> correction() {
    JournalRecord passage = passages.get(random.nextInt(passages.size()));
    CorrectionPolicy.Wish wish =
        new CorrectionPolicy.Wish(
            "c-1", random.nextInt(3) * 10_000L, "VND", "charged-twice", "", "a", Optional.of("b"));
    return POLICY
        .judge(passage, List.of(), wish, time.now().wall())
        .correction()
        .map(correction -> records.correction(correction, Vehicles.PROVENANCE));
  }
}
