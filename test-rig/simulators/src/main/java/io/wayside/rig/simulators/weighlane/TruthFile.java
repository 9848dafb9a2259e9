// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;

/** Keeps the truth as one JSON object per line, each on disk before the next event. */
public final class TruthFile implements LaneListener, AutoCloseable {

  private final Path file;
  private final InstantSource wall;
  private final BufferedWriter writer;

  /** Starts the file anew. */
  public TruthFile(Path file, InstantSource wall) throws IOException {
    this.file = file;
    this.wall = wall;
    this.writer = Files.newBufferedWriter(file);
  }

  @Override
  public void happened(LaneEvent event) {
    try {
      writer.write(line(event));
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written; is its disk full?", e);
    }
  }

  private String line(LaneEvent event) {
    String common =
        String.format(
            Locale.ROOT,
            "\"elapsedS\":%.3f,\"wall\":\"%s\"",
            event.elapsedNanos() / 1e9,
            wall.instant());
    if (event instanceof LaneEvent.VehicleStarted started) {
      return "{\"event\":\"vehicle-started\",%s,%s}".formatted(common, vehicle(started.vehicle()));
    }
    if (event instanceof LaneEvent.AxleSettled settled) {
      return String.format(
          Locale.ROOT,
          "{\"event\":\"axle-settled\",%s,\"vehicle\":%d,\"axle\":%d,\"axleKg\":%d,\"onPlatformKg\":%.1f}",
          common,
          settled.vehicleNumber(),
          settled.axle(),
          settled.axleKg(),
          settled.onPlatformKg());
    }
    LaneEvent.VehicleLeft left = (LaneEvent.VehicleLeft) event;
    return "{\"event\":\"vehicle-left\",%s,%s}".formatted(common, vehicle(left.vehicle()));
  }

  private static String vehicle(Vehicle vehicle) {
    return "\"vehicle\":%d,\"kind\":\"%s\",\"pattern\":\"%s\",\"manoeuvre\":\"%s\",\"axleKg\":%s,\"grossKg\":%d"
        .formatted(
            vehicle.number(),
            vehicle.kind(),
            vehicle.kind().pattern(),
            vehicle.manoeuvre(),
            vehicle.axleKg().toString().replace(" ", ""),
            vehicle.grossKg());
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
