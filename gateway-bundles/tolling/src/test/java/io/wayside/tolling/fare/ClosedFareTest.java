// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClosedFareTest {

  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final String DOCUMENT = "fares-vn-130-2024-example";

  private final FareTable review = FareDocuments.table(DOCUMENT);
  private final FareTable maximum =
      FareDocuments.parse(
          FareDocuments.text(DOCUMENT).replace("\"entry\": \"review\"", "\"entry\": \"maximum\""));

  private static Journey way(String entry, String exit, int group, long secondsAgo) {
    return new Journey(
        exit,
        "out",
        Optional.of(group),
        NOON,
        Optional.of(new EntryPoint(entry, NOON.minusSeconds(secondsAgo), "g/toll.l/7")));
  }

  private static long minor(Priced priced) {
    return ((Priced.Sum) priced).fare().minor();
  }

  @Test
  void chargesTheDistanceByTheRateOfTheGroup() {
    // By hand: 18.250 km x 1300 = 23725; 42.780 x 5200 = 222456; 24.530 x 900 = 22077.
    assertThat(minor(review.price(way("1001", "1002", 1, 900)))).isEqualTo(24_000);
    assertThat(minor(review.price(way("1003", "1001", 5, 900)))).isEqualTo(222_000);
    assertThat(review.most()).as("the longest way, the highest group").isEqualTo(222_000);
    Priced.Sum sum = (Priced.Sum) review.price(way("1002", "1003", 1, 900));
    assertThat(sum.fare().because())
        .containsExactly(
            "group:1",
            "entry:1002:g/toll.l/7",
            "row:example.1002-1003",
            "distance-m:24530",
            "rate:vn.130.level-2",
            "amount:22077",
            "rounded:22077>22000");
  }

  @Test
  void agreesWithDecimalsWorkedOutFromTheFiguresOfTheDecree() {
    Map<String, BigDecimal> km =
        Map.of("10011002", d("18.250"), "10011003", d("42.780"), "10021003", d("24.530"));
    List<BigDecimal> first = List.of(d("1300"), d("1950"), d("2600"), d("3250"), d("5200"));
    List<BigDecimal> second = List.of(d("900"), d("1350"), d("1800"), d("2250"), d("3600"));
    Random random = new Random(3);
    List<String> stations = List.of("1001", "1002", "1003");
    for (int i = 0; i < 2_000; i++) {
      String entry = stations.get(random.nextInt(3));
      String exit = stations.get(random.nextInt(3));
      int group = 1 + random.nextInt(5);
      Priced priced = review.price(way(entry, exit, group, random.nextInt(86_400)));
      if (entry.equals(exit)) {
        assertThat(priced).isInstanceOf(Priced.ForReview.class);
        continue;
      }
      String key = entry.compareTo(exit) < 0 ? entry + exit : exit + entry;
      BigDecimal rate = (key.equals("10021003") ? second : first).get(group - 1);
      BigDecimal expected =
          rate.multiply(km.get(key)).movePointLeft(3).setScale(0, RoundingMode.HALF_UP);
      assertThat(minor(priced)).isEqualTo(expected.longValueExact() * 1000);
    }
  }

  private static BigDecimal d(String text) {
    return new BigDecimal(text);
  }

  @Test
  void withoutAnEntryAPersonDecidesWhereTheRuleSaysSo() {
    Journey lost = new Journey("1001", "out", Optional.of(2), NOON, Optional.empty());
    assertThat(((Priced.ForReview) review.price(lost)).because())
        .containsExactly("group:2", "entry-none", "review:entry-missing");
  }

  @Test
  void withoutAnEntryTheLongestWayIsChargedWhereTheRuleSaysSo() {
    Journey lost = new Journey("1001", "out", Optional.of(2), NOON, Optional.empty());
    Priced.Sum sum = (Priced.Sum) maximum.price(lost);
    assertThat(sum.fare().minor()).isEqualTo(83_000); // 42.780 x 1950 = 83421
    assertThat(sum.fare().because()).contains("entry-none", "maximum-to:1001");
  }

  @Test
  void anEntryThatIsTooOldOrYetToComeIsNone() {
    assertThat(maximum.price(way("1002", "1001", 1, 86_401)))
        .isInstanceOfSatisfying(
            Priced.Sum.class,
            sum -> assertThat(sum.fare().because()).contains("entry-stale-s:86401"));
    assertThat(review.price(way("1002", "1001", 1, -5)))
        .isInstanceOfSatisfying(
            Priced.ForReview.class,
            asked -> assertThat(asked.because()).contains("entry-after-exit-s:5"));
    assertThat(review.price(way("1002", "1001", 1, 86_400))).isInstanceOf(Priced.Sum.class);
  }

  @Test
  void withoutAGroupAPersonDecides() {
    Journey unknown = new Journey("1001", "out", Optional.empty(), NOON, Optional.empty());
    assertThat(((Priced.ForReview) review.price(unknown)).because())
        .endsWith("review:group-missing");
  }
}
