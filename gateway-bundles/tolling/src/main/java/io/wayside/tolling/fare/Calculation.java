// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import io.wayside.tolling.fare.FareRow.AtStation;
import io.wayside.tolling.fare.FareRow.Between;
import io.wayside.tolling.fare.FareRow.Rate;
import io.wayside.tolling.fare.FareRow.Section;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One journey through the table; notes each step. */
final class Calculation {

  private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

  /** A sum in thousandths of the smallest unit, since rates are per kilometre. */
  private record Amount(FareRow row, BigInteger thousandths) {}

  private final FareTable table;
  private final Journey journey;
  private final LocalDateTime local;
  private final List<String> because = new ArrayList<>();

  Calculation(FareTable table, Journey journey) {
    this.table = table;
    this.journey = journey;
    this.local = journey.at().atZone(table.businessDay().zone()).toLocalDateTime();
  }

  Priced price() {
    Optional<Integer> group = group();
    if (group.isEmpty()) {
      return review("review:group-missing");
    }
    return table.system() == FareTable.Kind.OPEN ? open(group.get()) : closed(group.get());
  }

  private Optional<Integer> group() {
    Optional<Integer> known =
        journey.group().filter(group -> group >= 1 && group <= table.groups());
    if (known.isPresent()) {
      because.add("group:" + known.get());
      return known;
    }
    because.add(journey.group().map(group -> "group-not-in-tariff:" + group).orElse("group-none"));
    Optional<Integer> instead = table.rules().groupMissing();
    instead.ifPresent(group -> because.add("group-by-rule:" + group));
    return instead;
  }

  private Priced open(int group) {
    Optional<AtStation> row =
        inForce(AtStation.class)
            .filter(at -> at.station().equals(journey.station()))
            .filter(at -> at.direction().map(journey.direction()::equals).orElse(true))
            .max(Comparator.comparing(at -> at.direction().isPresent()));
    return row.map(at -> sum(new Amount(at, fixed(at.amounts(), group))))
        .orElseGet(() -> review("review:no-row-at:" + journey.station()));
  }

  private Priced closed(int group) {
    Optional<EntryPoint> entry = journey.entry();
    if (entry.isEmpty()) {
      because.add("entry-none");
      return withoutEntry(group);
    }
    Duration age = Duration.between(entry.get().at(), journey.at());
    because.add("entry:" + entry.get().station() + ":" + entry.get().record());
    if (age.isNegative()) {
      because.add("entry-after-exit-s:" + -age.toSeconds());
      return withoutEntry(group);
    }
    if (age.compareTo(table.rules().entryStaleAfter()) > 0) {
      because.add("entry-stale-s:" + age.toSeconds());
      return withoutEntry(group);
    }
    return toHere(group)
        .filter(amount -> entryOf(amount.row()).equals(entry.get().station()))
        .findFirst()
        .map(this::sum)
        .orElseGet(
            () -> review("review:no-way:" + entry.get().station() + ">" + journey.station()));
  }

  private Priced withoutEntry(int group) {
    if (table.rules().entryMissing() == FareRules.EntryMissing.REVIEW) {
      return review("review:entry-missing");
    }
    because.add("maximum-to:" + journey.station());
    return toHere(group)
        .max(Comparator.comparing(Amount::thousandths))
        .map(this::sum)
        .orElseGet(() -> review("review:no-way-to:" + journey.station()));
  }

  /** Every way that ends here, with its sum. */
  private Stream<Amount> toHere(int group) {
    Stream<Amount> fixed =
        inForce(Between.class)
            .filter(row -> row.exit().equals(journey.station()))
            .map(row -> new Amount(row, fixed(row.amounts(), group)));
    Stream<Amount> byDistance =
        inForce(Section.class)
            .filter(row -> row.exit().equals(journey.station()))
            .flatMap(
                row ->
                    rate(row.rate())
                        .map(rate -> rate.amountsPerKm().get(group - 1))
                        .map(perKm -> new Amount(row, byDistance(perKm, row.metres())))
                        .stream());
    return Stream.concat(fixed, byDistance);
  }

  private static BigInteger fixed(List<Long> amounts, int group) {
    return BigInteger.valueOf(amounts.get(group - 1)).multiply(THOUSAND);
  }

  private static BigInteger byDistance(long perKm, long metres) {
    return BigInteger.valueOf(perKm).multiply(BigInteger.valueOf(metres));
  }

  private static String entryOf(FareRow row) {
    if (row instanceof Between between) {
      return between.entry();
    }
    return row instanceof Section section ? section.entry() : "";
  }

  private Optional<Rate> rate(String id) {
    return inForce(Rate.class).filter(rate -> rate.rate().equals(id)).findFirst();
  }

  private <R extends FareRow> Stream<R> inForce(Class<R> kind) {
    return table.rows().stream()
        .filter(row -> row.validity().holds(local.toLocalDate()))
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private Priced sum(Amount amount) {
    because.add("row:" + amount.row().id());
    if (amount.row() instanceof Section section) {
      because.add("distance-m:" + section.metres());
      rate(section.rate()).ifPresent(rate -> because.add("rate:" + rate.id()));
    }
    because.add("amount:" + plain(amount.thousandths(), THOUSAND));
    int percent = 100;
    Optional<TimeOfDay> period =
        table.timesOfDay().stream().filter(time -> time.holds(local)).findFirst();
    if (period.isPresent()) {
      percent = period.get().percent();
      because.add("time-of-day:" + period.get().id() + ":" + percent + "%");
    }
    BigInteger numerator = amount.thousandths().multiply(BigInteger.valueOf(percent));
    BigInteger denominator = THOUSAND.multiply(BigInteger.valueOf(100));
    long minor = table.rounding().round(numerator, denominator);
    if (!BigInteger.valueOf(minor).multiply(denominator).equals(numerator)) {
      because.add("rounded:" + plain(numerator, denominator) + ">" + minor);
    }
    return new Priced.Sum(new Fare(minor, table.currency().code(), table.id(), because));
  }

  private static String plain(BigInteger numerator, BigInteger denominator) {
    return new java.math.BigDecimal(numerator)
        .divide(new java.math.BigDecimal(denominator))
        .stripTrailingZeros()
        .toPlainString();
  }

  private Priced review(String reason) {
    because.add(reason);
    return new Priced.ForReview(table.id(), because);
  }
}
