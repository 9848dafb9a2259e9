// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.parking.Ending;
import io.wayside.tolling.parking.Entry;
import io.wayside.tolling.parking.EntryDesk;
import io.wayside.tolling.parking.Fact;
import io.wayside.tolling.parking.Key;
import io.wayside.tolling.parking.LanePass;
import io.wayside.tolling.parking.LanePass.Event;
import io.wayside.tolling.parking.OpeningWatch;
import io.wayside.tolling.parking.Paid;
import io.wayside.tolling.parking.Place;
import io.wayside.tolling.parking.Session;
import io.wayside.tolling.parking.SessionId;
import io.wayside.tolling.tariff.Amount;
import io.wayside.tolling.tariff.Moment;
import io.wayside.tolling.tariff.Tariff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A car park as its lanes share it. Each call is one step under one lock; what it writes goes to
 * the journal in that order, and a lane opens only when it is durable ({@link #durable}).
 */
public final class CarPark {

  static final String TAILGATING = "tailgating";

  private static final Logger LOG = LoggerFactory.getLogger(CarPark.class);

  private static final String UNPROVEN = "unproven/";
  private static final String CAME_AGAIN = "came-again";

  private final ParkSettings settings;
  private final TimeSource time;
  private final Books books;
  private final Prices prices;
  private final Writing writing;
  private long revision;

  /**
   * @param tagPays whether the tag of this key pays by itself at the exit
   */
  CarPark(
      ParkSettings settings,
      Tariff tariff,
      Predicate<Key> tagPays,
      Books books,
      Writing writing,
      TimeSource time) {
    this.settings = settings;
    this.time = time;
    this.books = books;
    this.writing = writing;
    this.prices = new Prices(settings, tariff, tagPays, books);
  }

  public ParkSettings settings() {
    return settings;
  }

  /** The lane is there; returns a number higher than that of any vehicle it had before. */
  public synchronized long join(String lane) {
    return books.of(lane).nextVehicle();
  }

  /** Vehicles that an earlier run of the lane let pass and saw no end of. */
  public synchronized List<LanePass> openPasses(String lane) {
    return books.of(lane).open();
  }

  /** Completes when all that was written so far is durable. */
  public synchronized CompletableFuture<Void> durable() {
    return writing.durable();
  }

  /** Hands in again what the journal did not take; called now and then. */
  public synchronized void retry() {
    writing.retry();
  }

  /** What the journal has not taken, for the log. */
  synchronized List<String> unwritten() {
    return writing.contents();
  }

  /** Rises with each payment and each end of a stay: a held vehicle may ask again. */
  public synchronized long revision() {
    return revision;
  }

  /** Whether a vehicle may come in now. Writes nothing. */
  public synchronized Word mayEnter(String lane, Asking asking) {
    if (!writing.isTaken()) {
      return Word.hold(Word.NOT_RECORDED);
    }
    if (asking.keys().isEmpty()) {
      return Word.hold(Word.NO_KEY);
    }
    EntryDesk.Answer answer = arrive(lane, asking);
    if (answer instanceof EntryDesk.Hold hold && books.isDoubtful(hold.inside().id())) {
      return Word.pass(Word.ADMITTED); // it stands here, so it had not come in
    }
    if (answer instanceof EntryDesk.Hold hold) {
      return Word.hold(Word.INSIDE_ALREADY).of(hold.inside().id());
    }
    boolean full = settings.capacity() > 0 && books.inside() >= settings.capacity();
    if (full || books.isStoreFull()) {
      return Word.hold(Word.FULL);
    }
    boolean flagged = ((EntryDesk.Admit) answer).flag().isPresent();
    return Word.pass(flagged ? Word.PASSED_BACK : Word.ADMITTED);
  }

  /** Whether a vehicle may leave now, and what it owes. Writes nothing. */
  public synchronized Word mayLeave(String lane, Asking asking) {
    Word word = prices.leaving(lane, asking, time.now());
    if (word.pass() && word.session().filter(books::isLeaving).isPresent()) {
      return Word.hold(Word.LEAVING_ALREADY).of(word.session().get());
    }
    return word.pass() && !writing.isTaken() ? Word.hold(Word.NOT_RECORDED) : word;
  }

  /**
   * A vehicle is let in: its stay begins, on record before the barrier is raised.
   *
   * @param by what let it in
   */
  public synchronized void letIn(String lane, long vehicle, Asking asking, String by) {
    Optional<SessionId> session = Optional.empty();
    if (!asking.keys().isEmpty()
        && arrive(lane, asking) instanceof EntryDesk.Hold hold
        && books.isDoubtful(hold.inside().id())) {
      cameBack(lane, vehicle, hold.inside().id());
    }
    if (!asking.keys().isEmpty() && arrive(lane, asking) instanceof EntryDesk.Admit admit) {
      boolean taken = true;
      for (Fact fact : admit.facts()) {
        taken &= take(lane, fact, Optional.empty());
      }
      // Without room it is let in by hand and has no stay: a leak, and not a stay nobody knows.
      session = taken ? Optional.of(admit.session()) : Optional.empty();
    }
    let(lane, false, vehicle, session, 0, by);
  }

  /**
   * It was counted in and stands at the entry: it had not come in. The count is on record first; a
   * run that finds that alone ends the stay ({@link Opening}).
   */
  private void cameBack(String lane, long vehicle, SessionId id) {
    LaneBook book = books.of(lane);
    Place place = books.placeOf(Optional.of(id));
    book.occupancy().wentOut(place);
    write(
        new LanePass(
            lane, false, vehicle, Event.BACK, Optional.of(id), 0, CAME_AGAIN, book.count(place)));
    takeBack(id);
  }

  /**
   * A vehicle is let out for what is known of it now, in one step with the question what it owes:
   * what is paid meanwhile, or at another exit, is not charged again. Where two exits had asked
   * before either let anybody out, the second goes on no stay, and says so: whose it was, a person
   * must look.
   *
   * @param known whether something says whose stay it is
   * @param tagMayPay whether its tag pays what is open; not when a person lets it out
   */
  synchronized void letOut(
      String lane, long vehicle, Asking asking, boolean known, boolean tagMayPay, String by) {
    Word word = prices.leaving(lane, asking, time.now());
    books.of(lane).asked(vehicle, asking);
    Optional<SessionId> stay = word.session().filter(id -> known);
    if (tagMayPay && stay.filter(books::isLeaving).isPresent()) {
      letOut(lane, vehicle, Optional.empty(), 0, Word.LEAVING_ALREADY);
      return;
    }
    letOut(lane, vehicle, stay, tagMayPay && word.pass() ? word.chargeMinor() : 0, by);
  }

  /**
   * A vehicle is let out: on record before the barrier is raised, its stay ends when it has passed.
   *
   * @param chargeMinor what its tag pays then
   */
  public synchronized void letOut(
      String lane, long vehicle, Optional<SessionId> session, long chargeMinor, String by) {
    let(lane, true, vehicle, session, chargeMinor, by);
  }

  private void let(
      String lane,
      boolean exit,
      long vehicle,
      Optional<SessionId> session,
      long chargeMinor,
      String by) {
    LaneBook book = books.of(lane);
    book.watch().raised(session.isPresent());
    LanePass pass =
        new LanePass(
            lane,
            exit,
            vehicle,
            Event.GRANTED,
            session,
            chargeMinor,
            by,
            book.count(books.placeOf(session)));
    book.granted(pass);
    write(pass);
    stock();
  }

  private void write(LanePass pass) {
    books.passWritten();
    writing.pass(pass);
  }

  /** Between two whole steps, so that none is half in a stock. */
  private void stock() {
    books.takeStock(writing, time.now().wall());
  }

  /** The lane's barrier was asked to come down. */
  public synchronized void lowered(String lane) {
    if (books.of(lane).open().isEmpty()) {
      books.of(lane).watch().lowered();
    }
  }

  /** A vehicle that was let pass has passed. */
  public synchronized void passed(String lane, boolean exit, long vehicle) {
    Asking asked = books.of(lane).asked(vehicle);
    LanePass pass = books.of(lane).ended(vehicle);
    if (pass == null) {
      passedUnasked(lane, exit, vehicle, "unknown");
      return;
    }
    String event = eventId(lane, vehicle);
    boolean countedOut =
        pass.session().filter(id -> books.endedBy(id, UNPROVEN, event)).isPresent();
    if (exit) {
      pass.session().ifPresent(id -> leave(pass, id, asked));
    }
    books.of(lane).watch().passed();
    if (countedOut) {
      books.of(lane).occupancy().cameIn(books.placeOf(pass.session())); // it had not left
    }
    count(lane, exit, vehicle, pass.session(), Event.PASSED, pass.by());
  }

  /**
   * A vehicle has passed that nothing let pass.
   *
   * @param how the lane's own word, such as {@code tailgating}
   */
  public synchronized void passedUnasked(String lane, boolean exit, long vehicle, String how) {
    OpeningWatch watch = books.of(lane).watch();
    if (how.equals(TAILGATING)) {
      watch.passedBehind();
    } else {
      watch.passed();
    }
    count(lane, exit, vehicle, Optional.empty(), Event.PASSED, how);
  }

  /** A vehicle has passed while an order held the barrier open. */
  public synchronized void passedHeldOpen(String lane, boolean exit, long vehicle) {
    books.of(lane).watch().raised(false);
    passedUnasked(lane, exit, vehicle, "held-open");
  }

  /** A vehicle that was let pass went back: in the entry its stay never was one. */
  public synchronized void wentBack(String lane, long vehicle) {
    LaneBook book = books.of(lane);
    LanePass pass = book.ended(vehicle);
    if (pass == null) {
      return;
    }
    book.watch().givenBack();
    if (!pass.exit() && pass.session().isPresent()) {
      String event = eventId(lane, vehicle);
      SessionId id = pass.session().get();
      if (books.store().get(id).filter(Session::isOpen).isPresent()) {
        take(lane, EntryDesk.backOut(id, time.now().wall(), event), Optional.empty());
      }
    }
    revision++; // who was held for it at another exit may ask again
    write(ended(pass, Event.BACK, book));
    stock();
  }

  /**
   * A vehicle that was let pass before a restart, and the lane is empty; or that is gone, and the
   * loops do not prove that it was this one that passed: it has passed as far as anybody can tell.
   * What its tag would have paid is not charged by itself.
   */
  public synchronized void unproven(String lane, long vehicle) {
    Asking asked = books.of(lane).asked(vehicle);
    LanePass pass = books.of(lane).ended(vehicle);
    if (pass == null) {
      return;
    }
    if (pass.exit()) {
      String event = unprovenId(lane, vehicle);
      pass.session().ifPresent(id -> end(lane, id, Ending.How.NO_EXIT, event, asked));
    }
    books.of(lane).watch().passed();
    books.doubt(pass);
    count(lane, pass.exit(), vehicle, pass.session(), Event.UNPROVEN, pass.by());
  }

  /** A vehicle has passed, and it is in doubt whether it was the one that was let pass. */
  synchronized void passedInDoubt(String lane, boolean exit, long vehicle) {
    if (books.of(lane).pass(vehicle).isPresent()) {
      unproven(lane, vehicle);
    } else {
      passedUnasked(lane, exit, vehicle, "in-doubt");
    }
  }

  /** Takes money; empty when the stay cannot be found. */
  public synchronized Receipt pay(Optional<SessionId> session, Asking asking, Paid paid) {
    Receipt receipt = prices.receipt(session, asking, paid, time.now());
    if (!receipt.isNew()) {
      return receipt; // one that was taken before is taken, whether the journal takes more or not
    }
    if (!writing.isTaken()) {
      return Receipt.refused("not-recorded");
    }
    if (books.isBeingCharged(receipt.sessionId())) {
      return Receipt.refused("tag-pays", receipt.sessionId(), 0);
    }
    Fact fact = new Fact.PaidFor(receipt.sessionId(), paid);
    return take(settings.id(), fact, receipt.amount()) ? receipt : Receipt.refused("full");
  }

  /** What a stay costs now. */
  public synchronized Word quote(Optional<SessionId> session, Asking asking) {
    return prices.quote(session, asking, time.now());
  }

  /** A person ends a stay; false when it is not open. */
  synchronized boolean end(SessionId id, String event) {
    boolean isOpen = books.store().get(id).filter(stay -> stay.endings().isEmpty()).isPresent();
    if (isOpen) {
      end(settings.id(), id, Ending.How.ATTENDANT, event, Asking.NOTHING);
    }
    return isOpen;
  }

  /** A person has counted; returns by how much the count was wrong. */
  synchronized long correct(Place place, long counted, String actor, String reason) {
    return books.correct(place, counted, actor, reason, writing);
  }

  public synchronized ParkView view() {
    Instant now = time.now().wall();
    return ParkView.of(
        settings,
        books,
        now.minus(settings.believed()),
        books.paidForNobody(prices.outOfGrace(now)),
        writing);
  }

  /** It came in on record, and as it turned out not by the barrier. */
  synchronized void takeBack(SessionId id) {
    take(
        settings.id(), EntryDesk.backOut(id, time.now().wall(), "restart/" + id), Optional.empty());
  }

  private EntryDesk.Answer arrive(String lane, Asking asking) {
    Stamp now = time.now();
    Moment came = prices.moment(now);
    Instant over = books.store().overAt(asking.keys()).orElse(came.at());
    boolean setBack = over.isAfter(came.at());
    Entry entry =
        new Entry(
            setBack ? over : came.at(),
            setBack ? came.doubt().plus(Duration.between(came.at(), over)) : came.doubt(),
            prices.classOf(asking.vehicleClass()),
            settings.area());
    return new EntryDesk(lane, settings.passBack()).arrive(books.store(), entry, asking.keys());
  }

  /** The tag pays, once, and the stay ends. */
  private void leave(LanePass pass, SessionId id, Asking asked) {
    Session stay = books.store().get(id).orElse(null);
    if (stay != null && pass.chargeMinor() > 0) {
      String paymentId = "tag/" + eventId(pass.lane(), pass.vehicle());
      if (stay.payments().stream().noneMatch(paid -> paid.id().equals(paymentId))) {
        Paid paid = new Paid(paymentId, time.now().wall(), pass.chargeMinor(), "tag");
        take(pass.lane(), new Fact.PaidFor(id, paid), Optional.empty());
      }
    }
    end(pass.lane(), id, Ending.How.LEFT, eventId(pass.lane(), pass.vehicle()), asked);
  }

  /**
   * Once for an event.
   *
   * @param asked what was said of the price at the exit
   */
  private void end(String lane, SessionId id, Ending.How how, String event, Asking asked) {
    if (books.hasEnding(id, event)) {
      return;
    }
    Optional<Amount> amount = books.store().get(id).flatMap(stay -> atTheEnd(stay, asked));
    take(lane, new Fact.Ended(id, new Ending(time.now().wall(), how, event)), amount);
  }

  /**
   * What was seen is written whatever becomes of its price: a fault there must not undo a passage.
   */
  private Optional<Amount> atTheEnd(Session stay, Asking asked) {
    try {
      return prices.amount(stay, asked, time.now());
    } catch (RuntimeException fault) {
      LOG.error(
          "{}: what {} costs cannot be worked out, report it", settings.id(), stay.id(), fault);
      return Optional.empty();
    }
  }

  private boolean take(String lane, Fact fact, Optional<Amount> amount) {
    boolean taken = books.take(fact);
    if (taken) {
      revision += fact instanceof Fact.Entered || fact instanceof Fact.Known ? 0 : 1;
      writing.fact(lane, fact, amount);
    }
    return taken;
  }

  private void count(
      String lane,
      boolean exit,
      long vehicle,
      Optional<SessionId> session,
      Event event,
      String by) {
    LaneBook book = books.of(lane);
    book.used(vehicle);
    Place place = books.placeOf(session);
    if (exit) {
      book.occupancy().wentOut(place);
      if (!books.cameInSeen(session)) {
        book.watch().leftWithoutEntry();
      }
    } else {
      book.occupancy().cameIn(place);
    }
    write(new LanePass(lane, exit, vehicle, event, session, 0, by, book.count(place)));
    stock();
  }

  private LanePass ended(LanePass pass, Event event, LaneBook book) {
    return new LanePass(
        pass.lane(),
        pass.exit(),
        pass.vehicle(),
        event,
        pass.session(),
        0,
        pass.by(),
        book.count(pass.count().place()));
  }

  static String unprovenId(String lane, long vehicle) {
    return UNPROVEN + eventId(lane, vehicle);
  }

  static String eventId(String lane, long vehicle) {
    return lane + "/" + vehicle;
  }
}
