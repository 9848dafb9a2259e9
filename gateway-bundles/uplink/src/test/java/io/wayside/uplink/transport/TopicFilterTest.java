// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples are those of MQTT 5.0, section 4.7. */
class TopicFilterTest {

  @ParameterizedTest
  @CsvSource({
    "sport/tennis/player1/#, sport/tennis/player1, true",
    "sport/tennis/player1/#, sport/tennis/player1/score/wimbledon, true",
    "sport/#, sport, true",
    "#, sport/tennis, true",
    "sport/tennis/+, sport/tennis/player1, true",
    "sport/tennis/+, sport/tennis/player1/ranking, false",
    "sport/+, sport, false",
    "sport/+, sport/, true",
    "+/+, /finance, true",
    "/+, /finance, true",
    "+, /finance, false",
    "#, $SYS/broker, false",
    "+/monitor/Clients, $SYS/monitor/Clients, false",
    "$SYS/#, $SYS/monitor/Clients, true",
    "$SYS/monitor/+, $SYS/monitor/Clients, true",
    "a/b, a/b, true",
    "a/b, A/b, false",
  })
  void aFilterMatchesAsTheStandardSays(String filter, String topic, boolean matches) {
    assertThat(new TopicFilter(filter).matches(topic)).isEqualTo(matches);
  }

  @Test
  void aRegularExpressionFindsTheSame() {
    Random random = new Random(4711);
    for (int i = 0; i < 20_000; i++) {
      String filter = levels(random, "a", "b", "+", "");
      if (random.nextInt(3) == 0) {
        filter = filter + "/#";
      }
      String topic = levels(random, "a", "b", "c", "");
      String regex = filter.replace("+", "[^/]*").replaceAll("/#$", "(/.*)?");
      assertThat(new TopicFilter(filter).matches(topic))
          .as("%s, %s", filter, topic)
          .isEqualTo(Pattern.matches(regex, topic));
    }
  }

  private static String levels(Random random, String... from) {
    List<String> levels = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      levels.add(from[random.nextInt(from.length)]);
    }
    return String.join("/", levels);
  }
}
