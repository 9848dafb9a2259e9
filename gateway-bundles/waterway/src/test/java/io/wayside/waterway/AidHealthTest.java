// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Backlog;
import io.wayside.waterway.watch.Answer;
import io.wayside.waterway.watch.Answers;
import io.wayside.waterway.watch.BodyState;
import io.wayside.waterway.watch.LightState;
import io.wayside.waterway.watch.PlaceState;
import io.wayside.waterway.watch.PowerState;
import io.wayside.waterway.watch.SensorState;
import io.wayside.waterway.watch.TelemetryState;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said first when several things are wrong at once, worst first. */
class AidHealthTest {

  private static final Backlog.State KEPT = new Backlog.State(0, 0, "");

  private static final SensorState ANY = EnumSet.allOf(SensorState.class).iterator().next();

  private LightState light = LightState.AS_IT_SHOULD_BE;
  private PlaceState place = PlaceState.ON_STATION;
  private PowerState power = PowerState.GOOD;
  private BodyState body = BodyState.GOOD;
  private TelemetryState telemetry = TelemetryState.HEARD;
  private List<Answer<SensorState>> sensors = List.of();
  private List<String> missing = List.of();
  private Backlog.State waiting = KEPT;

  private Health judged() throws GarbledData {
    Answers answers =
        new Answers(
            new Answer<>(light, "by its input", 0),
            new Answer<>(place, "by its fixes", 0),
            new Answer<>(power, "by its volts", 0),
            new Answer<>(body, "by its signs", 0),
            new Answer<>(telemetry, "by its reports", 0),
            Optional.empty());
    return AidHealth.judge(
        AidParts.of(AidConfigs.of(Map.of("aidName", "Phao số 7"))).aid(),
        answers,
        sensors,
        Optional.empty(),
        missing,
        waiting,
        0,
        7);
  }

  @Test
  void eachFaultTakenAwayShowsTheNext() throws GarbledData {
    waiting = new Backlog.State(65, 1, "the disk is full");
    place = PlaceState.ADRIFT;
    light = LightState.DARK;
    missing = List.of("cell-1");
    sensors = List.of(new Answer<>(ANY, "the photocell contradicts", 0));
    telemetry = TelemetryState.SILENT;
    power = PowerState.FLAT;
    body = BodyState.DOOR_OPEN;

    assertThat(judged().code()).isEqualTo("records-lost");
    assertThat(judged().status()).isEqualTo(Status.FAILED);
    assertThat(judged().message()).contains("the disk is full");
    waiting = new Backlog.State(65, 0, "the disk is slow");
    assertThat(judged().code()).isEqualTo("aid-adrift");
    place = PlaceState.ON_STATION;
    assertThat(judged().code()).isEqualTo("aid-dark");
    light = LightState.DAY_BURNING;
    assertThat(judged().code()).isEqualTo("no-source");
    assertThat(judged().message()).contains("cell-1");
    missing = List.of();
    assertThat(judged().code()).isEqualTo("sensor-faulty");
    sensors = List.of();
    assertThat(judged().code()).isEqualTo("aid-silent");
    telemetry = TelemetryState.HEARD;
    assertThat(judged().code()).isEqualTo("aid-day-burning");
    light = LightState.UNKNOWN;
    assertThat(judged().code()).isEqualTo("aid-flat");
    power = PowerState.UNKNOWN;
    assertThat(judged().code()).isEqualTo("aid-door-open");
    body = BodyState.NOT_WATCHED;
    assertThat(judged().code()).isEqualTo("records-waiting");
    assertThat(judged().message()).contains("65", "the disk is slow");
    waiting = KEPT;
    assertThat(judged().status()).isEqualTo(Status.OK);
  }

  @ParameterizedTest
  @CsvSource({"OFF_STATION, send a boat", "ADRIFT, send a boat"})
  void aPlaceThatIsWrongNamesAidReasonAndRemedy(PlaceState wrong, String remedy)
      throws GarbledData {
    place = wrong;
    assertThat(judged().message()).contains("Phao số 7", "by its fixes", remedy);
    assertThat(judged().status()).isEqualTo(Status.DEGRADED);
  }

  @ParameterizedTest
  @CsvSource({"STRUCK, aid-struck", "TILTED, aid-tilted", "UNKNOWN, ok", "GOOD, ok"})
  void whatHappenedToItsBodyIsForThoseWhoMaintainIt(BodyState state, String code)
      throws GarbledData {
    body = state;
    assertThat(judged().code()).isEqualTo(code);
  }
}
