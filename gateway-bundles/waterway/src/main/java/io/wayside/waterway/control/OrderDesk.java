// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.core.device.DeviceException;
import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.Lantern;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Orders between people, the journal and the lantern. An order is on stable storage before anybody
 * hears that it is accepted and before the lantern is told; only what makes the light its own
 * master needs no journal. Commands and steps may come from different threads; the lantern is
 * spoken to by whoever calls {@link #step}, one at a time, without holding up commands.
 */
public final class OrderDesk {

  /** Steps that may wait for the journal. While one does, no order is taken but automatic. */
  public static final int MOST_WAITING = 400;

  private final OrderRecords records;
  private final OrderReader reader;
  private final Repertoire repertoire;
  private final Journal journal;
  private final Backlog backlog;
  private final ProvenanceSource provenance;
  private final TimeSource time;
  private final Orders orders;
  private final Duration patience;
  private final Object orderly = new Object();
  private boolean recalled;

  /**
   * @param patience how long an order waits for steps before it that are on their way to the
   *     journal
   */
  public OrderDesk(
      OrderRecords records,
      OrderReader reader,
      Repertoire repertoire,
      Journal journal,
      Backlog backlog,
      ProvenanceSource provenance,
      TimeSource time,
      Orders orders,
      Duration patience) {
    this.records = records;
    this.reader = reader;
    this.repertoire = repertoire;
    this.journal = journal;
    this.backlog = backlog;
    this.provenance = provenance;
    this.time = time;
    this.orders = orders;
    this.patience = patience;
  }

  /**
   * Reads from the journal how orders stood before a restart; until then none is taken. The light
   * is given back without waiting for it.
   *
   * @throws JournalException when it cannot be read now
   * @throws GarbledData when what is there is none of ours
   */
  public void recall() throws JournalException, GarbledData {
    Stamp now = time.now();
    Recalled read = Recall.read(journal.last(records.stream(), Recall.MOST), now.wall());
    synchronized (this) {
      orders.resume(read, Published.recalled(read, repertoire), now.monotonicNanos());
      recalled = true;
    }
    handIn();
  }

  public synchronized boolean isRecalled() {
    return recalled;
  }

  /** An order; permission is checked before. */
  public CommandResult order(Command command, Verb verb) throws InterruptedException {
    synchronized (orderly) {
      OrderReader.Read read = reader.read(command, verb);
      Optional<Refusal> refusal = read.refusal().or(() -> objection(command, verb));
      if (refusal.isPresent()) {
        return refusal.get().asResult();
      }
      Order order = read.order().orElseThrow();
      Stamp now = time.now();
      boolean proposes = verb == Verb.CHANGE_CHARACTER;
      Note accepted =
          new Note(
              now.monotonicNanos(),
              Optional.of(order.asked()),
              order.id(),
              Step.ACCEPTED,
              false,
              proposes ? "awaits-second-person" : "accepted",
              proposes ? "waits until a second person confirms it" : "it will be carried out");
      Optional<Refusal> unkept = keep(draft(accepted));
      boolean givesBack = order.isRelease() && !proposes;
      if (unkept.isPresent() && !givesBack) {
        return unkept.get().asResult();
      }
      // What gives the light back is done without a record rather than not at all.
      unkept.ifPresent(refused -> offer(draft(accepted)));
      synchronized (this) {
        orders.accept(order, now.wall(), now.monotonicNanos());
      }
      return new Done(
          Value.Fields.with("order", order.id())
              .and("state", unkept.isPresent() ? "unrecorded" : accepted.code())
              .build());
    }
  }

  private synchronized Optional<Refusal> objection(Command command, Verb verb) {
    if (!recalled) {
      return Refusal.of(
          "not-running", "orders are not read back from the journal yet; health says why");
    }
    Stamp now = time.now();
    if (command.expires().isAfter(now.wall().plus(Recall.FURTHEST_EXPIRY))) {
      return Refusal.of(
          "expires-too-late",
          "an order may expire 24 hours ahead at most; send one that expires sooner");
    }
    return orders.objection(command.id(), command.expires(), verb == Verb.AUTOMATIC, now.wall());
  }

  /** Steps of earlier orders come first: read back, a later order must be the later one. */
  private Optional<Refusal> keep(Draft draft) throws InterruptedException {
    Optional<Refusal> behind = behind();
    if (behind.isPresent()) {
      return behind;
    }
    try {
      var unused = journal.appendDurably(draft);
      return Optional.empty();
    } catch (JournalException unkept) {
      return notRecorded(String.valueOf(unkept.getMessage()));
    }
  }

  /** Why nothing may be kept now; what is just on its way to the journal is waited for. */
  private Optional<Refusal> behind() throws InterruptedException {
    try {
      boolean failed = !backlog.state().lastFailure().isEmpty();
      backlog.emptied().get(failed ? 0 : patience.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (TimeoutException | ExecutionException late) {
      Backlog.State waits = backlog.state();
      return notRecorded(
          waits.waiting()
              + " steps of earlier orders wait for it ("
              + waits.lastFailure()
              + "); mend the journal and send the order again");
    }
  }

  private static Optional<Refusal> notRecorded(String why) {
    return Refusal.of(
        "not-recorded",
        "an order that the journal does not keep is not carried out: " + why + "; only automatic");
  }

  /** A second person agrees to the change that waits. */
  public CommandResult confirm(Command command) throws InterruptedException {
    Optional<Refusal> behind = behind();
    if (behind.isPresent()) {
      return behind.get().asResult();
    }
    String id = OrderReader.text(command, "of");
    String actor = command.actor().name();
    synchronized (this) {
      long now = time.monotonicNanos();
      Optional<Refusal> refusal =
          orders.objectionToConfirm(id, actor, OrderReader.text(command, "character"), now);
      if (refusal.isPresent()) {
        return refusal.get().asResult();
      }
      orders.confirm(actor, now);
    }
    handIn();
    return new Done(Value.Fields.with("order", id).and("state", "accepted").build());
  }

  /**
   * Looks at what time and surroundings bring, and says to the lantern what is to be said. True
   * when something was said.
   *
   * @param lantern none while it is away
   */
  public boolean step(Optional<Lantern> lantern, Surroundings around) {
    Optional<Act> act;
    synchronized (this) {
      // What is published is not known before; a rule's record would say that nothing is.
      Surroundings known =
          recalled
              ? around
              : new Surroundings(around.sight(), Optional.empty(), around.centreLostNanos());
      act = orders.next(known, time.monotonicNanos());
    }
    if (act.isPresent()) {
      done(say(lantern, act.get()));
    }
    handIn();
    return act.isPresent();
  }

  private synchronized void done(Reply reply) {
    orders.done(reply, time.monotonicNanos());
  }

  private Reply say(Optional<Lantern> lantern, Act act) {
    if (lantern.isEmpty()) {
      return new Reply.Unreachable("there is no such lantern now; look at its driver's health");
    }
    try {
      return new Reply.Answered(
          act instanceof Act.Tell tell
              ? lantern.get().order(tell.order(), atLeastAMoment(tell.lease()))
              : lantern.get().release());
    } catch (DeviceException.Refused refused) {
      return new Reply.Refused(String.valueOf(refused.getMessage()));
    } catch (DeviceException.LinkDown down) {
      return new Reply.Unreachable(String.valueOf(down.getMessage()));
    } catch (DeviceException unclear) {
      return new Reply.Unknown(String.valueOf(unclear.getMessage()));
    } catch (RuntimeException fault) {
      return new Reply.Unknown("the driver has a fault in itself: " + fault);
    } catch (Error broken) {
      // Whoever goes on after this must not find an act that is never answered.
      done(new Reply.Unknown("the driver broke: " + broken));
      throw broken;
    }
  }

  private static Duration atLeastAMoment(Duration lease) {
    return lease.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : lease;
  }

  /** Ends the order in force, if there is one, and gives the light back with the next step. */
  public void giveBack(String code, String words) {
    synchronized (this) {
      orders.giveBack(code, words, time.monotonicNanos());
    }
    handIn();
  }

  public synchronized View view() {
    return orders.view(time.monotonicNanos());
  }

  private synchronized void handIn() {
    orders.takeNotes().forEach(note -> offer(draft(note)));
  }

  private void offer(Draft draft) {
    // Orders are refused while anything waits, so that each can still come to its end.
    var unused = backlog.offer(draft);
  }

  private synchronized Draft draft(Note note) {
    return records.draft(
        note,
        time.at(note.nanos()),
        provenance.current(),
        orders.published(),
        orders.forgottenUntil());
  }
}
