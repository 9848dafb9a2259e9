// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.ClockQuality.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockReferencesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  /** As chronyd 4 writes it. */
  private static final String TRACKING =
      """
      ===================================================================================================================================
         Date (UTC) Time     IP Address   St   Freq ppm   Skew ppm     Offset L Co  Offset sd Rem. corr. Root delay Root disp. Max. error
      ===================================================================================================================================
      2026-11-21 11:42:17 203.113.174.44  3     -3.560      0.105 -1.023e-03 N  1  6.200e-04 -2.240e-06  1.334e-02  2.231e-03  8.880e-03
      2026-11-21 11:59:20 203.113.174.44  3     -3.561      0.101  4.250e-04 N  1  6.200e-04 -2.240e-06  1.334e-02  2.231e-03  8.880e-03
      """;

  @TempDir Path root;

  @Test
  void a_machine_without_a_time_daemon_is_not_trusted() {
    assertThat(look()).isEqualTo(ClockQuality.unsynchronised());
  }

  @Test
  void timesyncd_that_heard_its_server_lately_is_followed() throws IOException {
    touch(Duration.ofMinutes(5));

    assertThat(look().state()).isEqualTo(State.SYNCHRONISED);
    assertThat(look().source()).isEqualTo("ntp");
    assertThat(look().age()).contains(Duration.ofMinutes(5));
  }

  @Test
  void timesyncd_that_lost_its_server_is_held_over() throws IOException {
    touch(Duration.ofHours(3));

    assertThat(look().state()).isEqualTo(State.HOLDOVER);
    assertThat(look().age()).contains(Duration.ofHours(3));
  }

  @Test
  void a_mark_from_the_future_has_no_negative_age() throws IOException {
    touch(Duration.ofMinutes(-5));

    assertThat(look().age()).contains(Duration.ZERO);
  }

  @Test
  void the_last_line_of_chronys_log_gives_age_and_offset() throws IOException {
    track(TRACKING);

    assertThat(look().state()).isEqualTo(State.SYNCHRONISED);
    assertThat(look().age()).contains(Duration.ofSeconds(40));
    assertThat(look().offset()).contains(Duration.ofNanos(425_000));
  }

  @Test
  void chrony_without_a_reference_falls_back_to_nothing() throws IOException {
    track(TRACKING.replace("4.250e-04 N", "4.250e-04 ?"));

    assertThat(look()).isEqualTo(ClockQuality.unsynchronised());
  }

  @Test
  void whatever_is_in_the_log_the_answer_is_a_quality() throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = TRACKING.getBytes(StandardCharsets.UTF_8);
      for (int n = random.nextInt(20); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Path log = root.resolve("var/log/chrony/tracking.log");
      Files.createDirectories(log.getParent());
      Files.write(log, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      assertThat(look()).isNotNull();
    }
  }

  @Test
  void a_boot_id_is_the_kernels_where_there_is_one() throws IOException {
    String id = "2b9b0c1f-97a6-4d4c-9a6f-6a7a5d3f9f10";
    Path file = root.resolve("proc/sys/kernel/random/boot_id");
    Files.createDirectories(file.getParent());
    Files.writeString(file, id + "\n");

    assertThat(BootId.read(root)).isEqualTo(id);
    Files.writeString(file, "garbage");
    assertThat(BootId.read(root)).isNotEqualTo(BootId.read(root));
  }

  private ClockQuality look() {
    return new ClockReferences(root).at(NOW);
  }

  private void touch(Duration age) throws IOException {
    Path mark = root.resolve("run/systemd/timesync/synchronized");
    Files.createDirectories(mark.getParent());
    Files.writeString(mark, "");
    Files.setLastModifiedTime(mark, FileTime.from(NOW.minus(age)));
  }

  private void track(String lines) throws IOException {
    Path log = root.resolve("var/log/chrony/tracking.log");
    Files.createDirectories(log.getParent());
    Files.writeString(log, lines);
  }
}
