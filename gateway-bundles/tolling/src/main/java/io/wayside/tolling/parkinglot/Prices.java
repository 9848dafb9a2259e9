// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.time.Stamp;
import io.wayside.tolling.parking.ExitDesk;
import io.wayside.tolling.parking.Key;
import io.wayside.tolling.parking.Paid;
import io.wayside.tolling.parking.Session;
import io.wayside.tolling.parking.SessionId;
import io.wayside.tolling.parking.SessionStore;
import io.wayside.tolling.tariff.Amount;
import io.wayside.tolling.tariff.Moment;
import io.wayside.tolling.tariff.Payment;
import io.wayside.tolling.tariff.Stay;
import io.wayside.tolling.tariff.Tariff;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What vehicles owe, and what a payment does to it. Writes nothing. */
final class Prices {

  private final ParkSettings settings;
  private final Tariff tariff;
  private final Predicate<Key> tagPays;
  private final Books books;
  private final SessionStore store;
  private final ExitDesk exits;

  Prices(ParkSettings settings, Tariff tariff, Predicate<Key> tagPays, Books books) {
    this.settings = settings;
    this.tariff = tariff;
    this.tagPays = tagPays;
    this.books = books;
    this.store = books.store();
    this.exits = new ExitDesk(tariff);
  }

  Moment moment(Stamp now) {
    return Moment.of(now, tariff.plan());
  }

  /** A class the plan does not know is the usual one: nobody is kept in for a word. */
  String classOf(String wanted) {
    return tariff.plan().classes().containsKey(wanted) ? wanted : settings.usualClass();
  }

  /** Whether a vehicle at an exit may go. */
  Word leaving(String lane, Asking asking, Stamp now) {
    ExitDesk.Answer answer =
        exits.leave(
            store,
            new ExitDesk.Leaving(
                asking.keys(),
                moment(now),
                classOf(asking.vehicleClass()),
                asking.lostTicket(),
                List.of(),
                asking.codes()));
    if (answer instanceof ExitDesk.LetGo go) {
      return Word.pass(Word.NOTHING_OPEN).of(go.session().id()).costing(go.amount());
    }
    if (answer instanceof ExitDesk.Pay pay) {
      boolean byTag = asking.keys().stream().anyMatch(tagPays);
      long open = pay.amount().openMinor();
      return byTag
          ? Word.pass(Word.TAG_PAYS).of(pay.session().id()).costing(pay.amount()).charging(open)
          : Word.hold(Word.TO_PAY).of(pay.session().id()).costing(pay.amount());
    }
    ExitDesk.NoEntry none = (ExitDesk.NoEntry) answer;
    SessionId unknown = unknownAt(lane, now.wall());
    long paid = store.get(unknown).map(Session::paidMinor).orElse(0L);
    return paid > 0 && paid >= none.most().openMinor()
        ? Word.pass(Word.MOST_PAID).of(unknown).costing(none.most())
        : Word.hold(Word.NO_ENTRY).of(unknown).costing(none.most()).trying(none.remedies());
  }

  /** Who paid before this moment had to leave by now. */
  Instant outOfGrace(Instant now) {
    return now.minusMillis(tariff.plan().limits().graceOutMs());
  }

  /**
   * The stay, without an entry, of the vehicle that stands at an exit and that nobody knows. One
   * stands there at a time, so it is the one that was paid for and not ended, or a new one. Money
   * of one that was let out, or has not left in its time, is not that of the next.
   */
  private SessionId unknownAt(String lane, Instant now) {
    long last = store.next(lane).number() - 1;
    for (Session stay : store.state().sessions().values()) {
      if (stay.id().origin().equals(lane) && stay.entry().isEmpty()) {
        boolean inTime =
            stay.payments().isEmpty() || !stay.payments().last().at().isBefore(outOfGrace(now));
        if (stay.endings().isEmpty() && inTime && !books.isLeaving(stay.id())) {
          return stay.id();
        }
        last = Math.max(last, stay.id().number());
      }
    }
    return new SessionId(lane, last + 1);
  }

  /** What a stay costs now, for the cash desk. */
  Word quote(Optional<SessionId> session, Asking asking, Stamp now) {
    Optional<Session> stay = find(session, asking);
    Optional<Amount> amount = stay.flatMap(found -> amount(found, asking, now));
    if (stay.isEmpty() || amount.isEmpty()) {
      return Word.hold(Word.NO_ENTRY).costing(most(asking, now));
    }
    return amount.get().openMinor() == 0
        ? Word.pass(Word.NOTHING_OPEN).of(stay.get().id()).costing(amount.get())
        : Word.hold(Word.TO_PAY).of(stay.get().id()).costing(amount.get());
  }

  private Optional<Session> find(Optional<SessionId> session, Asking asking) {
    return session.isPresent()
        ? session.flatMap(store::get)
        : store.find(asking.keys()).or(() -> store.concluded(asking.keys()));
  }

  private Amount most(Asking asking, Stamp now) {
    return tariff.amount(stay(Optional.empty(), classOf(asking.vehicleClass()), asking, now));
  }

  private Stay stay(Optional<Moment> came, String vehicleClass, Asking asking, Stamp now) {
    return new Stay(
        came, moment(now), vehicleClass, asking.lostTicket(), List.of(), asking.codes(), List.of());
  }

  /** What a stay with an entry costs now, with what was paid for it. */
  Optional<Amount> amount(Session session, Asking asking, Stamp now) {
    return session
        .entry()
        .map(
            entry ->
                tariff.amount(
                    stay(
                            Optional.of(new Moment(entry.at(), entry.doubt())),
                            classOf(entry.vehicleClass()), // another plan may be in force by now
                            asking,
                            now)
                        .paid(
                            session.payments().stream()
                                .map(paid -> new Payment(paid.at(), paid.minor()))
                                .toList())));
  }

  /**
   * What a payment does. The same one told again is the same; one of which nothing is open any more
   * is refused, for it would be taken twice.
   */
  Receipt receipt(Optional<SessionId> session, Asking asking, Paid paid, Stamp now) {
    for (Session stay : store.state().sessions().values()) {
      for (Paid before : stay.payments()) {
        if (before.id().equals(paid.id())) {
          return again(stay, before, session, asking, paid, now);
        }
      }
    }
    Optional<Session> stay = find(session, asking);
    if (stay.isEmpty()
        && session.isPresent()
        && session.get().equals(unknownAt(session.get().origin(), now.wall()))) {
      long most = unknownOpen(0, asking, now);
      return paid.minor() > most
          ? Receipt.refused("more-than-open", session.get(), most)
          : new Receipt(Optional.empty(), true, session, Optional.empty(), 0);
    }
    if (stay.isEmpty()) {
      return Receipt.refused("unknown-stay");
    }
    SessionId id = stay.get().id();
    if (stay.get().ending().filter(end -> !SessionStore.isConcluded(end)).isPresent()) {
      return Receipt.refused("ended", id, 0);
    }
    if (stay.get().hasMostPayments()) {
      return Receipt.refused("too-many-payments", id, 0);
    }
    Optional<Amount> owed = amount(stay.get(), asking, now);
    long open =
        owed.map(Amount::openMinor)
            .orElseGet(() -> unknownOpen(stay.get().paidMinor(), asking, now));
    if (open < paid.minor()) {
      return Receipt.refused(open == 0 ? "nothing-open" : "more-than-open", id, open);
    }
    Optional<Amount> left = amount(paying(stay.get(), paid), asking, now);
    return new Receipt(
        Optional.empty(), true, Optional.of(id), left, left.map(Amount::openMinor).orElse(0L));
  }

  /** What is open at most for a vehicle of which nobody knows when it came, and as what. */
  private long unknownOpen(long paidMinor, Asking asking, Stamp now) {
    Collection<String> classes =
        asking.vehicleClass().isEmpty()
            ? tariff.plan().classes().keySet()
            : List.of(asking.vehicleClass());
    long dearest =
        classes.stream()
            .map(each -> new Asking(asking.keys(), each, true, List.of()))
            .mapToLong(each -> most(each, now).totalMinor())
            .max()
            .orElse(0);
    return Math.max(0, dearest - paidMinor);
  }

  private static Session paying(Session stay, Paid paid) {
    TreeSet<Paid> all = new TreeSet<>(stay.payments());
    all.add(paid);
    return new Session(stay.id(), stay.entry(), stay.keys(), all, stay.endings());
  }

  private Receipt again(
      Session stay, Paid before, Optional<SessionId> session, Asking asking, Paid paid, Stamp now) {
    boolean other = session.isPresent() && !session.get().equals(stay.id());
    other |= !asking.keys().isEmpty() && Collections.disjoint(stay.keys(), asking.keys());
    if (other || before.minor() != paid.minor()) {
      return Receipt.refused("reference-reused", stay.id(), 0);
    }
    Optional<Amount> amount = amount(stay, asking, now);
    return new Receipt(
        Optional.empty(),
        false,
        Optional.of(stay.id()),
        amount,
        amount.map(Amount::openMinor).orElse(0L));
  }
}
