// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import io.wayside.tolling.tariff.Amount;
import io.wayside.tolling.tariff.HeldPass;
import io.wayside.tolling.tariff.Moment;
import io.wayside.tolling.tariff.Payment;
import io.wayside.tolling.tariff.Stay;
import io.wayside.tolling.tariff.Tariff;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** What a vehicle at the exit owes, and what can be done when nobody knows how it came in. */
public final class ExitDesk {

  /**
   * What is known at the exit.
   *
   * @param keys what was read: tag, plate, ticket; may be none
   * @param vehicleClass as measured or chosen, for a vehicle without entry
   * @param lostTicket the driver says so
   */
  public record Leaving(
      SortedSet<Key> keys,
      Moment now,
      String vehicleClass,
      boolean lostTicket,
      List<HeldPass> passes,
      List<String> codes) {

    public Leaving {
      passes = List.copyOf(passes);
      codes = List.copyOf(codes);
    }
  }

  /** What the desk says. */
  public sealed interface Answer {}

  /** Nothing is open: it may leave, and its stay ends when it has passed. */
  public record LetGo(Session session, Amount amount) implements Answer {}

  /** It owes the open part. */
  public record Pay(Session session, Amount amount) implements Answer {}

  /**
   * Nobody knows its entry.
   *
   * @param remedies in the order to be tried
   * @param most what it pays when nothing is found
   */
  public record NoEntry(List<Remedy> remedies, Amount most) implements Answer {

    public NoEntry {
      remedies = List.copyOf(remedies);
    }
  }

  /** What is left to do without an entry. */
  public enum Remedy {
    /** No plate was read: ask for it and look again. */
    PLATE_SEARCH,
    /** Take the price of an unknown entry. */
    MOST_FARE,
    /** Call somebody. */
    ATTENDANT
  }

  private final Tariff tariff;

  public ExitDesk(Tariff tariff) {
    this.tariff = tariff;
  }

  public Answer leave(SessionStore store, Leaving leaving) {
    Optional<Session> session =
        store.find(leaving.keys()).or(() -> store.concluded(leaving.keys()));
    Optional<Entry> entry = session.flatMap(Session::entry);
    if (session.isEmpty() || entry.isEmpty()) {
      boolean plate = leaving.keys().stream().anyMatch(key -> key.kind() == Key.Kind.PLATE);
      List<Remedy> last = List.of(Remedy.MOST_FARE, Remedy.ATTENDANT);
      return new NoEntry(
          plate ? last : List.of(Remedy.PLATE_SEARCH, Remedy.MOST_FARE, Remedy.ATTENDANT),
          tariff.amount(stay(leaving, Optional.empty(), leaving.vehicleClass(), List.of())));
    }
    Amount amount = amount(session.get(), entry.get(), leaving);
    return amount.openMinor() == 0
        ? new LetGo(session.get(), amount)
        : new Pay(session.get(), amount);
  }

  private Amount amount(Session session, Entry entry, Leaving leaving) {
    List<Payment> payments =
        session.payments().stream().map(paid -> new Payment(paid.at(), paid.minor())).toList();
    Moment came = new Moment(entry.at(), entry.doubt());
    // A plan that came into force since may not know the class it came in as.
    boolean known = tariff.plan().classes().containsKey(entry.vehicleClass());
    String vehicleClass = known ? entry.vehicleClass() : leaving.vehicleClass();
    return tariff.amount(stay(leaving, Optional.of(came), vehicleClass, payments));
  }

  private static Stay stay(
      Leaving leaving, Optional<Moment> entry, String vehicleClass, List<Payment> payments) {
    return new Stay(
        entry,
        leaving.now(),
        vehicleClass,
        leaving.lostTicket(),
        leaving.passes(),
        leaving.codes(),
        payments);
  }
}
