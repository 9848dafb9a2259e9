// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.device.RegisterDevice;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Turn by turn, with simulated time. */
class ReportReaderTest {

  private static final long S = 1_000_000_000L;

  private long nanos = 3 * S;
  private final List<String> asked = new ArrayList<>();
  private final List<AidReport> reports = new ArrayList<>();
  private final List<Interruption> interruptions = new ArrayList<>();
  private boolean away;
  private boolean inputsRefused;

  private final TimeSource time =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return nanos;
        }

        @Override
        public Stamp at(long monotonicNanos) {
          return new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "test", monotonicNanos);
        }
      };

  private final RegisterDevice device =
      new RegisterDevice() {
        @Override
        public int[] read(Table table, int address, int count) throws DeviceException {
          if (away) {
            throw new LinkDown("unplugged");
          }
          asked.add(table.name().charAt(0) + " " + address + "+" + count);
          if (inputsRefused && table == Table.INPUT_REGISTERS && count > 2) {
            throw new Refused("exception 2");
          }
          if (inputsRefused && table == Table.DISCRETE_INPUTS) {
            throw new Refused("exception 1");
          }
          int[] cells = new int[count];
          for (int i = 0; i < count; i++) {
            cells[i] = address + i == 0 && table == Table.INPUT_REGISTERS ? 1_260 : 1;
          }
          return cells;
        }

        @Override
        public void write(Table table, int address, int... values) {
          throw new AssertionError("a reader writes nothing");
        }

        @Override
        public String deviceId() {
          return "modbus-1";
        }
      };

  private final Listener<AidReport> listener =
      new Listener<>() {
        @Override
        public void received(AidReport report) {
          reports.add(report);
        }

        @Override
        public void interrupted(Interruption interruption) {
          interruptions.add(interruption);
        }
      };

  private final ReportReader reader =
      new ReportReader(
          "power-1", device, Bench.map("example-power-controller").rows(), listener, time);

  private void turnAfter(long seconds) throws DeviceException {
    nanos += seconds * S;
    reader.turn();
  }

  @Test
  void everyStretchIsReadAtItsOwnPaceAndAllOfItIsToldEachTime() throws DeviceException {
    reader.turn();
    assertThat(asked).containsExactlyInAnyOrder("I 0+8", "D 0+1", "I 6+1");
    assertThat(reports).hasSize(1);
    asked.clear();
    turnAfter(9);
    assertThat(asked).isEmpty();
    assertThat(reader.untilDueNanos(nanos, 60 * S)).isEqualTo(S);
    turnAfter(1);
    assertThat(asked).containsExactlyInAnyOrder("I 0+8", "D 0+1");
    assertThat(reports).hasSize(2);
    assertThat(reports.get(1).quantities())
        .containsEntry(AidQuantity.SUPPLY_V, 12.6)
        .as("of the row that is read once a minute, the last number")
        .containsKey(AidQuantity.LAMP_CEL);
    assertThat(reports.get(1).monotonicNanos()).isEqualTo(nanos);
  }

  @Test
  void whatIsLateIsNotCaughtUpOn() throws DeviceException {
    reader.turn();
    asked.clear();
    turnAfter(500);
    reader.turn();

    assertThat(asked).containsExactlyInAnyOrder("I 0+8", "D 0+1", "I 6+1");
  }

  @Test
  void aStretchThatIsRefusedIsPartedAndOnlyTheRowThatIsNotThereIsNamed() throws DeviceException {
    inputsRefused = true;
    reader.turn();
    reader.turn();

    assertThat(reader.health().status()).isEqualTo(Status.DEGRADED);
    assertThat(reader.health().code()).isEqualTo("refused");
    assertThat(reader.health().message())
        .contains("power-1")
        .contains("door-open at discrete-inputs 0");
    AidReport last = reports.get(reports.size() - 1);
    assertThat(last.quantities()).containsEntry(AidQuantity.SUPPLY_V, 12.6);
    assertThat(last.tells().toString()).doesNotContain("DOOR_OPEN").contains("BATTERY_LOW");
    assertThat(interruptions).isEmpty();
    inputsRefused = false;
    turnAfter(10);
    assertThat(reader.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void aLossIsToldOnceWithTheMomentUpToWhichAllWasHeard() throws DeviceException {
    reader.turn();
    long heard = nanos;
    away = true;
    for (int i = 0; i < 3; i++) {
      nanos += 10 * S;
      assertThatThrownBy(reader::turn).isInstanceOf(LinkDown.class);
      reader.lost(Away.of(new LinkDown("unplugged")), nanos);
    }
    assertThat(interruptions).hasSize(1);
    assertThat(interruptions.get(0).cause()).isEqualTo(Cause.LINK_DOWN);
    assertThat(interruptions.get(0).sinceMonotonicNanos()).isEqualTo(heard);
    assertThat(interruptions.get(0).detail()).contains("power-1").contains("unplugged");
    assertThat(reader.health().code()).isEqualTo("link-down");
    assertThat(Json.write(new Value.Many(reader.rows()))).doesNotContain("number");

    away = false;
    reader.turn();
    assertThat(reports).hasSize(2);
    assertThat(reader.health().status()).isEqualTo(Status.OK);
    reader.end();
    assertThat(interruptions).hasSize(2);
    assertThat(interruptions.get(1).cause()).isEqualTo(Cause.STOPPED);
  }
}
