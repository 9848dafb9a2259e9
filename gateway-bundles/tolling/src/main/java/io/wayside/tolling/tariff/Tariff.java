// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.Value;
import io.wayside.core.quality.Flags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One plan with its calendar: a function from a stay to an amount. */
public final class Tariff {

  /** A clock further off than this is not made up for; an attendant looks. */
  static final int MOST_DOUBT_MIN = 120;

  private final Plan plan;
  private final DayCalendar calendar;

  /**
   * @throws IllegalArgumentException when the plan wants another calendar
   */
  public Tariff(Plan plan, DayCalendar calendar) {
    if (!plan.calendar().equals(calendar.id())) {
      throw new IllegalArgumentException(
          "plan \""
              + plan.id()
              + "\" is worked out with calendar \""
              + plan.calendar()
              + "\", not \""
              + calendar.id()
              + "\"; give that one");
    }
    this.plan = plan;
    this.calendar = calendar;
  }

  public Plan plan() {
    return plan;
  }

  /**
   * What a stay costs.
   *
   * <p>For one entry, class, set of passes and discounts, a later exit never costs less.
   *
   * @throws IllegalArgumentException when the plan does not know the class
   */
  public Amount amount(Stay stay) {
    plan.require(stay.vehicleClass());
    List<Payment> payments = new ArrayList<>(stay.payments());
    payments.sort(Comparator.comparing(Payment::at).thenComparing(Payment::minor));
    Optional<Payment> last = settled(stay, payments);
    long graceMs = plan.limits().graceOutMs();
    Instant exit = stay.exit().at().minus(stay.exit().doubt());
    boolean inTime = last.isPresent() && !exit.isAfter(last.get().at().plusMillis(graceMs));
    Sum sum =
        inTime && exit.isAfter(last.get().at())
            ? favourable(stay.leaving(Moment.sure(last.get().at())))
            : favourable(stay);
    long paid = payments.stream().mapToLong(Payment::minor).sum();
    List<Item> items = new ArrayList<>(sum.items());
    if (inTime) {
      items.add(new Item("grace-out", 0, Value.Fields.with("minutes", graceMs / 60_000).build()));
    }
    // A payment that is still to come says that the clock was set back since: the time to leave
    // that it gives may be hours.
    Instant latest = stay.exit().at().plus(stay.exit().doubt());
    boolean ahead = payments.stream().anyMatch(payment -> payment.at().isAfter(latest));
    Flags flags =
        stay.exit().isSuspect() || ahead ? sum.flags().with(TariffFlags.TIME_SUSPECT) : sum.flags();
    return new Amount(
        plan.id(),
        plan.version(),
        calendar.id() + "/" + calendar.version(),
        plan.currency(),
        plan.minorDigits(),
        sum.minor(),
        paid,
        Math.max(0, sum.minor() - paid),
        last.map(payment -> payment.at().plusMillis(graceMs)),
        items,
        flags);
  }

  /** The last payment after which nothing was open. */
  private Optional<Payment> settled(Stay stay, List<Payment> payments) {
    long paid = 0;
    Optional<Payment> last = Optional.empty();
    for (Payment payment : payments) {
      paid += payment.minor();
      if (favourable(stay.leaving(Moment.sure(payment.at()))).minor() <= paid) {
        last = Optional.of(payment);
      }
    }
    return last;
  }

  /** The least of what may be right, where a clock is in doubt. */
  private Sum favourable(Stay stay) {
    Reckoning reckoning = new Reckoning(plan, calendar);
    Sum stated = reckoning.sum(stay);
    boolean suspect = stay.exit().isSuspect() || stay.entry().map(Moment::isSuspect).orElse(false);
    if (!suspect || stay.entry().isEmpty()) {
      return stated;
    }
    // A later exit never costs less, so the earliest is the one to take; an entry may be cheaper
    // either way, as it meets another rate.
    Moment exit = Moment.sure(stay.exit().at().minus(bounded(stay.exit().doubt())));
    Instant entry = stay.entry().get().at();
    long doubtMin = (bounded(stay.entry().get().doubt()).toSeconds() + 59) / 60;
    Sum least = stated;
    for (long minute = -doubtMin; minute <= doubtMin; minute++) {
      Moment other = Moment.sure(entry.plus(Duration.ofMinutes(minute)));
      if (!other.at().isAfter(exit.at())) {
        Sum sum = reckoning.sum(stay.entering(other).leaving(exit));
        least = sum.minor() < least.minor() ? sum : least;
      }
    }
    if (entry.plus(Duration.ofMinutes(doubtMin)).isAfter(exit.at())) {
      Sum none = reckoning.sum(stay.entering(exit).leaving(exit));
      least = none.minor() < least.minor() ? none : least;
    }
    return least.suspect(stated.minor());
  }

  private static Duration bounded(Duration doubt) {
    Duration most = Duration.ofMinutes(MOST_DOUBT_MIN);
    return doubt.compareTo(most) > 0 ? most : doubt;
  }
}
