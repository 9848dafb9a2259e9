// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.alarm.Alarm;
import io.wayside.core.alarm.Alarm.Change;
import io.wayside.core.alarm.Alarm.Severity;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlarmRulesTest {

  private static final long SECOND = 1_000_000_000L;

  private final AlarmRules rules = new AlarmRules(Duration.ofSeconds(30));

  @Test
  void a_failed_part_is_alarmed_once_and_cleared_once() {
    assertThat(look(Status.FAILED, "link-down", 0))
        .containsExactly(alarm("link-down", Severity.MAJOR, Change.RAISED));
    assertThat(look(Status.FAILED, "link-down", 1)).isEmpty();
    assertThat(look(Status.OK, "ok", 2))
        .containsExactly(alarm("link-down", Severity.MAJOR, Change.CLEARED));
    assertThat(look(Status.OK, "ok", 3)).isEmpty();
  }

  @Test
  void another_reason_is_another_alarm() {
    look(Status.FAILED, "link-down", 0);

    assertThat(look(Status.DEGRADED, "noisy", 1))
        .containsExactly(
            alarm("link-down", Severity.MAJOR, Change.CLEARED),
            alarm("noisy", Severity.MINOR, Change.RAISED));
  }

  @Test
  void a_part_may_start_for_a_while() {
    assertThat(starting(0)).isEmpty();
    assertThat(starting(30)).isEmpty();
    assertThat(starting(31)).containsExactly(alarm("starting", Severity.MINOR, Change.RAISED));
    assertThat(starting(32)).isEmpty();
  }

  @Test
  void a_part_that_tries_again_stays_alarmed_until_it_is_well() {
    look(Status.FAILED, "link-down", 0);

    assertThat(starting(1)).isEmpty();
    assertThat(look(Status.FAILED, "link-down", 2)).isEmpty();
    assertThat(starting(3)).isEmpty();
    assertThat(look(Status.OK, "ok", 4))
        .containsExactly(alarm("link-down", Severity.MAJOR, Change.CLEARED));
  }

  @Test
  void an_alarm_of_a_part_that_is_no_longer_there_is_cleared() {
    look(Status.FAILED, "link-down", 0);

    assertThat(rules.look(Parts.of(List.of()), SECOND))
        .containsExactly(
            new Alarm(
                "device.scale-1",
                "link-down",
                Severity.MAJOR,
                Change.CLEARED,
                "the part is no longer configured"));
  }

  @Test
  void every_alarm_raised_is_cleared_before_another_of_its_part_is_raised() {
    Random random = new Random(8);
    List<Status> statuses = List.of(Status.values());
    Map<String, String> open = new HashMap<>();
    for (int second = 0; second < 5000; second++) {
      Status status = statuses.get(random.nextInt(statuses.size()));
      String code = status == Status.OK ? "ok" : "code-" + random.nextInt(2);
      for (Alarm change : look(status, code, second)) {
        if (change.change() == Change.RAISED) {
          assertThat(open.put(change.source(), change.code())).isNull();
        } else {
          assertThat(open.remove(change.source())).isEqualTo(change.code());
        }
      }
      assertThat(status == Status.OK && !open.isEmpty()).isFalse();
    }
  }

  private List<Alarm> starting(int second) {
    return rules.look(parts(Health.starting("it starts", 0)), second * SECOND).stream()
        .map(AlarmRulesTest::withoutWords)
        .toList();
  }

  private List<Alarm> look(Status status, String code, int second) {
    Health health = new Health(status, code, "words", second * SECOND);
    return rules.look(parts(health), second * SECOND).stream()
        .map(AlarmRulesTest::withoutWords)
        .toList();
  }

  private static Parts parts(Health health) {
    return Parts.of(List.of(new PartHealth("device.scale-1", health)));
  }

  private static Alarm withoutWords(Alarm alarm) {
    return new Alarm(alarm.source(), alarm.code(), alarm.severity(), alarm.change(), "");
  }

  private static Alarm alarm(String code, Severity severity, Change change) {
    return new Alarm("device.scale-1", code, severity, change, "");
  }
}
