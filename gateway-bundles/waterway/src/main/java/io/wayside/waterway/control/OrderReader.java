// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.command.Command;
import io.wayside.core.data.Value;
import io.wayside.core.water.LanternOrder;
import io.wayside.waterway.aid.Duty;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes an order of a command, or says why it is none that this light may be given. */
public final class OrderReader {

  private final Limits limits;
  private final Repertoire repertoire;
  private final AllowedCharacters allowed;
  private final Supplier<Set<Class<? extends LanternOrder>>> knows;

  /**
   * @param knows which orders the lantern knows now; empty while there is none
   */
  public OrderReader(
      Limits limits,
      Repertoire repertoire,
      AllowedCharacters allowed,
      Supplier<Set<Class<? extends LanternOrder>>> knows) {
    this.limits = limits;
    this.repertoire = repertoire;
    this.allowed = allowed;
    this.knows = knows;
  }

  /** What came of reading: the one or the other. */
  public record Read(Optional<Order> order, Optional<Refusal> refusal) {
    static Read of(Order order) {
      return new Read(Optional.of(order), Optional.empty());
    }

    static Read refused(String code, String words) {
      return new Read(Optional.empty(), Refusal.of(code, words));
    }
  }

  public Read read(Command command, Verb verb) {
    if (command.reason().isBlank()) {
      return Read.refused("reason-missing", "say why: an order to a light is kept with its reason");
    }
    Duration lease = Duration.ofSeconds(seconds(command));
    if (lease.isNegative()) {
      return Read.refused("wrong-argument", "leaseS must be a whole number of seconds above 0");
    }
    if (verb.leased()) {
      Optional<Refusal> wrong = objectionToLease(verb, lease);
      if (wrong.isPresent()) {
        return new Read(Optional.empty(), wrong);
      }
    } else if (!lease.isZero()) {
      return Read.refused("wrong-argument", verb.word() + " has no lease; leave leaseS out");
    }
    Read read = read(command, verb, lease.isZero() && verb.leased() ? limits.usualLease() : lease);
    return read.order().filter(order -> !isKnown(order)).isPresent() ? unable(verb) : read;
  }

  private Optional<Refusal> objectionToLease(Verb verb, Duration lease) {
    if (verb == Verb.DARK && lease.isZero()) {
      return Refusal.of("no-duration", "dark needs leaseS: for how many seconds");
    }
    Duration longest = verb == Verb.DARK ? limits.longestDark() : limits.longestLease();
    return lease.compareTo(longest) <= 0
        ? Optional.empty()
        : Refusal.of(
            "lease-too-long",
            verb.word() + " may have " + longest.toSeconds() + " s at most here; ask for less");
  }

  private Read read(Command command, Verb verb, Duration lease) {
    return switch (verb) {
      case SHINE -> plain(command, verb, lease, new LanternOrder.Shine(), Duty.Mode.SHINE);
      case DARK -> plain(command, verb, lease, new LanternOrder.Dark(), Duty.Mode.DARK);
      case AUTOMATIC ->
          plain(command, verb, lease, new LanternOrder.Automatic(), Duty.Mode.AUTOMATIC);
      case RESET -> plain(command, verb, lease, new LanternOrder.Reset(), Duty.Mode.AUTOMATIC);
      case INTENSITY -> intensity(command, lease);
      case RHYTHM -> rhythm(command, lease);
      case CHANGE_CHARACTER -> character(command);
    };
  }

  private static Read plain(
      Command command, Verb verb, Duration lease, LanternOrder tells, Duty.Mode mode) {
    return Read.of(new Order(asked(command, verb, "", lease), tells, Shows.of(mode)));
  }

  private Read intensity(Command command, Duration lease) {
    Value said = command.arguments().get("fraction");
    double fraction =
        said instanceof Value.Real real
            ? real.value()
            : said instanceof Value.Whole whole ? whole.value() : Double.NaN;
    if (!(fraction >= 0 && fraction <= 1)) {
      return Read.refused("wrong-argument", "fraction must be a number from 0 to 1");
    }
    return Read.of(
        new Order(
            asked(command, Verb.INTENSITY, Double.toString(fraction), lease),
            new LanternOrder.Intensity(fraction),
            Shows.of(Duty.Mode.DIMMED)));
  }

  private Read rhythm(Command command, Duration lease) {
    Optional<Piece> piece = repertoire.byCode(text(command, "code"));
    if (piece.isEmpty()) {
      return Read.refused("unknown-character", "code must be one of " + repertoire.codes());
    }
    return allowed(piece.get())
        .orElseGet(
            () ->
                Read.of(
                    new Order(
                        asked(command, Verb.RHYTHM, piece.get().character(), lease),
                        piece.get().tells(),
                        Shows.other(piece.get().rhythm()))));
  }

  private Read character(Command command) {
    String character = text(command, "character");
    if (character.equals(repertoire.setUp())) {
      return Read.of(
          new Order(
              asked(command, Verb.CHANGE_CHARACTER, character, Duration.ZERO),
              new LanternOrder.Automatic(),
              Shows.of(Duty.Mode.AUTOMATIC)));
    }
    Optional<Piece> piece = repertoire.byCharacter(character);
    if (piece.isEmpty()) {
      return Read.refused(
          "unknown-character",
          "character must be " + repertoire.setUp() + " or one of " + repertoire.codes());
    }
    return allowed(piece.get())
        .orElseGet(
            () ->
                Read.of(
                    new Order(
                        asked(command, Verb.CHANGE_CHARACTER, character, Duration.ZERO),
                        piece.get().tells(),
                        Shows.other(piece.get().rhythm()))));
  }

  private Optional<Read> allowed(Piece piece) {
    return allowed
        .objection(piece.character())
        .map(words -> Read.refused("not-for-this-mark", words));
  }

  private boolean isKnown(Order order) {
    return order.isRelease() || knows.get().contains(order.tells().getClass());
  }

  private static Read unable(Verb verb) {
    return Read.refused(
        "not-able", "the lantern does not know \"" + verb.word() + "\", or is not there now");
  }

  private static Asked asked(Command command, Verb verb, String value, Duration lease) {
    return new Asked(
        command.id(),
        command.actor().name(),
        command.actor().face(),
        command.reason(),
        verb,
        value,
        command.expires(),
        lease);
  }

  /** Zero when none is said, negative when it is wrong. */
  private static long seconds(Command command) {
    Value said = command.arguments().get("leaseS");
    if (said instanceof Value.Absent) {
      return 0;
    }
    return said instanceof Value.Whole whole
            && whole.value() > 0
            && whole.value() < Integer.MAX_VALUE
        ? whole.value()
        : -1;
  }

  static String text(Command command, String name) {
    return command.arguments().get(name) instanceof Value.Text text ? text.value() : "";
  }
}
