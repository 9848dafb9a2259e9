// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr;

import io.wayside.core.device.PlateReading;
import io.wayside.core.device.PlateSource;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.simulators.anpr.EventForm;
import io.wayside.rig.simulators.anpr.PlateCameraSimulator;
import io.wayside.rig.simulators.anpr.SeenPlate;
import io.wayside.rig.simulators.anpr.SimulatedPlateCamera;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A driver under the suite, over a real socket. */
final class SimulatedCameraHarness implements SourceHarness<PlateSource, PlateReading> {

  static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, 7, 7, (byte) 0xff, (byte) 0xd9};

  private final SimulatedPlateCamera peer;
  private final PlateCamera camera;
  private int passage;

  /** Starts a peer. */
  @FunctionalInterface
  interface Peer {
    SimulatedPlateCamera start() throws IOException;
  }

  SimulatedCameraHarness(EventForm form, Make make) {
    this(() -> new PlateCameraSimulator(form, "", ""), make);
  }

  SimulatedCameraHarness(Peer started, Make make) {
    try {
      peer = started.start();
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    camera =
        Bench.camera(
            Map.of(
                "make",
                make,
                "pictures",
                make != Make.DAHUA, // it does not say how many come
                "address",
                peer.address()));
    Bench.until("the driver listens", () -> peer.hearing() > 0);
  }

  @Override
  public void peerSays(int number) {
    passage++;
    peer.sees(SeenPlate.of(passage, plate(number), Bench.NOW).with(List.of(JPEG)));
  }

  private static String plate(int number) {
    return String.format("51F-%03d.45", number);
  }

  @Override
  public boolean carries(PlateReading reading, int number) {
    return reading.text().equals(plate(number));
  }

  @Override
  public PlateSource device() {
    return camera;
  }

  @Override
  public long monotonicNanos() {
    return System.nanoTime();
  }

  @Override
  public void breakLink() {
    peer.drop();
  }

  @Override
  public void restoreLink() {
    peer.restore();
  }

  @Override
  public Duration deadline() {
    return Duration.ofSeconds(60);
  }

  @Override
  public void close() {
    camera.stop();
    peer.close();
  }
}
