// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wayside.core.data.Node;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random documents and journeys against another reading of the same JSON. */
class RandomFareTest {

  private static final ObjectMapper JACKSON = new ObjectMapper();
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final List<String> STATIONS = List.of("1001", "1002", "1003", "1004");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final int GROUPS = 3;

  private static void common(ObjectNode row, String id, LocalDate from, LocalDate to) {
    row.put("id", id)
        .put("validFrom", from.toString())
        .put("validTo", to.toString())
        .put("source", "random")
        .put("certainty", "from-knowledge");
  }

  private static void amounts(Random random, ArrayNode amounts, int most) {
    for (int group = 0; group < GROUPS; group++) {
      amounts.add(random.nextInt(most));
    }
  }

  /** Each question is answered from time to time by one row, never by two. */
  private static ObjectNode document(Random random) {
    ObjectNode document = JACKSON.createObjectNode();
    document.put("fares", "random").put("system", "closed").put("groups", GROUPS);
    document.putObject("title").put("vi", "x").put("en", "x");
    document.putObject("currency").put("code", "VND").put("minorUnits", 0);
    document
        .putObject("rounding")
        .put("to", 1 + random.nextInt(3) * 499)
        .put("direction", List.of("half-up", "down", "up").get(random.nextInt(3)));
    document.putObject("businessDay").put("zone", ZONE.getId()).put("startsAt", "00:00");
    ObjectNode missing = document.putObject("missing");
    missing.putObject("group").put("rule", "charge-as").put("group", 2);
    missing.put("entry", random.nextBoolean() ? "maximum" : "review").put("entryStaleAfterH", 10);
    ObjectNode night = document.putArray("timesOfDay").addObject();
    night.put("id", "n").put("from", "21:30").put("to", "04:15").put("percent", 37);
    night.putArray("days").add("monday").add("friday").add("saturday");
    ObjectNode rate = document.putArray("rates").addObject();
    common(rate, "r", FIRST, FIRST.plusDays(300));
    amounts(random, rate.put("rate", "r").putArray("perKm"), 4_000);
    ArrayNode ways = document.putArray("ways");
    ArrayNode sections = document.putArray("sections");
    int id = 0;
    for (String entry : STATIONS) {
      for (String exit : STATIONS) {
        LocalDate from = FIRST.plusDays(random.nextInt(60));
        LocalDate to = from.plusDays(random.nextInt(120));
        if (random.nextInt(4) > 0) {
          ObjectNode way = ways.addObject().put("entry", entry).put("exit", exit);
          common(way, "w" + id++, from, to);
          amounts(random, way.putArray("amounts"), 200_000);
        }
        if (random.nextInt(3) > 0) {
          ObjectNode section = sections.addObject().put("entry", entry).put("exit", exit);
          common(section, "s" + id++, to.plusDays(1), to.plusDays(200));
          section.put("metres", random.nextInt(90_000)).put("rate", "r");
        }
      }
    }
    return document;
  }

  private static boolean holds(JsonNode row, LocalDate day) {
    return day.toString().compareTo(row.path("validFrom").asText()) >= 0
        && day.toString().compareTo(row.path("validTo").asText()) <= 0;
  }

  /** What each way to an exit costs, before time of day and rounding; by entry. */
  private static List<Object[]> ways(JsonNode document, String exit, int group, LocalDate day) {
    List<Object[]> found = new ArrayList<>();
    for (JsonNode row : document.path("ways")) {
      if (row.path("exit").asText().equals(exit) && holds(row, day)) {
        BigDecimal sum = BigDecimal.valueOf(row.path("amounts").get(group - 1).asLong());
        found.add(new Object[] {row.path("entry").asText(), sum});
      }
    }
    JsonNode rate = document.path("rates").get(0);
    for (JsonNode row : document.path("sections")) {
      if (row.path("exit").asText().equals(exit) && holds(row, day) && holds(rate, day)) {
        BigDecimal km = BigDecimal.valueOf(row.path("metres").asLong()).movePointLeft(3);
        BigDecimal perKm = BigDecimal.valueOf(rate.path("perKm").get(group - 1).asLong());
        found.add(new Object[] {row.path("entry").asText(), perKm.multiply(km)});
      }
    }
    return found;
  }

  private static Optional<Long> oracle(JsonNode document, Journey journey) {
    int asked = journey.group().orElse(0);
    int group = asked >= 1 && asked <= GROUPS ? asked : 2;
    ZonedDateTime local = journey.at().atZone(ZONE);
    List<Object[]> ways = ways(document, journey.station(), group, local.toLocalDate());
    Optional<EntryPoint> entry =
        journey
            .entry()
            .filter(in -> !in.at().isAfter(journey.at()))
            .filter(in -> Duration.between(in.at(), journey.at()).toSeconds() <= 36_000);
    Optional<BigDecimal> sum = Optional.empty();
    for (Object[] way : ways) {
      BigDecimal one = (BigDecimal) way[1];
      if (entry.isPresent() && entry.get().station().equals(way[0])) {
        sum = Optional.of(one);
      } else if (entry.isEmpty() && document.at("/missing/entry").asText().equals("maximum")) {
        sum = Optional.of(sum.map(one::max).orElse(one));
      }
    }
    BigDecimal percent = isNight(local) ? new BigDecimal("0.37") : BigDecimal.ONE;
    BigDecimal step = BigDecimal.valueOf(document.at("/rounding/to").asLong());
    RoundingMode mode =
        switch (document.at("/rounding/direction").asText()) {
          case "down" -> RoundingMode.FLOOR;
          case "up" -> RoundingMode.CEILING;
          default -> RoundingMode.HALF_UP;
        };
    return sum.map(
        exact -> {
          BigDecimal[] parts = exact.multiply(percent).divideAndRemainder(step);
          BigDecimal rest = parts[1];
          boolean up =
              switch (mode) {
                case FLOOR -> false;
                case CEILING -> rest.signum() > 0;
                default -> rest.add(rest).compareTo(step) >= 0;
              };
          return parts[0]
              .add(up ? BigDecimal.ONE : BigDecimal.ZERO)
              .multiply(step)
              .longValueExact();
        });
  }

  /** Monday, Friday and Saturday from 21:30 until 04:15 of the next morning, minute by minute. */
  private static boolean isNight(ZonedDateTime local) {
    int minute = local.getHour() * 60 + local.getMinute();
    ZonedDateTime evening = minute < 255 ? local.minusDays(1) : local;
    boolean day = List.of(1, 5, 6).contains(evening.getDayOfWeek().getValue());
    return day && (minute < 255 || minute >= 1290);
  }

  @Test
  void everySumIsThatOfAnotherReadingOfTheSameDocument() throws Exception {
    int sums = 0;
    int reviews = 0;
    for (long seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      ObjectNode document = document(random);
      FareTable table = FareTable.from(Node.read("random.json", document.toString()));
      for (int i = 0; i < 250; i++) {
        Instant at = FIRST.atStartOfDay(ZONE).toInstant().plusSeconds(random.nextInt(200 * 86_400));
        Optional<EntryPoint> entry =
            random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(
                    new EntryPoint(
                        STATIONS.get(random.nextInt(4)),
                        at.minusSeconds(random.nextInt(45_000) - 2_000),
                        "g/s/1"));
        Journey journey =
            new Journey(
                STATIONS.get(random.nextInt(4)),
                "out",
                random.nextInt(6) == 0 ? Optional.empty() : Optional.of(1 + random.nextInt(4)),
                at,
                entry);
        Priced priced = table.price(journey);
        Optional<Long> expected = oracle(document, journey);
        if (priced instanceof Priced.Sum sum) {
          sums++;
          assertThat(Optional.of(sum.fare().minor())).as("%s", journey).isEqualTo(expected);
          assertThat(sum.fare().tariff()).isEqualTo("random");
          assertThat(sum.fare().minor()).isLessThanOrEqualTo(table.most());
        } else {
          reviews++;
          assertThat(expected).as("%s %s", journey, priced).isEmpty();
          List<String> because = ((Priced.ForReview) priced).because();
          assertThat(because.get(because.size() - 1)).startsWith("review:");
        }
      }
    }
    assertThat(sums).isGreaterThan(2_000);
    assertThat(reviews).isGreaterThan(1_000);
  }

  @Test
  void theSameJourneyHasTheSamePriceWithTheSameReasons() throws Exception {
    Random random = new Random(77);
    FareTable table = FareTable.from(Node.read("random.json", document(random).toString()));
    Instant at = Instant.parse("2026-03-03T03:03:03Z");
    for (String station : STATIONS) {
      Journey journey =
          new Journey(
              station,
              "out",
              Optional.of(1),
              at,
              Optional.of(new EntryPoint("1001", at.minusSeconds(60), "g/s/1")));
      assertThat(table.price(journey)).isEqualTo(table.price(journey));
    }
  }
}
