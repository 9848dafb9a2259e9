// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.water.LanternOrder;
import io.wayside.waterway.aid.Duty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is wanted of one light, and what is to be said to its lantern: an order of a person goes
 * before rules, rules before the published character, and without any of them the lantern is its
 * own master. Not for several threads. Times are monotonic nanoseconds.
 */
public final class Orders {

  /** Faces behind which there is a link that can be lost. */
  private static final Set<String> AFAR = Set.of("central", "kura");

  private final Limits limits;
  private final Notes notes = new Notes();
  private final Spent spent = new Spent();
  private final Lamp lamp;
  private final Course course;
  private Optional<Proposal> proposal = Optional.empty();
  private Published published = Published.asSetUp();
  private Optional<Standing> rule = Optional.empty();
  private String second = "";
  private @Nullable Object inFlight;

  /**
   * @param period of the published character, or the light as it was set up
   */
  public Orders(Limits limits, Duration period, long nowNanos) {
    this.limits = limits;
    this.lamp = new Lamp(limits, nowNanos);
    this.course = new Course(limits, period, notes, lamp);
  }

  /** Goes on after a restart: what was open has ended with it, and is noted so. */
  public void resume(Recalled recalled, Published kept, long nowNanos) {
    published = kept;
    recalled.spent().forEach(spent::add);
    spent.forgetUntil(recalled.forgottenUntil());
    String words = "the gateway was started anew; the light was given back";
    for (Asked open : recalled.open()) {
      notes.outcome(nowNanos, open, Step.RETURNED, "restarted", words);
    }
    for (Asked holding : recalled.holding()) {
      notes.step(nowNanos, holding, Step.LEASE_ENDED, "restarted", words);
    }
  }

  /**
   * Why an order of this id cannot be taken.
   *
   * @param givesBack whether it makes the light its own master, for which there is always room
   */
  public Optional<Refusal> objection(String id, Instant expires, boolean givesBack, Instant wall) {
    spent.sweep(wall);
    if (spent.contains(id)) {
      return Refusal.of("replayed", "order " + id + " was accepted before; send a new one");
    }
    if (!expires.isAfter(wall)) {
      return Refusal.of("stale", "order " + id + " expired at " + expires + "; send a new one");
    }
    if (!expires.isAfter(spent.forgottenUntil())) {
      return Refusal.of(
          "stale",
          "an order that expires by "
              + spent.forgottenUntil()
              + " may have been given before; look at the gateway's clock and send a new one");
    }
    return spent.isFull(givesBack)
        ? Refusal.of("too-many-orders", "too many orders have not expired yet; wait")
        : Optional.empty();
  }

  /** Takes an order that nothing speaks against and that is on record. */
  public void accept(Order order, Instant wall, long nowNanos) {
    spent.add(order.id(), order.asked().expires());
    long expiresNanos = nowNanos + Duration.between(wall, order.asked().expires()).toNanos();
    if (order.verb() == Verb.CHANGE_CHARACTER) {
      dropProposal("replaced", "another change was proposed", nowNanos);
      proposal = Optional.of(new Proposal(order, expiresNanos));
    } else {
      course.begin(order, nowNanos, expiresNanos);
    }
  }

  public Optional<Asked> proposed() {
    return proposal.map(waiting -> waiting.order().asked());
  }

  /** Why this person's word does not carry the change that waits. */
  public Optional<Refusal> objectionToConfirm(
      String id, String actor, String character, long nowNanos) {
    Proposal waiting = proposal.filter(each -> !each.isOver(nowNanos)).orElse(null);
    if (waiting == null || !waiting.order().id().equals(id)) {
      return Refusal.of("no-proposal", "no change with the id " + id + " waits; look at state");
    }
    if (waiting.isFrom(actor)) {
      return Refusal.of("same-person", actor + " proposed it; another person has to confirm it");
    }
    return waiting.order().asked().value().equals(character)
        ? Optional.empty()
        : Refusal.of(
            "other-character",
            "what waits is " + waiting.order().asked().value() + "; name that to confirm it");
  }

  /** The second person agrees; nothing speaks against it. */
  public void confirm(String actor, long nowNanos) {
    Proposal agreed = proposal.orElseThrow();
    proposal = Optional.empty();
    second = actor;
    Asked asked = agreed.order().asked();
    notes.step(nowNanos, asked, Step.ACCEPTED, "second-person", "confirmed by " + actor);
    course.begin(agreed.order(), nowNanos, agreed.expiresNanos());
  }

  private void dropProposal(String code, String words, long nowNanos) {
    proposal.ifPresent(
        dropped ->
            notes.outcome(
                nowNanos,
                dropped.order().asked(),
                code.equals("replaced") ? Step.RETURNED : Step.EXPIRED,
                code,
                words));
    proposal = Optional.empty();
  }

  /** What time and the surroundings bring; then what is to be said to the lantern, if anything. */
  public Optional<Act> next(Surroundings around, long nowNanos) {
    rule = around.rule();
    if (proposal.filter(waiting -> waiting.isOver(nowNanos)).isPresent()) {
      dropProposal("no-second-person", "no second person confirmed it in time", nowNanos);
    }
    hearCentre(around.centreLostNanos(), nowNanos);
    course.advance(around.sight(), wanted().isPresent(), nowNanos);
    course.takeChanged().ifPresent(order -> publish(order, nowNanos));
    lamp.lapse(nowNanos);
    lamp.forgetRefusal(wanted());
    wanted().ifPresent(lamp::reword);
    return inFlight == null ? act(nowNanos) : Optional.empty();
  }

  private void hearCentre(OptionalLong lostNanos, long nowNanos) {
    boolean gone =
        lostNanos.isPresent() && nowNanos - lostNanos.getAsLong() >= limits.centreGone().toNanos();
    boolean fromAfar =
        course.front().filter(front -> AFAR.contains(front.order().asked().face())).isPresent();
    if (gone && fromAfar) {
      course.end(
          "centre-gone",
          "there was no way to the centre that ordered it for "
              + limits.centreGone().toSeconds()
              + " s",
          nowNanos);
    }
  }

  private void publish(Order order, long nowNanos) {
    published = Published.by(order, second);
    published.standing().ifPresent(standing -> lamp.stands(standing, nowNanos));
  }

  private Optional<Standing> wanted() {
    return rule.filter(each -> !(each.tells() instanceof LanternOrder.Automatic))
        .or(published::standing);
  }

  private Optional<Act> act(long nowNanos) {
    Optional<Standing> wanted = course.front().isPresent() ? Optional.empty() : wanted();
    if (course.front().isEmpty() && lamp.told().isPresent() && wanted.isEmpty()) {
      leave(nowNanos);
    }
    if (course.front().filter(front -> !front.order().isRelease()).isEmpty()) {
      lamp.reassure(nowNanos); // Never in the middle of a lease.
    }
    if (lamp.isOwed()) {
      return lamp.isReleaseDue(nowNanos) ? fly(lamp, new Act.Release()) : Optional.empty();
    }
    Optional<Act.Tell> due = course.due(nowNanos);
    if (due.isPresent()) {
      return fly(course.front().orElseThrow(), due.get());
    }
    return wanted
        .filter(standing -> lamp.isStandingDue(standing, nowNanos))
        .flatMap(standing -> fly(standing, new Act.Tell(standing.tells(), limits.standingLease())));
  }

  private void leave(long nowNanos) {
    Standing left = lamp.told().orElseThrow();
    notes.standing(nowNanos, left, "left", "it does not want the light any more");
    lamp.owe(nowNanos);
  }

  private Optional<Act> fly(Object what, Act act) {
    inFlight = what;
    return Optional.of(act);
  }

  /** What became of the act that {@link #next} gave last. */
  public void done(Reply reply, long nowNanos) {
    Object what = inFlight;
    inFlight = null;
    if (what instanceof Front front) {
      lamp.overtaken();
      course.answered(front, reply, nowNanos);
    } else if (what instanceof Standing standing) {
      stood(standing, reply, nowNanos);
    } else if (what == lamp) {
      released(reply, nowNanos);
    }
  }

  private void stood(Standing standing, Reply reply, long nowNanos) {
    if (reply instanceof Reply.Answered) {
      if (lamp.stands(standing, nowNanos)) {
        notes.standing(nowNanos, standing, "took", standing.why().en());
      }
      if (lamp.isOwed()) {
        lamp.owe(nowNanos);
      }
    } else if (reply instanceof Reply.Refused refused) {
      if (lamp.refuses(standing, refused.words(), nowNanos)) {
        notes.standing(nowNanos, standing, "device-refused", refused.words());
      }
      lamp.owe(nowNanos);
    } else {
      missed(reply, nowNanos);
    }
  }

  private void released(Reply reply, long nowNanos) {
    if (reply instanceof Reply.Answered answered) {
      lamp.released(nowNanos);
      course.released(answered, nowNanos);
    } else {
      missed(reply, nowNanos);
    }
  }

  private void missed(Reply reply, long nowNanos) {
    if (reply instanceof Reply.Refused refused) {
      lamp.missed(refused.words(), limits.again(), nowNanos);
    } else if (reply instanceof Reply.Unreachable unreachable) {
      lamp.missed(unreachable.words(), limits.again(), nowNanos);
    } else if (reply instanceof Reply.Unknown unknown) {
      lamp.doubt();
      lamp.missed(unknown.words(), limits.again(), nowNanos);
    }
  }

  /** Ends the order in force, if there is one, and gives the light back. */
  public void giveBack(String code, String words, long nowNanos) {
    course.end(code, words, nowNanos);
    lamp.owe(nowNanos);
  }

  /** Steps since the last call, for the record. */
  public List<Note> takeNotes() {
    return notes.take();
  }

  Published published() {
    return published;
  }

  Instant forgottenUntil() {
    return spent.forgottenUntil();
  }

  /** How it stands, for people and for health. */
  public View view(long nowNanos) {
    return new View(course.front(), proposed(), published, rule, lamp, nowNanos);
  }

  /** What is to be seen of the light now. */
  public Duty duty(long nowNanos) {
    return view(nowNanos).duty();
  }
}
