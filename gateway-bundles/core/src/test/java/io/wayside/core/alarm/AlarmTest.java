// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.alarm.Alarm.Change;
import io.wayside.core.alarm.Alarm.Severity;
import io.wayside.core.data.Json;
import org.junit.jupiter.api.Test;

class AlarmTest {

  @Test
  void goesIntoARecordInLowerCase() {
    Alarm alarm =
        new Alarm("device.scale-1", "link-down", Severity.MAJOR, Change.RAISED, "check the cable");

    assertThat(Json.write(alarm.toValue()))
        .isEqualTo(
            "{\"source\":\"device.scale-1\",\"code\":\"link-down\",\"severity\":\"major\","
                + "\"change\":\"raised\",\"message\":\"check the cable\"}");
  }

  @Test
  void hasAKindAndAStream() {
    assertThat(Alarm.KIND).hasToString("alarm/1");
    assertThat(Alarm.STREAM).isEqualTo("alarms");
  }
}
