// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.book.Ticket;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.KnownEntry;
import io.wayside.tolling.fare.Way;
import io.wayside.tolling.lane.Choice;
import io.wayside.tolling.lane.Evidence;
import io.wayside.tolling.lane.LaneOutcome.Grant;
import io.wayside.tolling.lane.Mode;
import io.wayside.tolling.lane.OpenGrant;
import io.wayside.tolling.lane.Travel;
import io.wayside.tolling.lane.Verdict;
import io.wayside.tolling.tag.TagNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * After a restart: which grants of a lane have no end yet, read back from its last records. What a
 * grant says of money comes back as it was written; finding and timeline do not.
 */
public final class OpenGrants {

  /** A grant without an end, and its lane number. */
  public record Numbered(long number, OpenGrant grant) {}

  private OpenGrants() {}

  /**
   * The open ones, oldest first.
   *
   * @param last of the lane's stream, in sequence; as many as a lane can write while vehicles stand
   *     in it
   */
  public static List<Numbered> in(List<JournalRecord> last, Instant now) {
    Map<Long, JournalRecord> open = new LinkedHashMap<>();
    for (JournalRecord record : last) {
      if (record.kind().equals(TollRecords.GRANT)) {
        open.put(record.id().sequence(), record);
      } else {
        new Fields(record.body()).whole("grant").ifPresent(open::remove);
      }
    }
    List<Numbered> found = new ArrayList<>();
    open.forEach((number, record) -> found.add(new Numbered(number, openGrant(record, now))));
    return found;
  }

  private static OpenGrant openGrant(JournalRecord record, Instant now) {
    Duration age = Duration.between(record.occurred().wall(), now);
    return new OpenGrant(grant(record), Math.max(0, age.toNanos()));
  }

  private static Grant grant(JournalRecord record) {
    Fields body = new Fields(record.body());
    long at = record.occurred().monotonicNanos();
    long began = at + Math.round(body.number("openedS").orElse(0.0) * 1e9);
    Evidence evidence =
        new Evidence(
            body.text("vehicle").map(Long::parseLong).orElse(0L),
            Travel.FORWARD,
            began,
            at,
            body.member("plate").text("hash"),
            choice(body),
            List.of(),
            List.of(),
            flags(body));
    return new Grant(evidence, verdict(body), at, at, body.member("decision").text("actor"));
  }

  private static Optional<Choice> choice(Fields body) {
    return body.each("tags").stream()
        .filter(tag -> tag.truth("chosen"))
        .findFirst()
        .map(
            tag ->
                new Choice(
                    new TagNumber(
                        tag.text("epc").orElse(""), tag.whole("bits").orElse(0L).intValue()),
                    tag.number("score").orElse(0.0),
                    Optional.empty(),
                    0));
  }

  private static Verdict verdict(Fields body) {
    Fields decision = body.member("decision");
    String payment = body.text("payment").orElse("review");
    return new Verdict(
        answer(payment),
        decision.text("rule").orElse("unknown"),
        mode(decision.text("mode").orElse("")),
        Optional.empty(),
        body.text("title").filter(title -> payment.equals("ticket")).map(t -> ticket(body, t)),
        fare(body.member("fare")),
        Flags.NONE,
        way(body));
  }

  private static Verdict.Answer answer(String payment) {
    return switch (payment) {
      case "exempt" -> Verdict.Answer.FREE;
      case "ticket" -> Verdict.Answer.TICKET;
      case "entry" -> Verdict.Answer.ENTRY;
      case "manual" -> Verdict.Answer.MANUAL;
      default -> Verdict.Answer.CHARGE; // without a fare it comes to a review
    };
  }

  private static Mode mode(String word) {
    for (Mode mode : Mode.values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
        return mode;
      }
    }
    return Mode.ISLAND;
  }

  private static Ticket ticket(Fields body, String kind) {
    LocalDate day = LocalDate.parse(body.text("day").orElse("1970-01-01"));
    int group = body.member("decision").whole("group").orElse(0L).intValue();
    return new Ticket(kind, body.text("station").orElse("*"), group, day, day);
  }

  /** As it was looked up when the grant was given. */
  private static Optional<Way> way(Fields body) {
    Way way = new Way(entry(body.member("entry")), body.texts("because"));
    return way.entry().isEmpty() && way.because().isEmpty() ? Optional.empty() : Optional.of(way);
  }

  private static Optional<KnownEntry> entry(Fields entry) {
    if (!entry.isThere()) {
      return Optional.empty();
    }
    KnownEntry.Source source = KnownEntry.Source.OWN_LANE;
    for (KnownEntry.Source each : KnownEntry.Source.values()) {
      source = entry.text("source").filter(each.word()::equals).isPresent() ? each : source;
    }
    EntryPoint point =
        new EntryPoint(
            entry.text("station").orElse(""),
            Instant.parse(entry.text("at").orElse("1970-01-01T00:00:00Z")),
            entry.text("record").orElse(""));
    return Optional.of(new KnownEntry(point, source, entry.truth("doubtful")));
  }

  private static Optional<Fare> fare(Fields fare) {
    return fare.whole("minor")
        .map(
            minor ->
                new Fare(
                    minor,
                    fare.text("currency").orElse(""),
                    fare.text("tariff").orElse(""),
                    fare.texts("because")));
  }

  private static Flags flags(Fields body) {
    Flags flags = Flags.NONE;
    for (String code : body.texts("flags")) {
      flags = flags.with(new Flag(code));
    }
    return flags;
  }
}
