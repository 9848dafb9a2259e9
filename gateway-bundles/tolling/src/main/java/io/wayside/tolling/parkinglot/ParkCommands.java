// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.command.CommandResult.Failed;
import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.parking.Paid;
import io.wayside.tolling.parking.Place;
import io.wayside.tolling.parking.SessionId;
import io.wayside.tolling.tariff.AmountBody;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The verbs of a car park: what cash desk, app and attendant ask and tell. */
public final class ParkCommands {

  static final String STATE = "state";
  static final String QUOTE = "quote";
  static final String PAY = "pay";
  static final String END_STAY = "end-stay";
  static final String COUNT = "count";

  /** The verbs, and what each asks for. */
  public static final Map<String, Permission> VERBS =
      Map.of(
          STATE, Permission.WATCH,
          QUOTE, Permission.WATCH,
          PAY, Permission.OPERATE,
          END_STAY, Permission.OPERATE,
          COUNT, Permission.OPERATE);

  private static final int MOST_MINOR = 2_000_000_000;
  private static final int MOST_COUNTED = 1_000_000;
  private static final long PATIENCE_MS = 2_000;

  private final CarPark park;
  private final TimeSource time;

  public ParkCommands(CarPark park, TimeSource time) {
    this.park = park;
    this.time = time;
  }

  public CommandResult handle(Command command) {
    try {
      return switch (command.verb()) {
        case STATE -> new Done(park.view().toValue());
        case QUOTE -> quote(command);
        case PAY -> pay(command);
        case END_STAY -> endStay(command);
        case COUNT -> count(command);
        default ->
            new Refused(
                "unknown-verb", "a car park knows " + VERBS.keySet() + ", not " + command.verb());
      };
    } catch (GarbledData wrong) {
      return new Refused("wrong-argument", String.valueOf(wrong.getMessage()));
    }
  }

  private CommandResult quote(Command command) throws GarbledData {
    Node node = Node.of("arguments", command.arguments());
    boolean lost = node.optional("lost").isPresent() && node.member("lost").truth();
    return new Done(
        park.quote(
                AskingReader.session(command.arguments()),
                AskingReader.asking(command.arguments(), lost))
            .toValue());
  }

  private CommandResult pay(Command command) throws GarbledData {
    Node node = Node.of("arguments", command.arguments());
    int minor = node.member("minor").whole(1, MOST_MINOR);
    String reference = node.member("reference").text();
    String means = node.member("means").text();
    if (!reference.matches("[0-9A-Za-z._:-]{1,64}") || !means.matches("[a-z][a-z0-9-]{0,31}")) {
      return new Refused(
          "wrong-argument",
          "reference must be 1 to 64 letters, digits and . _ : -, and means lower-case words such"
              + " as cash");
    }
    boolean lost = node.optional("lost").isPresent() && node.member("lost").truth();
    Receipt receipt =
        park.pay(
            AskingReader.session(command.arguments()),
            AskingReader.asking(command.arguments(), lost),
            new Paid(reference, time.now().wall(), minor, means));
    if (receipt.refusal().isPresent()) {
      return refused(receipt);
    }
    Value.Fields answer =
        Value.Fields.with("answer", receipt.isNew() ? "taken" : "taken-before")
            .and("session", receipt.sessionId().toString())
            .and("openMinor", receipt.openMinor())
            .and("amount", receipt.amount().<Value>map(AmountBody::of).orElse(Value.ABSENT))
            .build();
    return whenDurable(answer);
  }

  private static CommandResult refused(Receipt receipt) {
    String code = receipt.refusal().orElse("");
    String words =
        switch (code) {
          case "not-recorded" ->
              "the journal does not take records now; take no money, look at the gateway's health";
          case "unknown-stay" -> "no such stay is open here; show the ticket or the plate again";
          case "ended" -> "the stay has ended; nothing is to pay for it";
          case "nothing-open" -> "nothing is open on this stay; give the money back";
          case "more-than-open" ->
              "only " + receipt.openMinor() + " is open; take that and give the rest back";
          case "tag-pays" ->
              "it is let out and its tag pays when it has passed; give the money back";
          case "too-many-payments" ->
              "the stay has as many payments as are kept apart; give the money back, and let an"
                  + " attendant grant the exit";
          case "reference-reused" ->
              "the reference stands for another payment; send this one with its own";
          default -> "no room for another stay; look at the car park's state";
        };
    return new Refused(code, words);
  }

  private CommandResult endStay(Command command) throws GarbledData {
    Optional<SessionId> session = AskingReader.session(command.arguments());
    if (session.isEmpty() || command.reason().isBlank()) {
      return new Refused("wrong-argument", "name the session, and say why it is to end");
    }
    if (!park.end(session.get(), "by-hand/" + command.id())) {
      return new Refused("not-open", session.get() + " is not open here");
    }
    return whenDurable(Value.Fields.with("ended", session.get().toString()).build());
  }

  private CommandResult count(Command command) throws GarbledData {
    if (command.reason().isBlank()) {
      return new Refused("reason-missing", "say how it was counted");
    }
    Node node = Node.of("arguments", command.arguments());
    Optional<Node> vehicleClass = node.optional("class");
    Place place =
        new Place(
            park.settings().area(),
            vehicleClass.isPresent() ? vehicleClass.get().text() : park.settings().usualClass());
    long by =
        park.correct(
            place,
            node.member("counted").whole(0, MOST_COUNTED),
            command.actor().name() + " (" + command.actor().face() + ")",
            command.reason());
    return whenDurable(Value.Fields.with("corrected", by).build());
  }

  /** What was told is answered when it is on record, and may be told again when it is not. */
  private CommandResult whenDurable(Value.Fields answer) {
    try {
      park.durable().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
      return new Done(answer);
    } catch (ExecutionException lost) {
      return new Failed(
          "not-recorded",
          "the journal will never take it, only the gateway's log has it: it counts as not told."
              + " Look at the car park's health, and tell it anew when the gateway was started"
              + " again");
    } catch (TimeoutException late) {
      return new Failed(
          "not-recorded-yet",
          "it is taken and not on record yet; tell it again with the same reference until it is"
              + " answered");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Failed("stopped", "interrupted; tell it again with the same reference");
    }
  }
}
