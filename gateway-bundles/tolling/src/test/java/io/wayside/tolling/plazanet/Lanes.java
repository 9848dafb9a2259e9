// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plazanet;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.rig.contracts.Eventually;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.tolling.plaza.PlazaMessage;
import io.wayside.tolling.plaza.PlazaMessage.Kind;
import io.wayside.tolling.tag.TagNumber;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** Gateways of one station on this machine's loopback, over real sockets. */
final class Lanes implements AutoCloseable {

  static final String STATION = "phu-my";
  static final String KEY = "the key of the station phu-my";
  static final TagNumber TAG = new TagNumber("3034000000000000000000a1", 96);

  /** The machine's own monotonic clock. */
  static final TimeSource TIME =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return System.nanoTime();
        }

        @Override
        public Stamp at(long monotonicNanos) {
          return new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "test", monotonicNanos);
        }
      };

  /** What one gateway heard. */
  static final class Heard implements Listener<PlazaMessage> {
    final List<PlazaMessage> messages = new CopyOnWriteArrayList<>();
    final List<Interruption> interruptions = new CopyOnWriteArrayList<>();

    @Override
    public void received(PlazaMessage message) {
      messages.add(message);
    }

    @Override
    public void interrupted(Interruption interruption) {
      interruptions.add(interruption);
    }
  }

  private final Path folder;
  private final String loopback;
  private final List<PlazaNet> nets = new CopyOnWriteArrayList<>();

  /**
   * @param loopback address of this machine, as an address and port is written
   */
  Lanes(Path folder, String loopback) {
    this.folder = folder;
    this.loopback = loopback;
  }

  /** None is given twice, and datagrams that go out leave by higher ones. */
  int freePort() {
    return LoopbackPorts.free();
  }

  String at(int port) {
    return loopback + ":" + port;
  }

  PlazaNet net(int port, int... peers) throws IOException {
    return net(Map.of(), port, peers);
  }

  PlazaNet net(Map<String, Object> more, int port, int... peers) throws IOException {
    Path key = Files.writeString(folder.resolve("key"), KEY + "\n");
    String[] addresses = new String[peers.length];
    for (int i = 0; i < peers.length; i++) {
      addresses[i] = at(peers[i]);
    }
    Map<String, Object> values = new HashMap<>();
    values.put("device_id", "plaza-1");
    values.put("station", STATION);
    values.put("lanes", new String[] {"one", "two"});
    values.put("listen", at(port));
    values.put("peers", addresses);
    values.put("keyFile", key.toString());
    values.putAll(more);
    PlazaNet net = new PlazaNet(config(values), TIME);
    nets.add(net);
    return net;
  }

  /** The annotation's defaults with these values over them. */
  static PlazaConfig config(Map<String, Object> values) {
    return (PlazaConfig)
        Proxy.newProxyInstance(
            PlazaConfig.class.getClassLoader(),
            new Class<?>[] {PlazaConfig.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  static PlazaMessage claim(String lane, long sequence) {
    return new PlazaMessage(
        STATION, lane, 7, sequence, Kind.CLAIMED, Optional.of(TAG), 0.8, true, 0);
  }

  static void until(String what, BooleanSupplier condition) {
    new Eventually(Duration.ofSeconds(60), () -> {}).until(what, condition);
  }

  @Override
  public void close() {
    nets.forEach(PlazaNet::stop);
  }
}
