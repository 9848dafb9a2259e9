// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording;

import io.wayside.core.data.Value;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.recording.Coding;
import io.wayside.core.recording.CsvEncoder;
import io.wayside.core.recording.RecordedChannel;
import io.wayside.core.recording.RecordingEncoder;
import io.wayside.core.recording.RecordingHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;

/** Recordings of blocks that hold their number, and what starts components on them. */
public final class Tapes {

  public static final int LENGTH = 10;
  public static final long INTERVAL_NANOS = 1_000_000;
  public static final long BLOCK_NANOS = LENGTH * INTERVAL_NANOS;
  private static final long RECORDED_AT = 77_000_000_000L;

  private Tapes() {}

  public static RecordingHead head() {
    return new RecordingHead(
        "adc-9",
        Instant.parse("2026-07-31T08:00:00Z"),
        RECORDED_AT,
        1_000,
        List.of(
            new RecordedChannel("a", "mV", Coding.FLOAT64, 1, 0),
            new RecordedChannel("b", "N", Coding.FLOAT64, 1, 0)),
        Value.ABSENT,
        Value.ABSENT,
        Value.ABSENT);
  }

  /** Block 1 is the first of a tape; its values are its number. */
  public static SampleBlock block(int number) {
    double[][] samples = new double[2][LENGTH];
    java.util.Arrays.fill(samples[0], number);
    java.util.Arrays.fill(samples[1], -number);
    return new SampleBlock(
        RECORDED_AT + (number - 1) * BLOCK_NANOS,
        INTERVAL_NANOS,
        500 + (number - 1) * LENGTH,
        samples,
        Flags.of(Flag.SIMULATED));
  }

  public static Path binary(Path file, int blocks) {
    RecordingEncoder encoder = new RecordingEncoder(head());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(encoder.head());
    for (int i = 1; i <= blocks; i++) {
      out.writeBytes(encoder.block(block(i)));
    }
    return write(file, out.toByteArray());
  }

  public static Path csv(Path file, int blocks) {
    CsvEncoder encoder = new CsvEncoder(head());
    StringBuilder out = new StringBuilder(encoder.head());
    for (int i = 1; i <= blocks; i++) {
      out.append(encoder.block(block(i)));
    }
    return write(file, out.toString().getBytes(StandardCharsets.UTF_8));
  }

  public static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An annotation's defaults with these values over them. */
  static <C> C config(Class<C> type, Map<String, Object> values) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue())));
  }

  /** Looks until it is so, for a minute at most. */
  public static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > 60_000_000_000L) {
        Assertions.fail("not within a minute: " + what);
      }
      LockSupport.parkNanos(500_000);
    }
  }
}
