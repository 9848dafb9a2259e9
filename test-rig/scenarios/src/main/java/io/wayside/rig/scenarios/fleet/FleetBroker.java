// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.rig.transports.Mosquitto;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The broker between the fleet and its receiver: a Mosquitto of our own, or somebody's. */
final class FleetBroker implements AutoCloseable {

  private final String address;
  private final @Nullable Mosquitto own;

  private FleetBroker(String address, @Nullable Mosquitto own) {
    this.address = address;
    this.own = own;
  }

  /** Ours keeps nothing on disk and has no bound on what waits for one receiver. */
  static FleetBroker of(Optional<String> address, Path folder) throws IOException {
    if (address.isPresent()) {
      return new FleetBroker(address.get(), null);
    }
    Mosquitto mosquitto =
        new Mosquitto(
            folder,
            "max_inflight_messages 0",
            "max_queued_messages 0",
            "connection_messages false",
            "set_tcp_nodelay true");
    mosquitto.start();
    return new FleetBroker(mosquitto.address(), mosquitto);
  }

  String address() {
    return address;
  }

  boolean isOurs() {
    return own != null;
  }

  /** As a power cut would: what it held in memory is gone. */
  void kill() {
    try {
      if (own != null) {
        own.stop();
      }
    } catch (CompletionException late) {
      throw new IllegalStateException(
          "the killed broker's end was not seen in time: this machine is too busy for so many"
              + " gateways; try fewer",
          late);
    }
  }

  void start() throws IOException {
    if (own != null) {
      own.start();
    }
  }

  /** Processor time of our own broker's present process. */
  Optional<Duration> cpu() {
    return own == null
        ? Optional.empty()
        : ProcessHandle.current()
            .children()
            .filter(child -> child.info().command().orElse("").endsWith("mosquitto"))
            .findFirst()
            .flatMap(child -> child.info().totalCpuDuration());
  }

  @Override
  public void close() {
    kill();
  }
}
