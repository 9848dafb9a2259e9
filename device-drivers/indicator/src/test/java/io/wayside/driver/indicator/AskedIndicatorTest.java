// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import static io.wayside.driver.indicator.Wired.until;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.core.health.Health.Status;
import io.wayside.driver.indicator.codec.IndicatorFormat;
import io.wayside.driver.indicator.session.Asking;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.transport.BytePipe;
import io.wayside.rig.simulators.transport.PtyPipe;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The component on a pseudo-terminal with a device that only speaks when asked. */
class AskedIndicatorTest {

  @TempDir Path folder;
  private final RealRigClock clock = new RealRigClock();
  private final Captured heard = new Captured();
  private Indicator indicator;

  @AfterEach
  void stop() {
    if (indicator != null) {
      indicator.stop();
    }
    clock.close();
  }

  @Test
  void aPolledDeviceIsAskedAndRead() throws Exception {
    try (BytePipe pipe = new PtyPipe(folder.resolve("ttyScale"))) {
      pipe.open();
      start(pipe, IndicatorFormat.MT_SICS, Asking.USUAL);
      answering(pipe, "SI\r\n", "S S     12340 kg\r\n");
      until("readings", () -> heard.readings().size() >= 5);
      assertThat(heard.kilograms()).containsOnly(12_340.0);
      assertThat(indicator.health().status()).isEqualTo(Status.OK);
      assertThat(compared(12_340)).isEqualTo(new Value.Text("match"));
      assertThat(compared(1_234)).isEqualTo(new Value.Text("mismatch"));
    }
  }

  @Test
  void aDeviceThatRepeatsIsAskedOnce() throws Exception {
    try (BytePipe pipe = new PtyPipe(folder.resolve("ttyScale"))) {
      pipe.open();
      start(pipe, IndicatorFormat.SMA_SCP_0499, Asking.REPEAT);
      String reply = "\n 1G  " + "   12340.0" + "kg \r";
      answering(pipe, "\nR\r", reply.repeat(7));
      until("readings", () -> heard.readings().size() >= 7);
      assertThat(heard.kilograms()).containsOnly(12_340.0);
    }
  }

  private void start(BytePipe pipe, IndicatorFormat format, Asking asking) {
    indicator =
        new Indicator(
            Wired.config(
                Map.of(
                    "device_id",
                    "scale-1",
                    "link",
                    "serial:" + pipe.address(),
                    "format",
                    format,
                    "asking",
                    asking,
                    "scaleIntervalKg",
                    20.0,
                    "maxKg",
                    40_000.0)),
            Wired.links(),
            Wired.TIME);
    indicator.subscribe(heard);
  }

  private void answering(BytePipe pipe, String question, String answer) {
    StringBuilder asked = new StringBuilder();
    clock.every(
        Duration.ofMillis(5),
        due -> {
          asked.append(new String(pipe.read(), ISO_8859_1));
          if (asked.toString().endsWith(question)) {
            asked.setLength(0);
            pipe.write(answer.getBytes(ISO_8859_1));
          }
        });
  }

  private Value compared(int displayed) {
    CommandResult result =
        indicator.handle(
            new Command(
                "c-1",
                indicator.target(),
                CompareCommand.COMPARE,
                Value.Fields.with("displayed", displayed).build(),
                new Actor("an", "console", Set.copyOf(indicator.verbs().values())),
                "commissioning",
                Instant.EPOCH));
    assertThat(indicator.verbs()).containsEntry(CompareCommand.COMPARE, Permission.MAINTAIN);
    return ((CommandResult.Done) result).answer().get("result");
  }
}
